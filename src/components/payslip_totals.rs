//! The totals of a payslip, of the month and since January; knows no line.

use super::dynamic::part;
use crate::contract::payslips::PayslipTotals;
use crate::i18n::texts::AgentTexts;
use crate::rules::payslip_total::{TOTALS, Total};
use crate::state::amounts::use_amounts;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// What a total is called.
#[must_use]
pub fn total_name(total: Total, t: &dyn AgentTexts) -> &'static str {
    match total {
        Total::Gross => t.total_gross(),
        Total::Contributions => t.total_contributions(),
        Total::Employer => t.total_employer(),
        Total::NetSocial => t.total_net_social(),
        Total::BeforeTax => t.total_before_tax(),
        Total::Taxable => t.total_taxable(),
        Total::Tax => t.total_tax(),
        Total::Payable => t.total_payable(),
    }
}

/// Both columns of totals as one table.
#[component]
pub fn PayslipTotalsTable(
    /// Of the month.
    month: PayslipTotals,
    /// Since 1 January.
    year_to_date: PayslipTotals,
) -> impl IntoView {
    let (locale, masks) = (use_agent_locale(), use_amounts());
    part(move || {
        let (current, t) = (locale.get(), locale.texts());
        let columns = [t.column_month(), t.column_year_to_date()];
        let rows = TOTALS.map(|total| {
            let amounts = [&month, &year_to_date].map(|of| masks.money(total.of(of), current));
            let cells = amounts.into_iter().zip(columns);
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{total_name(total, t)}</th>
                    {cells.map(|(amount, column)| view! { <td role="cell" data-label=column>{amount}</td> }).collect_view()}
                </tr>
            }
        });
        view! {
            <table class="data-table" data-variant="totals" role="table">
                <caption class="data-table__caption">{t.totals_caption()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.column_line()}</th>
                        {columns.map(|column| view! { <th scope="col" role="columnheader">{column}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        }
    })
}
