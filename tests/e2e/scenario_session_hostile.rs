//! A session against a hostile world: clocks that are wrong or jump, sleep, a portal that refuses everything, forged words.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps::{self, NO_DIALOG};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const SESSION: &str = "/api/v1/session";
const HOUR_S: i64 = 3600;
const YEARS_S: i64 = 10 * 365 * 24 * HOUR_S;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_device_that_slept_past_the_end_shows_nothing,
        [Nowhere] a_device_that_wakes_without_a_network_shows_nothing_past_the_end,
        [Nowhere] a_short_sleep_is_counted,
        [Nowhere] a_clock_that_is_years_wrong_ends_nothing_early_and_nothing_late,
        [Nowhere] a_clock_that_jumps_ends_nothing_and_asks_little,
        [Nowhere] an_end_in_the_past_is_the_end_and_no_loop,
        [Nowhere] a_portal_that_refuses_everything_is_not_asked_for_ever,
        [ByEngine] forged_words_change_nothing_and_ask_little,
        [Nowhere] a_long_flood_of_forged_words_asks_little,
        [Nowhere] a_forged_sign_out_only_locks_and_says_so,
    ]
}

/// Waits until the page asks for the password, with nothing of the agent's but the username.
fn until_locked(page: &Page, personal: &traces::Personal) {
    find::heading(page, FR.session_over);
    let shown = page.run("return document.documentElement.textContent", &[]);
    let mut words = personal.in_text(shown.as_str().unwrap_or_default());
    words.retain(|word| *word != AGENT.username);
    assert!(words.is_empty(), "the page still holds {words:?}");
}

fn a_device_that_slept_past_the_end_shows_nothing(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    let address = agent.path();
    agent.portal.advance_clock(7200);
    session_steps::shift_clock(&agent, 2 * HOUR_S);
    session_steps::wake(&agent);
    until_locked(&agent, &personal);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    find::table(&agent, FR.totals);
    agent.until_address(&address);
}

fn a_device_that_wakes_without_a_network_shows_nothing_past_the_end(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    agent.go_offline();
    session_steps::shift_clock(&agent, 2 * HOUR_S);
    session_steps::wake(&agent);
    until_locked(&agent, &personal);
    agent.go_online();
    agent.portal.advance_clock(7200);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    find::table(&agent, FR.totals);
}

fn a_short_sleep_is_counted(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.portal.advance_clock(600);
    session_steps::shift_clock(&agent, 600);
    session_steps::wake(&agent);
    session_steps::let_pass(&agent, 2_500);
    assert_eq!(agent.run(NO_DIALOG, &[]), true, "five minutes are left");
    agent.portal.advance_clock(220);
    session_steps::shift_clock(&agent, 220);
    session_steps::until_warned(&agent, &FR);
}

/// Notes by the page's own clock when its session began, and when that heading comes: a busy machine is late to ask.
const NOTE_THE_END: &str = r"
const [title] = arguments;
const calls = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/api/v1/session'));
window.start = calls.at(-1).startTime;
window.end = NaN;
new MutationObserver(() => {
  const is_there = Array.from(document.querySelectorAll('h1'), (heading) => heading.textContent.trim()).includes(title);
  if (is_there && isNaN(window.end)) window.end = performance.now();
}).observe(document, { childList: true, characterData: true, subtree: true });
";

fn a_clock_that_is_years_wrong_ends_nothing_early_and_nothing_late(page: &Page) {
    session_steps::set_times(page, &json!({ "idle_s": 14, "warn_before_s": 4 }));
    page.portal.count("PUT", SESSION);
    page.open("/login");
    find::button(page, FR.log_in);
    session_steps::shift_clock(page, YEARS_S);
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    agent.run(NOTE_THE_END, &[json!(FR.session_over)]);
    let mut is_back = false;
    let passed = agent.until("the end", || {
        let now = "return performance.now() - window.start";
        if !is_back && agent.session().run(now, &[])?.as_f64() > Some(4_000.0) {
            session_steps::shift_clock(&agent, -2 * YEARS_S);
            is_back = true;
        }
        let end = agent
            .session()
            .run("return window.end - window.start", &[])?;
        Ok(end.as_f64())
    });
    find::heading(&agent, FR.session_over);
    assert!(
        is_back && (10_000.0..17_000.0).contains(&passed),
        "it ended after {passed} ms of 14,000"
    );
    assert_eq!(agent.portal.counted(), 0);
}

fn a_clock_that_jumps_ends_nothing_and_asks_little(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.portal.count("GET", SESSION);
    for seconds in [HOUR_S, -HOUR_S, YEARS_S, -YEARS_S, 200, -200] {
        session_steps::shift_clock(&agent, seconds);
        session_steps::let_pass(&agent, 1_300);
        assert_eq!(
            agent.run(NO_DIALOG, &[]),
            true,
            "no warning after {seconds} s"
        );
        find::button(&agent, FR.log_out);
    }
    find::link(&agent, FR.latest_month);
    let asked = agent.portal.counted();
    assert!((1..=14).contains(&asked), "{asked} questions for six jumps");
}

/// Has the page read of an end that is an hour past, while the portal says that the session is there.
const END_IN_THE_PAST: &str = r"
const [path] = arguments;
const ask = window.fetch;
window.asked = 0;
window.fetch = async (...what) => {
  const answer = await ask.apply(window, what);
  if (!(what[0].url ?? what[0]).endsWith(path)) return answer;
  window.asked += 1;
  const told = await answer.clone().json().catch(() => null);
  if (!told?.idle_expires_at) return answer;
  const past = new Date(Date.parse(told.now) - 3600e3).toISOString().replace('Z', '+00:00');
  const body = JSON.stringify({ ...told, idle_expires_at: past, absolute_expires_at: past });
  return new Response(body, { status: answer.status, headers: answer.headers });
};
";

fn an_end_in_the_past_is_the_end_and_no_loop(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    find::link(&agent, FR.latest_month);
    agent.run(END_IN_THE_PAST, &[json!(SESSION)]);
    session_steps::tell_tabs(&agent, "changed");
    until_locked(&agent, &personal);
    // Signing in brings the same answer.
    actions::fill_in(&agent, FR.password, AGENT.password);
    actions::press_button(&agent, FR.log_in);
    agent.until_true("the answers", "return window.asked >= 3", &[]);
    session_steps::let_pass(&agent, 8_000);
    let asked = agent.run("return window.asked", &[]).as_u64();
    assert!(asked.is_some_and(|asked| asked <= 10), "{asked:?} calls");
    until_locked(&agent, &personal);
}

fn a_portal_that_refuses_everything_is_not_asked_for_ever(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.portal.spoil_and_count("*", "/api/v1/*", "status:401");
    actions::follow(&agent, FR.payslips);
    find::heading(&agent, FR.session_over);
    actions::fill_in(&agent, FR.password, AGENT.password);
    actions::press_button(&agent, FR.log_in);
    agent.until_true(
        "words about it",
        "return !!document.querySelector('main [role=alert], main [role=group] h2, main h2')",
        &[],
    );
    session_steps::let_pass(&agent, 5_000);
    let in_session = agent.portal.counted();
    assert!(in_session <= 12, "{in_session} calls from an open page");
    agent.reload();
    page.until_true("a page", "return !!document.querySelector('main h1')", &[]);
    session_steps::let_pass(page, 6_000);
    let at_start = page.portal.counted() - in_session;
    assert!(at_start <= 15, "{at_start} calls from a page that starts");
}

/// What another page of the origin could try: words that are none, words that are, storage that nobody reads.
const FORGE: &str = r"
const channel = new BroadcastChannel('intraparis-nomade');
const none = ['', 'Changed', 'signed_out ', 'SIGNED_OUT', null, 7, true, { kind: 'signed_out' }, ['signed_out'], 'x'.repeat(1e6), '<b>signed_out</b>', new Date(0)];
for (const word of none) channel.postMessage(word);
for (let count = 0; count < 1000; count += 1) channel.postMessage(count % 2 ? 'changed' : 'leaving');
for (const key of ['session', 'signed_out', 'logout', 'language', 'intraparis-nomade']) {
  localStorage.setItem(key, JSON.stringify({ state: 'signed_out', agent: { given_name: 'Mallory' } }));
  localStorage.removeItem(key);
}
localStorage.clear();
channel.close();
";

fn forged_words_change_nothing_and_ask_little(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    let (mine, address, shown) = (page.tab(), page.path(), page.text());
    page.portal.count("GET", SESSION);
    page.open_tab("/robots.txt");
    page.run(FORGE, &[]);
    page.choose(&mine);
    let events = "for (const key of ['session', 'signed_out', null]) dispatchEvent(new StorageEvent('storage', { key, newValue: 'signed_out', storageArea: localStorage }))";
    page.run(events, &[]);
    page.until("a question to the portal", || {
        Ok((page.portal.counted() > 0).then_some(()))
    });
    session_steps::let_pass(page, 2_000);
    let asked = page.portal.counted();
    assert!(asked <= 10, "{asked} questions for a thousand words");
    assert_eq!(
        (page.path(), page.text()),
        (address, shown),
        "nothing has changed"
    );
    page.choose(&mine);
    actions::sign_out(actions::signed_in_here(page, &FR), &FR);
}

fn a_long_flood_of_forged_words_asks_little(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    let mine = page.tab();
    page.portal.count("GET", SESSION);
    page.open_tab("/robots.txt");
    let flood = r"
const channel = new BroadcastChannel('intraparis-nomade');
const start = performance.now();
return new Promise((done) => {
  let told = 0;
  const next = () => {
    channel.postMessage('changed');
    told += 1;
    if (performance.now() - start < 2000) setTimeout(next, 0); else done(told);
  };
  next();
})";
    let told = page.run(flood, &[]);
    page.choose(&mine);
    find::link(page, FR.latest_month);
    let asked = page.portal.counted();
    assert!(
        (1..=30).contains(&asked),
        "{asked} questions for {told} words in two seconds"
    );
}

fn a_forged_sign_out_only_locks_and_says_so(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    let mine = page.tab();
    page.open_tab("/robots.txt");
    session_steps::tell_tabs(page, "signed_out");
    page.choose(&mine);
    page.until_path("/signed-out");
    page.until_text(FR.portal_open);
    checks::nothing(traces::nothing_personal_shown(page, &personal));
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, FR.close_on_portal);
    page.until_text(FR.portal_closed);
    checks::nothing(traces::nothing_personal_kept(page, &personal));
}
