//! `/space/leave/new`: asking for leave; what is chosen and written is a draft, and never in the address.

use crate::api;
use crate::api::answer::ApiError;
use crate::browser::focus;
use crate::components::dynamic::part;
use crate::components::icon::Icon;
use crate::components::leave_attachment::Attaching;
use crate::components::leave_calendar_picker::Picking;
use crate::components::leave_form::LeaveDraft;
use crate::components::leave_form_fields::LeftByKind;
use crate::components::leave_receipt::leave_receipt;
use crate::components::loaded::Loaded;
use crate::contract::leave::{LeaveBalances, LeaveKinds, LeaveRequest};
use crate::route::{Route, SpaceRoute};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::location::{use_query, use_redirect};
use crate::state::session::use_session;
use chrono::NaiveDate;
use leptos::prelude::*;

pub mod asking;
pub mod attaching;
pub mod attempt;
pub mod copying;
pub mod days;
pub mod form;
pub mod naming;
pub mod previewing;

use asking::{Asking, Sending, draft_of_leave, sending_of_leave, use_asking};
use attaching::use_attaching;
use copying::{Copying, copied};
use days::use_picking;
use form::form;
use previewing::{Preview, use_preview};

/// Loads what can be asked for, what is left of it, and the request that is to be copied.
#[component]
pub fn LeaveAskingPage() -> impl IntoView {
    let (session, sending) = (use_session(), sending_of_leave());
    // The portal's day, not the device's.
    let today = Memo::new(move |_| {
        let now = session.details().map(|details| details.now);
        now.map(|now| now.wall_clock().date()).unwrap_or_default()
    });
    let deeds = Memo::new(move |_| sending.with(|sending| sending.deeds));
    let kinds = use_load(|client| async move { api::leave::kinds(&client).await });
    let balances = use_load(move |client| {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        let _ = deeds.get();
        async move { api::leave::balances(&client).await }
    });
    let offered = offered(kinds);
    let parts = AskingParts::new(offered, left_of(balances), today);
    use_copy(parts);
    view! { <LeaveAskingView loader=kinds parts/> }
}

/// What is left of each kind, as it was last read.
fn left_of(balances: Loader<LeaveBalances>) -> Memo<LeftByKind> {
    let left = RwSignal::new(LeftByKind::new());
    let learn = move || {
        let _ = balances.load.try_with_untracked(|load| {
            if let Load::Loaded(balances) = load {
                left.set(left_by_kind(balances));
            }
        });
    };
    Effect::new(move |_| {
        balances.load.track();
        // More words move what is below them.
        focus::when_released(learn);
    });
    Memo::new(move |_| left.get())
}

fn left_by_kind(balances: &LeaveBalances) -> LeftByKind {
    let mut left = LeftByKind::new();
    for balance in &balances.items {
        let Some(half_days) = balance.left else {
            continue;
        };
        let sum = left.entry(balance.kind.clone()).or_default();
        *sum += i64::from(half_days);
    }
    left
}

/// What can be asked for: the form stays as it is while it is read again.
#[must_use]
pub fn offered(kinds: Loader<LeaveKinds>) -> Memo<Option<LeaveKinds>> {
    Memo::new(move |before: Option<&Option<LeaveKinds>>| {
        kinds.load.with(|load| match load {
            Load::Loaded(kinds) => Some(kinds.clone()),
            _ => before.cloned().flatten(),
        })
    })
}

/// All that the page knows and does.
#[derive(Clone, Copy, Debug)]
pub struct AskingParts {
    /// What can be asked for.
    pub kinds: Memo<Option<LeaveKinds>>,
    /// What is left of each kind.
    pub left: Memo<LeftByKind>,
    /// The day on which it is asked.
    pub today: Memo<NaiveDate>,
    /// Sending it.
    pub asking: Asking,
    /// The calendar.
    pub picking: Picking,
    /// What would come of it.
    pub preview: Preview,
    /// The file.
    pub attaching: Attaching,
    /// What becomes of a copy.
    pub copying: RwSignal<Copying>,
    /// The request that is to be copied.
    pub copy: RwSignal<Option<LeaveRequest>>,
}

impl AskingParts {
    /// What a page knows and does that can ask for these kinds.
    #[must_use]
    pub fn new(
        kinds: Memo<Option<LeaveKinds>>,
        left: Memo<LeftByKind>,
        today: Memo<NaiveDate>,
    ) -> Self {
        let (draft, sending) = (draft_of_leave(), sending_of_leave());
        let deeds = Memo::new(move |_| sending.with(|sending| sending.deeds));
        Self {
            kinds,
            left,
            today,
            asking: use_asking(kinds, today),
            picking: use_picking(draft, today, deeds),
            preview: use_preview(draft, kinds, today, deeds),
            attaching: use_attaching(draft, kinds),
            copying: RwSignal::new(Copying::None),
            copy: RwSignal::new(None),
        }
    }
}

/// Begins with a copy of the request that the address names, once; the address then names it no more.
fn use_copy(parts: AskingParts) {
    let (id, draft) = (use_query("copy"), draft_of_leave());
    let redirect = use_redirect();
    let source = use_load(move |client| {
        let id = id.get();
        async move {
            match id {
                Some(id) => Some(api::leave::get(&client, &id).await).transpose(),
                None => Ok(None),
            }
        }
    });
    Effect::new(move |_| {
        let answer = match source.load.get() {
            // What a colleague wrote is no draft of the reader's.
            Load::Loaded(Some(request)) => Some(request).filter(|request| request.own),
            // Asked again once the agent is back.
            Load::Failed(ApiError::SignedOut) => return,
            Load::Failed(_) => None,
            _ => return,
        };
        if parts.kinds.with(Option::is_none) {
            return;
        }
        let redirect = redirect.clone();
        // What is said about it moves the form.
        focus::when_released(move || {
            // Once, and while the page stands.
            if parts.copying.try_get_untracked() == Some(Copying::None) {
                begin_with(answer, parts, draft);
                redirect(&SpaceRoute::LeaveAsking.href());
            }
        });
    });
}

fn begin_with(answer: Option<LeaveRequest>, parts: AskingParts, draft: RwSignal<LeaveDraft>) {
    let is_begun = draft.with_untracked(|draft| *draft != LeaveDraft::default());
    parts.copying.set(match &answer {
        None => Copying::Failed,
        Some(_) if is_begun => Copying::OrDraft,
        Some(request) => {
            let kinds = parts.kinds.get_untracked().unwrap_or_default();
            draft.set(copied(request, &kinds));
            Copying::Done
        }
    });
    parts.copy.set(answer);
}

/// The receipt of the last request, or the form.
#[component]
pub fn LeaveAskingView(
    /// What can be asked for.
    loader: Loader<LeaveKinds>,
    /// All that the page knows and does.
    parts: AskingParts,
) -> impl IntoView {
    let (locale, draft) = (use_agent_locale(), draft_of_leave());
    let sending = parts.asking.sending;
    let recorded = Memo::new(move |_| sending.with(|sending: &Sending| sending.recorded.clone()));
    let again = Callback::new(move |()| {
        sending.update(|sending| sending.recorded = None);
        focus::focus_soon("main h1");
    });
    let receipt = part(move || {
        recorded
            .get()
            .map(|recorded| leave_receipt(&recorded, again, locale))
    });
    // What was written since it was sent stays before the agent.
    let is_shown = Memo::new(move |_| {
        recorded.with(Option::is_none) || draft.with(|draft| *draft != LeaveDraft::default())
    });
    let form = part(move || {
        is_shown
            .get()
            .then(|| part(move || parts.kinds.get().map(|kinds| form(kinds, parts, locale))))
    });
    // Nothing of it once they are there.
    let loading = part(move || {
        let is_there = parts.kinds.with(Option::is_some);
        (!is_there).then(|| view! { <Loaded loader view=|_: LeaveKinds| ()/> })
    });
    view! {
        <div class="stack">
            <p class="back-link"><a href=Route::Space(SpaceRoute::Leave).href()><Icon name="arrow-left"/>{locale.say(|t| t.all_my_leave())}</a></p>
            <h1 tabindex="-1">{locale.say(|t| t.ask_for_leave())}</h1>
            <div class="leave-form__receipt">{receipt}</div>
            {loading}
            {form}
        </div>
    }
}
