//! The receipt of a sign-out: what it says is true, whatever became of the portal and whatever lay in the browser.

use crate::actions::{self, AGENT};
use crate::checks::{self, traces};
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;
const SESSION: &str = "/api/v1/session";
const STORAGE_EMPTY: &str = "Stockage du navigateur : vide.";
const UNREACHED: &str = "Votre espace est fermé ici, mais le portail n’a pas pu en être informé.";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] whatever_was_planted_is_gone_and_the_language_stays,
        [Nowhere] what_comes_back_is_told,
        [ByEngine] signing_out_without_a_network_is_honest,
        [Nowhere] a_portal_that_only_refuses_can_be_told_later,
        [Nowhere] a_portal_that_hears_late_empties_all_but_the_language,
        [Nowhere] a_portal_that_is_away_is_said_to_be,
        [Nowhere] what_was_downloaded_in_any_tab_is_counted,
        [Nowhere] a_journal_that_hangs_holds_nobody_up,
        [Nowhere] ending_a_session_twice_is_ending_it_once,
        [Nowhere] a_made_up_receipt_claims_nothing,
    ]
}

/// As somebody's bookmarklet or another program of the origin would.
const PLANT: &str = r"
localStorage.setItem('planted', 'Camille');
sessionStorage.setItem('planted', 'Camille');
return Promise.all([
  caches.open('planted').then((cache) => cache.put('/planted', new Response('Camille'))),
  new Promise((done, failed) => {
    const opening = indexedDB.open('planted', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('planted').put('Camille', 1);
    opening.onsuccess = () => { opening.result.close(); done(); };
    opening.onerror = failed;
  }),
]).then(() => true);
";

fn whatever_was_planted_is_gone_and_the_language_stays(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::switch_language(&agent, &FR, &EN);
    assert_eq!(agent.run(PLANT, &[]), true);
    assert!(
        !traces::nothing_personal_kept(&agent, &personal).is_empty(),
        "what was planted is seen by the check"
    );
    let address = "const url = URL.createObjectURL(new Blob(['Camille'])); return url";
    let object = agent.run(address, &[]);
    actions::sign_out(agent, &EN);
    page.until_text(EN.portal_closed);
    page.until_text("Browser storage: empty.");
    page.until_text("Databases and caches of this site: none.");
    checks::nothing(traces::nothing_personal_kept(page, &personal));
    assert_eq!(
        page.run(
            "return [Object.entries(localStorage), sessionStorage.length]",
            &[]
        ),
        json!([[["language", "en"]], 0])
    );
    let opened = "return fetch(arguments[0]).then(() => 'there', () => 'gone')";
    assert_eq!(
        page.run(opened, &[object]),
        "gone",
        "the object behind the address"
    );
    page.reload();
    find::heading(page, EN.signed_out);
    page.open("/login");
    find::button(page, EN.log_in);
}

fn what_comes_back_is_told(page: &Page) {
    actions::sign_in(page, &AGENT);
    let mine = page.tab();
    page.open_tab("/robots.txt");
    // Another page of the origin that does not let go.
    let keep = "setInterval(() => { localStorage.back = 'again'; document.cookie = 'back=again; path=/' }, 5)";
    page.run(keep, &[]);
    page.choose(&mine);
    let agent = actions::signed_in_here(page, &FR);
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
    // A tab behind others takes its time.
    page.until_true(
        "what came back",
        "return !!localStorage.back && document.cookie !== ''",
        &[],
    );
    page.reload();
    page.until_text("Stockage du navigateur : 1 élément reste.");
    page.until_text("Cookies lisibles par la page : 1 reste.");
    checks::nothing(checks::axe::axe(page));
}

/// The hour and minute that the receipt names, against when the portal ends the session.
fn tells_the_end(page: &Page, idle_end: &str) {
    let time = idle_end.get(11..16).unwrap_or_default();
    page.until_text(&format!("elle se ferme d’elle-même à {time} au plus tard."));
}

fn signing_out_without_a_network_is_honest(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let personal = traces::Personal::of(&agent);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    let idle_end = session_steps::idle_end(&agent);
    assert_eq!(agent.run(PLANT, &[]), true);
    agent.go_offline();
    actions::press_button(&agent, FR.log_out);
    page.until_text(UNREACHED);
    checks::nothing(traces::nothing_personal_shown(page, &personal));
    page.until_text("Cette page continue d’essayer de l’informer.");
    tells_the_end(page, &idle_end);
    page.until_text(STORAGE_EMPTY);
    checks::nothing(traces::nothing_personal_kept(page, &personal));
    checks::nothing(checks::axe::axe(page));
    page.go_online();
    page.until_text(FR.portal_closed);
    page.until_path("/signed-out");
    assert_eq!(session_steps::session(page)["state"], "signed_out");
}

fn a_portal_that_only_refuses_can_be_told_later(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let idle_end = session_steps::idle_end(&agent);
    agent.portal.spoil("DELETE", SESSION, "status:503", 3);
    actions::sign_out(agent, &FR);
    page.until_text(UNREACHED);
    page.until_text(FR.portal_open);
    tells_the_end(page, &idle_end);
    page.until_text(STORAGE_EMPTY);
    checks::nothing(checks::axe::axe(page));
    // Still not.
    page.portal.spoil("DELETE", SESSION, "status:503", 3);
    actions::press_button(page, FR.close_on_portal);
    page.until("three more tries", || {
        Ok((page.portal.get("/test/faults", "").json()["waiting"] == 0).then_some(()))
    });
    page.until_text(FR.portal_open);
    actions::press_button(page, FR.close_on_portal);
    page.until_text(FR.portal_closed);
    page.until_address("/signed-out");
    assert!(!page.text().contains(UNREACHED));
}

fn a_portal_that_hears_late_empties_all_but_the_language(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::switch_language(&agent, &FR, &EN);
    // Whatever tells the portal is lost on the way.
    agent.portal.spoil_and_count("DELETE", SESSION, "drop");
    actions::press_button(&agent, EN.log_out);
    page.until_text("but the portal could not be told");
    page.portal.spoil_no_more();
    // The page goes on telling it by itself.
    page.until_text(EN.portal_closed);
    page.reload();
    find::heading(page, EN.signed_out);
}

fn a_portal_that_is_away_is_said_to_be(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let idle_end = session_steps::idle_end(&agent);
    // Its pages still come, from a host of their own.
    agent.portal.spoil_and_count("*", "/api/v1/*", "status:503");
    actions::sign_out(agent, &FR);
    page.until_text(UNREACHED);
    page.until_text(FR.portal_silent);
    tells_the_end(page, &idle_end);
    checks::nothing(checks::axe::axe(page));
    let calls = page.portal.counted();
    assert!(calls <= 12, "{calls} calls");
}

/// Fetches a payslip's document as the link to it does.
const DOWNLOAD: &str = r"
return fetch('/api/v1/payslips').then((answer) => answer.json())
  .then((list) => fetch(`/api/v1/payslips/${list.items[arguments[0]].id}/document`))
  .then((answer) => answer.blob()).then((file) => file.size > 0);
";

fn what_was_downloaded_in_any_tab_is_counted(page: &Page) {
    // What an earlier session took is not counted.
    let agent = actions::sign_in(page, &AGENT);
    assert_eq!(agent.run(DOWNLOAD, &[json!(0)]), true);
    actions::sign_out(agent, &FR);
    page.until_text("1 bulletin de paie téléchargé pendant cette session, en tout ou en partie.");
    actions::sign_in(page, &AGENT);
    assert_eq!(page.run(DOWNLOAD, &[json!(1)]), true);
    let first = page.tab();
    page.open_tab("/space/payslips");
    assert_eq!(page.run(DOWNLOAD, &[json!(2)]), true);
    page.choose(&first);
    actions::sign_out(actions::signed_in_here(page, &FR), &FR);
    page.until_text("2 bulletins de paie téléchargés pendant cette session, en tout ou en partie.");
    page.until_text("supprimez-les du dossier Téléchargements");
    page.until_address("/signed-out?taken=payslip.2");
    let agent = actions::sign_in(page, &AGENT);
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
    assert!(!page.text().contains("pendant cette session"));
}

fn a_journal_that_hangs_holds_nobody_up(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent
        .portal
        .spoil("GET", "/api/v1/activity", "delay:60000", 5);
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
}

fn ending_a_session_twice_is_ending_it_once(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    let twice = r"
return (async () => {
  const token = (await (await fetch('/api/v1/session')).json()).csrf_token;
  const end = () => fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-CSRF-Token': token, 'Content-Type': 'application/json' }, body: '{}' });
  return [(await end()).status, (await end()).status];
})()";
    assert_eq!(agent.run(twice, &[]), json!([204, 204]));
    // The page does not know it yet, and ends it once more.
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
    page.until_address("/signed-out");
    let agent = actions::sign_in(page, &AGENT);
    let ends = r"
return fetch('/api/v1/activity?kind=connection').then((answer) => answer.json())
  .then((activity) => activity.items.slice(0, 4).map((event) => event.code))";
    let ends = checks::strings(&agent.run(ends, &[]));
    assert_eq!(
        ends.get(..3),
        Some(&["signed_in", "signed_out", "signed_in"].map(str::to_owned)[..])
    );
}

fn a_made_up_receipt_claims_nothing(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    agent.open("/signed-out?way=signed_out&until=x&taken=payslip.4000~%3Cb%3E.2");
    page.until_text(FR.portal_open);
    assert!(
        !page.text().contains("pendant cette session"),
        "{}",
        page.text()
    );
    actions::press_button(page, FR.close_on_portal);
    page.until_text(FR.portal_closed);
}
