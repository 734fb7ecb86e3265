//! Ways through writing e-mail, and where it arrives; knows the portal by its labels and its contract only.

use crate::actions::{self, AGENT, MANAGER, SignedInAgent};
use crate::find;
use crate::harness::page::Page;
use crate::leave_steps::{self, Elsewhere};
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;

/// The page.
pub const COMPOSE: &str = "/space/mail/compose";
/// The messages, in the contract: sending one, too.
pub const MESSAGES: &str = "/api/v1/mail/messages";
/// The drafts, in the contract.
pub const DRAFTS: &str = "/api/v1/mail/drafts";
/// Files on their way.
pub const ATTACHMENTS: &str = "/api/v1/mail/attachments";

pub const TO: &str = FR.mail_writing.to;
pub const CC: &str = "Cc (copie)";
pub const BCC: &str = "Cci (copie cachée)";
pub const SUBJECT: &str = FR.mail_writing.subject;
pub const TEXT: &str = "Message";
pub const FILES: &str = "Pièces jointes";
pub const SEND: &str = FR.mail_writing.send;
pub const SENT: &str = FR.mail_writing.sent;
pub const FAILED: &str = FR.mail_writing.failed;
pub const INCOMPLETE: &str = FR.mail_writing.incomplete;
pub const UNDO: &str = "Annuler l’envoi";
pub const COPIES: &str = "Ajouter Cc et Cci";
pub const SAVED: &str = "Brouillon enregistré à";

/// Who gets what is written.
pub const ADDRESSEE: &str = "manager.demo@ville.example";
/// What is written.
pub const WORDS: &str = "Bonjour, voici le planning de décembre.";

/// Signs in and opens an empty message.
#[track_caller]
pub fn open_compose(page: &Page) -> SignedInAgent<'_> {
    let agent = actions::sign_in(page, &AGENT);
    compose(&agent, "");
    agent
}

/// Opens the form with that query, or without one.
#[track_caller]
pub fn compose(page: &Page, query: &str) {
    page.open(&format!("{COMPOSE}{query}"));
    find::button(page, SEND);
}

/// Writes a whole message to the addressee.
#[track_caller]
pub fn write(page: &Page, subject: &str) {
    actions::fill_in(page, TO, ADDRESSEE);
    actions::fill_in(page, SUBJECT, subject);
    actions::fill_in(page, TEXT, WORDS);
    chosen(page, ADDRESSEE);
}

/// Everything that [`write`] wrote is there.
#[track_caller]
pub fn all_there(page: &Page, subject: &str) {
    chosen(page, ADDRESSEE);
    actions::until_value(page, TO, "");
    actions::until_value(page, SUBJECT, subject);
    actions::until_value(page, TEXT, WORDS);
}

/// Somebody is among those whom it goes to, by the name that they are shown by.
#[track_caller]
pub fn chosen(page: &Page, name: &str) {
    find::button(page, &format!("Retirer {name}"));
}

/// How many people it goes to, in all fields.
#[track_caller]
pub fn until_chosen(page: &Page, count: usize) {
    page.until_returns(
        "how many people are chosen",
        "return Array.from(document.querySelectorAll('form li button')).filter((button) => button.id.includes('-remove-')).length",
        &[],
        count,
    );
}

/// Sends it, and waits until that is told.
#[track_caller]
pub fn send(page: &Page) {
    actions::press_button(page, SEND);
    find::with_focus(page, SENT);
}

/// Types, key by key, into what has the focus.
#[track_caller]
pub fn type_keys(page: &Page, text: &str) {
    for letter in text.chars() {
        page.press(&[letter]);
    }
}

/// Lets the time pass in which a message can be taken back.
pub fn let_go(page: &Page) {
    page.portal.advance_clock(11);
}

/// What the manager has with that subject, each whole.
#[track_caller]
pub fn arrived(page: &Page, subject: &str) -> Vec<Value> {
    let manager = Elsewhere::sign_in(page, &MANAGER);
    let all = manager.told(MESSAGES);
    let items = all["items"].as_array().into_iter().flatten();
    let of_it = items.filter(|item| item["subject"] == subject);
    of_it
        .map(|item| manager.told(&format!("{MESSAGES}/{}", text(&item["id"]))))
        .collect()
}

/// The manager has it, once, and it is told.
#[track_caller]
pub fn arrived_once(page: &Page, subject: &str) -> Value {
    let_go(page);
    let mut all = arrived(page, subject);
    assert_eq!(all.len(), 1, "{subject:?} arrived: {all:?}");
    all.remove(0)
}

/// The agent's own message with that subject, in the inbox.
#[track_caller]
pub fn own(page: &Page, subject: &str) -> Value {
    let all = leave_steps::told(page, MESSAGES);
    let mut items = all["items"].as_array().into_iter().flatten();
    let found = items.find(|item| item["subject"] == subject);
    let id = text(&found.unwrap_or_else(|| panic!("no {subject:?} in {all}"))["id"]);
    leave_steps::told(page, &format!("{MESSAGES}/{id}"))
}

/// A JSON text.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Waits until the page says that the draft is saved as it stands.
#[track_caller]
pub fn until_saved(page: &Page) {
    page.until_text(SAVED);
    leave_steps::until_asks_before_unload(page, false);
}

/// Puts several lines into a field, as pasting does.
#[track_caller]
pub fn paste_lines(page: &Page, label: &str, lines: &str) {
    actions::enter(page, label);
    let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, dataType: 'text/plain', data: arguments[0], bubbles: true, cancelable: true }))";
    page.run(paste, &[json!(lines)]);
}

/// Remembers the idempotency key of each sending from now on.
pub fn watch_keys(page: &Page) {
    let watch = "const send = window.fetch; window.sentKeys = []; window.fetch = (request, ...more) => { if (request.method === 'POST' && request.url?.endsWith(arguments[0])) window.sentKeys.push(request.headers.get('idempotency-key')); return send(request, ...more); }";
    page.run(
        &watch.replace("arguments[0]", &json!(MESSAGES).to_string()),
        &[],
    );
}

/// The keys that were remembered.
pub fn watched_keys(page: &Page) -> Vec<Value> {
    let keys = page.run("return window.sentKeys", &[]);
    keys.as_array().cloned().unwrap_or_default()
}
