//! Payslips, with labels that are fit to be shown; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint::{self, segment};
use crate::contract::payslips::{Payslip, PayslipSeries, Payslips};
use crate::rules::payslip_labels;

/// Which payslips are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PayslipQuery {
    /// Of one year, `None` for all.
    pub year: Option<i16>,
    /// Words that stand in the label or the month; empty for any.
    pub words: String,
    /// The page, `None` for the first.
    pub cursor: Option<String>,
}

impl PayslipQuery {
    fn path(&self) -> String {
        let words = Some(&self.words).filter(|words| !words.is_empty());
        let values = [
            self.year.map(|year| format!("year={year}")),
            words.map(|words| format!("query={}", segment(words))),
            (self.cursor.as_deref()).map(|cursor| format!("cursor={}", segment(cursor))),
        ];
        let query: Vec<String> = values.into_iter().flatten().collect();
        if query.is_empty() {
            endpoint::PAYSLIPS.to_owned()
        } else {
            format!("{}?{}", endpoint::PAYSLIPS, query.join("&"))
        }
    }
}

/// One page of the agent's payslips, the newest first.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(client: &Client, query: &PayslipQuery) -> Result<Payslips, ApiError> {
    let page = client.get(&query.path()).await;
    page.map(payslip_labels::shown_page)
}

/// One payslip with its lines.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client, id: &str) -> Result<Payslip, ApiError> {
    let payslip = client.get(&endpoint::payslip(id)).await;
    payslip.map(payslip_labels::shown_payslip)
}

/// Gross and net of every payslip, the oldest first.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn series(client: &Client) -> Result<PayslipSeries, ApiError> {
    let series = client.get(endpoint::PAYSLIPS_SERIES).await;
    series.map(payslip_labels::shown_series)
}

#[cfg(test)]
mod tests {
    use super::PayslipQuery;

    #[test]
    fn what_is_asked_for_stands_in_the_call_and_can_not_reach_another() {
        for (year, words, cursor, path) in [
            (None, "", None, "/payslips"),
            (Some(2026), "", None, "/payslips?year=2026"),
            (
                None,
                "prime & été",
                None,
                "/payslips?query=prime%20%26%20%C3%A9t%C3%A9",
            ),
            (
                Some(2026),
                "a",
                Some("b=&year=1"),
                "/payslips?year=2026&query=a&cursor=b%3D%26year%3D1",
            ),
        ] {
            let query = PayslipQuery {
                year,
                words: words.to_owned(),
                cursor: cursor.map(str::to_owned),
            };
            assert_eq!(query.path(), path);
        }
    }
}
