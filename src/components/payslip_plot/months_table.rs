//! The plot as a table, each month leading to its payslip; knows no signal.

use super::drawing::of_months;
use crate::i18n::locale::Locale;
use crate::i18n::{dates, numbers};
use crate::route::{Route, SpaceRoute};
use crate::rules::payslip_plot::MonthOfPay;
use leptos::prelude::*;

/// The months, the newest first; nothing of none.
pub fn table(months: &[MonthOfPay], locale: Locale) -> Option<AnyView> {
    let t = locale.agent_texts();
    let caption = of_months(months, locale)?;
    let columns = [t.total_gross(), t.total_payable()];
    let rows: Vec<AnyView> = months
        .iter()
        .rev()
        .map(|month| row(month, columns, locale))
        .collect();
    let heads = columns.map(|column| view! { <th scope="col" role="columnheader">{column}</th> });
    let table = view! {
        <table class="data-table" role="table">
            <caption class="data-table__caption">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t.column_month()}</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    };
    Some(table.into_any())
}

fn row(month: &MonthOfPay, columns: [&'static str; 2], locale: Locale) -> AnyView {
    let amounts = [month.gross, month.net_payable].map(|amount| numbers::money(amount, locale));
    let cells = amounts
        .into_iter()
        .zip(columns)
        .map(|(amount, column)| view! { <td role="cell" data-label=column>{amount}</td> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{head(month, locale)}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// The month; where it has several payslips, each stands below by its label.
fn head(month: &MonthOfPay, locale: Locale) -> AnyView {
    let name = dates::month(month.month, locale);
    let href = |id: &str| Route::Space(SpaceRoute::Payslip(id.to_owned())).href();
    if let [(id, _)] = &month.payslips[..] {
        return view! { <a href=href(id)>{name}</a> }.into_any();
    }
    let links: Vec<AnyView> = month
        .payslips
        .iter()
        .map(|(id, label)| {
            view! { <li lang="fr"><a href=href(id)>{label.clone()}</a></li> }.into_any()
        })
        .collect();
    view! {
        <span>{name}</span>
        <ul class="payslip-plot__payslips">{links}</ul>
    }
    .into_any()
}
