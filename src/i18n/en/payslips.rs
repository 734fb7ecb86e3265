//! English sentences for payslips; knows nothing else.

use super::English;
use crate::i18n::texts::PayslipTexts;

impl PayslipTexts for English {
    fn payslips_title(&self) -> &'static str {
        "Payslips"
    }
    fn payslip_title(&self) -> &'static str {
        "Payslip"
    }
    fn year_label(&self) -> &'static str {
        "Year"
    }
    fn all_years(&self) -> &'static str {
        "All"
    }
    fn no_payslips(&self) -> &'static str {
        "No payslips"
    }
    fn no_payslips_text(&self) -> &'static str {
        "Your payslips appear here once the pay has been transferred."
    }
    fn no_payslips_year(&self, year: &str) -> String {
        format!("No payslips for {year}")
    }
    fn no_payslips_matching(&self, words: &str, year: Option<&str>) -> String {
        match year {
            Some(year) => format!("No payslip of {year} matches “{words}”."),
            None => format!("No payslip matches “{words}”."),
        }
    }
    fn search_payslips(&self) -> &'static str {
        "Search for a payslip"
    }
    fn search_payslips_hint(&self) -> &'static str {
        "By its month or its French label: for example October, or régularisation."
    }
    fn payslips_found(&self, n: usize, more: bool, words: &str) -> String {
        let found = match (n, more) {
            (0, _) => return "No payslip found".to_owned(),
            (1, false) => "1 payslip found".to_owned(),
            (1, true) => "1 payslip on this page".to_owned(),
            (n, false) => format!("{n} payslips found"),
            (n, true) => format!("{n} payslips on this page"),
        };
        format!("{found} for “{words}”")
    }
    fn payslips_of(&self, year: &str) -> String {
        format!("Payslips of {year}")
    }
    fn new_mark(&self) -> &'static str {
        "New"
    }
    fn paid_on(&self, date: &str) -> String {
        format!("Paid on {date}")
    }
    fn open_pdf(&self) -> &'static str {
        "Open the PDF"
    }
    fn period_label(&self) -> &'static str {
        "Period"
    }
    fn paid_label(&self) -> &'static str {
        "Date of payment"
    }
    fn employer_label(&self) -> &'static str {
        "Employer"
    }
    fn position_label(&self) -> &'static str {
        "Position"
    }
    fn index_label(&self) -> &'static str {
        "Index"
    }
    fn hours_label(&self) -> &'static str {
        "Hours"
    }
    fn lines_caption(&self) -> &'static str {
        "Lines in detail"
    }
    fn column_line(&self) -> &'static str {
        "Item"
    }
    fn column_base(&self) -> &'static str {
        "Base"
    }
    fn column_rate(&self) -> &'static str {
        "Rate"
    }
    fn column_amount(&self) -> &'static str {
        "Employee"
    }
    fn column_employer(&self) -> &'static str {
        "Employer"
    }
    fn group_earnings(&self) -> &'static str {
        "Earnings"
    }
    fn group_contributions(&self) -> &'static str {
        "Social contributions"
    }
    fn group_tax(&self) -> &'static str {
        "Income tax"
    }
    fn group_other(&self) -> &'static str {
        "Other movements"
    }
    fn what_is(&self, label: &str) -> String {
        format!("What is “{label}”?")
    }
    fn totals_caption(&self) -> &'static str {
        "Totals"
    }
    fn column_month(&self) -> &'static str {
        "Month"
    }
    fn column_year_to_date(&self) -> &'static str {
        "Year to date"
    }
    fn total_gross(&self) -> &'static str {
        "Gross pay"
    }
    fn total_contributions(&self) -> &'static str {
        "Employee contributions"
    }
    fn total_employer(&self) -> &'static str {
        "Employer contributions"
    }
    fn total_net_social(&self) -> &'static str {
        "Net social amount"
    }
    fn total_before_tax(&self) -> &'static str {
        "Net pay before tax"
    }
    fn total_taxable(&self) -> &'static str {
        "Taxable net pay"
    }
    fn total_tax(&self) -> &'static str {
        "Income tax withheld"
    }
    fn total_payable(&self) -> &'static str {
        "Net pay"
    }
}
