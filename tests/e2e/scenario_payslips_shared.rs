//! Payslips where others come by: masked until asked for, and again when nobody looks; and on paper.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::checks;
use crate::document_steps;
use crate::find;
use crate::harness::engine::program;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::scenario_payslip_study::payslip_id;
use crate::session_steps;
use crate::words::Words;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use std::io::Write;
use std::process::{Command, Stdio};

const FR: Words = Words::FRENCH;
const SHOW: &str = "Afficher les montants";
const MASK: &str = "Masquer les montants";
const MASKED_PLOT: &str = "Les montants sont masqués : le graphique s’affichera avec eux.";
const DIFFERENCES: &str = "Différences entre septembre 2026 et octobre 2026";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] on_a_shared_device_every_amount_is_masked_until_asked_for,
        [Nowhere] shown_amounts_are_masked_when_the_page_is_out_of_sight,
        [ChromiumAndFirefox] a_payslip_and_a_comparison_are_printed_without_what_leads_elsewhere,
    ]
}

/// No amount stands anywhere in the page, not even for who reads its source.
fn no_amount(page: &Page) {
    let text = page.run("return document.body.textContent", &[]);
    let text = text.as_str().unwrap_or_default();
    assert!(!text.contains('€'), "{text}");
    let drawn = page.run("return document.querySelectorAll('main svg path, main svg polyline').length > 40 || !!document.querySelector('main figure svg')", &[]);
    assert_eq!(drawn, false, "the amounts are drawn");
}

/// The list with the plot, a payslip, a comparison.
fn visit_all(agent: &SignedInAgent<'_>, look: impl Fn(&SignedInAgent<'_>, &str)) {
    actions::follow(agent, FR.payslips);
    find::link(agent, FR.latest_month);
    find::heading(agent, "Évolution");
    look(agent, "list");
    actions::follow(agent, FR.latest_month);
    find::table(agent, FR.totals);
    look(agent, "payslip");
    actions::unfold(agent, "Comparer avec un autre bulletin");
    actions::press_button(agent, "Comparer");
    find::table(agent, DIFFERENCES);
    look(agent, "comparison");
}

fn on_a_shared_device_every_amount_is_masked_until_asked_for(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    visit_all(&agent, |agent, place| {
        agent.at(place);
        agent.until_text(if place == "list" {
            MASKED_PLOT
        } else {
            "masqué"
        });
        no_amount(agent);
        checks::nothing(checks::axe::axe(agent));
    });
    // Neither the sign nor the size of a change is told.
    let cells = agent.run("return Array.from(document.querySelectorAll('tr[data-change] td'), (cell) => cell.textContent).filter((text) => text !== '' && text !== 'masqué')", &[]);
    assert_eq!(cells, serde_json::json!([]));
    actions::press_button(&agent, SHOW);
    agent.until_text("€");
    visit_all(&agent, |agent, place| {
        agent.at(place);
        agent.until_text("€");
    });
    actions::press_button(&agent, MASK);
    agent.until_text("masqué");
    no_amount(&agent);
}

fn shown_amounts_are_masked_when_the_page_is_out_of_sight(page: &Page) {
    let agent = session_steps::sign_in_on_shared_device(page, &AGENT, &FR);
    find::link(&agent, FR.latest_month);
    visit_all(&agent, |agent, place| {
        agent.at(place);
        actions::press_button(agent, SHOW);
        agent.until_text("€");
        document_steps::hide(agent, true);
        agent.until_text("masqué");
        no_amount(agent);
        document_steps::hide(agent, false);
        find::button(agent, SHOW);
        no_amount(agent);
    });
}

/// The page as its browser prints it.
fn printed(page: &Page) -> Vec<u8> {
    let paper = page.must(
        "printing to PDF",
        page.session().post("print", &serde_json::json!({})),
    );
    let paper = BASE64_STANDARD.decode(paper.as_str().unwrap_or_default());
    let paper = paper.expect("a PDF");
    assert!(paper.starts_with(b"%PDF-") && paper.len() > 5_000);
    paper
}

/// What stands on the paper, on a machine that can read it.
fn text_of(paper: &[u8]) -> Option<String> {
    let reader = program("PDFTOTEXT", &["pdftotext"]).ok()?;
    let mut command = Command::new(reader);
    command.args(["-layout", "-", "-"]);
    let mut reading = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = reading.stdin.take()?;
    let paper = paper.to_vec();
    // Both at once: it may write before it has read all.
    let writing = std::thread::spawn(move || input.write_all(&paper));
    let read = reading.wait_with_output().ok()?;
    let _told_by_the_text = writing.join();
    Some(find::plain(&String::from_utf8_lossy(&read.stdout)))
}

fn a_payslip_and_a_comparison_are_printed_without_what_leads_elsewhere(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    let net = "return document.querySelector('.payslip__net-amount')?.textContent";
    let net = agent.until("the net amount", || {
        let net = agent.session().run(net, &[])?;
        Ok(net.as_str().map(find::plain))
    });
    let paper = printed(&agent);
    let elsewhere = [
        FR.skip,
        FR.log_out,
        FR.print,
        "Tous mes bulletins",
        "Comparer",
        "Revenir au bulletin",
        SHOW,
    ];
    if let Some(text) = text_of(&paper) {
        for wanted in [
            "Bulletin de paie – octobre 2026",
            FR.totals,
            FR.net_payable,
            net.as_str(),
            "Ville de Paris",
        ] {
            assert!(text.contains(wanted), "{wanted:?} is missing: {text}");
        }
        for unwanted in elsewhere {
            assert!(!text.contains(unwanted), "{unwanted:?} is printed: {text}");
        }
    }
    let september = payslip_id(&agent, "2026-09-01");
    agent.open(&format!("{}?with={september}", agent.path()));
    find::table(&agent, DIFFERENCES);
    let paper = printed(&agent);
    if let Some(text) = text_of(&paper) {
        for wanted in [
            "Comparaison de deux bulletins",
            "septembre 2026",
            "octobre 2026",
            FR.net_payable,
            "Écart",
        ] {
            assert!(text.contains(wanted), "{wanted:?} is missing: {text}");
        }
        for unwanted in elsewhere {
            assert!(!text.contains(unwanted), "{unwanted:?} is printed: {text}");
        }
    }
    checks::nothing(checks::quiet_console(&agent));
}
