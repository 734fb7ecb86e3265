//! The totals of a payslip, told apart by a name; knows no sentence.

use crate::contract::money::Cents;
use crate::contract::payslips::PayslipTotals;

/// A total of a payslip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Before anything is taken.
    Gross,
    /// The agent's contributions.
    Contributions,
    /// The employer's contributions.
    Employer,
    /// What social benefits are computed from.
    NetSocial,
    /// Before income tax.
    BeforeTax,
    /// What income tax is computed from.
    Taxable,
    /// Income tax withheld.
    Tax,
    /// What is transferred.
    Payable,
}

/// In the order of the French payslip; what is transferred comes last.
pub const TOTALS: [Total; 8] = [
    Total::Gross,
    Total::Contributions,
    Total::Employer,
    Total::NetSocial,
    Total::BeforeTax,
    Total::Taxable,
    Total::Tax,
    Total::Payable,
];

impl Total {
    /// This one among all of a payslip.
    #[must_use]
    pub fn of(self, totals: &PayslipTotals) -> Cents {
        match self {
            Self::Gross => totals.gross,
            Self::Contributions => totals.contributions,
            Self::Employer => totals.employer_contributions,
            Self::NetSocial => totals.net_social,
            Self::BeforeTax => totals.net_before_tax,
            Self::Taxable => totals.taxable,
            Self::Tax => totals.tax,
            Self::Payable => totals.net_payable,
        }
    }
}
