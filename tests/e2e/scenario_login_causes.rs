//! Why a sign-in did not work, through the backend's real behaviour: each cause has its words, its length and its way out.

use crate::actions::{self, AGENT, DEMO_PASSWORD, EXPIRED, LOCKED};
use crate::boot_page;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

/// The titles that the causes are told apart by, in both languages.
const LOCKED_TITLE: &str = "La connexion est bloquée pour cet identifiant";
const LIMITED_TITLE: &str = "Trop de tentatives depuis votre connexion";
const OVER: &str = "L’attente est finie";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_locked_account_counts_down_and_opens_again,
        [ByEngine] after_a_sleep_the_countdown_is_right,
        [ByEngine] a_lock_says_the_same_of_a_name_that_nobody_bears,
        [ByEngine] too_many_tries_from_one_address_wait_for_everybody,
        [ByEngine] an_expired_password_leads_to_its_renewal_alone,
        [ByEngine on_time] a_password_that_ends_soon_is_announced,
        [ByEngine on_time] a_refused_address_is_shown,
        [ByEngine on_time] maintenance_tells_its_end,
        [ByEngine] a_dead_service_or_network_never_blames_the_password,
    ]
}

fn open_login(page: &Page) {
    page.open("/login");
    find::button(page, FR.log_in);
    boot_page::taken_over(page);
}

/// The summary that has the focus now.
fn summary(page: &Page, title: &str) {
    find::with_focus(page, title);
    assert!(
        title == FR.summary || !page.text().contains(FR.wrong_password),
        "the password is blamed: {}",
        page.text()
    );
}

/// Waits until the button can be pressed, or can't.
fn until_closed(page: &Page, closed: bool) {
    page.until_equal("the button to be closed", &Some(closed), || {
        let Some(button) = find::now(page, find::Role::Button, FR.log_in)? else {
            return Ok(None);
        };
        let script = "return arguments[0].ariaDisabled === 'true'";
        let told = page.session().run(script, &[button.to_json()])?;
        Ok(told.as_bool())
    });
}

fn a_locked_account_counts_down_and_opens_again(page: &Page) {
    page.portal
        .change_portal(&json!({ "lockout": { "duration_s": 15 } }));
    open_login(page);
    actions::submit_login(page, LOCKED.username, LOCKED.password, &FR);
    summary(page, LOCKED_TITLE);
    page.until_text("Nouvel essai possible dans");
    for words in ["Ce que vous pouvez faire", "Qui appeler", "01 99 00 39 75"] {
        page.until_text(words);
    }
    until_closed(page, true);
    checks::nothing(checks::axe::axe(page));
    // Somebody else, or the name as it should have been, does not wait.
    actions::fill_in(page, FR.username, AGENT.username);
    until_closed(page, false);
    actions::fill_in(page, FR.username, LOCKED.username);
    page.until_text(OVER);
    until_closed(page, false);
    find::field(page, FR.password);
    assert!(!page.text().contains(LOCKED_TITLE));
}

fn after_a_sleep_the_countdown_is_right(page: &Page) {
    open_login(page);
    actions::submit_login(page, LOCKED.username, LOCKED.password, &FR);
    summary(page, LOCKED_TITLE);
    let ahead = |seconds: u32| {
        page.run("const clock = window.Date, before = clock.now; clock.now = () => before.call(clock) + arguments[0] * 1000; document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))", &[json!(seconds)]);
    };
    let shown = "return /possible dans\\s+(1[0-4]|[0-9])\\s+min/.test(document.body.innerText)";
    page.until_true("a countdown of minutes", shown, &[]);
    ahead(13 * 60);
    page.until_true(
        "a countdown near its end",
        "return /possible dans\\s+(1\\s+min|[0-9]+\\s+s)/.test(document.body.innerText)",
        &[],
    );
    ahead(3 * 60);
    page.until_text(OVER);
    until_closed(page, false);
}

fn a_lock_says_the_same_of_a_name_that_nobody_bears(page: &Page) {
    page.portal
        .change_portal(&json!({ "lockout": { "attempts": 2 } }));
    let told = ["agent.demo", "personne.inconnue"].map(|username| {
        open_login(page);
        for _ in 0..2 {
            actions::submit_login(page, username, "pas-le-bon", &FR);
            summary(page, FR.summary);
        }
        actions::submit_login(page, username, DEMO_PASSWORD, &FR);
        summary(page, LOCKED_TITLE);
        let words = "return document.activeElement.innerText.replace(/[0-9]+\\s+min\\s+[0-9]+\\s+s/, 'a while')";
        page.run(words, &[])
    });
    let [existing, unknown] = told;
    assert_eq!(existing, unknown);
    assert!(
        existing
            .as_str()
            .is_some_and(|words| words.contains("a while")),
        "{existing}"
    );
}

fn too_many_tries_from_one_address_wait_for_everybody(page: &Page) {
    open_login(page);
    page.portal.fail_sign_ins_until_limited();
    actions::submit_login(page, AGENT.username, DEMO_PASSWORD, &FR);
    summary(page, LIMITED_TITLE);
    page.until_text("Nouvel essai possible dans");
    actions::fill_in(page, FR.username, LOCKED.username);
    // Another name comes from the same address.
    until_closed(page, true);
    actions::press_button(page, FR.log_in);
    summary(page, LIMITED_TITLE);
    checks::nothing(checks::axe::axe(page));
}

fn an_expired_password_leads_to_its_renewal_alone(page: &Page) {
    open_login(page);
    actions::submit_login(page, EXPIRED.username, EXPIRED.password, &FR);
    summary(page, "Votre mot de passe a expiré");
    let way = find::link(page, "Continuer vers identite.example");
    assert!(
        find::property(page, &way, "href")
            .as_str()
            .is_some_and(|href| href.starts_with("https://identite.example/"))
    );
    for rule in [
        "au moins 12 caractères",
        "une majuscule",
        "différent de vos 5 derniers mots de passe",
    ] {
        page.until_text(rule);
    }
    checks::nothing(checks::axe::axe(page));
    // Not even then elsewhere than the settings allow.
    page.portal.change_portal(&json!({ "identity_service": { "password_url": "https://identite.example.evil.example/" } }));
    open_login(page);
    actions::submit_login(page, EXPIRED.username, EXPIRED.password, &FR);
    page.until_text("n’est pas une adresse autorisée");
    let links = page.run("return Array.from(document.links, (link) => link.href).filter((href) => href.includes('evil'))", &[]);
    assert_eq!(links, json!([]));
}

fn a_password_that_ends_soon_is_announced(page: &Page) {
    open_login(page);
    actions::submit_login(page, "bientot.demo", DEMO_PASSWORD, &FR);
    find::heading(page, "Votre mot de passe expire dans 5 jours");
    actions::follow(page, "Renouveler mon mot de passe");
    find::heading(page, FR.forgot_heading);
}

fn a_refused_address_is_shown(page: &Page) {
    open_login(page);
    page.portal.network("vpn");
    actions::submit_login(page, AGENT.username, DEMO_PASSWORD, &FR);
    summary(page, "Votre adresse réseau est refusée");
    page.until_text("Adresse vue par le portail : 127.0.0.1");
    page.until_text("Coupez le VPN");
    actions::switch_language(page, &FR, &EN);
    page.until_text("Address seen by the portal: 127.0.0.1");
    page.portal.network("ok");
    actions::sign_in_here(page, &AGENT, &EN);
}

fn maintenance_tells_its_end(page: &Page) {
    open_login(page);
    page.portal.maintenance(-5);
    actions::submit_login(page, AGENT.username, DEMO_PASSWORD, &FR);
    summary(page, "Le portail est en maintenance");
    page.until_text("Fin prévue :");
    page.until_text("Votre mot de passe n’est pas en cause.");
}

fn a_dead_service_or_network_never_blames_the_password(page: &Page) {
    open_login(page);
    for (kind, title) in [
        ("status:503", "Le service ne répond pas"),
        ("html", "Quelque chose s’interpose entre vous et le portail"),
        ("malformed", "La réponse s’est perdue"),
        ("drop", "La réponse s’est perdue"),
    ] {
        // An answer that is lost is asked for by a second question, which is spoilt too.
        page.portal.spoil("POST", "/api/v1/session", kind, 9);
        page.portal.spoil("GET", "/api/v1/session", kind, 9);
        actions::submit_login(page, AGENT.username, DEMO_PASSWORD, &FR);
        summary(page, title);
        page.until_text("Votre mot de passe n’est pas en cause.");
        page.portal.reset();
    }
    page.go_offline();
    actions::submit_login(page, AGENT.username, DEMO_PASSWORD, &FR);
    summary(page, "Vous êtes hors connexion");
    page.go_online();
    actions::sign_in_here(page, &AGENT, &FR);
}
