//! The checks before the password: what they say of the network, the service, the clock and the address, and when.

use crate::actions::{self, AGENT};
use crate::boot_page;
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::verdicts::{self, Verdict};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

const PROBE: &str = "/api/v1/probe/network";
const EVERYTHING: &str = "/api/v1/*";

/// More than any browser tries again by itself.
const ALWAYS: u32 = 10_000;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine on_time] a_network_that_spoils_one_call_is_a_filter,
        [ByEngine on_time] a_network_that_spoils_everything_is_told_apart,
        [ByEngine on_time] offline_is_said_and_the_checks_run_again_by_themselves,
        [ByEngine on_time] an_obstacle_that_goes_is_noticed_on_coming_back,
        [ByEngine on_time held] an_obstacle_is_read_out_once,
        [Nowhere on_time] what_fails_at_the_start_is_asked_once_more,
        [Nowhere on_time] a_network_that_changes_after_the_start_is_judged_anew,
        [Nowhere on_time] what_the_service_thinks_of_the_address_is_said,
        [Nowhere on_time] maintenance_is_said_when_it_is_due,
        [Nowhere on_time] a_wrong_clock_is_said_with_its_distance,
        [Nowhere on_time] another_address_warns_of_typing_a_password,
        [ByEngine on_time] when_all_is_well_nothing_stands_in_the_way,
        [ByEngine on_time held] typing_goes_on_while_the_checks_run,
        [Nowhere on_time] a_failed_sign_in_says_what_the_checks_found,
    ]
}

fn run_again(page: &Page) {
    actions::press_button(page, FR.run_checks_again);
}

/// Mends the network and waits until the check-up knows, so that no verdict is left over from the case before.
fn mend(page: &Page) {
    page.portal.reset();
    run_again(page);
    verdicts::found(page, &verdicts::NETWORK_FINE);
    verdicts::found(page, &verdicts::COOKIES_KEPT);
}

fn open_check_up(page: &Page) {
    page.open("/diagnostics");
    find::heading(page, FR.check_up);
}

fn a_network_that_spoils_one_call_is_a_filter(page: &Page) {
    open_check_up(page);
    verdicts::shows(page, &verdicts::NETWORK_FINE);
    for (kind, verdict, evidence) in [
        ("html", verdicts::FILTER, "page web au lieu de données"),
        (
            "redirect",
            verdicts::FILTER,
            "renvoyait vers une autre adresse",
        ),
        ("drop", verdicts::FILTER, "sans réponse"),
        ("truncate", verdicts::FILTER, ""),
        ("malformed", verdicts::FILTER, "n’est pas celle du portail"),
        ("wrong_type", verdicts::FILTER, "n’est pas celle du portail"),
        ("status:403", verdicts::NETWORK_FINE, ""),
        ("status:503", verdicts::SERVICE_DOWN, "503"),
    ] {
        page.at(kind);
        page.portal.spoil("GET", PROBE, kind, ALWAYS);
        run_again(page);
        let text = verdicts::text_of(page, &verdict);
        assert!(text.contains(evidence), "{kind}: {text}");
        mend(page);
    }
}

fn a_network_that_spoils_everything_is_told_apart(page: &Page) {
    for (kind, verdict) in [
        ("html", verdicts::CAPTIVE),
        ("redirect", verdicts::CAPTIVE),
        ("drop", verdicts::UNREACHABLE),
        ("status:503", verdicts::SERVICE_DOWN),
        ("status:500", verdicts::SERVICE_DOWN),
        ("truncate", cut(page.engine)),
        ("corrupt", verdicts::FILTER),
    ] {
        page.at(kind);
        page.portal.spoil("*", EVERYTHING, kind, ALWAYS);
        page.open("/login");
        notices(page, &verdict);
        // What could not be asked accuses nobody.
        open_check_up(page);
        verdicts::shows(page, &verdict);
        verdicts::shows(page, &verdicts::COOKIES_UNREAD);
        verdicts::found(page, &verdicts::CLOCK_UNREAD);
        mend(page);
        page.portal.reset();
    }
}

/// WebKit hands a body that ended too early over as whole: it is then an answer that somebody changed.
fn cut(engine: Engine) -> Verdict {
    match engine {
        Engine::WebKit => verdicts::FILTER,
        Engine::Chromium | Engine::Firefox => verdicts::UNREACHABLE,
    }
}

/// The login says above the form what stands in the way, and takes typing all the same.
fn notices(page: &Page, verdict: &Verdict) {
    let words = find::plain(verdict.says[0]);
    page.until(&format!("the notice {words:?}"), || {
        let notice = page.session().run(
            "return document.getElementById('check-notice')?.innerText ?? ''",
            &[],
        )?;
        let notice = find::plain(notice.as_str().unwrap_or_default());
        Ok(notice.contains(&words).then_some(()))
    });
    actions::fill_in(page, FR.username, AGENT.username);
    actions::until_value(page, FR.username, AGENT.username);
}

fn offline_is_said_and_the_checks_run_again_by_themselves(page: &Page) {
    open_check_up(page);
    verdicts::found(page, &verdicts::NETWORK_FINE);
    page.go_offline();
    verdicts::shows(page, &verdicts::OFFLINE);
    page.go_online();
    verdicts::shows(page, &verdicts::NETWORK_FINE);
    page.open("/login");
    find::button(page, FR.log_in);
    page.go_offline();
    notices(page, &verdicts::OFFLINE);
    page.go_online();
    notices(page, &verdicts::NETWORK_FINE);
    actions::until_value(page, FR.username, AGENT.username);
}

/// A resource was asked for twice since the page was opened, and no more; the browser may note it later than its answer.
fn asked_twice(page: &Page, path: &str) {
    let count = "return performance.getEntriesByType('resource').filter((entry) => new URL(entry.name).pathname === arguments[0]).length";
    page.until(&format!("{path} to be asked for twice"), || {
        let times = page.session().run(count, &[json!(path)])?.as_u64();
        Ok(times.filter(|times| *times >= 2))
    });
    assert_eq!(page.run(count, &[json!(path)]), 2, "{path}");
}

fn an_obstacle_that_goes_is_noticed_on_coming_back(page: &Page) {
    page.portal.network("vpn");
    page.open("/login");
    notices(page, &verdicts::VPN);
    page.portal.network("ok");
    // As often as browsers tell it when windows are changed quickly.
    let come_back = "for (let i = 0; i < 5; i += 1) document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    page.run(come_back, &[]);
    notices(page, &verdicts::NETWORK_FINE);
    page.until_text(FR.checks_done_at_login);
    asked_twice(page, PROBE);
}

/// Keeps every text that a live region brings: one that comes with its text, or that changes.
const LISTEN: &str = r"
window.readOut = [];
const live = '[role=alert], [role=status], [aria-live]';
new MutationObserver((changes) => {
  const regions = new Set();
  for (const { target, addedNodes } of changes) {
    const element = target.nodeType === 1 ? target : target.parentElement;
    if (element?.closest(live)) regions.add(element.closest(live));
    for (const added of addedNodes) {
      if (added.nodeType !== 1) continue;
      if (added.matches(live)) regions.add(added);
      added.querySelectorAll(live).forEach((region) => regions.add(region));
    }
  }
  for (const region of regions) if (region.isConnected) window.readOut.push(region.textContent);
}).observe(document, { childList: true, characterData: true, subtree: true, attributeFilter: ['role', 'aria-live'] });
";

fn an_obstacle_is_read_out_once(page: &Page) {
    page.portal.network("vpn");
    boot_page::hold_program(page);
    page.open("/login");
    page.run(LISTEN, &[]);
    actions::enter(page, FR.username);
    boot_page::let_program_come(page);
    page.until_text(&find::plain(verdicts::VPN.says[0]));
    boot_page::still_static(page);
    // From the last field to a button: the program takes over, and says the same in its own page.
    page.press(&[keys::TAB]);
    page.press(&[keys::TAB]);
    boot_page::taken_over(page);
    notices(page, &verdicts::VPN);
    let said = "return window.readOut.filter((text) => text.includes('VPN')).length";
    assert_eq!(
        page.run(said, &[]),
        1,
        "{}",
        page.run("return window.readOut", &[])
    );
}

fn what_fails_at_the_start_is_asked_once_more(page: &Page) {
    page.portal.spoil("*", EVERYTHING, "status:503", ALWAYS);
    page.open("/login");
    notices(page, &verdicts::SERVICE_DOWN);
    page.until_true(
        "the checks' end",
        "return !document.getElementById('check-strip').innerText.includes(arguments[0])",
        &[json!(FR.checking)],
    );
    for path in ["/api/v1/portal", "/api/v1/session"] {
        asked_twice(page, path);
    }
}

fn a_network_that_changes_after_the_start_is_judged_anew(page: &Page) {
    open_check_up(page);
    verdicts::found(page, &verdicts::NETWORK_FINE);
    for (kind, verdict) in [
        ("html", verdicts::CAPTIVE),
        ("drop", verdicts::UNREACHABLE),
        ("status:502", verdicts::SERVICE_DOWN),
    ] {
        page.at(kind);
        page.portal.spoil("*", EVERYTHING, kind, ALWAYS);
        run_again(page);
        verdicts::shows(page, &verdict);
        mend(page);
    }
    page.at("delay");
    page.portal.spoil("GET", PROBE, "delay:4500", 1);
    run_again(page);
    verdicts::shows(page, &verdicts::SLOW);
}

fn what_the_service_thinks_of_the_address_is_said(page: &Page) {
    open_check_up(page);
    for (name, verdict) in [
        ("vpn", verdicts::VPN),
        ("internal", verdicts::INTERNAL),
        ("blocked", verdicts::BLOCKED),
    ] {
        page.at(name);
        page.portal.network(name);
        run_again(page);
        verdicts::shows(page, &verdict);
        let text = verdicts::text_of(page, &verdict);
        assert!(text.contains("127.0.0.1"), "the address seen: {text}");
    }
    page.at("vpn, at the login");
    page.portal.network("vpn");
    page.open("/login");
    notices(page, &verdicts::VPN);
}

fn maintenance_is_said_when_it_is_due(page: &Page) {
    for (starts_in_minutes, verdict) in [
        (-10, verdicts::MAINTENANCE),
        (90, verdicts::MAINTENANCE_SOON),
    ] {
        page.at(verdict.cause);
        page.portal.maintenance(starts_in_minutes);
        open_check_up(page);
        verdicts::shows(page, &verdict);
    }
    for starts_in_minutes in [-130, 60 * 72] {
        page.at(&format!("{starts_in_minutes} minutes from now"));
        page.portal.maintenance(starts_in_minutes);
        open_check_up(page);
        verdicts::found(page, &verdicts::NETWORK_FINE);
    }
    page.at("now, at the login");
    page.portal.maintenance(-10);
    page.open("/login");
    notices(page, &verdicts::MAINTENANCE);
}

fn a_wrong_clock_is_said_with_its_distance(page: &Page) {
    open_check_up(page);
    verdicts::shows(page, &verdicts::CLOCK_FINE);
    // Not yet two minutes, then ten and a half.
    page.portal.advance_clock(100);
    run_again(page);
    verdicts::found(page, &verdicts::CLOCK_FINE);
    page.portal.advance_clock(530);
    run_again(page);
    verdicts::shows(page, &verdicts::CLOCK_WRONG);
    let text = verdicts::text_of(page, &verdicts::CLOCK_WRONG);
    assert!(text.contains("L’appareil a 10 min de retard"), "{text}");
    verdicts::found(page, &verdicts::NETWORK_FINE);
}

fn another_address_warns_of_typing_a_password(page: &Page) {
    let here = format!("localhost:{}", page.portal.port());
    page.portal
        .change_portal(&json!({ "canonical_host": here }));
    open_check_up(page);
    verdicts::found(page, &verdicts::NETWORK_FINE);
    let text = page.text();
    assert!(!text.contains(&find::plain(verdicts::FOREIGN_ADDRESS.says[0])));
    let elsewhere = format!("http://127.0.0.1:{}", page.portal.port());
    page.open_url(&format!("{elsewhere}/login"));
    notices(page, &verdicts::FOREIGN_ADDRESS);
    page.open_url(&format!("{elsewhere}/diagnostics"));
    verdicts::shows(page, &verdicts::FOREIGN_ADDRESS);
    let text = verdicts::text_of(page, &verdicts::FOREIGN_ADDRESS);
    assert!(text.contains(&here), "the right address: {text}");
}

fn when_all_is_well_nothing_stands_in_the_way(page: &Page) {
    page.open("/login");
    find::button(page, FR.log_in);
    page.until_text(FR.checks_done_at_login);
    let notice = page.run(
        "return document.getElementById('check-notice')?.innerText ?? ''",
        &[],
    );
    assert_eq!(notice, "");
    open_check_up(page);
    for verdict in [
        verdicts::NETWORK_FINE,
        verdicts::COOKIES_KEPT,
        verdicts::CLOCK_FINE,
    ] {
        verdicts::shows(page, &verdict);
    }
    let checks = "return Array.from(document.querySelectorAll('[data-check]'), (check) => check.dataset.check)";
    let all = [
        "address", "network", "cookies", "browser", "system", "clock",
    ];
    page.until_returns("the checks", checks, &[], json!(all));
    let code = "return document.getElementById('checkup-code')?.innerText.replace(/[^0-9A-Z]/g, '').length";
    page.until_returns("the length of the code to read out", code, &[], 12);
}

fn typing_goes_on_while_the_checks_run(page: &Page) {
    page.portal.front().hold(&["/api/v1/probe/*"]);
    page.open("/login");
    page.until_text(FR.checking);
    // The field that stays: the static page's goes as long as nobody is in it.
    boot_page::taken_over(page);
    let field = actions::enter(page, FR.username);
    for letter in AGENT.username.chars() {
        page.press(&[letter]);
    }
    assert!(page.text().contains(FR.checking), "typed meanwhile");
    page.portal.front().let_pass();
    // However slow they call the network now.
    page.until_true(
        "the checks' end",
        "return !document.getElementById('check-strip').innerText.includes(arguments[0])",
        &[json!(FR.checking)],
    );
    assert_eq!(page.focused(), Some(field), "the focus stays");
    actions::until_value(page, FR.username, AGENT.username);
    actions::fill_in(page, FR.password, AGENT.password);
    actions::press_button(page, FR.log_in);
    find::button(page, FR.log_out);
}

fn a_failed_sign_in_says_what_the_checks_found(page: &Page) {
    for (kind, verdict) in [
        ("html", verdicts::CAPTIVE),
        ("redirect", verdicts::CAPTIVE),
        ("drop", verdicts::UNREACHABLE),
        ("status:503", verdicts::SERVICE_DOWN),
    ] {
        for words in [&FR, &EN] {
            page.at(&format!("{kind}, {}", words.tag));
            page.open("/login");
            page.until_text(words.checks_done_at_login);
            page.portal.spoil("*", EVERYTHING, kind, ALWAYS);
            actions::submit_login(page, AGENT.username, AGENT.password, words);
            let said = verdict.says[usize::from(words.tag == EN.tag)];
            page.until_text(&find::plain(said));
            assert!(!page.text().contains(words.wrong_password));
            page.portal.reset();
            let other = if words.tag == FR.tag { &EN } else { &FR };
            actions::switch_language(page, words, other);
        }
    }
}
