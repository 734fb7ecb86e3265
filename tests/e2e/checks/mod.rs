//! What must hold on every page; each check returns what it found wrong, in words, and nothing when all is well.

pub mod axe;
pub mod traces;

use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::words::Words;
use serde_json::{Value, json};

/// Things that are wrong, one sentence each.
pub type Findings = Vec<String>;

/// Fails the scenario when anything was found.
#[track_caller]
pub fn nothing(findings: Findings) {
    assert!(
        findings.is_empty(),
        "{} findings:\n- {}",
        findings.len(),
        findings.join("\n- ")
    );
}

/// One h1, a title, the language, landmarks: what every page owes to who can't see it.
pub fn frame(page: &Page, words: &Words) -> Findings {
    let script = r#"
const found = [];
const shown = (element) => element.getClientRects().length > 0;
const count = (selector) => Array.from(document.querySelectorAll(selector)).filter(shown).length;
const first = count('h1, [role=heading][aria-level="1"]');
if (first !== 1) found.push(`${first} headings of the first level`);
if (count('main') !== 1) found.push(`${count('main')} main`);
if (document.documentElement.lang !== arguments[0]) found.push(`lang is ${document.documentElement.lang}`);
if (!document.title.trim()) found.push('no title');
if (!document.querySelector('meta[name=viewport]')) found.push('no viewport');
return found;
"#;
    strings(&page.run(script, &[json!(words.tag)]))
}

/// Nothing lies beyond the right edge of the window.
pub fn no_horizontal_scroll(page: &Page) -> Findings {
    let script = r"
const root = document.documentElement;
if (root.scrollWidth <= root.clientWidth) return [];
const width = root.clientWidth;
const wide = Array.from(document.querySelectorAll('body *')).filter((element) => element.getBoundingClientRect().right > width + 1);
const names = wide.slice(-3).map((element) => element.outerHTML.slice(0, 80));
return [`${root.scrollWidth} px wide in a window of ${width}: ${names.join(' … ')}`];
";
    strings(&page.run(script, &[]))
}

/// Every request went to the portal itself.
pub fn no_third_party(page: &Page) -> Findings {
    let seen = page.run(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)",
        &[],
    );
    let mut urls = strings(&seen);
    // The page's own record leaves out what was blocked; Chromium's driver keeps that too.
    if page.engine == Engine::Chromium {
        urls.extend(chromium_requests(page));
    }
    // Chromium's viewer of PDFs is an extension that comes with it.
    let own = |url: &String| {
        ["data:", "blob:", "about:", "chrome:", "chrome-extension:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
            || url.starts_with(page.portal.origin())
    };
    urls.into_iter()
        .filter(|url| !own(url))
        .map(|url| format!("a request to {url}"))
        .collect()
}

/// Nothing was refused by the policy, no error and no warning stands in the console (Chromium's driver alone tells).
pub fn quiet_console(page: &Page) -> Findings {
    if page.engine != Engine::Chromium {
        return Findings::new();
    }
    let log = page.must(
        "reading the console",
        page.session().post("se/log", &json!({ "type": "browser" })),
    );
    let entries = log.as_array().cloned().unwrap_or_default();
    let loud = entries
        .iter()
        .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
    // A status that the portal answers on purpose is logged by the browser, not by the page.
    let of_the_page = loud.filter(|entry| entry["source"] != "network");
    of_the_page
        .map(|entry| format!("console: {}", entry["message"].as_str().unwrap_or_default()))
        .collect()
}

/// The policy stopped nothing on any page so far, in engines that were asked to report; proves that reports do arrive.
pub fn nothing_stopped_by_policy(page: &Page) -> Findings {
    let breach = "const image = new Image(); image.src = 'https://breach-on-purpose.invalid/'; document.body.append(image)";
    page.run(breach, &[]);
    page.until("the browser's report of a breach on purpose", || {
        Ok(page
            .portal
            .reports()
            .iter()
            .any(|report| report.contains("breach-on-purpose"))
            .then_some(()))
    });
    let others = page
        .portal
        .reports()
        .into_iter()
        .filter(|report| !report.contains("breach-on-purpose"));
    others
        .map(|report| format!("stopped by the policy: {report}"))
        .collect()
}

/// No request but to the portal itself left the browser: what a policy stopped did not. Each call reads what came since
/// the last (Chromium's driver alone tells of what is in a frame).
pub fn no_third_party_reached(page: &Page) -> Findings {
    if page.engine != Engine::Chromium {
        return Findings::new();
    }
    let told = chromium_log(page);
    let id = |event: &Value| event["params"]["requestId"].clone();
    let stopped: Vec<Value> = told
        .iter()
        .filter(|event| event["method"] == "Network.loadingFailed")
        .filter(|event| event["params"]["blockedReason"].is_string())
        .map(id)
        .collect();
    told.iter()
        .filter(|event| event["method"] == "Network.requestWillBeSent")
        .filter(|event| !stopped.contains(&id(event)))
        .filter_map(|event| event["params"]["request"]["url"].as_str())
        .filter(|url| !url.starts_with("data:") && !url.starts_with(page.portal.origin()))
        .map(|url| format!("a request to {url}"))
        .collect()
}

fn chromium_requests(page: &Page) -> Vec<String> {
    let told = chromium_log(page);
    let sent = told
        .iter()
        .filter(|event| event["method"] == "Network.requestWillBeSent");
    sent.filter_map(|event| {
        event["params"]["request"]["url"]
            .as_str()
            .map(ToOwned::to_owned)
    })
    .collect()
}

/// What Chromium told of the network since it was last asked.
fn chromium_log(page: &Page) -> Vec<Value> {
    let log = page.must(
        "reading the network log",
        page.session()
            .post("se/log", &json!({ "type": "performance" })),
    );
    let entries = log.as_array().cloned().unwrap_or_default();
    let told = entries
        .iter()
        .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
    told.map(|mut told| told["message"].take()).collect()
}

/// The strings of a JSON array.
pub fn strings(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(ToOwned::to_owned))
        .collect()
}
