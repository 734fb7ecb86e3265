//! "This was not me": the way there, the form in every state, what became of a try, and the receipt.

use super::activity::journal;
use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::report_form::{LastTry, ReportDraft, ReportForm};
use nomade::components::report_receipt::ReportReceipt;
use nomade::contract::activity::{Activity, ActivityAction};
use nomade::i18n::locale::Locale;
use nomade::rules::activity_filter::ActivityAddress;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

fn asked(report: &str) -> ActivityAddress {
    ActivityAddress {
        report: Some(report.to_owned()),
        ..ActivityAddress::default()
    }
}

fn shown(asked: ActivityAddress, activity: Activity) -> String {
    let loader = move || Loader::fixed(Load::Loaded(activity));
    journal(Locale::Fr, asked, loader, |_, _| ())
}

fn form(locale: Locale, draft: ReportDraft, busy: bool, failure: Option<ApiError>) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let nothing = Callback::new(|()| ());
        view! {
            <ReportForm
                draft=RwSignal::new(draft)
                busy=RwSignal::new(busy)
                failure=RwSignal::new(failure)
                send=nothing
                cancel=nothing
            />
        }
    })
}

fn draft(comment: &str, last_try: LastTry) -> ReportDraft {
    ReportDraft {
        comment: comment.to_owned(),
        last_try,
    }
}

#[test]
fn the_address_opens_the_form_under_its_event_and_no_other() {
    let html = shown(asked("e_1Cw4"), fixture("activity/page_ordinary"));
    assert_eq!(html.matches("id=\"report-heading\"").count(), 1, "{html}");
    assert_eq!(html.matches("Ce n’était pas moi").count(), 13, "{html}");
    let (before, after) = html.split_once("id=\"report-heading\"").unwrap();
    assert!(before.contains("what-e_1Cw4") && !before.contains("what-e_0Bv3"));
    for words in [
        "Envoyer le signalement",
        "Annuler",
        "Commentaire (facultatif)",
    ] {
        assert!(after.contains(words), "{words}: {html}");
    }
}

#[test]
fn only_what_the_portal_lets_report_is_offered() {
    let mut activity: Activity = fixture("activity/page_ordinary");
    for event in &mut activity.items {
        event.actions = vec![ActivityAction::Unknown];
    }
    let html = shown(asked("e_1Cw4"), activity);
    assert!(!html.contains("Ce n’était pas moi"), "{html}");
    assert!(!html.contains("report-heading"), "{html}");
    let html = shown(
        ActivityAddress::default(),
        fixture("activity/page_reported"),
    );
    assert!(
        html.contains("Signalé le ") && html.contains("SIG-"),
        "{html}"
    );
    assert!(html.contains("Ce qu’il faut faire maintenant"), "{html}");
}

#[test]
fn an_event_that_is_not_shown_is_looked_for_without_filters() {
    let html = shown(asked("e_none"), fixture("activity/page_ordinary"));
    assert!(html.contains("n’est pas dans la liste affichée"), "{html}");
    assert!(!html.contains("report-heading"), "{html}");
    let filtered = ActivityAddress {
        from: "2026-11-21".to_owned(),
        ..asked("e_none")
    };
    let html = shown(filtered, fixture("activity/page_ordinary"));
    assert!(
        html.contains("href=\"/space/activity?report=e_none\""),
        "{html}"
    );
}

#[test]
fn the_form_says_what_will_happen_and_nothing_of_tries_that_were_not_made() {
    for (locale, effect, send) in [
        (
            Locale::Fr,
            "toutes vos autres sessions sont fermées",
            "Envoyer le signalement",
        ),
        (
            Locale::En,
            "all your other sessions are closed",
            "Send the report",
        ),
    ] {
        let html = form(locale, ReportDraft::default(), false, None);
        assert!(html.contains(effect) && html.contains(send), "{html}");
        assert!(!html.contains("notice") && !html.contains("error-summary"));
        assert!(!html.contains("aria-disabled"), "{html}");
    }
    let busy = form(Locale::Fr, ReportDraft::default(), true, None);
    assert_eq!(busy.matches("aria-disabled=\"true\"").count(), 2, "{busy}");
    assert!(busy.contains("readonly"), "{busy}");
}

#[test]
fn who_comes_back_is_told_that_it_was_not_sent() {
    let html = form(Locale::Fr, draft("", LastTry::NotSent), false, None);
    assert!(html.contains("n’est pas encore parti"), "{html}");
    let html = form(Locale::En, draft("", LastTry::Lost), false, None);
    assert!(html.contains("may have been recorded"), "{html}");
    assert!(html.contains("counts once"), "{html}");
}

#[test]
fn each_failure_keeps_the_form_and_has_at_most_one_next_step() {
    let errors = [
        ApiError::Offline,
        ApiError::Filtered,
        ApiError::Unavailable {
            trace_id: Some("t-9".to_owned()),
        },
        ApiError::SignedOut,
        ApiError::Limited { retry_after: 90 },
        ApiError::Unreadable,
        ApiError::OutcomeUnknown,
        ApiError::Refused(fixture("problem/not_found")),
        ApiError::Refused(fixture("problem/csrf_refused")),
    ];
    for error in errors {
        for locale in [Locale::Fr, Locale::En] {
            let shown = Some(error.clone());
            let html = form(locale, draft("mes mots", LastTry::NotSent), false, shown);
            let summary = html.split("id=\"error-summary\"").nth(1).unwrap();
            let summary = summary.split("<ul class=\"checklist\"").next().unwrap();
            let steps = summary.matches("class=\"button\"").count();
            let copies = usize::from(summary.contains("trace-reference"));
            assert!(steps <= 1 + copies, "{error:?}: {summary}");
            assert!(!html.contains("notice__title"), "said once: {html}");
            assert!(html.contains("id=\"report-comment\""), "{html}");
        }
    }
    let lost = form(
        Locale::Fr,
        ReportDraft::default(),
        false,
        Some(ApiError::OutcomeUnknown),
    );
    assert!(
        lost.contains("a peut-être été enregistré") && lost.contains("Réessayer"),
        "{lost}"
    );
}

#[test]
fn a_comment_is_counted_when_it_grows_long_and_nothing_is_cut() {
    let said = |length: usize| {
        let written = draft(&"é".repeat(length), LastTry::None);
        form(Locale::Fr, written, false, None)
    };
    assert!(!said(1699).contains("caractères."));
    assert!(said(1700).contains("Il reste 300 caractères."));
    assert!(said(1999).contains("Il reste 1 caractère."));
    let full = said(2000);
    assert!(full.contains("Il reste 0 caractère.") && !full.contains("aria-invalid"));
    let over = said(2003);
    assert!(
        over.contains("3 caractères de trop.")
            && over.contains("aria-invalid=\"true\"")
            && over.contains("trop long"),
        "{over}"
    );
    assert!(!over.contains("maxlength"), "what is pasted is never cut");
}

#[test]
fn the_receipt_has_the_reference_and_what_to_do_next() {
    for (locale, words) in [
        (
            Locale::Fr,
            [
                "Signalement enregistré",
                "Toutes vos autres sessions ont été fermées.",
                "Renouvelez votre mot de passe.",
                "Se déconnecter",
            ],
        ),
        (
            Locale::En,
            [
                "Report recorded",
                "All your other sessions have been closed.",
                "Renew your password.",
                "Log out",
            ],
        ),
    ] {
        let html = view_in(locale, SessionStatus::SignedOut, || {
            let report = fixture("activity/report_made");
            view! { <ReportReceipt report sign_out=Callback::new(|()| ())/> }
        });
        for words in words {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert!(html.contains("SIG-") && html.contains("tel:"), "{html}");
        assert!(html.contains("href=\"/password\""), "{html}");
    }
}
