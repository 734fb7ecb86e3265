//! English sentences for what changes between payslips and how pay evolves; knows nothing else.

use super::English;
use crate::i18n::texts::PayslipStudyTexts;
use crate::rules::payslip_address::PlotSpan;

impl PayslipStudyTexts for English {
    fn compare_with(&self) -> &'static str {
        "Compare with another payslip"
    }
    fn compared_payslip(&self) -> &'static str {
        "Payslip to compare with"
    }
    fn compare(&self) -> &'static str {
        "Compare"
    }
    fn no_other_payslip(&self) -> &'static str {
        "You have no other payslip to compare with."
    }
    fn comparison_title(&self) -> &'static str {
        "Two payslips compared"
    }
    fn column_difference(&self) -> &'static str {
        "Difference"
    }
    fn employer_share(&self) -> &'static str {
        "employer’s share"
    }
    fn change_added(&self) -> &'static str {
        "New"
    }
    fn change_removed(&self) -> &'static str {
        "Removed"
    }
    fn difference_too_large(&self) -> &'static str {
        "Too large to be computed"
    }
    fn show_unchanged(&self) -> &'static str {
        "Show the lines that are the same too"
    }
    fn nothing_changed(&self) -> &'static str {
        "Nothing has changed between these two payslips."
    }
    fn back_to_payslip(&self) -> &'static str {
        "Back to the payslip"
    }
    fn same_payslip(&self) -> &'static str {
        "This is the same payslip on both sides: go back to the payslip to choose another."
    }
    fn compared_missing_title(&self) -> &'static str {
        "The payslip to compare with can’t be found"
    }
    fn compared_missing_text(&self) -> &'static str {
        "The address may be incomplete. Go back to the payslip to choose another."
    }
    fn comparison_caption(&self, before: &str, after: &str) -> String {
        format!("Differences between {before} and {after}")
    }
    fn rate_changed(&self, before: &str, after: &str) -> String {
        format!("Rate: {before}, then {after}")
    }
    fn whole_payslip(&self, month: &str) -> String {
        format!("Whole payslip: {month}")
    }

    fn plot_heading(&self) -> &'static str {
        "Over time"
    }
    fn plot_span_label(&self) -> &'static str {
        "Period of the plot"
    }
    fn plot_masked(&self) -> &'static str {
        "Amounts are masked: the plot comes with them. The button that shows them is at the top of the page."
    }
    fn plot_table(&self) -> &'static str {
        "Read as a table"
    }
    fn plot_span(&self, span: PlotSpan) -> &'static str {
        match span {
            PlotSpan::Year => "12 months",
            PlotSpan::ThreeYears => "3 years",
            PlotSpan::All => "All",
        }
    }
    fn plot_of_month(&self, month: &str) -> String {
        format!("Gross pay and net pay in {month}")
    }
    fn plot_of_months(&self, from: &str, to: &str) -> String {
        format!("Gross pay and net pay between {from} and {to}")
    }
    fn plot_extremes(&self, lowest: &str, its_month: &str, highest: &str, month: &str) -> String {
        format!("Lowest net pay: {lowest} ({its_month}); highest: {highest} ({month}).")
    }
    fn short_month(&self, month0: u32) -> &'static str {
        match month0 {
            0 => "Jan",
            1 => "Feb",
            2 => "Mar",
            3 => "Apr",
            4 => "May",
            5 => "June",
            6 => "July",
            7 => "Aug",
            8 => "Sept",
            9 => "Oct",
            10 => "Nov",
            _ => "Dec",
        }
    }
}
