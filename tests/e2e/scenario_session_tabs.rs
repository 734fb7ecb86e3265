//! One session in many tabs: signed out together, kept or ended together on a shared device, and never shown for another.

use crate::actions::{self, AGENT, STRANGER};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const LEAVING: &str = "/api/v1/session/leaving";
/// A page of the origin that is none of the portal's.
const NO_PAGE: &str = "/robots.txt";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] two_tabs_are_signed_out_together,
        [Nowhere] five_tabs_are_signed_out_together,
        [ByEngine] an_extension_in_one_tab_takes_the_warning_away_in_the_other,
        // Firefox loses about every other call of a tab that its driver closes.
        [ChromiumOnly held] closing_the_last_page_ends_the_session_of_a_shared_device,
        [ByEngine held] a_reload_keeps_the_session_of_a_shared_device,
        [ChromiumOnly held] a_second_page_keeps_the_session_of_a_shared_device,
        [Nowhere] a_farewell_that_comes_late_does_not_end_what_another_page_keeps,
        [Nowhere] a_farewell_that_comes_after_the_reload_does_not_end_the_session,
        [ChromiumOnly] a_tab_that_hears_nothing_learns_of_another_agent_when_it_is_seen,
        [ChromiumOnly] a_write_of_the_first_agent_is_not_made_in_the_name_of_the_second,
        [ChromiumOnly] a_tab_that_hears_nothing_shows_nothing_of_another_agent_under_the_first_name,
    ]
}

fn two_tabs_are_signed_out_together(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    let first = page.tab();
    let second = page.open_tab("/space/payslips");
    let here = actions::signed_in_here(page, &FR);
    find::link(&here, FR.latest_month);
    actions::sign_out(here, &FR);
    page.until_text(FR.portal_closed);
    page.choose(&first);
    page.until_path("/signed-out");
    page.until_text(FR.signed_out_elsewhere);
    page.until_text(FR.portal_closed);
    page.until_address("/signed-out?way=another_tab");
    checks::nothing(traces::nothing_personal_shown(page, &personal));
    checks::nothing(traces::nothing_personal_kept(page, &personal));
    page.close_tab(&second);
    find::heading(page, FR.signed_out);
}

fn five_tabs_are_signed_out_together(page: &Page) {
    // Opened before anybody signs in, and half filled in.
    let login = page.open_tab("/login");
    actions::fill_in(page, FR.username, "somebody");
    let mut tabs = vec![page.open_tab("/login")];
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    let personal = traces::Personal::of(&agent);
    for path in ["/space", "/space/payslips", "/space/activity", "/login"] {
        tabs.push(page.open_tab(path));
        find::button(page, FR.log_out);
    }
    page.choose(&tabs[1]);
    actions::sign_out(actions::signed_in_here(page, &FR), &FR);
    for tab in [&tabs[0], &tabs[2], &tabs[3], &tabs[4]] {
        page.choose(tab);
        page.until_text(FR.signed_out_elsewhere);
        checks::nothing(traces::nothing_personal_shown(page, &personal));
    }
    page.choose(&login);
    find::heading(page, FR.login_heading);
    actions::until_value(page, FR.username, "somebody");
}

fn an_extension_in_one_tab_takes_the_warning_away_in_the_other(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let first = page.tab();
    let second = page.open_tab("/space/payslips");
    find::button(page, FR.log_out);
    session_steps::come_near_the_end(&agent, 100);
    for tab in [&first, &second] {
        page.choose(tab);
        session_steps::until_warned(page, &FR);
    }
    actions::press_button(page, FR.stay);
    session_steps::until_no_dialog(page);
    page.choose(&first);
    session_steps::until_no_dialog(page);
    find::link(page, FR.latest_month);
}

/// Signs in on a shared device in a tab of its own, and gives the tab before it, which holds no page of the portal.
fn shared_in_a_tab(page: &Page) -> crate::harness::tabs::Tab {
    let before = page.tab();
    page.open(NO_PAGE);
    page.open_tab("/login");
    session_steps::share_device(page, &FR);
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    before
}

/// Waits until the portal has done with a page's last word: no clock may go on before.
pub fn until_farewell(page: &Page) {
    let leaving = format!("POST {LEAVING}");
    page.until("a page's last word to the portal", || {
        Ok(page.portal.front().has_answered(&leaving).then_some(()))
    });
}

fn is_open(page: &Page, cookie: &str) -> bool {
    page.portal.get("/api/v1/session", cookie).json()["state"] == "signed_in"
}

fn closing_the_last_page_ends_the_session_of_a_shared_device(page: &Page) {
    let before = shared_in_a_tab(page);
    let cookie = traces::cookie_header(page);
    assert!(is_open(page, &cookie));
    page.close_tab(&before);
    until_farewell(page);
    page.portal.advance_clock(21);
    assert!(!is_open(page, &cookie), "nobody is there any more");
    page.open("/space");
    find::heading(page, FR.login_heading);
}

fn a_reload_keeps_the_session_of_a_shared_device(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    for _ in 0..3 {
        agent.reload();
        find::link(&agent, FR.latest_month);
    }
    until_farewell(&agent);
    agent.portal.advance_clock(21);
    assert!(is_open(&agent, &traces::cookie_header(&agent)));
    agent.reload();
    find::link(&agent, FR.latest_month);
}

/// How often the page has asked for the session.
const ASKED: &str = "return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/api/v1/session')).length";

fn a_second_page_keeps_the_session_of_a_shared_device(page: &Page) {
    shared_in_a_tab(page);
    let first = page.tab();
    page.open_tab("/space/payslips");
    find::link(page, FR.latest_month);
    let second = page.tab();
    let asked = page.run(ASKED, &[]);
    page.choose(&first);
    page.close_tab(&second);
    until_farewell(page);
    // It asks anew, which tells the portal that a page is there.
    page.until("another question", || {
        Ok((page.session().run(ASKED, &[])? != asked).then_some(()))
    });
    page.portal.advance_clock(21);
    assert!(is_open(page, &traces::cookie_header(page)));
    actions::follow(page, FR.home);
    find::button(page, FR.log_out);
}

fn a_farewell_that_comes_late_does_not_end_what_another_page_keeps(page: &Page) {
    shared_in_a_tab(page);
    let first = page.tab();
    page.open_tab("/space/payslips");
    find::link(page, FR.latest_month);
    let second = page.tab();
    page.choose(&first);
    page.portal.spoil("POST", LEAVING, "delay:1500", 1);
    page.close_tab(&second);
    // As long as the portal itself leaves a page to come back, less what it takes to notice.
    session_steps::let_pass(page, 12_000);
    page.portal.advance_clock(12);
    assert!(
        is_open(page, &traces::cookie_header(page)),
        "the page that is still there was never heard of after the farewell"
    );
}

fn a_farewell_that_comes_after_the_reload_does_not_end_the_session(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    agent.portal.spoil("POST", LEAVING, "delay:1500", 1);
    agent.reload();
    find::link(&agent, FR.latest_month);
    session_steps::let_pass(&agent, 12_000);
    agent.portal.advance_clock(12);
    assert!(
        is_open(&agent, &traces::cookie_header(&agent)),
        "the page that came back was never heard of after the farewell"
    );
}

/// Two tabs of which the second says nothing to the first; the first agent is in the first, and the second signs in.
fn two_agents_without_a_word(page: &Page) -> traces::Personal {
    let first = page.tab();
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    find::link(&agent, FR.latest_month);
    actions::follow(&agent, FR.activity);
    actions::follow(&agent, FR.not_mine);
    find::heading(&agent, FR.report);
    actions::fill_in(&agent, FR.comment, "Ce n’est pas moi.");
    page.open_tab(NO_PAGE);
    page.plant("delete window.BroadcastChannel");
    // Whoever is signed in is led past the login: the cookie goes first.
    let sign_in = r"
const [username, password] = arguments;
return fetch('/api/v1/session', {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password, shared_device: false }),
}).then((answer) => answer.status)";
    let told = page.run(
        sign_in,
        &[json!(STRANGER.username), json!(STRANGER.password)],
    );
    assert!(told.as_u64().is_some_and(|status| status < 300), "{told}");
    page.choose(&first);
    personal
}

/// Waits until the page is the other agent's, with nothing of the first.
fn until_replaced(page: &Page, personal: &traces::Personal) {
    page.until_path("/space");
    page.until("the other agent's space", || {
        if !traces::personal_words_shown(page, personal)?.is_empty() {
            return Ok(None);
        }
        find::now(page, find::Role::Link, FR.latest_month)
    });
    let told = session_steps::session(page);
    let name = |which: &str| told["agent"][which].as_str().unwrap_or("?").to_owned();
    // Family names are alike.
    page.until_text(&format!("{} {}", name("given_name"), name("family_name")));
}

fn a_tab_that_hears_nothing_learns_of_another_agent_when_it_is_seen(page: &Page) {
    let personal = two_agents_without_a_word(page);
    // What was asked just now is not asked again.
    session_steps::let_pass(page, 5_500);
    session_steps::wake(page);
    until_replaced(page, &personal);
}

fn a_write_of_the_first_agent_is_not_made_in_the_name_of_the_second(page: &Page) {
    let personal = two_agents_without_a_word(page);
    actions::press_button(page, FR.send_report);
    until_replaced(page, &personal);
    let reported = "return fetch('/api/v1/activity').then((answer) => answer.json()).then((activity) => activity.items.filter((event) => event.report).length)";
    assert_eq!(page.run(reported, &[]), 0, "nothing was reported");
}

fn a_tab_that_hears_nothing_shows_nothing_of_another_agent_under_the_first_name(page: &Page) {
    let personal = two_agents_without_a_word(page);
    let theirs = "return fetch('/api/v1/payslips').then((answer) => answer.json()).then((list) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(list.items[0].net_payable / 100))";
    let theirs = page.run(theirs, &[]);
    let theirs = find::plain(theirs.as_str().unwrap_or_default());
    actions::follow(page, FR.payslips);
    page.until("somebody's payslips", || {
        let text = find::plain(&page.try_text()?);
        let mixed = text.contains(&theirs) && !personal.in_text(&text).is_empty();
        assert!(
            !mixed,
            "{theirs} of one agent stands under the name of another"
        );
        Ok(text.contains(&theirs).then_some(()))
    });
}
