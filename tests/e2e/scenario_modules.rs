//! What stands before the pages of every module: nothing where it is off, and an open page is never taken away.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::mail_steps;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const NOT_OFFERED: &str = "Ce service n’est pas proposé";
const HOME: &str = "Revenir à mon espace";

/// The modules by their names in the contract, as their pages are headed, and addresses of theirs.
const MODULES: [(&str, &str, &[&str]); 5] = [
    (
        "payslips",
        FR.payslips,
        &["/space/payslips", "/space/payslips/2026-10"],
    ),
    (
        "leave",
        FR.leave.leave,
        &[
            "/space/leave",
            "/space/leave/new",
            "/space/leave/calendar",
            "/space/leave/approvals",
            "/space/leave/some-id",
        ],
    ),
    (
        "mail",
        mail_steps::MAIL,
        &[
            "/space/mail",
            "/space/mail/compose",
            "/space/mail/some-folder/some-id",
        ],
    ),
    (
        "documents",
        "Documents",
        &[
            "/space/documents",
            "/space/documents?tab=requests",
            "/space/documents/some-id",
        ],
    ),
    (
        "activity",
        FR.activity,
        &["/space/activity", "/space/activity?report=some-id"],
    ),
];

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_module_that_is_off_has_no_page_at_any_address,
        [ByEngine] who_goes_from_module_to_module_finds_each_as_it_is_offered,
        [Nowhere] an_open_page_stays_when_the_portal_tells_late,
    ]
}

fn modules(state: &str) -> Value {
    let state = |(name, ..): &(&str, _, _)| ((*name).to_owned(), json!({ "state": state }));
    let modules: serde_json::Map<String, Value> = MODULES.iter().map(state).collect();
    json!({ "modules": modules })
}

fn a_module_that_is_off_has_no_page_at_any_address(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    agent.portal.change_portal(&modules("off"));
    let asked = "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname).filter((path) => path.startsWith(`/api/v1/${arguments[0]}`))";
    let ways = "return Array.from(document.querySelectorAll('main a, nav a'), (link) => link.getAttribute('href'))";
    for (name, title, addresses) in MODULES {
        for address in addresses {
            agent.at(address);
            agent.open(address);
            find::heading(&agent, NOT_OFFERED);
            find::heading(&agent, title);
            find::button(&agent, FR.log_out);
            assert_eq!(agent.run(asked, &[json!(name)]), json!([]));
            assert_eq!(agent.run(ways, &[]), json!(["/space", "/space"]));
            checks::nothing(checks::frame(&agent, &FR));
        }
        checks::nothing(checks::axe::axe(&agent));
    }
    actions::follow(&agent, HOME);
    agent.until_path("/space");
}

fn who_goes_from_module_to_module_finds_each_as_it_is_offered(page: &Page) {
    page.portal
        .change_portal(&json!({ "modules": { "mail": { "state": "off" } } }));
    let agent = actions::sign_in(page, &AGENT);
    agent.open("/space/mail");
    find::heading(&agent, NOT_OFFERED);
    actions::follow(&agent, FR.payslips);
    find::link(&agent, FR.latest_month);
    find::with_focus(&agent, FR.payslips);
    actions::follow(&agent, FR.activity);
    agent.until_text("Cette session");
    agent.back();
    find::link(&agent, FR.latest_month);
    agent.back();
    find::heading(&agent, NOT_OFFERED);
    find::with_focus(&agent, mail_steps::MAIL);
    actions::follow(&agent, HOME);
    find::link(&agent, FR.latest_month);
    checks::nothing(checks::quiet_console(&agent));
}

fn an_open_page_stays_when_the_portal_tells_late(page: &Page) {
    const NAME: &str = "Portail d’après";
    let named = json!({ "name": { "fr": NAME, "en": NAME } });
    page.portal.change_portal(&named);
    // The login asks again what failed, and is left before the answer comes.
    for kind in ["status:503", "delay:8000"] {
        page.portal.spoil("GET", "/api/v1/portal", kind, 1);
    }
    let agent = actions::sign_in(page, &AGENT);
    mail_steps::open_list(&agent);
    agent.run("document.querySelector('main h1').stays = true", &[]);
    agent.until_text(NAME);
    let stays = "return document.querySelector('main h1').stays === true";
    assert_eq!(agent.run(stays, &[]), true);
    mail_steps::until_rows(&agent, "the messages", |rows| !rows.is_empty());
}
