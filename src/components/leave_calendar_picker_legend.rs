//! What stands on the days of a calendar, in words, and what its shapes mean; knows no call.

use super::dynamic::part;
use super::leave_calendar_picker::Picking;
use super::leave_calendar_picker_day::off_words;
use crate::i18n::dates::{day, month_name, weekday_name};
use crate::i18n::leave_words;
use crate::i18n::texts::AgentTexts;
use crate::rules::display_label::display_label;
use crate::rules::leave_day_marks::Halves;
use crate::state::locale::AgentLocale;
use chrono::Datelike;
use leptos::prelude::*;

/// The most lines that are written for a month; a day always says its own.
const MOST: usize = 12;

/// The holidays, the closures and the agent's own leave of the month that is shown; nothing where there is none.
pub fn month_notes(picking: Picking, locale: AgentLocale) -> AnyView {
    let lines = Memo::new(move |_| {
        let (t, language, month) = (locale.texts(), locale.get(), picking.month.get());
        picking.known.with(|known| {
            let off = known.named_days(month).filter_map(|off| {
                let halves = Halves::of(off.morning, off.afternoon)?;
                let label = off.label.as_ref();
                let label = label.and_then(|label| display_label(&locale.pick(label)));
                let words = off_words(off.reason, halves, label.as_deref(), t);
                let day = day(off.on, language);
                let on = format!(
                    "{} {day} {}",
                    weekday_name(off.on.weekday(), language),
                    month_name(off.on, language)
                );
                Some((words, on))
            });
            let mut lines: Vec<(String, String)> = off.collect();
            for absence in known.absences_in(month) {
                let label = display_label(&locale.pick(&absence.label));
                let label = label.unwrap_or_else(|| t.unnamed_leave().to_owned());
                let state = t.leave_state(absence.state).to_lowercase();
                let period = leave_words::period(absence.period, language);
                lines.push((t.you_are_away(&label, &state), period));
            }
            lines.truncate(MOST);
            lines
        })
    });
    let list = part(move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let items: Vec<AnyView> = lines
                .into_iter()
                .map(|(what, when)| {
                    view! { <li><bdi class="leave-calendar-picker__what">{what}</bdi>{", "}{when}</li> }
                        .into_any()
                })
                .collect();
            view! {
                <p class="leave-calendar-picker__heading" id="leave-month-holds">{locale.say(|t| t.month_holds())}</p>
                <ul class="leave-calendar-picker__notes" aria-labelledby="leave-month-holds">{items}</ul>
            }
        })
    });
    view! { <div class="leave-calendar-picker__holds">{list}</div> }.into_any()
}

/// What each shape means.
pub fn legend(locale: AgentLocale) -> AnyView {
    type Words = fn(&'static dyn AgentTexts) -> &'static str;
    let shapes: [(&'static str, Words); 5] = [
        ("today", |t| t.legend_today()),
        ("off", |t| t.legend_off()),
        ("named", |t| t.legend_holiday()),
        ("away", |t| t.legend_away()),
        ("waits", |t| t.legend_waiting()),
    ];
    let shapes: Vec<AnyView> = shapes
        .into_iter()
        .map(|(shape, words)| {
            view! {
                <li class="leave-calendar-picker__meaning">
                    <span class="leave-calendar-picker__sample" data-shape=shape aria-hidden="true">{""}</span>
                    <span>{locale.say(words)}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <ul class="leave-calendar-picker__legend">{shapes}</ul>
        <p class="leave-calendar-picker__half">{locale.say(|t| t.legend_half())}</p>
    }
    .into_any()
}
