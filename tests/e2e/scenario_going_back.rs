//! Back and forward once the session has ended: what the browser kept of a page, memory and all, shows nothing any more.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::scenario_session_tabs::until_farewell;
use crate::session_steps;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
/// Another document of the origin, which is none of the portal's pages.
const ELSEWHERE: &str = "/robots.txt";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] the_back_button_shows_nothing_after_signing_out,
        [ByEngine] a_page_kept_by_the_browser_shows_nothing_once_the_session_ended,
        [ByEngine] a_page_kept_by_the_browser_hides_what_it_held_while_it_is_loaded_anew,
        [ByEngine] a_tab_that_was_elsewhere_during_the_sign_out_shows_nothing_when_it_goes_back,
        [Nowhere held] a_page_kept_by_the_browser_asks_a_shared_device_anew,
    ]
}

/// Has the document note in its tab that the browser gave it back as it was, and for how many frames an amount could be
/// seen then; the page that is loaded in its place leaves the notes there.
fn note_when_restored(page: &Page) {
    let note = r"
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  sessionStorage.restored = 'whole';
  // What can be seen in a second frame has been painted in the first.
  const look = () => {
    if (document.body.innerText.includes('€')) sessionStorage.seen = 1 + Number(sessionStorage.seen ?? -1);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})";
    page.run(note, &[]);
}

/// The note, `null` when the document was not given back.
fn restored(page: &Page) -> Value {
    page.run("return sessionStorage.getItem('restored')", &[])
}

/// Chromium and WebKit keep such pages whole; Firefox keeps none whose calls are not to be stored.
fn keeps_pages(page: &Page) -> Value {
    match page.engine {
        Engine::Firefox => json!(null),
        Engine::Chromium | Engine::WebKit => json!("whole"),
    }
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
        let found = traces::personal_words_shown(page, personal)?;
        assert!(found.is_empty(), "{place}: {}", found.join(", "));
        let login = find::now(page, find::Role::Button, FR.log_in)?;
        let receipt = find::now(page, find::Role::Heading, FR.signed_out)?;
        Ok(login.or(receipt))
    });
}

fn a_page_kept_by_the_browser_shows_nothing_once_the_session_ended(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    note_when_restored(&agent);
    // Another document: the payslip's page may be kept whole by the browser, memory and all.
    agent.open(ELSEWHERE);
    agent.portal.advance_clock(24 * 3600);
    agent.back();
    find::heading(&agent, FR.login_heading);
    checks::nothing(traces::nothing_personal_shown(&agent, &personal));
    assert_eq!(
        restored(&agent),
        keeps_pages(&agent),
        "what the browser gave back"
    );
    agent.forward();
    agent.back();
    find::heading(&agent, FR.login_heading);
    checks::nothing(traces::nothing_personal_shown(&agent, &personal));
}

fn a_page_kept_by_the_browser_hides_what_it_held_while_it_is_loaded_anew(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    note_when_restored(&agent);
    let address = agent.path();
    agent.open(ELSEWHERE);
    agent.portal.advance_clock(24 * 3600);
    // A slow network: the new document is long in coming.
    agent.portal.spoil("GET", &address, "delay:3000", 1);
    agent.back();
    find::heading(&agent, FR.login_heading);
    checks::nothing(traces::nothing_personal_shown(&agent, &personal));
    assert_eq!(
        restored(&agent),
        keeps_pages(&agent),
        "what the browser gave back"
    );
    let frames = agent.run("return sessionStorage.getItem('seen')", &[]);
    assert_eq!(frames, json!(null), "so many frames with the amounts");
}

fn a_tab_that_was_elsewhere_during_the_sign_out_shows_nothing_when_it_goes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    find::link(&agent, FR.latest_month);
    let first = page.tab();
    let second = page.open_tab("/space/payslips");
    find::link(page, FR.latest_month);
    // The payslips may be kept whole, and hear of nothing there.
    page.open(ELSEWHERE);
    page.choose(&first);
    actions::sign_out(actions::signed_in_here(page, &FR), &FR);
    page.choose(&second);
    page.back();
    page.until("a page with a way on, and nothing personal", || {
        let text = find::plain(&page.try_text()?);
        let seen = personal.in_text(&text);
        assert!(seen.is_empty(), "{seen:?} can be seen");
        let login = find::now(page, find::Role::Button, FR.log_in)?;
        Ok(login.or(find::now(page, find::Role::Heading, FR.signed_out)?))
    });
    checks::nothing(traces::nothing_personal_shown(page, &personal));
}

fn a_page_kept_by_the_browser_asks_a_shared_device_anew(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    let personal = traces::Personal::of(&agent);
    find::link(&agent, FR.latest_month);
    note_when_restored(&agent);
    agent.open(ELSEWHERE);
    until_farewell(page);
    agent.portal.advance_clock(21);
    agent.back();
    find::heading(&agent, FR.login_heading);
    checks::nothing(traces::nothing_personal_shown(&agent, &personal));
    assert_eq!(
        restored(&agent),
        keeps_pages(&agent),
        "what the browser gave back"
    );
}
