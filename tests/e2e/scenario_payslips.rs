//! The list of payslips: browsed by year, searched without a trace, turned page by page.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::checks::{self, traces};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::words::Words;

const FR: Words = Words::FRENCH;
pub const SEARCH: &str = "Rechercher un bulletin";
const CLEAR: &str = "Effacer la recherche";
const NEXT: &str = "Page suivante";
const PREVIOUS: &str = "Page précédente";
pub const LIST: &str = "/space/payslips";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [Nowhere] a_year_stands_in_the_address_and_outlives_a_reload,
        [ByEngine] a_search_finds_and_leaves_no_trace,
        [Nowhere] a_search_that_finds_nothing_is_cleared_by_a_button,
        [ByEngine] one_page_of_the_list_takes_the_place_of_the_other,
        [Nowhere] a_page_that_can_not_be_turned_to_says_so_and_comes,
    ]
}

/// Signs in and opens the list.
pub fn open_list<'a>(page: &'a Page) -> SignedInAgent<'a> {
    let agent = actions::sign_in(page, &AGENT);
    actions::follow(&agent, FR.payslips);
    find::link(&agent, FR.latest_month);
    agent
}

/// The months of the list, from the top.
pub fn months(page: &Page) -> Vec<String> {
    let listed = "return Array.from(document.querySelectorAll('main ul a[href^=\"/space/payslips/\"]')).filter((link) => !link.closest('details')).map((link) => link.textContent)";
    checks::strings(&page.run(listed, &[]))
}

/// Waits until the list is right.
pub fn until_months(page: &Page, awaited: &str, right: impl Fn(&[String]) -> bool) {
    page.until(awaited, || Ok(right(&months(page)).then_some(())));
}

/// The focus is on the page's heading.
pub fn at_heading(page: &Page) {
    page.until_true(
        "the focus on the page's heading",
        "return document.activeElement.tagName === 'H1'",
        &[],
    );
}

fn a_year_stands_in_the_address_and_outlives_a_reload(page: &Page) {
    let agent = open_list(page);
    agent.until_address(LIST);
    actions::follow(&agent, "2025");
    until_months(&agent, "a year's months", |months| {
        months.len() == 12 && months.iter().all(|month| month.ends_with("2025"))
    });
    agent.until_address("/space/payslips?year=2025");
    agent.reload();
    find::link(&agent, FR.a_month_of_2025);
    agent.until_address("/space/payslips?year=2025");
    let current = "return document.querySelector('[aria-current=true]')?.textContent";
    agent.until_returns("the chosen year", current, &[], "2025");
    actions::follow(&agent, FR.a_month_of_2025);
    find::table(&agent, FR.totals);
    agent.back();
    find::link(&agent, FR.a_month_of_2025);
    agent.until_address("/space/payslips?year=2025");
    agent.back();
    find::link(&agent, FR.latest_month);
    // What is no year asks for all.
    agent.open("/space/payslips?year=%3Cb%3E&span=x&query=prime");
    find::link(&agent, FR.latest_month);
    actions::until_value(&agent, SEARCH, "");
    checks::nothing(checks::quiet_console(&agent));
}

/// Neither the words nor what they found stand where the next user of the device would look.
fn nothing_searched_is_kept(page: &Page, words: &str) {
    let places = "return [document.title, location.href, JSON.stringify(history.state), window.name, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()].join(' ').toLowerCase()";
    let kept = page.run(places, &[]);
    let kept = kept.as_str().unwrap_or_default();
    assert!(!kept.contains(words), "the page keeps {words:?}: {kept}");
    assert!(!kept.contains("query"), "{kept}");
}

fn a_search_finds_and_leaves_no_trace(page: &Page) {
    let agent = open_list(page);
    let personal = traces::Personal::of(&agent);
    let behind = agent.run("return history.length", &[]);
    actions::fill_in(&agent, SEARCH, "RÉGULARIS");
    agent.until_text("1 bulletin trouvé pour « RÉGULARIS »");
    let spoken = "return Array.from(document.querySelectorAll('[role=status]')).some((region) => region.textContent.includes('1 bulletin'))";
    agent.until_true("the count in a live region", spoken, &[]);
    until_months(&agent, "the one month", |months| months == ["mai 2026"]);
    agent.until_address(LIST);
    assert_eq!(agent.run("return history.length", &[]), behind);
    nothing_searched_is_kept(&agent, "régular");
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
    actions::follow(&agent, "mai 2026");
    find::table(&agent, FR.totals);
    nothing_searched_is_kept(&agent, "régular");
    agent.back();
    until_months(&agent, "what was found", |months| months == ["mai 2026"]);
    actions::until_value(&agent, SEARCH, "RÉGULARIS");
    agent.until_address(LIST);
    actions::press_button(&agent, CLEAR);
    find::link(&agent, FR.latest_month);
    find::with_focus(&agent, SEARCH);
    actions::until_value(&agent, SEARCH, "");
    // A document that is loaded anew remembers nothing.
    actions::fill_in(&agent, SEARCH, "mars");
    until_months(&agent, "each March", |months| {
        !months.is_empty() && months.iter().all(|month| month.starts_with("mars"))
    });
    agent.reload();
    find::link(&agent, FR.latest_month);
    actions::until_value(&agent, SEARCH, "");
}

fn a_search_that_finds_nothing_is_cleared_by_a_button(page: &Page) {
    let agent = open_list(page);
    actions::fill_in(&agent, SEARCH, "licorne");
    agent.press(&[keys::ENTER]);
    agent.until_text("Aucun bulletin ne correspond à « licorne ».");
    agent.until_text("Aucun bulletin trouvé");
    agent.until_address(LIST);
    checks::nothing(checks::axe::axe(&agent));
    // The year stays, and is named.
    actions::follow(&agent, "2025");
    agent.until_text("Aucun bulletin de 2025 ne correspond à « licorne ».");
    actions::press_button(&agent, CLEAR);
    find::link(&agent, FR.a_month_of_2025);
    // Signs of a search engine are letters like any others.
    actions::fill_in(&agent, SEARCH, "%_*\"' OR 1=1");
    agent.until_text("Aucun bulletin trouvé");
    checks::nothing(checks::quiet_console(&agent));
}

fn one_page_of_the_list_takes_the_place_of_the_other(page: &Page) {
    let agent = open_list(page);
    find::button(&agent, NEXT);
    let first = months(&agent);
    actions::press_button(&agent, NEXT);
    agent.until_text("Page 2");
    until_months(&agent, "other months", |months| {
        !months.is_empty() && !months.contains(&first[0])
    });
    at_heading(&agent);
    let second = months(&agent);
    assert!(
        second.iter().all(|month| !first.contains(month)) && second.len() < first.len(),
        "{first:?} then {second:?}"
    );
    agent.until_address(LIST);
    // Back from a payslip, it is the same page of the list.
    actions::follow(&agent, &second[0]);
    find::table(&agent, FR.totals);
    agent.back();
    agent.until_text("Page 2");
    until_months(&agent, "the second page", |months| months == second);
    actions::press_button(&agent, PREVIOUS);
    agent.until_text("Page 1");
    until_months(&agent, "the first page", |months| months == first);
    at_heading(&agent);
    // Nothing is before the first page.
    find::gone(&agent, Role::Button, PREVIOUS);
}

fn a_page_that_can_not_be_turned_to_says_so_and_comes(page: &Page) {
    let agent = open_list(page);
    agent
        .portal
        .spoil("GET", "/api/v1/payslips", "status:500", 1);
    actions::press_button(&agent, NEXT);
    find::heading(&agent, FR.unavailable);
    checks::nothing(checks::frame(&agent, &FR));
    actions::press_button(&agent, FR.try_again);
    agent.until_text("Page 2");
    // It is the last page.
    find::gone(&agent, Role::Button, NEXT);
}
