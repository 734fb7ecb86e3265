//! Sending a report, once, whatever happens on the way; knows no markup.

use crate::api;
use crate::api::answer::ApiError;
use crate::browser::focus;
use crate::components::report_form::{LastTry, REPORT_HEADING, ReportDraft};
use crate::components::report_receipt::REPORT_RECEIPT;
use crate::contract::activity::{Activity, ActivityReport, ReportedEvent};
use crate::rules::activity_filter::ActivityAddress;
use crate::state::drafts::use_draft;
use crate::state::load::{Load, Loader};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A report and what it is of.
pub type Written = (String, RwSignal<ReportDraft>);

/// What becomes of the reports of this page.
#[derive(Clone, Copy, Debug)]
pub struct Reporting {
    /// Sends a report.
    pub send: Callback<Written>,
    /// Forgets what was written, and closes the form.
    pub cancel: Callback<Written>,
    /// True while one is on its way.
    pub busy: RwSignal<bool>,
    /// Why the report that is open was not taken.
    pub failure: RwSignal<Option<ApiError>>,
    /// The event that was reported last, and the receipt.
    pub sent: RwSignal<Option<(String, ActivityReport)>>,
}

impl Reporting {
    /// Nothing sent yet.
    #[must_use]
    pub fn new(send: Callback<Written>, cancel: Callback<Written>) -> Self {
        Self {
            send,
            cancel,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            sent: RwSignal::new(None),
        }
    }
}

/// What is written about an event: it outlives this page, and signing in again in its place.
#[must_use]
pub fn draft_of(id: &str) -> RwSignal<ReportDraft> {
    use_draft(&format!("report/{id}"))
}

/// Sends reports one at a time, tells `done` of each that was taken, and leads the focus to what came of it.
pub fn use_reporting(
    asked: Signal<ActivityAddress>,
    journal: Loader<Activity>,
    done: Callback<()>,
    leave: Callback<()>,
) -> Reporting {
    let (session, client) = (use_session(), use_client());
    let nothing = Callback::new(|_: Written| ());
    let state = Reporting::new(nothing, nothing);
    let Reporting {
        busy,
        failure,
        sent,
        ..
    } = state;
    follow(asked, journal, failure);
    let send = Callback::new(move |(id, draft): Written| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        // The summary goes, and takes the focus of whoever tries again from there with it.
        if focus::is_within("#error-summary") {
            focus::focus_soon(REPORT_HEADING);
        }
        failure.set(None);
        let told = ReportedEvent {
            comment: draft.with_untracked(|draft| draft.comment.clone()),
        };
        let client = client.clone();
        spawn_local(async move {
            let answer = api::activity::report(&client, &id, &told).await;
            // What is written outlives the page; the rest is told to nobody once it has gone.
            match &answer {
                Ok(_) => draft.set(ReportDraft::default()),
                // Once forgotten it stays so: nobody, or somebody else, may be here by now.
                Err(error) => draft.update(|draft| {
                    if *draft != ReportDraft::default() {
                        draft.last_try = after(error);
                    }
                }),
            }
            if busy.try_get_untracked().is_some() {
                busy.set(false);
                match &answer {
                    Ok(report) => {
                        sent.set(Some((id, report.clone())));
                        done.run(());
                        focus::focus_soon(REPORT_RECEIPT);
                    }
                    Err(error) => {
                        failure.set(Some(error.clone()));
                        focus::focus_soon("#error-summary");
                    }
                }
            }
            if let Err(error) = &answer {
                session.was_refused(error);
            }
        });
    });
    let cancel = Callback::new(move |(_, draft): Written| {
        // What is on its way can't be taken back.
        if !busy.get_untracked() {
            draft.set(ReportDraft::default());
            failure.set(None);
            leave.run(());
        }
    });
    Reporting {
        send,
        cancel,
        ..state
    }
}

fn after(error: &ApiError) -> LastTry {
    match error {
        ApiError::OutcomeUnknown => LastTry::Lost,
        _ => LastTry::NotSent,
    }
}

/// Leads the focus to a form that opens, which knows nothing of another's failure, and to one that comes back with a try
/// that went wrong.
fn follow(
    asked: Signal<ActivityAddress>,
    journal: Loader<Activity>,
    failure: RwSignal<Option<ApiError>>,
) {
    Effect::new(move |before: Option<Option<String>>| {
        let now = asked.with(|asked| asked.report.clone());
        if before.is_some_and(|before| before != now) {
            failure.set(None);
            if now.is_some() {
                focus::focus_soon("#report-receipt, #report-heading");
            }
        }
        now
    });
    let comes_back = asked
        .with_untracked(|asked| asked.report.clone())
        .is_some_and(|id| draft_of(&id).with_untracked(|draft| draft.last_try != LastTry::None));
    if comes_back {
        Effect::new(move |was_there: Option<bool>| {
            let was_there = was_there.unwrap_or_default();
            let is_there = journal.load.with(|load| matches!(load, Load::Loaded(_)));
            if is_there && !was_there {
                focus::focus_soon(REPORT_HEADING);
            }
            was_there || is_there
        });
    }
}
