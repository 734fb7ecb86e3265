//! What can be done with a request for leave: the ways on, and the changes that are asked about first; knows no call.

use super::dynamic::part;
use super::icon::Icon;
use super::leave_change_dialog::leave_change_dialog;
use crate::api::answer::ApiError;
use crate::contract::endpoint::segment;
use crate::contract::leave::{LeaveAction, LeaveRequest, LeaveState};
use crate::route::SpaceRoute;
use crate::rules::leave_change::LeaveChange;
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// A change that is asked about: it outlives signing in again in the page's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedChange {
    /// Which, `None` while nothing is asked.
    pub change: Option<LeaveChange>,
    /// True when it was sent and refused because the session had ended.
    pub was_interrupted: bool,
}

/// Why a change was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeFailure {
    /// The call failed or was refused.
    Call(ApiError),
    /// The answer was lost, and the request is as it was.
    NotMade,
    /// The answer was lost, and nobody can tell.
    Lost,
}

/// What became of a change, and the request was read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeOutcome {
    /// It was made; `after_all` when its answer was lost.
    Done {
        /// What.
        change: LeaveChange,
        /// True when it had to be asked for what became of it.
        after_all: bool,
    },
    /// Somebody else was first.
    Overtaken(LeaveState),
    /// The portal does not allow it any more.
    NotAllowed(LeaveState),
}

/// Changing a request.
#[derive(Clone, Copy, Debug)]
pub struct Changing {
    /// What is asked about.
    pub asked: RwSignal<AskedChange>,
    /// Why the agent wants it, as written.
    pub reason: RwSignal<String>,
    /// True while it is on its way.
    pub busy: RwSignal<bool>,
    /// Why it was not made.
    pub failure: RwSignal<Option<ChangeFailure>>,
    /// What became of it.
    pub outcome: RwSignal<Option<ChangeOutcome>>,
    /// Sends what is asked about.
    pub send: Callback<()>,
}

/// The ways on from a request, those that change it only as the portal grants them, and the question before each.
#[component]
pub fn LeaveChanges(
    /// The request, `None` while there is none to be seen.
    request: Memo<Option<LeaveRequest>>,
    /// Changing it.
    changing: Changing,
) -> impl IntoView {
    let locale = use_agent_locale();
    let ways = part(move || {
        request
            .get()
            .map(|request| ways(&request, changing, locale))
    });
    // Nothing is asked about that the portal does not grant.
    let asked = Memo::new(move |_| {
        let change = changing.asked.with(|asked| asked.change)?;
        request.with(|request| {
            let is_granted = request.as_ref().is_some_and(|it| change.is_granted(it));
            is_granted.then_some(change)
        })
    });
    view! {
        <div class="leave-change" role="group" aria-label=locale.say(|t| t.leave_actions())>{ways}</div>
        {part(move || asked.get().map(|change| leave_change_dialog(change, changing)))}
    }
}

fn ways(request: &LeaveRequest, changing: Changing, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let may = |action| request.actions.contains(&action);
    let decide = (may(LeaveAction::Approve) || may(LeaveAction::Refuse)).then(|| {
        view! {
            <a class="button" data-variant="primary" href=SpaceRoute::LeaveApprovals.href()><Icon name="clipboard-check"/>{t.decide_leave()}</a>
        }
        .into_any()
    });
    let copy = request.own.then(|| {
        let href = format!(
            "{}?copy={}",
            SpaceRoute::LeaveAsking.href(),
            segment(&request.summary.id)
        );
        view! { <a class="button" href=href><Icon name="copy"/>{t.copy_leave()}</a> }.into_any()
    });
    let changes: Vec<AnyView> = LeaveChange::ALL
        .into_iter()
        .filter(|change| change.is_granted(request))
        .map(|change| {
            let ask = move |_| {
                changing.failure.set(None);
                changing.asked.set(AskedChange {
                    change: Some(change),
                    was_interrupted: false,
                });
            };
            view! {
                <button class="button" type="button" on:click=ask><Icon name="undo"/>{t.change_leave(change)}</button>
            }
            .into_any()
        })
        .collect();
    view! { {decide}{changes}{copy} }.into_any()
}
