//! What was done with messages, told in each way that it can end.

use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::mail_told::mail_told;
use nomade::i18n::locale::Locale;
use nomade::rules::mail_change::{MailDeed, MailMark};
use nomade::rules::session::SessionStatus;
use nomade::state::locale::use_agent_locale;
use nomade::state::mail_hand::use_mail_hand;
use nomade::state::mail_shelf::{MailOutcome, MailTold};

fn told(locale: Locale, deed: MailDeed, count: usize, came: MailOutcome, is_undo: bool) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let hand = use_mail_hand();
        hand.shelf
            .folders
            .set(Some(fixture("mail/folders_ordinary")));
        let before = vec![("fo_1Inb".to_owned(), vec!["m_7pRt".to_owned()])];
        let undo = match (&deed, is_undo) {
            (MailDeed::Move(_), false) => before,
            _ => Vec::new(),
        };
        hand.shelf.told.set(Some(MailTold {
            ticket: 1,
            deed,
            count,
            is_undo,
            came,
            undo,
        }));
        mail_told(hand.shelf, hand.undo, use_agent_locale())
    })
}

#[test]
fn what_was_done_is_told_and_a_move_can_be_taken_back() {
    let to = |folder: &str| MailDeed::Move(folder.to_owned());
    for (deed, count, is_undo, said) in [
        (to("fo_6Trs"), 1, false, "1 message mis à la corbeille."),
        (
            to("fo_4Arc"),
            3,
            false,
            "3 messages déplacés vers «\u{a0}Archives\u{a0}».",
        ),
        (
            to("fo_7Bud"),
            1,
            false,
            "1 message déplacé vers «\u{a0}Budget 2027\u{a0}».",
        ),
        (to("gone"), 1, false, "1 message déplacé vers"),
        (
            to("fo_6Trs"),
            2,
            true,
            "C’est annulé\u{a0}: 2 messages remis à leur place.",
        ),
        (
            MailDeed::Mark(MailMark::Read),
            2,
            false,
            "2 messages marqués comme lus.",
        ),
        (
            MailDeed::Mark(MailMark::Unflagged),
            1,
            false,
            "Suivi retiré de 1 message.",
        ),
        (
            MailDeed::Delete,
            1,
            false,
            "1 message supprimé définitivement.",
        ),
    ] {
        let can_undo = matches!(deed, MailDeed::Move(_)) && !is_undo;
        let html = told(Locale::Fr, deed, count, MailOutcome::Done, is_undo);
        assert!(html.contains(said), "{said}: {html}");
        assert_eq!(html.contains(">Annuler<"), can_undo, "{html}");
        assert!(html.contains("role=\"status\""), "{html}");
    }
}

#[test]
fn what_was_not_done_is_told_with_its_reason() {
    let to = || MailDeed::Move("fo_6Trs".to_owned());
    let partly = MailOutcome::Partly {
        refused: 2,
        missing: 1,
    };
    let html = told(Locale::Fr, to(), 3, partly, false);
    for said in [
        "3 messages mis à la corbeille.",
        "2 messages n’ont pas pu être modifiés",
        "1 message n’existe plus.",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    for (error, is_undo, said) in [
        (ApiError::Offline, false, "de nouveau comme avant"),
        (ApiError::Offline, true, "L’annulation n’a pas abouti"),
        (ApiError::OutcomeUnknown, false, "vient d’être relue"),
    ] {
        let html = told(Locale::Fr, to(), 3, MailOutcome::Failed(error), is_undo);
        assert!(html.contains(said), "{said}: {html}");
        assert!(!html.contains("mis à la corbeille"), "{html}");
    }
    let trace = ApiError::Unavailable {
        trace_id: Some("t-42".to_owned()),
    };
    let html = told(Locale::En, to(), 3, MailOutcome::Failed(trace), false);
    assert!(
        html.contains("t-42") && html.contains("as before"),
        "{html}"
    );
}
