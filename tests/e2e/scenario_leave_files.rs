//! What is to stand with a request: looked at before it is sent, stopped and sent again, and there as it was chosen.

use crate::checks::traces;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::leave_steps::{
    self, OwnFile, REQUESTS, choose_days, is_sound, none_more, one_more, pdf, requests, until_wrong,
};
use crate::scenario_leave_ask::{DONE, SEND, open_form};
use crate::words::Words;
use crate::{actions, checks, session_steps};

const FR: Words = Words::FRENCH;
const SPECIAL: &str = FR.leave.special;
const PROOF: &str = FR.leave.proof;
const ATTACHMENTS: &str = "/api/v1/leave/attachments";
const STOP: &str = "Arrêter l’envoi";
const STOPPED: &str = "Fichier pas encore envoyé";
const AGAIN: &str = "Envoyer le fichier";
const REMOVE: &str = "Retirer le fichier";
const MEGABYTE: usize = 1_000_000;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_file_is_stopped_sent_again_and_stands_with_the_request,
        [Nowhere] a_file_that_does_not_arrive_is_sent_once_more,
        [ByEngine] a_file_that_is_not_taken_is_told_at_its_field,
        [Nowhere] a_file_that_is_missing_is_told_at_its_field,
        [Nowhere] a_file_outlives_the_session,
    ]
}

/// The bytes of what was attached to a request.
fn attached(page: &Page, id: &str) -> Vec<u8> {
    let path = format!("{REQUESTS}/{id}/attachment?for=view");
    page.portal.file(&path, &traces::cookie_header(page))
}

/// What can be asked for on a day on which the agent is there.
fn choose_special(page: &Page) {
    choose_days(page, SPECIAL, ("15/12/2026", "15/12/2026"), "1 jour");
}

fn a_file_is_stopped_sent_again_and_stands_with_the_request(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    choose_special(&agent);
    let bytes = pdf(2 * MEGABYTE);
    let file = OwnFile::new("Acte de mariage – Agent Démo.pdf", &bytes);
    // Until it is stopped.
    agent.portal.spoil("POST", ATTACHMENTS, "delay:600000", 1);
    file.choose(&agent, PROOF);
    agent.until_text("Envoi du fichier…");
    let progress = "const bar = document.querySelector('main progress'); return !!bar && bar.max > 2000000 && bar.value <= bar.max";
    agent.until_true("how far it is", progress, &[]);
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, STOP);
    agent.until_text(STOPPED);
    // Nothing is sent without it.
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, FR.files.request_incomplete);
    agent.until_text("Le fichier n’est pas encore envoyé");
    none_more(&agent, &before);
    actions::press_button(&agent, AGAIN);
    agent.until_text(FR.leave.attached);
    is_sound(&agent);
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, DONE);
    let made = one_more(&agent, &before);
    let id = made["id"].as_str().unwrap_or_default();
    assert!(
        attached(&agent, id) == bytes,
        "it is the file as it was chosen"
    );
    let whole = leave_steps::request(&agent, id);
    assert_eq!(whole["attachment"]["media_type"], "application/pdf");
    assert_eq!(whole["attachment"]["size"], bytes.len());
    // Its name went nowhere.
    assert!(!whole.to_string().contains("mariage"), "{whole}");
    actions::follow(&agent, "Voir cette demande");
    find::heading(&agent, "Pièce jointe");
    agent.until_true(
        "the file in its frame",
        "return !!document.querySelector('main iframe')",
        &[],
    );
    checks::nothing(checks::quiet_console(&agent));
}

fn a_file_that_does_not_arrive_is_sent_once_more(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    choose_special(&agent);
    let bytes = pdf(1_000);
    let file = OwnFile::new("acte.pdf", &bytes);
    agent.portal.spoil("POST", ATTACHMENTS, "status:500", 1);
    file.choose(&agent, PROOF);
    agent.until_text("Le fichier n’est pas arrivé");
    checks::nothing(checks::axe::axe(&agent));
    // And one that has arrived, of which the answer is lost: it is the same file.
    agent
        .portal
        .spoil("POST", ATTACHMENTS, "after_commit_drop", 1);
    actions::press_button(&agent, AGAIN);
    agent.until_text("Le fichier n’est pas arrivé");
    actions::press_button(&agent, AGAIN);
    agent.until_text(FR.leave.attached);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    let made = one_more(&agent, &before);
    assert!(attached(&agent, made["id"].as_str().unwrap_or_default()) == bytes);
}

fn a_file_that_is_not_taken_is_told_at_its_field(page: &Page) {
    let agent = open_form(page);
    choose_special(&agent);
    agent.portal.count("POST", ATTACHMENTS);
    let files = [
        (
            OwnFile::new("acte.pdf", b"Bonjour, ceci est un texte.\n"),
            "Ce fichier n’est pas d’un type accepté",
        ),
        (OwnFile::new("vide.pdf", b""), "Ce fichier est vide"),
        (
            OwnFile::new(
                "page.png",
                b"<!DOCTYPE html><html><script>top.ran = 1</script></html>",
            ),
            "Ce fichier n’est pas d’un type accepté",
        ),
        (
            OwnFile::new("lourd.pdf", &pdf(5 * MEGABYTE + 1)),
            "Ce fichier est trop lourd",
        ),
    ];
    for (file, why) in &files {
        agent.at(why);
        file.choose(&agent, PROOF);
        until_wrong(&agent, PROOF, why);
    }
    checks::nothing(checks::axe::axe(&agent));
    assert_eq!(agent.portal.counted(), 0, "nothing was sent");
    // One that is taken, and taken away again.
    let file = OwnFile::new("acte.pdf", &pdf(1_000));
    file.choose(&agent, PROOF);
    agent.until_text(FR.leave.attached);
    assert_eq!(agent.portal.counted(), 1);
    actions::press_button(&agent, REMOVE);
    find::field(&agent, PROOF);
    // The other fields stayed.
    actions::until_value(&agent, FR.leave.first_day, "15/12/2026");
    assert_eq!(
        agent.run("return window.ran ?? null", &[]),
        serde_json::Value::Null
    );
}

fn a_file_that_is_missing_is_told_at_its_field(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    choose_special(&agent);
    agent.portal.count("POST", REQUESTS);
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, FR.files.request_incomplete);
    until_wrong(&agent, PROOF, "Joignez le justificatif");
    actions::follow(&agent, "Joignez le justificatif : ce congé en demande un.");
    agent.until_true(
        "the focus in the field",
        "return document.activeElement.type === 'file'",
        &[],
    );
    assert_eq!(agent.portal.counted(), 0);
    none_more(&agent, &before);
    is_sound(&agent);
    // A kind that takes none asks for none.
    choose_days(
        &agent,
        FR.leave.annual,
        ("15/12/2026", "15/12/2026"),
        "1 jour",
    );
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
}

fn a_file_outlives_the_session(page: &Page) {
    let agent = open_form(page);
    let before = requests(&agent);
    choose_special(&agent);
    let bytes = pdf(1_000);
    let file = OwnFile::new("acte.pdf", &bytes);
    // The page does not know it yet.
    agent.portal.advance_clock(24 * 3600);
    file.choose(&agent, PROOF);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &actions::AGENT, &FR);
    agent.until_text("acte.pdf");
    actions::press_button(&agent, AGAIN);
    agent.until_text(FR.leave.attached);
    actions::press_button(&agent, SEND);
    find::heading(&agent, DONE);
    let made = one_more(&agent, &before);
    assert!(attached(&agent, made["id"].as_str().unwrap_or_default()) == bytes);
}
