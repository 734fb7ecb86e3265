//! Payslips; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint::{self, segment};
use crate::contract::payslips::{Payslip, Payslips};

/// One page of the agent's payslips, the newest first, of one year when `year` is given.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(
    client: &Client,
    year: Option<i16>,
    cursor: Option<&str>,
) -> Result<Payslips, ApiError> {
    let mut path = endpoint::PAYSLIPS.to_owned();
    let mut separator = '?';
    if let Some(year) = year {
        path.push_str(&format!("{separator}year={year}"));
        separator = '&';
    }
    if let Some(cursor) = cursor {
        path.push_str(&format!("{separator}cursor={}", segment(cursor)));
    }
    client.get(&path).await
}

/// One payslip with its lines.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client, id: &str) -> Result<Payslip, ApiError> {
    client.get(&endpoint::payslip(id)).await
}
