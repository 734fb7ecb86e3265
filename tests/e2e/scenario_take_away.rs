//! Taking files away: a caution, the very bytes under a neutral name, and nothing left in the page.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::checks::{self, traces};
use crate::document_steps::{
    self, CARD, LARGE, NOTE, PREVIEW, PROMOTION, TRAINED, content, id_of, without_viewer,
};
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::scenario_documents::frame;
use crate::scenario_payslip_study::payslip_id;
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
pub const CAUTION: &str = "Avant de télécharger";
pub const ACCEPT: &str = "Télécharger";
pub const CANCEL: &str = "Annuler";
pub const ARRIVED: &str = "Le fichier est arrivé entier.";
/// The button that takes [`PROMOTION`] away.
pub const TAKE: &str = "Télécharger (PDF, 96 Ko)";
/// The button that takes [`LARGE`] away.
pub const TAKE_LARGE: &str = "Télécharger (PDF, 52,4 Mo)";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine downloads] a_document_is_saved_after_a_caution_under_a_neutral_name,
        [ByEngine downloads] a_payslip_is_saved_likewise,
        [ByEngine downloads] a_large_file_shows_its_bytes_and_can_be_given_up,
        [Nowhere downloads] whatever_was_made_for_a_download_is_unmade,
        [Nowhere downloads] the_journal_and_the_receipt_tell_of_what_was_taken,
        [ByEngine downloads] on_a_shared_device_nothing_is_taken_away,
        [Nowhere downloads] two_presses_are_one_download,
        [Nowhere downloads] a_browser_that_saves_nothing_is_told_how,
    ]
}

/// Signs in and opens a document whose file only downloads ask for.
pub fn open_unseen<'a>(page: &'a Page, title: &str) -> SignedInAgent<'a> {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    without_viewer(&agent);
    document_steps::open(&agent, title);
    agent
}

/// Presses the button and accepts the caution.
pub fn take(page: &Page, button: &str) {
    actions::press_button(page, button);
    find::heading(page, CAUTION);
    actions::press_button(page, ACCEPT);
    session_steps::until_no_dialog(page);
}

/// The bytes of a document, as the portal has them.
pub fn bytes_of(page: &Page, title: &str) -> Vec<u8> {
    let file = format!("{}?for=view", content(&id_of(page, title)));
    page.portal.file(&file, &traces::cookie_header(page))
}

/// The focus is on what was told of the download.
pub fn at_outcome(page: &Page) {
    page.until_true(
        "the focus on what came of it",
        "return document.activeElement.id === 'take-away-outcome'",
        &[],
    );
}

fn a_document_is_saved_after_a_caution_under_a_neutral_name(page: &Page) {
    let agent = open_unseen(page, PROMOTION);
    actions::press_button(&agent, TAKE);
    find::heading(&agent, CAUTION);
    agent.until_text("supprimez le fichier après usage, corbeille comprise.");
    checks::nothing(checks::axe::axe(&agent));
    agent.press(&[keys::ESCAPE]);
    session_steps::until_no_dialog(&agent);
    // Back on the button.
    find::with_focus(&agent, TAKE);
    assert_eq!(agent.downloads(), [], "nothing was asked for");
    // By keyboard alone.
    agent.press(&[keys::ENTER]);
    find::heading(&agent, CAUTION);
    actions::tab_to(&agent, ACCEPT);
    agent.press(&[keys::ENTER]);
    agent.until_text(ARRIVED);
    at_outcome(&agent);
    let name = agent.until_downloaded(&bytes_of(&agent, PROMOTION));
    assert_eq!(name, "document-2026-11-10.pdf");
    agent.until_text("Le navigateur enregistre document-2026-11-10.pdf");
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::frame(&agent, &FR));
    agent.forget_downloads();
    // The caution is for the first only.
    for (title, button, name) in [
        (
            TRAINED,
            "Télécharger (Image PNG, 1,2 Mo)",
            "document-2026-05-11.png",
        ),
        (NOTE, "Télécharger (Texte, 1 Ko)", "document-2026-07-14.txt"),
    ] {
        agent.at(title);
        document_steps::open(&agent, title);
        actions::press_button(&agent, button);
        agent.until_text(ARRIVED);
        // Said of what was handed over: the browser may write it later.
        assert_eq!(agent.until_downloaded(&bytes_of(&agent, title)), name);
        let files = agent.downloads();
        assert_eq!(files.len(), 1, "one file alone: {files:?}");
        agent.forget_downloads();
    }
    checks::nothing(checks::quiet_console(&agent));
}

fn a_payslip_is_saved_likewise(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    take(&agent, "Télécharger (PDF)");
    agent.until_text(ARRIVED);
    let file = format!(
        "/api/v1/payslips/{}/document?for=view",
        payslip_id(&agent, "2026-10-01")
    );
    let bytes = agent.portal.file(&file, &traces::cookie_header(&agent));
    assert_eq!(agent.until_downloaded(&bytes), "bulletin-2026-10.pdf");
    checks::nothing(checks::axe::axe(&agent));
}

fn a_large_file_shows_its_bytes_and_can_be_given_up(page: &Page) {
    let agent = open_unseen(page, LARGE);
    let file = content(&id_of(&agent, LARGE));
    agent.portal.spoil("GET", &file, "slow:60000", 1);
    take(&agent, TAKE_LARGE);
    agent.until_text("Téléchargement en cours…");
    agent.until_text("sur 52,4 Mo");
    let value = "return document.querySelector('progress')?.value ?? -1";
    let more_than = |before: f64| {
        let value = agent.session().run(value, &[])?.as_f64();
        Ok(value.filter(|value| *value > before))
    };
    let first = agent.until("some of it", || more_than(0.0));
    agent.until("more of it", || more_than(first));
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, CANCEL);
    agent.until_text("Téléchargement annulé : rien n’a été enregistré.");
    at_outcome(&agent);
    assert_eq!(agent.downloads(), []);
    // It can be had after all, without another caution.
    actions::press_button(&agent, TAKE_LARGE);
    agent.until_text(ARRIVED);
    let bytes = bytes_of(&agent, LARGE);
    assert_eq!(bytes.len(), 52_428_800);
    assert_eq!(agent.until_downloaded(&bytes), "document-2021-12-24.pdf");
    agent.forget_downloads();
    // Leaving the page gives a download up too.
    agent.portal.spoil("GET", &file, "slow:60000", 1);
    actions::press_button(&agent, TAKE_LARGE);
    agent.until_text("Téléchargement en cours…");
    actions::follow(&agent, "Tous mes documents");
    find::link(&agent, PROMOTION);
    document_steps::open(&agent, LARGE);
    find::button(&agent, TAKE_LARGE);
    // Signing out in mid-download does.
    agent.portal.spoil("GET", &file, "slow:60000", 1);
    actions::press_button(&agent, TAKE_LARGE);
    agent.until_text("sur 52,4 Mo");
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
    assert_eq!(page.downloads(), []);
}

/// Notes each address of an object that the page makes, and whether it has ended; a long wait of the page's is a short one.
const WATCH_OBJECTS: &str = r"
window.objects = new Map();
const { createObjectURL, revokeObjectURL } = URL;
URL.createObjectURL = (object) => {
  const url = createObjectURL.call(URL, object);
  objects.set(url, 'there');
  return url;
};
URL.revokeObjectURL = (url) => {
  revokeObjectURL.call(URL, url);
  if (objects.has(url)) objects.set(url, 'ended');
};
const wait = window.setTimeout;
window.setTimeout = (act, ms, ...more) => wait.call(window, act, ms > 30000 && window.hurry ? 500 : ms, ...more);
";

fn whatever_was_made_for_a_download_is_unmade(page: &Page) {
    let agent = open_unseen(page, PROMOTION);
    agent.run(WATCH_OBJECTS, &[]);
    agent.run("window.hurry = true", &[]);
    let objects = "return Array.from(objects.values())";
    take(&agent, TAKE);
    agent.until_text(ARRIVED);
    let name = agent.until_downloaded(&bytes_of(&agent, PROMOTION));
    let all_ended = "return objects.size === arguments[0] && Array.from(objects.values()).every((object) => object === 'ended')";
    agent.until_true("the address to end by itself", all_ended, &[json!(1)]);
    agent.run("window.hurry = false", &[]);
    agent.forget_downloads();
    // A browser may still be saving when its page is left.
    actions::press_button(&agent, TAKE);
    agent.until_text(ARRIVED);
    actions::follow(&agent, "Tous mes documents");
    find::link(&agent, LARGE);
    assert_eq!(agent.until_downloaded(&bytes_of(&agent, PROMOTION)), name);
    assert_eq!(agent.run(objects, &[]), json!(["ended", "there"]));
    // Not when nobody is here any more, even where no new document takes the place of this one.
    agent.go_offline();
    actions::press_button(&agent, FR.log_out);
    page.until_text("le portail n’a pas pu en être informé");
    page.until_true("the end of every address", all_ended, &[json!(2)]);
    page.go_online();
    page.until_text(FR.portal_closed);
}

fn the_journal_and_the_receipt_tell_of_what_was_taken(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    document_steps::open(&agent, CARD);
    agent.until_true(
        "the picture",
        "return (document.querySelector('main img')?.naturalWidth ?? 0) > 0",
        &[],
    );
    document_steps::open(&agent, PROMOTION);
    take(&agent, TAKE);
    agent.until_text(ARRIVED);
    document_steps::open(&agent, NOTE);
    actions::press_button(&agent, "Télécharger (Texte, 1 Ko)");
    agent.until_text(ARRIVED);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    actions::press_button(&agent, "Télécharger (PDF)");
    agent.until_text(ARRIVED);
    agent.until("three files", || {
        Ok((agent.downloads().len() == 3).then_some(()))
    });
    actions::follow(&agent, FR.activity);
    find::heading(&agent, FR.journal);
    agent.until_text("Document téléchargé");
    agent.until_text("Document consulté");
    agent.until_text("Bulletin de paie téléchargé");
    find::link(&agent, PROMOTION);
    checks::nothing(checks::axe::axe(&agent));
    actions::follow(&agent, CARD);
    find::heading(&agent, PREVIEW);
    actions::sign_out(agent, &FR);
    page.until_text("2 documents téléchargés pendant cette session, en tout ou en partie.");
    page.until_text("1 bulletin de paie téléchargé pendant cette session, en tout ou en partie.");
    checks::nothing(checks::axe::axe(page));
}

/// Nothing on the page takes a file away.
fn nothing_to_take(page: &Page) {
    let ways = "return Array.from(document.querySelectorAll('main a, main button')).filter((way) => /télécharger|enregistrer|ouvrir dans/i.test(way.textContent) || way.hasAttribute('download') || /for=download|\\/document$|\\/content$/.test(way.href ?? '')).map((way) => way.outerHTML.slice(0, 120))";
    checks::nothing(checks::strings(&page.run(ways, &[])));
}

fn on_a_shared_device_nothing_is_taken_away(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    nothing_to_take(&agent);
    document_steps::open(&agent, CARD);
    agent.until_text("rien ne s’y télécharge");
    nothing_to_take(&agent);
    checks::nothing(checks::axe::axe(&agent));
    let seen = "return document.querySelector('main img, main iframe, main pre') !== null";
    assert_eq!(agent.run(seen, &[]), false, "nothing is shown unasked");
    actions::press_button(&agent, "Afficher l’aperçu");
    agent.until_true(
        "the picture",
        "return (document.querySelector('main img')?.naturalWidth ?? 0) > 0",
        &[],
    );
    nothing_to_take(&agent);
    document_steps::hide(&agent, true);
    find::button(&agent, "Afficher l’aperçu");
    assert_eq!(agent.run(seen, &[]), false, "out of sight it is gone");
    document_steps::hide(&agent, false);
    find::button(&agent, "Afficher l’aperçu");
    actions::press_button(&agent, "Afficher l’aperçu");
    agent.until_true("the picture again", seen, &[]);
    agent.run(
        "document.hasFocus = () => false; dispatchEvent(new Event('blur'))",
        &[],
    );
    find::button(&agent, "Afficher l’aperçu");
    assert_eq!(agent.run(seen, &[]), false, "in another window it is gone");
    agent.run("delete document.hasFocus", &[]);
    document_steps::open(&agent, PROMOTION);
    actions::press_button(&agent, "Afficher l’aperçu");
    if agent.engine == Engine::Chromium {
        // Its viewer can be told to have no button to save by.
        let (address, _) = frame(&agent);
        assert!(address.ends_with("?for=view#toolbar=0"), "{address}");
    } else {
        find::button(&agent, "Masquer l’aperçu");
        assert_eq!(agent.run(seen, &[]), false, "a viewer could save it");
    }
    actions::press_button(&agent, "Masquer l’aperçu");
    find::button(&agent, "Afficher l’aperçu");
    assert_eq!(agent.run(seen, &[]), false, "masked again");
    assert_eq!(agent.downloads(), []);
    // The portal refuses it too.
    let refused = "return fetch(`${arguments[0]}?for=download`).then((answer) => answer.status)";
    let file = content(&id_of(&agent, CARD));
    assert_eq!(agent.run(refused, &[json!(file)]), 403);
}

fn two_presses_are_one_download(page: &Page) {
    let agent = open_unseen(page, PROMOTION);
    take(&agent, TAKE);
    agent.until_text(ARRIVED);
    agent.until_downloaded(&bytes_of(&agent, PROMOTION));
    agent.forget_downloads();
    let file = content(&id_of(&agent, PROMOTION));
    agent.portal.spoil("GET", &file, "delay:500", 1);
    agent.portal.count("GET", &file);
    let button = find::button(&agent, TAKE).to_json();
    agent.run(
        "for (let n = 0; n < 5; n += 1) arguments[0].click()",
        &[button],
    );
    agent.until_text(ARRIVED);
    assert_eq!(agent.portal.counted(), 0, "the slow one was the only one");
    agent.until_downloaded(&bytes_of(&agent, PROMOTION));
}

fn a_browser_that_saves_nothing_is_told_how(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    without_viewer(&agent);
    agent.run("delete HTMLAnchorElement.prototype.download", &[]);
    document_steps::open(&agent, PROMOTION);
    agent.until_text("Votre navigateur n’enregistre pas un fichier depuis une page.");
    // Engines differ on the space before what only screen readers read.
    let way = "return Array.from(document.links).find((link) => link.textContent.startsWith('Ouvrir le fichier (PDF, 96'))?.href";
    let file = content(&id_of(&agent, PROMOTION));
    let address = agent.portal.url(&format!("{file}?for=download"));
    agent.until_returns("the way to the file", way, &[], address);
    checks::nothing(checks::axe::axe(&agent));
}
