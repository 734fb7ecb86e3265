//! A payslip on paper, on as many pages as its lines take; knows no database.

use super::paint::{Properties, paint};
use super::sheet::{Cell, FIVE_COLUMNS, Sheet};
use super::{DrawError, words};
use nomade::contract::agent::Agent;
use nomade::contract::money::Cents;
use nomade::contract::payslips::{Payslip, PayslipLine, PayslipLineKind, PayslipTotals};

/// The file, complete, or none.
///
/// # Errors
/// When the library refuses, which is when the document would not be accessible.
pub fn draw(agent: &Agent, payslip: &Payslip) -> Result<Vec<u8>, DrawError> {
    let title = format!(
        "{}, {}",
        payslip.summary.label,
        words::month(payslip.summary.period)
    );
    let mut sheet = Sheet::new();
    sheet.heading(1, &title);
    letterhead(&mut sheet, agent, payslip);
    sheet.heading(2, "Détail");
    sheet.table(
        FIVE_COLUMNS,
        &["Libellé", "Base", "Taux", "Montant", "Part employeur"],
        &details(&payslip.lines),
    );
    sheet.heading(2, "Totaux");
    sheet.table(
        FIVE_COLUMNS,
        &["Total", "", "", "Ce mois", "Cumul annuel"],
        &totals(&payslip.totals, &payslip.year_to_date),
    );
    sheet.paragraph("Document de démonstration, sans valeur. Un bulletin de paie se conserve sans limitation de durée.");
    let properties = Properties {
        title: &title,
        author: &payslip.employer,
        day: payslip.summary.paid_on,
    };
    paint(sheet, &properties)
}

fn letterhead(sheet: &mut Sheet, agent: &Agent, payslip: &Payslip) {
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
            let amount = |cents: Option<Cents>| Cell::value(cents.map(words::cents));
            let rate = line
                .rate
                .map(|rate| format!("{}\u{a0}%", words::rate(rate)));
            rows.push(vec![
                Cell::label(&line.label),
                amount(line.base),
                Cell::value(rate),
                amount(line.amount),
                amount(line.employer_amount),
            ]);
        }
    }
    rows
}

fn totals(month: &PayslipTotals, year: &PayslipTotals) -> Vec<Vec<Cell>> {
    let row = |label: &str, total: fn(&PayslipTotals) -> Cents| {
        let blank = || Cell::value(None);
        let amount = |totals| Cell::value(Some(words::cents(total(totals))));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::accounts::ROLES;
    use crate::seed::pay;
    use chrono::{DateTime, NaiveDate};
    use nomade::contract::payslips::PayslipSummary;

    fn payslip(period: NaiveDate, lines: Vec<PayslipLine>, totals: PayslipTotals) -> Payslip {
        Payslip {
            summary: PayslipSummary {
                id: "p".into(),
                label: "Bulletin de paie".into(),
                period,
                paid_on: period,
                net_payable: totals.net_payable,
                new: false,
            },
            employer: "Ville de Paris".into(),
            position: "Rédacteur".into(),
            index: "Indice majoré 478".into(),
            hours_hundredths: 15_167,
            lines,
            totals,
            year_to_date: totals,
            actions: Vec::new(),
        }
    }

    /// How many pages a file has: each has a tree of its own for its tags.
    fn pages(file: &[u8]) -> usize {
        let mark = b"/StructParents";
        file.windows(mark.len()).filter(|it| it == mark).count()
    }

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
                let payslip = payslip(period, lines, totals);
                // Drawing fails when the library finds that PDF/UA-1 is not met.
                let file = draw(&agent, &payslip).unwrap();
                assert!(file.starts_with(b"%PDF-1.7") && file.len() > 5_000);
                assert_eq!(pages(&file), 1);
                assert_eq!(draw(&agent, &payslip).unwrap(), file, "the same bytes");
            }
        }
    }

    #[test]
    fn a_payslip_of_three_hundred_lines_goes_over_several_pages() {
        let period = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let role = &ROLES[0];
        let agent = role
            .account("a".into(), String::new(), period, DateTime::default())
            .agent;
        let (lines, totals) = pay::ordinary(&role.career, 478, period);
        let lines = lines.into_iter().cycle().take(300).collect();
        let file = draw(&agent, &payslip(period, lines, totals)).unwrap();
        assert_eq!(pages(&file), 7);
    }
}
