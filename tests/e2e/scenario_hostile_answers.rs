//! Answers that are broken, late, lost or not the portal's: a clear message, nothing lost, and a way on.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;

const FR: Words = Words::FRENCH;

/// Each kind of broken answer, and the title that the page gives it. The last three are broken before anything happens,
/// the middle ones after.
const KINDS: [(&str, &str); 8] = [
    ("html", "Quelque chose s’interpose entre vous et le portail"),
    (
        "redirect",
        "Quelque chose s’interpose entre vous et le portail",
    ),
    ("malformed", "La réponse du service est illisible"),
    ("wrong_type", "La réponse du service est illisible"),
    ("corrupt", "La réponse du service est illisible"),
    ("truncate", "Le service ne répond pas"),
    ("status:500", "Le service ne répond pas"),
    ("drop", "Le service ne répond pas"),
];

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_broken_list_of_payslips_says_so_and_comes_back,
        [Nowhere] a_broken_payslip_says_so_and_comes_back,
        [Nowhere] a_slow_list_says_that_it_is_slow,
        [Nowhere] a_tile_that_fails_leaves_the_others_alone,
        [ByEngine] a_portal_that_can_not_tell_who_is_here_offers_another_try,
        [Nowhere] a_broken_sign_in_never_blames_the_password,
        [Nowhere] a_portal_without_its_own_words_still_lets_people_in,
        [Nowhere] a_payslip_of_somebody_else_is_not_found,
    ]
}

fn a_broken_list_of_payslips_says_so_and_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for (kind, title) in KINDS {
        agent.portal.spoil("GET", "/api/v1/payslips*", kind, 1);
        actions::follow(&agent, FR.payslips);
        says(&agent, kind, title);
        assert_eq!(agent.path(), "/space/payslips", "{kind}");
        try_again(&agent);
        find::link(&agent, FR.latest_month);
        actions::follow(&agent, FR.home);
        find::heading(&agent, "Dernier bulletin de paie");
        find::link(&agent, FR.latest_month);
    }
}

fn a_broken_payslip_says_so_and_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for (kind, title) in KINDS {
        actions::follow(&agent, FR.payslips);
        find::link(&agent, "septembre 2026");
        agent.portal.spoil("GET", "/api/v1/payslips/*", kind, 1);
        actions::follow(&agent, "septembre 2026");
        says(&agent, kind, title);
        try_again(&agent);
        find::table(&agent, FR.totals);
    }
}

/// The message is there, calmly: one next step, the way elsewhere still open.
fn says(page: &Page, kind: &str, title: &str) {
    page.until(&format!("words for the answer {kind:?}"), || {
        assert_eq!(
            page.run(
                "return document.documentElement.hasAttribute('data-failed')",
                &[]
            ),
            false,
            "{kind} ends the program"
        );
        find::now(page, find::Role::Heading, title)
    });
    find::button(page, FR.log_out);
    find::link(page, FR.home);
    checks::nothing(checks::frame(page, &FR));
}

/// The one next step, by either of its names.
fn try_again(page: &Page) {
    let step = page.until("a way on", || {
        Ok(
            find::now(page, find::Role::Button, FR.try_again)?.or(find::now(
                page,
                find::Role::Button,
                "Recharger la page",
            )?),
        )
    });
    actions::click(page, &step);
}

fn a_slow_list_says_that_it_is_slow(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent
        .portal
        .spoil("GET", "/api/v1/payslips*", "delay:3000", 1);
    actions::follow(&agent, FR.payslips);
    agent.until_text("Le chargement prend plus de temps que d’habitude…");
    find::link(&agent, FR.latest_month);
    assert!(
        !agent.text().contains("Le chargement prend"),
        "the spinner goes"
    );
}

fn a_tile_that_fails_leaves_the_others_alone(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    agent
        .portal
        .spoil("GET", "/api/v1/payslips*", "status:500", 1);
    agent.reload();
    says(&agent, "status:500", "Le service ne répond pas");
    agent.until_text("Dernière connexion");
    try_again(&agent);
    find::link(&agent, FR.latest_month);
}

fn a_portal_that_can_not_tell_who_is_here_offers_another_try(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for (kind, title) in KINDS {
        agent.portal.spoil("GET", "/api/v1/session", kind, 1);
        agent.open("/space/payslips");
        agent.until(&format!("words for the answer {kind:?}"), || {
            find::now(&agent, find::Role::Heading, title)
        });
        try_again(&agent);
        find::link(&agent, FR.latest_month);
    }
}

fn a_broken_sign_in_never_blames_the_password(page: &Page) {
    page.open("/login");
    for (kind, _) in KINDS {
        page.portal.spoil("POST", "/api/v1/session", kind, 1);
        actions::submit_login(page, AGENT.username, AGENT.password, &FR);
        page.until(&format!("a summary for the answer {kind:?}"), || {
            let focused = page
                .focused()
                .map(|focused| find::role_of(page, &focused))
                .transpose()?;
            Ok((focused.as_deref() == Some("alert")).then_some(()))
        });
        let text = page.text();
        assert!(!text.contains(FR.wrong_password), "{kind}: {text}");
        assert_eq!(
            actions::value_of(page, FR.username),
            AGENT.username,
            "{kind}"
        );
        checks::nothing(checks::frame(page, &FR));
    }
    // The write happens and its answer is lost: the page asks, and is in.
    page.portal
        .spoil("POST", "/api/v1/session", "after_commit_drop", 1);
    actions::sign_in_here(page, &AGENT, &FR);
}

fn a_portal_without_its_own_words_still_lets_people_in(page: &Page) {
    for (kind, _) in KINDS {
        page.portal.spoil("GET", "/api/v1/portal", kind, 1);
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
