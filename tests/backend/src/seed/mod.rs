//! What an empty database is filled with, and what is brought up to date at each start; knows no request.

pub mod accounts;
pub mod categories;
pub mod documents;
mod draft;
pub mod explanations;
pub mod history;
pub mod leave;
pub mod mail;
pub mod organisation;
pub mod pay;
pub mod payroll;
pub mod rates;
pub mod texts;
mod things;

use crate::clock::{Moment, paris_date};
use crate::options::Seed;
use crate::security::secret::{keyed_digest, random_bytes, random_id};
use crate::store::agents::Account;
use crate::store::mail::boxes;
use crate::store::{agents, consent, notices, payslips};
use accounts::ROLES;
use chrono::{Months, TimeDelta};
use nomade::contract::localized::Localized;
use payroll::{last_paid_month, months, pay_everybody};
use rusqlite::{Connection, OptionalExtension, params};

/// Fills an empty database, empties and fills one of another seed, and brings the demonstration up to `now`. With a number
/// the large agent has so many documents.
///
/// Says whether another seed had to be emptied.
///
/// # Errors
/// When the database fails.
pub fn bring_up_to_date(
    connection: &mut Connection,
    (seed, number): (Seed, Option<u32>),
    hashes: &[String],
    now: Moment,
) -> rusqlite::Result<bool> {
    let transaction = connection.transaction()?;
    let found: Option<String> = transaction
        .query_row(
            "SELECT CAST(value AS TEXT) FROM meta WHERE key = 'seed'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    let other = found
        .as_deref()
        .is_some_and(|name| name != named(seed, number));
    if other {
        empty(&transaction)?;
    }
    if other || found.is_none() {
        fill(&transaction, (seed, number), hashes, now)?;
    }
    for (role, hash) in ROLES.iter().zip(hashes) {
        // The id and the first month of an account that is there already stay.
        let account = role.account(random_id(), hash.clone(), paris_date(now), now);
        put(&transaction, &account, now)?;
    }
    pay_everybody(&transaction, seed, now)?;
    // A database of before there were documents, leave, or mail, gets them too.
    documents::write_once(&transaction, (seed, number), now)?;
    leave::write_once(&transaction, seed, now)?;
    boxes::begin(&transaction, now)?;
    if other || found.is_none() {
        history::write(&transaction, seed, now)?;
    }
    // A database of before there was a journal: it begins now.
    history::begin(&transaction, now)?;
    transaction.commit()?;
    Ok(other)
}

/// Empties the database and fills it again, as at the first start.
///
/// # Errors
/// When the database fails.
pub fn start_again(
    connection: &mut Connection,
    (seed, number): (Seed, Option<u32>),
    hashes: &[String],
    now: Moment,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    empty(&transaction)?;
    fill(&transaction, (seed, number), hashes, now)?;
    pay_everybody(&transaction, seed, now)?;
    documents::write_once(&transaction, (seed, number), now)?;
    leave::write_once(&transaction, seed, now)?;
    boxes::begin(&transaction, now)?;
    history::write(&transaction, seed, now)?;
    transaction.commit()
}

/// Runs the payroll: every agent gets the payslips of the months that are paid by `now`, each once.
///
/// # Errors
/// When the database fails.
pub fn run_payroll(connection: &mut Connection, seed: Seed, now: Moment) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    pay_everybody(&transaction, seed, now)?;
    transaction.commit()
}

/// The key under which names are digested, made with the database.
///
/// # Errors
/// When the database fails.
pub fn name_key(connection: &Connection) -> rusqlite::Result<Vec<u8>> {
    connection.query_row("SELECT value FROM meta WHERE key = 'name_key'", [], |row| {
        row.get(0)
    })
}

fn empty(connection: &Connection) -> rusqlite::Result<()> {
    empty_leave(connection)?;
    boxes::empty(connection)?;
    connection.execute_batch(
        "DELETE FROM operation; DELETE FROM document_request; DELETE FROM document; DELETE FROM payslip_line; DELETE FROM payslip; DELETE FROM explanation; DELETE FROM notice; DELETE FROM lockout;
         DELETE FROM session; DELETE FROM connection; DELETE FROM acceptance; DELETE FROM event; DELETE FROM event_report;
         DELETE FROM agent; DELETE FROM meta WHERE key IN ('seed', 'recorded_since', 'documents', 'leave');",
    )
}

fn empty_leave(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "DELETE FROM leave_step; DELETE FROM leave_use; DELETE FROM leave_request; DELETE FROM leave_attachment; DELETE FROM leave_account;
         DELETE FROM leave_refused_period; DELETE FROM leave_closed; DELETE FROM leave_part_time; DELETE FROM leave_delegation;
         DELETE FROM leave_validator; DELETE FROM leave_person; DELETE FROM leave_team;",
    )
}

/// What the database calls the seed that it holds.
fn named(seed: Seed, number: Option<u32>) -> String {
    let number = number.map(|number| format!(" with {number} documents"));
    format!("{}{}", seed.name(), number.unwrap_or_default())
}

fn fill(
    connection: &Connection,
    (seed, number): (Seed, Option<u32>),
    hashes: &[String],
    now: Moment,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('name_key', ?1)",
        params![random_bytes::<32>()],
    )?;
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('seed', CAST(?1 AS BLOB))",
        [named(seed, number)],
    )?;
    for (code, fr, en) in explanations::EXPLANATIONS {
        payslips::explain(connection, code, &localized(fr, en))?;
    }
    notices::put(
        connection,
        ("n-presentation", false),
        &localized(
            "Votre espace s’ouvre depuis chez vous",
            "Your space opens from home",
        ),
        &localized(
            "Vos bulletins de paie sont consultables depuis un ordinateur ou un téléphone personnel. Pensez à vous déconnecter, surtout si d’autres personnes utilisent l’appareil.",
            "Your payslips can be read from a personal computer or phone. Remember to log out, above all when others use the device.",
        ),
        (now - TimeDelta::days(3), None),
    )?;
    let paid_since = last_paid_month(paris_date(now)) - Months::new(months(seed) - 1);
    for (role, hash) in ROLES.iter().zip(hashes) {
        let account = role.account(random_id(), hash.clone(), paid_since, now);
        put(connection, &account, now)?;
    }
    history::begin(connection, history::began(seed, now))?;
    Ok(())
}

/// Adds the account or brings it up to date. What the role has accepted counts from the first time on: what the agent
/// accepts later stays.
fn put(connection: &Connection, account: &Account, now: Moment) -> rusqlite::Result<()> {
    let username = account.agent.username.as_bytes();
    let name = keyed_digest(&name_key(connection)?, &[username]);
    let id = agents::put(connection, account, &name)?;
    for (text, version) in [
        (texts::CHARTER, &account.charter_version),
        (texts::TERMS, &account.terms_version),
    ] {
        if let Some(version) = version
            && consent::last(connection, &id, text)?.is_none()
        {
            let at = history::accepted_at(&account.agent.username, now);
            consent::accept(connection, &id, (text, version), at)?;
        }
    }
    Ok(())
}

fn localized(fr: &str, en: &str) -> Localized {
    Localized {
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}
