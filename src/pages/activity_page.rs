//! `/space/activity`: what happened on the agent's account, the sessions that are open, and "this was not me".

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::focus;
use crate::components::dynamic::part;
use crate::components::report_receipt::ReportReceipt;
use crate::contract::activity::{Activity, ActivityReport};
use crate::route::activity_href;
use crate::rules::activity_filter::{ActivityAddress, ActivityFilter, kind_named};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::location::{use_query, use_refine};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;

pub mod journal;
pub mod older;
pub mod reporting;
pub mod sessions;

use journal::JournalView;
use older::use_older;
use reporting::{Reporting, use_reporting};
use sessions::SessionsSection;

/// A report whose event is further down is looked for in so many pages.
const LOOKED_THROUGH: usize = 10;

/// Loads the journal that the address asks for, and reads it again after each deed.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let (session, client, refine) = (use_session(), use_client(), use_refine());
    let (kind, from, to, report) = (
        use_query("kind"),
        use_query("from"),
        use_query("to"),
        use_query("report"),
    );
    let asked = Memo::new(move |_| ActivityAddress {
        kind: kind.get().and_then(|name| kind_named(&name)),
        from: from.get().unwrap_or_default(),
        to: to.get().unwrap_or_default(),
        report: report.get(),
    });
    // The same without the report: opening one asks for nothing.
    let events = Memo::new(move |_| ActivityAddress {
        report: None,
        ..asked.get()
    });
    // Counted up by each deed that changes what there is to show.
    let deeds = RwSignal::new(0_u32);
    let journal = use_load(move |client| {
        deeds.track();
        let filter = events.with(ActivityAddress::filter);
        let report = asked.with_untracked(|asked| asked.report.clone());
        async move { journal_with(&client, filter, report).await }
    });
    let done = Callback::new(move |()| deeds.update(|deeds| *deeds += 1));
    let leave = {
        let refine = refine.clone();
        Callback::new(move |()| {
            let id = asked.with_untracked(|asked| asked.report.clone());
            refine(&activity_href(
                asked.with_untracked(ActivityAddress::filter),
                None,
            ));
            if let Some(id) = id {
                request_animation_frame(move || focus::focus_id(&journal::report_link_id(&id)));
            }
        })
    };
    let apply = Callback::new(move |filter: ActivityFilter| refine(&activity_href(filter, None)));
    let reporting = use_reporting(asked.into(), journal, done, leave);
    let older = use_older(journal, asked.into());
    let sign_out = Callback::new(move |()| session.sign_out(client.clone()));
    let asked = Signal::from(asked);
    let locale = use_agent_locale();
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.activity())}</h1>
            <p>{locale.say(|t| t.activity_lead())}</p>
            <div class="activity__receipt">{part(move || receipt(asked, journal, reporting, sign_out))}</div>
            <SessionsSection deeds done/>
            <JournalView asked journal older reporting apply/>
        </div>
    }
}

/// The first page; and, when a report is open, so many more that its event is among them.
async fn journal_with(
    client: &Client,
    filter: ActivityFilter,
    report: Option<String>,
) -> Result<Activity, ApiError> {
    let mut journal = api::activity::list(client, filter, None).await?;
    let Some(id) = report else {
        return Ok(journal);
    };
    for _ in 0..LOOKED_THROUGH {
        if journal.items.iter().any(|event| event.id == id) {
            break;
        }
        let Some(cursor) = journal.next_cursor.take() else {
            break;
        };
        let next = api::activity::list(client, filter, Some(&cursor)).await?;
        journal.items.extend(next.items);
        journal.next_cursor = next.next_cursor;
    }
    Ok(journal)
}

/// The receipt of the report that the address names: the one just made, or the one that its event carries.
fn receipt(
    asked: Signal<ActivityAddress>,
    journal: Loader<Activity>,
    reporting: Reporting,
    sign_out: Callback<()>,
) -> Option<AnyView> {
    let id = asked.with(|asked| asked.report.clone())?;
    let sent = reporting.sent.get();
    let report = match sent {
        Some((sent, report)) if sent == id => report,
        _ => report_of(journal, &id)?,
    };
    Some(view! { <ReportReceipt report sign_out/> }.into_any())
}

fn report_of(journal: Loader<Activity>, id: &str) -> Option<ActivityReport> {
    journal.load.with(|load| match load {
        Load::Loaded(journal) => {
            let event = journal.items.iter().find(|event| event.id == id);
            event.and_then(|event| event.report.clone())
        }
        _ => None,
    })
}
