//! Writing a message: the form in every state, recipients, files, keeping it as a draft.

use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::browser::upload::HeldFile;
use nomade::components::mail_recipient_field::recipient_field;
use nomade::components::mail_recipient_state::{Found, RecipientField};
use nomade::components::mail_upload_field::MailUpload;
use nomade::components::mail_writing_draft::{KeepState, MailFile, SavedDraft};
use nomade::contract::mail::{MailDirectory, MailDraft, MailFolders, MailSettings};
use nomade::i18n::locale::Locale;
use nomade::pages::mail_compose_page::MailComposeView;
use nomade::pages::mail_compose_page::beginning::begin_draft;
use nomade::pages::mail_compose_page::parts::ComposeParts;
use nomade::rules::mail_composing::MailComposing;
use nomade::rules::mail_sending::MailField;
use nomade::rules::mail_upload::InvalidMailFile;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};
use nomade::state::locale::use_agent_locale;
use nomade::state::once::NotMade;

pub(super) fn settings() -> MailSettings {
    fixture::<MailFolders>("mail/folders_ordinary").settings
}

/// The page of `composing`, with what `change` makes of it.
pub(super) fn page_of(
    locale: Locale,
    composing: MailComposing,
    settings: Load<MailSettings>,
    change: impl FnOnce(ComposeParts) + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let parts = ComposeParts::new(composing, Loader::fixed(settings));
        change(parts);
        view! { <MailComposeView parts/> }
    })
}

pub(super) fn page(change: impl FnOnce(ComposeParts) + Send + 'static) -> String {
    page_of(
        Locale::Fr,
        MailComposing::New,
        Load::Loaded(settings()),
        change,
    )
}

pub(super) fn has(html: &str, words: &[&str]) {
    for words in words {
        assert!(html.contains(words), "{words}: {html}");
    }
}

pub(super) fn draft(parts: ComposeParts) {
    begin_draft(parts.desk, &fixture::<MailDraft>("mail/draft_whole"));
}

#[test]
fn an_empty_message_has_its_fields_and_asks_nothing_yet() {
    let html = page(|_| ());
    has(
        &html,
        &[
            "Nouveau message",
            "À (destinataires)",
            "Ajouter Cc et Cci",
            "Objet",
            "Pièces jointes",
            "25\u{a0}Mo au plus chacun",
            "role=\"combobox\"",
            "aria-expanded=\"false\"",
            "role=\"listbox\"",
            "Envoyer",
            "multiple",
        ],
    );
    for absent in [
        "error-summary",
        "field__error",
        "id=\"mail-cc\"",
        "Supprimer le brouillon",
        "Externe",
        "type=\"submit\"",
        "mail-receipt\"",
    ] {
        assert!(!html.contains(absent), "{absent}: {html}");
    }
    let html = page_of(
        Locale::En,
        MailComposing::New,
        Load::Loaded(settings()),
        |_| (),
    );
    has(
        &html,
        &[
            "New message",
            "To (recipients)",
            "Add Cc and Bcc",
            "Subject",
            "Attachments",
            "Send",
        ],
    );
}

#[test]
fn a_draft_shows_everybody_and_marks_who_is_outside() {
    let html = page_of(
        Locale::Fr,
        MailComposing::Draft("br_6Qv".to_owned()),
        Load::Loaded(settings()),
        draft,
    );
    has(
        &html,
        &[
            "Brouillon",
            "Camille Bernard",
            "Retirer<span class=\"visually-hidden\"> Camille Bernard</span>",
            "s.renaud@fournisseur.example",
            "Externe",
            "Un destinataire est hors de l’organisation",
            "id=\"mail-cc\"",
            "Nadia Lefèvre",
            "id=\"mail-bcc\"",
            "Hugues Marchand",
            "Plan d’accès.pdf",
            "Brouillon enregistré à 12:09.",
            "id=\"mail-to-remove-1\"",
        ],
    );
    assert_eq!(html.matches("mail-recipient__outside").count(), 1, "{html}");
    // Nobody knows who is outside: nobody is said to be.
    let html = page_of(
        Locale::Fr,
        MailComposing::New,
        Load::Failed(ApiError::Offline),
        draft,
    );
    has(
        &html,
        &["Réglages de la messagerie non lus", "id=\"mail-send\""],
    );
    assert!(!html.contains("hors de l’organisation"));
}

#[test]
fn what_is_no_address_stays_typed_and_is_told_once_nobody_types() {
    let typed = |is_typing: bool| {
        page(move |parts| {
            parts
                .desk
                .writing
                .update(|writing| writing.to.finish("Camille <c@d.example>, camille@"));
            if is_typing {
                parts.state.typing.set(Some(MailField::To));
            }
        })
    };
    let html = typed(false);
    has(
        &html,
        &[
            "Cette adresse n’est pas complète",
            "id=\"mail-to-error\"",
            "aria-invalid=\"true\"",
        ],
    );
    assert!(!typed(true).contains("mail-to-error\">"));
}

fn offered(found: Found, is_closed: bool) -> String {
    view_in(Locale::Fr, SessionStatus::SignedOut, move || {
        let parts = ComposeParts::new(MailComposing::New, Loader::fixed(Load::Loaded(settings())));
        let state = parts.state;
        state.typing.set(Some(MailField::To));
        let field = RecipientField::new(MailField::To, state, RwSignal::new(found));
        field.active.set(Some(1));
        field.is_closed.set(is_closed);
        recipient_field(field, use_agent_locale())
    })
}

#[test]
fn the_directory_is_a_list_that_the_line_leads_through() {
    let people: MailDirectory = fixture("mail/directory_some");
    let found = Found::People(people.people, true);
    let html = offered(found.clone(), false);
    has(
        &html,
        &[
            "aria-expanded=\"true\"",
            "aria-activedescendant=\"mail-to-option-1\"",
            "id=\"mail-to-option-2\"",
            "Direction des finances",
            "3 personnes trouvées et d’autres encore",
        ],
    );
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
    assert_eq!(html.matches("Externe").count(), 1);
    let html = offered(found, true);
    assert!(html.contains("aria-expanded=\"false\"") && !html.contains("role=\"option\""));
    has(
        &offered(Found::People(Vec::new(), false), false),
        &["Personne dans l’annuaire"],
    );
    has(
        &offered(Found::Failed, false),
        &["L’annuaire ne répond pas"],
    );
}

fn file(name: &str, id: Option<&str>) -> MailFile {
    MailFile {
        key: name.to_owned(),
        name: name.to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 2_000_000,
        held: Some(HeldFile::of_nothing()),
        id: id.map(str::to_owned),
    }
}

#[test]
fn each_file_says_how_far_it_is_and_what_can_be_done() {
    let html = page(|parts| {
        parts.desk.writing.update(|writing| {
            let names = ["a", "b", "c", "d"];
            writing.files = names.map(|name| file(name, None)).to_vec();
            writing.files.push(file("\u{202e}fdp.exe", Some("f")));
        });
        parts.uploading.uploads.update(|all| {
            all.insert("a".to_owned(), MailUpload::Sending(1_000_000));
            all.insert("b".to_owned(), MailUpload::Waiting);
            all.insert("c".to_owned(), MailUpload::Failed(ApiError::Offline));
        });
        parts.uploading.refused.set(vec![(
            "gros.zip".to_owned(),
            InvalidMailFile::TooLarge { most: 25_000_000 },
        )]);
    });
    has(
        &html,
        &[
            "1\u{a0}Mo sur 2\u{a0}Mo",
            "<progress",
            "En attente d’envoi",
            "Le fichier n’est pas arrivé",
            "Fichier pas encore envoyé",
            "fdp.exe",
            "Arrêter l’envoi<span class=\"visually-hidden\"> a</span>",
            "Envoyer le fichier<span class=\"visually-hidden\"> c</span>",
            "gros.zip\u{a0}: ce fichier dépasse 25\u{a0}Mo.",
        ],
    );
    assert!(!html.contains('\u{202e}'));
    assert_eq!(html.matches("Retirer<span").count(), 5);
}

fn kept(state: KeepState) -> String {
    page(move |parts| {
        draft(parts);
        parts.desk.keeping.update(|keeping| keeping.state = state);
    })
}

#[test]
fn how_far_it_is_kept_is_told_in_a_line_and_a_conflict_offers_both() {
    has(
        &kept(KeepState::Failed(NotMade::Call(ApiError::Offline))),
        &["Non enregistré", "Réessayer"],
    );
    has(
        &kept(KeepState::Failed(NotMade::Lost)),
        &["la réponse s’est perdue"],
    );
    let changed = KeepState::Changed(Box::new(fixture("mail/draft_reply")));
    has(
        &kept(changed),
        &[
            "modifié ailleurs",
            "Garder ma version",
            "Prendre l’autre version",
        ],
    );
    has(
        &kept(KeepState::Gone),
        &["n’existe plus sur le portail", "nouveau brouillon"],
    );
    let quiet = page(|parts| {
        parts.desk.keeping.update(|it| {
            it.saved = Some(SavedDraft {
                id: "d".to_owned(),
                revision: "1".to_owned(),
                at: None,
            });
        });
    });
    assert!(!quiet.contains("enregistré"), "{quiet}");
}
