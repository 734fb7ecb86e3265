//! Before the program: the static login, what is done on it, and its hand-over to the program.

use crate::actions::{self, AGENT};
use crate::boot_page::{hold_program, let_program_come, still_static, taken_over};
use crate::checks;
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine held] what_is_typed_during_a_slow_start_stays,
        [ByEngine held] a_form_sent_before_the_program_is_sent_once,
        [ByEngine held] a_form_kept_for_too_long_is_not_sent,
        [Nowhere held] a_pointer_that_is_released_elsewhere_holds_nothing_up,
        [ByEngine held] the_static_page_is_what_the_program_draws_first,
        [Nowhere held] so_it_is_in_english,
        [Nowhere held] the_language_changes_before_the_program_and_nothing_is_lost,
        [Nowhere held] the_password_is_shown_before_the_program,
        [ByEngine held] a_deep_link_never_shows_the_form,
        [Nowhere] who_is_signed_in_goes_to_the_space,
        [ChromiumOnly on_time held] nothing_shifts,
    ]
}

/// What the field holds that somebody is in, and what is selected in it.
const SELECTION: &str = "const field = document.activeElement; return [field.id, field.value, field.selectionStart, field.selectionEnd]";

/// Presses keys one after the other, as somebody types.
fn type_text(page: &Page, text: &str) {
    for key in text.chars() {
        page.press(&[key]);
    }
}

fn what_is_typed_during_a_slow_start_stays(page: &Page) {
    hold_program(page);
    page.open("/login");
    actions::enter(page, FR.username);
    type_text(page, "agent.");
    still_static(page);
    page.run("document.activeElement.setSelectionRange(1, 3)", &[]);
    let_program_come(page);
    // The checks report into the page that is there: then the program runs, and waits.
    page.until_true(
        "the program's checks",
        "return performance.getEntriesByType('resource').some((entry) => entry.name.includes('/probe/'))",
        &[],
    );
    still_static(page);
    assert_eq!(
        page.run(SELECTION, &[]),
        json!(["username", "agent.", 1, 3])
    );
    // On a field nothing is replaced; from the last field to a button, it is.
    page.press(&[keys::TAB]);
    let focused = "return document.activeElement.id";
    page.until_returns("the focus", focused, &[], "password");
    type_text(page, "Nomade-2026!");
    still_static(page);
    page.press(&[keys::TAB]);
    taken_over(page);
    actions::until_value(page, FR.username, "agent.");
    actions::until_value(page, FR.password, "Nomade-2026!");
    if page.engine != Engine::WebKit {
        // WebKit's driver does not put the focus on buttons.
        let focused = "return document.activeElement.getAttribute('aria-controls')";
        page.until_returns("what has the focus", focused, &[], "password");
    }
    checks::nothing(checks::frame(page, &FR));
    actions::fill_in(page, FR.username, AGENT.username);
    actions::press_button(page, FR.log_in);
    find::button(page, FR.log_out);
}

fn a_form_sent_before_the_program_is_sent_once(page: &Page) {
    hold_program(page);
    page.open("/");
    actions::fill_in(page, FR.username, AGENT.username);
    actions::fill_in(page, FR.password, AGENT.password);
    page.press(&[keys::ENTER]);
    page.until_text("Votre demande est gardée : elle partira dès que le portail sera chargé.");
    still_static(page);
    page.press(&[keys::ENTER]);
    let_program_come(page);
    find::button(page, FR.log_out);
    let front = page.portal.front();
    assert_eq!(front.times_answered("POST /api/v1/session"), 1, "sent once");
    // Asked for ahead, asked whether the cookie was kept, and asked for ahead of the agent space.
    let asked = front.times_answered("GET /api/v1/session");
    assert_eq!(asked, 3, "questions about the session");
}

fn a_form_kept_for_too_long_is_not_sent(page: &Page) {
    hold_program(page);
    page.open("/login");
    actions::fill_in(page, FR.username, AGENT.username);
    actions::fill_in(page, FR.password, AGENT.password);
    page.press(&[keys::ENTER]);
    page.until_text("Votre demande est gardée");
    let later = "const was = Date.now; window.Date.now = () => was.call(Date) + 121000";
    page.run(later, &[]);
    page.until_text("Votre demande n’a pas été envoyée");
    still_static(page);
    actions::until_value(page, FR.username, AGENT.username);
    actions::until_value(page, FR.password, "");
    actions::switch_language(page, &FR, &EN);
    page.until_text("Your request was not sent");
    let_program_come(page);
    taken_over(page);
    // Said until somebody is there to read it.
    page.until_text("Your request was not sent");
    actions::until_value(page, EN.username, AGENT.username);
    actions::until_value(page, EN.password, "");
    let calls = "return performance.getEntriesByType('resource').filter((entry) => new URL(entry.name).pathname === '/api/v1/session').length";
    assert_eq!(page.run(calls, &[]), 1, "asked for ahead, and never sent");
    page.press(&[keys::TAB]);
    page.until_true(
        "the end of the message",
        "return !document.body.innerText.includes('not sent')",
        &[],
    );
}

fn a_pointer_that_is_released_elsewhere_holds_nothing_up(page: &Page) {
    hold_program(page);
    page.open("/login");
    still_static(page);
    page.run(
        "document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))",
        &[],
    );
    let_program_come(page);
    taken_over(page);
}

/// The tree without what differs by nature: the checks' places, and how attributes are written.
const TREE: &str = r"
const [inPieces] = arguments;
const boxes = document.getElementById('boot-pieces');
const parts = Array.from(document.querySelectorAll('body header, body main, body footer')).filter((part) => boxes.contains(part) === inPieces && part.getClientRects().length > 0);
const draw = (node, depth) => {
  if (node.nodeType === 3) return node.data.trim() ? [' '.repeat(depth) + node.data.trim()] : [];
  if (node.nodeType !== 1) return [];
  if (node.id === 'check-strip' || node.id === 'check-notice') return [' '.repeat(depth) + node.id];
  const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${name === 'novalidate' ? '' : value}`).sort();
  node.normalize();
  return [`${' '.repeat(depth)}<${node.localName} ${attributes.join(' ')}>`, ...Array.from(node.childNodes).flatMap((child) => draw(child, depth + 1))];
};
return parts.flatMap((part) => draw(part, 0)).join('\n');
";

fn the_static_page_is_what_the_program_draws_first(page: &Page) {
    first_drawing(page, &FR);
}

fn so_it_is_in_english(page: &Page) {
    first_drawing(page, &EN);
}

fn first_drawing(page: &Page, words: &Words) {
    let door = page.portal.front();
    door.hold(&["/api/v1/*", &page.portal.program_path()]);
    page.open("/login");
    if words.tag != FR.tag {
        actions::switch_language(page, &FR, words);
    }
    let before = page.run(TREE, &[json!(true)]);
    let before = before.as_str().unwrap_or_default();
    assert!(before.contains(words.log_in), "{before}");
    // Nothing has been answered while the program draws first.
    door.hold(&["/api/v1/*"]);
    taken_over(page);
    let after = page.run(TREE, &[json!(false)]);
    assert_eq!(before, after.as_str().unwrap_or_default());
}

fn the_language_changes_before_the_program_and_nothing_is_lost(page: &Page) {
    hold_program(page);
    page.open("/login");
    actions::fill_in(page, FR.username, "agent.demo");
    actions::fill_in(page, FR.password, "secret");
    actions::switch_language(page, &FR, &EN);
    still_static(page);
    actions::until_value(page, EN.username, "agent.demo");
    actions::until_value(page, EN.password, "secret");
    page.until_title(EN.log_in);
    let_program_come(page);
    taken_over(page);
    actions::until_value(page, EN.username, "agent.demo");
    actions::until_value(page, EN.password, "secret");
    checks::nothing(checks::frame(page, &EN));
}

fn the_password_is_shown_before_the_program(page: &Page) {
    let kind = "return Array.from(document.querySelectorAll('input'), (field) => field.type)[1]";
    hold_program(page);
    page.open("/login");
    actions::fill_in(page, FR.password, "secret");
    actions::press_button(page, "Afficher le mot de passe");
    still_static(page);
    page.until_returns("the password's kind", kind, &[], "text");
    let_program_come(page);
    taken_over(page);
    page.until_returns("the password's kind", kind, &[], "text");
    actions::until_value(page, FR.password, "secret");
    actions::press_button(page, "Masquer le mot de passe");
    page.until_true(
        "a hidden password",
        "return document.querySelectorAll('input')[1].type === 'password'",
        &[],
    );
}

fn a_deep_link_never_shows_the_form(page: &Page) {
    for path in ["/help", "/space/payslips", "/nulle-part"] {
        page.at(path);
        hold_program(page);
        page.open(path);
        let waits = "return document.querySelector('form') === null && document.querySelector('#boot-pieces main') !== null";
        assert_eq!(page.run(waits, &[]), true);
        page.until_text("Chargement du portail");
        let_program_come(page);
        page.until_true(
            "the program's page",
            "return document.querySelector('#boot-pieces main') === null",
            &[],
        );
        // What the browser keeps of the program would make the next start quick.
        if page.engine == Engine::Chromium {
            page.must(
                "clearing the cache",
                page.session()
                    .devtools("Network.clearBrowserCache", &json!({})),
            );
        } else {
            break;
        }
    }
}

fn who_is_signed_in_goes_to_the_space(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for path in ["/", "/login"] {
        agent.open(path);
        agent.until_path("/space");
        find::button(&agent, FR.log_out);
        let rest =
            "return document.querySelectorAll('#boot-pieces form, #boot-pieces main').length";
        agent.until_returns("what is left of the static page", rest, &[], 0);
    }
}

fn nothing_shifts(page: &Page) {
    let watch = "window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => [entry.value, entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80))]))).observe({ type: 'layout-shift', buffered: true });";
    page.must(
        "watching from the first moment",
        page.session().devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": watch }),
        ),
    );
    hold_program(page);
    page.open("/login");
    still_static(page);
    let top =
        "return [scrollY, Math.round(document.querySelector('form').getBoundingClientRect().top)]";
    let before = page.run(top, &[]);
    let_program_come(page);
    taken_over(page);
    page.until_text(FR.checks_done_at_login);
    assert_eq!(page.run(top, &[]), before, "where the form stands");
    assert_eq!(page.run("return window.shifts", &[]), json!([]));
}
