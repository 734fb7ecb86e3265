//! Writing e-mail on the tour: the form, what the directory offers, what is missing, what failed and what was sent.

use crate::actions::{self, AGENT};
use crate::find;
use crate::mail_write_steps::{COMPOSE, MESSAGES};
use crate::tour::{Stop, stop};

/// From a login to a message that is sent.
pub static STOPS: [Stop; 5] = [
    stop("compose", |page, words| {
        page.open("/login");
        let agent = actions::sign_in_here(page, &AGENT, words);
        find::link(&agent, words.latest_month);
        agent.open(COMPOSE);
        find::button(&agent, words.mail_writing.send);
    }),
    stop("compose-incomplete", |page, words| {
        actions::fill_in(page, words.mail_writing.to, "sans.arobase");
        actions::press_button(page, words.mail_writing.send);
        find::heading(page, words.mail_writing.incomplete);
    }),
    stop("compose-suggestions", |page, words| {
        actions::fill_in(page, words.mail_writing.to, "direction");
        page.until_true(
            "whom the directory offers",
            "return document.querySelectorAll('[role=option]').length > 5",
            &[],
        );
    }),
    stop("compose-failed", |page, words| {
        actions::fill_in(
            page,
            words.mail_writing.to,
            "olivier.faure@cabinet-faure.example, manager.demo@ville.example",
        );
        actions::fill_in(page, words.mail_writing.subject, "Planning de décembre");
        actions::fill_in(page, words.mail_writing.text, "Bonjour,\n\nLe voici.");
        page.portal.spoil("POST", MESSAGES, "status:500", 1);
        actions::press_button(page, words.mail_writing.send);
        find::heading(page, words.mail_writing.failed);
    }),
    stop("compose-sent", |page, words| {
        page.portal.mail_waits(3_000);
        actions::press_button(page, words.mail_writing.send);
        find::heading(page, words.mail_writing.sent);
        find::button(page, words.mail_writing.undo);
    }),
];
