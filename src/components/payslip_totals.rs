//! The totals of a payslip, of the month and since January; knows no line.

use super::dynamic::part;
use crate::contract::money::Cents;
use crate::contract::payslips::PayslipTotals;
use crate::i18n::texts::Texts;
use crate::state::amounts::use_amounts;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// A total: its name and where it stands.
type Total = (fn(&dyn Texts) -> &'static str, fn(&PayslipTotals) -> Cents);

/// In the order of the French payslip; what is transferred comes last.
const TOTALS: [Total; 8] = [
    (|t| t.total_gross(), |totals| totals.gross),
    (|t| t.total_contributions(), |totals| totals.contributions),
    (
        |t| t.total_employer(),
        |totals| totals.employer_contributions,
    ),
    (|t| t.total_net_social(), |totals| totals.net_social),
    (|t| t.total_before_tax(), |totals| totals.net_before_tax),
    (|t| t.total_taxable(), |totals| totals.taxable),
    (|t| t.total_tax(), |totals| totals.tax),
    (|t| t.total_payable(), |totals| totals.net_payable),
];

/// Both columns of totals as one table.
#[component]
pub fn PayslipTotalsTable(
    /// Of the month.
    month: PayslipTotals,
    /// Since 1 January.
    year_to_date: PayslipTotals,
) -> impl IntoView {
    let (locale, masks) = (use_locale(), use_amounts());
    part(move || {
        let (current, t) = (locale.get(), locale.texts());
        let columns = [t.column_month(), t.column_year_to_date()];
        let rows = TOTALS.map(|(name, of)| {
            let amounts = [of(&month), of(&year_to_date)].map(|amount| masks.money(amount, current));
            let cells = amounts.into_iter().zip(columns);
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{name(t)}</th>
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
