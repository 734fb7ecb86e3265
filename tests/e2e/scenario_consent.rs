//! The charter and the terms: asked for when they are due, accepted once, refused without loss, never gone round.

use crate::actions::{self, AGENT, Account, NEWCOMER};
use crate::boot_page;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_newcomer_reads_accepts_and_is_let_in,
        [ByEngine] who_refuses_is_signed_out_and_can_come_back,
        [ByEngine] a_new_version_is_asked_for_with_what_changed,
        [ByEngine] a_text_that_falls_due_in_mid_session_leads_there_and_back,
        [ByEngine held] pressed_twice_is_sent_once,
        [ByEngine] the_keyboard_alone_is_enough_to_accept,
        [ByEngine] another_language_keeps_what_is_open,
        [Nowhere] the_way_on_never_leaves_the_space,
        [Nowhere] an_answer_that_fails_can_be_given_again,
        [Nowhere] an_answer_that_was_lost_after_it_counted_lets_in,
        [Nowhere] a_version_that_comes_while_reading_must_be_read,
        [Nowhere] a_session_that_ends_while_reading_is_said_and_the_way_kept,
        [Nowhere] what_was_accepted_in_another_tab_is_not_asked_again,
        [Nowhere] nobody_who_is_not_asked_stays_there,
    ]
}

/// Signs in as somebody who is asked, as far as the question.
fn asked(page: &Page, account: &Account) {
    page.open("/login");
    asked_here(page, account);
}

/// The same, on the login that the page shows.
fn asked_here(page: &Page, account: &Account) {
    actions::submit_login(page, account.username, account.password, &FR);
    find::button(page, FR.accept);
}

/// A new charter is in force from now on.
fn publish_charter(page: &Page) {
    page.portal.change_portal(
        &json!({ "charter": { "version": "2026-2", "published_on": "2026-11-20" } }),
    );
}

fn let_in(page: &Page, path: &str) {
    find::button(page, FR.log_out);
    page.until_address(path);
}

fn a_newcomer_reads_accepts_and_is_let_in(page: &Page) {
    asked(page, &NEWCOMER);
    page.until_path("/login/consent");
    find::heading(page, FR.consent);
    page.until_title(FR.consent);
    page.until_text("en vigueur depuis le");
    page.until_text("Si vous refusez, vous êtes déconnecté");
    // A first text stands open, and nothing has changed for who has read none.
    let open = "return Array.from(document.querySelectorAll('details')).map((whole) => whole.open)";
    page.until_returns("what stands open", open, &[], json!([true, true]));
    assert!(!page.text().contains("Ce qui a changé"), "{}", page.text());
    assert_eq!(
        page.must(
            "looking for a way into the space",
            find::now(page, find::Role::Link, FR.payslips)
        ),
        None,
        "nothing of the space is there"
    );
    checks::nothing(checks::frame(page, &FR));
    checks::nothing(checks::axe::axe(page));
    page.set_narrowest();
    checks::nothing(checks::no_horizontal_scroll(page));
    page.set_desktop();
    actions::press_button(page, FR.accept);
    let_in(page, "/space");
    page.reload();
    let_in(page, "/space");
    checks::nothing(checks::quiet_console(page));
    checks::nothing(checks::no_third_party(page));
}

fn who_refuses_is_signed_out_and_can_come_back(page: &Page) {
    asked(page, &NEWCOMER);
    actions::press_button(page, FR.refuse);
    page.until_path("/signed-out");
    find::heading(page, FR.signed_out);
    actions::follow(page, FR.log_in_again);
    find::heading(page, FR.login_heading);
    boot_page::taken_over(page);
    asked_here(page, &NEWCOMER);
    actions::press_button(page, FR.accept);
    let_in(page, "/space");
}

fn a_new_version_is_asked_for_with_what_changed(page: &Page) {
    publish_charter(page);
    page.open("/space/payslips?year=2025");
    find::heading(page, FR.login_heading);
    asked_here(page, &AGENT);
    page.until_text("Ce qui a changé depuis la version 2026-1, que vous avez acceptée le");
    page.until_text("Version 2026-2, en vigueur depuis le 20 novembre 2026.");
    // The terms are the ones that the agent accepted: they are not asked for again.
    let shown = "return document.querySelectorAll('details').length";
    page.until_returns("how many texts are shown", shown, &[], 1);
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, FR.accept);
    let_in(page, "/space/payslips?year=2025");
    find::link(page, FR.a_month_of_2025);
}

fn a_text_that_falls_due_in_mid_session_leads_there_and_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    // Home's own questions have been answered: one that came after the publication would lead away from home.
    find::link(&agent, FR.latest_month);
    publish_charter(&agent);
    actions::follow(&agent, FR.payslips);
    find::button(page, FR.accept);
    page.until_path("/login/consent");
    actions::press_button(page, FR.accept);
    let_in(page, "/space/payslips");
    find::link(page, FR.latest_month);
}

fn pressed_twice_is_sent_once(page: &Page) {
    asked(page, &NEWCOMER);
    page.portal.front().hold(&["POST /api/v1/consent"]);
    let accept = find::button(page, FR.accept);
    let twice = "arguments[0].click(); arguments[0].click();";
    page.run(twice, &[accept.to_json()]);
    page.until_text(FR.sending);
    page.run(twice, &[accept.to_json()]);
    page.portal.front().let_pass();
    let_in(page, "/space");
    let sent = page.portal.front().times_answered("POST /api/v1/consent");
    assert_eq!(sent, 1);
}

fn the_keyboard_alone_is_enough_to_accept(page: &Page) {
    asked(page, &NEWCOMER);
    page.until_true(
        "reading to begin at the heading",
        "return document.activeElement.tagName === 'H1'",
        &[],
    );
    for name in [FR.charter, FR.terms, FR.accept, FR.refuse] {
        tab_to(page, name);
    }
    page.press(&[keys::SHIFT, keys::TAB]);
    page.press(&[keys::ENTER]);
    let_in(page, "/space");
}

fn tab_to(page: &Page, name: &str) {
    let reached = (0..15).any(|_| {
        page.press(&[keys::TAB]);
        page.focused()
            .is_some_and(|focused| find::name_of(page, &focused).is_ok_and(|found| found == name))
    });
    assert!(reached, "no 15 presses of Tab lead to {name}");
}

fn another_language_keeps_what_is_open(page: &Page) {
    publish_charter(page);
    asked(page, &AGENT);
    let open = "const whole = document.querySelector('details'); const was = whole.open; whole.open = true; return was";
    assert_eq!(
        page.run(open, &[]),
        false,
        "what changed comes first, the whole is folded away"
    );
    actions::switch_language(page, &FR, &EN);
    find::heading(page, EN.consent);
    page.until_text("What changed since version 2026-1");
    let open = "return document.querySelector('details').open";
    page.until_returns("what was open", open, &[], true);
    page.until_path("/login/consent");
    actions::press_button(page, EN.accept);
    find::button(page, EN.log_out);
}

fn the_way_on_never_leaves_the_space(page: &Page) {
    for target in [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "/login/consent",
    ] {
        page.portal.reset();
        let target = target.replace('\\', "%5C").replace(':', "%3A");
        page.open(&format!("/login/consent?then={target}"));
        find::heading(page, FR.login_heading);
        asked_here(page, &NEWCOMER);
        // As a link in a message would have it, too.
        page.open(&format!("/login/consent?then={target}"));
        actions::press_button(page, FR.accept);
        let_in(page, "/space");
    }
}

fn an_answer_that_fails_can_be_given_again(page: &Page) {
    asked(page, &NEWCOMER);
    page.portal
        .spoil("POST", "/api/v1/consent", "status:500", 1);
    actions::press_button(page, FR.accept);
    find::with_focus(page, FR.consent_failed);
    checks::nothing(checks::axe::axe(page));
    page.until_path("/login/consent");
    actions::press_button(page, FR.try_again);
    let_in(page, "/space");
}

fn an_answer_that_was_lost_after_it_counted_lets_in(page: &Page) {
    asked(page, &NEWCOMER);
    page.portal
        .spoil("POST", "/api/v1/consent", "after_commit_drop", 1);
    actions::press_button(page, FR.accept);
    let_in(page, "/space");
}

fn a_version_that_comes_while_reading_must_be_read(page: &Page) {
    asked(page, &NEWCOMER);
    publish_charter(page);
    actions::press_button(page, FR.accept);
    find::with_focus(page, FR.newer_version);
    page.until_text("Version 2026-2, en vigueur depuis le 20 novembre 2026.");
    page.until_path("/login/consent");
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, FR.accept);
    let_in(page, "/space");
}

fn a_session_that_ends_while_reading_is_said_and_the_way_kept(page: &Page) {
    page.open("/space/payslips?year=2025");
    find::heading(page, FR.login_heading);
    asked_here(page, &NEWCOMER);
    page.portal.advance_clock(60 * 60);
    actions::press_button(page, FR.accept);
    page.until_text("Votre session s’est fermée avant votre réponse");
    checks::nothing(checks::frame(page, &FR));
    actions::follow(page, "Revenir à la connexion");
    find::heading(page, FR.login_heading);
    asked_here(page, &NEWCOMER);
    actions::press_button(page, FR.accept);
    let_in(page, "/space/payslips?year=2025");
}

fn what_was_accepted_in_another_tab_is_not_asked_again(page: &Page) {
    asked(page, &NEWCOMER);
    let elsewhere = r"
return (async () => {
  const session = await (await fetch('/api/v1/session')).json();
  const consent = await (await fetch('/api/v1/consent')).json();
  const given = { charter_version: consent.charter.text.version, terms_version: consent.terms.text.version };
  const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrf_token };
  return (await fetch('/api/v1/consent', { method: 'POST', headers, body: JSON.stringify(given) })).status;
})();
";
    assert_eq!(page.run(elsewhere, &[]), 200);
    // The page knows nothing of it, and loads its texts anew on the way back.
    actions::follow(page, FR.charter);
    find::button(page, FR.print);
    page.back();
    let_in(page, "/space");
}

fn nobody_who_is_not_asked_stays_there(page: &Page) {
    page.open("/login/consent?then=%2Fspace%2Fpayslips");
    find::heading(page, FR.login_heading);
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    agent.until_path("/space/payslips");
    agent.open("/login/consent?then=%2Fspace%2Fpayslips%3Fyear%3D2025");
    let_in(&agent, "/space/payslips?year=2025");
}
