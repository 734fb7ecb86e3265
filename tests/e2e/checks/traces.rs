//! What a page leaves in the browser: nothing about a person, anywhere; knows who is signed in only by asking the portal.

use super::Findings;
use crate::actions::SignedInAgent;
use crate::harness::page::Page;
use crate::harness::webdriver::Answer;
use serde_json::{Value, json};

/// Words that tell who somebody is or what they earn.
pub struct Personal(Vec<String>);

impl Personal {
    /// Of the agent who is signed in, with the amounts of their latest payslip as the page writes them.
    pub fn of(agent: &SignedInAgent<'_>) -> Self {
        let script = r"
const euros = (cents) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);
return Promise.all(['/api/v1/agent', '/api/v1/payslips'].map((path) => fetch(path).then((answer) => answer.json())))
  .then(([agent, list]) => [agent.username, `${agent.given_name} ${agent.family_name}`, agent.email, euros(list.items[0].net_payable)]);
";
        let words = super::strings(&agent.run(script, &[]));
        assert_eq!(words.len(), 4, "the agent's own words: {words:?}");
        Self(words.iter().map(|word| crate::find::plain(word)).collect())
    }

    /// Those of the words that a text holds.
    pub fn in_text(&self, text: &str) -> Vec<&str> {
        let text = crate::find::plain(text).to_lowercase();
        self.0
            .iter()
            .filter(|word| text.contains(&word.to_lowercase()))
            .map(String::as_str)
            .collect()
    }
}

/// Title, address, history state and every store of the browser, as one list of (where, what).
const KEPT: &str = r"
const all = (store) => Object.entries(store).map(([key, value]) => `${key}=${value}`).join('\n');
const kept = [
  ['the title', document.title], ['the address', location.href], ['the history state', JSON.stringify(history.state)],
  ['window.name', window.name], ['localStorage', all(localStorage)], ['sessionStorage', all(sessionStorage)], ['document.cookie', document.cookie],
];
const names = (promise) => Promise.resolve(promise).then((found) => found ?? [], () => []);
return Promise.all([
  names(globalThis.caches?.keys()), names(globalThis.indexedDB?.databases?.()), names(navigator.serviceWorker?.getRegistrations()),
]).then(([caches, databases, workers]) => [...kept,
  ['Cache Storage', caches.join()], ['IndexedDB', databases.map((database) => database.name).join()], ['service workers', workers.map((worker) => worker.scope).join()],
]);
";

/// The page keeps nothing personal where the next user of the device would find it.
pub fn nothing_personal_kept(page: &Page, personal: &Personal) -> Findings {
    let kept = page.run(KEPT, &[]);
    let mut findings = Findings::new();
    for (place, content) in kept.as_array().into_iter().flatten().map(pair) {
        for word in personal.in_text(content) {
            findings.push(format!("{place} holds {word:?}: {content}"));
        }
        let must_be_empty = [
            "Cache Storage",
            "IndexedDB",
            "service workers",
            "sessionStorage",
            "document.cookie",
            "window.name",
        ];
        if must_be_empty.contains(&place) && !content.is_empty() {
            findings.push(format!("{place} is not empty: {content}"));
        }
        // A chosen language and a note fit in this; anything longer is about somebody or something.
        if place == "localStorage" && content.len() > 120 {
            findings.push(format!(
                "{place} holds more than a language and a note: {content}"
            ));
        }
    }
    assert!(
        kept.as_array().is_some_and(|kept| kept.len() == 10),
        "the page told {kept}"
    );
    findings
}

/// What the page shows is nothing personal.
#[track_caller]
pub fn nothing_personal_shown(page: &Page, personal: &Personal) -> Findings {
    page.must("reading the page", personal_words_shown(page, personal))
}

/// The same for a wait: a page that is just being left refuses to be read.
pub fn personal_words_shown(page: &Page, personal: &Personal) -> Answer<Findings> {
    let whole = "return document.documentElement.textContent";
    let shown = page.session().run(whole, &[])?;
    let words = personal.in_text(shown.as_str().unwrap_or_default());
    let finding = |word| format!("the page still holds {word:?}");
    Ok(words.into_iter().map(finding).collect())
}

/// The session cookies of the page, as the driver sees them and scripts must not.
pub fn cookies(page: &Page) -> Vec<Value> {
    let all = page.must("reading the cookies", page.session().get("cookie"));
    all.as_array().cloned().unwrap_or_default()
}

/// The cookie by which the checks try whether cookies are kept, if it ends as soon as it should.
pub fn is_trial(cookie: &Value) -> bool {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_secs());
    let named = matches!(cookie["name"].as_str(), Some("probe" | "__Host-probe"));
    named
        && cookie["expiry"]
            .as_u64()
            .is_some_and(|end| end <= now + 300)
}

/// The same as a `Cookie` header.
pub fn cookie_header(page: &Page) -> String {
    let text = |cookie: &Value, key: &str| cookie[key].as_str().unwrap_or_default().to_owned();
    let pairs: Vec<String> = cookies(page)
        .iter()
        .map(|cookie| format!("{}={}", text(cookie, "name"), text(cookie, "value")))
        .collect();
    pairs.join("; ")
}

fn pair(entry: &Value) -> (&str, &str) {
    (
        entry[0].as_str().unwrap_or_default(),
        entry[1].as_str().unwrap_or_default(),
    )
}

/// No script of the page can read a cookie: all of the session's are for the browser alone.
pub fn cookies_out_of_reach(page: &Page) -> Findings {
    let readable = cookies(page)
        .into_iter()
        .filter(|cookie| cookie["httpOnly"] != json!(true));
    readable
        .map(|cookie| format!("a script can read the cookie {}", cookie["name"]))
        .collect()
}
