//! Leave with answers that are broken, late or not the portal's: each page says so, keeps its ways open and comes back.

use crate::actions::{self, AGENT, MANAGER};
use crate::checks;
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::leave_steps::{self, APPROVALS, CALENDAR, GRANTED, LIST, ONE, REQUESTS};
use crate::scenario_hostile_answers::title_in;
use crate::words::Words;

const FR: Words = Words::FRENCH;
const BETWEEN: &str = "Quelque chose s’interpose entre vous et le portail";
const UNREADABLE: &str = "La réponse du service est illisible";

/// How an answer is spoilt, and the title that a page gives that; those that engines differ in are tried elsewhere.
const KINDS: [(&str, &str); 5] = [
    ("html", BETWEEN),
    ("status:500", FR.unavailable),
    ("truncate", FR.unavailable),
    ("malformed", UNREADABLE),
    ("wrong_type", UNREADABLE),
];

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [Nowhere] the_pages_of_leave_say_that_an_answer_is_broken_and_come_back,
        [Nowhere] what_is_validated_says_that_an_answer_is_broken_and_comes_back,
        [Nowhere] one_part_of_leave_that_fails_leaves_the_others_alone,
        [Nowhere held] slow_leave_says_that_it_is_slow,
        [Nowhere] a_module_of_leave_that_is_off_has_no_way_to_it,
    ]
}

/// Says so calmly, and the next step leads to what was asked for.
fn says_and_comes_back(page: &Page, (kind, title): (&str, &'static str), back: impl Fn(&Page)) {
    let title = title_in(page.engine, kind, title);
    let ended = "return document.documentElement.hasAttribute('data-failed')";
    page.until(&format!("the words {title:?}"), || {
        let ended = page.session().run(ended, &[])?;
        assert_eq!(ended, false, "the program has ended");
        find::now(page, Role::Heading, title)
    });
    find::button(page, FR.log_out);
    checks::nothing(checks::frame(page, &FR));
    let step = if title == UNREADABLE {
        "Recharger la page"
    } else {
        FR.try_again
    };
    actions::press_button(page, step);
    back(page);
}

fn the_pages_of_leave_say_that_an_answer_is_broken_and_come_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for (kind, title) in KINDS {
        agent.at(&format!("the list, {kind}"));
        agent.open("/space/profile");
        find::heading(&agent, FR.profile);
        agent.portal.spoil("GET", REQUESTS, kind, 1);
        actions::follow(&agent, FR.leave.leave);
        says_and_comes_back(&agent, (kind, title), |page| {
            find::link(page, GRANTED);
        });
        agent.until_address(LIST);
        agent.at(&format!("a request, {kind}"));
        agent.portal.spoil("GET", ONE, kind, 1);
        actions::follow(&agent, GRANTED);
        says_and_comes_back(&agent, (kind, title), |page| {
            find::heading(page, FR.leave.trail);
        });
        agent.at(&format!("the calendar, {kind}"));
        actions::follow(&agent, FR.leave.all_leave);
        find::link(&agent, GRANTED);
        agent.portal.spoil("GET", "/api/v1/leave/calendar", kind, 1);
        actions::follow(&agent, FR.leave.team_calendar);
        says_and_comes_back(&agent, (kind, title), |page| {
            find::table(page, "Absences de novembre 2026");
        });
        agent.until_address(CALENDAR);
    }
}

fn what_is_validated_says_that_an_answer_is_broken_and_comes_back(page: &Page) {
    let manager = actions::sign_in(page, &MANAGER);
    find::link(&manager, "9 demandes attendent votre décision");
    for (kind, title) in KINDS {
        manager.at(kind);
        manager.open("/space/profile");
        find::heading(&manager, FR.profile);
        manager
            .portal
            .spoil("GET", "/api/v1/leave/approvals", kind, 1);
        actions::follow(&manager, FR.leave.approvals);
        says_and_comes_back(&manager, (kind, title), |page| {
            find::button(page, FR.leave.grant_of);
        });
        manager.until_address(APPROVALS);
    }
    checks::nothing(checks::axe::axe(&manager));
}

fn one_part_of_leave_that_fails_leaves_the_others_alone(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    // What this page asked for has come: the faults are for the next.
    agent.until_text("Il vous reste");
    agent.until_text("Prochaine absence");
    for path in ["/api/v1/leave/balances", "/api/v1/leave/days", REQUESTS] {
        agent.at(path);
        agent.open("/space/profile");
        find::heading(&agent, FR.profile);
        agent.portal.spoil("GET", path, "status:500", 1);
        actions::follow(&agent, FR.leave.leave);
        find::heading(&agent, FR.unavailable);
        find::link(&agent, FR.leave.ask);
        if path == REQUESTS {
            find::table(&agent, "Mes droits à congé, en jours");
        } else {
            find::link(&agent, GRANTED);
        }
        leave_steps::is_sound(&agent);
        actions::press_button(&agent, FR.try_again);
        find::gone(&agent, Role::Heading, FR.unavailable);
        find::link(&agent, GRANTED);
        find::table(&agent, "Mes droits à congé, en jours");
        find::summary(&agent, FR.leave.year_in_words);
    }
}

fn slow_leave_says_that_it_is_slow(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    agent.open("/space/profile");
    find::heading(&agent, FR.profile);
    agent.portal.front().hold(&[REQUESTS]);
    actions::follow(&agent, FR.leave.leave);
    agent.until_text(FR.still_loading);
    // The others do not wait for it.
    find::table(&agent, "Mes droits à congé, en jours");
    agent.portal.front().let_pass();
    find::link(&agent, GRANTED);
    let gone = "return !document.body.textContent.includes('Le chargement prend')";
    agent.until_true("the spinner goes", gone, &[]);
}

fn a_module_of_leave_that_is_off_has_no_way_to_it(page: &Page) {
    let off = serde_json::json!({ "modules": { "leave": { "state": "off" } } });
    page.portal.change_portal(&off);
    let agent = actions::sign_in(page, &MANAGER);
    find::link(&agent, FR.latest_month);
    for way in [FR.leave.leave, FR.leave.approvals] {
        let link = find::now(&agent, Role::Link, way);
        assert_eq!(link.ok().flatten(), None, "{way}");
    }
    let text = agent.text();
    assert!(!text.contains("attendent votre décision"), "{text}");
    // An address that was kept says that it is nowhere.
    for address in [LIST, APPROVALS, CALENDAR] {
        agent.at(address);
        agent.open(address);
        find::heading(&agent, "Ce service n’est pas proposé");
        find::heading(&agent, FR.leave.leave);
        checks::nothing(checks::frame(&agent, &FR));
    }
}
