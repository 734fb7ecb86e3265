//! The sentences for payslips, what changes between them and how pay evolves, that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::rules::payslip_address::PlotSpan;

/// Sentences for payslips.
pub trait PayslipTexts {
    fn payslips_title(&self) -> &'static str;
    fn payslip_title(&self) -> &'static str;
    fn year_label(&self) -> &'static str;
    fn all_years(&self) -> &'static str;
    fn no_payslips(&self) -> &'static str;
    fn no_payslips_text(&self) -> &'static str;
    fn no_payslips_year(&self, year: &str) -> String;
    fn no_payslips_matching(&self, words: &str, year: Option<&str>) -> String;
    fn search_payslips(&self) -> &'static str;
    fn search_payslips_hint(&self) -> &'static str;
    /// `more` when it is only one page of several.
    fn payslips_found(&self, n: usize, more: bool, words: &str) -> String;
    fn payslips_of(&self, year: &str) -> String;
    fn new_mark(&self) -> &'static str;
    fn paid_on(&self, date: &str) -> String;
    fn open_pdf(&self) -> &'static str;
    fn period_label(&self) -> &'static str;
    fn paid_label(&self) -> &'static str;
    fn employer_label(&self) -> &'static str;
    fn position_label(&self) -> &'static str;
    fn index_label(&self) -> &'static str;
    fn hours_label(&self) -> &'static str;
    fn lines_caption(&self) -> &'static str;
    fn column_line(&self) -> &'static str;
    fn column_base(&self) -> &'static str;
    fn column_rate(&self) -> &'static str;
    fn column_amount(&self) -> &'static str;
    fn column_employer(&self) -> &'static str;
    fn group_earnings(&self) -> &'static str;
    fn group_contributions(&self) -> &'static str;
    fn group_tax(&self) -> &'static str;
    fn group_other(&self) -> &'static str;
    fn what_is(&self, label: &str) -> String;
    fn totals_caption(&self) -> &'static str;
    fn column_month(&self) -> &'static str;
    fn column_year_to_date(&self) -> &'static str;
    fn total_gross(&self) -> &'static str;
    fn total_contributions(&self) -> &'static str;
    fn total_employer(&self) -> &'static str;
    fn total_net_social(&self) -> &'static str;
    fn total_before_tax(&self) -> &'static str;
    fn total_taxable(&self) -> &'static str;
    fn total_tax(&self) -> &'static str;
    fn total_payable(&self) -> &'static str;
}

/// Sentences for what changes from one payslip to another, and for the plot of pay over time.
pub trait PayslipStudyTexts {
    fn compare_with(&self) -> &'static str;
    fn compared_payslip(&self) -> &'static str;
    fn compare(&self) -> &'static str;
    fn no_other_payslip(&self) -> &'static str;
    fn comparison_title(&self) -> &'static str;
    fn comparison_caption(&self, before: &str, after: &str) -> String;
    fn column_difference(&self) -> &'static str;
    fn employer_share(&self) -> &'static str;
    fn change_added(&self) -> &'static str;
    fn change_removed(&self) -> &'static str;
    fn difference_too_large(&self) -> &'static str;
    fn rate_changed(&self, before: &str, after: &str) -> String;
    fn show_unchanged(&self) -> &'static str;
    fn nothing_changed(&self) -> &'static str;
    fn whole_payslip(&self, month: &str) -> String;
    fn back_to_payslip(&self) -> &'static str;
    fn same_payslip(&self) -> &'static str;
    fn compared_missing_title(&self) -> &'static str;
    fn compared_missing_text(&self) -> &'static str;

    fn plot_heading(&self) -> &'static str;
    fn plot_span_label(&self) -> &'static str;
    fn plot_span(&self, span: PlotSpan) -> &'static str;
    fn plot_of_month(&self, month: &str) -> String;
    fn plot_of_months(&self, from: &str, to: &str) -> String;
    fn plot_extremes(&self, lowest: &str, its_month: &str, highest: &str, month: &str) -> String;
    fn plot_masked(&self) -> &'static str;
    fn plot_table(&self) -> &'static str;
    /// January is 0.
    fn short_month(&self, month0: u32) -> &'static str;
}
