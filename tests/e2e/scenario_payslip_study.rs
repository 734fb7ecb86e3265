//! Payslips studied: two of them compared, and the pay over time.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::scenario_payslips::{LIST, SEARCH, at_heading, open_list, until_months};
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
const SEPTEMBER: &str = "septembre 2026";
const COMPARE_WITH: &str = "Comparer avec un autre bulletin";
const COMPARED: &str = "Bulletin à comparer";
const COMPARISON: &str = "Comparaison de deux bulletins";
const DIFFERENCES: &str = "Différences entre septembre 2026 et octobre 2026";
const SHOW_ALL: &str = "Afficher aussi les lignes identiques";
const AS_A_TABLE: &str = "Lire en tableau";
const PLOT: &str = "Évolution";
const RELOAD: &str = "Recharger la page";
const SERIES: &str = "/api/v1/payslips/series";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] two_payslips_are_compared_by_keyboard_alone,
        [Nowhere] two_payslips_are_compared_either_way_round,
        [Nowhere] an_address_that_compares_with_nothing_sound_says_so,
        [ByEngine] the_pay_over_time_is_read_in_a_table_by_keyboard,
        [Nowhere] the_span_of_the_plot_stands_in_the_address,
        [Nowhere] a_broken_plot_leaves_the_list_alone,
        [Nowhere] broken_choices_and_comparisons_say_so_and_come_back,
    ]
}

/// The id of the payslip of a month.
pub fn payslip_id(page: &Page, period: &str) -> String {
    let ask = "return fetch('/api/v1/payslips').then((answer) => answer.json()).then((list) => list.items.find((item) => item.period === arguments[0]).id)";
    page.run(ask, &[json!(period)])
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// The rows of the comparison: what happened to each, and its cells.
fn rows(page: &Page) -> Vec<(String, Vec<String>)> {
    let script = "return Array.from(document.querySelectorAll('tr[data-change]'), (row) => [row.dataset.change, Array.from(row.cells, (cell) => cell.textContent)])";
    let told = page.run(script, &[]);
    let text = |value: &Value| find::plain(value.as_str().unwrap_or_default());
    let row = |row: &Value| {
        let cells = row[1].as_array().into_iter().flatten();
        (text(&row[0]), cells.map(text).collect())
    };
    told.as_array().into_iter().flatten().map(row).collect()
}

fn two_payslips_are_compared_by_keyboard_alone(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    at_heading(&agent);
    actions::tab_to(&agent, COMPARE_WITH);
    agent.press(&[keys::ENTER]);
    find::field(&agent, COMPARED);
    actions::tab_to(&agent, "Comparer");
    // What most people want is chosen already: the month before.
    agent.press(&[keys::ENTER]);
    find::heading(&agent, COMPARISON);
    find::table(&agent, DIFFERENCES);
    at_heading(&agent);
    agent.until_address_with("?with=");
    let changed = rows(&agent);
    assert!(
        !changed.is_empty() && changed.iter().all(|(change, _)| change != "same"),
        "only what changed at first: {changed:?}"
    );
    actions::tab_to(&agent, SHOW_ALL);
    agent.press(&[keys::SPACE]);
    agent.until("every line", || {
        Ok((rows(&agent).len() > changed.len()).then_some(()))
    });
    // It stays there.
    find::with_focus(&agent, SHOW_ALL);
    checks::nothing(checks::axe::axe(&agent));
    agent.press(&[keys::SPACE]);
    agent.until("what changed alone", || {
        Ok((rows(&agent) == changed).then_some(()))
    });
    actions::tab_to(&agent, "Bulletin complet : septembre 2026");
    agent.press(&[keys::ENTER]);
    find::heading(&agent, "Bulletin de paie – septembre 2026");
    agent.back();
    find::table(&agent, DIFFERENCES);
    agent.back();
    find::heading(&agent, "Bulletin de paie – octobre 2026");
    at_heading(&agent);
}

fn two_payslips_are_compared_either_way_round(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    let [september, october] =
        ["2026-09-01", "2026-10-01"].map(|period| payslip_id(&agent, period));
    agent.open(&format!("/space/payslips/{october}?with={september}"));
    find::table(&agent, DIFFERENCES);
    let one_way = rows(&agent);
    agent.open(&format!("/space/payslips/{september}?with={october}"));
    find::table(&agent, DIFFERENCES);
    assert_eq!(rows(&agent), one_way, "the older is before");
    let difference = r"
const net = (id) => fetch(`/api/v1/payslips/${id}`).then((answer) => answer.json()).then((payslip) => payslip.totals.net_payable);
const euros = (cents) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);
return Promise.all([net(arguments[0]), net(arguments[1])])
  .then(([before, after]) => [euros(before), euros(after), (after > before ? '+' : '') + euros(after - before)]);
";
    let wanted = agent.run(difference, &[json!(september), json!(october)]);
    let wanted: Vec<String> = checks::strings(&wanted)
        .iter()
        .map(|amount| find::plain(amount))
        .collect();
    let net = one_way.iter().find(|(_, cells)| cells[0] == FR.net_payable);
    let net = net.map(|(_, cells)| cells[1..].to_vec());
    assert_eq!(net, Some(wanted), "to the cent: {one_way:?}");
    // September has a weekend on call that October has not.
    let gone: Vec<&str> = one_way
        .iter()
        .filter(|(change, _)| change == "removed")
        .map(|(_, cells)| cells[0].as_str())
        .collect();
    assert!(
        gone.iter()
            .any(|head| head.starts_with("Indemnité d’astreinte") && head.ends_with("Supprimé")),
        "{gone:?}"
    );
    // And the other way it has come: the list offers every other payslip.
    agent.open(&format!("/space/payslips/{september}"));
    actions::unfold(&agent, COMPARE_WITH);
    actions::choose(&agent, COMPARED, "août 2026");
    actions::press_button(&agent, "Comparer");
    find::table(&agent, "Différences entre août 2026 et septembre 2026");
    let come = rows(&agent);
    assert!(
        come.iter().any(|(change, cells)| change == "added"
            && cells[0].starts_with("Indemnité d’astreinte")
            && cells[3].starts_with('+')),
        "{come:?}"
    );
}

fn an_address_that_compares_with_nothing_sound_says_so(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    let october = payslip_id(&agent, "2026-10-01");
    let payslip = format!("/space/payslips/{october}");
    for with in [
        "nobody-s",
        "%3Cimg%20src%3Dx%3E",
        "..%2F..%2Fagent",
        "%00",
        "%E2%80%AE",
    ] {
        agent.at(with);
        agent.open(&format!("{payslip}?with={with}"));
        find::heading(&agent, "Le bulletin à comparer est introuvable");
        checks::nothing(checks::frame(&agent, &FR));
    }
    actions::follow(&agent, "Revenir au bulletin");
    find::table(&agent, FR.totals);
    agent.until_address(&payslip);
    agent.open(&format!("{payslip}?with={october}"));
    agent.until_text("C’est le même bulletin des deux côtés");
    checks::nothing(checks::axe::axe(&agent));
    agent.open(&format!("{payslip}?with="));
    find::table(&agent, FR.totals);
    agent.open(&format!("/space/payslips/nobody-s?with={october}"));
    find::heading(&agent, FR.missing);
    checks::nothing(checks::quiet_console(&agent));
}

/// The heads of the rows of the plot's table.
fn plotted(page: &Page) -> Vec<String> {
    let heads = "return Array.from(document.querySelectorAll('details[open] tbody th[scope=row]'), (head) => head.textContent)";
    checks::strings(&page.run(heads, &[]))
}

fn the_pay_over_time_is_read_in_a_table_by_keyboard(page: &Page) {
    let agent = open_list(page);
    find::heading(&agent, PLOT);
    find::summary(&agent, AS_A_TABLE);
    actions::tab_to(&agent, AS_A_TABLE);
    agent.press(&[keys::ENTER]);
    agent.until("a row for each month", || {
        Ok((plotted(&agent).len() == 12).then_some(()))
    });
    find::table(
        &agent,
        "Rémunération brute et net à payer entre novembre 2025 et octobre 2026",
    );
    let months = plotted(&agent);
    for month in [FR.latest_month, "mai 2026", "novembre 2025"] {
        assert!(
            months
                .iter()
                .any(|head| find::plain(head).starts_with(month)),
            "{month}: {months:?}"
        );
    }
    checks::nothing(checks::axe::axe(&agent));
    // What is drawn is said in words, or not at all.
    let drawing = "return Array.from(document.querySelectorAll('main svg')).every((svg) => svg.getAttribute('aria-hidden') === 'true' || !!svg.getAttribute('aria-label') || !!svg.getAttribute('aria-labelledby'))";
    assert_eq!(agent.run(drawing, &[]), true, "a drawing without a name");
    agent.press(&[keys::ENTER]);
    agent.until("the table folded away", || {
        Ok(plotted(&agent).is_empty().then_some(()))
    });
}

fn the_span_of_the_plot_stands_in_the_address(page: &Page) {
    let agent = open_list(page);
    actions::unfold(&agent, AS_A_TABLE);
    agent.portal.count("GET", "/api/v1/payslips*");
    actions::follow(&agent, "3 ans");
    agent.until("more months", || {
        Ok((plotted(&agent).len() == 30).then_some(()))
    });
    agent.until_address("/space/payslips?span=3y");
    assert_eq!(agent.portal.counted(), 0, "another span is no other answer");
    actions::follow(&agent, "2025");
    find::link(&agent, FR.a_month_of_2025);
    agent.until_address_with("year=2025");
    let address = agent.path();
    assert!(address.contains("span=3y"), "{address}");
    agent.reload();
    find::link(&agent, FR.a_month_of_2025);
    let chosen = "return Array.from(document.querySelectorAll('[aria-current=true]'), (link) => link.textContent).join()";
    agent.until_true("both choices", &format!("{chosen} === '2025,3 ans'"), &[]);
    agent.until_address(&address);
    agent.until_text("novembre");
    checks::nothing(checks::quiet_console(&agent));
}

/// The one step that leads on from such an answer, once it is offered.
fn next_step(page: &Page, kind: &str) -> &'static str {
    // What can't be read may be of another version than the program.
    let step = match kind {
        "wrong_type" | "malformed" => RELOAD,
        _ => FR.try_again,
    };
    find::button(page, step);
    step
}

fn a_broken_plot_leaves_the_list_alone(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for kind in ["wrong_type", "malformed", "status:500", "html"] {
        agent.at(kind);
        agent.portal.spoil("GET", SERIES, kind, 1);
        agent.open(LIST);
        find::link(&agent, FR.latest_month);
        find::heading(&agent, PLOT);
        let step = next_step(&agent, kind);
        checks::nothing(checks::frame(&agent, &FR));
        // The list goes on meanwhile.
        actions::fill_in(&agent, SEARCH, "mai 2026");
        until_months(&agent, "what was found", |months| {
            months.iter().all(|month| month == "mai 2026") && months.len() == 2
        });
        // While something is searched for, only what was found is shown.
        actions::press_button(&agent, "Effacer la recherche");
        actions::press_button(&agent, step);
        find::summary(&agent, AS_A_TABLE);
    }
}

fn broken_choices_and_comparisons_say_so_and_come_back(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    for kind in ["wrong_type", "malformed", "status:500"] {
        agent.at(kind);
        agent.open(LIST);
        find::summary(&agent, AS_A_TABLE);
        actions::follow(&agent, SEPTEMBER);
        find::table(&agent, FR.totals);
        agent.portal.spoil("GET", SERIES, kind, 1);
        actions::unfold(&agent, COMPARE_WITH);
        let step = next_step(&agent, kind);
        find::table(&agent, FR.totals);
        actions::press_button(&agent, step);
        if step == RELOAD {
            actions::unfold(&agent, COMPARE_WITH);
        }
        actions::choose(&agent, COMPARED, FR.latest_month);
        agent.portal.spoil(
            "GET",
            &format!("/api/v1/payslips/{}", payslip_id(&agent, "2026-10-01")),
            kind,
            1,
        );
        actions::press_button(&agent, "Comparer");
        find::heading(&agent, COMPARISON);
        actions::press_button(&agent, next_step(&agent, kind));
        find::table(&agent, DIFFERENCES);
        checks::nothing(checks::frame(&agent, &FR));
    }
}
