//! The table of a comparison: its parts, its rows and how each says that it changed; knows no signal but the masks.

use crate::components::payslip_lines::{GROUPS, group_name, group_of};
use crate::components::payslip_totals::total_name;
use crate::contract::money::Cents;
use crate::i18n::locale::Locale;
use crate::i18n::numbers;
use crate::rules::payslip_comparison::{
    Change, ComparedAmount, ComparedLine, ComparedTotal, Comparison, Difference, Share,
};
use crate::state::amounts::AmountsContext;
use leptos::prelude::*;

/// How amounts are written now.
#[derive(Clone, Copy)]
pub struct Writes {
    /// Whether they can be read.
    pub amounts: AmountsContext,
    /// In which language.
    pub locale: Locale,
}

impl Writes {
    fn money(self, amount: Option<Cents>) -> String {
        amount
            .map(|amount| self.amounts.money(amount, self.locale))
            .unwrap_or_default()
    }

    fn difference(self, difference: Difference) -> String {
        match difference {
            Difference::None => String::new(),
            // Masked, neither its sign nor its size is told.
            Difference::TooLarge if !self.amounts.are_masked() => {
                self.locale.agent_texts().difference_too_large().to_owned()
            }
            Difference::TooLarge => self.money(Some(Cents(0))),
            Difference::Exact(by) if by > Cents(0) && !self.amounts.are_masked() => {
                format!("+{}", self.money(Some(by)))
            }
            Difference::Exact(by) => self.money(Some(by)),
        }
    }
}

/// The lines and totals that changed, or all; nothing where there is none to show.
pub fn table(
    comparison: &Comparison,
    names: &[String; 2],
    shows_all: bool,
    writes: Writes,
) -> Option<AnyView> {
    let t = writes.locale.agent_texts();
    let [before, after] = names;
    let columns = [before.as_str(), after.as_str(), t.column_difference()];
    let mut groups: Vec<AnyView> = Vec::new();
    for group in GROUPS {
        let of_group = |line: &&ComparedLine| group_of(line.kind) == group;
        let lines = comparison.lines.iter().filter(of_group);
        let shown = lines.filter(|line| shows_all || !line.is_same());
        let rows: Vec<AnyView> = shown.map(|line| line_row(line, columns, writes)).collect();
        groups.extend(group_rows(group_name(group, t), rows));
    }
    let totals = comparison.totals.iter();
    let shown = totals.filter(|total| shows_all || !total.is_same());
    let rows = shown
        .map(|total| total_row(total, columns, writes))
        .collect();
    groups.extend(group_rows(t.totals_caption(), rows));
    if groups.is_empty() {
        return None;
    }
    let heads = columns
        .map(|column| view! { <th scope="col" role="columnheader">{column.to_owned()}</th> });
    Some(
        view! {
            <table class="data-table" role="table">
                <caption class="data-table__caption">{t.comparison_caption(before, after)}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.column_line()}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                {groups}
            </table>
        }
        .into_any(),
    )
}

fn group_rows(name: &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <tbody role="rowgroup">
                <tr class="data-table__group" role="row">
                    <th colspan="4" scope="rowgroup" role="rowheader">{name}</th>
                </tr>
                {rows}
            </tbody>
        }
        .into_any()
    })
}

fn line_row(line: &ComparedLine, columns: [&str; 3], writes: Writes) -> AnyView {
    let t = writes.locale.agent_texts();
    let share = (line.share == Share::Employer).then(|| t.employer_share());
    // A rate tells the amount to whoever knows the base.
    let rates = line.rates.filter(|_| !writes.amounts.are_masked());
    let rates = rates.map(|(before, after)| {
        let [before, after] = [before, after].map(|rate| numbers::rate(rate, writes.locale));
        view! { <span class="comparison__note">{t.rate_changed(&before, &after)}</span> }
    });
    let head = view! {
        <span lang="fr">{line.label.clone()}</span>
        {share.map(|share| view! { <span class="comparison__note">{share}</span> })}
        {rates}
    };
    row(head.into_any(), (line.change, line.amount), columns, writes)
}

fn total_row(total: &ComparedTotal, columns: [&str; 3], writes: Writes) -> AnyView {
    let name = total_name(total.total, writes.locale.agent_texts()).into_any();
    row(name, (total.amount.change(), total.amount), columns, writes)
}

fn row(
    head: AnyView,
    (change, amount): (Change, ComparedAmount),
    columns: [&str; 3],
    writes: Writes,
) -> AnyView {
    let t = writes.locale.agent_texts();
    let (state, mark) = match change {
        Change::Added => ("added", Some(t.change_added())),
        Change::Removed => ("removed", Some(t.change_removed())),
        Change::Changed => ("changed", None),
        Change::Same => ("same", None),
    };
    let cells = [
        writes.money(amount.before),
        writes.money(amount.after),
        writes.difference(amount.difference()),
    ];
    let cells = cells.into_iter().zip(columns).map(|(cell, column)| {
        view! { <td role="cell" data-label=column.to_owned()>{cell}</td> }
    });
    view! {
        <tr class="comparison__row" data-change=state role="row">
            <th scope="row" role="rowheader">
                {head}
                {mark.map(|mark| view! { <span class="badge comparison__mark">{mark}</span> })}
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}
