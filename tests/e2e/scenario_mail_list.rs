//! The list of messages as somebody goes through it and comes back to it.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::mail_steps::{self, LIST, until_come_back};

/// Far below what the window holds, with the one after it.
const LOW: &str = "Pot de départ de Nadia";
const AFTER_IT: &str = "Télétravail : jours de décembre";
const BACK: &str = "Retour au dossier « Boîte de réception »";
const ARCHIVE_IT: &str = "Archiver";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] the_list_comes_back_to_the_message_that_was_opened,
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
