//! What to show of the journal: the kinds as links, the days in a small form; knows no call.

use super::dynamic::part;
use crate::browser::focus;
use crate::i18n::texts::AgentTexts;
use crate::route::activity_href;
use crate::rules::activity_filter::{
    ActivityAddress, ActivityFilter, InvalidPeriod, KINDS, period,
};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// Links, so that each choice has its own address, which a reload or a bookmark finds again.
#[component]
pub fn KindChoice(
    /// What the address asks for.
    asked: Signal<ActivityAddress>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let links = part(move || {
        let (filter, t) = (asked.with(ActivityAddress::filter), locale.texts());
        let mut choices = vec![None];
        choices.extend(KINDS.into_iter().map(|(kind, _)| Some(kind)));
        let link = |kind| {
            let href = activity_href(ActivityFilter { kind, ..filter }, None);
            let current = (filter.kind == kind).then_some("true");
            view! { <li><a class="year-choice__link" href=href data-noscroll="" aria-current=current>{t.activity_kind(kind)}</a></li> }.into_any()
        };
        let links: Vec<AnyView> = choices.into_iter().map(link).collect();
        view! { <ul class="year-choice__list">{links}</ul> }
    });
    view! { <nav class="year-choice" aria-label=locale.say(|t| t.kinds_label())>{links}</nav> }
}

/// The first and the last day, checked before they are asked for; what is wrong is said at its field.
#[component]
pub fn PeriodForm(
    /// What the address asks for.
    asked: Signal<ActivityAddress>,
    /// Asks for these events.
    apply: Callback<ActivityFilter>,
) -> impl IntoView {
    let locale = use_agent_locale();
    // What is written in the fields; another address, by a link or by the browser's way back, brings its own days.
    let typed = RwSignal::new(asked.get_untracked());
    Effect::new(move |before: Option<ActivityAddress>| {
        let now = asked.get();
        if before.is_some_and(|before| (&before.from, &before.to) != (&now.from, &now.to)) {
            typed.set(now.clone());
        }
        now
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let days = typed.get_untracked();
        match wrong_with(&days) {
            None => {
                let kind = asked.with_untracked(|asked| asked.kind);
                apply.run(ActivityFilter {
                    kind,
                    ..days.filter()
                });
            }
            Some(InvalidPeriod::From) => focus::focus_id(FROM),
            Some(_) => focus::focus_id(TO),
        }
    };
    view! {
        <form class="period-form" on:submit=submit>
            {day_field(FROM, |t| t.period_from(), typed)}
            {day_field(TO, |t| t.period_to(), typed)}
            <button class="button" type="submit">{locale.say(|t| t.apply_period())}</button>
        </form>
    }
}

const FROM: &str = "period-from";
const TO: &str = "period-to";

fn wrong_with(days: &ActivityAddress) -> Option<InvalidPeriod> {
    period(&days.from, &days.to).err()
}

fn day_field(
    name: &'static str,
    label: fn(&'static dyn AgentTexts) -> &'static str,
    typed: RwSignal<ActivityAddress>,
) -> AnyView {
    let locale = use_agent_locale();
    let is_from = name == FROM;
    let wrong = move || {
        let why = typed.with(wrong_with)?;
        ((why == InvalidPeriod::From) == is_from).then_some(why)
    };
    let value = move || typed.with(|days| if is_from { &days.from } else { &days.to }.clone());
    let error = part(move || {
        wrong().map(|why| {
            view! { <p class="field__error" id=format!("{name}-error")>{locale.texts().invalid_period(why)}</p> }
        })
    });
    let is_wrong = move || wrong().is_some();
    let set = move |value: String| {
        typed.update(|days| {
            let day = if is_from {
                &mut days.from
            } else {
                &mut days.to
            };
            *day = value;
        });
    };
    view! {
        <div class="field" data-invalid=move || is_wrong().then_some("")>
            <label class="field__label" for=name>{locale.say(label)}</label>
            {error}
            <input
                class="field__input"
                type="date"
                id=name
                aria-describedby=move || is_wrong().then(|| format!("{name}-error"))
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=value
                on:change=move |event| set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
