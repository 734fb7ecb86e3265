//! The login form under people's habits: pasting, filling in, double clicks, second thoughts, a screen that others see.

use crate::actions::{self, AGENT, DEMO_PASSWORD};
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
        [ByEngine] a_username_is_taken_as_it_was_meant,
        [ByEngine] a_click_right_after_typing_is_not_missed,
        [ByEngine] what_is_pasted_or_filled_in_is_sent,
        [ByEngine] caps_lock_is_told,
        [ByEngine] a_password_that_was_left_behind_is_wiped,
        [ByEngine held] the_form_that_was_there_first_does_the_same,
        [ByEngine held] a_form_sent_over_and_over_makes_one_request,
        [ByEngine] a_slow_sign_in_shows_that_it_goes_on_and_can_be_taken_back,
        [ByEngine] a_shared_device_shows_little_and_keeps_nothing,
        [ByEngine] a_shown_password_is_hidden_when_the_page_is_left,
        [ByEngine] typing_survives_another_window_size_and_another_language,
        [ChromiumOnly on_time] the_form_is_on_a_phones_first_screen,
    ]
}

fn open_login(page: &Page) {
    page.open("/login");
    find::button(page, FR.log_in);
    boot_page::taken_over(page);
}

fn a_username_is_taken_as_it_was_meant(page: &Page) {
    open_login(page);
    actions::fill_in(page, FR.username, " Agént. Demo@paris.example");
    actions::fill_in(page, FR.password, DEMO_PASSWORD);
    page.until_text("Identifiant retenu : agent.demo");
    for change in [
        "sans espaces",
        "sans la partie à partir de @",
        "sans accents",
        "en minuscules",
    ] {
        page.until_text(change);
    }
    actions::until_value(page, FR.username, AGENT.username);
    actions::until_value(page, FR.password, DEMO_PASSWORD);
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, FR.log_in);
    find::button(page, FR.log_out);
}

/// What is said about the username moves the button: not while a pointer is down on it.
fn a_click_right_after_typing_is_not_missed(page: &Page) {
    open_login(page);
    actions::fill_in(page, FR.password, DEMO_PASSWORD);
    actions::fill_in(page, FR.username, "Agent.Demo@paris.example");
    let button = find::button(page, FR.log_in);
    page.press_slowly(&button);
    find::button(page, FR.log_out);
}

/// As a clipboard and a password manager do it: without a key, and with key events that are none.
fn what_is_pasted_or_filled_in_is_sent(page: &Page) {
    open_login(page);
    for (label, text) in [(FR.username, AGENT.username), (FR.password, DEMO_PASSWORD)] {
        let field = find::field(page, label);
        page.run(
            "arguments[0].focus(); return document.execCommand('insertText', false, arguments[1])",
            &[field.to_json(), json!(text)],
        );
        actions::until_value(page, label, text);
    }
    actions::press_button(page, FR.log_in);
    let agent = actions::signed_in_here(page, &FR);
    actions::sign_out(agent, &FR);

    open_login(page);
    let fill = r"
const [field, text] = arguments;
for (const name of ['keydown', 'keyup']) field.dispatchEvent(new Event(name, { bubbles: true }));
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
";
    for (label, text) in [(FR.username, "Agent.Demo "), (FR.password, DEMO_PASSWORD)] {
        page.run(fill, &[find::field(page, label).to_json(), json!(text)]);
    }
    checks::nothing(checks::quiet_console(page));
    page.run(
        "arguments[0].focus()",
        &[find::field(page, FR.password).to_json()],
    );
    page.press(&[keys::ENTER]);
    find::button(page, FR.log_out);
}

fn caps_lock_is_told(page: &Page) {
    const WARNING: &str = "Les majuscules sont verrouillées.";
    open_login(page);
    let press = "arguments[0].focus(); arguments[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: arguments[1] }))";
    let field = find::field(page, FR.password).to_json();
    page.run(press, &[field.clone(), json!(true)]);
    page.until_text(WARNING);
    let spoken = "return Array.from(document.querySelectorAll('[role=status]')).some((region) => region.textContent.includes(arguments[0]))";
    page.until_true("the warning in a live region", spoken, &[json!(WARNING)]);
    checks::nothing(checks::axe::axe(page));
    page.run(press, &[field, json!(false)]);
    page.until_true(
        "no warning",
        "return !document.body.innerText.includes(arguments[0])",
        &[json!(WARNING)],
    );
}

fn a_password_that_was_left_behind_is_wiped(page: &Page) {
    open_login(page);
    actions::fill_in(page, FR.username, AGENT.username);
    actions::fill_in(page, FR.password, DEMO_PASSWORD);
    set_clock_ahead(page, 4 * 60);
    // A letter more, and the five minutes begin anew.
    find::field(page, FR.password);
    page.press(&['x']);
    set_clock_ahead(page, 4 * 60);
    let looked = "const seen = Date.now(); return new Promise((done) => { const look = () => Date.now() - seen > 1500 ? done(true) : setTimeout(look, 100); look(); })";
    page.run(looked, &[]);
    assert_ne!(actions::value_of(page, FR.password), "", "still at it");
    set_clock_ahead(page, 70);
    page.until_text("effacé après cinq minutes");
    actions::until_value(page, FR.password, "");
    actions::until_value(page, FR.username, AGENT.username);
}

/// Who is in a field keeps the page that stood there before the program, which looks after it there.
fn the_form_that_was_there_first_does_the_same(page: &Page) {
    boot_page::hold_program(page);
    page.open("/login");
    actions::enter(page, FR.username);
    page.press(&['A']);
    page.press(&['.']);
    boot_page::let_program_come(page);
    // The checks speak into the static page as soon as the program is there.
    page.until_text("Vérification terminée");
    boot_page::still_static(page);
    page.press(&['b']);
    page.press(&[keys::TAB]);
    page.until_text("Identifiant retenu : a.b");
    page.press(&['x']);
    let caps = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: true }))";
    page.run(caps, &[]);
    page.until_text("Les majuscules sont verrouillées.");
    boot_page::still_static(page);
    checks::nothing(checks::axe::axe(page));
    set_clock_ahead(page, 5 * 60 + 10);
    page.until_text("effacé après cinq minutes");
    boot_page::still_static(page);
    actions::until_value(page, FR.password, "");
}

/// The page's clock, as after a sleep.
fn set_clock_ahead(page: &Page, seconds: u32) {
    page.run(
        "const clock = window.Date, before = clock.now; clock.now = () => before.call(clock) + arguments[0] * 1000",
        &[json!(seconds)],
    );
}

fn a_form_sent_over_and_over_makes_one_request(page: &Page) {
    open_login(page);
    page.portal.front().hold(&["POST /api/v1/session"]);
    actions::fill_in(page, FR.username, AGENT.username);
    actions::fill_in(page, FR.password, DEMO_PASSWORD);
    page.press(&[keys::ENTER, keys::ENTER]);
    let button = find::button(page, FR.log_in).to_json();
    page.run(
        "for (let n = 0; n < 5; n += 1) arguments[0].click()",
        &[button],
    );
    page.until_text(FR.logging_in);
    page.portal.front().let_pass();
    find::button(page, FR.log_out);
    let sent = page.portal.front().times_answered("POST /api/v1/session");
    assert_eq!(sent, 1);
}

fn a_slow_sign_in_shows_that_it_goes_on_and_can_be_taken_back(page: &Page) {
    open_login(page);
    page.portal
        .spoil("POST", "/api/v1/session", "delay:20000", 1);
    actions::submit_login(page, AGENT.username, DEMO_PASSWORD, &FR);
    page.until_text(FR.logging_in);
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, "Annuler");
    page.until_text("Connexion annulée.");
    actions::until_value(page, FR.username, AGENT.username);
    actions::until_value(page, FR.password, "");
    find::with_focus(page, FR.password);
    assert!(!page.text().contains(FR.logging_in));
    actions::fill_in(page, FR.password, DEMO_PASSWORD);
    actions::press_button(page, FR.log_in);
    find::button(page, FR.log_out);
}

fn a_shared_device_shows_little_and_keeps_nothing(page: &Page) {
    const SHARED: &str = "Cet ordinateur n’est pas qu’à moi";
    open_login(page);
    actions::switch_language(page, &FR, &Words::ENGLISH);
    actions::switch_language(page, &Words::ENGLISH, &FR);
    actions::tick(page, SHARED);
    page.until_text("Le navigateur est prié de ne pas retenir le mot de passe");
    page.until_text("refusez");
    for label in [FR.username, FR.password] {
        let awaited = format!("what the browser may fill {label:?} in with");
        page.until_equal(&awaited, &Some(json!("off")), || {
            find::now_of_field(page, label, "autocomplete")
        });
    }
    checks::nothing(checks::axe::axe(page));
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    agent.until_text("Appareil partagé");
    actions::open_payslip(&agent, FR.latest_month, &FR);
    page.until_text("masqué");
    assert!(!page.text().contains('€'), "{}", page.text());
    let pdf = find::now(page, find::Role::Link, "Ouvrir le PDF (nouvel onglet)");
    let pdf = page.must("looking for a download", pdf);
    assert_eq!(pdf, None, "nothing to download");
    checks::nothing(checks::axe::axe(page));
    actions::press_button(page, "Afficher les montants");
    page.until_text("€");
    page.run("dispatchEvent(new Event('pagehide'))", &[]);
    page.until_text("masqué");
    // The language is chosen for this page alone.
    actions::switch_language(page, &FR, &Words::ENGLISH);
    actions::switch_language(page, &Words::ENGLISH, &FR);
    assert_eq!(
        page.run("return [localStorage.length, sessionStorage.length]", &[]),
        json!([0, 0])
    );
    actions::sign_out(agent, &FR);
    let kept = "return [localStorage.length, sessionStorage.length]";
    page.until_returns("how much is kept", kept, &[], json!([0, 0]));
}

fn a_shown_password_is_hidden_when_the_page_is_left(page: &Page) {
    open_login(page);
    actions::fill_in(page, FR.password, "visible");
    actions::press_button(page, "Afficher le mot de passe");
    let kind = "return document.querySelector('[name=password]').type === arguments[0]";
    page.until_true("a readable password", kind, &[json!("text")]);
    page.run("dispatchEvent(new Event('pagehide'))", &[]);
    page.until_true("a hidden password", kind, &[json!("password")]);
    find::button(page, "Afficher le mot de passe");
}

fn typing_survives_another_window_size_and_another_language(page: &Page) {
    open_login(page);
    actions::fill_in(page, FR.username, "agent");
    page.set_narrowest();
    page.press(&['.']);
    page.set_desktop();
    page.press(&['d']);
    actions::switch_language(page, &FR, &Words::ENGLISH);
    actions::until_value(page, Words::ENGLISH.username, "agent.d");
}

fn the_form_is_on_a_phones_first_screen(page: &Page) {
    page.set_viewport(360, 640);
    for words in [&FR, &Words::ENGLISH] {
        open_login(page);
        if *words.tag != *FR.tag {
            actions::switch_language(page, &FR, words);
        }
        page.until_text(words.checks_done_at_login);
        let button = find::button(page, words.log_in).to_json();
        let bottom = page.run(
            "return arguments[0].getBoundingClientRect().bottom",
            &[button],
        );
        assert!(
            bottom.as_f64().is_some_and(|bottom| bottom <= 640.0),
            "{}: the button ends at {bottom}",
            words.tag
        );
    }
}
