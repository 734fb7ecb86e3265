//! Documents that no employer would send: nothing of them runs, nothing misleads, and the list goes on.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::document_steps::{self, LARGE, PREVIEW};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const LIES: &str = "Ce fichier n’est pas celui qui est annoncé";
const SCRIPT: &str = "<!DOCTYPE html><html><script>top.ran = parent.ran = window.ran = true; alert(1)</script><img src=x onerror=\"parent.ran = true\">";
const DRAWING: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>parent.ran = true</script></svg>";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [Nowhere reported] titles_that_mislead_are_only_words,
        [ByEngine] files_that_are_not_what_they_are_said_to_be_are_not_shown,
    ]
}

fn nothing_ran(page: &Page) {
    assert_eq!(page.run("return window.ran ?? null", &[]), json!(null));
}

fn titles_that_mislead_are_only_words(page: &Page) {
    let titles = [
        "../../etc/passwd\u{202e}fdp.exe",
        "<img src=x onerror=ran=1><script>ran=1</script>",
        "javascript:ran=1",
        "a\u{7}\u{0}b\u{200b}\u{feff}\u{2066}c",
        "&lt;b&gt; %3Cscript%3E {{7*7}} ${7*7}",
        &"W".repeat(300),
        "\u{202e}\u{200b}",
    ];
    for title in titles {
        let document = json!({ "title": title, "issuer": title, "content": "%PDF-1.4\n%%EOF\n" });
        page.portal.put_document(&document);
    }
    let agent = actions::sign_in(page, &AGENT);
    document_steps::open_list(&agent);
    let shown = agent.run("return document.querySelector('main').textContent", &[]);
    let shown = shown.as_str().unwrap_or_default();
    for unseen in [
        '\u{202e}', '\u{7}', '\u{0}', '\u{200b}', '\u{feff}', '\u{2066}',
    ] {
        assert!(!shown.contains(unseen), "{unseen:?} is shown");
    }
    assert!(!shown.contains("../"), "a way through folders is shown");
    assert!(shown.contains("<img src=x"), "words are only words");
    let made = "return document.querySelectorAll('main script, main img, main li b').length";
    assert_eq!(agent.run(made, &[]), json!(0), "markup out of words");
    checks::nothing(checks::axe::axe(&agent));
    agent.set_narrowest();
    checks::nothing(checks::no_horizontal_scroll(&agent));
    agent.set_desktop();
    // Each opens, the one without a word in it too.
    let links = "return Array.from(document.querySelectorAll('main ul a[href^=\"/space/documents/\"]'), (link) => link.getAttribute('href'))";
    let links = checks::strings(&agent.run(links, &[]));
    for link in &links[..titles.len()] {
        agent.at(link);
        agent.open(link);
        find::heading(&agent, PREVIEW);
        let title = agent.title();
        assert!(!title.contains("ran") && !title.contains("etc"), "{title}");
        checks::nothing(checks::frame(&agent, &FR));
        nothing_ran(&agent);
    }
    document_steps::open_list(&agent);
    checks::nothing(checks::quiet_console(&agent));
    checks::nothing(checks::nothing_stopped_by_policy(&agent));
}

/// What is put there, and what the page says in place of the file.
fn files() -> Vec<(&'static str, Value, &'static str)> {
    let never = "Par précaution, le portail n’affiche jamais ce type de fichier";
    let png = "iVBORw0KGgpnYXJiYWdlZ2FyYmFnZQ==";
    vec![
        ("Page en PDF", json!({ "content": SCRIPT }), LIES),
        (
            "Page en image",
            json!({ "content": SCRIPT, "media_type": "image/png" }),
            LIES,
        ),
        (
            "Dessin en image",
            json!({ "content": DRAWING, "media_type": "image/jpeg" }),
            LIES,
        ),
        (
            "Page en texte",
            json!({ "content": SCRIPT, "media_type": "text/plain" }),
            "<!DOCTYPE html>",
        ),
        (
            "Page",
            json!({ "content": SCRIPT, "media_type": "text/html" }),
            never,
        ),
        (
            "Dessin",
            json!({ "content": DRAWING, "media_type": "image/svg+xml" }),
            never,
        ),
        (
            "Programme",
            json!({ "content": "MZ\u{1}\u{2}", "media_type": "application/x-msdownload" }),
            never,
        ),
        (
            "Type inconnu",
            json!({ "content": "x", "media_type": "model/x-none" }),
            "Ce type de fichier ne s’affiche pas dans une page.",
        ),
        ("Vide", json!({ "content": "" }), "Il est vide."),
        (
            "Tronqué",
            json!({ "content": "%PDF-1.4\n1 0 obj\n", "size": 40_000 }),
            LIES,
        ),
        (
            "Image illisible",
            json!({ "content_base64": png, "media_type": "image/png" }),
            "Votre navigateur n’a pas pu afficher cette image.",
        ),
        (
            "Énorme",
            json!({ "size": 9_007_199_254_740_991_u64 }),
            "le portail ne prend pas les fichiers de plus de",
        ),
    ]
}

fn files_that_are_not_what_they_are_said_to_be_are_not_shown(page: &Page) {
    let all = files();
    for (title, document, _) in &all {
        let mut document = document.clone();
        document["title"] = json!(title);
        page.portal.put_document(&document);
    }
    let agent = actions::sign_in(page, &AGENT);
    for (title, _, says) in &all {
        agent.at(title);
        document_steps::open(&agent, title);
        agent.until_text(says);
        let frames = agent.run(
            "return document.querySelectorAll('iframe, embed, object').length",
            &[],
        );
        assert_eq!(frames, json!(0), "{title} stands in a frame");
        nothing_ran(&agent);
        checks::nothing(checks::frame(&agent, &FR));
    }
    checks::nothing(checks::axe::axe(&agent));
    document_steps::open_list(&agent);
    find::link(&agent, LARGE);
    nothing_ran(&agent);
    checks::nothing(checks::quiet_console(&agent));
}
