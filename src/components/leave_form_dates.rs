//! From when to when: two lines in which days are typed, half a day at each end, and the calendar beside them; knows no call.

use super::date_field::{DateField, date_field};
use super::dynamic::{part, text};
use super::leave_calendar_picker::{Picking, leave_calendar_picker};
use super::leave_form::{LeaveDraft, id_of};
use super::leave_form_halves::half_choice;
use super::leave_form_picking::said;
use super::leave_form_state::LeaveFormState;
use crate::browser::focus;
use crate::i18n::dates::full_date;
use crate::i18n::texts::AgentTexts;
use crate::rules::leave_day_field::{day_typed, day_written};
use crate::rules::leave_form::LeaveField;
use crate::state::locale::AgentLocale;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;

const HINT: &str = "leave-day-hint";

type Words = fn(&'static dyn AgentTexts) -> &'static str;

/// Both ends, the calendar that fills them in, and what would come of it.
pub fn dates(
    state: LeaveFormState,
    picking: Picking,
    preview: AnyView,
    locale: AgentLocale,
) -> AnyView {
    let ends = [LeaveField::From, LeaveField::To].map(|of| end(state, picking, of, locale));
    let whole = part(move || {
        let is_whole = !state.takes_halves.get();
        is_whole.then(|| view! { <p class="field__hint">{locale.texts().whole_days_wanted()}</p> })
    });
    view! {
        <fieldset class="leave-form__group field">
            <legend class="field__label">{locale.say(|t| t.leave_dates())}</legend>
            <p class="field__hint" id=HINT>{locale.say(|t| t.day_hint())}</p>
            <div class="leave-form__when">
                <div class="leave-form__ends">
                    {ends.into_iter().collect_view()}
                    {whole}
                </div>
                {leave_calendar_picker(picking, said(state, picking, locale), locale)}
                {preview}
            </div>
        </fieldset>
    }
    .into_any()
}

/// One end: the day, and the half of it.
fn end(state: LeaveFormState, picking: Picking, of: LeaveField, locale: AgentLocale) -> AnyView {
    let LeaveFormState {
        draft,
        today,
        busy,
        typing,
        takes_halves,
        ..
    } = state;
    let is_from = of == LeaveField::From;
    let line = move |draft: &LeaveDraft| if is_from { &draft.from } else { &draft.to }.clone();
    let typed = Memo::new(move |_| draft.with(line));
    let day = text(move || {
        let found = typed.with(|typed| day_typed(typed, today.get())).ok();
        found
            .map(|day| full_date(day, locale.get()))
            .unwrap_or_default()
    });
    let write = move |words: String| {
        draft.update(|draft| {
            let line = if is_from {
                &mut draft.from
            } else {
                &mut draft.to
            };
            *line = words;
        });
    };
    let finish = Callback::new(move |()| {
        let (words, cursor) = (typed.get_untracked(), picking.cursor);
        let before = cursor.get_untracked();
        // It moves what is below: who leaves the field by pressing a button there must not miss it.
        focus::when_released(move || {
            // Something else was typed or picked meanwhile, or the page has gone.
            if typed.try_with_untracked(|typed| *typed == words) != Some(true) {
                return;
            }
            if typing.get_untracked() == Some(of) {
                typing.set(None);
            }
            // What was meant is written out, so that nobody has to guess the year.
            if let Ok(day) = day_typed(&words, today.get_untracked()) {
                write(day_written(day));
                if cursor.get_untracked() == before {
                    cursor.set(day);
                }
                propose_end(draft, is_from, day);
            }
        });
    });
    let label: Words = if is_from {
        |t| t.first_day()
    } else {
        |t| t.last_day()
    };
    let field = DateField {
        id: id_of(of),
        label,
        typed: typed.into(),
        day,
        error: state.error(of),
        is_fixed: busy.into(),
        type_in: Callback::new(move |words: String| {
            typing.set(Some(of));
            picking.is_open.set(false);
            write(words);
        }),
        finish,
    };
    let halves = part(move || takes_halves.get().then(|| half_choice(state, of, locale)));
    view! { <div class="leave-form__end">{date_field(field, HINT)}{halves}</div> }.into_any()
}

/// Where a length was copied, it proposes the last day.
fn propose_end(draft: RwSignal<LeaveDraft>, is_from: bool, day: NaiveDate) {
    let span = draft.with_untracked(|draft| draft.span.filter(|_| draft.to.is_empty()));
    let last = span.and_then(|span| day.checked_add_days(Days::new(span)));
    if let Some(last) = last.filter(|_| is_from) {
        draft.update(|draft| draft.to = day_written(last));
    }
}
