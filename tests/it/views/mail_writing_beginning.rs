//! What a message begins with: the one that it answers, or nothing that is there.

use super::mail_writing::{draft, has, page_of, settings};
use super::render::fixture;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::mail_writing_draft::MailWriting;
use nomade::contract::mail::{MailAnswerKind, MailMessage};
use nomade::i18n::locale::Locale;
use nomade::pages::mail_compose_page::beginning::answer;
use nomade::pages::mail_compose_page::parts::ComposeParts;
use nomade::rules::mail_composing::MailComposing;
use nomade::state::load::Load;
use nomade::state::locale::use_agent_locale;

#[test]
fn an_answer_begins_with_whom_it_goes_to_and_what_it_answers() {
    let begun = |kind: MailAnswerKind, name: &'static str, locale: Locale| {
        page_of(
            locale,
            MailComposing::ReplyAll("m".to_owned()),
            Load::Loaded(settings()),
            move |parts| {
                let original: MailMessage = fixture(name);
                let own = "agent.demo@ville.example";
                parts
                    .desk
                    .writing
                    .set(answer(&original, kind, own, use_agent_locale()));
            },
        )
    };
    let html = begun(MailAnswerKind::ReplyAll, "mail/message_sent", Locale::Fr);
    has(
        &html,
        &[
            "Répondre à tous",
            "Camille Bernard",
            "s.renaud@fournisseur.example",
            "Nadia Lefèvre",
        ],
    );
    assert!(
        !html.contains("Retirer<span class=\"visually-hidden\"> Agent Démo"),
        "not to oneself"
    );
    assert!(
        !html.contains("Supprimer le brouillon"),
        "nobody has written yet"
    );
    let html = begun(
        MailAnswerKind::Forward,
        "mail/message_attachments",
        Locale::En,
    );
    has(&html, &["mail-upload__file"]);
    assert!(!html.contains("mail-recipient__one"));
    let html = begun(MailAnswerKind::Reply, "mail/message_hostile", Locale::Fr);
    for absent in ['\u{202e}', '\u{0}'] {
        let head = html.split("<textarea").next().unwrap();
        assert!(!head.contains(absent), "{head}");
    }
}

#[test]
fn what_is_not_there_is_told_with_one_step() {
    for (composing, words) in [
        (
            MailComposing::Reply("m".to_owned()),
            "Le message d’origine est introuvable",
        ),
        (
            MailComposing::Draft("d".to_owned()),
            "Ce brouillon n’existe plus",
        ),
    ] {
        let html = page_of(Locale::Fr, composing, Load::Loaded(settings()), |parts| {
            let missing = ApiError::Refused(fixture("problem/not_found"));
            parts.beginning.load.set(Load::Failed(missing));
        });
        has(
            &html,
            &[
                words,
                "href=\"/space/mail/compose\"",
                "Écrire un nouveau message",
            ],
        );
        assert!(!html.contains("<form"), "{html}");
    }
    let off = ApiError::Refused(fixture("problem/module_off"));
    let html = page_of(
        Locale::Fr,
        MailComposing::New,
        Load::Failed(off.clone()),
        |_| (),
    );
    assert!(!html.contains("<form") && html.contains("notice"), "{html}");
    let html = page_of(
        Locale::Fr,
        MailComposing::New,
        Load::Failed(off),
        draft_changed,
    );
    assert!(html.contains("<form"), "what was written stays");
    let html = page_of(
        Locale::Fr,
        MailComposing::Reply("m".to_owned()),
        Load::Loaded(settings()),
        |parts| {
            parts.beginning.load.set(Load::Failed(ApiError::Offline));
        },
    );
    assert!(html.contains("notice") && !html.contains("<form"), "{html}");
}

fn draft_changed(parts: ComposeParts) {
    draft(parts);
    let change = |writing: &mut MailWriting| writing.text.push_str("encore");
    parts.desk.writing.update(change);
}

#[test]
fn what_is_answered_is_named_once_and_quoted() {
    for (locale, kind, name, subject, text) in [
        (
            Locale::Fr,
            MailAnswerKind::Reply,
            "mail/message_sent",
            "Re\u{a0}: Visite du 3 décembre",
            [
                "22 novembre 2026 à 12:10, Agent Démo <agent.demo@ville.example> a écrit\u{a0}:",
                "\n> Bonjour",
            ],
        ),
        (
            Locale::En,
            MailAnswerKind::Forward,
            "mail/message_sent",
            "Fwd: Visite du 3 décembre",
            [
                "---------- Forwarded message ----------",
                "\nSubject: Visite du 3 décembre",
            ],
        ),
    ] {
        page_of(
            locale,
            MailComposing::New,
            Load::Loaded(settings()),
            move |_| {
                let original: MailMessage = fixture(name);
                let written = answer(&original, kind, "", use_agent_locale());
                assert_eq!(written.subject, subject);
                for text in text {
                    assert!(written.text.contains(text), "{text}: {}", written.text);
                }
                let carried = kind == MailAnswerKind::Forward;
                assert_eq!(
                    written.files.len(),
                    if carried {
                        original.attachments.len()
                    } else {
                        0
                    }
                );
                assert!(!written.is_changed());
            },
        );
    }
}
