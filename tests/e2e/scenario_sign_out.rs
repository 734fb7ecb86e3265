//! Signing out: what ends, and what must not come back.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_sign_out_that_is_lost_once_is_made_again,
        [ByEngine] an_answer_from_before_the_sign_in_takes_nothing_from_it,
        [ByEngine] signing_out_ends_the_session_on_the_server,
        [ByEngine] the_back_button_shows_nothing_after_signing_out,
        [ByEngine] a_page_kept_by_the_browser_shows_nothing_once_the_session_ended,
        [Nowhere] an_unreachable_portal_locks_the_screen_all_the_same,
        [Nowhere] a_session_that_expires_leads_back_to_the_login,
        [ByEngine] nothing_about_the_person_stays_in_the_browser,
    ]
}

fn signing_out_ends_the_session_on_the_server(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let cookie = traces::cookie_header(&agent);
    assert_eq!(
        agent.portal.get("/api/v1/session", &cookie).json()["state"],
        "signed_in",
        "the driver's copy of the cookie works"
    );
    actions::sign_out(agent, &FR);
    page.until_text("Votre session est fermée, ici et sur le portail.");
    assert_eq!(
        page.portal.get("/api/v1/session", &cookie).json()["state"],
        "signed_out"
    );
    assert_eq!(page.portal.get("/api/v1/payslips", &cookie).status, 401);
    actions::follow(page, FR.log_in_again);
    find::heading(page, FR.login_heading);
}

fn the_back_button_shows_nothing_after_signing_out(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    assert!(
        !traces::nothing_personal_shown(&agent, &personal).is_empty(),
        "a payslip is personal"
    );
    actions::sign_out(agent, &FR);
    let entries = page.run("return history.length", &[]).as_u64();
    let mut steps = 0;
    // Firefox stays on the first entry when it is asked to go before it.
    while steps + 1 < entries.expect("the history has a length") {
        page.back();
        // Before the portal comes what the browser opened with.
        if !page.path().starts_with('/') {
            break;
        }
        steps += 1;
        until_settled_without(page, &personal, &format!("{steps} steps back"));
    }
    assert!(steps > 0, "nothing to go back to");
    for steps in 1..=steps {
        page.forward();
        until_settled_without(page, &personal, &format!("{steps} steps forward"));
    }
}

/// Waits for a page that offers a way on, and looks for the person in everything shown on the way there.
fn until_settled_without(page: &Page, personal: &traces::Personal, place: &str) {
    page.until(&format!("a page with a way on, {place}"), || {
        let found = traces::nothing_personal_shown(page, personal);
        assert!(
            found.is_empty(),
            "{place} ({}): {}",
            page.path(),
            found.join(", ")
        );
        let login = find::now(page, find::Role::Button, FR.log_in)?;
        let receipt = find::now(page, find::Role::Heading, FR.signed_out)?;
        Ok(login.or(receipt))
    });
}

fn a_page_kept_by_the_browser_shows_nothing_once_the_session_ended(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    // Another document: the payslip's page may be kept whole by the browser, memory and all.
    agent.open("/robots.txt");
    agent.portal.advance_clock(24 * 3600);
    agent.back();
    find::heading(&agent, FR.login_heading);
    checks::nothing(traces::nothing_personal_shown(&agent, &personal));
}

fn an_unreachable_portal_locks_the_screen_all_the_same(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    agent.portal.spoil("DELETE", "/api/v1/session", "drop", 5);
    actions::sign_out(agent, &FR);
    page.until_text("le portail n’a pas pu en être informé");
    checks::nothing(traces::nothing_personal_shown(page, &personal));
}

fn a_session_that_expires_leads_back_to_the_login(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.payslips);
    agent.portal.advance_clock(24 * 3600);
    actions::follow(&agent, FR.payslips);
    find::heading(&agent, FR.login_heading);
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    find::heading(&agent, FR.payslips);
    agent.until_path("/space/payslips");
}

fn nothing_about_the_person_stays_in_the_browser(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    checks::nothing(traces::cookies_out_of_reach(&agent));
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
    actions::open_payslip(&agent, FR.latest_month, &FR);
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
    actions::switch_language(&agent, &FR, &Words::ENGLISH);
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
    actions::sign_out(agent, &Words::ENGLISH);
    checks::nothing(traces::nothing_personal_kept(page, &personal));
    checks::nothing(traces::nothing_personal_shown(page, &personal));
    // The trial cookie of the checks is random, about nobody, and gone within five minutes.
    let mut session_cookies = traces::cookies(page);
    session_cookies.retain(|cookie| !traces::is_trial(cookie));
    assert!(
        session_cookies.is_empty(),
        "cookies that outlive the session: {session_cookies:?}"
    );
}

fn a_sign_out_that_is_lost_once_is_made_again(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    page.portal
        .spoil("DELETE", "/api/v1/session", "status:503", 1);
    actions::sign_out(agent, &FR);
    page.until_text("Votre session est fermée, ici et sur le portail.");
    page.open("/space");
    find::heading(page, FR.login_heading);
}

fn an_answer_from_before_the_sign_in_takes_nothing_from_it(page: &Page) {
    page.portal.spoil("GET", "/api/v1/session", "delay:4000", 1);
    let agent = actions::sign_in(page, &AGENT);
    let answered = "return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/session')).length >= 3";
    page.until_true("the first answer, late", answered, &[]);
    actions::sign_out(agent, &FR);
    page.until_text("Votre session est fermée, ici et sur le portail.");
}
