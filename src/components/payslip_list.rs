//! Payslips as a list of links, by year; knows no call.

use super::dynamic::text;
use crate::contract::payslips::PayslipSummary;
use crate::i18n::dates;
use crate::route::{Route, SpaceRoute};
use crate::state::amounts::use_amounts;
use crate::state::locale::use_agent_locale;
use chrono::Datelike;
use leptos::prelude::*;

/// The payslips in the order given, under a heading for each year.
#[component]
pub fn PayslipList(
    /// The newest first.
    payslips: Vec<PayslipSummary>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let years = payslips
        .chunk_by(|a, b| a.period.year() == b.period.year())
        .map(<[PayslipSummary]>::to_vec);
    years
        .map(|year| {
            let number = year.first().map(|payslip| payslip.period.year().to_string()).unwrap_or_default();
            view! {
                <section class="payslip-list">
                    <h2 class="payslip-list__year">{text(move || locale.texts().payslips_of(&number))}</h2>
                    <ul class="payslip-list__items">
                        {year.into_iter().map(|payslip| view! { <PayslipRow payslip/> }).collect_view()}
                    </ul>
                </section>
            }
        })
        .collect_view()
}

/// One payslip: its month leads to it, with what was paid and when.
#[component]
pub fn PayslipRow(
    /// The payslip.
    payslip: PayslipSummary,
) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    let PayslipSummary {
        id,
        label,
        period,
        paid_on,
        net_payable,
        new,
    } = payslip;
    let href = Route::Space(SpaceRoute::Payslip(id)).href();
    view! {
        <li class="payslip-list__row">
            <a class="payslip-list__link" href=href>{text(move || dates::month(period, locale.get()))}</a>
            {new.then(|| view! { <span class="badge">{locale.say(|t| t.new_mark())}</span> })}
            <span class="payslip-list__label" lang="fr">{label}</span>
            <span class="payslip-list__amount">{text(move || amounts.money(net_payable, locale.get()))}</span>
            <span class="payslip-list__paid">
                {text(move || locale.texts().paid_on(&dates::long_date(paid_on, locale.get())))}
            </span>
        </li>
    }
}
