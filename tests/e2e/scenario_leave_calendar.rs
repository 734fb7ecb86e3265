//! Who is away: month by month, with reasons for who validates alone, found by name without a trace, and as many as there are.

use crate::actions::{self, AGENT, MANAGER, SignedInAgent};
use crate::checks::{self, traces};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::webdriver::Refusal;
use crate::keys;
use crate::leave_steps::{self, CALENDAR, is_sound};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const SEARCH: &str = FR.leave.search_person;
const NEXT: &str = "Mois suivant";
const DECEMBER: &str = "/space/leave/calendar?month=2026-12";
const GRID: &str = "Absences de décembre 2026";
const GRID_NOW: &str = "Absences de novembre 2026";
/// The rows of people that are drawn, and not those of the head.
const ROWS: &str = "return document.querySelectorAll('main [role=row][aria-rowindex] [role=rowheader] bdi').length";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] who_validates_sees_why_and_what_waits,
        [Nowhere] an_agent_sees_what_is_granted_and_not_why,
        [ByEngine] a_person_is_searched_for_without_a_trace,
        [Nowhere] any_month_can_be_gone_to,
        [Nowhere] a_team_and_a_layout_stand_in_the_address,
        [ChromiumOnly] a_phone_has_the_calendar_in_words,
        [Nowhere] who_is_away_today_is_said_first,
        [ByEngine large] three_hundred_people_are_drawn_where_they_are_seen,
    ]
}

/// Signs in and goes to the calendar of this month.
fn open_calendar<'a>(page: &'a Page, who: &actions::Account) -> SignedInAgent<'a> {
    let agent = actions::sign_in(page, who);
    actions::follow(&agent, FR.leave.leave);
    find::heading(&agent, FR.leave.rights);
    actions::follow(&agent, FR.leave.team_calendar);
    agent.until_path(CALENDAR);
    find::table(&agent, GRID_NOW);
    agent
}

/// The same of December.
fn open_december<'a>(page: &'a Page, who: &actions::Account) -> SignedInAgent<'a> {
    let agent = open_calendar(page, who);
    actions::follow(&agent, NEXT);
    find::table(&agent, GRID);
    agent.until_address(DECEMBER);
    agent
}

/// Waits until the row of that person says exactly that.
fn until_row(page: &Page, who: &str, says: &str) {
    let row = "const row = Array.from(document.querySelectorAll('main [role=row]')).find((row) => row.querySelector('[role=rowheader]')?.textContent === arguments[0]); const words = row?.querySelector('[role=cell] span:not([aria-hidden])')?.textContent ?? ''; return words.replace(/[\\s\\u00a0\\u202f]+/g, ' ')";
    page.until_returns(
        &format!("what the row of {who} says"),
        row,
        &[json!(who)],
        says,
    );
}

fn until_rows(page: &Page, rows: usize) {
    page.until_returns("the rows", ROWS, &[], rows);
}

fn who_validates_sees_why_and_what_waits(page: &Page) {
    let manager = open_december(page, &MANAGER);
    until_rows(&manager, 14);
    until_row(
        &manager,
        "Camille Bernard",
        "le 10 décembre 2026, Congé exceptionnel, En attente ; du 28 au 31 décembre 2026, Congés annuels, Accordé",
    );
    until_row(
        &manager,
        "Hugo Girard",
        "du 10 au 11 décembre 2026, RTT, Accordé ; du 21 au 24 décembre 2026 à midi, Congés annuels, Annulation demandée",
    );
    until_row(&manager, "Manager Démo", "aucune absence");
    manager.until_text("Noël, 25 décembre 2026");
    let days = "return Array.from(document.querySelectorAll('main [role=columnheader]'), (day) => day.querySelector('span:not([aria-hidden])')?.textContent ?? '')";
    let days = checks::strings(&manager.run(days, &[]));
    assert_eq!(days.len(), 32, "{days:?}");
    assert_eq!(days[25], "vendredi 25 décembre 2026, Noël");
    is_sound(&manager);
    manager.reload();
    until_rows(&manager, 14);
    manager.until_address(DECEMBER);
    actions::follow(&manager, "Aujourd’hui");
    find::table(&manager, GRID_NOW);
    manager.until_address(CALENDAR);
    manager.back();
    find::table(&manager, GRID);
    checks::nothing(checks::quiet_console(&manager));
}

fn an_agent_sees_what_is_granted_and_not_why(page: &Page) {
    let agent = open_december(page, &AGENT);
    until_rows(&agent, 9);
    // What waits is nobody's business, and neither is why.
    until_row(
        &agent,
        "Camille Bernard",
        "du 28 au 31 décembre 2026, Accordé",
    );
    until_row(
        &agent,
        "Hugo Girard",
        "du 10 au 11 décembre 2026, Accordé ; du 21 au 24 décembre 2026 à midi, Accordé",
    );
    until_row(&agent, "Inès Moreau", "aucune absence");
    // Their own is their own.
    until_row(
        &agent,
        "Agent Démo",
        "le 10 décembre 2026, RTT, En attente ; le 18 décembre 2026, après-midi, RTT, Accordé ; du 28 décembre 2026 au 4 janvier 2027 à midi, Congés annuels, En attente",
    );
    agent.until_text("Le motif de celles de vos collègues n’est pas indiqué.");
    is_sound(&agent);
    checks::nothing(checks::quiet_console(&agent));
}

fn a_person_is_searched_for_without_a_trace(page: &Page) {
    let manager = open_december(page, &MANAGER);
    let personal = traces::Personal::of(&manager);
    until_rows(&manager, 14);
    let behind = manager.run("return history.length", &[]);
    actions::fill_in(&manager, SEARCH, "LEFEVRE");
    manager.until_text("1 personne trouvée pour « LEFEVRE ».");
    until_rows(&manager, 1);
    until_row(&manager, "Nadia Lefèvre", "aucune absence");
    manager.until_address(DECEMBER);
    assert_eq!(manager.run("return history.length", &[]), behind);
    let places = "return [document.title, location.href, JSON.stringify(history.state), window.name, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat(), ...performance.getEntriesByType('resource').map((entry) => entry.name)].join(' ').toLowerCase()";
    let kept = manager.run(places, &[]).to_string();
    assert!(!kept.contains("lefevre"), "{kept}");
    checks::nothing(traces::nothing_personal_kept(&manager, &personal));
    actions::fill_in(&manager, SEARCH, "licorne");
    manager.until_text("Personne ne correspond à « licorne ».");
    manager.until_text(FR.leave.nobody_found);
    is_sound(&manager);
    actions::press_button(&manager, "Effacer la recherche");
    until_rows(&manager, 14);
}

fn any_month_can_be_gone_to(page: &Page) {
    let manager = open_calendar(page, &MANAGER);
    actions::unfold(&manager, "Aller au mois");
    actions::choose(&manager, "Mois", "mai");
    actions::fill_in(&manager, "Année", "2O27");
    actions::press_button(&manager, "Afficher ce mois");
    leave_steps::until_wrong(&manager, "Année", "Indiquez une année entre 1970 et 2999.");
    find::with_focus(&manager, "Année");
    checks::nothing(checks::axe::axe(&manager));
    actions::fill_in(&manager, "Année", "2027");
    actions::press_button(&manager, "Afficher ce mois");
    find::table(&manager, "Absences de mai 2027");
    manager.until_address("/space/leave/calendar?month=2027-05");
    manager.until_text("Pont de l’Ascension, 7 mai 2027");
    // What makes no sense counts for nothing.
    for month in ["2026-13", "%3Cb%3E", "-1"] {
        manager.at(month);
        manager.open(&format!("/space/leave/calendar?month={month}"));
        find::table(&manager, GRID_NOW);
        until_rows(&manager, 14);
    }
    // The ends of what can be asked for.
    for (month, grid) in [
        ("1970-01", "Absences de janvier 1970"),
        ("2999-12", "Absences de décembre 2999"),
    ] {
        manager.at(month);
        manager.open(&format!("/space/leave/calendar?month={month}"));
        find::table(&manager, grid);
    }
    checks::nothing(checks::quiet_console(&manager));
}

fn a_team_and_a_layout_stand_in_the_address(page: &Page) {
    let manager = open_december(page, &MANAGER);
    actions::follow(&manager, "Bureau de la formation");
    until_rows(&manager, 5);
    manager.until_address_with("team=");
    actions::follow(&manager, FR.leave.list);
    find::heading(&manager, "Qui est absent en décembre 2026");
    manager.until_text("du 14 au 18 décembre 2026, Congés annuels, En attente");
    manager.until_address_with("view=list");
    let address = manager.path();
    assert!(
        address.contains("month=2026-12") && address.contains("team="),
        "{address}"
    );
    is_sound(&manager);
    manager.reload();
    find::heading(&manager, "Qui est absent en décembre 2026");
    manager.until_address(&address);
    manager.until_text("1 autre personne n’a aucune absence ce mois-ci.");
    actions::follow(&manager, "Toutes");
    find::heading(&manager, "Camille Bernard");
    actions::follow(&manager, FR.leave.grid);
    until_rows(&manager, 14);
    manager.back();
    find::heading(&manager, "Camille Bernard");
    checks::nothing(checks::quiet_console(&manager));
}

fn a_phone_has_the_calendar_in_words(page: &Page) {
    page.set_viewport(360, 740);
    let manager = actions::sign_in(page, &MANAGER);
    manager.open(DECEMBER);
    find::heading(&manager, "Qui est absent en décembre 2026");
    find::heading(&manager, "Hugo Girard");
    let grid = find::now(&manager, Role::Table, GRID);
    assert_eq!(grid.ok().flatten(), None);
    manager.until_address(DECEMBER);
    checks::nothing(checks::no_horizontal_scroll(&manager));
    // Who wants the table has it, and it scrolls by itself.
    actions::follow(&manager, FR.leave.grid);
    find::table(&manager, GRID);
    checks::nothing(checks::no_horizontal_scroll(&manager));
    is_sound(&manager);
}

fn who_is_away_today_is_said_first(page: &Page) {
    let agent = open_calendar(page, &AGENT);
    agent.until_text("Personne n’est absent aujourd’hui.");
    actions::follow(&agent, FR.home);
    find::link(&agent, FR.latest_month);
    // The next day is a working one.
    agent.portal.advance_clock(24 * 3600);
    agent.open(CALENDAR);
    actions::sign_in_here(page, &AGENT, &FR);
    find::table(page, GRID_NOW);
    page.until_text("1 personne est absente aujourd’hui :");
    page.until_text("Léa Fontaine");
}

/// How far the table has been scrolled, how far it can be, and how many elements stand in it.
const SCROLLED: &str = "const table = document.querySelector('main [role=region][tabindex=\"0\"]'); return [Math.ceil(table.scrollTop + table.clientHeight) >= table.scrollHeight - 1, table.scrollTop, table.querySelectorAll('*').length]";

/// The last rows that are drawn: the number of the very last, and the names.
const LAST_ROWS: &str = "const rows = Array.from(document.querySelectorAll('main [role=row][aria-rowindex]')); const numbers = rows.map((row) => Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex'))); const table = document.querySelector('main [role=table]'); return [Math.max(...numbers), Number(table.getAttribute('aria-rowcount')), rows.length]";

fn three_hundred_people_are_drawn_where_they_are_seen(page: &Page) {
    let manager = open_calendar(page, &MANAGER);
    let rows =
        "return Number(document.querySelector('main [role=table]')?.getAttribute('aria-rowcount'))";
    // With those of the other team, and the two rows of the head.
    manager.until_returns("the rows that there are", rows, &[], 307);
    let bounded = |at: &str| {
        manager.until(&format!("few rows {at}"), || {
            let read = manager.session().run(LAST_ROWS, &[])?;
            let drawn = read[2].as_u64().unwrap_or_default();
            if (3..=120).contains(&drawn) {
                Ok(Some(()))
            } else {
                Err(Refusal::so_far(&read))
            }
        });
        let elements = manager.run(SCROLLED, &[])[2].as_u64().unwrap_or_default();
        assert!(elements < 2_500, "{elements} elements {at}");
    };
    bounded("at the top");
    let until_last = |by: &str| {
        manager.until(&format!("the last row, {by}"), || {
            let read = manager.session().run(LAST_ROWS, &[])?;
            if read[0] == read[1] {
                Ok(Some(()))
            } else {
                Err(Refusal::so_far(&read))
            }
        });
    };
    let scroll =
        "document.querySelector('main [role=region][tabindex=\"0\"]').scrollTop = arguments[0]";
    manager.run(scroll, &[json!(1_000_000)]);
    until_last("by scrolling");
    bounded("at the end");
    manager.run(scroll, &[json!(0)]);
    until_row(
        &manager,
        "Camille Bernard",
        "du 2 au 6 novembre 2026, Congés annuels, Accordé",
    );
    // By keyboard alone.
    actions::tab_to(&manager, GRID_NOW);
    manager.press(&[keys::END]);
    until_last("by keyboard");
    bounded("at the end, by keyboard");
    let at_top =
        "return document.querySelector('main [role=region][tabindex=\"0\"]').scrollTop === 0";
    manager.until("the top again", || {
        // One engine goes there in steps, and new rows stop it on the way.
        manager.press(&[keys::HOME]);
        let is_there = manager.session().run(at_top, &[])?;
        Ok((is_there == true).then_some(()))
    });
    actions::fill_in(&manager, SEARCH, "Zoé");
    let few = "return document.querySelectorAll('main [role=row] [role=rowheader] bdi').length";
    manager.until("who was found", || {
        let found = manager.session().run(few, &[])?.as_u64();
        Ok(found.filter(|found| (1..=20).contains(found)).map(drop))
    });
    checks::nothing(checks::axe::axe(&manager));
    checks::nothing(checks::quiet_console(&manager));
}
