//! That every failure has words, whatever page it stands on, and that the password page leads where it may.

use super::payslips::payslips;
use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::portal::Portal;
use nomade::i18n::locale::Locale;
use nomade::pages::password_page::PasswordView;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

#[test]
fn every_failure_has_words_and_at_most_one_next_step() {
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
    ];
    for error in errors {
        for locale in [Locale::Fr, Locale::En] {
            let shown = error.clone();
            let html = payslips(|| Loader::fixed(Load::Failed(shown)), locale);
            let step = html.split("notice__step").nth(1).unwrap();
            assert!(
                step.matches("class=\"button\"").count() <= 1,
                "{error:?}: {html}"
            );
            assert!(html.contains("notice__title"), "{error:?}");
            assert_eq!(
                html.contains("t-9"),
                matches!(error, ApiError::Unavailable { .. }),
                "{error:?}"
            );
        }
    }
}

#[test]
fn the_password_page_leads_only_to_an_allowed_host() {
    let draw = |hosts: Vec<String>| {
        let portal: Portal = fixture("portal/ordinary");
        view_in(
            Locale::Fr,
            SessionStatus::SignedOut,
            move || view! { <PasswordView portal hosts/> },
        )
    };
    assert!(draw(vec!["identite.example".to_owned()]).contains("href=\"https://identite.example"));
    let refused = draw(vec!["autre.example".to_owned()]);
    assert!(
        !refused.contains("href=\"https://identite.example")
            && refused.contains("n’est pas affichée"),
        "{refused}"
    );
}
