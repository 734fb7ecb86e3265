//! Signing out: what ends, and what must not come back.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps;
use crate::words::Words;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_sign_out_that_is_lost_once_is_made_again,
        [ByEngine] an_answer_from_before_the_sign_in_takes_nothing_from_it,
        [ByEngine] signing_out_ends_the_session_on_the_server,
        [Nowhere] an_unreachable_portal_locks_the_screen_all_the_same,
        [Nowhere] an_expired_session_is_noticed_by_the_next_call,
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
    page.until_text(FR.portal_closed);
    assert_eq!(
        page.portal.get("/api/v1/session", &cookie).json()["state"],
        "signed_out"
    );
    assert_eq!(page.portal.get("/api/v1/payslips", &cookie).status, 401);
    actions::follow(page, FR.log_in_again);
    find::heading(page, FR.login_heading);
}

fn an_unreachable_portal_locks_the_screen_all_the_same(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    agent
        .portal
        .spoil_and_count("DELETE", "/api/v1/session", "drop");
    actions::sign_out(agent, &FR);
    page.until_text("le portail n’a pas pu en être informé");
    checks::nothing(traces::nothing_personal_shown(page, &personal));
    // It is told as soon as it hears.
    page.portal.spoil_no_more();
    page.until_text(FR.portal_closed);
}

fn an_expired_session_is_noticed_by_the_next_call(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    // Where nothing is on its way any more: a tile whose answer comes late would notice it first.
    agent.open("/space/profile");
    agent.until_text("Version 2026-1, acceptée le");
    find::link(&agent, FR.payslips);
    agent.portal.advance_clock(24 * 3600);
    actions::follow(&agent, FR.payslips);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
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
    page.until_text(Words::ENGLISH.portal_closed);
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
    page.until_text(FR.portal_closed);
    page.open("/space");
    find::heading(page, FR.login_heading);
}

fn an_answer_from_before_the_sign_in_takes_nothing_from_it(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    // What was asked just now is not asked again.
    session_steps::let_pass(&agent, 5_500);
    agent.portal.advance_clock(24 * 3600);
    let asked = "return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/session')).length";
    let before = agent.run(asked, &[]).as_u64();
    agent
        .portal
        .spoil("GET", "/api/v1/session", "delay:6000", 1);
    session_steps::wake(&agent);
    actions::follow(&agent, FR.payslips);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    // The sign-in itself, whether its cookie was kept, and the one from before.
    let all = before.map(|before| before + 3);
    agent.until("the first answer, late", || {
        Ok((agent.session().run(asked, &[])?.as_u64() >= all).then_some(()))
    });
    find::heading(&agent, FR.payslips);
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
}
