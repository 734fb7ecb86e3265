//! Downloads that go wrong: what happened is said, nothing of it is saved, and what came is gone on with.

use crate::actions;
use crate::checks;
use crate::document_steps::{self, LARGE, PROMOTION, content, id_of};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::scenario_take_away::{
    ARRIVED, TAKE, TAKE_LARGE, at_outcome, bytes_of, open_unseen, take,
};
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const CUT: &str = "Le téléchargement s’est interrompu";
const RESUME: &str = "Reprendre";
const AGAIN: &str = "Recommencer le téléchargement";
const LIES: &str = "Ce fichier n’est pas celui qui est annoncé";
const NOTHING: &str = "rien n’a été enregistré.";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine downloads] a_file_that_was_cut_is_gone_on_with,
        [ByEngine downloads] a_connection_that_breaks_says_so_and_nothing_is_saved,
        [ChromiumOnly downloads] a_right_that_ends_in_mid_download_ends_it,
        [Nowhere downloads] a_file_that_lies_is_not_saved,
        [Nowhere downloads] a_session_that_ends_before_a_download_asks_for_the_password,
    ]
}

/// Says so, and the disk is as empty as before.
fn nothing_saved(page: &Page, says: &str) {
    page.until_text(says);
    page.until_text(NOTHING);
    at_outcome(page);
    assert_eq!(page.downloads(), [], "on the disk");
}

fn a_file_that_was_cut_is_gone_on_with(page: &Page) {
    let agent = open_unseen(page, PROMOTION);
    let file = content(&id_of(&agent, PROMOTION));
    agent.portal.spoil("GET", &file, "truncate", 1);
    take(&agent, TAKE);
    nothing_saved(&agent, CUT);
    agent.until_text("48 Ko sur 96 Ko étaient arrivés.");
    checks::nothing(checks::axe::axe(&agent));
    // What goes on is cut once more by a network that is not there yet.
    agent.portal.spoil("GET", &file, "drop", 1);
    actions::press_button(&agent, RESUME);
    nothing_saved(&agent, FR.unavailable);
    actions::press_button(&agent, RESUME);
    agent.until_text(ARRIVED);
    let bytes = bytes_of(&agent, PROMOTION);
    assert_eq!(agent.until_downloaded(&bytes), "document-2026-11-10.pdf");
    agent.forget_downloads();
    // Or all of it anew.
    agent.portal.spoil("GET", &file, "truncate", 1);
    actions::press_button(&agent, TAKE);
    nothing_saved(&agent, CUT);
    actions::press_button(&agent, AGAIN);
    agent.until_text(ARRIVED);
    agent.until_downloaded(&bytes);
}

fn a_connection_that_breaks_says_so_and_nothing_is_saved(page: &Page) {
    let agent = open_unseen(page, PROMOTION);
    let file = content(&id_of(&agent, PROMOTION));
    for (kind, says) in [
        ("status:500", FR.unavailable),
        ("html", "Quelque chose s’interpose entre vous et le portail"),
        (
            "redirect",
            "Quelque chose s’interpose entre vous et le portail",
        ),
        ("drop", FR.unavailable),
    ] {
        agent.at(kind);
        agent.portal.spoil("GET", &file, kind, 1);
        if kind == "status:500" {
            take(&agent, TAKE);
        } else {
            actions::press_button(&agent, TAKE);
        }
        nothing_saved(&agent, says);
        let resume = find::now(&agent, Role::Button, RESUME);
        assert_eq!(
            resume.ok().flatten(),
            None,
            "there is nothing to go on with"
        );
    }
    actions::press_button(&agent, TAKE);
    agent.until_text(ARRIVED);
    agent.until_downloaded(&bytes_of(&agent, PROMOTION));
}

/// So many bytes a second come; -1 is as many as can.
fn throttle(page: &Page, throughput: i64) {
    let conditions = json!({ "network_conditions": { "offline": false, "latency": 0, "throughput": throughput } });
    page.must(
        "changing the network",
        page.session()
            .post("chromium/network_conditions", &conditions),
    );
}

/// The download of the large file has come so far that the portal has asked again whether it may go on.
fn until_some_megabytes(page: &Page) {
    page.until_true(
        "some megabytes",
        "return (document.querySelector('progress')?.value ?? 0) >= 8",
        &[],
    );
}

fn a_right_that_ends_in_mid_download_ends_it(page: &Page) {
    let agent = open_unseen(page, LARGE);
    let id = id_of(&agent, LARGE);
    throttle(&agent, 6_000_000);
    take(&agent, TAKE_LARGE);
    until_some_megabytes(&agent);
    agent.portal.revoke_document(&id);
    nothing_saved(&agent, CUT);
    throttle(&agent, -1);
    actions::press_button(&agent, RESUME);
    nothing_saved(&agent, FR.missing);
    let resume = find::now(&agent, Role::Button, RESUME);
    assert_eq!(
        resume.ok().flatten(),
        None,
        "there is nothing to go on with"
    );
    checks::nothing(checks::axe::axe(&agent));
}

fn a_file_that_lies_is_not_saved(page: &Page) {
    let html = "<!DOCTYPE html><html><script>top.ran = 1</script></html>";
    let files = [
        ("Page en PDF", json!({ "content": html }), "une page web"),
        (
            "Page en archive",
            json!({ "content": html, "media_type": "application/zip" }),
            "une page web",
        ),
        (
            "Programme en image",
            json!({ "content": "MZ\u{1}\u{2}", "media_type": "image/png" }),
            "un programme",
        ),
        ("Vide", json!({ "content": "" }), "Il est vide."),
        (
            "Tronqué",
            json!({ "content": "%PDF-1.4\n1 0 obj\n" }),
            "Il en manque la fin",
        ),
        (
            "Plus court",
            json!({ "content": "%PDF-1.4\n%%EOF\n", "size": 40_000 }),
            LIES,
        ),
        (
            "Énorme",
            json!({ "size": 9_007_199_254_740_991_u64 }),
            "le portail ne prend pas les fichiers de plus de",
        ),
    ];
    for (title, document, _) in &files {
        let mut document = document.clone();
        document["title"] = json!(title);
        page.portal.put_document(&document);
    }
    let agent = open_unseen(page, PROMOTION);
    take(&agent, TAKE);
    agent.until_text(ARRIVED);
    agent.until_downloaded(&bytes_of(&agent, PROMOTION));
    agent.forget_downloads();
    for (title, _, says) in &files {
        agent.at(title);
        document_steps::open(&agent, title);
        let button = "return Array.from(document.querySelectorAll('main button')).find((button) => button.textContent.startsWith('Télécharger'))?.textContent";
        let button = agent.until("a way to take it away", || {
            let button = agent.session().run(button, &[])?;
            Ok(button.as_str().map(find::plain))
        });
        actions::press_button(&agent, &button);
        nothing_saved(&agent, says);
        agent.until_text(LIES);
        let resume = find::now(&agent, Role::Button, RESUME);
        assert_eq!(resume.ok().flatten(), None, "a lie is not gone on with");
    }
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::quiet_console(&agent));
    assert_eq!(agent.run("return window.ran ?? null", &[]), json!(null));
}

fn a_session_that_ends_before_a_download_asks_for_the_password(page: &Page) {
    let agent = open_unseen(page, PROMOTION);
    // The page does not know it yet.
    agent.portal.advance_clock(24 * 3600);
    actions::press_button(&agent, TAKE);
    actions::press_button(&agent, "Télécharger");
    find::heading(&agent, FR.session_over);
    assert_eq!(agent.downloads(), []);
    session_steps::sign_in_again(&agent, &actions::AGENT, &FR);
    find::heading(&agent, PROMOTION);
    actions::press_button(&agent, TAKE);
    // The caution was read by the same agent.
    agent.until_text(ARRIVED);
    agent.until_downloaded(&bytes_of(&agent, PROMOTION));
}
