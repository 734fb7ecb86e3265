//! What a session on a shared device leaves on the disk: nothing that was on the screen.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::find;
use crate::harness::page::Page;
use crate::harness::profile::Found;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps;
use crate::words::Words;
use serde_json::Value;

const FR: Words = Words::FRENCH;
const COMMENT: &str = "Je n’ai jamais vu cet ordinateur-là.";
const CONTROL: &str = "planted-by-the-tests";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ChromiumAndFirefox kept_profile] a_session_on_a_shared_device_leaves_nothing_on_the_disk,
    ]
}

/// Who the agent is, as the portal tells it and as the pages write it.
fn words_about(agent: &SignedInAgent<'_>) -> Vec<String> {
    let told = session_steps::session(agent);
    let of = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let who = &told["agent"];
    let mut words: Vec<String> = ["id", "username", "email", "service"]
        .iter()
        .map(|name| of(&who[*name]))
        .collect();
    words.push(format!(
        "{} {}",
        of(&who["given_name"]),
        of(&who["family_name"])
    ));
    words.push(of(&told["last_connection"]["from"]));
    words
}

/// The amounts that the page shows, as it writes them.
fn amounts(page: &Page) -> Vec<String> {
    let script = r"return document.body.innerText.match(/\d[\d\s\u00a0\u202f]*,\d\d[\s\u00a0\u202f]€/g) ?? []";
    crate::checks::strings(&page.run(script, &[]))
}

fn a_session_on_a_shared_device_leaves_nothing_on_the_disk(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    let mut words = words_about(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    actions::press_button(&agent, "Afficher les montants");
    agent.until_text("€");
    words.extend(amounts(&agent));
    let payslip = agent
        .path()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    // As the wire has it.
    let wire = "return fetch(`/api/v1/payslips/${arguments[0]}`).then((answer) => answer.text()).then((body) => /\"net_payable\":\\s*\\d+/.exec(body)[0])";
    let wire = agent.run(wire, &[payslip.into()]);
    words.push(wire.as_str().unwrap_or_default().to_owned());
    actions::follow(&agent, FR.payslips);
    find::link(&agent, FR.latest_month);
    agent.open("/space/profile");
    find::heading(&agent, FR.profile);
    find::link(&agent, FR.terms);
    actions::follow(&agent, FR.activity);
    find::heading(&agent, FR.journal);
    actions::follow(&agent, FR.not_mine);
    actions::fill_in(&agent, FR.comment, COMMENT);
    actions::press_button(&agent, FR.send_report);
    find::heading(&agent, FR.report_done);
    words.push(COMMENT.to_owned());
    words.push(AGENT.password.to_owned());
    assert!(
        words.len() > 15 && words.iter().all(|word| word.len() > 5),
        "what was on the screen: {words:?}"
    );
    // Where calls are stored at all they are stored under their address.
    words.extend(["/api/v1/payslips", "/api/v1/agent", "/api/v1/activity"].map(str::to_owned));
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
    let profile = page.end_browser();

    profile.plant(CONTROL, &control(&words[0], &words[1]));
    let control = [
        "/space/profile".to_owned(),
        words[0].clone(),
        words[1].clone(),
    ];
    let seen = profile.search(&control);
    let visited = seen
        .iter()
        .any(|found| found.word == "/space/profile" && found.file != CONTROL);
    assert!(
        visited && seen.iter().filter(|found| found.file == CONTROL).count() == 2,
        "the search finds what is there, such as the history: {seen:?} in {} files",
        profile.size()
    );
    let left: Vec<Found> = profile
        .search(&words)
        .into_iter()
        .filter(|found| found.file != CONTROL)
        .collect();
    let told: Vec<String> = left
        .iter()
        .map(|found| format!("{}: {:?}", found.file, found.word))
        .collect();
    assert!(told.is_empty(), "on the disk:\n- {}", told.join("\n- "));
}

/// A file with one word in UTF-16 and one in UTF-8.
fn control(wide: &str, narrow: &str) -> Vec<u8> {
    let mut bytes: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.extend(narrow.as_bytes());
    bytes
}
