//! Gross and net over time, as a drawing and as a table; knows no call.

mod drawing;
mod months_table;

use super::dynamic::{part, text};
use super::loaded::Loaded;
use crate::contract::payslips::PayslipSeries;
use crate::route::{Route, SpaceRoute};
use crate::rules::payslip_address::{PayslipsAddress, SPANS};
use crate::rules::payslip_plot::{MonthOfPay, has_choice, months, within};
use crate::state::amounts::use_amounts;
use crate::state::load::{Load, Loader};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

const HEADING: &str = "payslip-plot";

/// The section of the pay over time; nothing where nothing was paid yet. The drawing's accessible form is its table, of
/// the same months.
#[component]
pub fn PayslipPlot(
    /// Gross and net of every payslip.
    series: Loader<PayslipSeries>,
    /// What the address asks for.
    asked: Signal<PayslipsAddress>,
) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    let is_none = Memo::new(move |_| {
        series
            .load
            .with(|load| matches!(load, Load::Loaded(series) if series.points.is_empty()))
    });
    let is_masked = Memo::new(move |_| amounts.are_masked());
    let drawn = move |series: PayslipSeries| {
        let months = StoredValue::new(months(&series.points));
        part(move || {
            if is_masked.get() {
                view! { <p>{locale.say(|t| t.plot_masked())}</p> }.into_any()
            } else {
                view! { <Drawn months asked/> }.into_any()
            }
        })
    };
    part(move || {
        (!is_none.get()).then(|| {
            view! {
                <section class="payslip-plot" aria-labelledby=HEADING>
                    <h2 id=HEADING>{locale.say(|t| t.plot_heading())}</h2>
                    <Loaded loader=series view=drawn/>
                </section>
            }
        })
    })
}

/// The period to choose, the drawing and the table, each drawn anew by itself: the focus stays on a link, and a table
/// stays unfolded.
#[component]
fn Drawn(months: StoredValue<Vec<MonthOfPay>>, asked: Signal<PayslipsAddress>) -> impl IntoView {
    let locale = use_agent_locale();
    let span = Memo::new(move |_| asked.get().span);
    let figure = part(move || {
        months.with_value(|months| drawing::figure(within(months, span.get()), locale.get()))
    });
    let table = part(move || {
        months.with_value(|months| months_table::table(within(months, span.get()), locale.get()))
    });
    let choice = months.with_value(|months| has_choice(months));
    view! {
        {choice.then(|| span_choice(asked))}
        {figure}
        <details class="payslip-plot__table">
            <summary class="payslip-plot__summary">{locale.say(|t| t.plot_table())}</summary>
            {table}
        </details>
    }
}

/// Links, so that each period has its own address, which a reload or a bookmark finds again.
fn span_choice(asked: Signal<PayslipsAddress>) -> AnyView {
    let locale = use_agent_locale();
    let path = Route::Space(SpaceRoute::Payslips).href();
    let links = SPANS.map(|(span, _)| {
        let path = path.clone();
        let href = text(move || PayslipsAddress { span, ..asked.get() }.href(&path));
        let current = move || (asked.get().span == span).then_some("true");
        view! { <li><a class="year-choice__link" href=href data-noscroll="" aria-current=current>{move || locale.texts().plot_span(span)}</a></li> }
    });
    view! {
        <nav class="year-choice" aria-label=locale.say(|t| t.plot_span_label())>
            <ul class="year-choice__list">{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}
