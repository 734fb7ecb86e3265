//! The documents and the certificates in every state: lists, one document, requests, and hostile data.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::documents::{Document, DocumentRequests, Documents};
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::NoPreview;
use nomade::pages::document_page::DocumentView;
use nomade::pages::documents_page::list::DocumentListView;
use nomade::rules::document_filter::{DocumentFilter, category_named, sort_named};
use nomade::rules::session::SessionStatus;
use nomade::state::amounts::AmountsContext;
use nomade::state::document_preview::{Preview, PreviewState};
use nomade::state::listing::use_listing;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

/// From here on others use the device too.
pub fn share_the_device() {
    provide_context(AmountsContext::fixed(true));
}

fn list(
    locale: Locale,
    filter: DocumentFilter,
    words: &'static str,
    documents: impl FnOnce() -> Loader<Documents> + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let listing = use_listing("documents");
        listing.typed.set(words.to_owned());
        listing.search_now();
        view! { <DocumentListView filter=Signal::stored(filter) listing documents=documents()/> }
    })
}

fn shown(locale: Locale, data: Documents) -> String {
    let loader = move || Loader::fixed(Load::Loaded(data));
    list(locale, DocumentFilter::default(), "", loader)
}

fn filter(category: &str, sort: &str) -> DocumentFilter {
    DocumentFilter {
        category: category_named(category),
        sort: sort_named(sort),
    }
}

#[test]
fn the_list_is_drawn_in_every_state_and_the_search_stays() {
    for locale in BOTH {
        for (index, (fr, en)) in [
            ("loaded__wait", "loaded__wait"),
            ("prend plus de temps", "longer than usual"),
            ("document-list__link", "document-list__link"),
            ("hors connexion", "You are offline"),
        ]
        .into_iter()
        .enumerate()
        {
            let loader = move || {
                let data = fixture::<Documents>("documents/page_first");
                states(data, ApiError::Offline)
                    .into_iter()
                    .nth(index)
                    .unwrap()
                    .1
            };
            let html = list(locale, DocumentFilter::default(), "", loader);
            let words = if locale == Locale::Fr { fr } else { en };
            assert!(html.contains(words), "{index}: {html}");
            assert!(html.contains("id=\"list-search\""), "{index}: {html}");
            assert!(html.contains("document-choice__sort"), "{index}: {html}");
        }
    }
}

#[test]
fn a_document_is_told_by_its_title_category_day_kind_and_length() {
    let html = shown(Locale::Fr, fixture("documents/page_first"));
    for words in [
        "href=\"/space/documents/d_8sKe\"",
        "<bdi lang=\"fr\">Arrêté d’avancement d’échelon</bdi>",
        "<bdi>Carrière</bdi>",
        ">1er septembre 2026<",
        "PDF, 48\u{a0}ko",
        "Image PNG, 1\u{a0}Mo",
        "3 documents, dont 1 nouveau",
        "0 document)",
        "6 documents, dont 2 nouveaux",
        "Page suivante",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches(">Nouveau<").count(), 2, "{html}");
    let html = shown(Locale::En, fixture("documents/page_last"));
    assert!(
        html.contains("Career") && !html.contains("Next page"),
        "{html}"
    );
}

#[test]
fn a_choice_has_its_own_address_and_keeps_the_other() {
    let loader = || Loader::fixed(Load::Loaded(fixture("documents/page_first")));
    let html = list(Locale::Fr, filter("career", "title"), "", loader);
    for href in [
        "/space/documents?category=training&amp;sort=title",
        "/space/documents?sort=title",
        "/space/documents?category=career\"",
        "/space/documents?category=career&amp;sort=oldest",
    ] {
        assert!(html.contains(&format!("href=\"{href}")), "{href}: {html}");
    }
    assert_eq!(html.matches("aria-current=\"true\"").count(), 2, "{html}");
}

#[test]
fn an_empty_list_says_what_was_left_out() {
    for (category, words, said) in [
        ("", "", "Aucun document pour le moment."),
        ("career", "", "Aucun document dans cette catégorie."),
        ("", "attestation", "ne correspond à cette recherche"),
        ("career", "attestation", "ne correspond à cette recherche"),
    ] {
        let loader = || Loader::fixed(Load::Loaded(fixture("documents/page_no_match")));
        let html = list(Locale::Fr, filter(category, ""), words, loader);
        assert!(html.contains(said), "{category} {words}: {html}");
        assert_eq!(
            html.contains("Afficher toutes les catégories"),
            !category.is_empty(),
            "{html}"
        );
        let found = "Aucun document trouvé pour «\u{a0}attestation\u{a0}».";
        assert_eq!(html.contains(found), !words.is_empty());
    }
}

#[test]
fn a_search_is_in_no_address() {
    let loader = || Loader::fixed(Load::Loaded(fixture("documents/page_first")));
    let html = list(Locale::Fr, filter("career", "title"), "dupont", loader);
    // The words are named, so that the same number found by others is told again.
    let found = "4 documents sur cette page pour «\u{a0}dupont\u{a0}», et d’autres ensuite.";
    assert!(html.contains(found), "{html}");
    for part in html.split("href=\"").skip(1) {
        assert!(
            !part.split('"').next().unwrap().contains("dupont"),
            "{html}"
        );
    }
}

/// What must never stand in a page, whatever a title holds.
fn assert_sound(html: &str) {
    assert!(!html.contains("../") && !html.contains("<script"), "{html}");
    let unseen = html.chars().find(|letter| {
        (letter.is_control() && *letter != '\n')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(unseen, None, "{html}");
}

#[test]
fn hostile_documents_are_rows_like_others() {
    for locale in BOTH {
        let html = shown(locale, fixture("documents/page_hostile"));
        assert_sound(&html);
        assert_eq!(html.matches("class=\"document-list__row\"").count(), 4);
        assert!(html.contains("fdp.exe &lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(html.contains("<bdi lang=\"fr\">Document</bdi>"), "{html}");
        assert!(html.contains("9\u{a0}P"), "{html}");
    }
}

/// A preview of a large file that stays as it is.
pub fn still(state: PreviewState) -> Preview {
    Preview {
        state: RwSignal::new(state),
        large: Some(52_400_000),
        accept: Callback::new(|()| ()),
        retry: Callback::new(|()| ()),
    }
}

fn one(
    locale: Locale,
    is_shared: bool,
    document: impl FnOnce() -> Loader<Document> + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        if is_shared {
            share_the_device();
        }
        let documents = Loader::fixed(Load::Loaded(fixture("documents/page_first")));
        let look = |_, is_allowed| {
            still(if is_allowed {
                PreviewState::Checking
            } else {
                PreviewState::No(NoPreview::NotAllowed)
            })
        };
        view! { <DocumentView document=document() documents preview=look/> }
    })
}

#[test]
fn a_document_is_drawn_in_every_state_under_its_title() {
    for (index, words) in [
        "loaded__wait",
        "prend plus de temps",
        "Émis par",
        "hors connexion",
    ]
    .into_iter()
    .enumerate()
    {
        let loader = move || {
            let data = fixture::<Document>("documents/document_ordinary");
            states(data, ApiError::Offline)
                .into_iter()
                .nth(index)
                .unwrap()
                .1
        };
        let html = one(Locale::Fr, false, loader);
        assert!(html.contains(words), "{index}: {html}");
        assert_eq!(html.matches("<h1").count(), 1, "{html}");
        assert!(html.contains("href=\"/space/documents\""), "{html}");
    }
    let loader = || Loader::fixed(Load::Loaded(fixture("documents/document_ordinary")));
    let html = one(Locale::Fr, false, loader);
    for words in [
        "<bdi lang=\"fr\">Arrêté d’avancement d’échelon</bdi></h1>",
        "Carrière",
        "1er septembre 2026",
        "Direction des ressources humaines",
        "PDF, 48\u{a0}ko",
        "Télécharger (PDF",
        "Vérification du fichier…",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn only_what_the_portal_allows_is_offered() {
    for (name, downloads, views) in [
        ("document_ordinary", true, true),
        ("document_view_only", false, true),
        ("document_no_action", false, false),
    ] {
        let loader = move || Loader::fixed(Load::Loaded(fixture(&format!("documents/{name}"))));
        let html = one(Locale::Fr, false, loader);
        assert_eq!(html.contains("Télécharger ("), downloads, "{name}: {html}");
        assert_eq!(html.contains("Vérification"), views, "{name}: {html}");
    }
    let newer = || Loader::fixed(Load::Loaded(fixture("documents/document_action.newer")));
    assert!(one(Locale::En, false, newer).contains("<h1"));
    let ordinary = || Loader::fixed(Load::Loaded(fixture("documents/document_ordinary")));
    let html = one(Locale::Fr, true, ordinary);
    assert!(
        !html.contains("Télécharger (") && html.contains("rien ne s’y télécharge"),
        "{html}"
    );
}

#[test]
fn an_absurd_document_is_a_page_like_others() {
    let loader = || Loader::fixed(Load::Loaded(fixture("documents/document_absurd")));
    let html = one(Locale::Fr, false, loader);
    assert_sound(&html);
    assert!(html.contains("31 décembre 9999"), "{html}");
    assert!(
        html.contains("Autre catégorie") && !html.contains("Émis par"),
        "{html}"
    );
}

#[test]
fn every_document_of_the_fixtures_can_be_drawn() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/documents");
    for case in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(case.unwrap().path()).unwrap();
        if let Ok(data) = serde_json::from_str::<Document>(&text) {
            let html = one(Locale::En, false, move || Loader::fixed(Load::Loaded(data)));
            assert_sound(&html);
        } else if let Ok(data) = serde_json::from_str::<Documents>(&text) {
            assert_sound(&shown(Locale::En, data));
        } else if let Ok(data) = serde_json::from_str::<DocumentRequests>(&text) {
            assert_sound(&super::document_requests::tab(Locale::En, data, |_| ()));
        }
    }
}
