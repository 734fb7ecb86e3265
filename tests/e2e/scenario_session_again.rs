//! Signing in again where the session ended: the same page, what was written, and nothing for anybody else.

use crate::actions::{self, AGENT, STRANGER, SignedInAgent};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const WRITTEN: &str = "Je n’ai jamais utilisé cet ordinateur.";
const REPORTS: &str = "/api/v1/activity/*";
const BACK: &str = "Vous êtes reconnecté.";
const BACK_WITH_DRAFT: &str =
    "Vous êtes reconnecté. Ce que vous aviez écrit est là, et n’a pas été envoyé.";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_session_that_expired_goes_on_where_it_was,
        [ByEngine] what_was_written_is_there_again_and_was_not_sent,
        [Nowhere] a_refused_report_is_offered_again_and_not_sent_by_itself,
        [Nowhere] another_account_finds_a_clean_space,
        [ByEngine] another_agent_in_another_tab_takes_the_draft_away,
        [Nowhere] on_a_shared_device_a_draft_is_lost_and_that_is_said_before,
        [Nowhere] the_browser_asks_before_a_draft_is_lost,
        [Nowhere] leaving_the_question_for_another_page_shows_nothing,
        [Nowhere] a_sign_in_again_that_nobody_hears_is_said_and_the_draft_stays,
    ]
}

/// What tells of the agent beyond the username, which the question shows.
fn nothing_but_the_username(page: &Page, personal: &traces::Personal) {
    let shown = page.run("return document.documentElement.textContent", &[]);
    let mut words = personal.in_text(shown.as_str().unwrap_or_default());
    words.retain(|word| *word != AGENT.username);
    assert!(words.is_empty(), "the page still holds {words:?}");
}

fn a_session_that_expired_goes_on_where_it_was(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    agent.open("/space/payslips?year=2025");
    find::link(&agent, FR.a_month_of_2025);
    session_steps::expire(&agent, &FR);
    agent.until_address("/space/payslips?year=2025");
    nothing_but_the_username(&agent, &personal);
    agent.until_text("Identifiant : agent.demo");
    agent.until_true(
        "reading to begin at the heading",
        "return document.activeElement.tagName === 'H1'",
        &[],
    );
    checks::nothing(checks::frame(&agent, &FR));
    checks::nothing(checks::axe::axe(&agent));
    actions::fill_in(&agent, FR.password, "pas-le-bon");
    actions::press_button(&agent, FR.log_in);
    agent.until_text(FR.wrong_password);
    actions::until_value(&agent, FR.password, "");
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_text(BACK);
    find::link(&agent, FR.a_month_of_2025);
    agent.until_address("/space/payslips?year=2025");
    // The next page no longer says so.
    actions::follow(&agent, FR.home);
    find::link(&agent, FR.latest_month);
    assert!(!agent.text().contains(BACK), "said once is enough");
}

/// Opens the report of the newest event that can be reported, and writes in it.
fn write(agent: &SignedInAgent<'_>) {
    actions::follow(agent, FR.activity);
    find::heading(agent, FR.journal);
    actions::follow(agent, FR.not_mine);
    find::heading(agent, FR.report);
    actions::fill_in(agent, FR.comment, WRITTEN);
}

fn what_was_written_is_there_again_and_was_not_sent(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    write(&agent);
    agent.portal.count("POST", REPORTS);
    let address = agent.path();
    session_steps::expire(&agent, &FR);
    agent.until_text("Ce que vous avez écrit est gardé, et rien n’est envoyé à votre place.");
    let held = agent.run(
        "return document.documentElement.outerHTML.includes(arguments[0])",
        &[json!(WRITTEN)],
    );
    assert_eq!(held, false, "what was written is not in the page");
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_text(BACK_WITH_DRAFT);
    find::heading(&agent, FR.report);
    actions::until_value(&agent, FR.comment, WRITTEN);
    agent.until_address(&address);
    assert_eq!(agent.portal.counted(), 0, "nothing is sent by itself");
    let personal = traces::Personal::of(&agent);
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
}

fn a_refused_report_is_offered_again_and_not_sent_by_itself(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    write(&agent);
    agent.portal.count("POST", REPORTS);
    agent.portal.advance_clock(24 * 3600);
    actions::press_button(&agent, FR.send_report);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_text(BACK_WITH_DRAFT);
    agent.until_text("Le signalement n’est pas parti");
    actions::until_value(&agent, FR.comment, WRITTEN);
    assert_eq!(agent.portal.counted(), 1, "the one that was refused");
    actions::press_button(&agent, FR.send_report);
    find::heading(&agent, FR.report_done);
    assert_eq!(agent.portal.counted(), 2);
    // Nothing is unsent any more.
    asks_before_unload(&agent, false);
}

fn another_account_finds_a_clean_space(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    write(&agent);
    let address = agent.path();
    session_steps::expire(&agent, &FR);
    agent.until_text("Ce qui a été écrit ici sera effacé.");
    actions::press_button(&agent, FR.another_account);
    find::heading(page, FR.login_heading);
    actions::until_value(page, FR.username, "");
    let other = actions::sign_in_here(page, &STRANGER, &FR);
    other.until_path("/space");
    other.open(&address);
    find::heading(&other, FR.journal);
    checks::nothing(traces::nothing_personal_shown(&other, &personal));
    let fields = other.run(
        "return Array.from(document.querySelectorAll('textarea'), (field) => field.value)",
        &[],
    );
    assert!(!fields.to_string().contains(WRITTEN), "{fields}");
}

fn another_agent_in_another_tab_takes_the_draft_away(page: &Page) {
    let first = page.open_tab("/login");
    find::button(page, FR.log_in);
    let second = page.open_tab("/login");
    find::button(page, FR.log_in);
    page.choose(&first);
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    let personal = traces::Personal::of(&agent);
    write(&agent);
    page.choose(&second);
    let other = actions::sign_in_here(page, &STRANGER, &FR);
    let theirs = traces::Personal::of(&other);
    page.choose(&first);
    page.until_path("/space");
    find::button(page, FR.log_out);
    page.until("the other agent's own page", || {
        let shown = traces::personal_words_shown(page, &theirs)?;
        Ok((!shown.is_empty()).then_some(()))
    });
    checks::nothing(traces::nothing_personal_shown(page, &personal));
    page.back();
    page.until("what is behind", || {
        checks::nothing(traces::personal_words_shown(page, &personal)?);
        let held = page.session().run("return document.documentElement.outerHTML.includes(arguments[0]) || Array.from(document.querySelectorAll('textarea')).some((field) => field.value)", &[json!(WRITTEN)])?;
        assert_eq!(held, false, "the draft of another agent");
        find::now(page, find::Role::Button, FR.log_out)
    });
}

fn on_a_shared_device_a_draft_is_lost_and_that_is_said_before(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    agent.until_text("un texte pas encore envoyé est perdu quand la session se termine");
    write(&agent);
    let address = agent.path();
    // A shared device's session is shorter.
    agent.portal.advance_clock(250);
    session_steps::tell_tabs(&agent, "changed");
    session_steps::until_warned(&agent, &FR);
    agent.until_text("Appareil partagé : ce que vous avez écrit et pas encore envoyé sera effacé.");
    session_steps::outlast_every_session(&agent);
    page.until_path("/signed-out");
    find::heading(page, FR.session_over);
    page.until_address("/signed-out?way=time_over");
    page.until_text(FR.portal_closed);
    page.open(&address);
    find::heading(page, FR.login_heading);
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    find::heading(&agent, FR.report);
    actions::until_value(&agent, FR.comment, "");
}

/// Waits until the page would have the browser ask before it goes, or would not.
fn asks_before_unload(page: &Page, asks: bool) {
    let asked = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented";
    page.until_returns("whether something would be lost", asked, &[], asks);
}

fn the_browser_asks_before_a_draft_is_lost(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    // Nothing is written yet.
    asks_before_unload(&agent, false);
    write(&agent);
    let address = agent.path();
    asks_before_unload(&agent, true);
    // It outlives its page, and the session.
    actions::follow(&agent, FR.home);
    find::link(&agent, FR.latest_month);
    asks_before_unload(&agent, true);
    session_steps::expire(&agent, &FR);
    asks_before_unload(&agent, true);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.back();
    find::heading(&agent, FR.report);
    agent.until_address(&address);
    actions::press_button(&agent, "Annuler");
    // It was given up.
    asks_before_unload(&agent, false);
}

fn leaving_the_question_for_another_page_shows_nothing(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    session_steps::expire(&agent, &FR);
    for way in ["/space/payslips", "/space"] {
        agent.back();
        agent.until_path(way);
        find::heading(&agent, FR.session_over);
        nothing_but_the_username(&agent, &personal);
    }
    actions::follow(&agent, FR.forgot_password);
    find::heading(&agent, FR.forgot_heading);
    checks::nothing(traces::nothing_personal_shown(&agent, &personal));
    agent.back();
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
}

fn a_sign_in_again_that_nobody_hears_is_said_and_the_draft_stays(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    write(&agent);
    session_steps::expire(&agent, &FR);
    agent
        .portal
        .spoil("POST", "/api/v1/session", "status:503", 1);
    actions::fill_in(&agent, FR.password, AGENT.password);
    actions::press_button(&agent, FR.log_in);
    find::heading(&agent, FR.unavailable);
    checks::nothing(checks::axe::axe(&agent));
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_text(BACK_WITH_DRAFT);
    actions::until_value(&agent, FR.comment, WRITTEN);
}
