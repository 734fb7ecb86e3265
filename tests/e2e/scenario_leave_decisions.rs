//! Decisions on leave when something goes wrong on the way: each is made once or not at all, and never over another's.

use crate::actions::{self, MANAGER};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::leave_steps::{self, ADJOINT, Elsewhere, ONE, deeds, is_sound, request};
use crate::scenario_leave_approvals::{
    HELD, INES, KARIM, REASON, REFUSED, SEND, WHY, grant, id_of_ines, no_decision_on,
    open_approvals, refuse, undo, until_at,
};
use crate::session_steps;
use crate::words::Words;

const FR: Words = Words::FRENCH;
const MEANWHILE: &str = "La demande a changé entre-temps : votre décision n’a pas été enregistrée";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] of_two_who_decide_the_second_sees_the_first,
        [ByEngine] a_decision_whose_answer_is_lost_is_found_to_be_recorded,
        [Nowhere] a_decision_that_is_lost_is_found_not_to_be_recorded,
        [ByEngine held] a_decision_pressed_twice_is_made_once,
        [ByEngine] a_reason_outlives_the_session,
        [Nowhere] a_grant_that_met_the_end_of_the_session_is_offered_again,
    ]
}

fn of_two_who_decide_the_second_sees_the_first(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    Elsewhere::sign_in(page, &ADJOINT).decide(&ines, "refuse", WHY);
    actions::press_button(&manager, &grant(INES));
    manager.until_text(MEANWHILE);
    manager.until_text("Adjoint Démo a refusé la demande (niveau 1 sur 2)");
    manager.until_text(WHY);
    until_at(&manager, INES);
    no_decision_on(&manager, INES);
    find::gone(&manager, Role::Button, &undo(INES));
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "refused"]);
    is_sound(&manager);
    manager.reload();
    find::button(&manager, &grant(KARIM));
    no_decision_on(&manager, INES);
}

fn a_decision_whose_answer_is_lost_is_found_to_be_recorded(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    manager.portal.spoil("POST", ONE, "after_commit_drop", 1);
    actions::press_button(&manager, &grant(INES));
    manager.until_text(HELD);
    manager.until_text("Après vérification, votre décision est bien enregistrée, une seule fois.");
    no_decision_on(&manager, INES);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "approved"]);
    is_sound(&manager);
}

fn a_decision_that_is_lost_is_found_not_to_be_recorded(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    manager.portal.spoil("POST", ONE, "drop", 1);
    actions::press_button(&manager, &grant(INES));
    manager.until_text("Après vérification, rien n’est enregistré : réessayez.");
    until_at(&manager, INES);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked"]);
    is_sound(&manager);
    actions::press_button(&manager, &grant(INES));
    manager.until_text(HELD);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "approved"]);
}

fn a_decision_pressed_twice_is_made_once(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    let path = format!("/api/v1/leave/requests/{ines}/decision");
    manager.portal.count("POST", &path);
    manager.portal.front().hold(&[&format!("POST {path}")]);
    leave_steps::press_at_once(&manager, &grant(INES));
    manager.until_text("Enregistrement de votre décision…");
    manager.portal.front().let_pass();
    manager.until_text(HELD);
    assert_eq!(manager.portal.counted(), 1, "sent once");
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "approved"]);
}

fn a_reason_outlives_the_session(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    actions::press_button(&manager, &refuse(INES));
    actions::fill_in(&manager, REASON, WHY);
    leave_steps::until_asks_before_unload(&manager, true);
    session_steps::expire(&manager, &FR);
    manager.until_text("Ce que vous avez écrit est gardé, et rien n’est envoyé à votre place.");
    leave_steps::sign_in_again_to_a_dialog(&manager, &MANAGER);
    find::heading(&manager, "Refuser");
    actions::until_value(&manager, REASON, WHY);
    // And one that ends as it is sent.
    manager.portal.advance_clock(24 * 3600);
    actions::press_button(&manager, SEND);
    find::heading(&manager, FR.session_over);
    leave_steps::sign_in_again_to_a_dialog(&manager, &MANAGER);
    manager.until_text("Un refus attend d’être envoyé : la session avait pris fin.");
    actions::until_value(&manager, REASON, WHY);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked"]);
    actions::press_button(&manager, SEND);
    manager.until_text(REFUSED);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "refused"]);
    leave_steps::until_asks_before_unload(&manager, false);
}

fn a_grant_that_met_the_end_of_the_session_is_offered_again(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    manager.portal.advance_clock(24 * 3600);
    actions::press_button(&manager, &grant(INES));
    find::heading(&manager, FR.session_over);
    session_steps::sign_in_again(&manager, &MANAGER, &FR);
    manager.until_text("Un accord attend d’être envoyé : la session avait pris fin.");
    assert_eq!(deeds(&request(&manager, &ines)), ["asked"], "not by itself");
    actions::press_button(&manager, "Accorder");
    manager.until_text(HELD);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "approved"]);
    let gone = "return !document.body.textContent.includes('attend d’être envoyé')";
    manager.until_true("the offer gone", gone, &[]);
}
