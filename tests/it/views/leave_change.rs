//! Changing a request for leave: the question before, what is written, what went wrong, and what became of it.

use super::leave_request::{of, page};
use super::render::view_in;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::leave_change::{AskedChange, ChangeFailure, ChangeOutcome, Changing};
use nomade::contract::leave::LeaveState;
use nomade::i18n::locale::Locale;
use nomade::pages::leave_request_page::LeaveRequestView;
use nomade::pages::leave_request_page::changing::use_changing;
use nomade::rules::leave_change::LeaveChange;
use nomade::rules::session::SessionStatus;
use nomade::state::document_preview::PreviewState;
use nomade::state::load::{Load, Loader};

fn asked(request: &str, change: LeaveChange, then: fn(Changing)) -> String {
    let request = of(request);
    page(
        Locale::Fr,
        || Loader::fixed(Load::Loaded(request)),
        move |changing| {
            changing.asked.set(AskedChange {
                change: Some(change),
                was_interrupted: false,
            });
            then(changing);
        },
    )
}

#[test]
fn a_change_is_asked_about_first() {
    let html = asked("pending", LeaveChange::Cancel, |_| ());
    for words in [
        "Annuler cette demande\u{202f}?",
        "ces jours vous seront rendus",
        "Oui, annuler la demande",
        "Non, la garder",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(
        !html.contains("<textarea") && !html.contains("aria-disabled"),
        "{html}"
    );
    let html = asked("approved", LeaveChange::AskCancellation, |_| ());
    for words in [
        "Demander l’annulation de ce congé\u{202f}?",
        "Motif (facultatif)",
        "Envoyer la demande d’annulation",
        "aria-describedby=\"leave-reason-hint\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    // Whatever was asked about: what is not granted is not.
    assert!(!asked("approved", LeaveChange::Cancel, |_| ()).contains("<dialog"));
}

#[test]
fn while_it_is_on_its_way_neither_answer_does_anything() {
    let html = asked("approved", LeaveChange::AskCancellation, |changing| {
        changing.busy.set(true);
        changing.send.run(());
    });
    assert_eq!(html.matches("aria-disabled=\"true\"").count(), 2, "{html}");
    assert!(html.contains("readonly"), "{html}");
}

#[test]
fn a_reason_is_counted_when_it_grows_long_and_never_cut() {
    let html = asked("approved", LeaveChange::AskCancellation, |changing| {
        changing.reason.set("é".repeat(480));
    });
    assert!(
        html.contains("20") && !html.contains("field__error"),
        "{html}"
    );
    let html = asked("approved", LeaveChange::AskCancellation, |changing| {
        changing.reason.set("é".repeat(503));
    });
    assert!(html.contains("3 caractères de trop."), "{html}");
    assert!(html.contains("aria-invalid=\"true\"") && html.contains("500 caractères au plus"));
    assert!(!html.contains("maxlength"), "{html}");
}

#[test]
fn what_went_wrong_is_said_in_the_question() {
    for (why, words) in [
        (
            ChangeFailure::NotMade,
            "la demande n’a pas été annulée\u{a0}: réessayez",
        ),
        (ChangeFailure::Lost, "cela ne comptera qu’une fois"),
        (ChangeFailure::Call(ApiError::Offline), "réseau"),
    ] {
        let html = page(
            Locale::Fr,
            || Loader::fixed(Load::Loaded(of("pending"))),
            move |changing| {
                changing.asked.set(AskedChange {
                    change: Some(LeaveChange::Cancel),
                    was_interrupted: false,
                });
                changing.failure.set(Some(why));
            },
        );
        let (_, dialog) = html.split_once("<dialog").unwrap();
        assert!(
            dialog.contains("role=\"alert\"") && dialog.contains(words),
            "{words}: {dialog}"
        );
    }
}

#[test]
fn what_the_end_of_a_session_broke_off_is_offered_again() {
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        let first = Owner::new();
        first.with(|| {
            let request = Loader::fixed(Load::Loaded(of("approved")));
            let changing = use_changing("l_3qWe", request);
            changing.asked.set(AskedChange {
                change: Some(LeaveChange::AskCancellation),
                was_interrupted: true,
            });
            changing.reason.set("Réunion déplacée.".to_owned());
        });
        // The session ends, and the same agent comes back.
        first.cleanup();
        drop(first);
        let request = Loader::fixed(Load::Loaded(of("approved")));
        let changing = use_changing("l_3qWe", request);
        assert_eq!(changing.reason.get_untracked(), "Réunion déplacée.");
        let look = |_, _| super::documents::still(PreviewState::Checking);
        view! { <LeaveRequestView request changing preview=look/> }
    });
    assert!(
        html.contains("<dialog") && html.contains("rien n’a été envoyé"),
        "{html}"
    );
}

#[test]
fn what_became_of_a_change_has_the_focus_and_says_it_plainly() {
    let told = |locale, outcome| {
        page(
            locale,
            || Loader::fixed(Load::Loaded(of("cancelled"))),
            move |changing| changing.outcome.set(Some(outcome)),
        )
    };
    let done = |change, after_all| ChangeOutcome::Done { change, after_all };
    for (outcome, fr, en) in [
        (
            done(LeaveChange::Cancel, false),
            "La demande a bien été annulée",
            "The request has been cancelled",
        ),
        (
            done(LeaveChange::AskCancellation, true),
            "c’est bien enregistré, une seule fois",
            "it is recorded, once",
        ),
        (
            ChangeOutcome::Overtaken(LeaveState::Approved),
            "Son état est maintenant\u{a0}: Accordé.",
            "Its state is now: Granted.",
        ),
        (
            ChangeOutcome::NotAllowed(LeaveState::Refused),
            "Cette action n’est plus possible",
            "This is no longer possible",
        ),
    ] {
        for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
            let html = told(locale, outcome);
            assert!(html.contains(words), "{words}: {html}");
            assert!(
                html.contains("id=\"leave-outcome\" tabindex=\"-1\""),
                "{html}"
            );
        }
    }
}
