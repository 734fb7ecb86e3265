//! The login as it is drawn: its form for password managers, and every cause with its reason, its way out and whom to call.

use super::render::view_in;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::countdown::{Countdown, SpokenCountdown};
use nomade::components::login_failure::LoginFailureView;
use nomade::components::sign_in_news::{LastConnection, PasswordExpiry};
use nomade::contract::problem::{Problem, ProblemCode};
use nomade::contract::session::Session;
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::LoginCause;
use nomade::pages::login_page::LoginView;
use nomade::rules::credentials::InvalidCredentials;
use nomade::rules::session::SessionStatus;
use nomade::state::login_cause::{LoginFailure, cause, is_connection};
use nomade::state::login_form::{LoginForm, LoginNote};
use nomade::state::session::SignInFailure;

const LOCALES: [Locale; 2] = [Locale::Fr, Locale::En];

fn problem(code: ProblemCode) -> Problem {
    let json = serde_json::json!({ "status": 400, "code": code, "trace_id": "t-42", "retry_after": 90, "address": "203.0.113.9", "until": "2026-11-22T18:42:00+01:00" });
    serde_json::from_value(json).unwrap()
}

fn refused(code: ProblemCode) -> SignInFailure {
    SignInFailure::Api(ApiError::Refused(problem(code)))
}

fn failure(locale: Locale, failure: LoginFailure) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        view! { <LoginFailureView failure left=Signal::stored(Some(90))/> }
    })
}

fn login(
    locale: Locale,
    status: SessionStatus,
    prepare: impl FnOnce(LoginForm) + Send + 'static,
) -> String {
    view_in(locale, status, move || {
        let form = LoginForm::default();
        prepare(form);
        view! { <LoginView form submit=Callback::new(|()| ()) cancel=Callback::new(|()| ())/> }
    })
}

/// One failure for every cause that has words of its own.
fn failures() -> Vec<(LoginCause, SignInFailure)> {
    use ProblemCode as Code;
    vec![
        (LoginCause::InvalidPair, refused(Code::InvalidCredentials)),
        (LoginCause::Locked, refused(Code::AccountLocked)),
        (LoginCause::Limited, refused(Code::TooManyAttempts)),
        (LoginCause::PasswordExpired, refused(Code::PasswordExpired)),
        (LoginCause::NetworkBlocked, refused(Code::NetworkBlocked)),
        (LoginCause::Maintenance, refused(Code::Maintenance)),
        (
            LoginCause::Unavailable,
            SignInFailure::Api(ApiError::Unavailable { trace_id: None }),
        ),
        (LoginCause::Offline, SignInFailure::Api(ApiError::Offline)),
        (LoginCause::Filtered, SignInFailure::Api(ApiError::Filtered)),
        (
            LoginCause::AnswerLost,
            SignInFailure::Api(ApiError::OutcomeUnknown),
        ),
        (
            LoginCause::Unreadable,
            SignInFailure::Api(ApiError::Unreadable),
        ),
        (LoginCause::SessionNotKept, SignInFailure::SessionNotKept),
        (
            LoginCause::SecondFactor,
            SignInFailure::SecondFactorRequired,
        ),
        (LoginCause::Refused, refused(Code::Unknown)),
    ]
}

#[test]
fn every_cause_has_a_reason_a_way_out_and_a_number_to_call() {
    let failures = failures();
    assert_eq!(
        failures.iter().map(|(cause, _)| *cause).collect::<Vec<_>>(),
        LoginCause::ALL
    );
    for locale in LOCALES {
        for (wanted, why) in &failures {
            assert_eq!(cause(why), *wanted);
            let words = locale.texts().login_cause(*wanted);
            let html = failure(locale, LoginFailure::SignIn(why.clone()));
            assert!(
                html.contains(words.title) && html.contains(words.reason),
                "{wanted:?}: {html}"
            );
            assert!(!words.steps.is_empty(), "{wanted:?} leaves people alone");
            for step in words.steps {
                assert!(html.contains(step), "{wanted:?}: {step}");
            }
            assert!(
                html.contains("href=\"tel:0199003975\""),
                "{wanted:?} names nobody to call"
            );
            assert!(html.contains("href=\"/password#contacts\""), "{wanted:?}");
            assert_eq!(
                html.contains("href=\"/diagnostics\""),
                is_connection(&LoginFailure::SignIn(why.clone())),
                "{wanted:?}"
            );
        }
    }
}

#[test]
fn only_a_wrong_pair_speaks_of_a_pair_that_does_not_match() {
    for locale in LOCALES {
        let blame = locale.texts().login_cause(LoginCause::InvalidPair).reason;
        for (cause, why) in failures() {
            let html = failure(locale, LoginFailure::SignIn(why));
            assert_eq!(
                html.contains(blame),
                cause == LoginCause::InvalidPair,
                "{cause:?}"
            );
        }
    }
}

#[test]
fn what_only_the_portal_knows_is_told_with_its_cause() {
    let shown = |code| failure(Locale::Fr, LoginFailure::SignIn(refused(code)));
    assert!(shown(ProblemCode::NetworkBlocked).contains("203.0.113.9"));
    assert!(shown(ProblemCode::Maintenance).contains("22 novembre 2026 à 18:42"));
    for code in [ProblemCode::AccountLocked, ProblemCode::TooManyAttempts] {
        let html = shown(code);
        assert!(html.contains("1\u{a0}min 30\u{a0}s"), "{html}");
    }
    assert!(!shown(ProblemCode::InvalidCredentials).contains("countdown"));
}

/// A person who mistyped needs no reference; one who was refused for no known reason does.
#[test]
fn a_reference_is_shown_where_support_could_use_it() {
    for (cause, why) in failures() {
        let has_one = matches!(&why, SignInFailure::Api(ApiError::Refused(_)));
        let everyday = matches!(
            cause,
            LoginCause::InvalidPair
                | LoginCause::Locked
                | LoginCause::Limited
                | LoginCause::PasswordExpired
        );
        let html = failure(Locale::Fr, LoginFailure::SignIn(why));
        assert_eq!(html.contains("t-42"), has_one && !everyday, "{cause:?}");
    }
}

#[test]
fn what_can_be_seen_of_a_wait_is_silent_and_what_is_spoken_stands_still() {
    let draw = |seconds: u32| {
        view_in(Locale::Fr, SessionStatus::SignedOut, move || {
            view! { <Countdown label=|t| t.wait_label() left=Signal::stored(seconds)/><SpokenCountdown label=|t| t.wait_label() left=Signal::stored(Some(seconds))/> }
        })
    };
    let html = draw(61);
    assert!(
        html.contains("aria-hidden=\"true\"") && html.contains("1\u{a0}min 01\u{a0}s"),
        "{html}"
    );
    assert!(
        html.contains("role=\"status\" class=\"visually-hidden\">Nouvel essai possible dans 1\u{a0}min 30\u{a0}s<"),
        "{html}"
    );
    assert!(draw(u32::MAX).contains("1193046\u{a0}h"));
    assert!(
        draw(0).contains("class=\"visually-hidden\"> </p>"),
        "nothing is spoken at the end but that it is over"
    );
}

#[test]
fn a_field_is_named_only_when_it_is_the_persons_own_to_mend() {
    use InvalidCredentials::{PasswordMissing, PasswordTooLong, UsernameMissing, UsernameTooLong};
    for (reasons, fields) in [
        (
            vec![UsernameMissing, PasswordMissing],
            vec!["#username", "#password"],
        ),
        (vec![UsernameTooLong], vec!["#username"]),
        (vec![PasswordTooLong], vec!["#password"]),
    ] {
        let html = failure(Locale::En, LoginFailure::Incomplete(reasons));
        for field in ["#username", "#password"] {
            assert_eq!(
                html.contains(&format!("href=\"{field}\"")),
                fields.contains(&field),
                "{html}"
            );
        }
    }
}

/// What password managers look for: one real form, one username, one password, each with its token, and nothing hidden.
#[test]
fn password_managers_find_one_honest_form() {
    let html = login(Locale::Fr, SessionStatus::SignedOut, |_| ());
    assert_eq!(html.matches("<form").count(), 1);
    assert_eq!(html.matches("<input").count(), 3);
    assert!(html.contains("method=\"post\"") && html.contains("type=\"submit\""));
    for attributes in [
        "autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" inputmode=\"email\"",
        "autocomplete=\"current-password\" autocapitalize=\"none\" spellcheck=\"false\"",
    ] {
        assert!(html.contains(attributes), "{html}");
    }
    assert!(
        !html.contains("type=\"hidden\"")
            && !html.contains("readonly")
            && !html.contains("onpaste")
    );
    let shared = login(Locale::Fr, SessionStatus::SignedOut, |form| {
        form.shared_device.set(true);
    });
    assert_eq!(
        shared.matches("autocomplete=\"off\"").count(),
        2,
        "{shared}"
    );
    assert!(
        shared.contains("refusez") && shared.contains("5 minutes"),
        "{shared}"
    );
}

#[test]
fn the_warning_and_what_signing_in_commits_to_stand_before_the_form() {
    for locale in LOCALES {
        let html = login(locale, SessionStatus::SignedOut, |_| ());
        let form = html.find("<form").unwrap();
        for words in [
            "226-15",
            "323-1",
            "323-7",
            "href=\"/charter\"",
            "href=\"/terms\"",
        ] {
            assert!(
                html.find(words).is_some_and(|at| at < form),
                "{words}: {html}"
            );
        }
    }
}

#[test]
fn what_happened_to_the_form_by_itself_is_told() {
    for locale in LOCALES {
        let t = locale.texts();
        for (note, words) in [
            (LoginNote::Cancelled, t.cancelled()),
            (LoginNote::Wiped, t.password_wiped()),
            (LoginNote::MayTryAgain, t.wait_over()),
        ] {
            let html = login(locale, SessionStatus::SignedOut, move |form| {
                form.note.set(Some(note));
            });
            assert!(
                html.contains(&format!("role=\"status\" class=\"login__note\">{words}")),
                "{note:?}: {html}"
            );
        }
    }
}

fn session(expires_at: &str) -> Session {
    let text = include_str!("../../fixtures/session/signed_in.json");
    let mut json: serde_json::Value = serde_json::from_str(text).unwrap();
    json["now"] = "2026-11-22T12:00:00+01:00".into();
    json["password"]["expires_at"] = expires_at.into();
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_password_that_ends_within_a_fortnight_is_announced_with_its_days() {
    for (expires_at, words) in [
        ("2026-12-07T12:00:00+01:00", None),
        ("2026-12-06T12:00:00+01:00", Some("expire dans 14 jours")),
        ("2026-11-23T12:00:00+01:00", Some("expire demain")),
        ("2026-11-22T12:30:00+01:00", Some("expire aujourd’hui")),
    ] {
        let session = session(expires_at);
        let html = view_in(
            Locale::Fr,
            SessionStatus::SignedOut,
            move || view! { <PasswordExpiry session/> },
        );
        assert_eq!(
            html.contains("notice"),
            words.is_some(),
            "{expires_at}: {html}"
        );
        assert!(
            words.is_none_or(|words| html.contains(words)),
            "{expires_at}: {html}"
        );
    }
}

#[test]
fn the_last_connection_says_when_with_what_and_from_where() {
    let connection = session("2027-11-22T12:00:00+01:00").last_connection;
    let known = connection.clone().unwrap();
    let html = view_in(
        Locale::Fr,
        SessionStatus::SignedOut,
        move || view! { <LastConnection connection/> },
    );
    assert!(
        html.contains(&known.from)
            && html.contains(&known.with)
            && html.contains("href=\"/password\""),
        "{html}"
    );
    let first = view_in(
        Locale::En,
        SessionStatus::SignedOut,
        move || view! { <LastConnection connection=None/> },
    );
    assert!(first.contains("first"), "{first}");
}
