//! Without the program: why it can't run, what to do, and going on once the cause has passed.

use crate::actions::{self, AGENT};
use crate::boot_page::{hold_program, let_program_come, still_static, taken_over};
use crate::checks;
use crate::find::{self, plain};
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_slow_start_tells_its_bytes,
        [ByEngine] each_cause_is_told_and_passes,
        [ByEngine] a_stall_is_told_and_another_try_helps,
        // Counting needs a function of the test in the page, which the other drivers keep apart from it.
        [ChromiumOnly] another_try_leaves_alone_what_still_comes,
        [ByEngine] a_starter_that_does_not_come_is_told_and_passes,
        [ChromiumOnly] a_starter_that_hangs_is_asked_for_again,
        [Nowhere] a_wrong_type_with_the_right_bytes_starts,
        [Nowhere] a_page_whose_first_script_is_refused_is_not_blank,
        [ByEngine held] what_was_typed_outlives_the_gate,
        [ByEngine javascript_off] without_scripts_the_page_says_how_to_allow_them,
        [ChromiumAndFirefox wasm_off] webassembly_switched_off_is_never_called_an_old_browser,
        [ChromiumOnly] an_old_browser_is_called_old_as_far_as_can_be_told,
    ]
}

fn a_slow_start_tells_its_bytes(page: &Page) {
    let program = page.portal.program_path();
    page.portal.spoil("GET", &program, "slow:9000", 1);
    page.open("/login");
    let mut told: Vec<u64> = Vec::new();
    page.until("growing numbers of bytes", || {
        let text = plain(&page.try_text()?);
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
        leave_the_gate(page);
        page.portal.spoil("GET", &program, kind, 1000);
        page.open("/login?then=%2Fspace%2Fpayslips");
        find::heading(page, fr);
        gate_is_whole(page, &FR);
        actions::switch_language(page, &FR, &EN);
        find::heading(page, en);
        gate_is_whole(page, &EN);
        actions::switch_language(page, &EN, &FR);
        find::heading(page, fr);
    }
    page.portal.reset();
    // The page goes on by itself, and to where the person was heading.
    taken_over(page);
    page.until_text("C’est réglé");
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    agent.until_path("/space/payslips");
}

/// Ends the fault where no gate tries again by itself: what it got would be kept by the browser, and the next fault never met.
fn leave_the_gate(page: &Page) {
    page.open("/robots.txt");
    page.portal.reset();
}

/// One heading, the frame, the legal warning, whom to call, and nothing to press but what helps.
fn gate_is_whole(page: &Page, words: &Words) {
    checks::nothing(checks::frame(page, words));
    checks::nothing(checks::axe::axe(page));
    let text = page.text();
    for due in ["226-15", "01 99 00 39 75"] {
        assert!(text.contains(due), "{due} in {text}");
    }
    let field = page.run("return Array.from(document.querySelectorAll('input')).some((field) => field.getClientRects().length > 0)", &[]);
    assert_eq!(field, false, "a field beside the gate");
    page.until_true(
        "the focus on the heading or a button",
        "return ['h1', 'button'].includes(document.activeElement.localName)",
        &[],
    );
}

/// The place of a file that does not answer for as long as a scenario lasts.
const SILENCE: &str = "delay:300000";

fn a_stall_is_told_and_another_try_helps(page: &Page) {
    page.portal
        .spoil("GET", &page.portal.program_path(), SILENCE, 1);
    page.open("/login");
    page.until_text("Chargement du portail");
    page.until_text("Le réseau est lent ou coupé");
    still_static(page);
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, FR.try_again);
    taken_over(page);
    assert!(!page.text().contains("lent ou coupé"), "it is over");
}

/// From now on counts how often the page asks for the login's program.
const COUNT: &str = "const was = window.fetch; window.asked = 0; window.fetch = function (url) { if (/login-.*[.]wasm$/.test(url)) window.asked += 1; return was.apply(this, arguments); }";

fn another_try_leaves_alone_what_still_comes(page: &Page) {
    let program = page.portal.program_path();
    page.portal.spoil("GET", &program, "status:503", 1);
    page.portal.spoil("GET", &program, "slow:15000", 1);
    page.open("/login");
    find::heading(page, "Le portail ne répond pas correctement");
    page.run(COUNT, &[]);
    // The page tries again by itself, and the bytes come slowly.
    page.until_true(
        "the second try",
        "return performance.now() - (window.since ??= performance.now()) > 2500",
        &[],
    );
    for _ in 0..3 {
        actions::press_button(page, FR.try_again);
    }
    taken_over(page);
    let asked = page.run("return window.asked", &[]).as_u64();
    assert!(
        asked <= Some(1),
        "the program was asked for {asked:?} times"
    );
}

/// The path of the program's starter; it bears a fingerprint.
fn starter_path(page: &Page) -> String {
    let login = page.portal.get("/login", "").body;
    let starter = login.split("<script type=\"module\" src=\"").nth(1);
    let starter = starter.and_then(|rest| rest.split('"').next());
    starter.expect("the starter in the page").to_owned()
}

fn a_starter_that_does_not_come_is_told_and_passes(page: &Page) {
    let starter = starter_path(page);
    for (kind, heading) in [
        ("status:404", "Le portail vient de changer de version"),
        ("drop", "Le programme du portail est bloqué"),
        ("html", "Une autre page est arrivée à la place du portail"),
        ("corrupt", "Le programme du portail a été modifié en route"),
    ] {
        page.at(kind);
        leave_the_gate(page);
        page.portal.spoil("GET", &starter, kind, 1000);
        page.open("/login");
        find::heading(page, heading);
        gate_is_whole(page, &FR);
        page.run("window.same = true", &[]);
    }
    page.portal.reset();
    // By itself, and on the same page, so that nothing is lost.
    taken_over(page);
    page.until_text("C’est réglé");
    assert_eq!(page.run("return window.same", &[]), true);
}

/// Lets the first call of the program's starter come to nothing, as if it hung.
const DEAF_ONCE: &str = "let boot; let calls = 0; Object.defineProperty(window, 'nomadeBoot', { get: () => boot, set(made) { const { glue } = made; made.glue = (init) => { calls += 1; if (calls > 1) glue(init); }; boot = made; } })";

fn a_starter_that_hangs_is_asked_for_again(page: &Page) {
    page.plant(DEAF_ONCE);
    page.open("/login");
    actions::fill_in(page, FR.username, "agent.demo");
    page.until_text("Le réseau est lent ou coupé");
    still_static(page);
    actions::press_button(page, FR.try_again);
    taken_over(page);
    actions::until_value(page, FR.username, "agent.demo");
}

fn a_wrong_type_with_the_right_bytes_starts(page: &Page) {
    page.portal
        .spoil("GET", &page.portal.program_path(), "wrong_type", 1000);
    page.open("/login");
    taken_over(page);
    actions::sign_in_here(page, &AGENT, &FR);
}

fn what_was_typed_outlives_the_gate(page: &Page) {
    hold_program(page);
    page.open("/login");
    actions::fill_in(page, FR.username, "agent.demo");
    actions::fill_in(page, FR.password, "secret");
    still_static(page);
    // From now on what comes is not what is expected: as good as other bytes on the way.
    let expect = "const boot = document.getElementById('light'); const was = boot.dataset.sha384; boot.dataset.sha384 = arguments[0]; return was";
    let sound = page.run(expect, &[json!("other bytes")]);
    let_program_come(page);
    find::heading(page, "Le programme du portail a été modifié en route");
    gate_is_whole(page, &FR);
    hold_program(page);
    page.run(expect, &[sound]);
    // Back in the field where the gate came in between.
    let is_back = "return document.activeElement.id === 'password'";
    page.until("another try, or one that was on its way", || {
        if page.session().run(is_back, &[])? == true {
            return Ok(Some(()));
        }
        match find::now(page, find::Role::Button, FR.try_again)? {
            Some(button) => page.session().click(&button).map(|_| Some(())),
            None => Ok(None),
        }
    });
    let_program_come(page);
    page.until_true("the focus where it was", is_back, &[]);
    page.until_text("C’est réglé");
    let kept = "return sessionStorage.length";
    page.until_returns("how much is kept", kept, &[], 0);
    still_static(page);
    page.press(&[keys::TAB]);
    taken_over(page);
    assert!(
        !page.text().contains("fonctionne de nouveau"),
        "said twice: {}",
        page.text()
    );
    actions::until_value(page, FR.username, "agent.demo");
    actions::until_value(page, FR.password, "secret");
    page.reload();
    taken_over(page);
    assert!(!page.text().contains("C’est réglé"), "it was said before");
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

fn an_old_browser_is_called_old_as_far_as_can_be_told(page: &Page) {
    for (lacking, heading) in [
        (
            "delete window.WebAssembly",
            "Un mode de sécurité empêche le portail de démarrer",
        ),
        (
            "delete window.WebAssembly; delete Object.fromEntries",
            "Ce navigateur n’exécute pas WebAssembly",
        ),
        (
            "delete window.WebAssembly; delete Object.fromEntries; delete Object.values",
            "Ce navigateur est trop ancien pour le portail",
        ),
        (
            "delete WebAssembly.compileStreaming",
            "Ce navigateur est trop ancien pour le portail",
        ),
        (
            "delete window.AbortController",
            "Ce navigateur est trop ancien pour le portail",
        ),
    ] {
        page.at(lacking);
        page.plant(lacking);
        page.open("/login");
        find::heading(page, heading);
        page.unplant();
        page.open("/login");
        taken_over(page);
    }
}
