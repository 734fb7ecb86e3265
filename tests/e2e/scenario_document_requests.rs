//! Certificates that are asked for: once, whatever becomes of the answer, and nothing written is lost.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::checks;
use crate::document_steps;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::session_steps;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const TAB: &str = "Demandes d’attestation";
const ADDRESS: &str = "/space/documents?tab=requests";
const EMPLOYMENT: &str = "Attestation d’emploi";
const SALARY: &str = "Attestation de salaire";
const NOTE: &str = "Précisions (facultatif)";
const SEND: &str = "Envoyer la demande";
const DONE: &str = "Votre demande a bien été enregistrée";
const FAILED: &str = "La demande n’est pas partie";
const WRITTEN: &str = "Pour un dossier de location, à remettre le 1er décembre.";
const REQUESTS: &str = "/api/v1/documents/requests";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_certificate_is_asked_for_by_keyboard_and_comes,
        [ByEngine held] a_request_sent_twice_is_made_once,
        [ByEngine] a_request_whose_answer_is_lost_is_found_to_be_recorded,
        [ByEngine] a_request_that_is_lost_is_found_not_to_be_recorded,
        [Nowhere] a_request_that_nobody_can_tell_of_is_sent_again_without_harm,
        [ByEngine] a_note_outlives_the_session_and_is_sent_once,
        [Nowhere] what_is_missing_or_too_long_is_said_at_its_field,
        [Nowhere] requests_that_fail_to_come_leave_the_tab_usable,
    ]
}

fn open_requests<'a>(page: &'a Page) -> SignedInAgent<'a> {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    actions::follow(&agent, TAB);
    find::button(&agent, SEND);
    agent.until_address(ADDRESS);
    agent
}

/// The requests, as the portal has them.
fn requests(page: &Page) -> Vec<Value> {
    let ask = "return fetch(arguments[0]).then((answer) => answer.json()).then((requests) => requests.items)";
    let items = page.run(ask, &[json!(REQUESTS)]);
    items.as_array().cloned().unwrap_or_default()
}

/// Chooses a kind and writes a note.
fn write(agent: &SignedInAgent<'_>) {
    actions::tick(agent, SALARY);
    actions::fill_in(agent, NOTE, WRITTEN);
}

/// The request is the only one more than `before`, and it is the one that was written.
fn one_more(page: &Page, before: usize) {
    let now = requests(page);
    assert_eq!(now.len(), before + 1, "{now:?}");
    assert_eq!(now[0]["kind"], "salary");
    assert_eq!(now[0]["note"], WRITTEN);
}

fn a_certificate_is_asked_for_by_keyboard_and_comes(page: &Page) {
    let agent = open_requests(page);
    let before = requests(&agent).len();
    actions::tab_to(&agent, EMPLOYMENT);
    agent.press(&[keys::SPACE]);
    actions::tab_to(&agent, NOTE);
    actions::tab_to(&agent, SEND);
    agent.press(&[keys::ENTER]);
    find::heading(&agent, DONE);
    find::with_focus(&agent, DONE);
    agent.until_text("Demande reçue");
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::frame(&agent, &FR));
    let made = requests(&agent);
    assert_eq!(made.len(), before + 1);
    assert_eq!(made[0]["kind"], "employment");
    agent.until_address(ADDRESS);
    agent.portal.advance_clock(30);
    agent.reload();
    agent.until_text("En cours de traitement");
    agent.portal.advance_clock(60);
    agent.reload();
    let state = "return document.querySelector('main li[data-state]')?.dataset.state";
    agent.until("the certificate to be there", || {
        Ok((agent.session().run(state, &[])? == "ready").then_some(()))
    });
    actions::follow(&agent, "Mes documents");
    document_steps::until_titles(&agent, "the certificate on top", |titles| {
        titles
            .first()
            .is_some_and(|first| first.starts_with(EMPLOYMENT))
    });
    find::link(&agent, "Attestations (3 documents, dont 2 nouveaux)");
    agent.back();
    let links = "return document.querySelector('main li[data-state] a')";
    agent.until("the way to it", || {
        let found = agent.session().run(links, &[])?;
        match crate::harness::webdriver::Element::from_json(&found) {
            Some(link) => agent.session().click(&link).map(Some),
            None => Ok(None),
        }
    });
    find::heading(&agent, document_steps::PREVIEW);
    actions::follow(&agent, FR.activity);
    agent.until_text("Attestation demandée");
    checks::nothing(checks::quiet_console(&agent));
}

fn a_request_sent_twice_is_made_once(page: &Page) {
    let agent = open_requests(page);
    let before = requests(&agent).len();
    write(&agent);
    agent.portal.count("POST", REQUESTS);
    let send = format!("POST {REQUESTS}");
    agent.portal.front().hold(&[&send]);
    let button = find::button(&agent, SEND).to_json();
    agent.run(
        "for (let n = 0; n < 5; n += 1) arguments[0].click()",
        &[button],
    );
    agent.until_text("Envoi de la demande…");
    agent.portal.front().let_pass();
    find::heading(&agent, DONE);
    assert_eq!(agent.portal.counted(), 1, "sent once");
    one_more(&agent, before);
    // A reload shows it, and sends nothing.
    agent.reload();
    agent.until_text("Demande reçue");
    assert_eq!(agent.portal.counted(), 1);
}

fn a_request_whose_answer_is_lost_is_found_to_be_recorded(page: &Page) {
    let agent = open_requests(page);
    let before = requests(&agent).len();
    write(&agent);
    agent.portal.spoil("POST", REQUESTS, "after_commit_drop", 1);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    agent.until_text("vérification faite, la demande est enregistrée, une seule fois.");
    one_more(&agent, before);
    checks::nothing(checks::axe::axe(&agent));
}

fn a_request_that_is_lost_is_found_not_to_be_recorded(page: &Page) {
    let agent = open_requests(page);
    let before = requests(&agent).len();
    write(&agent);
    agent.portal.spoil("POST", REQUESTS, "drop", 1);
    actions::press_button(&agent, SEND);
    find::heading(&agent, FAILED);
    find::with_focus(&agent, FAILED);
    agent.until_text("votre demande n’est pas encore enregistrée : vous pouvez la renvoyer, elle ne comptera qu’une fois.");
    assert_eq!(requests(&agent).len(), before);
    actions::until_value(&agent, NOTE, WRITTEN);
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    one_more(&agent, before);
}

fn a_request_that_nobody_can_tell_of_is_sent_again_without_harm(page: &Page) {
    let agent = open_requests(page);
    let before = requests(&agent).len();
    write(&agent);
    agent.portal.spoil("POST", REQUESTS, "after_commit_drop", 1);
    agent
        .portal
        .spoil("GET", "/api/v1/operations/*", "status:503", 20);
    actions::press_button(&agent, SEND);
    find::heading(&agent, "La demande a peut-être été enregistrée");
    agent.until_text("elle ne comptera qu’une fois.");
    actions::until_value(&agent, NOTE, WRITTEN);
    // It is still said to who comes back.
    actions::follow(&agent, FR.home);
    find::link(&agent, FR.latest_month);
    agent.back();
    find::heading(&agent, "La demande a peut-être été enregistrée");
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    one_more(&agent, before);
}

fn a_note_outlives_the_session_and_is_sent_once(page: &Page) {
    let agent = open_requests(page);
    let before = requests(&agent).len();
    write(&agent);
    session_steps::expire(&agent, &FR);
    agent.until_text("Ce que vous avez écrit est gardé, et rien n’est envoyé à votre place.");
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    find::button(&agent, SEND);
    actions::until_value(&agent, NOTE, WRITTEN);
    assert_eq!(requests(&agent).len(), before, "nothing was sent by itself");
    // And one that ends as it is sent.
    agent.portal.advance_clock(24 * 3600);
    actions::press_button(&agent, SEND);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    find::button(&agent, SEND);
    actions::until_value(&agent, NOTE, WRITTEN);
    assert_eq!(requests(&agent).len(), before);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    one_more(&agent, before);
    let leaving = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented";
    agent.until_returns("whether something is unsent", leaving, &[], false);
}

fn what_is_missing_or_too_long_is_said_at_its_field(page: &Page) {
    let agent = open_requests(page);
    agent.portal.count("POST", REQUESTS);
    actions::press_button(&agent, SEND);
    find::heading(&agent, "La demande n’est pas complète");
    find::with_focus(&agent, "La demande n’est pas complète");
    checks::nothing(checks::axe::axe(&agent));
    actions::follow(&agent, "Choisissez l’attestation que vous demandez.");
    find::with_focus(&agent, EMPLOYMENT);
    agent.press(&[keys::SPACE]);
    actions::fill_in(&agent, NOTE, &"é".repeat(1001));
    agent.until_text("Ces précisions sont trop longues");
    let field = find::field(&agent, NOTE);
    let said = "const ids = (arguments[0].getAttribute('aria-describedby') ?? '').split(' '); return arguments[0].getAttribute('aria-invalid') === 'true' && ids.some((id) => document.getElementById(id)?.textContent.includes('trop longues'))";
    agent.until_true("the reason at the field", said, &[field.to_json()]);
    actions::press_button(&agent, SEND);
    find::heading(&agent, "La demande n’est pas complète");
    assert_eq!(
        actions::value_of(&agent, NOTE).chars().count(),
        1001,
        "nothing is cut"
    );
    assert_eq!(agent.portal.counted(), 0);
    checks::nothing(checks::axe::axe(&agent));
    actions::fill_in(&agent, NOTE, "<b>Merci</b> & ../ \u{1f600}");
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    agent.until_text("<b>Merci</b> & ");
}

fn requests_that_fail_to_come_leave_the_tab_usable(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    agent.portal.spoil("GET", REQUESTS, "status:500", 1);
    actions::follow(&agent, TAB);
    find::heading(&agent, FR.unavailable);
    checks::nothing(checks::axe::axe(&agent));
    actions::follow(&agent, "Mes documents");
    find::link(&agent, document_steps::LARGE);
    agent.portal.spoil("GET", REQUESTS, "status:500", 1);
    actions::follow(&agent, TAB);
    actions::press_button(&agent, FR.try_again);
    agent.until_text("Demande refusée");
    agent.until_text("adressez-lui votre demande.");
    find::button(&agent, SEND);
}
