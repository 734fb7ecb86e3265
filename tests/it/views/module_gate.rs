//! What stands before a module's pages: nothing of them while the portal has not told, the way elsewhere, or that there is none.

use super::render::{config, fixture, portal_with_all, told_portal_at, told_portal_of};
use nomade::api::answer::ApiError;
use nomade::contract::config::Config;
use nomade::contract::portal::{ModuleState, Portal};
use nomade::i18n::locale::Locale;
use nomade::rules::session::SessionStatus;
use nomade::state::load::Load;

/// A page of a module: its address, what only the page itself shows, and its own name and its module's in both languages.
struct Case {
    address: &'static str,
    of_page: &'static str,
    page: [&'static str; 2],
    module: [&'static str; 2],
}

const fn case(
    address: &'static str,
    of_page: &'static str,
    page: [&'static str; 2],
    module: [&'static str; 2],
) -> Case {
    Case {
        address,
        of_page,
        page,
        module,
    }
}

const PAYSLIPS: [&str; 2] = ["Bulletins de paie", "Payslips"];
const LEAVE: [&str; 2] = ["Congés", "Leave"];
const MAIL: [&str; 2] = ["Messagerie", "Email"];
const DOCUMENTS: [&str; 2] = ["Documents", "Documents"];
const ACTIVITY: [&str; 2] = ["Activité", "Activity"];
const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

const CASES: [Case; 8] = [
    case("/space/payslips", "id=\"list-search\"", PAYSLIPS, PAYSLIPS),
    case("/space/leave", "href=\"/space/leave/new\"", LEAVE, LEAVE),
    case(
        "/space/leave/approvals",
        "href=\"/space/leave/approvals?state=decided\"",
        ["Validations", "Approvals"],
        LEAVE,
    ),
    case("/space/mail", "href=\"/space/mail/compose\"", MAIL, MAIL),
    case(
        "/space/mail/fo_7Bud",
        "href=\"/space/mail/compose\"",
        MAIL,
        MAIL,
    ),
    case(
        "/space/mail/fo_7Bud/m_1",
        "href=\"/space/mail/fo_7Bud\"",
        ["Message", "Message"],
        MAIL,
    ),
    case(
        "/space/documents",
        "id=\"list-search\"",
        DOCUMENTS,
        DOCUMENTS,
    ),
    case("/space/activity", "id=\"period-from\"", ACTIVITY, ACTIVITY),
];

fn signed_in() -> SessionStatus {
    SessionStatus::SignedIn(fixture("agent/agent"))
}

/// What stands in the frame of the space.
fn shown(address: &str, locale: Locale, told: Load<Portal>) -> String {
    let html = told_portal_at(address, locale, signed_in(), told);
    main_of(&html).to_owned()
}

fn main_of(html: &str) -> &str {
    let main = html.split_once("<main").unwrap().1;
    main.split_once("</main>").unwrap().0
}

fn told(state: ModuleState) -> Load<Portal> {
    Load::Loaded(portal_with_all(state))
}

/// Nothing of the page stands there but its heading.
fn is_closed(html: &str, case: &Case, heading: &str) {
    assert!(
        html.contains(&format!(">{heading}</h1>")),
        "{}: {html}",
        case.address
    );
    assert_eq!(html.matches("<h1").count(), 1, "{}: {html}", case.address);
    for open in [case.of_page, "href=\"/space/", "<form", "<input", "<table"] {
        assert!(!html.contains(open), "{open} at {}: {html}", case.address);
    }
}

#[test]
fn the_page_is_drawn_where_the_module_is_on_and_where_nobody_can_tell() {
    for case in &CASES {
        for told in [
            told(ModuleState::On),
            Load::Failed(ApiError::Unavailable { trace_id: None }),
        ] {
            let html = shown(case.address, Locale::Fr, told);
            assert!(html.contains(case.of_page), "{}: {html}", case.address);
            assert_eq!(html.matches("<h1").count(), 1, "{}: {html}", case.address);
        }
    }
}

#[test]
fn nothing_of_the_page_is_drawn_before_the_portal_has_told() {
    for case in &CASES {
        for (index, locale) in BOTH.into_iter().enumerate() {
            let html = shown(case.address, locale, Load::Loading);
            is_closed(&html, case, case.page[index]);
            assert!(html.contains("loaded__wait"), "{html}");
            let html = shown(case.address, locale, Load::Slow);
            is_closed(&html, case, case.page[index]);
            assert!(html.contains("role=\"status\""), "{html}");
        }
    }
}

#[test]
fn a_module_that_is_elsewhere_has_the_way_there_and_nothing_else() {
    for case in &CASES {
        for (index, locale) in BOTH.into_iter().enumerate() {
            let html = shown(case.address, locale, told(ModuleState::Link));
            is_closed(&html, case, case.module[index]);
            let words = ["n’est pas une adresse autorisée", "is not an allowed one"][index];
            // No host is allowed in these settings.
            assert!(!html.contains("webmail.example"), "{html}");
            assert!(html.contains(words), "{html}");
        }
    }
}

#[test]
fn the_way_elsewhere_leads_to_an_allowed_host() {
    let allowing = || Config {
        link_hosts: vec!["webmail.example".to_owned()],
        ..config()
    };
    for case in &CASES {
        let portal = told(ModuleState::Link);
        let html = told_portal_of(allowing(), case.address, Locale::Fr, signed_in(), portal);
        let html = main_of(&html);
        is_closed(html, case, case.module[0]);
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert!(
            html.contains("<a href=\"https://webmail.example/\""),
            "{html}"
        );
    }
}

#[test]
fn a_module_that_is_off_says_so_and_leads_home() {
    for state in [ModuleState::Off, ModuleState::Unknown] {
        for case in &CASES {
            for (index, locale) in BOTH.into_iter().enumerate() {
                let html = shown(case.address, locale, told(state));
                is_closed(&html, case, case.module[index]);
                let words = [
                    "Ce service n’est pas proposé",
                    "This service is not offered",
                ][index];
                assert!(html.contains(words), "{html}");
                assert_eq!(html.matches("<a ").count(), 1, "{html}");
                assert!(html.contains("<a href=\"/space\""), "{html}");
            }
        }
    }
}
