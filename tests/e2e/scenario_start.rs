//! Starting, and not being able to: settings, the program itself, addresses that lead nowhere.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ChromiumOnly] what_the_browser_throws_through_the_program_is_told,
        [ByEngine] broken_settings_are_said_to_be_broken,
        [ByEngine] a_program_that_breaks_ends_on_a_page_with_a_way_back,
        [Nowhere] an_unknown_address_says_so,
        [Nowhere] every_answer_carries_the_strict_headers,
        [ByEngine reported] no_page_is_stopped_by_its_own_policy,
    ]
}

fn broken_settings_are_said_to_be_broken(page: &Page) {
    for kind in ["malformed", "html", "status:404", "wrong_type", "drop"] {
        page.at(kind);
        // The file is asked for ahead of the program too, and again by the browser when a connection breaks.
        page.portal.spoil("GET", "/config.json", kind, 100);
        page.open("/login");
        find::heading(page, FR.config_broken);
        checks::nothing(checks::frame(page, &FR));
        page.portal.reset();
        actions::press_button(page, "Recharger la page");
        find::button(page, FR.log_in);
    }
}

fn a_program_that_breaks_ends_on_a_page_with_a_way_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    actions::follow_with_a_broken_browser(&agent, FR.payslips, &FR);
    checks::nothing(checks::frame(&agent, &FR));
    actions::follow(&agent, FR.broken_way_back);
    find::link(&agent, FR.latest_month);
}

fn an_unknown_address_says_so(page: &Page) {
    page.open("/nulle-part");
    find::heading(page, FR.not_found);
    checks::nothing(checks::frame(page, &FR));
    actions::follow(page, "Revenir à la connexion");
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    agent.open("/space/nulle-part");
    find::heading(&agent, FR.not_found);
    actions::follow(&agent, "Revenir à mon espace");
    agent.until_path("/space");
}

fn every_answer_carries_the_strict_headers(page: &Page) {
    page.open("/login");
    find::button(page, FR.log_in);
    let loaded = page.run("return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)", &[]);
    let mut paths = checks::strings(&loaded);
    paths.extend(
        [
            "/",
            "/login",
            "/space/payslips",
            "/nulle-part",
            "/api/v1/portal",
            "/api/v1/nulle-part",
        ]
        .map(str::to_owned),
    );
    for path in paths {
        let answer = page.portal.get(&path, "");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{name} of {path}");
        }
        if path.starts_with("/api/") {
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        }
        if answer.header("content-type").starts_with("text/html") {
            strict_policy(answer.header("content-security-policy"), &path);
        }
    }
}

fn strict_policy(policy: &str, path: &str) {
    let directive = |name: &str| {
        policy
            .split(';')
            .map(str::trim)
            .find(|part| part.split(' ').next() == Some(name))
            .unwrap_or_default()
    };
    assert_eq!(
        directive("script-src"),
        "script-src 'self' 'wasm-unsafe-eval'",
        "{path}"
    );
    for (name, value) in [
        ("default-src", "'none'"),
        ("style-src", "'self'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("frame-ancestors", "'none'"),
        ("form-action", "'self'"),
        ("require-trusted-types-for", "'script'"),
        ("trusted-types", "'none'"),
    ] {
        assert_eq!(directive(name), format!("{name} {value}"), "{path}");
    }
    for loose in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", " *"] {
        assert!(!policy.contains(loose), "{path}: {policy}");
    }
}

/// A walk over every kind of page, in an engine that was asked to report whatever the policy stops.
fn no_page_is_stopped_by_its_own_policy(page: &Page) {
    page.open("/nulle-part");
    find::heading(page, FR.not_found);
    page.open("/password");
    find::heading(page, FR.forgot_heading);
    page.open("/login");
    actions::submit_login(page, AGENT.username, "pas-le-bon", &FR);
    page.until_text(FR.wrong_password);
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    actions::switch_language(&agent, &FR, &Words::ENGLISH);
    agent.reload();
    find::table(&agent, Words::ENGLISH.totals);
    actions::sign_out(agent, &Words::ENGLISH);
    checks::nothing(checks::nothing_stopped_by_policy(page));
}

/// No panic, and yet the program answers no more: the exception went through it.
fn what_the_browser_throws_through_the_program_is_told(page: &Page) {
    // Planted, since browsers hide from a page what a driver's own script throws.
    page.plant(
        r"
const text = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
Object.defineProperty(Node.prototype, 'nodeValue', { ...text, set(value) {
  if (window.broken && /wasm/.test(new Error().stack)) throw new Error('broken on purpose');
  text.set.call(this, value);
} });
",
    );
    page.open("/help");
    find::heading(page, FR.help);
    page.run("window.broken = true", &[]);
    actions::press_button(page, Words::ENGLISH.language);
    find::named(page, Words::FRENCH.broken, &[find::Role::Heading]);
}
