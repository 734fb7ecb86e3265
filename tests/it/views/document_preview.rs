//! A file in the page in every state: shown as what it is, masked, asked about first, or why it is not shown.

use super::documents::{share_the_device, still};
use super::render::view_in;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::api::files::{FileError, Progress};
use nomade::components::document_preview::DocumentPreview;
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::NoPreview;
use nomade::rules::file_check::InvalidFile;
use nomade::rules::session::SessionStatus;
use nomade::state::document_preview::PreviewState;

fn preview(locale: Locale, is_shared: bool, state: PreviewState) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        if is_shared {
            share_the_device();
        }
        let preview = still(state);
        view! {
            <DocumentPreview
                preview
                title=Signal::stored("Arrêté".to_owned())
                href="/api/v1/documents/d/content?for=view".to_owned()
                is_download_allowed=true
            />
        }
    })
}

#[test]
fn a_file_is_shown_as_what_it_is() {
    let html = preview(
        Locale::Fr,
        false,
        PreviewState::Pdf("/x?for=view".to_owned()),
    );
    assert!(
        html.contains("<iframe") && html.contains("title=\"Aperçu de Arrêté\""),
        "{html}"
    );
    assert!(html.contains("ne montre que la première page"), "{html}");
    assert!(html.contains("Ouvrir dans un nouvel onglet"), "{html}");
    // Of a frame nobody hears that it stayed empty.
    assert!(
        html.contains("L’aperçu ne s’affiche pas\u{202f}?") && html.contains(">Réessayer<"),
        "{html}"
    );
    let html = preview(
        Locale::En,
        false,
        PreviewState::Picture("/x?for=view".to_owned()),
    );
    assert!(
        html.contains("<img")
            && html.contains("alt=\"Preview of Arrêté\"")
            && !html.contains("Try again"),
        "{html}"
    );
    let words = "<b>a</b>\n\tb".to_owned();
    let html = preview(Locale::Fr, false, PreviewState::Text(words));
    assert!(
        html.contains("<pre") && html.contains("&lt;b&gt;a&lt;/b&gt;\n\tb"),
        "{html}"
    );
}

#[test]
fn on_a_shared_device_nothing_of_the_file_is_there_until_it_is_asked_for() {
    let html = preview(Locale::Fr, true, PreviewState::Masked);
    assert!(html.contains("Afficher l’aperçu"), "{html}");
    assert!(
        html.contains("après une minute sans signe de vous"),
        "{html}"
    );
    assert!(
        !html.contains("<iframe") && !html.contains("for=view"),
        "{html}"
    );
    let html = preview(
        Locale::Fr,
        true,
        PreviewState::Pdf("/x?for=view#toolbar=0".to_owned()),
    );
    assert!(html.contains("Masquer l’aperçu"), "{html}");
    assert!(
        !html.contains("nouvel onglet") && !html.contains("téléchargez"),
        "{html}"
    );
}

#[test]
fn a_large_file_is_not_brought_unasked() {
    for is_shared in [false, true] {
        let state = if is_shared {
            PreviewState::Masked
        } else {
            PreviewState::Large(52_400_000)
        };
        let html = preview(Locale::Fr, is_shared, state);
        assert!(
            html.contains("Afficher l’aperçu (52,4\u{a0}Mo)") && !html.contains("for=view#"),
            "{html}"
        );
    }
    let html = preview(Locale::En, false, PreviewState::Large(52_400_000));
    assert!(html.contains("Show the preview (52.4\u{a0}MB)"), "{html}");
}

#[test]
fn a_viewer_that_saves_is_not_used_on_a_shared_device() {
    let html = preview(Locale::Fr, true, PreviewState::No(NoPreview::ViewerSaves));
    for words in [
        "propose toujours d’enregistrer et d’imprimer",
        "depuis un appareil qui n’est qu’à vous",
        "Masquer l’aperçu",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("<iframe"), "{html}");
}

#[test]
fn what_is_not_shown_says_why_and_what_to_do() {
    for why in [
        NoPreview::NotAllowed,
        NoPreview::OtherType,
        NoPreview::Active,
        NoPreview::NoViewer,
        NoPreview::ViewerSaves,
        NoPreview::NotSentToBeShown,
        NoPreview::OtherSite,
        NoPreview::TooLong,
        NoPreview::NotDrawn,
    ] {
        let html = preview(Locale::Fr, false, PreviewState::No(why));
        assert!(html.contains("Téléchargez le document"), "{why:?}: {html}");
        let html = preview(Locale::Fr, true, PreviewState::No(why));
        assert!(html.contains("qui n’est qu’à vous"), "{why:?}: {html}");
    }
    for (why, again) in [
        (FileError::Call(ApiError::Offline), true),
        (FileError::Cut(Progress::default()), true),
        (FileError::Invalid(InvalidFile::Empty), false),
    ] {
        let html = preview(Locale::En, false, PreviewState::Failed(why.clone()));
        assert_eq!(html.contains("Try again"), again, "{why:?}: {html}");
        assert!(
            !html.contains("<iframe") && !html.contains("<img"),
            "{html}"
        );
    }
}
