//! The views of pages whose data is loading, slow, here, empty, failed or strange.

use super::render::{states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::payslips::{Payslip, Payslips};
use nomade::contract::portal::Portal;
use nomade::i18n::locale::Locale;
use nomade::pages::password_page::PasswordView;
use nomade::pages::payslip_page::PayslipView;
use nomade::pages::payslips_page::PayslipsView;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

fn fixture<T: serde::de::DeserializeOwned>(path: &str) -> T {
    let path = format!("{}/tests/fixtures/{path}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(
        &std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")),
    )
    .unwrap()
}

fn payslips(loader: impl FnOnce() -> Loader<Payslips> + Send + 'static, locale: Locale) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let payslips = loader();
        view! { <PayslipsView year=Signal::stored(None) payslips more=Callback::new(|()| ())/> }
    })
}

fn payslip(loader: impl FnOnce() -> Loader<Payslip> + Send + 'static, locale: Locale) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let payslip = loader();
        view! { <PayslipView payslip document_url="/document".to_owned()/> }
    })
}

#[test]
fn the_list_is_drawn_in_every_state() {
    let pick = |index: usize| {
        move || {
            states(
                fixture::<Payslips>("payslips/page_first"),
                ApiError::Offline,
            )
            .into_iter()
            .nth(index)
            .unwrap()
            .1
        }
    };
    assert!(!payslips(pick(0), Locale::Fr).contains("role=\"status\""));
    assert!(payslips(pick(1), Locale::Fr).contains("prend plus de temps"));
    assert!(payslips(pick(2), Locale::Fr).contains("payslip-list__link"));
    assert!(payslips(pick(3), Locale::Fr).contains("hors connexion"));
    assert!(payslips(pick(3), Locale::En).contains("You are offline"));
}

#[test]
fn an_empty_list_says_so_instead_of_showing_nothing() {
    let html = payslips(
        || Loader::fixed(Load::Loaded(Payslips::default())),
        Locale::Fr,
    );
    assert!(html.contains("Vos bulletins apparaissent ici"), "{html}");
}

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
fn a_payslip_shows_every_line_and_total_and_strange_ones_too() {
    for case in std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/payslips"
    ))
    .unwrap()
    {
        let path = case.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let Ok(data) = serde_json::from_str::<Payslip>(&text) else {
            continue;
        };
        for locale in [Locale::Fr, Locale::En] {
            let shown = data.clone();
            let html = payslip(|| Loader::fixed(Load::Loaded(shown)), locale);
            assert_eq!(
                html.matches("<tr").count(),
                10 + groups(&data) + data.lines.len(),
                "{path:?}"
            );
        }
    }
}

fn groups(payslip: &Payslip) -> usize {
    use nomade::contract::payslips::PayslipLineKind as Kind;
    let has =
        |wanted: &[Kind]| usize::from(payslip.lines.iter().any(|line| wanted.contains(&line.kind)));
    has(&[Kind::Earning])
        + has(&[Kind::Contribution])
        + has(&[Kind::Tax])
        + has(&[Kind::Other, Kind::Unknown])
}

#[test]
fn three_hundred_lines_are_drawn() {
    let mut data: Payslip = fixture("payslips/payslip_ordinary");
    let line = data.lines.first().unwrap().clone();
    data.lines = vec![line; 300];
    let html = payslip(move || Loader::fixed(Load::Loaded(data)), Locale::Fr);
    assert_eq!(html.matches("<tr").count(), 10 + 1 + 300);
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
