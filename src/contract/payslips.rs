//! Payslips; money is integer cents and labels are the employer's own French.

use super::localized::Localized;
use super::money::{Cents, Rate};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The answer of `GET /payslips`: one page, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payslips {
    /// This page's payslips.
    pub items: Vec<PayslipSummary>,
    /// Every year for which the agent has a payslip, the newest first.
    pub years: Vec<i16>,
    /// What `cursor` takes for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// A payslip in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayslipSummary {
    /// Opaque.
    pub id: String,
    /// The employer's label, in French (`Bulletin de paie`, `Régularisation`).
    pub label: String,
    /// The first day of the month that is paid.
    pub period: NaiveDate,
    /// The day of the transfer.
    pub paid_on: NaiveDate,
    /// What was transferred.
    pub net_payable: Cents,
    /// True until the agent has opened it.
    pub new: bool,
}

/// The answer of `GET /payslips/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payslip {
    /// The same as in the list.
    #[serde(flatten)]
    pub summary: PayslipSummary,
    /// The employer, as printed.
    pub employer: String,
    /// The agent's grade or position, as printed.
    pub position: String,
    /// Gross salary for a full month, in points of index, as printed (`Indice majoré 478`).
    pub index: String,
    /// Hours of work in the month, in hundredths of an hour.
    pub hours_hundredths: u32,
    /// The lines, in the employer's order.
    pub lines: Vec<PayslipLine>,
    /// The totals of the month.
    pub totals: PayslipTotals,
    /// The totals since 1 January.
    pub year_to_date: PayslipTotals,
    /// What the agent may do with it.
    pub actions: Vec<PayslipAction>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayslipLine {
    /// The employer's code, stable from month to month.
    pub code: String,
    /// The employer's label, in French.
    pub label: String,
    /// Which part of the payslip it belongs to.
    pub kind: PayslipLineKind,
    /// What the rate is applied to.
    pub base: Option<Cents>,
    /// The employee's rate.
    pub rate: Option<Rate>,
    /// What it adds to (or, negative, takes from) the agent's pay; `null` for lines of the employer alone.
    pub amount: Option<Cents>,
    /// What the employer pays on top.
    pub employer_amount: Option<Cents>,
    /// What the line means, for those that people ask about.
    pub explanation: Option<Localized>,
}

/// The part of a payslip that a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayslipLineKind {
    /// Salary, allowances and bonuses.
    Earning,
    /// Social contributions.
    Contribution,
    /// Income tax withheld.
    Tax,
    /// Reimbursements and other movements after tax.
    Other,
    /// A kind that a newer contract added, shown with the others.
    #[serde(other)]
    Unknown,
}

/// The totals of a payslip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayslipTotals {
    /// Before anything is taken.
    pub gross: Cents,
    /// The agent's contributions, negative.
    pub contributions: Cents,
    /// The employer's contributions.
    pub employer_contributions: Cents,
    /// The amount that social benefits are computed from (`montant net social`).
    pub net_social: Cents,
    /// Before income tax.
    pub net_before_tax: Cents,
    /// What income tax is computed from.
    pub taxable: Cents,
    /// Income tax withheld, negative.
    pub tax: Cents,
    /// What is transferred.
    pub net_payable: Cents,
}

/// What may be done with a payslip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayslipAction {
    /// Show the PDF.
    View,
    /// Save the PDF.
    Download,
    /// An action that a newer contract added, not offered.
    #[serde(other)]
    Unknown,
}

/// The answer of `GET /payslips/series`, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayslipSeries {
    /// One point a payslip.
    pub points: Vec<PayslipPoint>,
}

/// Gross and net of one payslip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayslipPoint {
    /// The payslip's id.
    pub id: String,
    /// The payslip's label, as in the list.
    pub label: String,
    /// The first day of the month.
    pub period: NaiveDate,
    /// Before anything is taken.
    pub gross: Cents,
    /// What was transferred.
    pub net_payable: Cents,
}
