//! Asking for leave: what the portal refuses, and the file in each of its states.

use super::leave_asking::{failed, has, page};
use super::render::fixture;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::browser::upload::{ChosenFile, HeldFile};
use nomade::components::leave_attachment::Attach;
use nomade::components::leave_form::DraftFile;
use nomade::components::leave_request_failure::LeaveRequestFailure;
use nomade::contract::problem::{FieldProblem, Problem, ProblemCode};
use nomade::i18n::locale::Locale;
use nomade::pages::leave_asking_page::asking::draft_of_leave;
use nomade::rules::file_check::FileType;
use nomade::rules::leave_attachment::InvalidAttachment;
use nomade::state::once::NotMade;

fn refused(fields: &[(&str, &str)]) -> LeaveRequestFailure {
    let fields = fields.iter().map(|(name, code)| FieldProblem {
        name: (*name).to_owned(),
        code: (*code).to_owned(),
    });
    LeaveRequestFailure::NotMade(NotMade::Call(ApiError::Refused(Problem {
        status: 422,
        code: ProblemCode::InvalidFields,
        trace_id: "t-1".to_owned(),
        fields: fields.collect(),
        retry_after: None,
        address: None,
        until: None,
    })))
}

#[test]
fn what_the_portal_refuses_has_words_for_every_code() {
    for (name, code, words, field) in [
        ("kind", "invalid", "ne peut plus être demandé", "leave-kind"),
        (
            "period",
            "before_start",
            "le dernier jour est avant le premier",
            "leave-to",
        ),
        (
            "period",
            "nothing_to_count",
            "Vous ne travaillez aucun de ces jours",
            "leave-from",
        ),
        (
            "period",
            "overlap",
            "chevauchent un de vos congés",
            "leave-from",
        ),
        (
            "period",
            "balance_too_low",
            "Il ne vous reste pas assez",
            "leave-from",
        ),
        (
            "period",
            "refused_period",
            "Le service n’accorde aucun congé",
            "leave-from",
        ),
        (
            "period",
            "out_of_range",
            "trop anciennes ou trop lointaines",
            "leave-from",
        ),
        (
            "period",
            "too_long",
            "plus longue que ce congé",
            "leave-from",
        ),
        (
            "period",
            "whole_days_only",
            "par journées entières",
            "leave-from",
        ),
        ("period", "quota", "sans dire pourquoi", "leave-from"),
        ("comment", "too_long", "trop long", "leave-comment"),
        (
            "attachment",
            "required",
            "Joignez le justificatif",
            "leave-file",
        ),
        ("attachment", "invalid", "n’a plus ce fichier", "leave-file"),
    ] {
        let html = failed(refused(&[(name, code)]));
        let (_, summary) = html.split_once("id=\"error-summary\"").unwrap();
        let summary = summary.split("<form").next().unwrap();
        assert!(summary.contains(words), "{code}: {summary}");
        assert!(
            summary.contains(&format!("href=\"#{field}\"")),
            "{code}: {summary}"
        );
    }
}

fn file(sent: bool) -> DraftFile {
    DraftFile {
        chosen: ChosenFile {
            held: HeldFile::of_nothing(),
            name: "justif\u{202e}fdp.exe".to_owned(),
            size: 48_213,
        },
        media_type: "application/pdf".to_owned(),
        key: "f".to_owned(),
        sent: sent.then(|| fixture("leave/attachment_pdf")),
    }
}

fn attached(state: Attach, file: Option<DraftFile>) -> String {
    page(Locale::Fr, move |parts| {
        parts.attaching.state.set(state);
        draft_of_leave().update(|draft| {
            draft.kind = "special".to_owned();
            draft.file = file;
        });
    })
}

#[test]
fn a_file_is_asked_for_and_told_in_each_of_its_states() {
    let html = attached(Attach::Idle, None);
    has(
        &html,
        &[
            "Justificatif de l’événement (obligatoire)",
            "PDF, Image PNG ou Image JPEG, 5\u{a0}Mo au plus",
            "accept=\"application/pdf,image/png,image/jpeg\"",
            "Le nom du fichier n’est pas envoyé",
        ],
    );
    let html = attached(Attach::Sending(20_000), Some(file(false)));
    has(
        &html,
        &[
            "Envoi du fichier…",
            "20\u{a0}ko sur 48\u{a0}ko",
            "Arrêter l’envoi",
            "<progress",
        ],
    );
    let html = attached(Attach::Idle, Some(file(true)));
    has(
        &html,
        &[
            "Fichier joint",
            "Retirer le fichier",
            "justiffdp.exe",
            "PDF, 48\u{a0}ko",
        ],
    );
    assert!(!html.contains("Envoyer le fichier"));
    let html = attached(Attach::Idle, Some(file(false)));
    has(&html, &["Fichier pas encore envoyé", "Envoyer le fichier"]);
    let html = attached(Attach::Failed(ApiError::Offline), Some(file(false)));
    has(
        &html,
        &["Le fichier n’est pas arrivé", "Envoyer le fichier"],
    );
}

#[test]
fn a_file_that_can_not_be_attached_is_refused_at_the_field() {
    for (why, words) in [
        (InvalidAttachment::Empty, "Ce fichier est vide"),
        (
            InvalidAttachment::TooLarge {
                size: 9_000_000,
                most: 5_000_000,
            },
            "trop lourd\u{a0}: 9\u{a0}Mo pour 5\u{a0}Mo",
        ),
        (
            InvalidAttachment::WrongType {
                found: FileType::Archive,
            },
            "reconnu comme\u{a0}: Archive",
        ),
        (InvalidAttachment::Unreadable, "n’a pas pu lire"),
    ] {
        let html = attached(Attach::Invalid(why), None);
        has(
            &html,
            &[
                words,
                "id=\"leave-file-error\"",
                "aria-describedby=\"leave-file-error leave-file-hint\"",
            ],
        );
    }
}
