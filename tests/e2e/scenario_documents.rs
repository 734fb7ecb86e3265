//! Documents: found by category, order and search, looked at in the page, or with a reason why not.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::document_steps::{
    self, CARD, LARGE, LIST, NOTE, PREVIEW, PROMOTION, TRAINED, content, titles, until_titles,
};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const SEARCH: &str = "Rechercher dans mes documents";
const CAREER: &str = "Carrière (6 documents, dont 1 nouveau)";
const CAREER_READ: &str = "Carrière (6 documents)";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [Nowhere] a_category_and_an_order_stand_in_the_address,
        [ByEngine] a_search_of_documents_leaves_no_trace,
        [Nowhere] a_document_is_new_until_it_was_opened,
        [ByEngine] a_pdf_is_shown_in_the_page,
        [ByEngine] pictures_and_texts_are_shown_in_the_page,
        [Nowhere] a_browser_that_shows_no_pdf_offers_the_file,
        [Nowhere held] a_document_that_was_taken_away_is_missed_calmly,
        [Nowhere] a_list_that_fails_comes_back,
        [Nowhere] a_document_that_fails_comes_back,
    ]
}

fn a_category_and_an_order_stand_in_the_address(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    actions::follow(&agent, CAREER);
    until_titles(&agent, "the documents of a category", |titles| {
        titles.len() == 6
    });
    agent.until_address("/space/documents?category=career");
    actions::follow(&agent, "Par titre");
    until_titles(&agent, "another order", |titles| {
        titles.len() == 6 && titles[0] == PROMOTION && titles[5].starts_with("Relevé de situation")
    });
    agent.until_address_with("sort=title");
    let address = agent.path();
    assert!(address.contains("category=career"), "{address}");
    agent.reload();
    until_titles(&agent, "the same again", |titles| {
        titles.first().is_some_and(|first| first == PROMOTION) && titles.len() == 6
    });
    agent.until_address(&address);
    actions::follow(&agent, "Plus anciens");
    until_titles(&agent, "the oldest first", |titles| {
        titles.first().is_some_and(|first| first == LARGE)
    });
    // Back from a document, it is the same list.
    actions::follow(&agent, LARGE);
    find::heading(&agent, LARGE);
    agent.back();
    until_titles(&agent, "the oldest first, again", |titles| {
        titles.first().is_some_and(|first| first == LARGE) && titles.len() == 6
    });
    agent.back();
    agent.until_address(&address);
    agent.open("/space/documents?category=gold&sort=%3Cb%3E&tab=x&query=prime");
    agent.until_text("Aucun document dans cette catégorie.");
    checks::nothing(checks::axe::axe(&agent));
    actions::press(&agent, "Afficher toutes les catégories");
    find::link(&agent, LARGE);
    checks::nothing(checks::quiet_console(&agent));
}

fn a_search_of_documents_leaves_no_trace(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    document_steps::open_list(&agent);
    let behind = agent.run("return history.length", &[]);
    actions::fill_in(&agent, SEARCH, "PREVOYANCE");
    agent.until_text("2 documents trouvés");
    until_titles(&agent, "what was found", |titles| {
        titles.len() == 2 && titles.iter().all(|title| title.contains("prévoyance"))
    });
    let found = titles(&agent);
    agent.until_address(LIST);
    assert_eq!(agent.run("return history.length", &[]), behind);
    // Not even the call's address holds the words.
    let places = "return [document.title, location.href, JSON.stringify(history.state), window.name, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat(), ...performance.getEntriesByType('resource').map((entry) => entry.name)].join(' ').toLowerCase()";
    let kept = agent.until("the call of the search to be noted", || {
        let kept = agent.session().run(places, &[])?;
        let kept = kept.as_str().unwrap_or_default().to_owned();
        Ok(Some(kept).filter(|kept| kept.contains("/documents/search")))
    });
    assert!(!kept.contains("voyance"), "{kept}");
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
    actions::follow(&agent, &found[0]);
    find::heading(&agent, &found[0]);
    assert!(!agent.title().contains("voyance"), "{}", agent.title());
    agent.back();
    until_titles(&agent, "what was found", |titles| titles == found);
    actions::until_value(&agent, SEARCH, "PREVOYANCE");
    actions::fill_in(&agent, SEARCH, "licorne");
    agent.until_text("Aucun document ne correspond à cette recherche.");
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, "Effacer la recherche");
    find::link(&agent, LARGE);
    agent.reload();
    find::link(&agent, LARGE);
    actions::until_value(&agent, SEARCH, "");
}

/// How many marks of what is new stand in the list.
fn marks(page: &Page) -> Option<u64> {
    let script = "return Array.from(document.querySelectorAll('main li')).filter((row) => row.querySelector('a[href^=\"/space/documents/\"]') && row.textContent.includes('Nouveau')).length";
    page.run(script, &[]).as_u64()
}

fn a_document_is_new_until_it_was_opened(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    let before = marks(&agent);
    assert!(before.is_some_and(|marks| marks >= 2), "{before:?}");
    find::link(&agent, CAREER);
    actions::follow(&agent, PROMOTION);
    find::heading(&agent, PROMOTION);
    agent.back();
    find::link(&agent, CAREER_READ);
    let one_less = before.map(|marks| marks - 1);
    agent.until_equal("the marks", &one_less, || Ok(marks(&agent)));
}

/// The one frame of the page: its address, its title and how tall it is.
pub fn frame(page: &Page) -> (String, String) {
    let script = "const frame = document.querySelector('main iframe'); return frame && frame.clientHeight > 200 ? [frame.src, frame.title] : null";
    page.until("a frame to be read in", || {
        let found = checks::strings(&page.session().run(script, &[])?);
        Ok(match &found[..] {
            [address, title] => Some((address.clone(), title.clone())),
            _ => None,
        })
    })
}

fn a_pdf_is_shown_in_the_page(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    let file = content(&document_steps::id_of(&agent, PROMOTION));
    agent.portal.count("GET", &file);
    actions::follow(&agent, PROMOTION);
    let (address, title) = frame(&agent);
    assert_eq!(address, agent.portal.url(&format!("{file}?for=view")));
    assert_eq!(title, format!("Aperçu de {PROMOTION}"));
    // Looked at once by the page, and then by the browser itself.
    agent.until("the frame to ask for its file", || {
        Ok((agent.portal.counted() >= 2).then_some(()))
    });
    agent.until_text("Si l’aperçu reste vide");
    checks::nothing(checks::frame(&agent, &FR));
    checks::nothing(checks::quiet_console(&agent));
    // Leaving takes it away.
    actions::follow(&agent, "Tous mes documents");
    find::link(&agent, LARGE);
    assert_eq!(
        agent.run("return document.querySelector('iframe')", &[]),
        json!(null)
    );
}

fn pictures_and_texts_are_shown_in_the_page(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for picture in [CARD, TRAINED] {
        agent.at(picture);
        document_steps::open(&agent, picture);
        let drawn = "const image = document.querySelector('main img'); return !!image && image.complete && image.naturalWidth > 0 && image.alt === arguments[0]";
        agent.until_true(
            "the picture",
            drawn,
            &[json!(format!("Aperçu de {picture}"))],
        );
        checks::nothing(checks::axe::axe(&agent));
    }
    agent.at(NOTE);
    document_steps::open(&agent, NOTE);
    let words = "const region = document.querySelector('main [role=region]'); return region?.tabIndex === 0 ? region.textContent.length : 0";
    agent.until("the words of the text", || {
        let length = agent.session().run(words, &[])?.as_u64();
        Ok(length.filter(|length| *length > 100).map(drop))
    });
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::quiet_console(&agent));
}

fn a_browser_that_shows_no_pdf_offers_the_file(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    document_steps::without_viewer(&agent);
    let file = content(&document_steps::id_of(&agent, PROMOTION));
    agent.portal.count("GET", &file);
    actions::follow(&agent, PROMOTION);
    agent.until_text("Votre navigateur n’affiche pas les PDF dans une page.");
    agent.until_text("Téléchargez le document pour l’ouvrir sur votre appareil.");
    find::button(&agent, "Télécharger (PDF, 96 Ko)");
    assert_eq!(
        agent.run("return document.querySelector('iframe')", &[]),
        json!(null)
    );
    assert_eq!(
        agent.portal.counted(),
        0,
        "what is not shown is not looked at"
    );
    checks::nothing(checks::axe::axe(&agent));
}

fn a_document_that_was_taken_away_is_missed_calmly(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    let id = document_steps::id_of(&agent, PROMOTION);
    agent.portal.revoke_document(&id);
    actions::follow(&agent, PROMOTION);
    find::heading(&agent, FR.missing);
    checks::nothing(checks::frame(&agent, &FR));
    checks::nothing(checks::axe::axe(&agent));
    agent.back();
    until_titles(&agent, "the list without it", |titles| {
        titles.len() > 10 && !titles.iter().any(|title| title == PROMOTION)
    });
    document_steps::open(&agent, NOTE);
    // Another agent's is as missing as one that never was.
    for id in ["nobody-s", "%3Cb%3E", "%E2%80%AE"] {
        agent.at(id);
        agent.open(&format!("/space/documents/{id}"));
        find::heading(&agent, FR.missing);
    }
    // One that goes while it is being looked at.
    document_steps::open_list(&agent);
    let card = document_steps::id_of(&agent, CARD);
    let moment = format!("/api/v1/documents/{card}/content");
    agent.portal.front().hold(&[&moment]);
    actions::follow(&agent, CARD);
    find::heading(&agent, PREVIEW);
    agent.portal.revoke_document(&card);
    agent.portal.front().let_pass();
    find::link(&agent, "Tous mes documents");
    agent.until_text(FR.missing);
    checks::nothing(checks::quiet_console(&agent));
}

fn a_list_that_fails_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for (kind, step) in [
        ("status:500", FR.try_again),
        ("html", FR.try_again),
        ("wrong_type", "Recharger la page"),
    ] {
        agent.at(kind);
        agent.open("/space/profile");
        find::heading(&agent, FR.profile);
        agent.portal.spoil("GET", "/api/v1/documents", kind, 1);
        actions::follow(&agent, FR.files.documents);
        actions::press_button(&agent, step);
        find::link(&agent, LARGE);
        agent.until_address(LIST);
    }
    // A search that fails keeps its words.
    agent
        .portal
        .spoil("POST", "/api/v1/documents/search", "status:500", 1);
    actions::fill_in(&agent, SEARCH, "prévoyance");
    find::heading(&agent, FR.unavailable);
    actions::until_value(&agent, SEARCH, "prévoyance");
    actions::press_button(&agent, FR.try_again);
    until_titles(&agent, "what was found", |titles| titles.len() == 2);
    find::gone(&agent, Role::Heading, FR.unavailable);
}

fn a_document_that_fails_comes_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    let id = document_steps::id_of(&agent, TRAINED);
    agent
        .portal
        .spoil("GET", &format!("/api/v1/documents/{id}"), "status:500", 1);
    actions::follow(&agent, TRAINED);
    find::heading(&agent, FR.unavailable);
    agent.portal.spoil("GET", &content(&id), "status:500", 1);
    actions::press_button(&agent, FR.try_again);
    find::heading(&agent, TRAINED);
    // The preview fails alone.
    agent.until_text(FR.unavailable);
    find::button(&agent, "Télécharger (Image PNG, 1,2 Mo)");
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, FR.try_again);
    let drawn = "const image = document.querySelector('main img'); return !!image && image.naturalWidth > 0";
    agent.until_true("the picture", drawn, &[]);
}
