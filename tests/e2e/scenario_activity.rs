//! The journal, the open sessions and "this was not me"; the profile, and the tiles of the home page.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const CLOSE_SESSION: &str = "Fermer cette session";
const CLOSE_OTHERS: &str = "Fermer toutes les autres";
const ALONE: &str = "Aucune autre session n’est ouverte.";
const SESSION: &str = "/api/v1/session";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] another_session_can_be_closed,
        [Nowhere] all_other_sessions_can_be_closed_at_once,
        [Nowhere] a_session_closed_from_elsewhere_asks_for_the_password_at_the_next_call,
        [ByEngine] a_report_gives_a_number_and_closes_the_other_sessions,
        [Nowhere] a_report_whose_answer_is_lost_keeps_its_number,
        [Nowhere] what_is_chosen_stands_in_the_address,
        [Nowhere] older_events_come_page_by_page,
        [Nowhere] the_journal_fails_alone_and_comes_back,
        [Nowhere] the_profile_tells_what_the_portal_knows,
        [Nowhere] each_tile_fails_and_tries_again_alone,
        [Nowhere] a_module_that_is_off_has_no_way_to_it,
    ]
}

fn open_activity(agent: &SignedInAgent<'_>) {
    actions::follow(agent, FR.activity);
    find::heading(agent, FR.sessions);
    agent.until_text("Cette session");
}

fn is_open(page: &Page, cookie: &str) -> bool {
    page.portal.get(SESSION, cookie).json()["state"] == "signed_in"
}

fn elsewhere(page: &Page) -> (String, String) {
    page.portal
        .sign_in_elsewhere(AGENT.username, AGENT.password)
}

fn another_session_can_be_closed(page: &Page) {
    let (cookie, _) = elsewhere(page);
    let agent = actions::sign_in(page, &AGENT);
    open_activity(&agent);
    assert!(is_open(&agent, &cookie));
    actions::press_button(&agent, CLOSE_SESSION);
    agent.until_text("La session est fermée.");
    agent.until_text(ALONE);
    assert!(!is_open(&agent, &cookie), "it is closed on the portal");
    agent.until_text("Autre session fermée");
    assert_eq!(session_steps::session(&agent)["state"], "signed_in");
    checks::nothing(checks::quiet_console(&agent));
}

fn all_other_sessions_can_be_closed_at_once(page: &Page) {
    let others = [elsewhere(page), elsewhere(page), elsewhere(page)];
    let agent = actions::sign_in(page, &AGENT);
    open_activity(&agent);
    agent
        .portal
        .spoil("DELETE", "/api/v1/sessions", "status:503", 1);
    actions::press_button(&agent, CLOSE_OTHERS);
    find::heading(&agent, FR.unavailable);
    assert!(is_open(&agent, &others[0].0), "nothing was closed");
    actions::press_button(&agent, FR.try_again);
    agent.until_text("Toutes vos autres sessions sont fermées.");
    agent.until_text(ALONE);
    for (cookie, _) in &others {
        assert!(!is_open(&agent, cookie));
    }
    assert_eq!(session_steps::session(&agent)["state"], "signed_in");
}

fn a_session_closed_from_elsewhere_asks_for_the_password_at_the_next_call(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    let (cookie, token) = elsewhere(page);
    let told = agent
        .portal
        .send("DELETE", "/api/v1/sessions", (&cookie, &token), &json!({}));
    assert_eq!(told.status, 204, "{}", told.body);
    actions::follow(&agent, FR.payslips);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    agent.until_path("/space/payslips");
}

/// The number of the one report in the journal, and how often a report stands there as an event.
fn reported(page: &Page) -> (String, usize) {
    let ask = "return fetch('/api/v1/activity').then((answer) => answer.json()).then((activity) => activity.items)";
    let items = page.run(ask, &[]);
    let items: Vec<&Value> = items.as_array().into_iter().flatten().collect();
    let numbers: Vec<&str> = items
        .iter()
        .filter_map(|item| item["report"]["number"].as_str())
        .collect();
    assert_eq!(numbers.len(), 1, "{numbers:?}");
    let events = items.iter().filter(|item| item["code"] == "event_reported");
    (numbers[0].to_owned(), events.count())
}

fn a_report_gives_a_number_and_closes_the_other_sessions(page: &Page) {
    let (cookie, _) = elsewhere(page);
    let agent = actions::sign_in(page, &AGENT);
    open_activity(&agent);
    actions::follow(&agent, FR.not_mine);
    find::heading(&agent, FR.report);
    actions::fill_in(&agent, FR.comment, "Ordinateur perdu.");
    actions::press_button(&agent, FR.send_report);
    find::heading(&agent, FR.report_done);
    let (number, times) = reported(&agent);
    agent.until_text(&number);
    assert_eq!(times, 1);
    assert!(!is_open(&agent, &cookie), "the other session is closed");
    assert_eq!(session_steps::session(&agent)["state"], "signed_in");
    agent.until_text(ALONE);
    find::link(&agent, "Continuer vers identite.example");
    // It is found again by its address, and in the journal.
    agent.reload();
    find::heading(&agent, FR.report_done);
    agent.until_text(&number);
}

fn a_report_whose_answer_is_lost_keeps_its_number(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    open_activity(&agent);
    actions::follow(&agent, FR.not_mine);
    actions::fill_in(&agent, FR.comment, "Ordinateur perdu.");
    agent
        .portal
        .spoil("POST", "/api/v1/activity/*", "after_commit_drop", 1);
    actions::press_button(&agent, FR.send_report);
    find::heading(&agent, "Le signalement a peut-être été enregistré");
    let (number, _) = reported(&agent);
    actions::press_button(&agent, FR.send_report);
    find::heading(&agent, FR.report_done);
    agent.until_text(&number);
    assert_eq!(reported(&agent), (number, 1), "it counts once");
}

fn what_is_chosen_stands_in_the_address(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    open_activity(&agent);
    actions::follow(&agent, "Téléchargements");
    agent.until_path("/space/activity");
    agent.until_address("/space/activity?kind=download");
    let chosen = "return document.querySelector('[aria-current=true]')?.textContent";
    agent.until_true(
        "the choice",
        &format!("{chosen} === 'Téléchargements'"),
        &[],
    );
    agent.reload();
    agent.until_true(
        "the same choice",
        &format!("{chosen} === 'Téléchargements'"),
        &[],
    );
    agent.open("/space/activity?kind=connection&from=2026-11-01&to=2026-11-21");
    find::heading(&agent, FR.journal);
    agent.until_true("the days", "return Array.from(document.querySelectorAll('input[type=date]'), (field) => field.value).join() === '2026-11-01,2026-11-21'", &[]);
    agent.until_text("Connexion");
    let text = agent.text();
    assert!(
        !text.contains("22 novembre 2026") || !text.contains("Bulletin de paie consulté"),
        "{text}"
    );
    // What no journal has is no reason to break.
    agent.open("/space/activity?kind=gold&from=hier&to=%3Cb%3E&report=none");
    find::heading(&agent, FR.journal);
    agent.until_text("Cette date n’existe pas.");
    actions::follow(&agent, "Tout");
    agent.until_text("Cette session");
}

/// How many events the page says that it shows.
fn shown(page: &Page) -> Option<u32> {
    let text = page.text();
    let before = text.split(" événements affichés").next()?;
    before.rsplit(' ').next()?.parse().ok()
}

fn older_events_come_page_by_page(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    open_activity(&agent);
    let address = agent.path();
    find::button(&agent, FR.older_events);
    let before = agent.until("a number of events", || Ok(shown(&agent)));
    agent
        .portal
        .spoil("GET", "/api/v1/activity", "status:500", 1);
    actions::press_button(&agent, FR.older_events);
    find::heading(&agent, FR.unavailable);
    assert_eq!(shown(&agent), Some(before), "what is there stays");
    actions::press_button(&agent, FR.try_again);
    agent.until("more events", || {
        Ok(shown(&agent).filter(|now| *now > before))
    });
    agent.until_true(
        "the focus on the first that came",
        "return document.activeElement.tagName === 'LI'",
        &[],
    );
    agent.until_address(&address);
}

fn the_journal_fails_alone_and_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    // The fault is not for the tile, which asks too.
    agent.until_text("Cette session");
    agent
        .portal
        .spoil("GET", "/api/v1/activity", "status:500", 1);
    actions::follow(&agent, FR.activity);
    find::heading(&agent, FR.unavailable);
    agent.until_text(ALONE);
    actions::press_button(&agent, FR.try_again);
    find::link(&agent, FR.not_mine);
    agent
        .portal
        .spoil("GET", "/api/v1/sessions", "status:500", 1);
    agent.reload();
    find::heading(&agent, FR.unavailable);
    find::link(&agent, FR.not_mine);
    actions::press_button(&agent, FR.try_again);
    agent.until_text(ALONE);
}

fn the_profile_tells_what_the_portal_knows(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    agent.open("/space/profile");
    find::heading(&agent, FR.profile);
    let told = session_steps::session(&agent);
    for name in ["username", "email", "service", "given_name", "family_name"] {
        agent.until_text(told["agent"][name].as_str().unwrap_or("?"));
    }
    agent.until_text("Version 2026-1, acceptée le");
    agent.until_text("Changé le");
    actions::follow(&agent, "Voir mes sessions et mon activité");
    agent.until_path("/space/activity");
}

fn each_tile_fails_and_tries_again_alone(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.until_text("Activité récente");
    // What this page asked for has come: the faults are for the next.
    agent.until_text("Cette session");
    agent
        .portal
        .spoil("GET", "/api/v1/activity", "status:500", 1);
    agent.portal.count("GET", "/api/v1/payslips");
    agent.reload();
    find::heading(&agent, FR.unavailable);
    find::link(&agent, FR.latest_month);
    actions::press_button(&agent, FR.try_again);
    agent.until_text("Cette session");
    assert_eq!(
        agent.portal.counted(),
        1,
        "the payslips were asked for once"
    );
}

fn a_module_that_is_off_has_no_way_to_it(page: &Page) {
    let modules =
        |payslips: Value, mail: Value| json!({ "modules": { "payslips": payslips, "mail": mail } });
    let off = json!({ "state": "off" });
    page.portal.change_portal(&modules(
        off.clone(),
        json!({ "state": "link", "url": "https://mail.evil.example/" }),
    ));
    let agent = actions::sign_in(page, &AGENT);
    agent.until_text("Activité récente");
    find::heading(&agent, "Messagerie");
    // No host is allowed in these settings.
    agent.until_text("dont l’adresse n’est pas une adresse autorisée");
    let links = agent.run("return Array.from(document.links, (link) => link.href).filter((href) => href.includes('evil') || href.includes('payslips'))", &[]);
    assert_eq!(links, json!([]));
    assert!(!agent.text().contains("Dernier bulletin de paie"));
    agent
        .portal
        .change_portal(&modules(json!({ "state": "on" }), off));
    agent.reload();
    find::link(&agent, FR.latest_month);
    assert!(!agent.text().contains("Messagerie"), "{}", agent.text());
}
