//! The lines of a payslip as one table; knows no total.

use super::dynamic::part;
use crate::contract::localized::Localized;
use crate::contract::money::Cents;
use crate::contract::payslips::{PayslipLine, PayslipLineKind};
use crate::i18n::locale::Locale;
use crate::i18n::numbers;
use crate::i18n::texts::AgentTexts;
use crate::state::amounts::{AmountsContext, use_amounts};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// The parts of a payslip, in the order in which they are shown.
pub const GROUPS: [PayslipLineKind; 4] = [
    PayslipLineKind::Earning,
    PayslipLineKind::Contribution,
    PayslipLineKind::Tax,
    PayslipLineKind::Other,
];

/// Every line, grouped; lines of a kind that is not known yet stand with the others, so that none is lost. Nothing
/// where there is no line.
#[component]
pub fn PayslipLines(
    /// In the employer's order.
    lines: Vec<PayslipLine>,
) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    part(move || {
        let (current, t) = (locale.get(), locale.texts());
        let columns = [
            t.column_line(),
            t.column_base(),
            t.column_rate(),
            t.column_amount(),
            t.column_employer(),
        ];
        if lines.is_empty() {
            return None;
        }
        let groups = GROUPS.iter().filter_map(|group| {
            let rows: Vec<_> = lines
                .iter()
                .filter(|line| group_of(line.kind) == *group)
                .collect();
            (!rows.is_empty()).then(|| group_view(*group, &rows, columns, (amounts, current)))
        });
        // The roles are written out because the table is laid out as blocks on phones, where engines drop them.
        Some(view! {
            <table class="data-table" role="table">
                <caption class="data-table__caption">{t.lines_caption()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {columns.map(|column| view! { <th scope="col" role="columnheader">{column}</th> }).collect_view()}
                    </tr>
                </thead>
                {groups.collect_view()}
            </table>
        })
    })
}

/// The part under which a line of this kind is shown.
#[must_use]
pub fn group_of(kind: PayslipLineKind) -> PayslipLineKind {
    if kind == PayslipLineKind::Unknown {
        PayslipLineKind::Other
    } else {
        kind
    }
}

/// What a part is called.
#[must_use]
pub fn group_name(kind: PayslipLineKind, t: &dyn AgentTexts) -> &'static str {
    match kind {
        PayslipLineKind::Earning => t.group_earnings(),
        PayslipLineKind::Contribution => t.group_contributions(),
        PayslipLineKind::Tax => t.group_tax(),
        PayslipLineKind::Other | PayslipLineKind::Unknown => t.group_other(),
    }
}

fn group_view(
    kind: PayslipLineKind,
    lines: &[&PayslipLine],
    columns: [&'static str; 5],
    (amounts, locale): (AmountsContext, Locale),
) -> impl IntoView + use<> {
    let rows = lines
        .iter()
        .map(|line| line_view(line, columns, (amounts, locale)))
        .collect_view();
    view! {
        <tbody role="rowgroup">
            <tr class="data-table__group" role="row">
                <th colspan="5" scope="rowgroup" role="rowheader">{group_name(kind, locale.agent_texts())}</th>
            </tr>
            {rows}
        </tbody>
    }
}

fn line_view(
    line: &PayslipLine,
    columns: [&'static str; 5],
    (amounts, locale): (AmountsContext, Locale),
) -> impl IntoView + use<> {
    let money = |amount: Option<Cents>| {
        amount
            .map(|amount| amounts.money(amount, locale))
            .unwrap_or_default()
    };
    let cells = [
        money(line.base),
        line.rate
            .map(|rate| amounts.telling(numbers::rate(rate, locale), locale))
            .unwrap_or_default(),
        money(line.amount),
        money(line.employer_amount),
    ];
    let cells = cells.into_iter().zip(columns.into_iter().skip(1));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span lang="fr">{line.label.clone()}</span>
                {line.explanation.as_ref().map(|text| explanation(&line.label, text, locale))}
            </th>
            {cells.map(|(cell, column)| view! { <td role="cell" data-label=column>{cell}</td> }).collect_view()}
        </tr>
    }
}

fn explanation(label: &str, text: &Localized, locale: Locale) -> impl IntoView + use<> {
    view! {
        <details class="explanation">
            <summary class="explanation__summary">{locale.agent_texts().what_is(label)}</summary>
            <p class="explanation__text">{locale.pick(text).to_owned()}</p>
        </details>
    }
}
