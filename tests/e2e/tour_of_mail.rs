//! E-mail as it is read, on the tour: the list, what is done with several and a message, with what can fail of it.

use crate::actions::{self, AGENT};
use crate::find;
use crate::harness::page::Page;
use crate::mail_steps::{LIST, choose, follow_folder, follow_row};
use crate::tour::{Stop, stop};
use crate::words::Words;

const GUIDE: &str = "Relecture du guide d’accueil";
const TEAM: &str = "Point d’équipe de lundi";

/// A name that is read here, in the language of the words.
fn said(words: &Words, french: &'static str, english: &'static str) -> &'static str {
    if words.tag == Words::FRENCH.tag {
        french
    } else {
        english
    }
}

/// Opens the message of that subject, from what arrives.
fn open(page: &Page, words: &Words, subject: &str) {
    page.open(LIST);
    follow_row(page, subject);
    find::heading(page, said(words, "Texte du message", "Text of the message"));
}

/// The frame of the message has loaded.
fn until_framed(page: &Page) {
    page.until_true(
        "the message in its frame",
        "return !!document.querySelector('main iframe')",
        &[],
    );
}

/// From a login.
pub static STOPS: [Stop; 15] = [
    stop("home", |page, words| {
        page.open("/login");
        let agent = actions::sign_in_here(page, &AGENT, words);
        find::link(&agent, words.latest_month);
        agent.until_text(said(words, "8 messages non lus", "8 unread messages"));
    }),
    stop("mail", |page, words| {
        actions::follow(page, said(words, "Messagerie", "Email"));
        page.until_text(GUIDE);
    }),
    stop("mail-chosen", |page, words| {
        choose(page, GUIDE);
        choose(page, TEAM);
        find::button(page, said(words, "Archiver", "Archive"));
    }),
    stop("mail-moved", |page, words| {
        actions::press_button(page, said(words, "Archiver", "Archive"));
        find::button(page, said(words, "Annuler", "Undo"));
    }),
    stop("mail-refused", |page, words| {
        page.portal
            .spoil("PATCH", "/api/v1/mail/messages*", "status:500", 1);
        choose(page, "Badge oublié");
        actions::press_button(page, said(words, "Archiver", "Archive"));
        page.until_text(said(words, "Cela n’a pas abouti", "It could not be done"));
    }),
    stop("mail-none-unread", |page, words| {
        follow_folder(page, said(words, "Messages envoyés", "Sent"));
        actions::follow(page, said(words, "Non lus", "Unread"));
        page.until_text(said(
            words,
            "Aucun message non lu dans ce dossier.",
            "There is no unread message in this folder.",
        ));
    }),
    stop("mail-none-found", |page, words| {
        let search = said(words, "Rechercher dans ma messagerie", "Search my email");
        actions::fill_in(page, search, "licorne");
        page.until_text(said(
            words,
            "Aucun message ne correspond à cette recherche.",
            "No message matches this search.",
        ));
    }),
    stop("mail-failed", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/mail/messages", "status:500", 1);
        page.open(LIST);
        find::heading(page, words.unavailable);
        find::link(page, said(words, "Non lus", "Unread"));
    }),
    stop("mailmessage", |page, words| {
        open(page, words, "Campagne d’entretiens professionnels : dates");
        page.until_text("La campagne d’entretiens professionnels est ouverte");
    }),
    stop("mailmessage-warned", |page, words| {
        open(page, words, "URGENT : votre compte agent sera suspendu");
        until_framed(page);
    }),
    stop("mailmessage-attachment", |page, words| {
        open(page, words, "Journée des services : convocation et pièces");
        let open = said(
            words,
            "Ouvrir Salle du séminaire.jpg",
            "Open Salle du séminaire.jpg",
        );
        actions::press_button(page, open);
        find::heading(page, said(words, "Aperçu", "Preview"));
    }),
    stop("mailmessage-failed", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/mail/messages/*", "status:500", 1);
        page.reload();
        find::heading(page, words.unavailable);
    }),
    stop("mailmessage-missing", |page, words| {
        page.open("/space/mail/nowhere/nobody-s");
        find::heading(page, words.missing);
    }),
    stop("mail-trash", |page, words| {
        page.open(LIST);
        follow_folder(page, said(words, "Corbeille", "Trash"));
        page.until_text("Place de parking libre");
    }),
    stop("mail-deleting", |page, words| {
        choose(page, "Place de parking libre");
        let delete = said(words, "Supprimer définitivement", "Delete for good");
        actions::press_button(page, delete);
        page.until_text(said(
            words,
            "Supprimer définitivement ce message ?",
            "Delete this message for good?",
        ));
    }),
];
