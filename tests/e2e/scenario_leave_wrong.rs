//! What is wrong in a request for leave is said where it is, before it is sent or when it comes back; nothing of it is cut.

use crate::actions;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::leave_steps::{
    self, GRANTED, REQUESTS, choose_days, is_sound, none_more, one_more, requests, until_counted,
    until_wrong,
};
use crate::scenario_leave_ask::{ANNUAL, DONE, FAILED, FIRST, LAST, SEND, open_form};
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const INCOMPLETE: &str = "La demande n’est pas complète";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] what_overlaps_is_told_before_and_refused_at_its_field,
        [ByEngine] what_is_missing_or_wrong_is_said_at_its_field,
        [Nowhere] ten_thousand_characters_are_kept_and_told,
        [Nowhere] the_last_choice_is_the_one_that_is_counted,
        [Nowhere] a_count_that_fails_keeps_nobody_from_asking,
        [Nowhere] a_draft_is_discarded_and_brought_back,
        [ByEngine] who_sends_straight_from_a_field_is_heard,
    ]
}

fn what_overlaps_is_told_before_and_refused_at_its_field(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    choose_days(&agent, ANNUAL, ("17/02/2027", "22/02/2027"), "3,5 jours");
    find::heading(&agent, "Telle quelle, la demande serait refusée");
    agent.until_text("Ces jours chevauchent un de vos congés.");
    find::link(&agent, GRANTED);
    actions::fill_in(&agent, FR.leave.comment, "À revoir.");
    is_sound(&agent);
    // Nobody is kept from sending: the portal decides.
    actions::press_button(&agent, SEND);
    find::heading(&agent, FAILED);
    find::with_focus(&agent, FAILED);
    until_wrong(&agent, FIRST, "Ces jours chevauchent un de vos congés.");
    checks::nothing(checks::axe::axe(&agent));
    none_more(&agent, &before);
    actions::follow(
        &agent,
        "Ces jours chevauchent un de vos congés. Changez les dates, ou annulez d’abord l’autre demande.",
    );
    find::with_focus(&agent, FIRST);
    actions::until_value(&agent, FIRST, "17/02/2027");
    actions::until_value(&agent, LAST, "22/02/2027");
    actions::until_value(&agent, FR.leave.comment, "À revoir.");
    actions::fill_in(&agent, FIRST, "22/02/2027");
    actions::enter(&agent, FR.leave.comment);
    until_counted(&agent, "1 jour");
    let is_well = "return arguments[0].getAttribute('aria-invalid') !== 'true'";
    let field = find::field(&agent, FIRST).to_json();
    agent.until_true("no reason at the field any more", is_well, &[field]);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    assert_eq!(one_more(&agent, &before)["period"]["from"], "2027-02-22");
}

fn what_is_missing_or_wrong_is_said_at_its_field(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    agent.portal.count("POST", REQUESTS);
    actions::press_button(&agent, SEND);
    find::heading(&agent, INCOMPLETE);
    find::with_focus(&agent, INCOMPLETE);
    is_sound(&agent);
    actions::follow(&agent, "Choisissez le congé que vous demandez.");
    find::with_focus(&agent, ANNUAL);
    agent.press(&[keys::SPACE]);
    until_wrong(&agent, FIRST, "Indiquez le premier jour.");
    actions::follow(&agent, "Indiquez le dernier jour.");
    find::with_focus(&agent, LAST);
    for (typed, why) in [
        ("29/02/2027", "cette date n’existe pas"),
        ("31 avril 2027", "cette date n’existe pas"),
        ("demain soir ?", "illisible"),
        ("2027-13-01", "cette date n’existe pas"),
        ("<b>3</b> mars", "illisible"),
        ("14:30", "illisible"),
    ] {
        agent.at(typed);
        actions::fill_in(&agent, FIRST, typed);
        actions::enter(&agent, LAST);
        until_wrong(&agent, FIRST, why);
        actions::until_value(&agent, FIRST, typed);
    }
    actions::fill_in(&agent, FIRST, "23/03/2027");
    actions::fill_in(&agent, LAST, "22/03/2027");
    actions::enter(&agent, FIRST);
    until_wrong(&agent, LAST, "Le dernier jour est avant le premier");
    actions::fill_in(&agent, LAST, "23/03/2027");
    actions::tick(&agent, FR.leave.begins_noon);
    actions::tick(&agent, FR.leave.ends_noon);
    until_wrong(&agent, LAST, "Le congé commence et se termine au même midi");
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, SEND);
    find::heading(&agent, INCOMPLETE);
    find::with_focus(&agent, INCOMPLETE);
    assert_eq!(agent.portal.counted(), 0, "nothing was sent");
    actions::until_value(&agent, FIRST, "23/03/2027");
    actions::tick(&agent, FR.leave.ends_evening);
    until_counted(&agent, "0,5 jour");
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    assert_eq!(agent.portal.counted(), 1);
    assert_eq!(one_more(&agent, &before)["half_days"], 1);
}

fn ten_thousand_characters_are_kept_and_told(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    agent.portal.count("POST", REQUESTS);
    choose_days(&agent, ANNUAL, ("14/12/2026", "14/12/2026"), "1 jour");
    let piece = "\u{202e}\u{627}\u{644}\u{7}é\u{200d}\u{1f600}\u{feff}\u{61c}";
    let long = piece.repeat(10_000 / piece.chars().count() + 1);
    leave_steps::paste(&agent, FR.leave.comment, &long);
    until_wrong(&agent, FR.leave.comment, "Ce message est trop long");
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, INCOMPLETE);
    actions::follow(
        &agent,
        "Ce message est trop long : raccourcissez-le. Rien n’est effacé.",
    );
    find::with_focus(&agent, FR.leave.comment);
    assert_eq!(
        actions::value_of(&agent, FR.leave.comment),
        long,
        "nothing is cut"
    );
    assert_eq!(agent.portal.counted(), 0);
    is_sound(&agent);
    checks::nothing(checks::no_horizontal_scroll(&agent));
    let short = format!("<b>Merci</b> {piece} fin");
    leave_steps::paste(&agent, FR.leave.comment, &short);
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, DONE);
    let id = one_more(&agent, &before)["id"].clone();
    let made = leave_steps::request(&agent, id.as_str().unwrap_or_default());
    assert_eq!(made["comment"], short);
    actions::follow(&agent, "Voir cette demande");
    agent.until_text("<b>Merci</b>");
    checks::nothing(checks::quiet_console(&agent));
}

/// Counts the previews that the page asks for, and those that have ended.
const COUNT_PREVIEWS: &str = r"
window.asked = 0;
window.ended = 0;
const ask = window.fetch;
window.fetch = (...all) => {
  const answer = ask.apply(window, all);
  if (String(all[0].url ?? all[0]).includes('/leave/preview')) {
    window.asked += 1;
    const end = () => { window.ended += 1; };
    answer.then(end, end);
  }
  return answer;
};
";

fn the_last_choice_is_the_one_that_is_counted(page: &Page) {
    const SHOWN: &str = "const heading = Array.from(document.querySelectorAll('main h2')).find((heading) => heading.textContent === arguments[0]); return heading.closest('section').textContent.replace(/[\\s\\u00a0\\u202f]+/g, ' ')";
    let agent = open_form(page);
    agent.run(COUNT_PREVIEWS, &[]);
    agent
        .portal
        .spoil("POST", "/api/v1/leave/preview", "delay:4000", 1);
    actions::tick(&agent, ANNUAL);
    actions::fill_in(&agent, FIRST, "14/12/2026");
    actions::fill_in(&agent, LAST, "14/12/2026");
    agent.until_true("a preview on its way", "return window.asked > 0", &[]);
    agent.until_text("Calcul en cours…");
    actions::fill_in(&agent, LAST, "15/12/2026");
    until_counted(&agent, "2 jours");
    let ended = "return window.asked > 1 && window.ended === window.asked";
    agent.until_true("the late answer", ended, &[]);
    // Time for it to do harm.
    session_steps::let_pass(&agent, 500);
    until_counted(&agent, "2 jours");
    let shown = agent.run(SHOWN, &[json!(FR.leave.preview)]);
    let shown = shown.as_str().unwrap_or_default();
    assert!(shown.contains("2 jours de congé"), "{shown}");
    assert!(!shown.contains("1 jour de congé"), "{shown}");
}

fn a_count_that_fails_keeps_nobody_from_asking(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    agent
        .portal
        .spoil_and_count("POST", "/api/v1/leave/preview", "status:500");
    actions::tick(&agent, ANNUAL);
    actions::fill_in(&agent, FIRST, "14/12/2026");
    actions::fill_in(&agent, LAST, "14/12/2026");
    agent.until_text("Vous pouvez envoyer la demande quand même : le portail la vérifiera.");
    find::button(&agent, FR.try_again);
    is_sound(&agent);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    assert_eq!(one_more(&agent, &before)["half_days"], 2);
}

fn a_draft_is_discarded_and_brought_back(page: &Page) {
    let agent = open_form(page);
    leave_steps::until_asks_before_unload(&agent, false);
    choose_days(&agent, ANNUAL, ("14/12/2026", "14/12/2026"), "1 jour");
    actions::fill_in(&agent, FR.leave.comment, "Un déménagement.");
    leave_steps::until_asks_before_unload(&agent, true);
    actions::press_button(&agent, "Effacer le brouillon");
    agent.until_text("Brouillon effacé.");
    actions::until_value(&agent, FIRST, "");
    actions::until_value(&agent, FR.leave.comment, "");
    leave_steps::until_asks_before_unload(&agent, false);
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, "Le reprendre");
    actions::until_value(&agent, FIRST, "14/12/2026");
    actions::until_value(&agent, FR.leave.comment, "Un déménagement.");
    leave_steps::until_ticked(&agent, ANNUAL);
    leave_steps::until_asks_before_unload(&agent, true);
}

fn who_sends_straight_from_a_field_is_heard(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    // What stands on the days has come.
    find::button(&agent, "dimanche 22 novembre 2026, aujourd’hui, week-end");
    actions::tick(&agent, ANNUAL);
    actions::fill_in(&agent, FIRST, "30/11/2026");
    actions::fill_in(&agent, LAST, "01/12/2026");
    until_counted(&agent, "2 jours");
    // What the field says as it is left must not move the button away.
    let button = find::button(&agent, SEND);
    agent.run(
        "arguments[0].scrollIntoView({ block: 'center' })",
        &[button.to_json()],
    );
    agent.press_slowly(&button);
    find::heading(&agent, DONE);
    one_more(&agent, &before);
}
