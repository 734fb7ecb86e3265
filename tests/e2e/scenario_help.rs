//! The help: reached by anyone, opened at the section that an address names, complete on its own, printed without frame.

use crate::actions;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [Nowhere] the_login_leads_to_the_help,
        [ByEngine] an_address_with_an_anchor_opens_its_section,
        [ByEngine] a_link_of_another_page_opens_its_section,
        [Nowhere] the_help_needs_no_answer_of_the_portal,
        [ChromiumOnly] the_help_is_printed_without_what_leads_elsewhere,
    ]
}

/// The section under this heading is in view, and reading goes on from there.
fn at_section(page: &Page, heading: &str) {
    let script = r"
const heading = document.activeElement;
const box = heading.getBoundingClientRect();
const top = document.scrollingElement.scrollHeight - innerHeight - scrollY < 2 ? innerHeight : innerHeight / 3;
return heading.tagName === 'H2' && heading.textContent === arguments[0] && box.top >= 0 && box.bottom <= top;
";
    page.until_true(
        &format!("the section {heading:?} in view, with the focus"),
        script,
        &[json!(heading)],
    );
}

fn the_login_leads_to_the_help(page: &Page) {
    page.open("/login");
    find::button(page, FR.log_in);
    actions::follow(page, FR.help);
    page.until_path("/help");
    find::heading(page, FR.help);
    checks::nothing(checks::frame(page, &FR));
    page.back();
    find::button(page, FR.log_in);
}

fn an_address_with_an_anchor_opens_its_section(page: &Page) {
    page.open("/help#cookies");
    at_section(page, FR.help_cookies);
    page.at("another anchor on the same page");
    page.open("/help#clock");
    at_section(page, FR.help_clock);
    page.at("the contents");
    // A driver's click misses a link that the page scrolls away under it.
    page.until("the contents to lead to the section", || {
        let there = "return location.hash === '#tracking'";
        if page.session().run(there, &[])? == true {
            return Ok(Some(()));
        }
        if let Some(link) = find::now(page, find::Role::Link, FR.help_tracking)? {
            page.session().click(&link)?;
        }
        Ok(None)
    });
    at_section(page, FR.help_tracking);
    page.until_address("/help#tracking");
    page.at("the other language");
    actions::switch_language(page, &FR, &EN);
    at_section(page, EN.help_tracking);
    actions::follow(page, EN.help_cookies);
    at_section(page, EN.help_cookies);
    page.reload();
    at_section(page, EN.help_cookies);
    checks::nothing(checks::frame(page, &EN));
}

fn a_link_of_another_page_opens_its_section(page: &Page) {
    page.open("/password");
    find::heading(page, FR.forgot_heading);
    let link = "
const link = document.createElement('a');
link.href = '/help#clock';
link.textContent = 'Horloge';
document.querySelector('main').append(link);
";
    page.run(link, &[]);
    // Pressed as by a person: an engine may skip on the way back what no person did.
    actions::follow(page, "Horloge");
    at_section(page, FR.help_clock);
    page.back();
    find::heading(page, FR.forgot_heading);
}

fn the_help_needs_no_answer_of_the_portal(page: &Page) {
    page.portal
        .spoil("GET", "/api/v1/portal", "status:500", 100);
    page.open("/help#support");
    at_section(page, "Joindre le support");
    find::link(page, "01 99 00 39 75");
    find::heading(page, FR.help_cookies);
}

fn the_help_is_printed_without_what_leads_elsewhere(page: &Page) {
    page.open("/help");
    page.until_text("(aide.paris.example)");
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
    for heading in [FR.help, FR.help_cookies, FR.help_clock] {
        find::heading(page, heading);
    }
    let paper = page.must("printing to PDF", page.session().post("print", &json!({})));
    assert!(
        paper.as_str().is_some_and(|pdf| pdf.len() > 10_000),
        "the paper is empty"
    );
}
