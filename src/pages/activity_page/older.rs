//! The older events of a journal, page by page below those that are shown; knows no markup.

use crate::api;
use crate::api::answer::ApiError;
use crate::browser::focus;
use crate::contract::activity::Activity;
use crate::rules::activity_filter::ActivityAddress;
use crate::state::load::{Load, Loader};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asking for older events.
#[derive(Clone, Copy, Debug)]
pub struct Older {
    /// Asks for them.
    pub ask: Callback<()>,
    /// True while they are on their way.
    pub busy: RwSignal<bool>,
    /// Why they did not come.
    pub failure: RwSignal<Option<ApiError>>,
    /// The first of those that came last.
    pub first: RwSignal<Option<String>>,
}

impl Older {
    /// Standing still: `ask` is told.
    #[must_use]
    pub fn new(ask: Callback<()>) -> Self {
        Self {
            ask,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            first: RwSignal::new(None),
        }
    }
}

/// Adds the next page to `journal` when it is asked for, and leads the focus to its first event.
pub fn use_older(journal: Loader<Activity>, asked: Signal<ActivityAddress>) -> Older {
    let (session, client) = (use_session(), use_client());
    let state = Older::new(Callback::new(|()| ()));
    let Older {
        busy,
        failure,
        first,
        ..
    } = state;
    let ask = Callback::new(move |()| {
        let cursor = journal.load.with_untracked(|load| match load {
            Load::Loaded(journal) => journal.next_cursor.clone(),
            _ => None,
        });
        let Some(cursor) = cursor.filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        failure.set(None);
        let filter = asked.with_untracked(ActivityAddress::filter);
        let client = client.clone();
        spawn_local(async move {
            let answer = api::activity::list(&client, filter, Some(&cursor)).await;
            // Who has left the page meanwhile is shown nothing there.
            if busy.try_get_untracked().is_none() {
                return;
            }
            busy.set(false);
            match answer {
                Ok(next) => {
                    first.set(next.items.first().map(|event| event.id.clone()));
                    focus::lead_to_soon(if next.items.is_empty() {
                        "#journal"
                    } else {
                        "[data-new]"
                    });
                    journal.load.update(|load| add(load, &cursor, next));
                }
                Err(error) => {
                    session.was_refused(&error);
                    failure.set(Some(error));
                }
            }
        });
    });
    Older { ask, ..state }
}

/// What comes late, when another journal is shown by then, is left.
fn add(load: &mut Load<Activity>, cursor: &str, next: Activity) {
    if let Load::Loaded(journal) = load
        && journal.next_cursor.as_deref() == Some(cursor)
    {
        journal.items.extend(next.items);
        journal.next_cursor = next.next_cursor;
    }
}
