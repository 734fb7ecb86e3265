//! Asking for leave: by typing, by keyboard in the calendar and with a thumb; what is asked for is what the portal has then.

use crate::actions::{self, AGENT, MANAGER, SignedInAgent};
use crate::checks;
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::webdriver::Element;
use crate::keys;
use crate::leave_steps::{
    self, Elsewhere, choose_days, is_sound, one_more, requests, until_balance, until_counted,
    until_left,
};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
pub const ANNUAL: &str = "Congés annuels";
pub const SEND: &str = "Envoyer la demande";
pub const DONE: &str = "Votre demande a bien été enregistrée";
pub const FAILED: &str = "La demande n’est pas partie";
const NEXT_MONTH: &str = "Mois suivant";
const OTHER: &str = "Demander un autre congé";
pub const FIRST: &str = FR.leave.first_day;
pub const LAST: &str = FR.leave.last_day;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] leave_is_asked_for_with_half_days_and_stands_in_the_list,
        [ByEngine] leave_is_asked_for_by_keyboard_alone,
        [ChromiumOnly] leave_is_asked_for_with_a_thumb,
        [ByEngine] both_halves_of_a_day_are_two_requests,
        [Nowhere] a_period_over_the_end_of_the_year_takes_of_two_years,
        [Nowhere] what_stands_on_a_day_is_said,
    ]
}

/// Signs in and goes to the form.
pub fn open_form(page: &Page) -> SignedInAgent<'_> {
    let agent = actions::sign_in(page, &AGENT);
    leave_steps::open_form(&agent);
    agent
}

fn leave_is_asked_for_with_half_days_and_stands_in_the_list(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    agent.until_text("Choisissez le congé et les jours");
    actions::tick(&agent, ANNUAL);
    actions::fill_in(&agent, FIRST, "14/12/2026");
    // As people write.
    actions::fill_in(&agent, LAST, "16 décembre");
    actions::enter(&agent, FR.leave.comment);
    actions::until_value(&agent, LAST, "16/12/2026");
    until_counted(&agent, "2,5 jours");
    actions::tick(&agent, FR.leave.begins_noon);
    until_counted(&agent, "2 jours");
    actions::tick(&agent, FR.leave.ends_noon);
    // On Wednesdays this agent works in the morning alone.
    until_counted(&agent, "2 jours");
    until_left(&agent, "Congés annuels 2025", "1,5 jour", "0 jour");
    until_left(&agent, "Congés annuels 2026", "6,5 jours", "6 jours");
    agent.until_text("Aucun collègue absent ces jours-là.");
    is_sound(&agent);
    actions::fill_in(&agent, FR.leave.comment, "Un déménagement.");
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    find::with_focus(&agent, DONE);
    agent.until_text("du 14 décembre 2026 à midi au 16 décembre 2026 à midi");
    agent.until_text("elle attend la validation de niveau 1 sur 2.");
    is_sound(&agent);
    let made = one_more(&agent, &before);
    let period =
        json!({ "from": "2026-12-14", "from_noon": true, "to": "2026-12-16", "to_noon": true });
    assert_eq!(made["period"], period);
    assert_eq!(
        (&made["kind"], &made["state"]),
        (&json!("annual"), &json!("pending"))
    );
    assert_eq!(made["half_days"], 4);
    leave_steps::until_asks_before_unload(&agent, false);
    actions::follow(&agent, "Voir cette demande");
    agent.until_text("Un déménagement.");
    actions::follow(&agent, FR.leave.all_leave);
    find::link(
        &agent,
        "Congés annuels, du 14 décembre 2026 à midi au 16 décembre 2026 à midi",
    );
    until_balance(&agent, "Congés annuels 2025", ["25", "20,5", "4,5", "0"]);
    until_balance(&agent, "Congés annuels 2026", ["25", "18", "1", "6"]);
    checks::nothing(checks::quiet_console(&agent));
}

/// Presses a key on a day of the calendar, and waits for the day that the focus is on then.
fn step(page: &Page, key: char, day: &str) {
    page.press(&[key]);
    find::with_focus(page, day);
}

fn leave_is_asked_for_by_keyboard_alone(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    let today = "dimanche 22 novembre 2026, aujourd’hui, week-end";
    // What stands on the days has come.
    find::button(&agent, today);
    actions::tab_to(&agent, ANNUAL);
    agent.press(&[keys::SPACE]);
    leave_steps::until_ticked(&agent, ANNUAL);
    actions::tab_to(&agent, today);
    step(&agent, keys::PAGE_DOWN, "mardi 22 décembre 2026");
    step(&agent, keys::UP, "mardi 15 décembre 2026");
    step(&agent, keys::HOME, "lundi 14 décembre 2026");
    step(
        &agent,
        keys::ENTER,
        "lundi 14 décembre 2026, seul jour choisi",
    );
    actions::until_value(&agent, FIRST, "14/12/2026");
    agent.until_text("Choisissez le dernier jour, ou gardez ce choix.");
    step(&agent, keys::RIGHT, "mardi 15 décembre 2026");
    step(&agent, keys::DOWN, "mardi 22 décembre 2026");
    step(&agent, keys::LEFT, "lundi 21 décembre 2026");
    step(&agent, keys::UP, "lundi 14 décembre 2026, seul jour choisi");
    step(&agent, keys::RIGHT, "mardi 15 décembre 2026");
    step(
        &agent,
        keys::ENTER,
        "mardi 15 décembre 2026, dernier jour choisi",
    );
    actions::until_value(&agent, FIRST, "14/12/2026");
    actions::until_value(&agent, LAST, "15/12/2026");
    agent.until_text("Choisi : du 14 au 15 décembre 2026.");
    until_counted(&agent, "2 jours");
    checks::nothing(checks::axe::axe(&agent));
    actions::tab_to(&agent, SEND);
    agent.press(&[keys::ENTER]);
    find::heading(&agent, DONE);
    find::with_focus(&agent, DONE);
    let made = one_more(&agent, &before);
    assert_eq!(made["period"]["from"], "2026-12-14");
    assert_eq!(made["period"]["to"], "2026-12-15");
    // What was made is there at once.
    actions::tab_to(&agent, OTHER);
    agent.press(&[keys::ENTER]);
    actions::tab_to(
        &agent,
        "mardi 15 décembre 2026, votre absence : Congés annuels (en attente)",
    );
    checks::nothing(checks::quiet_console(&agent));
}

/// Touches what is there, as a thumb does.
fn tap(page: &Page, element: &Element) {
    page.run(
        "arguments[0].scrollIntoView({ block: 'center' })",
        &[element.to_json()],
    );
    let touch = json!({ "actions": [{
        "type": "pointer", "id": "thumb", "parameters": { "pointerType": "touch" },
        "actions": [
            { "type": "pointerMove", "origin": element.to_json(), "x": 0, "y": 0 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ],
    }] });
    page.must("touching", page.session().post("actions", &touch));
}

fn leave_is_asked_for_with_a_thumb(page: &Page) {
    page.set_viewport(360, 740);
    let touch = json!({ "enabled": true });
    page.must(
        "a touch screen",
        page.session()
            .devtools("Emulation.setTouchEmulationEnabled", &touch),
    );
    let agent = open_form(page);
    let before = requests(&agent);
    tap(&agent, &find::field(&agent, ANNUAL));
    leave_steps::until_ticked(&agent, ANNUAL);
    // What stands on the days has come.
    find::button(&agent, "dimanche 22 novembre 2026, aujourd’hui, week-end");
    tap(&agent, &find::button(&agent, NEXT_MONTH));
    tap(&agent, &find::button(&agent, "lundi 14 décembre 2026"));
    actions::until_value(&agent, FIRST, "14/12/2026");
    tap(
        &agent,
        &find::button(
            &agent,
            "vendredi 18 décembre 2026, votre absence : RTT (accordé) l’après-midi",
        ),
    );
    actions::until_value(&agent, LAST, "18/12/2026");
    tap(&agent, &find::field(&agent, FR.leave.ends_noon));
    leave_steps::until_ticked(&agent, FR.leave.ends_noon);
    until_counted(&agent, "4 jours");
    checks::nothing(checks::no_horizontal_scroll(&agent));
    tap(&agent, &find::button(&agent, SEND));
    find::heading(&agent, DONE);
    let made = one_more(&agent, &before);
    assert_eq!(made["half_days"], 8);
    is_sound(&agent);
}

fn both_halves_of_a_day_are_two_requests(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    for (half, other) in [
        (FR.leave.ends_noon, FR.leave.begins_morning),
        (FR.leave.begins_noon, FR.leave.ends_evening),
    ] {
        agent.at(half);
        actions::tick(&agent, "RTT");
        actions::fill_in(&agent, FIRST, "14/12/2026");
        actions::fill_in(&agent, LAST, "14/12/2026");
        actions::tick(&agent, half);
        leave_steps::until_ticked(&agent, other);
        until_counted(&agent, "0,5 jour");
        actions::press_button(&agent, SEND);
        find::with_focus(&agent, DONE);
        actions::press_button(&agent, OTHER);
        find::gone(&agent, Role::Heading, DONE);
        find::with_focus(&agent, FR.leave.ask);
        actions::until_value(&agent, FIRST, "");
    }
    let mut made = requests(&agent);
    made.retain(|request| before.iter().all(|known| known["id"] != request["id"]));
    let halves: Vec<_> = made
        .iter()
        .map(|it| {
            (
                &it["period"]["from_noon"],
                &it["period"]["to_noon"],
                &it["half_days"],
            )
        })
        .collect();
    let (yes, no, one) = (&json!(true), &json!(false), &json!(1));
    assert_eq!(halves, [(yes, no, one), (no, yes, one)]);
    // A third of the same half is too much.
    choose_days(&agent, "RTT", ("14/12/2026", "14/12/2026"), "1 jour");
    agent.until_text("Ces jours chevauchent un de vos congés.");
}

fn a_period_over_the_end_of_the_year_takes_of_two_years(page: &Page) {
    // Nothing else is in the way then.
    let manager = Elsewhere::sign_in(page, &MANAGER);
    let other = manager.waiting("Agent Démo", "2026-12-28");
    manager.decide(&other, "refuse", "Effectif trop faible.");
    let agent = open_form(page);
    let before = requests(&agent);
    // Noon on the 31st, a holiday, a weekend.
    choose_days(&agent, ANNUAL, ("30/12/2026", "05/01/2027"), "3 jours");
    until_left(&agent, "Congés annuels 2025", "4,5 jours", "3,5 jours");
    until_left(&agent, "Congés annuels 2026", "7 jours", "5 jours");
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, DONE);
    assert_eq!(one_more(&agent, &before)["half_days"], 6);
    actions::press_button(&agent, OTHER);
    find::with_focus(&agent, FR.leave.ask);
    // The 29th of February is a day in its year, which is too far away.
    choose_days(&agent, ANNUAL, ("29/02/2028", "01/03/2028"), "1,5 jour");
    agent.until_text("mardi 29 février 2028");
    agent.until_text("Ces dates sont trop anciennes ou trop lointaines pour être demandées ici.");
    // Nights on which the clocks change count like others.
    choose_days(&agent, ANNUAL, ("26/03/2027", "29/03/2027"), "1 jour");
    choose_days(&agent, "RTT", ("23/10/2026", "26/10/2026"), "2 jours");
}

fn what_stands_on_a_day_is_said(page: &Page) {
    let agent = open_form(page);
    find::button(&agent, "dimanche 22 novembre 2026, aujourd’hui, week-end");
    actions::press_button(&agent, NEXT_MONTH);
    for day in [
        "jeudi 10 décembre 2026, votre absence : RTT (en attente)",
        "mercredi 16 décembre 2026, temps partiel l’après-midi",
        "vendredi 18 décembre 2026, votre absence : RTT (accordé) l’après-midi",
        "jeudi 24 décembre 2026, Fermeture des services à midi (service fermé l’après-midi)",
        "vendredi 25 décembre 2026, Noël (jour férié)",
        "lundi 28 décembre 2026, votre absence : Congés annuels (en attente)",
    ] {
        find::button(&agent, day);
    }
    is_sound(&agent);
    // One day alone is on the way of the Tab key.
    let stops = "return document.querySelectorAll('main [role=grid] [tabindex=\"0\"]').length";
    agent.until_returns("the stops in the calendar", stops, &[], 1);
    actions::press_button(&agent, "Revenir à ce mois-ci");
    find::with_focus(&agent, "dimanche 22 novembre 2026, aujourd’hui, week-end");
    checks::nothing(checks::quiet_console(&agent));
}
