//! Answers that are broken, late, lost or not the portal's: a clear message, nothing lost, and a way on.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::webdriver::Answer;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;

const BETWEEN: &str = "Quelque chose s’interpose entre vous et le portail";
const UNREADABLE: &str = "La réponse du service est illisible";
const SILENT: &str = "Le service ne répond pas";
const LOST: &str = "La réponse s’est perdue";

/// Answers that come instead of the portal's, which has done nothing; and the title that the page gives each.
const INSTEAD: [(&str, &str); 4] = [
    ("html", BETWEEN),
    ("redirect", BETWEEN),
    ("status:500", SILENT),
    ("drop", SILENT),
];

/// The portal's own answers, spoilt on their way.
const SPOILT: [(&str, &str); 4] = [
    ("malformed", UNREADABLE),
    ("wrong_type", UNREADABLE),
    ("corrupt", UNREADABLE),
    ("truncate", SILENT),
];

fn all_kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    INSTEAD.into_iter().chain(SPOILT)
}

/// Spoils one answer.
fn spoil(page: &Page, method: &str, path: &str, kind: &str) {
    page.at(kind);
    page.portal.spoil(method, path, kind, 1);
}

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_broken_list_of_payslips_says_so_and_comes_back,
        [Nowhere] a_broken_payslip_says_so_and_comes_back,
        [Nowhere held] a_slow_list_says_that_it_is_slow,
        [Nowhere] a_tile_that_fails_leaves_the_others_alone,
        [ByEngine] a_portal_that_can_not_tell_who_is_here_offers_another_try,
        [Nowhere] a_broken_sign_in_never_blames_the_password,
        [ByEngine] a_sign_in_whose_answer_is_lost_is_found_to_have_worked,
        [Nowhere] a_portal_without_its_own_words_still_lets_people_in,
        [Nowhere] a_payslip_of_somebody_else_is_not_found,
        [ByEngine] a_lost_answer_is_not_asked_for_again_by_the_browser,
    ]
}

fn a_broken_list_of_payslips_says_so_and_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for (kind, title) in all_kinds() {
        spoil(&agent, "GET", "/api/v1/payslips", kind);
        actions::follow(&agent, FR.payslips);
        says(&agent, kind, title);
        agent.until_address("/space/payslips");
        try_until_listed(&agent);
        actions::follow(&agent, FR.home);
        find::heading(&agent, "Dernier bulletin de paie");
        find::link(&agent, FR.latest_month);
    }
}

fn a_broken_payslip_says_so_and_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for (kind, title) in all_kinds() {
        actions::follow(&agent, FR.payslips);
        find::link(&agent, "septembre 2026");
        // The plot's answer has come: the fault is for the payslip's.
        find::summary(&agent, "Lire en tableau");
        spoil(&agent, "GET", "/api/v1/payslips/*", kind);
        actions::follow(&agent, "septembre 2026");
        says(&agent, kind, title);
        try_until(&agent, "the payslip, after another try", || {
            find::now(&agent, find::Role::Table, FR.totals)
        });
    }
}

/// WebKit hands a body that ended too early over as whole: it is then JSON that can't be read.
pub fn title_in(engine: Engine, kind: &str, title: &'static str) -> &'static str {
    match (kind, engine) {
        ("truncate", Engine::WebKit) => UNREADABLE,
        _ => title,
    }
}

/// The message is there, calmly: one next step, the way elsewhere still open.
fn says(page: &Page, kind: &str, title: &'static str) {
    let title = title_in(page.engine, kind, title);
    let ended = "return document.documentElement.hasAttribute('data-failed')";
    page.until(&format!("words for the answer {kind:?}"), || {
        let ended = page.session().run(ended, &[])?;
        assert_eq!(ended, false, "{kind} ends the program");
        find::now(page, find::Role::Heading, title)
    });
    find::button(page, FR.log_out);
    find::link(page, FR.home);
    checks::nothing(checks::frame(page, &FR));
}

/// Takes the one next step, by either of its names, until the page has what it asked for.
fn try_until<T>(page: &Page, awaited: &str, found: impl Fn() -> Answer<Option<T>>) {
    page.until(awaited, || {
        if let Some(found) = found()? {
            return Ok(Some(found));
        }
        for name in [FR.try_again, "Recharger la page"] {
            if let Some(step) = find::now(page, find::Role::Button, name)? {
                page.session().click(&step)?;
            }
        }
        Ok(None)
    });
}

fn try_until_listed(page: &Page) {
    try_until(page, "the list, after another try", || {
        find::now(page, find::Role::Link, FR.latest_month)
    });
}

fn a_slow_list_says_that_it_is_slow(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.portal.front().hold(&["/api/v1/payslips"]);
    actions::follow(&agent, FR.payslips);
    agent.until_text("Le chargement prend plus de temps que d’habitude…");
    agent.portal.front().let_pass();
    find::link(&agent, FR.latest_month);
    // What comes after the list may be slow too.
    let gone = "return !document.body.textContent.includes('Le chargement prend')";
    agent.until_true("the spinner goes", gone, &[]);
}

fn a_tile_that_fails_leaves_the_others_alone(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    // What this page asked for has come: the fault is for the next.
    find::link(&agent, FR.latest_month);
    agent
        .portal
        .spoil("GET", "/api/v1/payslips", "status:500", 1);
    agent.reload();
    says(&agent, "status:500", "Le service ne répond pas");
    agent.until_text("Dernière connexion");
    try_until_listed(&agent);
}

fn a_portal_that_can_not_tell_who_is_here_offers_another_try(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for (kind, title) in all_kinds() {
        spoil(&agent, "GET", "/api/v1/session", kind);
        agent.open("/space/payslips");
        let title = title_in(page.engine, kind, title);
        agent.until(&format!("words for the answer {kind:?}"), || {
            find::now(&agent, find::Role::Heading, title)
        });
        try_until_listed(&agent);
    }
}

fn a_broken_sign_in_never_blames_the_password(page: &Page) {
    page.open("/login");
    // After the last of these the session does exist, but its cookie was lost with the answer.
    for (kind, title) in INSTEAD.into_iter().chain([("after_commit_drop", SILENT)]) {
        page.at(kind);
        page.portal.spoil("POST", "/api/v1/session", kind, 1);
        actions::submit_login(page, AGENT.username, AGENT.password, &FR);
        page.until(&format!("a summary for the answer {kind:?}"), || {
            let Some(focused) = page.focused() else {
                return Ok(None);
            };
            // The portal answers again by then, and nobody is signed in.
            let title = if title == SILENT && kind.ends_with("drop") {
                LOST
            } else {
                title
            };
            Ok((find::name_of(page, &focused)? == title).then_some(()))
        });
        let text = page.text();
        assert!(!text.contains(FR.wrong_password), "{kind}: {text}");
        actions::until_value(page, FR.username, AGENT.username);
        checks::nothing(checks::frame(page, &FR));
    }
}

/// The portal has signed the agent in and its answer is lost: the page asks what became of it, and is in.
fn a_sign_in_whose_answer_is_lost_is_found_to_have_worked(page: &Page) {
    for (kind, _) in SPOILT {
        page.at(kind);
        page.portal.spoil("POST", "/api/v1/session", kind, 1);
        let agent = actions::sign_in(page, &AGENT);
        actions::sign_out(agent, &FR);
    }
}

fn a_portal_without_its_own_words_still_lets_people_in(page: &Page) {
    for (kind, _) in all_kinds() {
        spoil(page, "GET", "/api/v1/portal", kind);
        let agent = actions::sign_in(page, &AGENT);
        find::link(&agent, FR.payslips);
        actions::sign_out(agent, &FR);
    }
}

fn a_payslip_of_somebody_else_is_not_found(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    agent.open("/space/payslips/nobody-s");
    find::heading(&agent, "Cet élément est introuvable");
    actions::follow(&agent, "Revenir à mon espace");
    agent.until_path("/space");
}

/// What the other trials of lost answers stand on: a fault that is to happen once meets one question of the page, and not
/// another try that the browser makes by itself.
fn a_lost_answer_is_not_asked_for_again_by_the_browser(page: &Page) {
    // Chromium asks again over a connection that stood open before it was needed, Firefox whatever only reads.
    const ASK: &str = r"
const [method, path, times] = arguments;
const ask = async () => {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = '/';
  document.head.append(link);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  link.remove();
  const body = method === 'GET' ? {} : { body: JSON.stringify({ username: 'x'.repeat(1000) }) };
  const headers = { 'Content-Type': 'application/json' };
  return fetch(path, { method, headers, ...body }).then((answer) => answer.status, () => 'lost');
};
return (async () => {
  const told = new Set();
  for (let time = 0; time < times; time += 1) told.add(await ask());
  return Array.from(told);
})();
";
    const TIMES: u64 = 20;
    page.open("/login");
    find::button(page, FR.log_in);
    let mut asked = Vec::new();
    for kind in ["drop", "after_commit_drop"] {
        for (method, path) in [
            ("GET", "/api/v1/texts/charter"),
            ("POST", "/api/v1/session"),
        ] {
            page.at(&format!("{kind} {method}"));
            page.portal.reset();
            page.portal.spoil_and_count(method, path, kind);
            let told = page.run(ASK, &[json!(method), json!(path), json!(TIMES)]);
            assert_eq!(told, json!(["lost"]));
            asked.push((kind, method, page.portal.counted()));
        }
    }
    assert!(asked.iter().all(|(.., times)| *times == TIMES), "{asked:?}");
}
