//! The requests of the demonstration: one in every state for `agent.demo`, and what waits for each who validates.

use crate::seed::leave::files::{letter, photograph};
use crate::seed::leave::teams::Teams;
use crate::seed::leave::write::Then::{CancellationAsked, Granted, Refused, TakenBack};
use crate::seed::leave::write::{AFTERNOON, MORNING, Then, WHOLE, When, Wish, Writer};

/// (kind, when, days ago, what was added, what happened then)
type Line<'a> = (&'static str, When, i64, &'static str, &'a [Then]);

/// Writes all of them, those that were asked for first before the others.
///
/// # Errors
/// When the database fails.
pub fn write(writer: &Writer<'_>, teams: &Teams) -> rusqlite::Result<()> {
    of_the_agent(writer, teams)?;
    of_colleagues(writer, teams)?;
    of_managers(writer, teams)
}

fn of_the_agent(writer: &Writer<'_>, teams: &Teams) -> rusqlite::Result<()> {
    let agent = teams.of("agent.demo");
    let (manager, direction) = (teams.of("manager.demo"), teams.of("direction.demo"));
    let granted: &[Then] = &[Granted(20, manager), Granted(30, direction)];
    let attached = |kind, when, days_ago, attachment, then| Wish {
        person: agent,
        kind,
        when,
        days_ago,
        comment: "",
        attachment: Some(attachment),
        then,
    };
    // A birth, with the photograph of its certificate.
    writer.write(&attached(
        "special",
        When(-60, 1, 2, WHOLE),
        425,
        photograph()?,
        granted,
    ))?;
    let lines: [Line<'_>; 6] = [
        ("annual", When(-47, 0, 3, WHOLE), 380, "", granted),
        ("annual", When(-15, 0, 12, WHOLE), 250, "", granted),
        (
            "recovery",
            When(-38, 4, 1, MORNING),
            275,
            "",
            &[TakenBack(26)],
        ),
        (
            "annual",
            When(-22, 0, 3, WHOLE),
            200,
            "",
            &[
                Granted(20, manager),
                Granted(30, direction),
                CancellationAsked(240, "Changement de dates."),
                Granted(260, manager),
                Granted(270, direction),
            ],
        ),
        (
            "recovery",
            When(-7, 1, 1, WHOLE),
            60,
            "Permanence de l’élection.",
            granted,
        ),
        (
            "annual",
            When(9, 0, 5, WHOLE),
            45,
            "",
            &[
                Granted(20, manager),
                Granted(30, direction),
                CancellationAsked(43 * 24, "Réunion déplacée."),
            ],
        ),
    ];
    for line in lines {
        writer.write(&plain(agent, line))?;
    }
    let reason = "Le justificatif ne correspond pas à l’événement.";
    let refused = [Refused(40, manager, reason)];
    writer.write(&attached(
        "special",
        When(-27, 4, 1, WHOLE),
        202,
        letter()?,
        &refused,
    ))?;
    let lines: [Line<'_>; 5] = [
        (
            "savings",
            When(15, 0, 5, WHOLE),
            40,
            "",
            &[
                Granted(20, manager),
                Granted(30, direction),
                CancellationAsked(500, ""),
                Refused(520, manager, "Le planning est établi."),
            ],
        ),
        ("annual", When(13, 0, 5, WHOLE), 30, "", granted),
        ("rtt", When(4, 4, 1, AFTERNOON), 10, "", granted),
        ("rtt", When(3, 3, 1, WHOLE), 6, "", &[Granted(24, manager)]),
        (
            "annual",
            When(6, 0, 8, MORNING),
            4,
            "Je reste joignable le lundi matin.",
            &[],
        ),
    ];
    for line in lines {
        writer.write(&plain(agent, line))?;
    }
    Ok(())
}

fn of_colleagues(writer: &Writer<'_>, teams: &Teams) -> rusqlite::Result<()> {
    let (manager, adjoint) = (teams.of("manager.demo"), teams.of("adjoint.demo"));
    let direction = teams.of("direction.demo");
    let granted: &[Then] = &[Granted(20, manager), Granted(30, direction)];
    let by_adjoint: &[Then] = &[Granted(18, adjoint), Granted(28, direction)];
    let [camille, thomas, ines, hugo, lea, karim] = teams.colleagues[..] else {
        return Ok(());
    };
    let [first, second, third, fourth] = teams.trainees[..] else {
        return Ok(());
    };
    let again = "Changement de dates.";
    let alone = "Deux collègues sont déjà absents.";
    let lines: [(i64, Line<'_>); 18] = [
        (camille, ("annual", When(6, 0, 4, WHOLE), 70, "", granted)),
        (
            camille,
            ("annual", When(-2, 0, 5, WHOLE), 90, "", by_adjoint),
        ),
        (thomas, ("annual", When(2, 0, 5, WHOLE), 65, "", granted)),
        (lea, ("annual", When(1, 0, 5, WHOLE), 62, "", granted)),
        (karim, ("annual", When(9, 0, 12, WHOLE), 60, "", by_adjoint)),
        (hugo, ("rtt", When(3, 3, 2, WHOLE), 35, "", granted)),
        (
            hugo,
            (
                "annual",
                When(5, 0, 4, MORNING),
                50,
                "",
                &[
                    Granted(20, manager),
                    Granted(30, direction),
                    CancellationAsked(47 * 24, again),
                ],
            ),
        ),
        (
            lea,
            (
                "annual",
                When(5, 0, 5, WHOLE),
                28,
                "",
                &[Refused(30, manager, alone)],
            ),
        ),
        (
            karim,
            (
                "rtt",
                When(2, 1, 1, AFTERNOON),
                12,
                "",
                &[Granted(25, manager)],
            ),
        ),
        (ines, ("rtt", When(-1, 3, 1, WHOLE), 20, "", granted)),
        (
            ines,
            ("rtt", When(2, 3, 1, WHOLE), 3, "Rendez-vous médical.", &[]),
        ),
        (
            thomas,
            (
                "annual",
                When(6, 3, 5, AFTERNOON),
                2,
                "Fêtes en famille ; je peux échanger avec un collègue si besoin.",
                &[],
            ),
        ),
        (karim, ("rtt", When(3, 4, 1, MORNING), 2, "", &[])),
        // The other team: its own chief decided the first.
        (
            first,
            (
                "annual",
                When(3, 0, 3, WHOLE),
                9,
                "",
                &[Granted(90, manager)],
            ),
        ),
        (second, ("rtt", When(3, 4, 1, WHOLE), 2, "", &[])),
        (
            third,
            (
                "annual",
                When(4, 0, 5, WHOLE),
                1,
                "Départ prévu de longue date.",
                &[],
            ),
        ),
        (
            fourth,
            (
                "annual",
                When(4, 2, 2, WHOLE),
                75,
                "",
                &[Granted(40, direction)],
            ),
        ),
        (
            first,
            ("rtt", When(7, 1, 1, WHOLE), 6, "", &[Granted(30, manager)]),
        ),
    ];
    for (person, line) in lines {
        writer.write(&plain(person, line))?;
    }
    writer.write(&Wish {
        attachment: Some(letter()?),
        ..plain(
            camille,
            (
                "special",
                When(3, 3, 1, WHOLE),
                1,
                "Mariage de ma sœur.",
                &[],
            ),
        )
    })
}

/// Those who validate have leave of their own, which another validates.
fn of_managers(writer: &Writer<'_>, teams: &Teams) -> rusqlite::Result<()> {
    let (manager, adjoint) = (teams.of("manager.demo"), teams.of("adjoint.demo"));
    let direction = teams.of("direction.demo");
    let lines: [(i64, Line<'_>); 4] = [
        (
            manager,
            (
                "annual",
                When(-16, 0, 12, WHOLE),
                240,
                "",
                &[Granted(20, adjoint), Granted(30, direction)],
            ),
        ),
        (manager, ("annual", When(12, 0, 5, WHOLE), 2, "", &[])),
        (
            adjoint,
            ("rtt", When(2, 4, 1, WHOLE), 5, "", &[Granted(20, manager)]),
        ),
        (direction, ("annual", When(8, 0, 3, WHOLE), 6, "", &[])),
    ];
    for (person, line) in lines {
        writer.write(&plain(person, line))?;
    }
    Ok(())
}

fn plain<'a>(person: i64, (kind, when, days_ago, comment, then): Line<'a>) -> Wish<'a> {
    Wish {
        person,
        kind,
        when,
        days_ago,
        comment,
        attachment: None,
        then,
    }
}
