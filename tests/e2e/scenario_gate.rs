//! Without the program: why it can't run, what to do, and going on once the cause has passed.

use crate::actions::{self, AGENT};
use crate::boot_page::{delay_program, still_static, taken_over};
use crate::checks;
use crate::find::{self, plain};
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_slow_start_tells_its_bytes,
        [ByEngine] each_cause_is_told_and_passes,
        [Nowhere] a_starter_that_does_not_come_is_told_and_passes,
        [Nowhere] a_wrong_type_with_the_right_bytes_starts,
        [Nowhere] a_page_whose_first_script_is_refused_is_not_blank,
        [ByEngine] what_was_typed_outlives_the_gate,
        [ByEngine javascript_off] without_scripts_the_page_says_how_to_allow_them,
        [ChromiumAndFirefox wasm_off] webassembly_switched_off_is_never_called_an_old_browser,
    ]
}

fn a_slow_start_tells_its_bytes(page: &Page) {
    let program = page.portal.program_path();
    page.portal.spoil("GET", &program, "slow:6000", 1);
    page.open("/login");
    let mut told: Vec<u64> = Vec::new();
    page.until("growing numbers of bytes", || {
        let text = plain(&page.text());
        let now = text
            .split("Chargement du portail : ")
            .nth(1)
            .and_then(|rest| rest.split(" ko sur ").next())
            .and_then(|number| number.parse::<u64>().ok());
        told.extend(now);
        told.dedup();
        Ok((told.len() >= 3).then_some(()))
    });
    assert!(told.is_sorted(), "{told:?}");
    still_static(page);
    taken_over(page);
    assert!(!page.text().contains("Chargement du portail"));
}

/// Nothing of ours runs then: the style sheet alone brings the words, in both languages.
fn a_page_whose_first_script_is_refused_is_not_blank(page: &Page) {
    page.portal.spoil("GET", "/boot-*", "status:403", 100);
    page.open("/space");
    page.until_text("Le programme du portail est bloqué");
    let text = plain(&page.text());
    for words in [
        "The portal’s program is blocked",
        "01 99 00 39 75",
        "323-1 à 323-7 du Code pénal",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    page.portal.reset();
    page.open("/login");
    find::button(page, FR.log_in);
    taken_over(page);
    assert!(
        !page.text().contains("est bloqué"),
        "the page is ours again"
    );
}

/// The heading of each cause, and what brings it about.
const CAUSES: [(&str, &str, &str); 6] = [
    (
        "drop",
        "Le programme du portail est bloqué",
        "The portal’s program is blocked",
    ),
    (
        "truncate",
        "Le réseau ne répond pas",
        "The network is not responding",
    ),
    (
        "html",
        "Une autre page est arrivée à la place du portail",
        "Another page came in place of the portal",
    ),
    (
        "corrupt",
        "Le programme du portail a été modifié en route",
        "The portal’s program was altered on the way",
    ),
    (
        "status:404",
        "Le portail vient de changer de version",
        "The portal has just changed its version",
    ),
    (
        "status:503",
        "Le portail ne répond pas correctement",
        "The portal is not answering properly",
    ),
];

fn each_cause_is_told_and_passes(page: &Page) {
    let program = page.portal.program_path();
    for (kind, fr, en) in CAUSES {
        page.at(kind);
        page.portal.spoil("GET", &program, kind, 1000);
        page.open("/login?then=%2Fspace%2Fpayslips");
        find::heading(page, fr);
        gate_is_whole(page, &FR);
        actions::switch_language(page, &FR, &EN);
        find::heading(page, en);
        gate_is_whole(page, &EN);
        actions::switch_language(page, &EN, &FR);
        find::heading(page, fr);
        page.portal.reset();
    }
    // The page goes on by itself, and to where the person was heading.
    taken_over(page);
    page.until_text("C’est réglé");
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    agent.until_path("/space/payslips");
}

/// One heading, the frame, the legal warning, whom to call, and nothing to press but what helps.
fn gate_is_whole(page: &Page, words: &Words) {
    checks::nothing(checks::frame(page, words));
    let text = page.text();
    for due in ["226-15", "01 99 00 39 75"] {
        assert!(text.contains(due), "{due} in {text}");
    }
    let field = page.run("return Array.from(document.querySelectorAll('input')).some((field) => field.getClientRects().length > 0)", &[]);
    assert_eq!(field, false, "a field beside the gate");
    let spoken = page.run("return document.activeElement.localName", &[]);
    assert!(
        spoken == "h1" || spoken == "button",
        "the focus is on {spoken}"
    );
}

fn a_starter_that_does_not_come_is_told_and_passes(page: &Page) {
    let starter = page.portal.get("/login", "").body;
    let starter = starter
        .split("src=\"")
        .find(|rest| rest.contains("id=\"program\""));
    let starter = starter
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    for (kind, heading) in [
        ("status:404", "Le portail vient de changer de version"),
        ("drop", "Le programme du portail est bloqué"),
    ] {
        page.at(kind);
        page.portal.spoil("GET", &starter, kind, 1000);
        page.open("/login");
        find::heading(page, heading);
        gate_is_whole(page, &FR);
        page.portal.reset();
    }
    taken_over(page);
    page.until_text("C’est réglé");
}

fn a_wrong_type_with_the_right_bytes_starts(page: &Page) {
    page.portal
        .spoil("GET", &page.portal.program_path(), "wrong_type", 1000);
    page.open("/login");
    taken_over(page);
    actions::sign_in_here(page, &AGENT, &FR);
}

fn what_was_typed_outlives_the_gate(page: &Page) {
    delay_program(page, 4000);
    page.open("/login");
    actions::fill_in(page, FR.username, "agent.demo");
    actions::fill_in(page, FR.password, "secret");
    still_static(page);
    // From now on what comes is not what is expected: as good as other bytes on the way.
    let expect = "const boot = document.getElementById('boot'); const was = boot.dataset.sha384; boot.dataset.sha384 = arguments[0]; return was";
    let sound = page.run(expect, &[json!("other bytes")]);
    find::heading(page, "Le programme du portail a été modifié en route");
    gate_is_whole(page, &FR);
    page.run(expect, &[sound]);
    actions::press_button(page, FR.try_again);
    taken_over(page);
    page.until_text("C’est réglé");
    assert_eq!(actions::value_of(page, FR.username), "agent.demo");
    assert_eq!(actions::value_of(page, FR.password), "secret");
    assert_eq!(page.run("return sessionStorage.length", &[]), 0);
}

fn without_scripts_the_page_says_how_to_allow_them(page: &Page) {
    page.open("/login");
    let text = page.must("reading the page", page.session().get("source"));
    let source = text.as_str().unwrap_or_default();
    assert!(source.contains("<noscript"), "{source}");
    let title = page.run(
        "return Array.from(document.querySelectorAll('h1')).filter((heading) => heading.getClientRects().length > 0).map((heading) => heading.innerText)",
        &[],
    );
    assert_eq!(
        title,
        json!(["JavaScript est désactivé – JavaScript is switched off"])
    );
    for name in [
        "Avec Chrome",
        "Avec Firefox",
        "Avec Edge",
        "Avec Safari",
        "With Chrome",
        "With Firefox",
        "With Edge",
        "With Safari",
    ] {
        find::heading(page, name);
    }
    let text: Value = page.run("return document.body.innerText", &[]);
    let text = plain(text.as_str().unwrap_or_default());
    for due in ["226-15", "01 99 00 39 75"] {
        assert!(text.contains(due), "{due} in {text}");
    }
}

fn webassembly_switched_off_is_never_called_an_old_browser(page: &Page) {
    for path in ["/login", "/space"] {
        page.open(path);
        find::heading(page, "Un mode de sécurité empêche le portail de démarrer");
        gate_is_whole(page, &FR);
        assert!(!page.text().contains("trop ancien"));
        let browser = if page.engine == Engine::Firefox {
            "Avec Firefox"
        } else {
            "Avec Chrome"
        };
        find::heading(page, browser);
        find::button(page, "Recharger la page");
    }
    actions::switch_language(page, &FR, &EN);
    find::heading(page, "A security mode keeps the portal from starting");
}
