//! Signing in: the way in, and what is said when it is barred.

use crate::actions::{self, AGENT, DEMO_PASSWORD, EXPIRED, LOCKED};
use crate::boot_page;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] an_agent_reads_a_payslip,
        [ByEngine over_tls] an_agent_reads_a_payslip_over_tls,
        [ByEngine] a_wrong_password_names_neither_field,
        [Nowhere] an_empty_form_leads_to_its_fields,
        [Nowhere] barred_accounts_are_told_why,
        [ByEngine] the_keyboard_alone_is_enough,
        [ByEngine] a_reload_on_a_deep_link_stays_there,
        [ByEngine] a_deep_link_comes_back_after_signing_in,
        [Nowhere] the_way_back_never_leaves_the_portal,
        [Nowhere] the_password_can_be_shown_and_is_hidden_again,
        [Nowhere] who_is_signed_in_skips_the_login,
        [Nowhere] a_forgotten_password_leads_to_the_identity_service,
    ]
}

fn an_agent_reads_a_payslip(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    agent.until_path("/space");
    actions::open_payslip(&agent, FR.latest_month, &FR);
    agent.until_text(FR.latest_month);
    for total in [FR.net_before_tax, FR.net_social, FR.tax, FR.net_payable] {
        agent.until_text(total);
    }
    agent.until_text("€");
    checks::nothing(checks::no_third_party(&agent));
    checks::nothing(checks::quiet_console(&agent));
    actions::sign_out(agent, &FR);
}

fn an_agent_reads_a_payslip_over_tls(page: &Page) {
    an_agent_reads_a_payslip(page);
    let agent = actions::sign_in(page, &AGENT);
    let cookies = checks::traces::cookies(&agent);
    let session = cookies
        .iter()
        .find(|cookie| cookie["httpOnly"] == json!(true))
        .expect("a cookie for the browser alone");
    assert!(
        session["name"]
            .as_str()
            .is_some_and(|name| name.starts_with("__Host-")),
        "{session}"
    );
    assert_eq!(
        (&session["secure"], &session["path"]),
        (&json!(true), &json!("/")),
        "{session}"
    );
    // Drivers write the domain of a cookie for this host alone without a leading dot.
    assert_eq!(session["domain"], "localhost", "{session}");
}

fn a_wrong_password_names_neither_field(page: &Page) {
    page.open("/login");
    actions::submit_login(page, AGENT.username, "pas-le-bon", &FR);
    page.until_text(FR.wrong_password);
    let summary = find::with_focus(page, FR.summary);
    assert_eq!(find::role_of(page, &summary).unwrap_or_default(), "group");
    actions::until_value(page, FR.username, AGENT.username);
    actions::until_value(page, FR.password, "");
    let marked = page.run(
        "return document.querySelectorAll('[aria-invalid=true]').length",
        &[],
    );
    assert_eq!(marked, 0, "no field is blamed");
    actions::submit_login(page, AGENT.username, AGENT.password, &FR);
    find::button(page, FR.log_out);
}

fn an_empty_form_leads_to_its_fields(page: &Page) {
    page.open("/login");
    actions::press_button(page, FR.log_in);
    find::heading(page, "Le formulaire est à corriger");
    actions::follow(page, "Saisissez votre mot de passe.");
    find::with_focus(page, FR.password);
    page.until_equal("what is said of the field", &Some(json!("true")), || {
        find::now_of_field(page, FR.password, "ariaInvalid")
    });
}

fn barred_accounts_are_told_why(page: &Page) {
    page.open("/login");
    for (account, words) in [
        (EXPIRED, "Votre mot de passe a expiré"),
        (LOCKED, "La connexion est bloquée pour cet identifiant"),
    ] {
        actions::submit_login(page, account.username, account.password, &FR);
        page.until_text(words);
        assert!(
            !page.text().contains(FR.wrong_password),
            "{}: the password is not blamed",
            account.username
        );
    }
    // A name that nobody bears is answered like a wrong password.
    actions::submit_login(page, "personne.inconnue", DEMO_PASSWORD, &FR);
    page.until_text(FR.wrong_password);
}

fn the_keyboard_alone_is_enough(page: &Page) {
    page.open("/login");
    find::button(page, FR.log_in);
    boot_page::taken_over(page);
    page.press(&[keys::TAB]);
    // The first stop is the skip link.
    find::with_focus(page, FR.skip);
    page.press(&[keys::ENTER]);
    let main = "return document.activeElement.closest('main') !== null || location.hash !== ''";
    page.until_true("the skip link to skip", main, &[]);
    for (label, text) in [(FR.username, AGENT.username), (FR.password, AGENT.password)] {
        tab_to(page, label);
        for letter in text.chars() {
            page.press(&[letter]);
        }
    }
    tab_to(page, FR.log_in);
    page.press(&[keys::ENTER]);
    find::button(page, FR.log_out);
}

fn tab_to(page: &Page, name: &str) {
    let reached = (0..15).any(|_| {
        page.press(&[keys::TAB]);
        page.focused()
            .is_some_and(|focused| find::name_of(page, &focused).is_ok_and(|found| found == name))
    });
    assert!(reached, "no 15 presses of Tab lead to {name}");
}

fn a_reload_on_a_deep_link_stays_there(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    let address = agent.path();
    agent.reload();
    find::table(&agent, FR.totals);
    agent.until_address(&address);
    agent.open("/space/payslips?year=2025");
    find::link(&agent, "décembre 2025");
    // 2026 is not of 2025.
    find::gone(&agent, find::Role::Link, FR.latest_month);
}

fn a_deep_link_comes_back_after_signing_in(page: &Page) {
    page.open("/space/payslips?year=2025");
    find::heading(page, FR.login_heading);
    page.until_path("/login");
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    find::link(&agent, "décembre 2025");
    agent.until_address("/space/payslips?year=2025");
}

fn the_way_back_never_leaves_the_portal(page: &Page) {
    for target in [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "/login",
    ] {
        page.open(&format!(
            "/login?then={}",
            target.replace('\\', "%5C").replace(':', "%3A")
        ));
        let agent = actions::sign_in_here(page, &AGENT, &FR);
        agent.until_path("/space");
        actions::sign_out(agent, &FR);
    }
}

fn the_password_can_be_shown_and_is_hidden_again(page: &Page) {
    page.open("/login");
    actions::fill_in(page, FR.password, "visible");
    actions::press_button(page, "Afficher le mot de passe");
    find::button(page, "Masquer le mot de passe");
    let until_kind = |kind: &str| {
        page.until_equal("the password's kind", &Some(json!(kind)), || {
            find::now_of_field(page, FR.password, "type")
        });
    };
    until_kind("text");
    actions::until_value(page, FR.password, "visible");
    actions::fill_in(page, FR.username, AGENT.username);
    actions::press_button(page, FR.log_in);
    page.until_text(FR.wrong_password);
    // Hidden before it is sent.
    until_kind("password");
}

fn who_is_signed_in_skips_the_login(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for address in ["/", "/login"] {
        agent.open(address);
        agent.until_path("/space");
        find::button(&agent, FR.log_out);
    }
}

fn a_forgotten_password_leads_to_the_identity_service(page: &Page) {
    page.open("/login");
    actions::follow(page, FR.forgot_password);
    find::heading(page, FR.forgot_heading);
    let way = find::link(page, "Continuer vers identite.example");
    let address = find::property(page, &way, "href");
    assert!(
        address
            .as_str()
            .is_some_and(|address| address.starts_with("https://identite.example/")),
        "{address}"
    );
    // An address that the settings don't allow, even under an innocent look, is not shown.
    for hostile in [
        "https://identite.example.evil.example/",
        "https://identite.example@evil.example/",
        "javascript:alert(1)",
    ] {
        page.portal
            .change_portal(&json!({ "identity_service": { "password_url": hostile } }));
        page.reload();
        page.until_text("n’est pas une adresse autorisée");
        let links = page.run("return Array.from(document.links, (link) => link.href).filter((href) => href.includes('evil') || href.startsWith('javascript'))", &[]);
        assert_eq!(links, json!([]), "{hostile}");
    }
}
