//! Every page and every state that a person can come to, in an order that reaches each from the one before.

use crate::actions::{self, AGENT, EXPIRED, LOCKED, NEWCOMER};
use crate::find;
use crate::harness::page::Page;
use crate::session_steps;
use crate::tour_of_files;
use crate::verdicts;
use crate::words::Words;
use serde_json::json;

/// One page in one state.
pub struct Stop {
    /// As in picture names.
    pub name: &'static str,
    /// Leads there from the stop before.
    pub reach: fn(&Page, &Words),
}

/// A stop of that name.
pub const fn stop(name: &'static str, reach: fn(&Page, &Words)) -> Stop {
    Stop { name, reach }
}

/// Puts the server's clock at the browser's until the next reset: the login of everyday warns of no clock. What is
/// behind the login keeps the day of the tests, on which its latest payslip is known.
const AGREE_ON_THE_TIME: &str = r"
return (async () => {
  const told = await (await fetch('/api/v1/probe/network')).json();
  const ahead = Math.round((Date.now() - Date.parse(told.now)) / 1000);
  const set = await fetch('/test/clock', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ advance_s: ahead }),
  });
  return set.ok;
})();
";

/// The whole tour, from a fresh browser in the language of the words.
pub fn stops() -> impl Iterator<Item = &'static Stop> {
    let parts: [&[Stop]; 3] = [&UNTIL_THE_SPACE, &tour_of_files::STOPS, &UNTIL_SIGNED_OUT];
    parts.into_iter().flatten()
}

/// Before the login, and the pages of the space.
static UNTIL_THE_SPACE: [Stop; 38] = [
    stop("login", |page, words| {
        page.open("/login");
        find::button(page, words.log_in);
        let agreed = page.run(AGREE_ON_THE_TIME, &[]);
        assert_eq!(agreed, true, "the server's clock is set");
        page.open("/login");
        page.until_text(words.checks_done_at_login);
    }),
    stop("login-incomplete", |page, words| {
        actions::press_button(page, words.log_in);
        find::heading(page, words.incomplete);
    }),
    stop("login-refused", |page, words| {
        actions::submit_login(page, AGENT.username, "wrong", words);
        page.until_text(words.wrong_password);
    }),
    stop("login-expired", |page, words| {
        actions::submit_login(page, EXPIRED.username, EXPIRED.password, words);
        find::heading(page, words.password_expired);
        find::link(page, words.identity_way);
    }),
    stop("login-locked", |page, words| {
        actions::submit_login(page, LOCKED.username, LOCKED.password, words);
        find::heading(page, words.account_locked);
    }),
    stop("login-unavailable", |page, words| {
        page.portal
            .spoil("POST", "/api/v1/session", "status:500", 1);
        actions::submit_login(page, AGENT.username, AGENT.password, words);
        find::heading(page, words.unavailable);
    }),
    stop("login-slow", |page, words| {
        // Long enough for every picture, and given up by the next stop.
        page.portal
            .spoil("POST", "/api/v1/session", "delay:60000", 1);
        actions::submit_login(page, AGENT.username, AGENT.password, words);
        page.until_text(words.logging_in);
    }),
    stop("password", |page, words| {
        page.open("/password");
        find::heading(page, words.forgot_heading);
        page.until_text("identite.example");
    }),
    stop("help", |page, words| {
        page.open("/help");
        find::heading(page, words.help);
        // The portal's answer has come.
        page.until_text("(aide.paris.example)");
    }),
    stop("check-up", |page, words| {
        page.open("/diagnostics");
        find::heading(page, words.check_up);
        page.until_true(
            "the code to read out",
            "return !!document.getElementById('checkup-code')",
            &[],
        );
    }),
    stop("check-up-vpn", |page, words| {
        page.portal.network("vpn");
        actions::press_button(page, words.run_checks_again);
        verdicts::found(page, &verdicts::VPN);
    }),
    stop("login-vpn", |page, words| {
        page.open("/login");
        find::button(page, words.log_in);
        page.until_true(
            "the notice above the form",
            "return !!document.querySelector('.check-notice__card')",
            &[],
        );
        page.portal.network("ok");
    }),
    stop("not-found", |page, words| {
        page.open("/nowhere");
        find::heading(page, words.not_found);
    }),
    stop("legal", |page, words| {
        page.open("/legal");
        find::heading(page, words.legal);
        text_in_parts(page);
    }),
    stop("charter", |page, words| {
        actions::follow(page, words.charter_link);
        find::heading(page, words.charter);
        text_in_parts(page);
    }),
    stop("privacy", |page, words| {
        actions::follow(page, words.privacy);
        find::heading(page, words.on_device);
        text_in_parts(page);
    }),
    stop("accessibility", |page, words| {
        actions::follow(page, words.accessibility_link);
        find::heading(page, words.accessibility);
        text_in_parts(page);
    }),
    stop("consent", |page, words| {
        page.open("/login");
        actions::submit_login(page, NEWCOMER.username, NEWCOMER.password, words);
        find::button(page, words.accept);
    }),
    stop("consent-failed", |page, words| {
        page.portal
            .spoil("POST", "/api/v1/consent", "status:500", 1);
        actions::press_button(page, words.accept);
        find::heading(page, words.consent_failed);
    }),
    stop("consent-changed", |page, words| {
        actions::press_button(page, words.refuse);
        find::heading(page, words.signed_out);
        let newer = json!({ "charter": { "version": "2026-2", "published_on": "2026-11-20" } });
        page.portal.change_portal(&newer);
        page.open("/login");
        actions::submit_login(page, AGENT.username, AGENT.password, words);
        find::button(page, words.accept);
    }),
    // Its reset ends the session of the one before.
    stop("config-broken", |page, words| {
        // Some engines ask for the file twice: ahead of the program, and for it.
        page.portal.spoil("GET", "/config.json", "malformed", 2);
        page.open("/login");
        find::heading(page, words.config_broken);
        page.portal.reset();
    }),
    stop("home", |page, words| {
        page.open("/login");
        let agent = actions::sign_in_here(page, &AGENT, words);
        find::link(&agent, words.latest_month);
    }),
    stop("payslips", |page, words| {
        actions::follow(page, words.payslips);
        find::link(page, words.latest_month);
    }),
    stop("payslips-year", |page, words| {
        page.open("/space/payslips?year=2025");
        find::link(page, words.a_month_of_2025);
    }),
    stop("payslips-empty", |page, words| {
        page.open("/space/payslips?year=1999");
        page.until_text(words.none_in_1999);
    }),
    stop("payslips-slow", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/payslips", "delay:60000", 1);
        page.open("/space/payslips");
        page.until_text(words.still_loading);
    }),
    stop("payslips-failed", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/payslips", "status:500", 1);
        page.open("/space/payslips");
        find::heading(page, words.unavailable);
    }),
    stop("payslip", |page, words| {
        page.open("/space/payslips");
        actions::follow(page, words.latest_month);
        find::table(page, words.totals);
    }),
    stop("payslip-missing", |page, words| {
        page.open("/space/payslips/nobody-s");
        find::heading(page, words.missing);
    }),
    stop("not-found-in-space", |page, words| {
        page.open("/space/nowhere");
        find::heading(page, words.not_found);
    }),
    stop("payslips-broken-program", |page, words| {
        page.open("/space");
        find::link(page, words.latest_month);
        actions::follow_with_a_broken_browser(page, words.payslips, words);
    }),
    stop("activity", |page, words| {
        page.open("/space/activity");
        find::heading(page, words.journal);
        find::button(page, words.older_events);
    }),
    stop("activity-report", |page, words| {
        actions::follow(page, words.not_mine);
        find::heading(page, words.report);
    }),
    stop("activity-report-failed", |page, words| {
        page.portal
            .spoil("POST", "/api/v1/activity/*", "status:500", 1);
        actions::press_button(page, words.send_report);
        find::heading(page, words.report_failed);
    }),
    stop("activity-reported", |page, words| {
        actions::press_button(page, words.send_report);
        find::heading(page, words.report_done);
    }),
    stop("activity-empty", |page, words| {
        page.open("/space/activity?to=1999-12-31");
        page.until_text(words.no_matching_event);
    }),
    stop("activity-failed", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/activity*", "status:500", 1);
        page.open("/space/activity");
        find::heading(page, words.unavailable);
    }),
    stop("profile", |page, words| {
        page.open("/space/profile");
        find::heading(page, words.profile);
        find::link(page, words.terms);
    }),
];

/// How a session ends.
static UNTIL_SIGNED_OUT: [Stop; 10] = [
    stop("home-session-ending", |page, words| {
        page.open("/space");
        find::link(page, words.latest_month);
        session_steps::come_near_the_end(page, 110);
        session_steps::until_warned(page, words);
    }),
    stop("home-session-ending-failed", |page, words| {
        page.portal.spoil("PUT", "/api/v1/session", "status:503", 1);
        actions::press_button(page, words.stay);
        page.until_true(
            "words about it",
            "return !!document.querySelector('dialog [role=alert]')?.textContent",
            &[],
        );
    }),
    stop("home-session-ending-for-good", |page, words| {
        actions::press_button(page, words.stay);
        session_steps::until_no_dialog(page);
        session_steps::come_near_the_absolute_end(page, 110);
        find::button(page, words.understood);
    }),
    stop("home-session-last-minutes", |page, words| {
        actions::press_button(page, words.understood);
        session_steps::until_no_dialog(page);
    }),
    stop("home-session-over", |page, words| {
        session_steps::expire(page, words);
        session_steps::set_times(page, &json!({ "absolute_s": 28800 }));
    }),
    stop("home-session-over-refused", |page, words| {
        actions::fill_in(page, words.password, "wrong");
        actions::press_button(page, words.log_in);
        page.until_text(words.wrong_password);
    }),
    stop("home-again", |page, words| {
        session_steps::sign_in_again(page, &AGENT, words);
        find::link(page, words.latest_month);
    }),
    stop("signed-out-unreached", |page, words| {
        page.portal
            .spoil("DELETE", "/api/v1/session", "status:503", 3);
        actions::press_button(page, words.log_out);
        page.until_text(words.portal_open);
    }),
    stop("signed-out-silent", |page, words| {
        page.portal.spoil("GET", "/api/v1/session", "status:503", 1);
        page.reload();
        page.until_text(words.portal_silent);
    }),
    stop("signed-out", |page, words| {
        page.reload();
        actions::press_button(page, words.close_on_portal);
        page.until_text(words.portal_closed);
        find::heading(page, words.signed_out);
    }),
];

/// The organisation's text has come, or the page's own stands.
fn text_in_parts(page: &Page) {
    page.until_true(
        "a text in parts",
        "return document.querySelectorAll('main h2[id]').length > 1",
        &[],
    );
}
