//! The journal with its filters, its rows and the report that is open in one of them; knows no call.

use super::older::Older;
use super::reporting::{Reporting, draft_of};
use crate::components::activity_filter::{KindChoice, PeriodForm};
use crate::components::activity_list::{activity_days, what_id};
use crate::components::dynamic::part;
use crate::components::failure::Failure;
use crate::components::loaded::Loaded;
use crate::components::report_form::ReportForm;
use crate::components::spinner::Spinner;
use crate::contract::activity::{Activity, ActivityAction, ActivityEvent};
use crate::i18n::dates::long_date;
use crate::i18n::texts::AgentTexts;
use crate::route::activity_href;
use crate::rules::activity_filter::{ActivityAddress, ActivityFilter};
use crate::state::load::Loader;
use crate::state::locale::use_agent_locale;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// What there is of the journal, and what to show of it.
#[component]
pub fn JournalView(
    /// What the address asks for.
    asked: Signal<ActivityAddress>,
    /// The events, as far as they are shown.
    journal: Loader<Activity>,
    /// Asking for older ones.
    older: Older,
    /// Reporting one of them.
    reporting: Reporting,
    /// Asks for other events.
    apply: Callback<ActivityFilter>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let shown = move |journal: Activity| {
        let (t, language) = (locale.texts(), locale.get());
        let asked = asked.get();
        let since = long_date(journal.recorded_since.wall_clock().date(), language);
        let first_new = older.first.get_untracked();
        let is_open = |event: &ActivityEvent| asked.report.as_ref() == Some(&event.id);
        let is_hidden = asked.report.is_some() && !journal.items.iter().any(is_open);
        let below = |event: &ActivityEvent| below(event, is_open(event), &asked, t, reporting);
        view! {
            <p>{t.recorded_since(&since)}</p>
            {is_hidden.then(|| hidden(&asked, t))}
            {if journal.items.is_empty() { empty(asked.filter(), t) } else { ().into_any() }}
            {activity_days(&journal.items, first_new.as_deref(), language, below)}
            <p class="journal__count" role="status">{(!journal.items.is_empty()).then(|| t.events_shown(journal.items.len()))}</p>
            {journal.next_cursor.is_some().then(|| more(older, t))}
        }
        .into_any()
    };
    view! {
        <section class="journal" aria-labelledby="journal">
            <h2 id="journal" tabindex="-1">{locale.say(|t| t.journal_heading())}</h2>
            <div class="journal__filters">
                <KindChoice asked/>
                <PeriodForm asked apply/>
            </div>
            <Loaded loader=journal view=shown/>
        </section>
    }
}

/// The id of the link that opens the report of an event.
#[must_use]
pub fn report_link_id(event: &str) -> String {
    format!("not-mine-{event}")
}

/// Under an event: the way to report it, or the report that is being written.
fn below(
    event: &ActivityEvent,
    is_open: bool,
    asked: &ActivityAddress,
    t: &'static dyn AgentTexts,
    reporting: Reporting,
) -> AnyView {
    let href = activity_href(asked.filter(), Some(&event.id));
    if event.report.is_some() {
        return view! { <p><a class="journal__next" href=href data-noscroll="">{t.report_next()}</a></p> }
            .into_any();
    }
    if !event.actions.contains(&ActivityAction::Report) {
        return ().into_any();
    }
    if is_open {
        return form(&event.id, reporting);
    }
    view! {
        <p><a class="button journal__report" data-variant="quiet" id=report_link_id(&event.id) href=href data-noscroll="" aria-describedby=what_id(&event.id)>
            {t.not_mine()}
        </a></p>
    }
    .into_any()
}

fn form(id: &str, reporting: Reporting) -> AnyView {
    let id = id.to_owned();
    let draft = draft_of(&id);
    let (sent, cancelled) = (id.clone(), id);
    let send = Callback::new(move |()| reporting.send.run((sent.clone(), draft)));
    let cancel = Callback::new(move |()| reporting.cancel.run((cancelled.clone(), draft)));
    view! { <ReportForm draft busy=reporting.busy failure=reporting.failure send cancel/> }
        .into_any()
}

/// An address may name an event that the filters leave out, or that is no longer kept.
fn hidden(asked: &ActivityAddress, t: &'static dyn AgentTexts) -> AnyView {
    let filter = asked.filter();
    let report = asked.report.as_deref().filter(|_| filter.leaves_out());
    let href = activity_href(ActivityFilter::default(), report);
    view! { <p>{t.report_hidden()}{" "}<a href=href data-noscroll="">{t.show_all_activity()}</a></p> }
        .into_any()
}

fn empty(filter: ActivityFilter, t: &'static dyn AgentTexts) -> AnyView {
    if !filter.leaves_out() {
        return view! { <p class="empty">{t.no_activity()}</p> }.into_any();
    }
    let href = activity_href(ActivityFilter::default(), None);
    view! { <p class="empty">{t.no_activity_matching()}{" "}<a href=href data-noscroll="">{t.show_all_activity()}</a></p> }
        .into_any()
}

fn more(older: Older, t: &'static dyn AgentTexts) -> AnyView {
    let Older {
        ask, busy, failure, ..
    } = older;
    let slow = slowly(Memo::new(move |_| busy.get()));
    let told = part(move || {
        failure
            .get()
            .map(|error| view! { <Failure error retry=ask/> })
    });
    let waits = part(move || {
        slow.get()
            .then(|| view! { <Spinner label=Signal::stored(t.still_loading())/> })
    });
    view! {
        <div class="journal__more">
            <div role="alert">{told}</div>
            <p><button class="button" type="button" aria-disabled=move || busy.get().then_some("true") on:click=move |_| ask.run(())>{t.more_activity()}</button></p>
            {waits}
        </div>
    }
    .into_any()
}
