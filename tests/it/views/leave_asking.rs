//! Asking for leave: the form in every state, what became of a try, the receipt, and the copy that it may begin with.

use super::render::{fixture, view_in};
use chrono::NaiveDate;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::leave_form::LeaveDraft;
use nomade::components::leave_form_fields::LeftByKind;
use nomade::components::leave_receipt::RecordedLeave;
use nomade::components::leave_request_failure::LeaveRequestFailure;
use nomade::contract::leave::LeaveKinds;
use nomade::i18n::locale::Locale;
use nomade::pages::leave_asking_page::asking::{Sending, draft_of_leave, sending_of_leave};
use nomade::pages::leave_asking_page::copying::Copying;
use nomade::pages::leave_asking_page::{AskingParts, LeaveAskingView, offered};
use nomade::rules::leave_day_field::InvalidDay;
use nomade::rules::leave_form::LeaveMistake;
use nomade::rules::leave_request::InvalidLeaveRequest;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};
use nomade::state::once::{LastTry, NotMade};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The page on the 22nd of November 2026, with what `change` makes of it.
fn page_of(
    locale: Locale,
    kinds: Load<LeaveKinds>,
    change: impl FnOnce(AskingParts) + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let loader = Loader::fixed(kinds);
        let today = Memo::new(|_| day("2026-11-22"));
        let left =
            Memo::new(|_| LeftByKind::from([("annual".to_owned(), 19), ("rtt".to_owned(), -1)]));
        let parts = AskingParts::new(offered(loader), left, today);
        change(parts);
        view! { <LeaveAskingView loader parts/> }
    })
}

pub(super) fn page(locale: Locale, change: impl FnOnce(AskingParts) + Send + 'static) -> String {
    page_of(
        locale,
        Load::Loaded(fixture("leave/kinds_ordinary")),
        change,
    )
}

fn with_draft(change: impl FnOnce(&mut LeaveDraft) + Send + 'static) -> String {
    page(Locale::Fr, move |_| draft_of_leave().update(change))
}

pub(super) fn failed(why: LeaveRequestFailure) -> String {
    page(Locale::Fr, move |parts| parts.asking.failure.set(Some(why)))
}

pub(super) fn has(html: &str, words: &[&str]) {
    for words in words {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn each_kind_says_what_it_is_for_what_is_left_and_what_it_wants() {
    let html = page(Locale::Fr, |_| ());
    has(
        &html,
        &[
            "Quel congé\u{202f}? (obligatoire)",
            "Congés annuels",
            "Reste 9,5\u{a0}jours. Vos jours de l’année",
            "Reste \u{2212}0,5\u{a0}jour.",
            "Justificatif demandé.",
            "Justificatif possible.",
            "Premier jour",
            "Dernier jour",
            "Le congé commence",
            "l’après-midi",
            "Le congé se termine",
            "à midi",
            "Message pour qui valide (facultatif)",
            "Choisissez le congé et les jours",
            "Envoyer la demande",
        ],
    );
    assert_eq!(html.matches("name=\"leave-kind\"").count(), 5, "{html}");
    assert!(!html.contains("error-summary") && !html.contains("field__error"));
    assert!(!html.contains("Effacer le brouillon"), "nothing is begun");
    assert!(
        !html.contains("type=\"file\""),
        "no kind is chosen that takes one"
    );
    let html = page(Locale::En, |_| ());
    has(
        &html,
        &[
            "Which leave? (required)",
            "9.5\u{a0}days left.",
            "First day",
            "Last day",
            "The leave ends",
            "Send the request",
        ],
    );
}

#[test]
fn while_nothing_has_come_there_is_no_form_and_what_failed_is_told() {
    for load in [Load::Loading, Load::Slow] {
        assert!(!page_of(Locale::Fr, load, |_| ()).contains("<form"));
    }
    let html = page_of(Locale::Fr, Load::Failed(ApiError::Offline), |_| ());
    assert!(html.contains("notice") && !html.contains("<form"), "{html}");
    let none = page_of(
        Locale::Fr,
        Load::Loaded(fixture("leave/kinds_none")),
        |_| (),
    );
    has(&none, &["Aucun congé ne peut être demandé ici"]);
    assert!(!none.contains("<form"));
}

#[test]
fn half_days_are_offered_where_the_kind_takes_them() {
    let whole = with_draft(|draft| draft.kind = "savings".to_owned());
    assert!(!whole.contains("leave-from-noon"), "{whole}");
    has(&whole, &["Ce congé se prend par journées entières."]);
    // What was chosen for another kind is not sent, and not said to be.
    let said = |kind: &'static str| {
        with_draft(move |draft| {
            draft.kind = kind.to_owned();
            (draft.from, draft.to) = ("15/06/2027".to_owned(), "16/06/2027".to_owned());
            (draft.from_noon, draft.to_noon) = (true, true);
        })
    };
    has(
        &said("annual"),
        &["Choisi\u{a0}: du 15 juin 2027 à midi au 16 juin 2027 à midi."],
    );
    has(&said("savings"), &["Choisi\u{a0}: du 15 au 16 juin 2027."]);
    let half = with_draft(|draft| draft.kind = "annual".to_owned());
    assert!(half.contains("leave-from-noon") && half.contains("leave-to-noon"));
}

#[test]
fn what_is_typed_is_told_in_words_or_refused_at_its_field_and_kept() {
    let html = with_draft(|draft| {
        draft.from = "3/8/27".to_owned();
        draft.to = "pas une date <b>".to_owned();
    });
    has(
        &html,
        &[
            "mardi 3 août 2027",
            "id=\"leave-to-error\"",
            "Dernier jour illisible",
            "aria-describedby=\"leave-to-error leave-to-day leave-day-hint\"",
        ],
    );
    let html = with_draft(|draft| {
        draft.from = "31/12/2026".to_owned();
        draft.to = "30/12/2026".to_owned();
    });
    has(&html, &["Le dernier jour est avant le premier"]);
    let long = with_draft(|draft| draft.comment = "\u{202e}\0x".repeat(3_334));
    has(&long, &["Ce message est trop long", "caractères de trop"]);
    assert!(!long.contains("maxlength"), "what is pasted is never cut");
}

#[test]
fn everything_that_is_missing_is_told_in_the_summary_and_at_its_field() {
    use InvalidLeaveRequest as Invalid;
    let html = failed(LeaveRequestFailure::Incomplete(vec![
        LeaveMistake::Request(Invalid::NoKind),
        LeaveMistake::Request(Invalid::NoFirstDay),
        LeaveMistake::Request(Invalid::NoLastDay),
    ]));
    for (words, field) in [
        ("Choisissez le congé que vous demandez.", "leave-kind"),
        ("Indiquez le premier jour.", "leave-from"),
        ("Indiquez le dernier jour.", "leave-to"),
    ] {
        assert_eq!(html.matches(words).count(), 2, "{words}: {html}");
        assert!(html.contains(&format!("href=\"#{field}\"")), "{html}");
        assert_eq!(
            html.matches(&format!(" id=\"{field}\"")).count(),
            1,
            "{html}"
        );
    }
    // Once it is mended it is told at the summary only.
    let html = page(Locale::Fr, |parts| {
        draft_of_leave().update(|draft| draft.kind = "rtt".to_owned());
        let wrong = vec![
            LeaveMistake::Request(Invalid::NoKind),
            LeaveMistake::FirstDay(InvalidDay::Unreadable),
        ];
        parts
            .asking
            .failure
            .set(Some(LeaveRequestFailure::Incomplete(wrong)));
    });
    assert_eq!(
        html.matches("Choisissez le congé que vous demandez.")
            .count(),
        1
    );
}

#[test]
fn each_failure_keeps_the_form_and_has_at_most_one_next_step() {
    for (why, words) in [
        (NotMade::NotRecorded, "n’est pas encore enregistrée"),
        (NotMade::Lost, "elle ne comptera qu’une fois"),
        (
            NotMade::Call(ApiError::SignedOut),
            "La demande n’est pas partie",
        ),
        (
            NotMade::Call(ApiError::Offline),
            "La demande n’est pas partie",
        ),
        (
            NotMade::Call(ApiError::Refused(fixture("problem/not_found"))),
            "La demande n’est pas partie",
        ),
    ] {
        let html = failed(LeaveRequestFailure::NotMade(why.clone()));
        let (_, summary) = html.split_once("id=\"error-summary\"").unwrap();
        let summary = summary.split("<form").next().unwrap();
        let copies = usize::from(summary.contains("trace-reference"));
        assert!(
            summary.matches("class=\"button\"").count() <= 1 + copies,
            "{why:?}: {summary}"
        );
        assert!(
            html.contains(words) && html.contains("id=\"leave-comment\""),
            "{why:?}: {html}"
        );
    }
}

#[test]
fn who_comes_back_finds_what_was_written_and_how_the_last_try_ended() {
    for (last_try, words) in [
        (LastTry::NotSent, "n’est pas encore partie"),
        (LastTry::NotRecorded, "n’est pas encore enregistrée"),
        (LastTry::Lost, "a peut-être été enregistrée"),
    ] {
        let html = with_draft(move |draft| {
            draft.kind = "annual".to_owned();
            draft.last_try = last_try;
        });
        has(&html, &[words, "Effacer le brouillon"]);
    }
    let busy = page(Locale::Fr, |_| {
        sending_of_leave().update(|sending: &mut Sending| sending.under_way = Some("k".to_owned()));
    });
    assert!(busy.contains("aria-disabled=\"true\"") && busy.contains("readonly"));
}

#[test]
fn while_it_is_on_its_way_no_choice_can_be_made() {
    let choices = |html: &str| -> Vec<bool> {
        let radios = html.split("<input").skip(1);
        let radios = radios.filter_map(|radio| radio.split('>').next());
        radios
            .filter(|radio| radio.contains("type=\"radio\""))
            .map(|radio| radio.contains("aria-disabled=\"true\""))
            .collect()
    };
    let asking = |is_busy: bool| {
        page(Locale::Fr, move |parts| {
            draft_of_leave().update(|draft| draft.kind = "annual".to_owned());
            parts.copy.set(Some(fixture("leave/request_pending")));
            parts.copying.set(Copying::OrDraft);
            if is_busy {
                let busy = |sending: &mut Sending| sending.under_way = Some("k".to_owned());
                sending_of_leave().update(busy);
            }
        })
    };
    let waits = |html: &str, words: &str| {
        let (before, _) = html.split_once(words).unwrap();
        let (_, button) = before.rsplit_once("<button").unwrap();
        button.contains("aria-disabled=\"true\"")
    };
    for is_busy in [false, true] {
        let html = asking(is_busy);
        assert_eq!(choices(&html), [is_busy; 9], "{html}");
        assert_eq!(waits(&html, "La remplacer par la copie"), is_busy, "{html}");
        assert!(!waits(&html, "Garder ma demande commencée"), "{html}");
    }
}

fn receipt(locale: Locale, recorded: RecordedLeave) -> String {
    page(locale, move |_| {
        sending_of_leave().update(|sending: &mut Sending| sending.recorded = Some(recorded));
    })
}

#[test]
fn the_receipt_says_what_was_recorded_who_decides_next_and_the_ways_on() {
    let recorded = RecordedLeave {
        id: "l_7pRt".to_owned(),
        request: Some(fixture("leave/request_pending")),
        after_all: false,
    };
    let html = receipt(Locale::Fr, recorded.clone());
    has(
        &html,
        &[
            "Votre demande a bien été enregistrée",
            "Congés annuels",
            "du 28 décembre 2026 au 4 janvier 2027 à midi",
            "4,5\u{a0}jours",
            "niveau 1 sur 2",
            "href=\"/space/leave/l_7pRt\"",
            "Demander un autre congé",
        ],
    );
    assert!(!html.contains("<form"), "the draft is gone: {html}");
    assert!(!html.contains("s’était perdue"));
    has(
        &receipt(Locale::En, recorded),
        &["level 1 of 2", "Ask for another leave"],
    );
    let html = receipt(
        Locale::Fr,
        RecordedLeave {
            id: "a/b?".to_owned(),
            request: None,
            after_all: true,
        },
    );
    has(
        &html,
        &[
            "la demande est enregistrée, une seule fois",
            "href=\"/space/leave/a%2Fb%3F\"",
        ],
    );
}

#[test]
fn what_was_written_since_stays_under_the_receipt() {
    let html = page(Locale::Fr, |_| {
        draft_of_leave().update(|draft| draft.comment = "encore".to_owned());
        sending_of_leave().update(|sending: &mut Sending| {
            sending.recorded = Some(RecordedLeave {
                id: "l".to_owned(),
                request: None,
                after_all: false,
            });
        });
    });
    assert!(
        html.contains("leave-receipt") && html.contains("<form"),
        "{html}"
    );
}

#[test]
fn a_copy_is_told_and_never_takes_the_place_of_a_draft_by_itself() {
    let copying = |state| {
        page(Locale::Fr, move |parts| {
            parts.copy.set(Some(fixture("leave/request_pending")));
            parts.copying.set(state);
        })
    };
    has(
        &copying(Copying::Done),
        &[
            "Demande copiée, sans ses dates",
            "Choisissez le premier jour",
        ],
    );
    has(
        &copying(Copying::OrDraft),
        &[
            "Vous avez déjà commencé une demande",
            "Garder ma demande commencée",
            "La remplacer par la copie",
        ],
    );
    has(&copying(Copying::Failed), &["n’a pas pu être lue"]);
}
