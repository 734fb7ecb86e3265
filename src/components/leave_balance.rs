//! The agent's rights to leave as a table, and what is left of the first of them in a few lines; knows no call.

use super::icon::Icon;
use super::leave_state::leave_label;
use crate::contract::leave::LeaveBalance;
use crate::i18n::dates::long_date;
use crate::i18n::leave_words::{days, days_number};
use crate::i18n::locale::Locale;
use crate::rules::leave_balance::{BalanceTerm, first_rights, term};
use crate::state::locale::AgentLocale;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Every right with what was acquired, taken, asked for and left, and until when it holds as seen on `today`.
pub fn leave_balances(balances: &[LeaveBalance], today: NaiveDate, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    if balances.is_empty() {
        return view! { <p class="empty">{t.no_balances()}</p> }.into_any();
    }
    let columns = [
        t.balance_acquired(),
        t.balance_taken(),
        t.balance_pending(),
        t.balance_left(),
    ];
    let rows: Vec<AnyView> = balances
        .iter()
        .map(|balance| row(balance, columns, today, locale))
        .collect();
    let heads = columns.map(|column| view! { <th scope="col" role="columnheader">{column}</th> });
    // The roles are written out because the table is laid out as blocks on phones, where engines drop them.
    view! {
        <table class="data-table leave-balance" role="table">
            <caption class="visually-hidden">{t.balances_caption()}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t.balance_right()}</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(
    balance: &LeaveBalance,
    columns: [&'static str; 4],
    today: NaiveDate,
    locale: AgentLocale,
) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let [acquired, taken, pending, left] = [
        balance.acquired,
        Some(balance.taken),
        Some(balance.pending),
        balance.left,
    ]
    .map(|half_days| number(half_days, locale));
    let cells = columns
        .into_iter()
        .zip([acquired, taken, pending])
        .map(|(column, number)| view! { <td role="cell" data-label=column>{number}</td> });
    let term = if balance.acquired.is_none() {
        view! { <span class="leave-balance__until">{t.balance_by_event()}</span> }.into_any()
    } else {
        until(balance, today, locale)
    };
    let over = balance.left.filter(|left| *left < 0).map(|left| {
        let over = days(-i64::from(left), language);
        view! { <span class="leave-balance__over"><Icon name="alert"/><span>{t.balance_overdrawn(&over)}</span></span> }
    });
    view! {
        <tr class="leave-balance__row" role="row">
            <th scope="row" role="rowheader">
                <bdi class="leave-balance__label">{leave_label(&balance.label, locale)}</bdi>
                {term}
                {over}
            </th>
            {cells.collect_view()}
            <td class="leave-balance__left" role="cell" data-label=t.balance_left()>{left}</td>
        </tr>
    }
    .into_any()
}

/// Half-days as days; a dash for the eye, and words for the ear, where there are none to count.
fn number(half_days: Option<i32>, locale: AgentLocale) -> AnyView {
    match half_days {
        Some(half_days) => days_number(i64::from(half_days), locale.get()).into_any(),
        None => {
            let (dash, words) = ("\u{2013}", locale.texts().balance_uncounted());
            view! { <span aria-hidden="true">{dash}</span><span class="visually-hidden">{words}</span> }
                .into_any()
        }
    }
}

/// Until when a right holds; what is soon lost has a sign beside its words.
fn until(balance: &LeaveBalance, today: NaiveDate, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let date = |day| long_date(day, language);
    let term = term(balance, today);
    let is_near = matches!(term, BalanceTerm::Near { .. });
    let words = match term {
        BalanceTerm::NotBefore(day) => t.balance_not_before(&date(day)),
        BalanceTerm::Lasting => t.balance_lasts().to_owned(),
        BalanceTerm::Until(day) => t.balance_until(&date(day)),
        BalanceTerm::Near { last, days } => t.balance_near(&date(last), days),
        BalanceTerm::Lapsed(day) => t.balance_lapsed(&date(day)),
    };
    view! {
        <span class="leave-balance__until" data-near=is_near.then_some("")>
            {is_near.then(|| view! { <Icon name="alert"/> })}
            <span>{words}</span>
        </span>
    }
    .into_any()
}

/// What is left of the first rights, a line each.
pub fn rights_left(balances: &[LeaveBalance], today: NaiveDate, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let first = first_rights(balances, today);
    if first.is_empty() {
        return view! { <p>{t.no_rights_today()}</p> }.into_any();
    }
    let language: Locale = locale.get();
    let rows: Vec<AnyView> = first
        .into_iter()
        .map(|balance| {
            let label = leave_label(&balance.label, locale);
            let left = days(i64::from(balance.left.unwrap_or_default()), language);
            let is_near = matches!(term(balance, today), BalanceTerm::Near { .. });
            let until = is_near.then(|| {
                let until = until(balance, today, locale);
                view! { <dd class="leave-balance__soon">{until}</dd> }
            });
            view! {
                <div class="leave-balance__line"><dt><bdi>{label}</bdi></dt><dd><strong>{left}</strong></dd>{until}</div>
            }
            .into_any()
        })
        .collect();
    view! {
        <p>{t.rights_left()}</p>
        <dl class="leave-balance__lines">{rows}</dl>
    }
    .into_any()
}
