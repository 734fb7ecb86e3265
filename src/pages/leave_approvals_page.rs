//! `/space/leave/approvals`: what the agent validates, and what they have decided; which of the two is in the query string, nothing that is written ever is.

use crate::api;
use crate::browser::focus;
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::leave_approval_card::{ApprovalCard, ApprovalCardView, Look};
use crate::components::leave_approval_choice::{ApprovalTabs, choice_bar, choose_all};
use crate::components::leave_decision_batch::batch_summary;
use crate::components::loaded::Loaded;
use crate::components::page_turner::PageTurner;
use crate::contract::leave::{ApprovalState, LeaveApprovals};
use crate::rules::leave_decision::is_open;
use crate::state::document_preview::{provide_preview_choice, use_preview};
use crate::state::listing::{Listing, use_listing};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_query;
use leptos::prelude::*;

pub mod attempt;
pub mod deciding;
mod hand;
mod reading;
mod several;
mod wanted;

use deciding::{Deciding, use_deciding};
use wanted::{refusal, unsent};

/// Loads the page of requests that the address names.
#[component]
pub fn LeaveApprovalsPage() -> impl IntoView {
    provide_preview_choice();
    let state = use_query("state");
    let tab = Memo::new(move |_| match state.get().as_deref() {
        Some("decided") => ApprovalState::Decided,
        _ => ApprovalState::Waiting,
    });
    let listing = use_listing("leave-approvals");
    let approvals = use_load(move |client| {
        let tab = tab.get();
        listing.show_pages_of(match tab {
            ApprovalState::Waiting => "waiting",
            ApprovalState::Decided => "decided",
        });
        let cursor = listing.cursor();
        async move {
            let answer = api::leave::approvals(&client, tab, cursor.as_deref()).await;
            if let (Err(error), Some(_)) = (&answer, &cursor) {
                listing.was_refused(error);
            }
            answer
        }
    });
    let deciding = use_deciding(tab, listing);
    // What several decisions came to is told where they were made.
    Effect::new(move |before: Option<ApprovalState>| {
        let now = tab.get();
        if before.is_some_and(|before| before != now) {
            deciding.summary.set(None);
        }
        now
    });
    Effect::new(move |_| {
        approvals.load.with(|load| {
            if let Load::Loaded(approvals) = load {
                deciding.listed(approvals);
            }
        });
    });
    view! { <ApprovalsView tab=tab.into() approvals listing deciding look=use_preview/> }
}

/// The tabs, what several decisions came to, and the requests.
#[component]
pub fn ApprovalsView(
    /// Which of them.
    tab: Signal<ApprovalState>,
    /// The requests.
    approvals: Loader<LeaveApprovals>,
    /// The page of them.
    listing: Listing,
    /// Deciding.
    deciding: Deciding,
    /// Looks at an attachment.
    look: Look,
) -> impl IntoView {
    let locale = use_agent_locale();
    let summary = part(move || {
        let summary = deciding.summary.get();
        summary.map(|summary| batch_summary(&summary, locale))
    });
    let list = move |approvals: LeaveApprovals| list(approvals, tab, listing, deciding, look);
    let refresh = move |_| {
        focus::focus_soon("main h1");
        deciding.summary.set(None);
        approvals.retry();
    };
    let can_refresh = part(move || {
        let is_loaded = approvals.load.with(|load| matches!(load, Load::Loaded(_)));
        is_loaded.then(|| {
            view! { <p><button class="button" type="button" on:click=refresh><Icon name="refresh"/>{locale.say(|t| t.refresh_approvals())}</button></p> }
        })
    });
    view! {
        <div class="stack leave-approvals">
            <h1 tabindex="-1">{locale.say(|t| t.approvals())}</h1>
            <p>{locale.say(|t| t.approvals_lead())}</p>
            <ApprovalTabs tab/>
            <p class="visually-hidden" role="status">{deciding.said}</p>
            <div class="leave-approvals__told">{summary}</div>
            <Loaded loader=approvals view=list/>
            {can_refresh}
        </div>
    }
}

fn list(
    approvals: LeaveApprovals,
    tab: Signal<ApprovalState>,
    listing: Listing,
    deciding: Deciding,
    look: Look,
) -> AnyView {
    let locale = use_agent_locale();
    let LeaveApprovals {
        items,
        waiting,
        next_cursor,
    } = approvals;
    let is_waiting = untrack(|| tab.get()) == ApprovalState::Waiting;
    let were_open = items.iter().filter(|item| is_open(&item.request)).count();
    let cards: Vec<ApprovalCard> = items.into_iter().map(|item| deciding.card(item)).collect();
    let cards = StoredValue::new(cards);
    let is_empty = cards.with_value(Vec::is_empty);
    let count = text(move || {
        let open = cards.with_value(|cards| cards.iter().filter(|card| card.is_open()).count());
        let gone = u32::try_from(were_open.saturating_sub(open)).unwrap_or_default();
        locale.texts().approvals_count(waiting.saturating_sub(gone))
    });
    let count =
        (is_waiting && !is_empty).then(|| view! { <p class="leave-approvals__count">{count}</p> });
    if is_empty {
        let t = locale.texts();
        let words = if is_waiting {
            t.no_approvals()
        } else {
            t.no_decided_approvals()
        };
        return view! {
            <p class="empty">{words}</p>
            <PageTurner listing next_cursor/>
        }
        .into_any();
    }
    // Two are worth choosing together.
    let several = is_waiting && were_open > 1;
    let all = several.then(|| choose_all(cards, locale));
    let bar = several.then(|| choice_bar(cards, deciding.act, deciding.batch, locale));
    let rows: Vec<AnyView> = cards.with_value(|cards| {
        let cards = cards.iter().copied();
        cards
            .map(|card| {
                view! { <ApprovalCardView card is_one_of_several=several act=deciding.act open_file=deciding.open_file look/> }
                    .into_any()
            })
            .collect()
    });
    view! {
        {count}
        {part(move || unsent(cards, deciding, locale))}
        {all}
        <ul class="leave-approvals__list">{rows}</ul>
        {bar}
        <PageTurner listing next_cursor/>
        {part(move || refusal(cards, deciding, locale))}
    }
    .into_any()
}
