//! Several decisions on leave at once, and those that wait to be sent; knows no single one.

use super::leave_approvals::{card, changed, has, one, ordinary, shown};
use leptos::prelude::*;
use nomade::components::leave_decision_batch::{Batch, BatchSummary};
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::BatchOutcome;
use nomade::rules::leave_decision_draft::{Unsent, WantedDecision};

/// The ordinary requests of these ids, as they are.
pub fn wanted(ids: &[&str]) -> Vec<WantedDecision> {
    let items = ordinary().items.into_iter().map(|item| item.request);
    let items = items.filter(|request| ids.contains(&request.summary.id.as_str()));
    items.map(|request| WantedDecision::of(&request)).collect()
}

#[test]
fn several_are_chosen_and_decided_together() {
    let html = shown(Locale::Fr, ordinary());
    has(
        &html,
        &[
            "Tout sélectionner",
            "Sélectionner la demande de Camille Bernard, le 10 décembre 2026",
        ],
    );
    assert!(!html.contains("leave-approval-choice__bar"), "{html}");
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        for item in ordinary().items.into_iter().take(3) {
            deciding.card(item).chosen.set(true);
        }
    });
    has(
        &html,
        &[
            "3 demandes sélectionnées",
            "Accorder la sélection (3)",
            "Refuser la sélection (3)",
        ],
    );
    // One alone is not chosen from.
    assert!(!card(Locale::Fr, one(), |_| ()).contains("Tout sélectionner"));
}

#[test]
fn several_decisions_tell_how_far_they_are_and_what_came_of_each() {
    let html = changed(Locale::En, ordinary(), |deciding| {
        let first = ordinary().items.remove(0);
        deciding.card(first).chosen.set(true);
        deciding.batch.set(Some(Batch {
            n: 2,
            of: 3,
            is_stopping: false,
        }));
    });
    has(
        &html,
        &[
            "Decision 2 of 3…",
            "Stop after this one",
            "aria-disabled=\"true\"",
        ],
    );
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        deciding.summary.set(Some(BatchSummary {
            items: vec![
                ("Camille Bernard, le 10".to_owned(), BatchOutcome::Approved),
                ("Thomas Petit, le 11".to_owned(), BatchOutcome::Meanwhile),
            ],
            left: 2,
        }));
    });
    has(
        &html,
        &[
            "id=\"batch-summary\"",
            "1 décision enregistrée sur 4",
            "<bdi>Thomas Petit, le 11</bdi>\u{a0}: changée entre-temps, non décidée",
            "2 demandes n’ont pas été traitées.",
        ],
    );
}

#[test]
fn what_the_session_did_not_let_through_is_offered_again() {
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        deciding.draft.update(|draft| {
            draft.granting = wanted(&["l_8kLm"]);
            draft.not_granted = Some(Unsent::SessionEnded);
        });
    });
    has(
        &html,
        &[
            "Votre décision n’est pas partie",
            "Un accord attend",
            "Ne pas envoyer",
        ],
    );
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        deciding.draft.update(|draft| {
            draft.refusing = wanted(&["l_8kLm"]);
            draft.reason = "Trop d’absents.".to_owned();
            draft.not_refused = Some(Unsent::SessionEnded);
        });
    });
    has(&html, &["Un refus attend", "<dialog"]);
    // A request that nobody waits for any more is no reason to ask.
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        let gone = WantedDecision {
            id: "l_gone".to_owned(),
            revision: "1".to_owned(),
        };
        deciding.draft.update(|draft| draft.refusing = vec![gone]);
        deciding.listed(&ordinary());
        assert!(
            deciding
                .draft
                .with_untracked(|draft| draft.refusing.is_empty())
        );
    });
    assert!(!html.contains("<dialog"), "{html}");
}

#[test]
fn what_was_cut_short_is_offered_with_whose_it_is_and_never_as_another_decision() {
    let interrupted = |these: fn() -> Vec<WantedDecision>| {
        changed(Locale::Fr, ordinary(), move |deciding| {
            deciding.draft.update(|draft| {
                draft.granting = these();
                draft.not_granted = Some(Unsent::Interrupted);
            });
        })
    };
    has(
        &interrupted(|| wanted(&["l_8kLm", "l_1mNo"])),
        &[
            "2 accords attendent d’être envoyés\u{a0}: l’envoi a été interrompu.",
            "Thomas Petit, ",
            "\u{a0}: Annulation demandée</bdi>",
        ],
    );
    // It was a request then, and is the cancellation of what was granted now.
    let html = interrupted(|| {
        let mut before = wanted(&["l_1mNo"]);
        for one in &mut before {
            one.revision = "1".to_owned();
        }
        before
    });
    assert!(!html.contains("Votre décision n’est pas partie"), "{html}");
}
