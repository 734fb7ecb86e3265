//! Writing e-mail: to whom, with what, sent once whatever happens, taken back in time, and never lost on the way.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::leave_steps::{self, Elsewhere, OwnFile, is_sound, pdf, until_wrong};
use crate::mail_write_steps::{
    ADDRESSEE, ATTACHMENTS, BCC, CC, COMPOSE, COPIES, DRAFTS, FAILED, FILES, INCOMPLETE, MESSAGES,
    SAVED, SEND, SENT, SUBJECT, TEXT, TO, UNDO, WORDS, all_there, arrived, arrived_once, chosen,
    compose, let_go, open_compose, own, paste_lines, send, text, type_keys, until_chosen,
    until_saved, watch_keys, watched_keys, write,
};
use crate::words::Words;
use crate::{keys, session_steps};
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const MEGABYTE: usize = 1_000_000;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] mail_is_written_by_keyboard_alone_to_somebody_of_the_directory,
        [ByEngine] mail_whose_answer_is_lost_or_refused_is_sent_once,
        [ByEngine] mail_outlives_the_session_in_which_it_was_begun,
        [Nowhere] mail_is_taken_back_while_there_is_time,
        [Nowhere held] mail_sent_twice_at_once_is_sent_once,
        [Nowhere] mail_answers_and_passes_on_what_came,
        [Nowhere] files_of_mail_are_weighed_stopped_and_arrive_by_name,
        [Nowhere] a_draft_of_mail_is_found_again_and_two_hands_are_told_apart,
        [Nowhere] addresses_of_mail_are_pasted_mended_and_marked,
        [Nowhere] mail_that_is_written_leaves_no_trace,
    ]
}

/// The option that Enter would take is whole in sight, in a list that does not hold them all.
const ACTIVE_IN_SIGHT: &str = "const line = document.activeElement; const option = document.getElementById(line.getAttribute('aria-activedescendant')); if (!option) return false; const [own, list] = [option.getBoundingClientRect(), option.parentElement.getBoundingClientRect()]; return option.ariaSelected === 'true' && own.top >= list.top && own.bottom <= list.bottom && option.parentElement.scrollTop > 0";
const IS_OPEN: &str =
    "return document.activeElement.getAttribute('aria-expanded') === arguments[0]";

fn mail_is_written_by_keyboard_alone_to_somebody_of_the_directory(page: &Page) {
    const SUBJECT_WRITTEN: &str = "Planning de decembre";
    let agent = actions::sign_in(page, &AGENT);
    actions::follow(&agent, "Messagerie");
    find::heading(&agent, "Messagerie");
    actions::tab_to(&agent, "Nouveau message");
    agent.press(&[keys::ENTER]);
    agent.until_path(COMPOSE);
    find::with_focus(&agent, "Nouveau message");
    actions::tab_to(&agent, TO);
    type_keys(&agent, "ma");
    agent.until_true("the directory", IS_OPEN, &[json!("true")]);
    agent.press(&[keys::UP]);
    agent.until_true("the last of them in sight", ACTIVE_IN_SIGHT, &[]);
    checks::nothing(checks::axe::axe(&agent));
    agent.press(&[keys::ESCAPE]);
    agent.until_true("the list closed", IS_OPEN, &[json!("false")]);
    type_keys(&agent, "nager");
    agent.until_text("1 personne trouvée");
    agent.press(&[keys::DOWN]);
    agent.press(&[keys::ENTER]);
    chosen(&agent, "Manager Démo");
    actions::until_value(&agent, TO, "");
    actions::tab_to(&agent, SUBJECT);
    type_keys(&agent, SUBJECT_WRITTEN);
    actions::tab_to(&agent, TEXT);
    type_keys(&agent, "Le voici.");
    actions::tab_to(&agent, SEND);
    agent.press(&[keys::ENTER]);
    find::with_focus(&agent, SENT);
    find::button(&agent, UNDO);
    agent.until_text("D’ici là vous pouvez annuler l’envoi.");
    is_sound(&agent);
    assert_eq!(arrived(&agent, SUBJECT_WRITTEN).len(), 0, "it waits");
    let told = arrived_once(&agent, SUBJECT_WRITTEN);
    assert_eq!(told["text"], "Le voici.");
    assert_eq!(told["to"][0]["address"], ADDRESSEE);
    find::gone(&agent, find::Role::Button, UNDO);
    checks::nothing(checks::quiet_console(&agent));
}

fn mail_whose_answer_is_lost_or_refused_is_sent_once(page: &Page) {
    let agent = open_compose(page);
    write(&agent, "Réponse perdue");
    agent.portal.spoil("POST", MESSAGES, "after_commit_drop", 1);
    send(&agent);
    agent.until_text("vérification faite, le message est envoyé, une seule fois.");
    leave_steps::until_asks_before_unload(&agent, false);
    arrived_once(&agent, "Réponse perdue");
    // And what the portal could not take.
    actions::press_button(&agent, "Écrire un autre message");
    write(&agent, "Envoi en panne");
    watch_keys(&agent);
    agent.portal.spoil("POST", MESSAGES, "status:500", 1);
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, FAILED);
    all_there(&agent, "Envoi en panne");
    is_sound(&agent);
    send(&agent);
    let keys = watched_keys(&agent);
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert!(keys[0].is_string() && keys[0] == keys[1], "{keys:?}");
    arrived_once(&agent, "Envoi en panne");
}

fn mail_outlives_the_session_in_which_it_was_begun(page: &Page) {
    let agent = open_compose(page);
    write(&agent, "Session finie");
    session_steps::expire(&agent, &FR);
    agent.until_text("Ce que vous avez écrit est gardé, et rien n’est envoyé à votre place.");
    let held = "return document.documentElement.outerHTML.includes(arguments[0])";
    let held = agent.run(held, &[json!(WORDS)]);
    assert_eq!(held, false, "what was written is not in the page");
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_path(COMPOSE);
    all_there(&agent, "Session finie");
    // And one that ends as it is sent.
    until_saved(&agent);
    agent.portal.advance_clock(24 * 3600);
    actions::press_button(&agent, SEND);
    find::heading(&agent, FR.session_over);
    session_steps::sign_in_again(&agent, &AGENT, &FR);
    agent.until_text("Votre message n’est pas encore parti.");
    all_there(&agent, "Session finie");
    send(&agent);
    arrived_once(&agent, "Session finie");
    checks::nothing(checks::frame(&agent, &FR));
}

fn mail_is_taken_back_while_there_is_time(page: &Page) {
    let agent = open_compose(page);
    agent.portal.mail_waits(300);
    write(&agent, "Envoi annulé");
    actions::press_button(&agent, COPIES);
    find::with_focus(&agent, CC);
    actions::fill_in(&agent, CC, "direction.demo@ville.example");
    actions::fill_in(&agent, BCC, "adjoint.demo@ville.example");
    let file = OwnFile::new("Planning.pdf", &pdf(2_000));
    file.choose(&agent, FILES);
    agent.until_text("Fichier joint");
    send(&agent);
    actions::press_button(&agent, UNDO);
    agent.until_text("Envoi annulé : votre message est de nouveau un brouillon.");
    all_there(&agent, "Envoi annulé");
    chosen(&agent, "direction.demo@ville.example");
    chosen(&agent, "adjoint.demo@ville.example");
    agent.until_text("Planning.pdf");
    is_sound(&agent);
    agent.portal.advance_clock(400);
    assert_eq!(
        arrived(&agent, "Envoi annulé").len(),
        0,
        "it was taken back"
    );
    // The portal's time is over before the page knows.
    send(&agent);
    agent.portal.advance_clock(301);
    actions::press_button(&agent, UNDO);
    agent.until_text("Trop tard : le message est parti.");
    find::gone(&agent, find::Role::Button, UNDO);
    assert_eq!(arrived(&agent, "Envoi annulé").len(), 1);
}

fn mail_sent_twice_at_once_is_sent_once(page: &Page) {
    let agent = open_compose(page);
    write(&agent, "Deux clics");
    agent.portal.count("POST", MESSAGES);
    agent.portal.front().hold(&[&format!("POST {MESSAGES}")]);
    leave_steps::press_at_once(&agent, SEND);
    agent.until_text("Envoi du message…");
    actions::press_button(&agent, SEND);
    agent.portal.front().let_pass();
    find::with_focus(&agent, SENT);
    assert_eq!(agent.portal.counted(), 1, "sent once");
    arrived_once(&agent, "Deux clics");
}

fn mail_answers_and_passes_on_what_came(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let asked = own(&agent, "Re: Calendrier des permanences");
    compose(&agent, &format!("?reply={}", text(&asked["id"])));
    actions::until_value(&agent, SUBJECT, "Re\u{a0}: Calendrier des permanences");
    until_chosen(&agent, 1);
    chosen(&agent, &text(&asked["from"]["name"]));
    let quote = actions::value_of(&agent, TEXT);
    assert!(
        quote.contains(" a écrit\u{a0}:\n> Bonjour,\n>\n> Ça me va"),
        "{quote:?}"
    );
    is_sound(&agent);

    let all = own(&agent, "Exercice d’évacuation jeudi à 10 h");
    compose(&agent, &format!("?reply_all={}", text(&all["id"])));
    actions::until_value(
        &agent,
        SUBJECT,
        "Re\u{a0}: Exercice d’évacuation jeudi à 10 h",
    );
    chosen(&agent, "Cellule sécurité");
    // Everybody but who answers, and who asked for answers elsewhere.
    let everybody = [&all["to"], &all["cc"]]
        .into_iter()
        .filter_map(Value::as_array)
        .map(Vec::len)
        .sum::<usize>();
    until_chosen(&agent, everybody);
    let own_name = find::now(&agent, find::Role::Button, "Retirer Agent Démo");
    assert_eq!(own_name.ok().flatten(), None, "nobody answers themselves");

    let files = own(&agent, "Journée des services : convocation et pièces");
    compose(&agent, &format!("?forward={}", text(&files["id"])));
    let subject = "Tr\u{a0}: Journée des services : convocation et pièces";
    actions::until_value(&agent, SUBJECT, subject);
    until_chosen(&agent, 0);
    let carried = actions::value_of(&agent, TEXT);
    assert!(carried.contains("Message transféré"), "{carried:?}");
    agent.until_text("Convocation.pdf");
    actions::fill_in(&agent, TO, ADDRESSEE);
    send(&agent);
    let told = arrived_once(&agent, subject);
    assert_eq!(names(&told), names(&files));
}

/// The names of the files of a message.
fn names(message: &Value) -> Vec<&str> {
    let files = message["attachments"].as_array().into_iter().flatten();
    files.filter_map(|file| file["name"].as_str()).collect()
}

fn files_of_mail_are_weighed_stopped_and_arrive_by_name(page: &Page) {
    let agent = open_compose(page);
    write(&agent, "Deux fichiers");
    // Until it is stopped.
    agent.portal.spoil("POST", ATTACHMENTS, "delay:600000", 1);
    // What is too large is said, and does not leave the device.
    agent.portal.count("POST", ATTACHMENTS);
    let large = OwnFile::new("lourd.pdf", &pdf(25 * MEGABYTE + 1));
    large.choose(&agent, FILES);
    until_wrong(&agent, FILES, "lourd.pdf : ce fichier dépasse");
    assert_eq!(agent.portal.counted(), 0, "it was not sent");
    checks::nothing(checks::axe::axe(&agent));
    let plan = OwnFile::new("Plan d’accès – été.pdf", &pdf(2 * MEGABYTE));
    let note = OwnFile::new("note.txt", b"Bonjour.\n");
    plan.choose(&agent, FILES);
    agent.until_true(
        "how far it is",
        "const bar = document.querySelector('main progress'); return !!bar && bar.max > 2000000 && bar.value <= bar.max",
        &[],
    );
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, "Arrêter l’envoi Plan d’accès – été.pdf");
    agent.until_text("Fichier pas encore envoyé");
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, INCOMPLETE);
    agent.until_text("Une pièce jointe n’est pas arrivée");
    // It goes with the message as soon as it is there.
    note.choose(&agent, FILES);
    agent.until_text("Fichier joint");
    actions::press_button(&agent, "Envoyer le fichier Plan d’accès – été.pdf");
    send(&agent);
    let told = arrived_once(&agent, "Deux fichiers");
    assert_eq!(names(&told), ["Plan d’accès – été.pdf", "note.txt"]);
}

fn a_draft_of_mail_is_found_again_and_two_hands_are_told_apart(page: &Page) {
    let agent = open_compose(page);
    write(&agent, "Brouillon gardé");
    until_saved(&agent);
    // Another page of the portal knows nothing of this one's memory.
    let folders = leave_steps::told(&agent, "/api/v1/mail/folders");
    let folders = folders["folders"].as_array().into_iter().flatten();
    let drafts = folders.filter(|folder| folder["role"] == "drafts");
    let drafts: Vec<String> = drafts.map(|folder| text(&folder["id"])).collect();
    let listed = leave_steps::told(&agent, &format!("{MESSAGES}?folder={}", drafts[0]));
    let mut listed = listed["items"].as_array().into_iter().flatten();
    let draft = listed.find(|item| item["subject"] == "Brouillon gardé");
    let draft = text(&draft.expect("the draft")["draft"]);
    agent.open(&format!("/space/mail/{}", drafts[0]));
    agent.until_true(
        "the draft, by its subject, to be followed",
        "const found = Array.from(document.querySelectorAll('main li a')).find((link) => link.textContent.includes(arguments[0])); found?.click(); return !!found",
        &[json!("Brouillon gardé")],
    );
    agent.until_address(&format!("{COMPOSE}?draft={draft}"));
    all_there(&agent, "Brouillon gardé");

    let elsewhere = Elsewhere::sign_in(&agent, &AGENT);
    let path = format!("{DRAFTS}/{draft}");
    for (mine, theirs) in [("Ici", "Ailleurs"), ("Ici encore", "Ailleurs encore")] {
        agent.at(mine);
        elsewhere.change(&path, &json!({ "subject": theirs }));
        actions::fill_in(&agent, SUBJECT, mine);
        find::heading(&agent, "Ce brouillon a été modifié ailleurs");
        actions::until_value(&agent, SUBJECT, mine);
        is_sound(&agent);
        if mine == "Ici" {
            actions::press_button(&agent, "Prendre l’autre version");
            actions::until_value(&agent, SUBJECT, theirs);
        } else {
            actions::press_button(&agent, "Garder ma version");
            actions::until_value(&agent, SUBJECT, mine);
            until_saved(&agent);
            assert_eq!(elsewhere.told(&path)["subject"], mine);
        }
    }
    actions::press_button(&agent, "Supprimer le brouillon");
    actions::press_button(&agent, "Supprimer");
    agent.until_text("Brouillon supprimé.");
}

fn addresses_of_mail_are_pasted_mended_and_marked(page: &Page) {
    let agent = open_compose(page);
    // One that is pasted whole, with what separates it from the next, leaves an empty line.
    leave_steps::paste(&agent, TO, "a@ville.example,");
    chosen(&agent, "a@ville.example");
    actions::until_value(&agent, TO, "");
    paste_lines(
        &agent,
        TO,
        "Camille Bernard <camille.bernard@ville.example>\r\nb@ville.example; c@ville.example\nd@ville.example",
    );
    until_chosen(&agent, 5);
    chosen(&agent, "Camille Bernard");
    let no_one_outside = "return !document.body.textContent.includes('hors de l’organisation')";
    agent.until_true("nobody is outside", no_one_outside, &[]);
    actions::fill_in(&agent, TO, "olivier.faure@cabinet-faure.example");
    actions::enter(&agent, SUBJECT);
    agent.until_text("Un destinataire est hors de l’organisation.");
    // What the line has to say moves the button only after the click that leaves it.
    actions::fill_in(&agent, TO, "sans.arobase");
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, INCOMPLETE);
    until_wrong(&agent, TO, "tapez son adresse complète");
    is_sound(&agent);
    actions::follow(
        &agent,
        "À (destinataires) : complétez ou effacez ce qui n’est pas une adresse.",
    );
    find::with_focus(&agent, TO);
    agent.press(&[keys::END]);
    for _ in "sans.arobase".chars() {
        agent.press(&[keys::BACKSPACE]);
    }
    actions::until_value(&agent, TO, "");
    // Backspace in the empty line leads to the last, who goes by another.
    agent.press(&[keys::BACKSPACE]);
    find::with_focus(&agent, "Retirer olivier.faure@cabinet-faure.example");
    agent.press(&[keys::BACKSPACE]);
    find::with_focus(&agent, TO);
    agent.until_true("nobody is outside", no_one_outside, &[]);
    actions::press_button(&agent, SEND);
    find::with_focus(&agent, "L’objet est vide. Envoyer le message ainsi ?");
    is_sound(&agent);
    actions::press_button(&agent, "Envoyer sans objet");
    find::with_focus(&agent, SENT);
}

fn mail_that_is_written_leaves_no_trace(page: &Page) {
    let agent = open_compose(page);
    let personal = traces::Personal::of(&agent);
    write(&agent, "Objet secret");
    until_saved(&agent);
    let kept = || {
        let places = "return [document.title, location.href, JSON.stringify(history.state), window.name, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()].join(' ')";
        let places = agent.run(places, &[]).to_string();
        for word in ["secret", "planning", "manager", "Brouillon"] {
            assert!(!places.contains(word), "{places}");
        }
        checks::nothing(traces::nothing_personal_kept(&agent, &personal));
        checks::nothing(checks::quiet_console(&agent));
    };
    kept();
    agent.until_text(SAVED);
    send(&agent);
    let_go(&agent);
    kept();
}
