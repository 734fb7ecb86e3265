//! One message in every state: who, what is warned of, its text, its frame, its files, and only what the portal grants.

use super::documents::still;
use super::mail::assert_sound;
use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::mail_frame::MailBody;
use nomade::components::mail_text::MailText;
use nomade::contract::mail::{MailMessage, MailPerson};
use nomade::i18n::locale::Locale;
use nomade::pages::mail_message_page::MailMessageView;
use nomade::pages::mail_message_page::opening::Acting;
use nomade::rules::session::SessionStatus;
use nomade::state::document_preview::PreviewState;
use nomade::state::load::{Load, Loader};
use nomade::state::mail_body::{BodyReading, BodyState};
use nomade::state::mail_hand::use_mail_hand;
use std::sync::Arc;

fn page(
    locale: Locale,
    folder: &'static str,
    message: impl FnOnce() -> Loader<MailMessage> + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let hand = use_mail_hand();
        hand.shelf
            .folders
            .set(Some(fixture("mail/folders_ordinary")));
        let acting = Acting::new(Callback::new(|_| ()));
        let folder = Signal::stored(folder.to_owned());
        let read = |id: String, has_html: bool| {
            BodyReading::fixed(if has_html {
                BodyState::Framed(format!("/api/v1/mail/messages/{id}/body?images=false"))
            } else {
                BodyState::Words
            })
        };
        let look = |_, _| still(PreviewState::Checking);
        view! { <MailMessageView message=message() folder hand acting read look/> }
    })
}

fn shown(locale: Locale, data: MailMessage) -> String {
    page(locale, "fo_1Inb", || Loader::fixed(Load::Loaded(data)))
}

fn message(name: &str) -> MailMessage {
    fixture(&format!("mail/{name}"))
}

#[test]
fn a_message_is_drawn_in_every_state_under_its_subject() {
    for (index, words) in [
        "loaded__wait",
        "prend plus de temps",
        "Camille Bernard",
        "hors connexion",
    ]
    .into_iter()
    .enumerate()
    {
        let loader = move || {
            let all = states(message("message_plain"), ApiError::Offline);
            all.into_iter().nth(index).unwrap().1
        };
        let html = page(Locale::Fr, "fo_7Bud", loader);
        assert!(html.contains(words), "{index}: {html}");
        assert_eq!(html.matches("<h1").count(), 1, "{html}");
        assert!(html.contains("href=\"/space/mail/fo_7Bud\""), "{html}");
        assert!(
            html.contains("Retour au dossier «\u{a0}Budget 2027\u{a0}»"),
            "{html}"
        );
    }
    let html = shown(Locale::Fr, message("message_plain"));
    for words in [
        "<bdi>Réunion de service de jeudi</bdi></h1>",
        "href=\"/space/mail\"",
        "camille.bernard@ville.example",
        "Copie à",
        "nadia.lefevre@ville.example",
        "dimanche 22 novembre 2026, 18:42",
        "https://intranet.ville.example/reunions/2026-11-26?salle=nord</bdi>",
        "[intranet.ville.example]",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(
        !html.contains("Copie cachée") && !html.contains("Externe"),
        "{html}"
    );
    assert!(
        !html.contains("Afficher le texte seul"),
        "there is nothing else: {html}"
    );
}

#[test]
fn only_what_the_portal_grants_is_offered() {
    let html = shown(Locale::Fr, message("message_plain"));
    for offered in [
        "href=\"/space/mail/compose?reply=m_7pRt\"",
        "href=\"/space/mail/compose?reply_all=m_7pRt\"",
        "href=\"/space/mail/compose?forward=m_7pRt\"",
        "Marquer comme lu",
        "Suivre",
        "Archiver",
        "Supprimer<",
        "Déplacer vers",
        "<option value=\"fo_7Bud\"",
    ] {
        assert!(html.contains(offered), "{offered}: {html}");
    }
    assert!(!html.contains("définitivement"), "{html}");
    for never in ["fo_1Inb", "fo_2Drf", "fo_3Snt"] {
        assert!(
            !html.contains(&format!("<option value=\"{never}\"")),
            "{html}"
        );
    }
    let html = shown(Locale::Fr, message("message_no_action"));
    for withheld in ["compose?", "Marquer", "Supprimer", "Déplacer", "Ouvrir "] {
        assert!(!html.contains(withheld), "{withheld}: {html}");
    }
    assert!(html.contains("ni d’afficher ni de télécharger"), "{html}");
    let html = shown(Locale::Fr, message("message_trash"));
    assert!(html.contains("Supprimer définitivement"), "{html}");
    assert!(
        !html.contains("Archiver") && !html.contains("Supprimer<"),
        "{html}"
    );
    let html = shown(Locale::En, message("message_action.newer"));
    assert!(html.contains("<h1"), "{html}");
}

#[test]
fn who_is_outside_is_marked_and_what_is_warned_of_says_what_to_do() {
    let html = shown(Locale::Fr, message("message_external"));
    assert!(
        html.contains("s.renaud@fournisseur.example</bdi>"),
        "{html}"
    );
    // Once beside each: who wrote it, and whom an answer goes to.
    assert_eq!(html.matches("data-kind=\"external\"").count(), 2, "{html}");
    let html = shown(Locale::Fr, message("message_warnings"));
    for words in [
        "Ce message ne vient pas d’un collègue",
        "appelez cette personne",
        "L’expéditeur n’est pas prouvé",
        "Des éléments ont été retirés",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let html = shown(Locale::En, message("message_warning.newer"));
    assert!(html.contains("Take care with this message"), "{html}");
}

#[test]
fn many_addressees_are_folded_behind_their_number() {
    let mut crowded = message("message_plain");
    let somebody = |n: usize| MailPerson {
        name: String::new(),
        address: format!("agent{n}@ville.example"),
        external: false,
    };
    crowded.cc = (0..200).map(somebody).collect();
    let html = shown(Locale::Fr, crowded);
    assert!(html.contains("Afficher les 200 personnes"), "{html}");
    assert!(
        html.contains("agent2@") && !html.contains("agent3@"),
        "{html}"
    );
}

fn body(state: BodyState, images: u32) -> String {
    view_in(Locale::Fr, SessionStatus::SignedOut, move || {
        let reading = BodyReading::fixed(state);
        let words: Arc<str> = "Le texte seul.".into();
        view! { <MailBody reading words has_html=true remote_images=images/> }
    })
}

#[test]
fn html_stands_in_a_frame_that_nothing_leaves_or_not_at_all() {
    let url = "/api/v1/mail/messages/m_1/body?images=false";
    let html = body(BodyState::Framed(url.to_owned()), 4);
    for words in [
        "src=\"/api/v1/mail/messages/m_1/body?images=false\"",
        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
        "referrerpolicy=\"no-referrer\"",
        "title=\"Message mis en forme\"",
        "4 images distantes ne sont pas affichées",
        "Afficher les images distantes",
        "Agrandir",
        "Afficher le texte seul",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(
        !html.contains("srcdoc") && !html.contains("Le texte seul."),
        "{html}"
    );
    let html = body(BodyState::Framed(url.to_owned()), 0);
    assert!(!html.contains("images distantes"), "{html}");
    for (state, said) in [
        (BodyState::Words, "Afficher la mise en forme"),
        (BodyState::Unsafe, "avec les protections attendues"),
        (BodyState::OtherSite, "viennent d’un autre site"),
        (
            BodyState::Failed(ApiError::Offline),
            "n’a pas pu être chargée",
        ),
    ] {
        let html = body(state, 4);
        assert!(html.contains(said), "{said}: {html}");
        assert!(html.contains("Le texte seul."), "{html}");
        assert!(!html.contains("<iframe"), "{html}");
    }
    let html = body(BodyState::Checking, 4);
    assert!(
        html.contains("Vérification") && !html.contains("<iframe"),
        "{html}"
    );
}

fn words(text: &str) -> String {
    let text: Arc<str> = text.into();
    view_in(
        Locale::Fr,
        SessionStatus::SignedOut,
        move || view! { <MailText text/> },
    )
}

#[test]
fn a_text_is_words_with_safe_links_and_folded_quotes() {
    let html = words(
        "Voir https://ville.example/x.\nOu mailto:rh@ville.example\n\n> a\n> b\n> c\n> d\n> e",
    );
    for said in [
        "<a href=\"https://ville.example/x\" target=\"_blank\" rel=\"external noopener noreferrer\">",
        "[ville.example]",
        "(nouvel onglet)",
        "href=\"mailto:rh@ville.example\"",
        "Texte cité (5 lignes)",
        "dir=\"auto\"",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    let html = words("https://ville.example@mal.example/ et https://vіlle.example/");
    assert!(!html.contains("<a "), "{html}");
    assert_eq!(html.matches("lien désactivé").count(), 2, "{html}");
    assert!(words(" \n").contains("ne contient pas de texte"));
}

#[test]
fn a_huge_text_is_drawn_in_pieces() {
    for text in [
        "Une phrase ordinaire de plus.\n\n".repeat(70_000),
        "é".repeat(1_000_000),
        "http://a.example/ ".repeat(110_000),
    ] {
        let html = words(&text);
        assert!(html.contains("Afficher la suite"), "{}", html.len());
        assert!(html.len() < 600_000, "{}", html.len());
    }
}

#[test]
fn files_are_told_by_name_kind_and_length_and_what_runs_is_warned_of() {
    let html = shown(Locale::Fr, message("message_attachments"));
    for words in [
        "6 pièces jointes",
        "<bdi>Compte rendu du 20 novembre.pdf</bdi>",
        "PDF, 120\u{a0}ko",
        "Ouvrir Planning.xlsx",
        "aria-expanded=\"false\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("mail-attachments__danger"), "{html}");
    assert!(!html.contains("Télécharger"), "none is open: {html}");
    let html = shown(Locale::Fr, message("message_hostile"));
    assert!(html.contains("mail-attachments__danger"), "{html}");
}

#[test]
fn every_message_of_the_fixtures_can_be_drawn() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mail");
    for case in std::fs::read_dir(folder).unwrap() {
        let path = case.unwrap().path();
        if path
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("message_")
        {
            let text = std::fs::read_to_string(&path).unwrap();
            let data: MailMessage = serde_json::from_str(&text).unwrap();
            for locale in [Locale::Fr, Locale::En] {
                assert_sound(&shown(locale, data.clone()));
            }
        }
    }
}
