//! The legal pages and the declaration of accessibility: reached from every page, read by anybody, true.

use crate::actions::{self, AGENT};
use crate::boot_page;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::webdriver::Element;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] the_foot_leads_to_each_text,
        [Nowhere held] the_foot_leads_there_before_the_program_has_come,
        [Nowhere] a_text_is_read_in_mid_session_too,
        [ByEngine] an_address_with_an_anchor_opens_its_section,
        [ByEngine] the_browser_keeps_what_the_page_says_and_nothing_else,
        [Nowhere] a_text_that_does_not_come_can_be_asked_for_again,
        [ChromiumOnly] a_text_is_printed_without_what_leads_elsewhere,
    ]
}

/// The link at the foot, the title of the page, and words that only it has.
fn pages(words: &Words) -> [(&'static str, &'static str, &'static str); 5] {
    [
        ("/legal", words.legal, words.legal),
        ("/charter", words.charter_link, words.charter),
        ("/terms", words.terms, words.terms),
        ("/privacy", words.privacy, words.privacy),
        (
            "/accessibility",
            words.accessibility_link,
            words.accessibility,
        ),
    ]
}

/// Follows the link at the foot: a text's own contents may have one of the same name.
fn follow_at_foot(page: &Page, name: &str) {
    let links = "return Array.from(document.querySelectorAll('footer a')).filter((link) => link.getClientRects().length > 0)";
    page.until(&format!("the link {name:?} at the foot"), || {
        let found = page.session().run(links, &[])?;
        for link in found.as_array().into_iter().flatten() {
            if let Some(link) = Element::from_json(link)
                && find::name_of(page, &link)? == name
            {
                return page.session().click(&link).map(Some);
            }
        }
        Ok(None)
    });
}

fn the_foot_leads_to_each_text(page: &Page) {
    page.open("/login");
    boot_page::taken_over(page);
    for words in [&FR, &EN] {
        if *words.tag == *EN.tag {
            actions::switch_language(page, &FR, &EN);
        }
        for (address, link, title) in pages(words) {
            page.at(address);
            follow_at_foot(page, link);
            find::heading(page, title);
            page.until_path(address);
            find::button(page, words.print);
            page.until_true(
                "reading to begin at the heading",
                "return document.activeElement.matches('main h1')",
                &[],
            );
            page.until_true(
                "the title in the tab",
                "return document.title.startsWith(arguments[0])",
                &[json!(title)],
            );
            // Its own text has come.
            page.until_true(
                "a text in parts",
                "return document.querySelectorAll('main h2[id]').length > 1",
                &[],
            );
            checks::nothing(checks::frame(page, words));
            checks::nothing(checks::axe::axe(page));
        }
        follow_at_foot(page, words.help_link);
        find::heading(page, words.help);
    }
    checks::nothing(checks::quiet_console(page));
    checks::nothing(checks::no_third_party(page));
}

fn the_foot_leads_there_before_the_program_has_come(page: &Page) {
    boot_page::hold_program(page);
    page.open("/login");
    find::button(page, FR.log_in);
    boot_page::still_static(page);
    follow_at_foot(page, FR.accessibility_link);
    page.until_path("/accessibility");
    boot_page::let_program_come(page);
    find::heading(page, FR.accessibility);
}

fn a_text_is_read_in_mid_session_too(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    for (address, link, title) in pages(&FR) {
        follow_at_foot(&agent, link);
        find::heading(&agent, title);
        agent.until_path(address);
        agent.back();
        find::button(&agent, FR.log_out);
    }
    actions::follow(&agent, FR.payslips);
    find::link(&agent, FR.latest_month);
}

fn an_address_with_an_anchor_opens_its_section(page: &Page) {
    for address in ["/charter#section-3", "/accessibility#section-4"] {
        page.at(address);
        page.open(address);
        page.until_true(
            "the section in view, with the focus",
            r"
const heading = document.activeElement;
const box = heading.getBoundingClientRect();
return heading.tagName === 'H2' && `#${heading.id}` === location.hash && box.top >= 0 && box.bottom <= innerHeight;
",
            &[],
        );
    }
}

/// Where `/privacy` says that something is kept, by name.
const KEPT: &str = r"
return { local: Object.keys(localStorage), session: Object.keys(sessionStorage), readable: document.cookie };
";

fn the_browser_keeps_what_the_page_says_and_nothing_else(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::switch_language(&agent, &FR, &EN);
    actions::switch_language(&agent, &EN, &FR);
    agent.open("/privacy");
    find::heading(&agent, FR.on_device);
    let kept = agent.run(KEPT, &[]);
    assert_eq!(kept["local"], json!(["language"]));
    assert_eq!(kept["session"], json!([]));
    assert_eq!(kept["readable"], "", "no script can read a cookie");
    let names = |page: &Page| {
        let mut names: Vec<String> = checks::traces::cookies(page)
            .iter()
            .map(|cookie| cookie["name"].as_str().unwrap_or_default().to_owned())
            .collect();
        names.sort();
        names
    };
    let (mut there, mine) = (names(&agent), |name: &String| name.ends_with("session"));
    assert!(there.iter().any(mine), "{there:?}");
    there.retain(|name| !name.ends_with("session") && !name.ends_with("probe"));
    assert_eq!(there, Vec::<String>::new());
    for cookie in checks::traces::cookies(&agent) {
        let is_session = cookie["name"]
            .as_str()
            .is_some_and(|name| name.ends_with("session"));
        assert_eq!(cookie["httpOnly"], true, "{cookie}");
        assert!(is_session || checks::traces::is_trial(&cookie), "{cookie}");
    }
    agent.open("/space");
    actions::sign_out(agent, &FR);
    page.until_text(FR.portal_closed);
    let left = names(page);
    assert!(!left.iter().any(mine), "gone when signed out: {left:?}");
}

fn a_text_that_does_not_come_can_be_asked_for_again(page: &Page) {
    page.portal
        .spoil("GET", "/api/v1/texts/privacy", "status:500", 1);
    page.open("/privacy");
    find::heading(page, FR.unavailable);
    // What the page itself keeps is known without any answer.
    find::heading(page, FR.on_device);
    actions::press_button(page, FR.try_again);
    page.until_text("en vigueur depuis le");
}

fn a_text_is_printed_without_what_leads_elsewhere(page: &Page) {
    page.open("/charter");
    page.until_text("en vigueur depuis le");
    let printed = json!({ "media": "print" });
    page.must(
        "printing",
        page.session()
            .devtools("Emulation.setEmulatedMedia", &printed),
    );
    let script = r"
const shown = (element) => element.getClientRects().length > 0;
return Array.from(document.querySelectorAll('header, footer, nav, button, .skip-link')).filter(shown).map((element) => element.outerHTML.slice(0, 80));
";
    checks::nothing(checks::strings(&page.run(script, &[])));
    find::heading(page, FR.charter);
}
