//! What comes of a decision on leave, of one or of several: done, lost, late, refused, and what is kept of it.

use super::leave_approvals::{card, changed, has, one, ordinary};
use super::leave_decisions_together::wanted;
use super::render::fixture;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::leave_decision_reason::RefusalFailure;
use nomade::components::leave_decision_verdict::Verdict;
use nomade::contract::leave::{LeaveDeed, LeaveRequest, LeaveState};
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::BatchOutcome;
use nomade::rules::expiry::Reading;
use nomade::rules::leave_decision::{DecisionAct, InvalidReason, UndoClock};

/// After a decision came to `request`.
fn after(locale: Locale, request: &str, verdict: Verdict) -> String {
    let now: LeaveRequest = fixture(&format!("leave/{request}"));
    card(locale, one(), move |card| {
        card.approval.update(|approval| approval.request = now);
        card.verdict.set(verdict);
    })
}

fn done(act: DecisionAct) -> Verdict {
    Verdict::Done {
        act,
        after_all: false,
        cancellation: false,
    }
}

#[test]
fn a_grant_at_one_level_is_never_told_as_done() {
    let html = after(
        Locale::Fr,
        "request_just_decided",
        done(DecisionAct::Approve),
    );
    has(
        &html,
        &[
            "Votre accord est enregistré",
            "Le congé n’est pas encore accordé\u{a0}: la demande attend maintenant le niveau 2 sur 2.",
            "Vous pouvez annuler votre décision jusqu’à 08:03.",
            "Annuler ma décision",
            "Aucune demande n’attend votre décision.",
        ],
    );
    assert!(
        !html.contains("Congé accordé") && !html.contains(">Accorder<"),
        "{html}"
    );
    let html = after(Locale::Fr, "request_approved", done(DecisionAct::Approve));
    has(&html, &["Congé accordé"]);
}

#[test]
fn the_time_to_take_a_decision_back_is_counted_down() {
    let now: LeaveRequest = fixture("leave/request_just_decided");
    let html = card(Locale::En, one(), move |card| {
        card.approval.update(|approval| approval.request = now);
        card.verdict.set(done(DecisionAct::Approve));
        card.undo_left.set(Some(42));
    });
    has(
        &html,
        &[
            "You can undo your decision until 08:03.",
            "countdown__left",
            "Undo my decision",
        ],
    );
}

#[test]
fn what_came_of_a_decision_says_no_more_than_the_portal_did() {
    let lost = |act| Verdict::Lost(act);
    let pending = "request_pending";
    for (request, verdict, words) in [
        (
            "request_refused",
            done(DecisionAct::Refuse),
            "Demande refusée",
        ),
        (
            pending,
            done(DecisionAct::Undo),
            "Votre décision est annulée\u{a0}: la demande attend de nouveau",
        ),
        (
            "request_refused",
            Verdict::Meanwhile(DecisionAct::Approve),
            "La demande a changé entre-temps",
        ),
        (
            pending,
            Verdict::NotRecorded(DecisionAct::Approve),
            "Après vérification, rien n’est enregistré",
        ),
        (
            pending,
            lost(DecisionAct::Refuse),
            "rien n’est décidé deux fois",
        ),
        (
            pending,
            Verdict::TooLate,
            "Le délai pour annuler votre décision est passé",
        ),
        (
            pending,
            Verdict::Failed(DecisionAct::Approve, ApiError::Offline),
            "L’accord n’est pas enregistré",
        ),
    ] {
        has(
            &after(Locale::Fr, request, verdict),
            &[words, "id=\"approval-outcome-1\""],
        );
    }
    let after_all = Verdict::Done {
        act: DecisionAct::Approve,
        after_all: true,
        cancellation: false,
    };
    has(
        &after(Locale::Fr, "request_approved", after_all),
        &["Après vérification, votre décision est bien enregistrée, une seule fois."],
    );
}

#[test]
fn the_decision_of_another_is_shown_with_who_when_and_why() {
    let html = after(
        Locale::Fr,
        "request_refused",
        Verdict::Meanwhile(DecisionAct::Approve),
    );
    let refused: LeaveRequest = fixture("leave/request_refused");
    let step = refused.trail.last().unwrap();
    has(
        &html,
        &[
            &format!("<bdi>{}</bdi> a refusé la demande", step.by.name),
            step.reason.as_deref().unwrap(),
        ],
    );
    assert!(!html.contains("leave-approval__buttons"), "{html}");
}

#[test]
fn while_it_is_on_its_way_the_buttons_stay_and_do_nothing() {
    let html = card(Locale::Fr, one(), |card| {
        card.verdict.set(Verdict::UnderWay(DecisionAct::Approve));
    });
    assert_eq!(html.matches("aria-disabled=\"true\"").count(), 2, "{html}");
}

#[test]
fn a_refusal_asks_for_its_reason_and_keeps_what_is_written() {
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        deciding.draft.update(|draft| {
            draft.refusing = wanted(&["l_7pRt"]);
            draft.reason = "é".repeat(501);
        });
    });
    has(
        &html,
        &[
            "<dialog",
            "Motif du refus (obligatoire)",
            "Agent Démo, du 28 décembre 2026",
            "Ce motif est trop long",
            "1 caractère de trop.",
            "Refuser la demande",
        ],
    );
    assert!(!html.contains("maxlength"), "what is pasted is never cut");
    let failed = |why: RefusalFailure| {
        changed(Locale::Fr, ordinary(), move |deciding| {
            let both = wanted(&["l_7pRt", "l_8kLm"]);
            deciding.draft.update(|draft| draft.refusing = both);
            deciding.failure.set(Some(why));
        })
    };
    has(
        &failed(RefusalFailure::Invalid(InvalidReason::Missing)),
        &[
            "Écrivez le motif du refus.",
            "aria-invalid=\"true\"",
            "Refuser les 2 demandes",
        ],
    );
    let offline = Verdict::Failed(DecisionAct::Refuse, ApiError::Offline);
    has(
        &failed(RefusalFailure::NotTaken(offline)),
        &["dialog__failure"],
    );
}

#[test]
fn a_refusal_that_is_pressed_asks_for_words_of_its_own() {
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        deciding.draft.update(|draft| {
            draft.refuse(wanted(&["l_9lMn"]));
            draft.reason = "Raison confidentielle".to_owned();
        });
        // Somebody else has decided meanwhile.
        let mut now = ordinary();
        now.items.retain(|item| item.request.summary.id != "l_9lMn");
        now.waiting = 3;
        deciding.listed(&now);
        deciding
            .draft
            .update(|draft| draft.refuse(wanted(&["l_8kLm"])));
        let reason = deciding.draft.with_untracked(|draft| draft.reason.clone());
        assert_eq!(reason, "");
    });
    assert!(!html.contains("confidentielle"), "{html}");
}

#[test]
fn what_followed_a_decision_is_not_told_as_what_it_came_to() {
    let mut now: LeaveRequest = fixture("leave/request_just_decided");
    let mut next = now.trail.last().unwrap().clone();
    next.by_reader = false;
    next.by.name = "Nadia Lefèvre".to_owned();
    next.deed = LeaveDeed::Refused;
    now.trail.push(next);
    now.summary.state = LeaveState::Refused;
    now.actions.clear();
    let verdict = done(DecisionAct::Approve);
    assert_eq!(verdict.among_others(&now), Some(BatchOutcome::Followed));
    let html = card(Locale::Fr, one(), move |card| {
        card.approval.update(|approval| approval.request = now);
        card.verdict.set(verdict);
    });
    has(
        &html,
        &[
            "Votre accord est enregistré, et la demande a changé depuis",
            "<bdi>Nadia Lefèvre</bdi> a refusé la demande",
        ],
    );
    assert!(!html.contains("Congé accordé"), "{html}");
}

#[test]
fn a_decision_that_goes_on_in_another_list_keeps_its_time() {
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        let began = Reading {
            wall_ms: 0,
            steady_ms: 0,
        };
        let decided: LeaveRequest = fixture("leave/request_just_decided");
        let first = deciding.card(one());
        first
            .approval
            .update(|approval| approval.request = decided.clone());
        first.undo_clock.set_value(Some(UndoClock::decided(began)));
        let mut listed = one();
        listed.request = decided;
        let second = deciding.card(listed.clone());
        assert_ne!(second.number, first.number);
        assert_eq!(
            second.undo_clock.get_value(),
            Some(UndoClock::decided(began))
        );
        // Another decision has a time of its own.
        listed.request.revision = "9".to_owned();
        assert_eq!(deciding.card(listed).undo_clock.get_value(), None);
    });
    assert!(html.contains("leave-approval"), "{html}");
}
