//! The list of messages as somebody goes through it: come back to where it was left, and worked on with a phone.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::mail_steps::{self, LIST, choose, until_come_back, until_rows};

const GUIDE: &str = "Relecture du guide d’accueil";
/// Far below what the window holds, with the one after it.
const LOW: &str = "Pot de départ de Nadia";
const AFTER_IT: &str = "Télétravail : jours de décembre";
const BACK: &str = "Retour au dossier « Boîte de réception »";
const DEEDS: &str = "Actions";
const ARCHIVE_IT: &str = "Archiver";
/// How many stops of the keyboard are looked at: those of some rows, which fill more than a phone's window.
const STOPS: usize = 12;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] the_list_comes_back_to_the_message_that_was_opened,
        [ByEngine] on_a_phone_what_is_done_with_the_chosen_is_in_sight,
    ]
}

fn the_list_comes_back_to_the_message_that_was_opened(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    mail_steps::open_list(&agent);
    mail_steps::open(&agent, AFTER_IT);
    actions::follow(&agent, BACK);
    agent.until_address(LIST);
    until_come_back(&agent, AFTER_IT);
    mail_steps::open(&agent, LOW);
    agent.back();
    agent.until_address(LIST);
    until_come_back(&agent, LOW);
    checks::nothing(checks::axe::axe(&agent));
    // What has left the list is not come back to: what followed it is.
    mail_steps::open(&agent, LOW);
    actions::press_button(&agent, ARCHIVE_IT);
    agent.until_address(LIST);
    agent.until_text("1 message déplacé vers « Archives ».");
    until_come_back(&agent, AFTER_IT);
    // From anywhere else, it begins where every page does.
    actions::follow(&agent, "Accueil");
    agent.until_address("/space");
    mail_steps::open_list(&agent);
    find::with_focus(&agent, mail_steps::MAIL);
    checks::nothing(checks::quiet_console(&agent));
}

fn on_a_phone_what_is_done_with_the_chosen_is_in_sight(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    mail_steps::open_list(&agent);
    agent.set_narrowest();
    choose(&agent, GUIDE);
    let is_in_sight = "const box = arguments[0].getBoundingClientRect(); const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); return arguments[0].contains(at)";
    let deeds = find::button(&agent, DEEDS);
    agent.until_true("the button in sight", is_in_sight, &[deeds.to_json()]);
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::no_horizontal_scroll(&agent));
    // No stop of the keyboard is under the bar (WCAG 2.4.11): some engines scroll no further than to what begins it.
    let is_free = "const focused = document.activeElement, bar = arguments[0].closest('[role=group]'); return focused.matches('main *') && (bar.contains(focused) || focused.getBoundingClientRect().top + 8 <= bar.getBoundingClientRect().top)";
    for stop in 1..=STOPS {
        agent.press(&[keys::TAB]);
        let awaited = format!("stop {stop} not under the bar");
        agent.until_true(&awaited, is_free, &[deeds.to_json()]);
    }
    assert!(
        find::now(&agent, find::Role::Button, ARCHIVE_IT).is_ok_and(|found| found.is_none()),
        "folded"
    );
    actions::press_button(&agent, DEEDS);
    let archive = find::button(&agent, ARCHIVE_IT);
    agent.until_true("the deeds in sight", is_in_sight, &[archive.to_json()]);
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::no_horizontal_scroll(&agent));
    actions::press_button(&agent, ARCHIVE_IT);
    agent.until_text("1 message déplacé vers « Archives ».");
    until_rows(&agent, "the others", |rows| {
        !rows.iter().any(|row| row.contains(GUIDE))
    });
    checks::nothing(checks::quiet_console(&agent));
}
