//! How long a session lasts: warned of in good time, extended on purpose, never by reading, never for ever.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::session_steps::{self, NO_DIALOG};
use crate::words::Words;
use serde_json::json;
use std::time::Instant;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] the_warning_is_seen_each_second_and_spoken_each_half_minute,
        [ByEngine] the_warning_holds_the_focus_and_escape_stays,
        [ByEngine] work_extends_the_session_without_a_question,
        [Nowhere] staying_moves_the_end_on_the_portal,
        [Nowhere] reading_never_extends_the_session,
        [Nowhere] work_behind_the_warning_does_not_answer_it,
        [Nowhere] an_answer_that_fails_is_said_and_can_be_given_again,
        [Nowhere held] escape_twice_leaves_the_question_until_it_is_answered,
        [Nowhere] signing_out_is_the_other_answer,
        [Nowhere] the_absolute_end_is_announced_and_stays_in_sight,
        [Nowhere] the_warning_keeps_up_when_the_language_changes,
    ]
}

/// Notes each number of seconds that is seen, and each text that is spoken, with what stands there at first.
const WATCH: &str = r"
const dialog = document.querySelector('dialog');
const spoken = dialog.querySelector('[role=status]');
const shown = dialog.querySelector('[aria-hidden=true]:not(svg)');
const told = window.told = { seconds: [], spoken: [] };
const add = (list, item) => { if (list.at(-1) !== item) list.push(item); };
const look = () => {
  const [, minutes, seconds] = /(?:(\d+)\s*min\s*)?(\d+)\s*s/.exec(shown.textContent);
  add(told.seconds, 60 * (minutes ?? 0) + +seconds);
  add(told.spoken, spoken.textContent.replace(/\s+/g, ' '));
};
look();
new MutationObserver(look).observe(dialog, { subtree: true, childList: true, characterData: true });
";

fn the_warning_is_seen_each_second_and_spoken_each_half_minute(page: &Page) {
    session_steps::set_times(page, &json!({ "idle_s": 38, "warn_before_s": 35 }));
    let agent = actions::sign_in(page, &AGENT);
    session_steps::until_warned(&agent, &FR);
    agent.run(WATCH, &[]);
    agent.until_true(
        "28 seconds to be left",
        "return window.told.seconds.at(-1) <= 28",
        &[],
    );
    let told = agent.run("return window.told", &[]);
    let seconds: Vec<i64> = told["seconds"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_i64)
        .collect();
    // One that a busy machine skips is no fault of the page's.
    let by_ones = seconds
        .windows(2)
        .filter(|two| two[0] - two[1] == 1)
        .count();
    let falls = seconds.windows(2).all(|two| two[0] > two[1]);
    assert!(
        falls && by_ones + 2 >= seconds.len() - 1 && seconds.len() > 2,
        "seen: {seconds:?}"
    );
    let spoken: Vec<String> = checks::strings(&told["spoken"])
        .iter()
        .map(|text| find::plain(text))
        .collect();
    assert_eq!(
        spoken,
        [
            "Fin de la session dans 1 min 00 s",
            "Fin de la session dans 30 s"
        ]
    );
}

fn the_warning_holds_the_focus_and_escape_stays(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let link = find::link(&agent, FR.latest_month);
    agent.run("arguments[0].focus()", &[link.to_json()]);
    let before = session_steps::idle_end(&agent);
    session_steps::come_near_the_end(&agent, 100);
    session_steps::until_warned(&agent, &FR);
    find::with_focus(&agent, FR.session_ending);
    checks::nothing(checks::axe::axe(&agent));
    let mut reached = Vec::new();
    for _ in 0..7 {
        agent.press(&[keys::TAB]);
        let place = agent.run(
            "const held = document.activeElement; return held.parentElement?.closest('dialog') ? held.textContent.trim() : [document.body, document.querySelector('dialog')].includes(held) ? '' : held.outerHTML",
            &[],
        );
        reached.push(place.as_str().unwrap_or_default().to_owned());
    }
    let own = [FR.stay, FR.log_out];
    assert!(
        own.iter()
            .all(|name| reached.iter().any(|place| place == name))
            && reached.iter().all(|place| place.is_empty()
                || place == FR.session_ending
                || own.contains(&place.as_str())),
        "Tab leads to {reached:?}"
    );
    assert_eq!(
        session_steps::idle_end(&agent),
        before,
        "nothing extended it yet"
    );
    agent.press(&[keys::ESCAPE]);
    session_steps::until_no_dialog(&agent);
    assert!(session_steps::idle_end(&agent) > before, "Escape stays");
    agent.until_true(
        "the focus back where it was",
        "return document.activeElement === arguments[0]",
        &[link.to_json()],
    );
    checks::nothing(checks::quiet_console(&agent));
}

fn work_extends_the_session_without_a_question(page: &Page) {
    // Worth a call every fourth part of this.
    session_steps::set_times(page, &json!({ "idle_s": 16, "warn_before_s": 2 }));
    page.portal.count("PUT", "/api/v1/session");
    let agent = actions::sign_in(page, &AGENT);
    let start = Instant::now();
    let before = session_steps::idle_end(&agent);
    agent.until("a call that extends", || {
        session_steps::press_a_key(&agent);
        let asked = agent.session().run(NO_DIALOG, &[])?;
        assert_eq!(asked, true, "nobody is asked");
        Ok((agent.portal.counted() > 0).then_some(()))
    });
    agent.until("a later end", || {
        Ok((session_steps::idle_end(&agent) > before).then_some(()))
    });
    for _ in 0..10 {
        session_steps::press_a_key(&agent);
    }
    let calls = agent.portal.counted();
    // One every four seconds, and one for the fraction.
    let due = 1 + start.elapsed().as_secs() / 4;
    assert!(
        calls <= due.max(2) && calls < 10,
        "{calls} calls, {due} are due: one for every key is too many"
    );
}

fn staying_moves_the_end_on_the_portal(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    session_steps::come_near_the_end(&agent, 100);
    session_steps::until_warned(&agent, &FR);
    let before = session_steps::idle_end(&agent);
    page.portal.count("PUT", "/api/v1/session");
    actions::press_button(&agent, FR.stay);
    session_steps::until_no_dialog(&agent);
    assert!(session_steps::idle_end(&agent) > before);
    assert_eq!(agent.portal.counted(), 1);
    // It is asked again in good time, however often.
    session_steps::come_near_the_end(&agent, 60);
    session_steps::until_warned(&agent, &FR);
}

fn reading_never_extends_the_session(page: &Page) {
    session_steps::set_times(page, &json!({ "idle_s": 11, "warn_before_s": 6 }));
    page.portal.count("PUT", "/api/v1/session");
    let agent = actions::sign_in(page, &AGENT);
    let mut was_warned = false;
    let mut name = FR.payslips;
    agent.until("the end of a session that only reads", || {
        // By script, since a hand on the mouse is work.
        let read = r"
const [name] = arguments;
Array.from(document.links).find((link) => link.textContent.trim() === name)?.click();
return fetch('/api/v1/payslips').then(() => document.querySelector('dialog') !== null)";
        was_warned |= agent.session().run(read, &[json!(name)])? == true;
        name = if name == FR.payslips {
            FR.home
        } else {
            FR.payslips
        };
        find::now(&agent, find::Role::Heading, FR.session_over)
    });
    assert!(was_warned, "it is warned of first");
    assert_eq!(agent.portal.counted(), 0);
}

fn work_behind_the_warning_does_not_answer_it(page: &Page) {
    // Long enough ago for a call that extends, were the question not there.
    session_steps::set_times(page, &json!({ "idle_s": 21, "warn_before_s": 20 }));
    page.portal.count("PUT", "/api/v1/session");
    let agent = actions::sign_in(page, &AGENT);
    session_steps::until_warned(&agent, &FR);
    agent.until("14 seconds to be left", || {
        session_steps::press_a_key(&agent);
        let left = "return /(\\d+)\\s*s/.exec(document.querySelector('dialog [aria-hidden=true]:not(svg)').textContent)[1] <= 14";
        Ok((agent.session().run(left, &[])? == true).then_some(()))
    });
    assert_eq!(agent.portal.counted(), 0);
    actions::press_button(&agent, FR.stay);
    session_steps::until_no_dialog(&agent);
    assert_eq!(agent.portal.counted(), 1);
}

fn an_answer_that_fails_is_said_and_can_be_given_again(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    session_steps::come_near_the_end(&agent, 100);
    session_steps::until_warned(&agent, &FR);
    for kind in ["status:503", "drop", "html"] {
        agent.portal.spoil("PUT", "/api/v1/session", kind, 1);
        actions::press_button(&agent, FR.stay);
        agent.until_true(
            &format!("words about {kind}"),
            "return !!document.querySelector('dialog [role=alert]')?.textContent.trim()",
            &[],
        );
        find::button(&agent, FR.stay);
    }
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, FR.stay);
    session_steps::until_no_dialog(&agent);
}

fn escape_twice_leaves_the_question_until_it_is_answered(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    session_steps::come_near_the_end(&agent, 100);
    session_steps::until_warned(&agent, &FR);
    agent.portal.front().hold(&["PUT /api/v1/session"]);
    // Some browsers let a page hold back the first only.
    for _ in 0..3 {
        agent.press(&[keys::ESCAPE]);
    }
    agent.until_text("Prolongation en cours…");
    assert_eq!(
        agent.run(
            "return document.querySelector('dialog').matches(':modal')",
            &[]
        ),
        true,
        "the page behind is not given back meanwhile"
    );
    agent.portal.front().let_pass();
    session_steps::until_no_dialog(&agent);
}

fn signing_out_is_the_other_answer(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    session_steps::come_near_the_end(&agent, 100);
    session_steps::until_warned(&agent, &FR);
    let leave = "const leave = Array.from(document.querySelectorAll('dialog button')).find((button) => button.textContent.trim() === arguments[0]); leave?.click(); return !!leave";
    agent.until_true("the other answer", leave, &[json!(FR.log_out)]);
    agent.until_path("/signed-out");
    page.until_text(FR.portal_closed);
}

fn the_absolute_end_is_announced_and_stays_in_sight(page: &Page) {
    session_steps::set_times(page, &json!({ "absolute_s": 100 }));
    page.portal.count("PUT", "/api/v1/session");
    let agent = actions::sign_in(page, &AGENT);
    session_steps::until_warned(&agent, &FR);
    agent.until_text("Une session ne peut pas durer plus longtemps");
    checks::nothing(checks::axe::axe(&agent));
    assert!(
        !agent.text().contains(FR.stay),
        "nothing is offered that can't be had"
    );
    actions::press_button(&agent, FR.understood);
    session_steps::until_no_dialog(&agent);
    agent.until_text("Fin de la session dans");
    checks::nothing(checks::axe::axe(&agent));
    actions::follow(&agent, FR.payslips);
    find::link(&agent, FR.latest_month);
    agent.until_text("Fin de la session dans");
    session_steps::press_a_key(&agent);
    assert_eq!(agent.portal.counted(), 0, "it can't be extended");
    agent.portal.advance_clock(200);
    session_steps::tell_tabs(&agent, "changed");
    find::heading(&agent, FR.session_over);
}

/// The session was asked for ahead of the program, and extended.
const EXTENDED: &str = "return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/api/v1/session')).length >= 2";

fn the_warning_keeps_up_when_the_language_changes(page: &Page) {
    const EN: Words = Words::ENGLISH;
    let agent = actions::sign_in(page, &AGENT);
    actions::switch_language(&agent, &FR, &EN);
    // The first sign of somebody in a document extends the session, which must not come after time has passed.
    page.until_true("the extension", EXTENDED, &[]);
    session_steps::come_near_the_end(&agent, 100);
    session_steps::until_warned(&agent, &EN);
    agent.until_text("Your session ends in");
    checks::nothing(checks::frame(&agent, &EN));
    actions::press_button(&agent, EN.stay);
    session_steps::until_no_dialog(&agent);
}
