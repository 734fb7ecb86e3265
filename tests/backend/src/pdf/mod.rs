//! A payslip as a tagged PDF (PDF/UA-1): headings, paragraphs and true tables, in French; knows no request and keeps no file.

mod sheet;
pub mod words;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::text::Font;
use krilla::{Document, SerializeSettings};
use nomade::contract::agent::Agent;
use nomade::contract::money::Cents;
use nomade::contract::payslips::{Payslip, PayslipLine, PayslipLineKind, PayslipTotals};
use sheet::{Cell, Sheet};
use std::fmt;
use std::sync::OnceLock;

/// Why a PDF could not be drawn.
#[derive(Debug)]
pub struct DrawError(String);

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DrawError {}

impl DrawError {
    fn of(cause: impl fmt::Debug) -> Self {
        Self(format!("{cause:?}"))
    }
}

/// The file, complete, or none.
///
/// # Errors
/// When the library refuses, which is when the document would not be accessible.
pub fn draw(agent: &Agent, payslip: &Payslip) -> Result<Vec<u8>, DrawError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(DrawError::of)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let title = format!(
        "{}, {}",
        payslip.summary.label,
        words::month(payslip.summary.period)
    );
    document.set_metadata(metadata(&title, payslip));
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(
        title.clone(),
        XyzDestination::new(0, Point::from_xy(0.0, 0.0)),
    ));
    document.set_outline(outline);

    let a4 = PageSettings::from_wh(595.0, 842.0).ok_or_else(|| DrawError::of("A4"))?;
    let mut page = document.start_page_with(a4);
    let mut sheet = Sheet::new(page.surface(), font()?);
    sheet.heading(1, &title);
    letterhead(&mut sheet, agent, payslip);
    sheet.heading(2, "Détail");
    sheet.table(
        &["Libellé", "Base", "Taux", "Montant", "Part employeur"],
        &details(&payslip.lines),
    );
    sheet.heading(2, "Totaux");
    sheet.table(
        &["Total", "", "", "Ce mois", "Cumul annuel"],
        &totals(&payslip.totals, &payslip.year_to_date),
    );
    sheet.paragraph("Document de démonstration, sans valeur. Un bulletin de paie se conserve sans limitation de durée.");
    let nodes = sheet.finish();
    page.finish();

    let mut tree = TagTree::new().with_lang(Some("fr".to_owned()));
    for node in nodes {
        tree.push(node);
    }
    document.set_tag_tree(tree);
    document.finish().map_err(DrawError::of)
}

/// The title names no person: it stands in tabs, histories and search indexes.
fn metadata(title: &str, payslip: &Payslip) -> Metadata {
    use chrono::Datelike;
    let paid_on = payslip.summary.paid_on;
    let [month, day] = [paid_on.month(), paid_on.day()].map(|part| u8::try_from(part).unwrap_or(1));
    let date = DateTime::new(u16::try_from(paid_on.year()).unwrap_or_default())
        .month(month)
        .day(day);
    Metadata::new()
        .title(title.to_owned())
        .language("fr".to_owned())
        .authors(vec![payslip.employer.clone()])
        .creation_date(date)
}

fn letterhead(sheet: &mut Sheet<'_>, agent: &Agent, payslip: &Payslip) {
    sheet.paragraph(&format!("Employeur : {}", payslip.employer));
    sheet.paragraph(&format!(
        "Agent : {} – {}",
        agent.full_name(),
        agent.service
    ));
    sheet.paragraph(&format!("Grade : {} – {}", payslip.position, payslip.index));
    sheet.paragraph(&format!(
        "Durée du travail : {} h par mois",
        words::hundredths(payslip.hours_hundredths.into())
    ));
    sheet.paragraph(&format!(
        "Net à payer : {} €, viré le {}",
        words::cents(payslip.summary.net_payable),
        words::day(payslip.summary.paid_on)
    ));
}

fn details(lines: &[PayslipLine]) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (kind, title) in [
        (PayslipLineKind::Earning, "Rémunération"),
        (
            PayslipLineKind::Contribution,
            "Cotisations et contributions",
        ),
        (PayslipLineKind::Tax, "Impôt sur le revenu"),
        (PayslipLineKind::Other, "Autres mouvements"),
    ] {
        let of_kind: Vec<_> = lines.iter().filter(|line| line.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        rows.push(vec![Cell::section(title)]);
        for line in of_kind {
            let amount = |cents: Option<Cents>| Cell::number(cents.map(words::cents));
            let rate = line
                .rate
                .map(|rate| format!("{}\u{a0}%", words::rate(rate)));
            rows.push(vec![
                Cell::label(&line.label),
                amount(line.base),
                Cell::number(rate),
                amount(line.amount),
                amount(line.employer_amount),
            ]);
        }
    }
    rows
}

fn totals(month: &PayslipTotals, year: &PayslipTotals) -> Vec<Vec<Cell>> {
    let row = |label: &str, total: fn(&PayslipTotals) -> Cents| {
        let blank = || Cell::number(None);
        let amount = |totals| Cell::number(Some(words::cents(total(totals))));
        vec![
            Cell::label(label),
            blank(),
            blank(),
            amount(month),
            amount(year),
        ]
    };
    vec![
        row("Total brut", |totals| totals.gross),
        row("Cotisations de l’agent", |totals| totals.contributions),
        row("Cotisations de l’employeur", |totals| {
            totals.employer_contributions
        }),
        row("Montant net social", |totals| totals.net_social),
        row("Net à payer avant impôt", |totals| totals.net_before_tax),
        row("Net imposable", |totals| totals.taxable),
        row("Impôt prélevé à la source", |totals| totals.tax),
        row("Net à payer", |totals| totals.net_payable),
    ]
}

fn font() -> Result<Font, DrawError> {
    static FONT: OnceLock<Option<Font>> = OnceLock::new();
    FONT.get_or_init(|| Font::new(epaint_default_fonts::UBUNTU_LIGHT.into(), 0))
        .clone()
        .ok_or_else(|| DrawError::of("font"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::accounts::ROLES;
    use crate::seed::pay;
    use chrono::{DateTime, NaiveDate};
    use nomade::contract::payslips::PayslipSummary;

    #[test]
    fn every_role_gets_an_accessible_file() {
        let period = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        for role in &ROLES {
            let agent = role
                .account("a".into(), String::new(), period, DateTime::default())
                .agent;
            for (lines, totals) in [
                pay::ordinary(&role.career, 478, period),
                pay::adjustment(&role.career, period),
            ] {
                let payslip = Payslip {
                    summary: PayslipSummary {
                        id: "p".into(),
                        label: "Bulletin de paie".into(),
                        period,
                        paid_on: period,
                        net_payable: totals.net_payable,
                        new: false,
                    },
                    employer: "Ville de Paris".into(),
                    position: role.career.position.into(),
                    index: "Indice majoré 478".into(),
                    hours_hundredths: 15_167,
                    lines,
                    totals,
                    year_to_date: totals,
                    actions: Vec::new(),
                };
                // Drawing fails when the library finds that PDF/UA-1 is not met.
                let file = draw(&agent, &payslip).unwrap();
                assert!(file.starts_with(b"%PDF-1.7") && file.len() > 5_000);
            }
        }
    }
}
