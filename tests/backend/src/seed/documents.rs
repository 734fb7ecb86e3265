//! The documents of the demonstration, and the certificates that were asked for before the start; draws nothing: what a file
//! holds follows from what is noted here.

use crate::certificates;
use crate::clock::{Moment, paris_date};
use crate::content::recipe::{length_of, name};
use crate::options::Seed;
use crate::security::secret::random_id;
use crate::seed::accounts::ROLES;
use crate::store::documents::{self, Stored};
use crate::store::{agents, document_requests};
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use nomade::contract::documents::{Document, DocumentSummary};
use rusqlite::{Connection, params};

/// Whose documents are many.
const REGULAR: &str = "agent.demo";
/// How many the large seed gives that agent, over ten years.
const MANY: u32 = 2_000;
const TEN_YEARS: u64 = 3_650;
/// What was issued longer ago than this has been read.
const READ_AFTER: u64 = 35;
/// What no PDF of ours is longer than before it is filled up.
const SMALLEST: u64 = 61_440;

const HUMAN_RESOURCES: &str = "Direction des ressources humaines";
const TRAINING: &str = "Service de la formation";
const SOCIAL: &str = "Service de l’action sociale";

/// (title, category, days ago, issuer, recipe, length of a PDF)
type Line = (
    &'static str,
    &'static str,
    u64,
    &'static str,
    &'static str,
    u64,
);

#[rustfmt::skip]
const REGULAR_LINES: [Line; 15] = [
    ("Convocation à la formation « Premiers secours en équipe »", "training", 3, TRAINING, name::PDF, 84_992),
    ("Arrêté d’avancement d’échelon", "career", 12, HUMAN_RESOURCES, name::PDF, 96_213),
    ("Attestation employeur pour la caisse d’allocations familiales", "certificates", 23, HUMAN_RESOURCES, name::PDF, 88_877),
    ("Note aux agents : horaires d’été des services", "information", 131, "Secrétariat général", name::TEXT, 0),
    ("Photographie de la carte professionnelle", "career", 146, "", name::JPEG, 0),
    ("Attestation de formation – sécurité incendie", "training", 195, TRAINING, name::PNG, 0),
    ("Guide de l’action sociale", "information", 251, SOCIAL, name::PDF, 6_291_456),
    ("Attestation fiscale annuelle", "remuneration", 292, HUMAN_RESOURCES, name::PDF, 102_400),
    ("Compte rendu de l’entretien professionnel", "career", 334, HUMAN_RESOURCES, name::PDF, 148_213),
    ("Décision d’attribution de la nouvelle bonification indiciaire", "remuneration", 402, HUMAN_RESOURCES, name::PDF, 131_072),
    ("Relevé de situation individuelle pour la retraite", "career", 623, HUMAN_RESOURCES, name::PDF, 245_760),
    ("Formulaires de la prévoyance", "health", 801, SOCIAL, name::ARCHIVE, 0),
    ("Certificat d’adhésion à la prévoyance", "health", 808, SOCIAL, name::PDF, 1_258_291),
    ("Arrêté de titularisation", "career", 1_463, HUMAN_RESOURCES, name::PDF, 117_964),
    // As long as files get here: it is not scanned anew, it is 50 MB.
    ("Contrat d’engagement et ses annexes numérisées", "career", 1_794, HUMAN_RESOURCES, name::PDF, 52_428_800),
];

#[rustfmt::skip]
const MANAGER_LINES: [Line; 4] = [
    ("Convocation au séminaire des encadrants", "training", 6, TRAINING, name::PDF, 81_920),
    ("Arrêté de nomination dans le grade d’attaché principal", "career", 388, HUMAN_RESOURCES, name::PDF, 112_640),
    ("Attestation fiscale annuelle", "remuneration", 292, HUMAN_RESOURCES, name::PDF, 102_400),
    ("Note aux encadrants : entretiens professionnels", "information", 64, "Secrétariat général", name::TEXT, 0),
];

#[rustfmt::skip]
const OTHER_LINES: [Line; 2] = [
    ("Attestation fiscale annuelle", "remuneration", 292, HUMAN_RESOURCES, name::PDF, 102_400),
    ("Arrêté d’avancement d’échelon", "career", 540, HUMAN_RESOURCES, name::PDF, 94_208),
];

/// What comes again and again over the years; the year is added.
#[rustfmt::skip]
const RECURRING: [(&str, &str, &str); 12] = [
    ("Attestation fiscale annuelle", "remuneration", HUMAN_RESOURCES),
    ("Arrêté d’avancement d’échelon", "career", HUMAN_RESOURCES),
    ("Arrêté portant régime indemnitaire", "career", HUMAN_RESOURCES),
    ("Compte rendu de l’entretien professionnel", "career", HUMAN_RESOURCES),
    ("Attestation de formation", "training", TRAINING),
    ("Convocation à une formation", "training", TRAINING),
    ("Décompte de la prestation d’action sociale", "health", SOCIAL),
    ("Relevé des remboursements de transport", "remuneration", HUMAN_RESOURCES),
    ("Bulletin d’adhésion à la complémentaire santé", "health", SOCIAL),
    ("Œuvres sociales : programme du trimestre", "information", SOCIAL),
    ("Élections professionnelles : notice", "information", "Secrétariat général"),
    ("Ordre de mission", "career", HUMAN_RESOURCES),
];

/// (kind, note, days ago) of what was asked for: one is there, one is being dealt with, one was refused.
const ASKED: [(&str, &str, i64); 3] = [
    ("transfer", "Mobilité au 1er janvier.", 76),
    ("employment", "", 41),
    ("service_record", "Période de 2011 à 2013.", 4),
];

/// Gives the agents their documents and requests, unless the database has been given them before.
///
/// # Errors
/// When the database fails.
pub fn write_once(
    connection: &Connection,
    (seed, number): (Seed, Option<u32>),
    now: Moment,
) -> rusqlite::Result<()> {
    let first = connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('documents', CAST('written' AS BLOB))",
        [],
    )?;
    if first == 0 {
        return Ok(());
    }
    let many = match seed {
        Seed::Demo => number,
        Seed::Large => Some(number.unwrap_or(MANY)),
    };
    for account in agents::all(connection)? {
        let username = account.agent.username.as_str();
        let role = ROLES.iter().find(|role| role.username == username);
        if !role.is_some_and(|role| role.has_connected()) {
            continue;
        }
        let lines: &[Line] = match username {
            REGULAR => &REGULAR_LINES,
            "manager.demo" => &MANAGER_LINES,
            "bientot.demo" => &OTHER_LINES,
            _ => &OTHER_LINES[..1],
        };
        let agent_id = account.agent.id.as_str();
        let many = many
            .filter(|_| username == REGULAR)
            .map(|many| many as usize);
        // The oldest first: that is how they came.
        for line in lines.iter().take(many.unwrap_or(lines.len())).rev() {
            write(connection, agent_id, line, now)?;
        }
        if username == REGULAR && many.is_none_or(|many| many > lines.len()) {
            ask(connection, agent_id, now)?;
        }
        // One of them is what was asked for.
        let missing = many.map_or(0, |many| many.saturating_sub(lines.len() + 1));
        for place in (0..missing).rev() {
            recur(connection, agent_id, (place, missing), now)?;
        }
    }
    Ok(())
}

fn write(
    connection: &Connection,
    agent_id: &str,
    (title, category, days, issuer, recipe, size): &Line,
    now: Moment,
) -> rusqlite::Result<()> {
    let issued_on = paris_date(now) - Days::new(*days);
    let what = ((*title).to_owned(), *category, *issuer);
    let is_read = *days > READ_AFTER;
    put(
        connection,
        agent_id,
        what,
        issued_on,
        (recipe, *size),
        is_read.then_some(now),
    )
}

/// One of many, spread evenly over ten years.
fn recur(
    connection: &Connection,
    agent_id: &str,
    (place, count): (usize, usize),
    now: Moment,
) -> rusqlite::Result<()> {
    let place = place as u64;
    let days = place * TEN_YEARS / (count as u64).max(1);
    let issued_on = paris_date(now) - Days::new(days);
    let which = usize::try_from(place).unwrap_or_default() % RECURRING.len();
    let (title, category, issuer) = RECURRING[which];
    let recipe = match place % 97 {
        31 => name::PNG,
        47 => name::JPEG,
        61 => name::TEXT,
        89 => name::ARCHIVE,
        _ => name::PDF,
    };
    let size = SMALLEST + place.wrapping_mul(7_919) % 900_000;
    let title = format!("{title} {}", issued_on.year());
    let is_read = days > READ_AFTER;
    put(
        connection,
        agent_id,
        (title, category, issuer),
        issued_on,
        (recipe, size),
        is_read.then_some(now),
    )
}

fn put(
    connection: &Connection,
    agent_id: &str,
    (title, category, issuer): (String, &str, &str),
    issued_on: NaiveDate,
    (recipe, size): (&str, u64),
    opened_at: Option<Moment>,
) -> rusqlite::Result<()> {
    let media_type = match recipe {
        name::PNG => "image/png",
        name::JPEG => "image/jpeg",
        name::TEXT => "text/plain",
        name::ARCHIVE => "application/zip",
        _ => "application/pdf",
    };
    let mut summary = DocumentSummary {
        id: random_id(),
        title,
        category: category.to_owned(),
        issued_on,
        media_type: media_type.to_owned(),
        size,
        new: opened_at.is_none(),
    };
    summary.size = length_of(recipe, &summary, issuer)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let stored = Stored {
        document: Document {
            summary,
            issuer: issuer.to_owned(),
            actions: Vec::new(),
        },
        recipe: recipe.to_owned(),
        bytes: None,
    };
    documents::add(connection, agent_id, &stored, opened_at)
}

/// What was asked for, with what has come of it; the agent has read that.
fn ask(connection: &Connection, agent_id: &str, now: Moment) -> rusqlite::Result<()> {
    for (kind, note, days) in ASKED {
        if let Some(certificate) = certificates::named(kind) {
            let asked_at = now - TimeDelta::days(days);
            document_requests::add(connection, agent_id, (certificate, note), asked_at)?;
        }
    }
    document_requests::advance(connection, agent_id, now)?;
    connection.execute(
        "UPDATE document SET opened_at = ?2 WHERE agent_id = ?1 AND id IN
           (SELECT document_id FROM document_request WHERE agent_id = ?1)",
        params![agent_id, now],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{accounts, bring_up_to_date};
    use crate::store::Store;

    /// How many documents of how many requests there are, and the last day and moment of them.
    fn told(database: &Connection) -> rusqlite::Result<(i64, i64, NaiveDate, Moment)> {
        database.query_row(
            "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document_request),
               (SELECT max(issued_on) FROM document), (SELECT max(since) FROM document_request)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
    }

    #[test]
    fn documents_are_written_once_and_a_database_without_any_gets_them() {
        let hashes = accounts::hashes().unwrap();
        let now: Moment = "2026-11-22T18:42:00+01:00".parse().unwrap();
        let store = Store::open(":memory:".as_ref()).unwrap();
        let start = |now| {
            let start = |database: &mut Connection| {
                bring_up_to_date(database, (Seed::Demo, None), hashes, now)?;
                told(database)
            };
            store.call_now(start).unwrap()
        };
        let written = start(now);
        assert_eq!((written.0, written.1), (26, 3));
        assert!(written.2 <= paris_date(now) && written.3 < now);
        assert_eq!(start(now + TimeDelta::days(1)), written);
        // As it was left by a program of before there were documents.
        let before = "DELETE FROM document_request; DELETE FROM document; DELETE FROM meta WHERE key = 'documents';";
        store
            .call_now(|database| database.execute_batch(before))
            .unwrap();
        assert_eq!(start(now), written);
    }

    #[test]
    fn an_agent_gets_as_many_as_are_asked_for() {
        let hashes = accounts::hashes().unwrap();
        let now: Moment = "2026-11-22T18:42:00+01:00".parse().unwrap();
        for (seed, number, expected) in [
            (Seed::Demo, None, 16),
            (Seed::Demo, Some(0), 0),
            (Seed::Demo, Some(3), 3),
            (Seed::Demo, Some(16), 16),
            (Seed::Demo, Some(100), 100),
            (Seed::Large, None, 2_000),
            (Seed::Large, Some(500), 500),
        ] {
            let store = Store::open(":memory:".as_ref()).unwrap();
            let count: i64 = store
                .call_now(|database| {
                    bring_up_to_date(database, (seed, number), hashes, now)?;
                    database.query_row(
                        "SELECT count(*) FROM document JOIN agent ON agent.id = agent_id WHERE username = 'agent.demo'",
                        [],
                        |row| row.get(0),
                    )
                })
                .unwrap();
            assert_eq!(count, expected, "{seed:?} {number:?}");
        }
    }
}
