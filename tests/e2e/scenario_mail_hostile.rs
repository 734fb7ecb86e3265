//! Letters that attack who reads them: nothing runs, nothing is fetched, nothing leaves its frame, and the page never stands still.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::wire::Wire;
use crate::mail_steps::{self, AS_WORDS, JUNK, TEXT, deliver, links, open_folder, until_rows};
use crate::session_steps;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::Write;
use std::net::TcpStream;

/// How the corpus begins its subjects, and how many letters it has.
const CORPUS: &str = "Corpus : ";
const LETTERS: usize = 52;
/// What the frame may do.
const SANDBOX: &str = "allow-popups allow-popups-to-escape-sandbox";
const IMAGES: &str = "Afficher les images distantes";
/// The page must not stand still longer, in milliseconds.
const LONGEST_GAP_MS: f64 = 1000.0;
/// Those that are wide, long or directed otherwise.
const WIDE: [&str; 5] = [
    "bidi",
    "ligne-sans-fin",
    "surimpression",
    "tableau-enorme",
    "texte-tres-long",
];

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] the_hostile_letters_do_nothing_but_be_read,
        [ByEngine] what_nobody_cleaned_stays_in_its_frame,
    ]
}

/// Notes how long the page stands still, and how often a frame has loaded; both are gone with the document.
const WATCH: &str = r"
window.watch = { longest: 0, loads: 0 };
document.addEventListener('load', ({ target }) => { if (target.localName === 'iframe') watch.loads += 1; }, true);
let last = performance.now();
const beat = () => {
  const now = performance.now();
  watch.longest = Math.max(watch.longest, now - last);
  last = now;
  setTimeout(beat);
};
beat();
";

/// Follows an address of the portal within the page; what stood there is told from what comes.
const GO: &str = r"
for (const heading of document.querySelectorAll('main h2')) heading.stoodBefore = true;
watch.longest = watch.loads = 0;
const link = document.createElement('a');
link.href = arguments[0];
document.body.append(link);
link.click();
link.remove();
";

/// The message is there, and its frame has loaded where it has one.
const IS_SHOWN: &str = r"
const [text, asWords] = arguments;
const plain = (element) => element.textContent.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const heading = Array.from(document.querySelectorAll('main h2')).find((heading) => plain(heading) === text && !heading.stoodBefore);
if (!heading) return false;
const hasHtml = Array.from(document.querySelectorAll('main button')).some((button) => plain(button) === asWords);
return hasHtml ? !!document.querySelector('main iframe') && watch.loads > 0 : true;
";

/// Two more frames are drawn; how long the page stood still since it was left.
const LONGEST: &str = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(watch.longest)))))";

/// Waits until the message is shown and two frames were drawn since, and gives the longest that the page stood still.
fn until_shown(page: &Page) -> f64 {
    page.until_true(
        "the message, its frame loaded",
        IS_SHOWN,
        &[json!(TEXT), json!(AS_WORDS)],
    );
    page.run(LONGEST, &[]).as_f64().unwrap_or(f64::INFINITY)
}

/// It is the same document as before, and what is hostile is in one frame that may do nothing, or is words.
fn is_sound(page: &Page, address: &str, title: &str) {
    let ran = "return [window.ran ?? null, !!window.watch, document.querySelectorAll('main script, main form[action], main embed, main object').length]";
    assert_eq!(page.run(ran, &[]), json!([null, true, 0]));
    assert_eq!(page.path(), address);
    assert_eq!(page.title(), title);
    let frames = "return Array.from(document.querySelectorAll('iframe'), (frame) => [frame.getAttribute('sandbox'), new URL(frame.src).origin, frame.srcdoc])";
    let frames = page.run(frames, &[]);
    for frame in frames.as_array().into_iter().flatten() {
        assert_eq!(*frame, json!([SANDBOX, page.portal.origin(), ""]));
    }
    let count = frames.as_array().map_or(0, Vec::len);
    let loads = page.run("return watch.loads", &[]);
    assert_eq!(json!(count), loads, "a frame went elsewhere");
}

fn the_hostile_letters_do_nothing_but_be_read(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    mail_steps::open_list(&agent);
    open_folder(&agent, JUNK);
    let mut letters = BTreeSet::new();
    for number in 1..=2 {
        if number == 2 {
            actions::press_button(&agent, "Page suivante");
            agent.until_text("Page 2");
        }
        until_rows(&agent, "the corpus", |rows| {
            rows.iter().any(|row| row.contains(CORPUS))
        });
        let told = agent.must("reading the rows", mail_steps::rows(&agent));
        let both = links(&agent).into_iter().zip(told);
        letters.extend(both.filter(|(_, row)| row.contains(CORPUS)));
    }
    assert_eq!(letters.len(), LETTERS, "{letters:?}");
    agent.run(WATCH, &[]);
    // What the list asked for is no part of it.
    checks::nothing(checks::no_third_party_reached(&agent));
    let mut title = String::new();
    let mut findings = Vec::new();
    for (address, row) in &letters {
        agent.at(row);
        agent.run(GO, &[json!(address)]);
        let longest = until_shown(&agent);
        if longest >= LONGEST_GAP_MS {
            findings.push(format!("{row}: the page stood still for {longest} ms"));
        }
        if title.is_empty() {
            title = agent.title();
        }
        is_sound(&agent, address, &title);
        findings.extend(checks::no_third_party_reached(&agent));
        if WIDE.iter().any(|case| row.contains(case)) {
            agent.set_narrowest();
            findings.extend(checks::no_horizontal_scroll(&agent));
            agent.set_desktop();
        }
    }
    checks::nothing(findings);
    checks::nothing(checks::no_third_party(&agent));
}

/// Everything that could run, fetch, send or lead away, all of it addressed to `WIRE`.
const EVERYTHING: &str = r#"
<head><base href="http://WIRE/"><meta http-equiv="refresh" content="0;url=http://WIRE/refresh">
<link rel="stylesheet" href="http://WIRE/sheet.css">
<link rel="preload" as="image" href="http://WIRE/preload.png">
<link rel="modulepreload" href="http://WIRE/module.js">
<link rel="dns-prefetch" href="http://WIRE">
<link rel="prefetch" href="http://WIRE/prefetch">
<link rel="icon" href="http://WIRE/icon.ico"><link rel="manifest" href="http://WIRE/manifest">
<style>@import url("http://WIRE/import.css"); @font-face { font-family: x; src: url(http://WIRE/font) } body { background: url(http://WIRE/body.png); font-family: x }
p::before { content: url(http://WIRE/before.png) } ul { list-style: url(http://WIRE/list.png) } #cursor { cursor: url(http://WIRE/cursor), auto }</style>
<script>top.ran = parent.ran = window.ran = true; alert(1); fetch('http://WIRE/fetch'); top.location = 'http://WIRE/top'</script>
<script src="http://WIRE/script.js"></script><script type="module" src="http://WIRE/module.js"></script></head>
<body onload="parent.ran = true; location = 'http://WIRE/onload'" background="http://WIRE/background.png">
<p style="background: url(http://WIRE/style.png)">Une lettre que personne n'a nettoyée</p>
<img src="http://WIRE/clear.png" onerror="parent.ran = true; new Image().src = 'http://WIRE/onerror'">
<img srcset="http://WIRE/set.png 2x"><picture><source srcset="http://WIRE/source.png"><img alt=""></picture>
<img src="https://WIRE/remote.png" alt="Distante">
<svg onload="parent.ran = true"><script>parent.ran = true</script><image href="http://WIRE/svg.png"></image><use href="http://WIRE/use.svg#a"></use></svg>
<iframe src="http://WIRE/frame"></iframe>
<iframe srcdoc="<img src='http://WIRE/srcdoc.png'><script>top.ran = true</script>"></iframe>
<object data="http://WIRE/object"></object><embed src="http://WIRE/embed">
<video src="http://WIRE/video" poster="http://WIRE/poster.png" autoplay></video><audio src="http://WIRE/audio" autoplay></audio>
<video autoplay><source src="http://WIRE/source"><track src="http://WIRE/track" default></video>
<form action="http://WIRE/form" method="post"><input name="a" autofocus onfocus="form.submit()"><input type="image" src="http://WIRE/input.png"><button autofocus>Ok</button></form>
<table background="http://WIRE/table.png"><tr><td background="http://WIRE/cell.png">a</td></tr></table>
<details open ontoggle="parent.ran = true">a</details><marquee onstart="parent.ran = true">a</marquee>
<a href="javascript:top.ran = true" id="link" ping="http://WIRE/ping">a</a><ul><li>a</ul><b id="cursor">a</b>
</body>"#;

/// Each line of the letter with a server of its own, so that who is heard is known by its line.
fn addressed() -> (String, Vec<(Wire, &'static str)>) {
    let mut wires = Vec::new();
    let lines = EVERYTHING.lines().map(|line| {
        let wire = Wire::listen().expect("a server that hears");
        let addressed = line.replace("WIRE", &format!("127.0.0.1:{}", wire.port));
        wires.push((wire, line));
        addressed
    });
    (lines.collect::<Vec<_>>().join("\n"), wires)
}

/// What was heard, with the line that it was said for.
///
/// Chromium opens a connection for a frame within the frame before it asks the policy, and then says nothing over it: that
/// much is left to the cleaning.
fn heard(page: &Page, wires: &[(Wire, &'static str)]) -> Vec<(String, &'static str)> {
    let is_silent_frame = |said: &str, line: &str| {
        page.engine == Engine::Chromium && said.is_empty() && line.starts_with("<iframe src=")
    };
    let each = wires.iter();
    each.flat_map(|(wire, line)| wire.heard().into_iter().map(move |said| (said, *line)))
        .filter(|(said, line)| !is_silent_frame(said, line))
        .collect()
}

fn what_nobody_cleaned_stays_in_its_frame(page: &Page) {
    let (everything, wires) = addressed();
    let subject = "Lettre brute";
    deliver(page, subject, &json!({ "html": everything, "raw": true }));
    let agent = actions::sign_in(page, &AGENT);
    mail_steps::open_list(&agent);
    agent.run(WATCH, &[]);
    let listed = agent.must("reading the rows", mail_steps::rows(&agent));
    let place = listed.iter().position(|row| row.contains(subject));
    let address = links(&agent)[place.expect("the letter")].clone();
    agent.run(GO, &[json!(address)]);
    until_shown(&agent);
    let title = agent.title();
    // For as long as a refresh, a preload or a form that sends itself would need.
    session_steps::let_pass(&agent, 1500);
    is_sound(&agent, &address, &title);
    assert_eq!(heard(&agent, &wires), [], "before anything was asked for");
    // The words alone, and back.
    actions::press_button(&agent, AS_WORDS);
    let frames = "return document.querySelectorAll('iframe').length";
    agent.until_returns("no frame", frames, &[], 0);
    agent.run("watch.loads = 0", &[]);
    actions::press_button(&agent, "Afficher la mise en forme");
    until_shown(&agent);
    assert_eq!(heard(&agent, &wires), [], "after the words");
    agent.run("watch.loads = 0", &[]);
    actions::press_button(&agent, IMAGES);
    find::button(&agent, "Ne plus les afficher");
    agent.until("the picture to be asked for", || {
        Ok((!heard(&agent, &wires).is_empty()).then_some(()))
    });
    until_shown(&agent);
    session_steps::let_pass(&agent, 500);
    is_sound(&agent, &address, &title);
    // The picture over https alone, and nothing that is asked for in clear.
    let others: Vec<_> = heard(&agent, &wires)
        .into_iter()
        .filter(|(said, line)| said.contains("HTTP/") || !line.contains("https://WIRE"))
        .collect();
    assert_eq!(others, []);
    // Each of them would have heard.
    for (wire, line) in &wires {
        TcpStream::connect(("127.0.0.1", wire.port))
            .and_then(|mut stream| stream.write_all(b"GET /proof HTTP/1.1\r\n\r\n"))
            .expect("a connection");
        agent.until(&format!("the proof to be heard by {line}"), || {
            let heard = wire.heard();
            Ok(heard
                .iter()
                .any(|said| said.contains("/proof"))
                .then_some(()))
        });
    }
    checks::nothing(checks::axe::axe(&agent));
}
