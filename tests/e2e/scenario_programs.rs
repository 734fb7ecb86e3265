//! Two programs: the login's, which is light, and the one that has the agent space.

use crate::actions::{self, AGENT};
use crate::boot_page::taken_over;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;

const FR: Words = Words::FRENCH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine held] the_space_is_brought_while_somebody_types_and_comes_once,
        [ByEngine held] a_space_that_does_not_come_is_told_and_passes,
        [ChromiumOnly] who_saves_data_is_brought_nothing_ahead,
        [Nowhere held] an_address_of_the_space_starts_its_program_alone,
    ]
}

fn times(page: &Page, path: &str) -> usize {
    page.portal.front().times_answered(&format!("GET {path}"))
}

fn the_space_is_brought_while_somebody_types_and_comes_once(page: &Page) {
    let (light, space) = (page.portal.program_path(), page.portal.space_program_path());
    page.open("/help");
    find::heading(page, FR.help);
    page.open("/login?then=%2Fspace%2Fpayslips%3Fyear%3D2025");
    taken_over(page);
    assert_eq!(times(page, &space), 0, "nobody typed yet");
    // Twice in a browser that keeps no file from one page to the next, as WebKit does under its driver.
    let asked = times(page, &light);
    actions::fill_in(page, FR.username, AGENT.username);
    page.until("the program that has the space", || {
        Ok((times(page, &space) > 0).then_some(()))
    });
    let agent = actions::sign_in_here(page, &AGENT, &FR);
    find::heading(&agent, FR.payslips);
    agent.until_address("/space/payslips?year=2025");
    assert_eq!(
        times(page, &space),
        asked,
        "kept as the login's own program is"
    );
    checks::nothing(checks::quiet_console(&agent));
}

fn a_space_that_does_not_come_is_told_and_passes(page: &Page) {
    let space = page.portal.space_program_path();
    // Ahead of the sign-in, right after it, and once more.
    page.portal.spoil("GET", &space, "status:503", 3);
    page.open("/login");
    taken_over(page);
    assert_eq!(times(page, &space), 0, "nobody typed yet");
    actions::fill_in(page, FR.username, AGENT.username);
    page.until("the program that has the space", || {
        Ok((times(page, &space) > 0).then_some(()))
    });
    actions::submit_login(page, AGENT.username, AGENT.password, &FR);
    find::heading(page, "Le portail ne répond pas correctement");
    page.until_path("/space");
    checks::nothing(checks::frame(page, &FR));
    // It tries again by itself, and nobody signs in twice.
    find::link(page, FR.latest_month);
    let sent = page.portal.front().times_answered("POST /api/v1/session");
    assert_eq!(sent, 1);
}

fn who_saves_data_is_brought_nothing_ahead(page: &Page) {
    page.plant(
        r"
Object.defineProperty(navigator, 'connection', { value: { saveData: location.search === '?saves' } });
const ask = window.fetch;
window.brought = 0;
window.fetch = function (url) {
  if (/intraparis-nomade-.*[.]wasm$/.test(url)) window.brought += 1;
  return ask.apply(this, arguments);
};",
    );
    for (path, brought) in [("/login?saves", 0), ("/login", 1)] {
        page.at(path);
        page.open(path);
        taken_over(page);
        actions::fill_in(page, FR.username, AGENT.username);
        assert_eq!(page.run("return window.brought", &[]), brought);
    }
}

fn an_address_of_the_space_starts_its_program_alone(page: &Page) {
    let (light, space) = (page.portal.program_path(), page.portal.space_program_path());
    for path in [
        "/space",
        "/space/payslips",
        "//space/leave/",
        "/space/nulle-part",
    ] {
        page.at(path);
        page.open(path);
        find::heading(page, FR.login_heading);
    }
    assert_eq!(times(page, &light), 0);
    assert!(times(page, &space) > 0);
}
