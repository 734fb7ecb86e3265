//! Ways to documents and what is seen of them; knows the portal by its labels and its contract only.

use crate::actions;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;

/// The newest document of the agent that is a small PDF, of the 10th of November.
pub const PROMOTION: &str = "Arrêté d’avancement d’échelon";
/// A PDF of 50 MiB.
pub const LARGE: &str = "Contrat d’engagement et ses annexes numérisées";
/// A JPEG picture.
pub const CARD: &str = "Photographie de la carte professionnelle";
/// A PNG picture.
pub const TRAINED: &str = "Attestation de formation – sécurité incendie";
/// A text.
pub const NOTE: &str = "Note aux agents : horaires d’été des services";
/// The heading of the preview.
pub const PREVIEW: &str = "Aperçu";
/// The list's address.
pub const LIST: &str = "/space/documents";

/// Goes to the list.
#[track_caller]
pub fn open_list(page: &Page) {
    actions::follow(page, FR.files.documents);
    page.until_path(LIST);
    find::link(page, LARGE);
}

/// Opens a document by its title, from the list.
#[track_caller]
pub fn open(page: &Page, title: &str) {
    open_list(page);
    actions::follow(page, title);
    find::heading(page, title);
    find::heading(page, PREVIEW);
}

/// The titles of the list, from the top.
pub fn titles(page: &Page) -> Vec<String> {
    let listed = "return Array.from(document.querySelectorAll('main ul a[href^=\"/space/documents/\"]'), (link) => link.textContent)";
    checks::strings(&page.run(listed, &[]))
        .iter()
        .map(|title| find::plain(title))
        .collect()
}

/// Waits until the list is right.
#[track_caller]
pub fn until_titles(page: &Page, awaited: &str, right: impl Fn(&[String]) -> bool) {
    page.until(awaited, || Ok(right(&titles(page)).then_some(())));
}

/// The id of a document, by its title.
pub fn id_of(page: &Page, title: &str) -> String {
    let ask = "return fetch('/api/v1/documents').then((answer) => answer.json()).then((list) => list.items.find((item) => item.title.replace(/[\\s\\u00a0\\u202f]+/g, ' ') === arguments[0]).id)";
    page.run(ask, &[json!(title)])
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// The path of the file of a document.
pub fn content(id: &str) -> String {
    format!("/api/v1/documents/{id}/content")
}

/// From here to the next load the browser says that it shows no PDF in a page: then only downloads ask for the file.
pub fn without_viewer(page: &Page) {
    page.run("Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => false, configurable: true })", &[]);
}

/// Has the page be out of sight, or in it again, as its browser would tell it.
pub fn hide(page: &Page, is_hidden: bool) {
    let hidden = "Object.defineProperty(document, 'hidden', { get: () => arguments[0], configurable: true }); document.dispatchEvent(new Event('visibilitychange'))";
    // Each time with its own value.
    let script = hidden.replace("arguments[0]", if is_hidden { "true" } else { "false" });
    page.run(&script, &[]);
}
