//! Sending a message: what is missing, what became of a try, the receipt, and taking it back.

use super::mail_writing::{draft, has, page};
use super::render::fixture;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::mail_writing_draft::MailWriting;
use nomade::components::mail_writing_failure::MailFailure;
use nomade::components::mail_writing_outgoing::{SentMail, Undoing};
use nomade::contract::mail::{MailSent, NewMailDraft};
use nomade::contract::problem::{FieldProblem, Problem};
use nomade::pages::mail_compose_page::parts::ComposeParts;
use nomade::rules::mail_sending::{MailField, MailMistake};
use nomade::state::once::NotMade;

fn failed(why: MailFailure) -> String {
    page(move |parts| parts.state.failure.set(Some(why)))
}

#[test]
fn everything_that_is_missing_is_told_in_the_summary_and_at_its_field() {
    let html = failed(MailFailure::Incomplete(vec![MailMistake::Nobody]));
    assert_eq!(
        html.matches("Indiquez au moins un destinataire.").count(),
        2,
        "{html}"
    );
    has(
        &html,
        &["href=\"#mail-to\"", "Le message n’est pas complet"],
    );
    assert_eq!(html.matches(" id=\"mail-to\"").count(), 1);
    // Once it is mended it is told at the summary only.
    let html = page(|parts| {
        draft(parts);
        parts
            .state
            .failure
            .set(Some(MailFailure::Incomplete(vec![MailMistake::Nobody])));
    });
    assert_eq!(
        html.matches("Indiquez au moins un destinataire.").count(),
        1
    );
}

#[test]
fn what_the_portal_refused_stands_at_its_field_until_that_is_changed() {
    let refused = |is_changed: bool| {
        page(move |parts| {
            draft(parts);
            let mut problem: Problem = fixture("problem/invalid_fields");
            problem.fields = ["to.1.address", "attachments"]
                .map(|name| FieldProblem {
                    name: name.to_owned(),
                    code: "not_found".to_owned(),
                })
                .to_vec();
            let of = Box::new(parts.desk.writing.with_untracked(MailWriting::body));
            let why = NotMade::Call(ApiError::Refused(problem));
            parts
                .state
                .failure
                .set(Some(MailFailure::NotMade { why, of }));
            if is_changed {
                parts.desk.writing.update(|writing| {
                    writing.to.chosen.pop();
                });
            }
        })
    };
    let html = refused(false);
    assert_eq!(
        html.matches("le destinataire n°\u{a0}2 est refusé").count(),
        2,
        "{html}"
    );
    assert_eq!(
        html.matches("Une pièce jointe n’est plus sur le portail")
            .count(),
        2
    );
    assert_eq!(
        refused(true)
            .matches("le destinataire n°\u{a0}2 est refusé")
            .count(),
        1
    );
}

#[test]
fn each_failure_keeps_the_form_and_has_at_most_one_next_step() {
    for (why, words) in [
        (NotMade::NotRecorded, "votre message n’est pas parti"),
        (NotMade::Lost, "Le message est peut-être parti"),
        (
            NotMade::Call(ApiError::SignedOut),
            "Le message n’est pas parti",
        ),
        (
            NotMade::Call(ApiError::Offline),
            "Le message n’est pas parti",
        ),
        (
            NotMade::Call(ApiError::Refused(fixture("problem/module_off"))),
            "Le message n’est pas parti",
        ),
    ] {
        let of = Box::new(NewMailDraft::default());
        let html = failed(MailFailure::NotMade {
            why: why.clone(),
            of,
        });
        let (_, summary) = html.split_once("id=\"error-summary\"").unwrap();
        let summary = summary.split("<form").next().unwrap();
        let copies = usize::from(summary.contains("trace-reference"));
        assert!(
            summary.matches("class=\"button\"").count() <= 1 + copies,
            "{why:?}: {summary}"
        );
        assert!(
            html.contains(words) && html.contains("id=\"mail-text\""),
            "{why:?}: {html}"
        );
    }
}

#[test]
fn an_empty_subject_is_asked_about_and_files_are_waited_for() {
    let html = page(|parts| parts.deeds.asks_subject.set(true));
    has(
        &html,
        &[
            "L’objet est vide. Envoyer le message ainsi",
            "Envoyer sans objet",
            "Ajouter un objet",
        ],
    );
    let html = page(|parts| {
        draft(parts);
        parts.deeds.asks_subject.set(true);
    });
    assert!(!html.contains("L’objet est vide"), "it is not any more");
    let html = page(|parts| {
        parts.desk.outgoing.update(|it| {
            it.under_way = Some("k".to_owned());
            it.waits_for_files = true;
        });
    });
    has(
        &html,
        &[
            "dès que ses pièces jointes sont arrivées",
            "readonly",
            "aria-disabled=\"true\"",
        ],
    );
}

fn receipt(change: impl FnOnce(&mut SentMail) + Send + 'static) -> String {
    page(move |parts: ComposeParts| {
        let sent: MailSent = fixture("mail/sent_waiting");
        let mut told = SentMail {
            id: sent.id.clone(),
            sent: Some(sent),
            after_all: false,
            is_older: false,
            written: Box::default(),
            clock: None,
            left_s: Some(8),
            undoing: Undoing::No,
        };
        change(&mut told);
        parts.desk.clear();
        parts.desk.outgoing.update(|it| it.outcome = Some(told));
    })
}

#[test]
fn what_was_sent_can_be_taken_back_while_it_waits() {
    let html = receipt(|_| ());
    has(
        &html,
        &[
            "Message envoyé",
            "Il part à 19:05",
            "Annuler l’envoi",
            "8\u{a0}s",
            "href=\"/space/mail\"",
            "Écrire un autre message",
        ],
    );
    assert!(!html.contains("<form"), "{html}");
    assert!(!html.contains("s’était perdue"));
    has(&receipt(|told| told.after_all = true), &["une seule fois"]);
    let gone = receipt(|told| told.sent = Some(fixture("mail/sent_gone")));
    assert!(
        gone.contains("Message envoyé") && !gone.contains("Annuler l’envoi"),
        "{gone}"
    );
    let newer = receipt(|told| told.sent = Some(fixture("mail/sent_state.newer")));
    assert!(!newer.contains("Annuler l’envoi"), "nothing promises it");
    let unknown = receipt(|told| told.sent = None);
    assert!(unknown.contains("Message envoyé") && !unknown.contains("Annuler l’envoi"));
    let unknown = receipt(|told| told.left_s = None);
    assert!(unknown.contains("Annuler l’envoi") && !unknown.contains("countdown"));
}

#[test]
fn what_became_of_taking_it_back_is_told() {
    for (undoing, words, is_open) in [
        (Undoing::UnderWay, "Annulation…", true),
        (Undoing::TooLate, "Trop tard", false),
        (Undoing::Failed(NotMade::Lost), "peut-être annulé", true),
        (
            Undoing::Failed(NotMade::NotRecorded),
            "n’est pas annulé",
            true,
        ),
        (
            Undoing::Failed(NotMade::Call(ApiError::Offline)),
            "n’est pas annulé",
            true,
        ),
    ] {
        let html = receipt(move |told| told.undoing = undoing);
        has(&html, &[words]);
        assert_eq!(html.contains("icon-undo"), is_open, "{html}");
    }
    has(
        &page(|parts| parts.is_undone.set(true)),
        &["de nouveau un brouillon"],
    );
}

#[test]
fn an_earlier_version_that_was_sent_leaves_what_was_written_since() {
    let html = page(|parts| {
        draft(parts);
        let told = SentMail {
            id: "o".to_owned(),
            sent: None,
            after_all: true,
            is_older: true,
            written: Box::default(),
            clock: None,
            left_s: None,
            undoing: Undoing::No,
        };
        parts.desk.outgoing.update(|it| it.outcome = Some(told));
    });
    has(&html, &["la version de votre premier essai", "<form"]);
}

#[test]
fn throwing_it_away_is_asked_first_and_told() {
    let html = page(|parts| {
        draft(parts);
        parts.discard.is_asked.set(true);
    });
    has(
        &html,
        &[
            "Supprimer ce brouillon\u{202f}?",
            "Garder le brouillon",
            "<dialog",
        ],
    );
    let html = page(|parts| {
        parts.desk.clear();
        parts.discard.is_done.set(true);
    });
    has(&html, &["Brouillon supprimé.", "Écrire un nouveau message"]);
    assert!(!html.contains("<form"), "{html}");
    let html = failed(MailFailure::Incomplete(vec![MailMistake::NoAddress(
        MailField::Cc,
    )]));
    has(&html, &["href=\"#mail-cc\""]);
}
