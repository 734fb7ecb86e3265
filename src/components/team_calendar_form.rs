//! A form that leads to any month of a team's calendar; knows no address and no call.

use super::dynamic::part;
use crate::browser::focus;
use crate::i18n::dates::month_name;
use crate::rules::team_calendar::CalendarMonth;
use crate::state::locale::use_agent_locale;
use chrono::Datelike;
use leptos::prelude::*;

const YEAR: &str = "team-year";

/// A form that leads to any month.
#[component]
pub fn MonthForm(
    /// The month shown.
    month: Signal<Option<CalendarMonth>>,
    /// Goes there.
    go: Callback<CalendarMonth>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let first = Memo::new(move |_| month.get().map(CalendarMonth::first));
    let chosen = RwSignal::new(None::<u32>);
    let typed = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(false);
    let month_of = move || {
        let shown = first.get().map(|first| first.month());
        chosen.get().or(shown).unwrap_or(1)
    };
    let year_of = move || {
        let shown = first.get().map(|first| first.year().to_string());
        typed.get().or(shown).unwrap_or_default()
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let asked = untrack(|| {
            let year = year_of().trim().parse().ok()?;
            CalendarMonth::numbered(year, month_of())
        });
        wrong.set(asked.is_none());
        match asked {
            Some(asked) => {
                chosen.set(None);
                typed.set(None);
                go.run(asked);
            }
            None => focus::focus_id(YEAR),
        }
    };
    let options = part(move || {
        let language = locale.get();
        let months = (1..=12_u32).filter_map(|n| Some((n, CalendarMonth::numbered(2000, n)?)));
        let options: Vec<AnyView> = months
            .map(|(n, month)| {
                let is_chosen = move || month_of() == n;
                view! { <option value=n.to_string() prop:selected=is_chosen selected=untrack(is_chosen)>{month_name(month.first(), language)}</option> }
                    .into_any()
            })
            .collect();
        options
    });
    let error = part(move || {
        wrong.get().then(|| view! { <p class="field__error" id=format!("{YEAR}-error")>{locale.texts().team_invalid_year()}</p> })
    });
    view! {
        <details class="team-calendar-form">
            <summary class="team-calendar-form__summary">{locale.say(|t| t.team_go_to())}</summary>
            <form class="team-calendar-form__form" novalidate=true on:submit=submit>
                <div class="field">
                    <label class="field__label" for="team-month">{locale.say(|t| t.team_go_month())}</label>
                    <select class="field__input" id="team-month" on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>{options}</select>
                </div>
                <div class="field" data-invalid=move || wrong.get().then_some("")>
                    <label class="field__label" for=YEAR>{locale.say(|t| t.team_go_year())}</label>
                    <div role="status">{error}</div>
                    <input
                        class="field__input"
                        type="text"
                        id=YEAR
                        inputmode="numeric"
                        autocomplete="off"
                        aria-invalid=move || wrong.get().then_some("true")
                        aria-describedby=move || wrong.get().then(|| format!("{YEAR}-error"))
                        prop:value=year_of
                        on:input=move |event| typed.set(Some(event_target_value(&event)))
                    />
                </div>
                <p><button class="button" type="submit">{locale.say(|t| t.team_go())}</button></p>
            </form>
        </details>
    }
}
