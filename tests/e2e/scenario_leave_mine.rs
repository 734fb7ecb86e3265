//! One's own leave: found, read, cancelled once, taken to a calendar, copied; and what somebody else did meanwhile.

use crate::actions::{self, AGENT, MANAGER, SignedInAgent};
use crate::checks::{self, traces};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::leave_steps::{
    self, ASKING, DIRECTION, Elsewhere, GRANTED, ONE, REFUSED, REQUESTS, WAITING, deeds, request,
    until_balance,
};
use crate::scenario_take_away::{ARRIVED, take};
use crate::session_steps;
use crate::words::Words;

const FR: Words = Words::FRENCH;
const CANCEL: &str = "Annuler la demande";
const CANCEL_TITLE: &str = "Annuler cette demande ?";
const CANCEL_CONFIRM: &str = "Oui, annuler la demande";
const CANCELLED: &str = "La demande a bien été annulée";
const ASK_CANCELLATION: &str = "Demander l’annulation";
const CANCELLATION_REASON: &str = "Motif (facultatif)";
const SEND_CANCELLATION: &str = "Envoyer la demande d’annulation";
const CANCELLATION_ASKED: &str = "L’annulation a bien été demandée";
const CHANGED: &str = "Cette demande a changé entre-temps";
const CALENDAR_FILE: &str = "Ajouter à mon agenda (.ics)";
const COPY: &str = "Copier dans une nouvelle demande";
const LAST_YEAR_S: &str = "Congés annuels 2025";
const THIS_YEAR_S: &str = "Congés annuels 2026";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine held] a_request_that_waits_is_cancelled_once_and_its_days_come_back,
        [Nowhere] who_keeps_a_request_changes_nothing,
        [ByEngine] a_granted_leave_is_cancelled_at_two_levels,
        [ByEngine] a_cancellation_whose_answer_is_lost_is_found_to_be_made,
        [Nowhere] a_cancellation_that_is_lost_is_found_not_to_be_made,
        [Nowhere] a_request_that_was_decided_meanwhile_is_not_cancelled,
        [ByEngine] a_reason_outlives_the_session_and_is_sent_once,
        [ByEngine downloads] a_leave_is_taken_to_a_calendar,
        [Nowhere] a_shared_device_takes_nothing_to_a_calendar,
        [Nowhere] a_request_is_copied_to_a_new_one,
        [Nowhere] a_refusal_says_why,
        [Nowhere] requests_of_nobody_and_of_others_are_missed_calmly,
        [Nowhere] what_is_chosen_of_leave_stands_in_the_address,
        [Nowhere] leave_stands_on_the_home_page_and_in_the_journal,
    ]
}

fn a_request_that_waits_is_cancelled_once_and_its_days_come_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    leave_steps::open_leave(&agent);
    until_balance(&agent, LAST_YEAR_S, ["25", "20,5", "3", "1,5"]);
    until_balance(&agent, THIS_YEAR_S, ["25", "18", "0,5", "6,5"]);
    let id = leave_steps::open(&agent, WAITING);
    agent.until_text("En attente du 1er niveau de validation sur 2.");
    agent.portal.count("DELETE", ONE);
    actions::press_button(&agent, CANCEL);
    find::heading(&agent, CANCEL_TITLE);
    checks::nothing(checks::axe::axe(&agent));
    agent
        .portal
        .front()
        .hold(&[&format!("DELETE {REQUESTS}/{id}")]);
    leave_steps::press_at_once(&agent, CANCEL_CONFIRM);
    agent.until_text("Envoi en cours…");
    agent.portal.front().let_pass();
    find::heading(&agent, CANCELLED);
    find::with_focus(&agent, CANCELLED);
    session_steps::until_no_dialog(&agent);
    assert_eq!(agent.portal.counted(), 1, "sent once");
    find::gone(&agent, Role::Button, CANCEL);
    agent.until_text("La demande est annulée : ces jours ne sont pas décomptés.");
    let now = request(&agent, &id);
    assert_eq!(now["state"], "cancelled");
    assert_eq!(deeds(&now), ["asked", "cancelled"]);
    leave_steps::is_sound(&agent);
    actions::follow(&agent, FR.leave.all_leave);
    until_balance(&agent, LAST_YEAR_S, ["25", "20,5", "0", "4,5"]);
    until_balance(&agent, THIS_YEAR_S, ["25", "18", "0", "7"]);
    checks::nothing(checks::quiet_console(&agent));
}

fn who_keeps_a_request_changes_nothing(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = leave_steps::open(&agent, WAITING);
    agent.portal.count("DELETE", ONE);
    actions::press_button(&agent, CANCEL);
    actions::press_button(&agent, "Non, la garder");
    session_steps::until_no_dialog(&agent);
    // Back on the button.
    find::with_focus(&agent, CANCEL);
    actions::press_button(&agent, CANCEL);
    find::heading(&agent, CANCEL_TITLE);
    agent.press(&[crate::keys::ESCAPE]);
    session_steps::until_no_dialog(&agent);
    find::with_focus(&agent, CANCEL);
    assert_eq!(agent.portal.counted(), 0);
    assert_eq!(request(&agent, &id)["state"], "pending");
}

/// Opens what was granted and writes why it is not wanted any more.
fn write_cancellation(agent: &SignedInAgent<'_>) -> String {
    let id = leave_steps::open(agent, GRANTED);
    agent.until_text("Le congé est accordé.");
    actions::press_button(agent, ASK_CANCELLATION);
    find::heading(agent, "Demander l’annulation de ce congé ?");
    actions::fill_in(agent, CANCELLATION_REASON, "Réunion déplacée.");
    id
}

fn a_granted_leave_is_cancelled_at_two_levels(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = write_cancellation(&agent);
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, SEND_CANCELLATION);
    find::heading(&agent, CANCELLATION_ASKED);
    find::with_focus(&agent, CANCELLATION_ASKED);
    // Nothing says that it is done.
    agent.until_text("L’annulation attend le 1er niveau de validation sur 2.");
    agent.until_text("D’ici là, le congé reste accordé.");
    agent.until_text("Motif : Réunion déplacée.");
    find::gone(&agent, Role::Button, ASK_CANCELLATION);
    assert_eq!(request(&agent, &id)["state"], "cancellation_pending");
    Elsewhere::sign_in(&agent, &MANAGER).decide(&id, "approve", "");
    agent.reload();
    agent.until_text("L’annulation attend le 2e niveau de validation sur 2.");
    Elsewhere::sign_in(&agent, &DIRECTION).decide(&id, "approve", "");
    agent.reload();
    agent.until_text("La demande est annulée : ces jours ne sont pas décomptés.");
    let steps = "return Array.from(document.querySelectorAll('main ol > li'), (step) => step.innerText.replace(/[\\s\\u00a0\\u202f]+/g, ' '))";
    let steps = checks::strings(&agent.run(steps, &[]));
    let told = [
        ("Congé demandé", "par Agent Démo"),
        ("Validé, niveau 1 sur 2", "par Manager Démo"),
        ("Validé, niveau 2 sur 2", "par Direction Démo"),
        ("Annulation demandée", "par Agent Démo"),
        ("Annulation acceptée, niveau 1 sur 2", "par Manager Démo"),
        ("Annulation acceptée, niveau 2 sur 2", "par Direction Démo"),
    ];
    assert_eq!(steps.len(), told.len(), "{steps:?}");
    for (step, (what, who)) in steps.iter().zip(told) {
        assert!(step.contains(what) && step.contains(who), "{step}");
    }
    actions::follow(&agent, FR.leave.all_leave);
    until_balance(&agent, THIS_YEAR_S, ["25", "13,5", "0,5", "11"]);
}

fn a_cancellation_whose_answer_is_lost_is_found_to_be_made(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = leave_steps::open(&agent, WAITING);
    agent.portal.spoil("DELETE", ONE, "after_commit_drop", 1);
    actions::press_button(&agent, CANCEL);
    actions::press_button(&agent, CANCEL_CONFIRM);
    find::heading(&agent, CANCELLED);
    agent.until_text("Vérification faite, c’est bien enregistré, une seule fois.");
    assert_eq!(deeds(&request(&agent, &id)), ["asked", "cancelled"]);
    checks::nothing(checks::axe::axe(&agent));
}

fn a_cancellation_that_is_lost_is_found_not_to_be_made(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = leave_steps::open(&agent, WAITING);
    agent.portal.spoil("DELETE", ONE, "drop", 1);
    actions::press_button(&agent, CANCEL);
    actions::press_button(&agent, CANCEL_CONFIRM);
    agent.until_text("la demande n’a pas été annulée : réessayez.");
    assert_eq!(request(&agent, &id)["state"], "pending");
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, CANCEL_CONFIRM);
    find::heading(&agent, CANCELLED);
    assert_eq!(deeds(&request(&agent, &id)), ["asked", "cancelled"]);
}

fn a_request_that_was_decided_meanwhile_is_not_cancelled(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = leave_steps::open(&agent, WAITING);
    actions::press_button(&agent, CANCEL);
    find::heading(&agent, CANCEL_TITLE);
    Elsewhere::sign_in(&agent, &MANAGER).decide(&id, "approve", "");
    Elsewhere::sign_in(&agent, &DIRECTION).decide(&id, "approve", "");
    actions::press_button(&agent, CANCEL_CONFIRM);
    find::heading(&agent, CHANGED);
    find::with_focus(&agent, CHANGED);
    agent.until_text("Rien n’a été envoyé. Son état est maintenant : Accordé.");
    session_steps::until_no_dialog(&agent);
    find::button(&agent, ASK_CANCELLATION);
    find::gone(&agent, Role::Button, CANCEL);
    assert_eq!(
        deeds(&request(&agent, &id)),
        ["asked", "approved", "approved"]
    );
    leave_steps::is_sound(&agent);
}

fn a_reason_outlives_the_session_and_is_sent_once(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = write_cancellation(&agent);
    // The page does not know it yet.
    agent.portal.advance_clock(24 * 3600);
    actions::press_button(&agent, SEND_CANCELLATION);
    find::heading(&agent, FR.session_over);
    leave_steps::sign_in_again_to_a_dialog(&agent, &AGENT);
    agent.until_text("La session avait pris fin : rien n’a été envoyé.");
    actions::until_value(&agent, CANCELLATION_REASON, "Réunion déplacée.");
    assert_eq!(request(&agent, &id)["state"], "approved");
    actions::press_button(&agent, SEND_CANCELLATION);
    find::heading(&agent, CANCELLATION_ASKED);
    let now = request(&agent, &id);
    assert_eq!(
        deeds(&now),
        ["asked", "approved", "approved", "cancellation_asked"]
    );
    assert_eq!(now["trail"][3]["reason"], "Réunion déplacée.");
    leave_steps::until_asks_before_unload(&agent, false);
}

fn a_leave_is_taken_to_a_calendar(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let id = leave_steps::open(&agent, GRANTED);
    take(&agent, CALENDAR_FILE);
    agent.until_text(ARRIVED);
    let file = format!("{REQUESTS}/{id}/ics");
    let bytes = agent.portal.file(&file, &traces::cookie_header(&agent));
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    for line in [
        "DTSTART;VALUE=DATE:20270215",
        "DTEND;VALUE=DATE:20270220",
        "END:VCALENDAR",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert_eq!(agent.until_downloaded(&bytes), "conge-2027-02-15.ics");
    leave_steps::is_sound(&agent);
}

fn a_shared_device_takes_nothing_to_a_calendar(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    leave_steps::open(&agent, GRANTED);
    find::link(&agent, COPY);
    find::button(&agent, ASK_CANCELLATION);
    let offered = find::now(&agent, Role::Button, CALENDAR_FILE);
    assert_eq!(offered.ok().flatten(), None, "nothing is kept here");
}

fn a_request_is_copied_to_a_new_one(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let before = leave_steps::requests(&agent);
    leave_steps::open(&agent, WAITING);
    actions::follow(&agent, COPY);
    agent.until_path(ASKING);
    agent.until_text("Repris de votre congé : du 28 décembre 2026 au 4 janvier 2027 à midi.");
    actions::until_value(&agent, FR.leave.first_day, "");
    actions::until_value(
        &agent,
        FR.leave.comment,
        "Je reste joignable le lundi matin.",
    );
    leave_steps::until_ticked(&agent, "Congés annuels");
    leave_steps::until_ticked(&agent, FR.leave.ends_noon);
    actions::fill_in(&agent, FR.leave.first_day, "22/03/2027");
    actions::enter(&agent, FR.leave.last_day);
    actions::until_value(&agent, FR.leave.last_day, "29/03/2027");
    leave_steps::none_more(&agent, &before);
    // What was begun is not replaced unasked.
    leave_steps::open(&agent, GRANTED);
    actions::follow(&agent, COPY);
    agent.until_text("Vous avez déjà commencé une demande");
    actions::press_button(&agent, "Garder ma demande commencée");
    actions::until_value(&agent, FR.leave.first_day, "22/03/2027");
}

fn a_refusal_says_why(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    leave_steps::open(&agent, REFUSED);
    agent.until_text("La demande a été refusée : ces jours ne sont pas décomptés.");
    agent.until_text("Motif : Le justificatif ne correspond pas à l’événement.");
    agent.until_text("par Manager Démo");
    find::heading(&agent, "Pièce jointe");
    for button in [CANCEL, ASK_CANCELLATION, CALENDAR_FILE] {
        let offered = find::now(&agent, Role::Button, button);
        assert_eq!(offered.ok().flatten(), None, "{button}");
    }
    agent.until_true(
        "what was attached, in its frame",
        "return !!document.querySelector('main iframe')",
        &[],
    );
    leave_steps::is_sound(&agent);
    checks::nothing(checks::quiet_console(&agent));
}

fn requests_of_nobody_and_of_others_are_missed_calmly(page: &Page) {
    let theirs = Elsewhere::sign_in(page, &MANAGER).waiting("Inès Moreau", "2026-12-03");
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for id in [theirs.as_str(), "nobody-s", "%3Cb%3E", "%E2%80%AE"] {
        agent.at(id);
        agent.open(&format!("/space/leave/{id}"));
        find::heading(&agent, FR.missing);
        let text = agent.text();
        assert!(!text.contains("Inès"), "{text}");
    }
    leave_steps::is_sound(&agent);
}

fn what_is_chosen_of_leave_stands_in_the_address(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    leave_steps::open_leave(&agent);
    let links = "return Array.from(document.querySelectorAll('main li a[href^=\"/space/leave/\"]')).filter((link) => !link.closest('details')).length";
    agent.until_returns("the requests", links, &[], 13);
    actions::follow(&agent, "Refusé");
    agent.until_returns("the requests", links, &[], 1);
    agent.until_address("/space/leave?state=refused");
    actions::follow(&agent, "2025");
    agent.until_text("Aucune demande ne correspond à ces choix.");
    agent.until_address("/space/leave?year=2025&state=refused");
    actions::follow(&agent, "Tous les états");
    agent.until_returns("the requests", links, &[], 2);
    agent.reload();
    agent.until_returns("the requests", links, &[], 2);
    agent.until_address("/space/leave?year=2025");
    actions::follow(&agent, "Année suivante, 2027");
    find::heading(&agent, "Mon année 2027");
    agent.until_address("/space/leave?year=2025&calendar=2027");
    actions::unfold(&agent, "La même année, mois par mois");
    agent.until_text("Lundi de Pâques");
    agent.back();
    find::heading(&agent, "Mon année 2026");
    agent.open("/space/leave?year=gold&state=%3Cb%3E&calendar=-1");
    agent.until_returns("the requests", links, &[], 13);
    find::heading(&agent, "Mon année 2026");
    leave_steps::is_sound(&agent);
    checks::nothing(checks::quiet_console(&agent));
}

fn leave_stands_on_the_home_page_and_in_the_journal(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.until_text("Il vous reste");
    agent.until_text("Prochaine absence");
    actions::follow(&agent, "RTT, le 10 décembre 2026");
    find::heading(&agent, FR.leave.trail);
    let id = leave_steps::open(&agent, WAITING);
    actions::press_button(&agent, CANCEL);
    actions::press_button(&agent, CANCEL_CONFIRM);
    find::with_focus(&agent, CANCELLED);
    actions::follow(&agent, FR.activity);
    agent.until_text("Demande de congé annulée");
    actions::follow(
        &agent,
        "Congés annuels du 28 décembre 2026 au 4 janvier 2027",
    );
    find::heading(&agent, FR.leave.trail);
    agent.until_path(&format!("/space/leave/{id}"));
    checks::nothing(checks::quiet_console(&agent));
}
