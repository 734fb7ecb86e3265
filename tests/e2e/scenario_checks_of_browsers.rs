//! The checks before the password: what they say of cookies, browsers and systems, by settings and by other names.

use crate::actions::{self, AGENT};
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::settings::{Hints, UserAgent};
use crate::verdicts::{self, Verdict};
use crate::words::Words;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine cookies_off on_time] blocked_cookies_are_said_before_and_after_signing_in,
        [FirefoxOnly strict_protection on_time] strict_protection_keeps_the_session,
        [ByEngine two_sites on_time] two_sites_work_where_the_engine_keeps_the_cookie,
        [ByEngine two_sites cookies_off on_time] two_sites_without_any_cookies_say_so,
        [ChromiumAndFirefox two_sites third_party_blocked on_time] two_sites_with_other_sites_cookies_blocked,
        [FirefoxOnly two_sites strict_protection on_time] two_sites_under_strict_protection,
        [ChromiumAndFirefox on_time] other_browsers_are_recognised_by_name,
        [ByEngine on_time user_agent(&INSTAGRAM)] a_window_of_an_app_is_no_browser,
        [ChromiumOnly on_time] client_hints_tell_the_system_that_the_name_hides,
        [ChromiumOnly on_time] facts_that_throw_accuse_nobody,
    ]
}

fn open_check_up(page: &Page) {
    page.open("/diagnostics");
    find::heading(page, FR.check_up);
}

/// What a person has to do about cookies that are all blocked, in that browser.
fn blocked(engine: Engine) -> Verdict {
    verdicts::COOKIES_BLOCKED.with_next(match engine {
        Engine::Chromium => ["Dans Chrome : ", "In Chrome: "],
        Engine::Firefox => ["Dans Firefox : ", "In Firefox: "],
        Engine::WebKit => [
            "autorisez les cookies pour ce site",
            "allow cookies for this site",
        ],
    })
}

/// The same about cookies that are blocked across sites.
fn blocked_across_sites(engine: Engine) -> Verdict {
    verdicts::THIRD_PARTY.with_next(match engine {
        Engine::Chromium => ["Dans Chrome : ", "In Chrome: "],
        Engine::Firefox => ["Dans Firefox : ", "In Firefox: "],
        Engine::WebKit => ["quittez la navigation privée", "leave the private window"],
    })
}

/// The engine under the name that people know it by: the steps are those of its menus.
fn be_chrome(page: &Page) {
    if page.engine == Engine::Chromium {
        page.pretend(&UserAgent {
            text: CHROME_ON_WINDOWS,
            hints: Some(Hints {
                brands: &[NOT_A_BRAND, ("Chromium", "150"), ("Google Chrome", "150")],
                platform: "Windows",
                platform_version: "15.0.0",
                mobile: false,
            }),
        });
    }
}

fn blocked_cookies_are_said_before_and_after_signing_in(page: &Page) {
    be_chrome(page);
    let verdict = blocked(page.engine);
    open_check_up(page);
    verdicts::shows(page, &verdict);
    fails_to_sign_in(page, &verdict);
}

/// The portal says yes, the browser forgets it: the login says why, and never comes back silently.
fn fails_to_sign_in(page: &Page, verdict: &Verdict) {
    page.open("/login");
    page.until_text(&find::plain(verdict.says[0]));
    actions::submit_login(page, AGENT.username, AGENT.password, &FR);
    find::heading(page, "Votre navigateur n’a pas gardé la session");
    let alert = "return Array.from(document.querySelectorAll('[role=group]'), (summary) => summary.innerText).join(' ')";
    page.until("the verdict in the summary", || {
        let told = page.session().run(alert, &[])?;
        let told = find::plain(told.as_str().unwrap_or_default());
        Ok(told.contains(&find::plain(verdict.says[0])).then_some(()))
    });
    page.until_address("/login");
    assert!(!page.text().contains(FR.wrong_password));
}

fn keeps_the_session(page: &Page) {
    open_check_up(page);
    verdicts::shows(page, &verdicts::COOKIES_KEPT);
    let agent = actions::sign_in(page, &AGENT);
    agent.reload();
    find::button(&agent, FR.log_out);
}

fn strict_protection_keeps_the_session(page: &Page) {
    keeps_the_session(page);
}

fn two_sites_under_strict_protection(page: &Page) {
    keeps_the_session(page);
}

fn two_sites_work_where_the_engine_keeps_the_cookie(page: &Page) {
    match page.engine {
        Engine::Chromium | Engine::Firefox => keeps_the_session(page),
        Engine::WebKit => refuses_across_sites(page),
    }
}

fn two_sites_with_other_sites_cookies_blocked(page: &Page) {
    match page.engine {
        // A partitioned cookie is no tracker's.
        Engine::Chromium => keeps_the_session(page),
        Engine::Firefox | Engine::WebKit => refuses_across_sites(page),
    }
}

fn refuses_across_sites(page: &Page) {
    let verdict = blocked_across_sites(page.engine);
    open_check_up(page);
    verdicts::shows(page, &verdict);
    let text = verdicts::text_of(page, &verdict);
    assert!(text.contains("Le service est sur un autre site"), "{text}");
    fails_to_sign_in(page, &verdict);
}

fn two_sites_without_any_cookies_say_so(page: &Page) {
    be_chrome(page);
    let verdict = blocked(page.engine);
    open_check_up(page);
    verdicts::shows(page, &verdict);
    fails_to_sign_in(page, &verdict);
}

const fn named(text: &'static str) -> UserAgent {
    UserAgent { text, hints: None }
}

/// WebKit takes no name with brackets, which other apps have.
static INSTAGRAM: UserAgent = named(
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 380.0.0.28.84 (iPhone15,3; iOS 18_5; fr_FR; fr; scale=3.00; 1290x2796; 700000000)",
);

fn other_browsers_are_recognised_by_name(page: &Page) {
    for (text, browser, system, evidence) in [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:78.0) Gecko/20100101 Firefox/78.0",
            verdicts::BROWSER_TOO_OLD,
            // Windows 10 and 11 bear the same name.
            verdicts::SYSTEM_UNREAD,
            "Firefox 78",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0",
            verdicts::BROWSER_OUTDATED,
            verdicts::SYSTEM_UNREAD,
            "Firefox 135",
        ),
        (
            "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
            verdicts::BROWSER_TOO_OLD,
            verdicts::SYSTEM_UNSUPPORTED,
            "Chrome 109",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            verdicts::BROWSER_FINE,
            verdicts::SYSTEM_FINE,
            "Safari 18",
        ),
        (
            "Mozilla/5.0 (compatible; WebPositive/1.3; Haiku)",
            verdicts::BROWSER_UNKNOWN,
            verdicts::SYSTEM_UNREAD,
            "",
        ),
    ] {
        page.at(text);
        page.unplant();
        page.pretend(&UserAgent { text, hints: None });
        open_check_up(page);
        verdicts::shows(page, &browser);
        verdicts::shows(page, &system);
        let told = verdicts::text_of(page, &browser);
        assert!(told.contains(evidence), "{told}");
    }
    // Whatever the name, the person goes on.
    actions::sign_in(page, &AGENT);
}

fn a_window_of_an_app_is_no_browser(page: &Page) {
    open_check_up(page);
    verdicts::shows(page, &verdicts::BROWSER_IN_APP);
    verdicts::shows(page, &verdicts::SYSTEM_FINE);
    let told = verdicts::text_of(page, &verdicts::BROWSER_IN_APP);
    assert!(told.contains("Instagram"), "{told}");
}

const NOT_A_BRAND: (&str, &str) = ("Not)A;Brand", "24");
const CHROME_ON_WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
const EDGE_ON_WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0";

fn client_hints_tell_the_system_that_the_name_hides(page: &Page) {
    for (text, brands, platform_version, browser, system, evidence) in [
        (
            CHROME_ON_WINDOWS,
            &[NOT_A_BRAND, ("Chromium", "150"), ("Google Chrome", "150")],
            "10.0.0",
            verdicts::BROWSER_FINE,
            verdicts::SYSTEM_UNSUPPORTED,
            "Windows 10",
        ),
        (
            CHROME_ON_WINDOWS,
            &[("Google Chrome", "150"), NOT_A_BRAND, ("Chromium", "150")],
            "15.0.0",
            verdicts::BROWSER_FINE,
            verdicts::SYSTEM_FINE,
            "Windows 11",
        ),
        (
            EDGE_ON_WINDOWS,
            &[("Microsoft Edge", "120"), NOT_A_BRAND, ("Chromium", "120")],
            "",
            verdicts::BROWSER_OUTDATED,
            verdicts::SYSTEM_UNREAD,
            "",
        ),
    ] {
        page.at(&format!("{text} {platform_version}"));
        page.pretend(&UserAgent {
            text,
            hints: Some(Hints {
                brands,
                platform: "Windows",
                platform_version,
                mobile: false,
            }),
        });
        open_check_up(page);
        verdicts::shows(page, &browser);
        verdicts::shows(page, &system);
        let told = verdicts::text_of(page, &system);
        assert!(told.contains(evidence), "{told}");
    }
}

/// The driver's own scripts read some of the facts too: `mend()` gives all back once the checks have read them.
const REPLACE: &str = r"
const sound = [];
window.mend = () => sound.forEach(([owner, name, own]) => Object.defineProperty(owner, name, own));
const replace = (owner, name, own) => {
  sound.push([owner, name, Object.getOwnPropertyDescriptor(owner, name)]);
  Object.defineProperty(owner, name, { ...own, configurable: true });
};
const refuse = () => { throw new DOMException('not yours', 'SecurityError'); };
const all = ['userAgent', 'userAgentData', 'platform', 'language', 'languages', 'onLine', 'cookieEnabled', 'maxTouchPoints'];
";

/// What privacy browsers and broken extensions do to the things that the checks read.
const BROKEN_FACTS: [(&str, &str); 6] = [
    (
        "everything is null",
        "for (const name of all) replace(Navigator.prototype, name, { get: () => null });",
    ),
    (
        "other types",
        r"replace(Navigator.prototype, 'userAgent', { get: () => ({}) });
          replace(Navigator.prototype, 'languages', { get: () => 7 });
          replace(Navigator.prototype, 'maxTouchPoints', { get: () => 'many' });
          replace(Navigator.prototype, 'userAgentData', { get: () => ({ brands: 'Chrome', platform: 3, getHighEntropyValues: 5 }) });",
    ),
    (
        "hints that never come, and brands that throw",
        r"replace(Navigator.prototype, 'userAgent', { get: () => '' });
          replace(Navigator.prototype, 'userAgentData', { get: () => ({
            brands: [{ get brand() { return refuse(); } }, null, 5], mobile: null, platform: '',
            getHighEntropyValues: () => new Promise(() => {}) }) });",
    ),
    (
        "hints that are refused, and a name without end",
        r"replace(Navigator.prototype, 'userAgent', { get: () => 'Mozilla/5.0 ' + '('.repeat(1e6) });
          replace(Navigator.prototype, 'userAgentData', { get: () => ({ brands: [], getHighEntropyValues: refuse }) });",
    ),
    (
        "cookies and stores are out of bounds",
        r"replace(Document.prototype, 'cookie', { get: refuse, set: refuse });
          for (const name of ['localStorage', 'sessionStorage']) replace(window, name, { get: refuse });",
    ),
    (
        "everything throws",
        "for (const name of all) replace(Navigator.prototype, name, { get: refuse });",
    ),
];

fn facts_that_throw_accuse_nobody(page: &Page) {
    for (what, script) in BROKEN_FACTS {
        page.at(what);
        page.unplant();
        page.plant(&format!("{{ {REPLACE} {script} }}"));
        page.open("/diagnostics");
        for verdict in [verdicts::COOKIES_KEPT, verdicts::NETWORK_FINE] {
            verdicts::found(page, &verdict);
        }
        page.until_true("the checks to end", CHECKS_ARE_OVER, &[]);
        page.run("window.mend()", &[]);
        if what == "cookies and stores are out of bounds" {
            let told = verdicts::text_of(page, &verdicts::COOKIES_KEPT);
            assert!(
                told.contains("ne laisse pas la page lire ses cookies"),
                "{told}"
            );
        } else {
            verdicts::shows(page, &verdicts::SYSTEM_UNREAD);
            let browser = page.run(
                "return document.querySelector('[data-check=browser]').dataset.cause",
                &[],
            );
            assert!(
                browser == "browser-unknown" || browser == "browser-version-unread",
                "{what}: {browser}"
            );
        }
        page.open("/login");
        page.until_true("the form", "return document.getElementById('check-strip')?.dataset.state !== 'running' && document.querySelector('form') !== null", &[]);
        page.run("window.mend()", &[]);
        // The space is another document; the driver itself reads what is broken here.
        page.unplant();
        let agent = actions::sign_in_here(page, &AGENT, &FR);
        actions::sign_out(agent, &FR);
    }
}

const CHECKS_ARE_OVER: &str = "return document.querySelectorAll('[data-check]').length > 0 && !document.querySelector('[data-check][aria-busy]')";
