//! Choosing another payslip to compare with; knows no call of its own.

use super::dynamic::{part, text};
use super::loaded::Loaded;
use crate::contract::payslips::{PayslipPoint, PayslipSeries};
use crate::i18n::dates;
use crate::i18n::locale::Locale;
use crate::rules::payslip_choice::{Choice, others, usual};
use crate::state::load::Loader;
use crate::state::locale::use_agent_locale;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// What a comparison needs.
#[derive(Clone, Copy, Debug)]
pub struct Comparing {
    /// Asks for every payslip of the agent.
    pub series: fn() -> Loader<PayslipSeries>,
    /// Shows the comparison with the payslip that has this id.
    pub compare: Callback<String>,
}

const FIELD: &str = "compared-payslip";

/// The agent's other payslips in a form that unfolds; they are asked for only once it does.
#[component]
pub fn PayslipChoice(
    /// The payslip that is shown.
    id: String,
    /// What the comparison needs.
    comparing: Comparing,
    /// Unfolded from the beginning.
    #[prop(optional)]
    is_open: bool,
) -> impl IntoView {
    let locale = use_agent_locale();
    let is_opened = RwSignal::new(is_open);
    let form = part(move || {
        is_opened.get().then(|| {
            let id = id.clone();
            let form = move |series: PayslipSeries| form(&series.points, &id, comparing.compare);
            view! { <Loaded loader=(comparing.series)() view=form/> }
        })
    });
    view! {
        <details class="payslip-choice" open=is_open>
            <summary class="payslip-choice__summary" on:click=move |_| is_opened.set(true)>{locale.say(|t| t.compare_with())}</summary>
            {form}
        </details>
    }
}

/// A month, with the label where the month alone does not tell.
#[must_use]
pub fn month_and_label(period: NaiveDate, label: Option<&str>, locale: Locale) -> String {
    let month = dates::month(period, locale);
    match label {
        Some(label) => format!("{month} – {label}"),
        None => month,
    }
}

fn form(points: &[PayslipPoint], id: &str, compare: Callback<String>) -> AnyView {
    let locale = use_agent_locale();
    let Some(usual) =
        usual(points, id).or_else(|| others(points, id).first().map(|c| c.id.clone()))
    else {
        return view! { <p class="payslip-choice__none">{locale.say(|t| t.no_other_payslip())}</p> }
            .into_any();
    };
    let years: Vec<AnyView> = others(points, id)
        .chunk_by(|a, b| a.period.year() == b.period.year())
        .map(|year| group(year, &usual))
        .collect();
    let chosen = RwSignal::new(usual);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        compare.run(chosen.get_untracked());
    };
    view! {
        <form class="payslip-choice__form" on:submit=submit>
            <div class="field">
                <label class="field__label" for=FIELD>{locale.say(|t| t.compared_payslip())}</label>
                <select class="field__input payslip-choice__select" id=FIELD on:change=move |event| chosen.set(event_target_value(&event))>{years}</select>
            </div>
            <button class="button" type="submit">{locale.say(|t| t.compare())}</button>
        </form>
    }
    .into_any()
}

/// The payslips of a year.
fn group(year: &[Choice], usual: &str) -> AnyView {
    let locale = use_agent_locale();
    let number = year.first().map(|choice| choice.period.year().to_string());
    let options: Vec<AnyView> = year
        .iter()
        .map(|choice| {
            let Choice { id, period, label } = choice.clone();
            let is_usual = id == usual;
            let name = text(move || month_and_label(period, label.as_deref(), locale.get()));
            view! { <option value=id selected=is_usual>{name}</option> }.into_any()
        })
        .collect();
    view! { <optgroup label=number>{options}</optgroup> }.into_any()
}
