//! That what a scenario asks for around itself is really so: settings, names, two sites, the network; knows no verdict of the portal.

use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::settings::UserAgent;
use serde_json::{Value, json};

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine javascript_off] no_script_of_the_page_runs,
        [ChromiumAndFirefox wasm_off] scripts_run_and_webassembly_is_not_there,
        [ByEngine cookies_off] no_cookie_is_kept,
        [FirefoxOnly strict_protection] protection_is_strict,
        [ByEngine two_sites] cookies_across_sites_are_kept_by_chromium_and_firefox,
        [ChromiumAndFirefox two_sites third_party_blocked] blocked_across_sites_they_are_kept_by_chromium,
        [ByEngine two_sites cookies_off] all_off_none_is_kept_across_sites,
        [ByEngine user_agent(&SOMETHING_ELSE)] the_browser_bears_another_name,
        [ByEngine] the_network_goes_and_comes,
    ]
}

static SOMETHING_ELSE: UserAgent = UserAgent {
    text: "Something/1.0 (Else)",
    hints: None,
};

/// A page of the portal's origin in which nothing but the test speaks.
const QUIET: &str = "/robots.txt";

const OWN_COOKIE: &str = "try { document.cookie = 'tried=1'; return document.cookie.includes('tried=1'); } catch { return false; }";

/// The server's round trip, as the portal makes it: whether what was set came back.
const ROUND_TRIP: &str = r"
const [address] = arguments;
const json = { 'Content-Type': 'application/json' };
return fetch(address, { method: 'POST', credentials: 'include', headers: json, body: '{}' }).then((answer) => answer.json())
  .then(({ value }) => fetch(address, { credentials: 'include' }).then((answer) => answer.json()).then((read) => {
    if (read.value !== null && read.value !== value) throw new Error(`set ${value}, got ${read.value}`);
    return read.value === value;
  }));
";

fn keeps_the_servers_cookie(page: &Page) -> bool {
    let address = format!("{}/api/v1/probe/cookie", page.portal.api_origin());
    let kept = page.run(ROUND_TRIP, &[json!(address)]);
    kept.as_bool().expect("a verdict on the round trip")
}

fn no_script_of_the_page_runs(page: &Page) {
    page.open("/login");
    let instead = "return document.querySelector('noscript')?.getClientRects().length > 0";
    page.until_true("what stands there without scripts", instead, &[]);
}

fn scripts_run_and_webassembly_is_not_there(page: &Page) {
    page.open(QUIET);
    assert_eq!(page.run("return typeof WebAssembly", &[]), "undefined");
}

fn no_cookie_is_kept(page: &Page) {
    page.open(QUIET);
    assert_eq!(page.run(OWN_COOKIE, &[]), false);
    assert!(!keeps_the_servers_cookie(page));
}

fn protection_is_strict(page: &Page) {
    page.open(QUIET);
    let partitions = "return Services.prefs.getStringPref('browser.contentblocking.category') === 'strict' && Services.prefs.getIntPref('network.cookie.cookieBehavior') === 5";
    assert_eq!(page.in_firefox(partitions, &[]), true);
    assert_eq!(page.run(OWN_COOKIE, &[]), true);
    assert!(keeps_the_servers_cookie(page));
}

/// The cookie is `Partitioned`, which WebKit here does not know.
fn cookies_across_sites_are_kept_by_chromium_and_firefox(page: &Page) {
    page.open(QUIET);
    let kept = page.engine != Engine::WebKit;
    assert_eq!(keeps_the_servers_cookie(page), kept);
}

fn blocked_across_sites_they_are_kept_by_chromium(page: &Page) {
    page.open(QUIET);
    let kept = page.engine == Engine::Chromium;
    assert_eq!(keeps_the_servers_cookie(page), kept);
}

fn all_off_none_is_kept_across_sites(page: &Page) {
    page.open(QUIET);
    assert!(!keeps_the_servers_cookie(page));
}

fn the_browser_bears_another_name(page: &Page) {
    page.open(QUIET);
    let told = "return [navigator.userAgent, typeof navigator.userAgentData]";
    assert_eq!(
        page.run(told, &[]),
        json!([SOMETHING_ELSE.text, "undefined"])
    );
}

fn the_network_goes_and_comes(page: &Page) {
    page.open(QUIET);
    let heard = "window.heard = []; for (const name of ['online', 'offline']) addEventListener(name, () => heard.push(name))";
    page.run(heard, &[]);
    let asked = "return fetch('/api/v1/probe/network').then((answer) => answer.status, () => null)";
    assert_eq!(page.run(asked, &[]), 200);
    page.go_offline();
    page.until_returns("an answer", asked, &[], Value::Null);
    page.go_online();
    page.until_returns("an answer", asked, &[], 200);
    let heard = json!(["offline", "online"]);
    page.until_returns("what was heard", "return heard", &[], heard);
}
