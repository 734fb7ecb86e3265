//! `/space/leave/{id}`: one request for leave: what was asked, how far it is, what happened, and what can be done with it.

use crate::api;
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::leave_change::{Changing, LeaveChanges};
use crate::components::leave_change_outcome::leave_change_outcome;
use crate::components::leave_request_summary::{leave_request_facts, leave_request_state};
use crate::components::leave_state::leave_label;
use crate::components::leave_trail::leave_trail;
use crate::components::loaded::Loaded;
use crate::contract::leave::LeaveRequest;
use crate::route::SpaceRoute;
use crate::state::document_preview::{provide_preview_choice, use_preview};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

pub mod attempt;
pub mod changing;
pub mod files;

use changing::use_changing;
use files::{Look, attached_to, attachment, calendar_file, calendar_of};

/// Loads the request, and changes it as the agent wants.
#[component]
pub fn LeaveRequestPage(
    /// The id of the request.
    id: String,
) -> impl IntoView {
    provide_preview_choice();
    let asked = id.clone();
    let request = use_load(move |client| {
        let id = asked.clone();
        async move { api::leave::get(&client, &id).await }
    });
    let changing = use_changing(&id, request);
    view! { <LeaveRequestView request changing preview=use_preview/> }
}

/// The request, or why it can't be shown, under the way back. Each part is drawn anew by itself: a file that is shown
/// stays while the state changes.
#[component]
pub fn LeaveRequestView(
    /// The request.
    request: Loader<LeaveRequest>,
    /// Changing it.
    changing: Changing,
    /// Looks at what was attached.
    preview: Look,
) -> impl IntoView {
    let locale = use_agent_locale();
    // It stays while it is read again: a question that stands over it is not taken away.
    let known = Memo::new(move |before: Option<&Option<LeaveRequest>>| {
        request.load.with(|load| match load {
            Load::Loaded(request) => Some(request.clone()),
            Load::Loading | Load::Slow => before.cloned().flatten(),
            Load::Failed(_) => None,
        })
    });
    let title = text(move || {
        known.with(|known| match known {
            Some(known) => leave_label(&known.summary.label, locale),
            None => locale.texts().leave_request().to_owned(),
        })
    });
    let is_here = Memo::new(move |_| known.with(Option::is_some));
    let outcome = part(move || {
        changing
            .outcome
            .get()
            .map(|outcome| leave_change_outcome(outcome, locale))
    });
    let body = part(move || {
        if !is_here.get() {
            return view! { <Loaded loader=request view=|_: LeaveRequest| ()/> }.into_any();
        }
        let facts = part(move || {
            known.with(|known| {
                known
                    .as_ref()
                    .map(|known| leave_request_facts(known, locale))
            })
        });
        let state = part(move || {
            known.with(|known| {
                known
                    .as_ref()
                    .map(|known| leave_request_state(known, locale))
            })
        });
        let trail = part(move || {
            known.with(|known| {
                known
                    .as_ref()
                    .map(|known| leave_trail(&known.trail, locale))
            })
        });
        let calendar = Memo::new(move |_| known.with(|known| known.as_ref().and_then(calendar_of)));
        let calendar = part(move || calendar.get().map(calendar_file));
        let attached = Memo::new(move |_| known.with(|known| known.as_ref().and_then(attached_to)));
        let attached = part(move || attached.get().map(|file| attachment(file, title, preview)));
        view! {
            {state}
            {facts}
            <LeaveChanges request=known changing/>
            {calendar}
            <section class="leave-request__trail" aria-labelledby="leave-trail">
                <h2 id="leave-trail">{locale.say(|t| t.leave_trail_heading())}</h2>
                {trail}
            </section>
            {attached}
        }
        .into_any()
    });
    view! {
        <div class="stack leave-request">
            <p class="back-link"><a href=SpaceRoute::Leave.href()><Icon name="arrow-left"/>{locale.say(|t| t.all_leave())}</a></p>
            <h1 tabindex="-1"><bdi>{title}</bdi></h1>
            <div class="leave-request__outcome">{outcome}</div>
            {body}
        </div>
    }
}
