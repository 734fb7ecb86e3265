//! A payslip's words as they may be shown, whatever somebody typed there; knows no amount and no page.

use super::display_label::display_label;
use crate::contract::payslips::{Payslip, PayslipSeries, PayslipSummary, Payslips};

/// A page of the list with every label fit to be shown.
#[must_use]
pub fn shown_page(mut payslips: Payslips) -> Payslips {
    payslips.items.iter_mut().for_each(clean_summary);
    payslips
}

/// The series with every label fit to be shown.
#[must_use]
pub fn shown_series(mut series: PayslipSeries) -> PayslipSeries {
    for point in &mut series.points {
        clean(&mut point.label);
    }
    series
}

/// A payslip with everything that is printed on it fit to be shown; a line is never lost for its label.
#[must_use]
pub fn shown_payslip(mut payslip: Payslip) -> Payslip {
    clean_summary(&mut payslip.summary);
    let facts = [
        &mut payslip.employer,
        &mut payslip.position,
        &mut payslip.index,
    ];
    facts.into_iter().for_each(clean);
    for line in &mut payslip.lines {
        clean(&mut line.label);
        if line.label.is_empty() {
            line.label.clone_from(&line.code);
        }
    }
    payslip
}

fn clean_summary(summary: &mut PayslipSummary) {
    clean(&mut summary.label);
}

fn clean(label: &mut String) {
    *label = display_label(label).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::{shown_page, shown_payslip, shown_series};
    use crate::contract::payslips::{
        Payslip, PayslipLine, PayslipLineKind, PayslipPoint, PayslipSeries, PayslipSummary,
        PayslipTotals, Payslips,
    };

    fn summary(label: &str) -> PayslipSummary {
        PayslipSummary {
            id: "p".to_owned(),
            label: label.to_owned(),
            period: chrono::NaiveDate::default(),
            paid_on: chrono::NaiveDate::default(),
            net_payable: Default::default(),
            new: false,
        }
    }

    #[test]
    fn nothing_that_turns_or_hides_words_is_shown_of_a_payslip() {
        let hostile = "\u{202e}eiap\u{0}\r\n de nitelluB";
        let shown = "eiap de nitelluB";
        let page = shown_page(Payslips {
            items: vec![summary(hostile)],
            ..Payslips::default()
        });
        assert_eq!(page.items.first().map(|it| it.label.as_str()), Some(shown));
        let series = shown_series(PayslipSeries {
            points: vec![PayslipPoint {
                id: "p".to_owned(),
                label: hostile.to_owned(),
                period: chrono::NaiveDate::default(),
                gross: Default::default(),
                net_payable: Default::default(),
            }],
        });
        assert_eq!(
            series.points.first().map(|it| it.label.as_str()),
            Some(shown)
        );
        let line = |label: &str| PayslipLine {
            code: "0101".to_owned(),
            label: label.to_owned(),
            kind: PayslipLineKind::Earning,
            base: None,
            rate: None,
            amount: None,
            employer_amount: None,
            explanation: None,
        };
        let payslip = shown_payslip(Payslip {
            summary: summary(hostile),
            employer: hostile.to_owned(),
            position: hostile.to_owned(),
            index: hostile.to_owned(),
            hours_hundredths: 0,
            lines: vec![line(hostile), line("\u{200b}")],
            totals: PayslipTotals::default(),
            year_to_date: PayslipTotals::default(),
            actions: Vec::new(),
        });
        let labels: Vec<&str> = payslip.lines.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(labels, [shown, "0101"]);
        for fact in [payslip.employer, payslip.position, payslip.index] {
            assert_eq!(fact, shown);
        }
    }
}
