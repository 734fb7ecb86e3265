//! Asking for leave when something goes wrong on the way: it is made once or not at all, said which, and the draft stays.

use crate::actions::{self, AGENT, STRANGER, SignedInAgent};
use crate::checks::{self, traces};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::leave_steps::{
    self, ASKING, REQUESTS, choose_days, is_sound, none_more, one_more, requests, until_counted,
};
use crate::scenario_leave_ask::{ANNUAL, DONE, FAILED, SEND, open_form};
use crate::session_steps;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const MAYBE: &str = "La demande a peut-être été enregistrée";
const WRITTEN: &str = "Je reste joignable le lundi.";
const FIRST: &str = FR.leave.first_day;
const LAST: &str = FR.leave.last_day;
const COMMENT: &str = FR.leave.comment;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] leave_whose_answer_is_lost_is_found_to_be_asked_for,
        [ByEngine] leave_that_is_lost_is_found_not_to_be_asked_for,
        [Nowhere] leave_that_nobody_can_tell_of_is_sent_again_without_harm,
        [Nowhere] leave_that_was_changed_after_a_lost_answer_is_asked_for_once,
        [ByEngine held] leave_sent_twice_is_asked_for_once,
        [ByEngine] a_draft_of_leave_outlives_the_session_and_is_sent_once,
        [ByEngine] a_draft_of_leave_outlives_the_network,
        [Nowhere] a_draft_of_leave_is_not_lost_by_leaving_the_page,
        [Nowhere] a_draft_of_leave_is_for_nobody_else,
        [Nowhere] what_is_broken_on_the_form_says_so_and_comes_back,
    ]
}

/// Opens the form and fills it in: from Monday noon to Wednesday.
fn write(page: &Page) -> (SignedInAgent<'_>, Vec<Value>) {
    let agent = open_form(page);
    let before = requests(&agent);
    choose_days(&agent, ANNUAL, ("14/12/2026", "16/12/2026"), "2,5 jours");
    actions::tick(&agent, FR.leave.begins_noon);
    until_counted(&agent, "2 jours");
    actions::fill_in(&agent, COMMENT, WRITTEN);
    (agent, before)
}

/// Everything that was written is there.
fn all_there(page: &Page) {
    actions::until_value(page, FIRST, "14/12/2026");
    actions::until_value(page, LAST, "16/12/2026");
    actions::until_value(page, COMMENT, WRITTEN);
    leave_steps::until_ticked(page, ANNUAL);
    leave_steps::until_ticked(page, FR.leave.begins_noon);
}

/// What was written was made, once.
fn made_once(page: &Page, before: &[Value]) {
    let made = one_more(page, before);
    let period =
        json!({ "from": "2026-12-14", "from_noon": true, "to": "2026-12-16", "to_noon": false });
    assert_eq!(made["period"], period);
    let id = made["id"].as_str().unwrap_or_default();
    assert_eq!(leave_steps::request(page, id)["comment"], WRITTEN);
    leave_steps::until_asks_before_unload(page, false);
}

fn leave_whose_answer_is_lost_is_found_to_be_asked_for(page: &Page) {
    let (agent, before) = write(page);
    agent.portal.spoil("POST", REQUESTS, "after_commit_drop", 1);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    find::with_focus(&agent, DONE);
    agent.until_text("vérification faite, la demande est enregistrée, une seule fois.");
    made_once(&agent, &before);
    is_sound(&agent);
}

fn leave_that_is_lost_is_found_not_to_be_asked_for(page: &Page) {
    let (agent, before) = write(page);
    agent.portal.spoil("POST", REQUESTS, "drop", 1);
    actions::press_button(&agent, SEND);
    find::heading(&agent, FAILED);
    find::with_focus(&agent, FAILED);
    agent.until_text("votre demande n’est pas encore enregistrée : vous pouvez la renvoyer, elle ne comptera qu’une fois.");
    none_more(&agent, &before);
    all_there(&agent);
    is_sound(&agent);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    made_once(&agent, &before);
}

fn leave_that_nobody_can_tell_of_is_sent_again_without_harm(page: &Page) {
    let (agent, before) = write(page);
    agent.portal.spoil("POST", REQUESTS, "after_commit_drop", 1);
    agent
        .portal
        .spoil("GET", "/api/v1/operations/*", "status:503", 20);
    actions::press_button(&agent, SEND);
    find::heading(&agent, MAYBE);
    find::with_focus(&agent, MAYBE);
    agent.until_text("elle ne comptera qu’une fois.");
    all_there(&agent);
    is_sound(&agent);
    // It is still said to who comes back.
    actions::follow(&agent, FR.home);
    find::link(&agent, FR.latest_month);
    agent.back();
    find::heading(&agent, MAYBE);
    all_there(&agent);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    made_once(&agent, &before);
}

fn leave_that_was_changed_after_a_lost_answer_is_asked_for_once(page: &Page) {
    let (agent, before) = write(page);
    agent.portal.spoil("POST", REQUESTS, "after_commit_drop", 1);
    agent
        .portal
        .spoil("GET", "/api/v1/operations/*", "status:503", 1);
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, MAYBE);
    actions::fill_in(&agent, COMMENT, "Autre chose.");
    actions::press_button(&agent, SEND);
    // What stands is told, and no other is made beside it unasked.
    find::heading(&agent, DONE);
    let made = one_more(&agent, &before);
    let id = made["id"].as_str().unwrap_or_default();
    assert_eq!(leave_steps::request(&agent, id)["comment"], WRITTEN);
    actions::until_value(&agent, COMMENT, "Autre chose.");
    leave_steps::until_asks_before_unload(&agent, true);
}

fn leave_sent_twice_is_asked_for_once(page: &Page) {
    let (agent, before) = write(page);
    agent.portal.count("POST", REQUESTS);
    let send = format!("POST {REQUESTS}");
    agent.portal.front().hold(&[&send]);
    leave_steps::press_at_once(&agent, SEND);
    agent.until_text("Envoi de la demande…");
    agent.portal.front().let_pass();
    find::heading(&agent, DONE);
    assert_eq!(agent.portal.counted(), 1, "sent once");
    made_once(&agent, &before);
    // A reload sends nothing.
    agent.reload();
    find::button(&agent, SEND);
    assert_eq!(agent.portal.counted(), 1);
    actions::until_value(&agent, FIRST, "");
}

fn a_draft_of_leave_outlives_the_session_and_is_sent_once(page: &Page) {
    let (agent, before) = write(page);
    session_steps::expire(&agent, &FR);
    agent.until_text("Ce que vous avez écrit est gardé, et rien n’est envoyé à votre place.");
    let held = agent.run(
        "return document.documentElement.outerHTML.includes(arguments[0])",
        &[json!(WRITTEN)],
    );
    assert_eq!(held, false, "what was written is not in the page");
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    all_there(&agent);
    none_more(&agent, &before);
    agent.until_path(ASKING);
    until_counted(&agent, "2 jours");
    // And one that ends as it is sent.
    agent.portal.advance_clock(24 * 3600);
    actions::press_button(&agent, SEND);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_text("Votre demande n’est pas encore partie.");
    all_there(&agent);
    none_more(&agent, &before);
    until_counted(&agent, "2 jours");
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    made_once(&agent, &before);
}

fn a_draft_of_leave_outlives_the_network(page: &Page) {
    let (agent, before) = write(page);
    agent.go_offline();
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, FAILED);
    agent.until_text("Votre appareil n’a plus de réseau.");
    all_there(&agent);
    checks::nothing(checks::axe::axe(&agent));
    agent.go_online();
    none_more(&agent, &before);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    made_once(&agent, &before);
}

fn a_draft_of_leave_is_not_lost_by_leaving_the_page(page: &Page) {
    let (agent, before) = write(page);
    leave_steps::until_asks_before_unload(&agent, true);
    actions::follow(&agent, FR.payslips);
    find::link(&agent, FR.latest_month);
    leave_steps::until_asks_before_unload(&agent, true);
    agent.back();
    all_there(&agent);
    // Nothing of it is anywhere that lasts.
    let places = "return [document.title, location.href, JSON.stringify(history.state), window.name, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()].join(' ')";
    let kept = agent.run(places, &[]).to_string();
    assert!(
        !kept.contains("joignable") && !kept.contains("14/12"),
        "{kept}"
    );
    none_more(&agent, &before);
}

fn a_draft_of_leave_is_for_nobody_else(page: &Page) {
    let (agent, _) = write(page);
    let personal = traces::Personal::of(&agent);
    session_steps::expire(&agent, &FR);
    actions::press_button(&agent, FR.another_account);
    find::heading(page, FR.login_heading);
    let other = actions::sign_in_here(page, &STRANGER, &FR);
    other.until_path("/space");
    leave_steps::open_form(&other);
    for field in [FIRST, LAST, COMMENT] {
        actions::until_value(&other, field, "");
    }
    checks::nothing(traces::nothing_personal_shown(&other, &personal));
    let erase = find::now(&other, Role::Button, "Effacer le brouillon");
    assert_eq!(erase.ok().flatten(), None, "there is no draft");
}

fn what_is_broken_on_the_form_says_so_and_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for (kind, step) in [
        ("status:500", FR.try_again),
        ("html", FR.try_again),
        ("wrong_type", "Recharger la page"),
    ] {
        agent.at(kind);
        actions::follow(&agent, FR.leave.leave);
        find::heading(&agent, FR.leave.rights);
        agent.portal.spoil("GET", "/api/v1/leave/kinds", kind, 1);
        actions::follow(&agent, FR.leave.ask);
        actions::press_button(&agent, step);
        find::button(&agent, SEND);
    }
    // The calendar fails alone, and nothing of the form with it.
    actions::follow(&agent, FR.leave.leave);
    find::heading(&agent, FR.leave.rights);
    // What this page asked for has come: the fault is for the next.
    find::summary(&agent, FR.leave.year_in_words);
    agent
        .portal
        .spoil("GET", "/api/v1/leave/days", "status:500", 1);
    actions::follow(&agent, FR.leave.ask);
    agent.until_text("Vous pouvez choisir vos dates quand même.");
    choose_days(&agent, ANNUAL, ("14/12/2026", "14/12/2026"), "1 jour");
    actions::press_button(&agent, FR.try_again);
    find::button(
        &agent,
        "mercredi 16 décembre 2026, temps partiel l’après-midi",
    );
    find::button(&agent, SEND);
}
