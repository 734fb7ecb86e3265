//! Sending what is done with messages, each once and in order, and telling the page what came of it; knows no markup.

use super::{MailRow, MailThen, Rows};
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::{deadline, focus};
use crate::contract::mail::{MOST_MAIL_CHANGES, MailChange, MailChanged, MailChanges};
use crate::rules::mail_change::{Answered, MailDeed, MailState};
use crate::rules::mail_folder::{may_go, role};
use crate::state::mail_shelf::{MailOutcome, MailShelf, MailTold};
use crate::state::session::SessionContext;
use leptos::prelude::{
    GetUntracked, RwSignal, Set, StoredValue, Update, WithUntracked, WithValue, untrack,
};
use leptos::task::spawn_local;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// After such a pause what may be lost is sent again: it says what shall be, so that twice is the same.
const AGAIN: Duration = Duration::from_secs(2);

/// Something that is sent, with the ticket that its answer bears.
struct Job {
    ticket: u64,
    ids: Vec<String>,
    deed: MailDeed,
    is_undo: bool,
    then: Option<MailThen>,
}

/// What came of a job.
#[derive(Default)]
struct Ended {
    changed: MailChanged,
    gone: Vec<String>,
    error: Option<ApiError>,
}

/// What is still to be sent.
#[derive(Default)]
pub(super) struct Queue {
    jobs: VecDeque<Job>,
    is_running: bool,
    last_ticket: u64,
}

/// What sending needs; it outlives the page.
#[derive(Clone)]
pub(super) struct Sender {
    pub(super) client: Client,
    pub(super) session: SessionContext,
    pub(super) shelf: MailShelf,
    pub(super) again: RwSignal<u32>,
    pub(super) changes: RwSignal<u32>,
    pub(super) queue: Arc<Mutex<Queue>>,
    pub(super) rows: StoredValue<Rows>,
}

impl Sender {
    /// What would change nothing is not sent: two presses are one.
    pub(super) fn act(&self, rows: Vec<MailRow>, deed: &MailDeed, then: Option<MailThen>) {
        let folders = untrack(|| self.shelf.list());
        let to = match deed {
            MailDeed::Move(folder) => Some(role(&folders, Some(folder))),
            _ => None,
        };
        let (mut ids, mut refused) = (Vec::new(), 0);
        let mut before: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let ticket = self.ticket();
        for row in rows.into_iter().take(MOST_MAIL_CHANGES) {
            let Some(message) = row.state.with_untracked(MailState::shown) else {
                continue;
            };
            if deed.holds(&message) {
                continue;
            }
            if to.is_some_and(|to| !may_go(&message, to)) {
                refused += 1;
                continue;
            }
            if to.is_some() {
                let from = before.entry(message.folder).or_default();
                from.push(message.id.clone());
            }
            ids.push(message.id);
            row.state.update(|state| state.begin(ticket, deed.clone()));
            if !matches!(deed, MailDeed::Mark(_)) {
                row.chosen.set(false);
            }
        }
        if ids.is_empty() && refused == 0 {
            return;
        }
        let came = match refused {
            0 => MailOutcome::Done,
            refused => MailOutcome::Partly {
                refused,
                missing: 0,
            },
        };
        self.shelf.told.set(Some(MailTold {
            ticket,
            deed: deed.clone(),
            count: ids.len(),
            is_undo: false,
            came,
            undo: before.into_iter().collect(),
        }));
        self.changes.update(|changes| *changes += 1);
        if !ids.is_empty() {
            self.send(Job {
                ticket,
                ids,
                deed: deed.clone(),
                is_undo: false,
                then,
            });
        }
    }

    pub(super) fn undo(&self) {
        let told = self.shelf.told.get_untracked();
        let Some(told) = told.filter(|told| !told.undo.is_empty()) else {
            return;
        };
        let ticket = self.ticket();
        self.shelf.told.set(Some(MailTold {
            ticket,
            is_undo: true,
            came: MailOutcome::Done,
            undo: Vec::new(),
            ..told
        }));
        for (folder, ids) in told.undo {
            let deed = MailDeed::Move(folder);
            for id in &ids {
                if let Some(row) = self.row(id) {
                    let _ = row
                        .state
                        .try_update(|state| state.begin(ticket, deed.clone()));
                }
            }
            self.send(Job {
                ticket,
                ids,
                deed,
                is_undo: true,
                then: None,
            });
        }
        self.changes.update(|changes| *changes += 1);
    }

    fn ticket(&self) -> u64 {
        self.queue.lock().map_or(0, |mut queue| {
            queue.last_ticket += 1;
            queue.last_ticket
        })
    }

    /// In order, one after the other: what was done last is what holds.
    fn send(&self, job: Job) {
        let Ok(mut queue) = self.queue.lock() else {
            return;
        };
        queue.jobs.push_back(job);
        if !queue.is_running {
            queue.is_running = true;
            let sender = self.clone();
            spawn_local(async move {
                while let Some(job) = sender.next() {
                    let ended = match job.deed.change() {
                        Some(change) => sender.change(&job.ids, &change).await,
                        None => sender.delete(&job.ids).await,
                    };
                    // Nothing moves under a finger.
                    focus::released().await;
                    sender.settle(&job, ended);
                }
            });
        }
    }

    fn next(&self) -> Option<Job> {
        let mut queue = self.queue.lock().ok()?;
        let job = queue.jobs.pop_front();
        queue.is_running = job.is_some();
        job
    }

    async fn change(&self, ids: &[String], change: &MailChange) -> Ended {
        let mut answer = self.change_once(ids, change).await;
        if answer == Err(ApiError::OutcomeUnknown) {
            deadline::pause(AGAIN).await;
            answer = self.change_once(ids, change).await;
        }
        match answer {
            Ok(changed) => Ended {
                changed,
                ..Ended::default()
            },
            Err(error) => Ended {
                error: Some(error),
                ..Ended::default()
            },
        }
    }

    async fn change_once(
        &self,
        ids: &[String],
        change: &MailChange,
    ) -> Result<MailChanged, ApiError> {
        let changes = MailChanges {
            ids: ids.to_vec(),
            change: change.clone(),
        };
        api::mail::change_many(&self.client, &changes).await
    }

    async fn delete(&self, ids: &[String]) -> Ended {
        let mut ended = Ended::default();
        for id in ids {
            let mut answer = api::mail::delete(&self.client, id).await;
            if answer == Err(ApiError::OutcomeUnknown) {
                deadline::pause(AGAIN).await;
                answer = api::mail::delete(&self.client, id).await;
            }
            match answer {
                Ok(()) => ended.gone.push(id.clone()),
                Err(error) => {
                    ended.error = Some(error);
                    break;
                }
            }
        }
        if let Ok(counted) = api::mail::folders(&self.client).await {
            ended.changed.folders = counted.folders;
        }
        ended
    }

    fn row(&self, id: &str) -> Option<MailRow> {
        let known = self.rows.try_with_value(|rows| rows.known.get(id).copied());
        known.flatten().map(|(_, row)| row)
    }

    /// Tells the page what came of it; nothing of it where the page has gone.
    fn settle(&self, job: &Job, ended: Ended) {
        let Ended {
            changed,
            gone,
            error,
        } = ended;
        let (mut refused, mut missing, mut is_elsewhere) = (0, 0, false);
        for id in &job.ids {
            let now = changed.items.iter().find(|message| message.id == *id);
            let answered = if gone.contains(id) {
                Answered::Gone
            } else if let Some(now) = now {
                refused += usize::from(!job.deed.holds(now));
                Answered::Now(now)
            } else if changed.missing.contains(id) {
                missing += 1;
                Answered::Gone
            } else {
                Answered::Nothing
            };
            match self.row(id) {
                Some(row) => {
                    let _ = row
                        .state
                        .try_update(|state| state.settle(job.ticket, answered));
                }
                None => is_elsewhere = true,
            }
        }
        if !changed.folders.is_empty() {
            let _ = self.shelf.folders.try_update(|known| {
                if let Some(known) = known {
                    known.folders.clone_from(&changed.folders);
                }
            });
        }
        let _ = self.changes.try_update(|changes| *changes += 1);
        let is_lost = error == Some(ApiError::OutcomeUnknown);
        if let Some(error) = &error {
            self.session.was_refused(error);
        }
        let is_done = error.is_none() && refused + missing == 0;
        self.tell(job, error, gone.len(), refused, missing);
        if is_lost
            || (job.is_undo && is_elsewhere)
            || (!job.is_undo && job.then.is_none() && self.is_emptied())
        {
            let _ = self.again.try_update(|again| *again += 1);
        }
        if let Some(then) = &job.then {
            then(is_done);
        }
    }

    /// Where something was not done, it is told whatever was done since; else what is told already holds.
    fn tell(
        &self,
        job: &Job,
        error: Option<ApiError>,
        gone: usize,
        refused: usize,
        missing: usize,
    ) {
        if error.is_none() && refused + missing == 0 {
            return;
        }
        let count = job.ids.len().saturating_sub(gone + refused + missing);
        let _ = self.shelf.told.try_update(|told| {
            let is_same = told.as_ref().is_some_and(|told| told.ticket == job.ticket);
            let before = told.take().filter(|_| is_same);
            let refused_before = match before.as_ref().map(|told| &told.came) {
                Some(MailOutcome::Partly { refused, .. }) => *refused,
                _ => 0,
            };
            let is_failed = error.is_some();
            *told = Some(MailTold {
                ticket: job.ticket,
                deed: job.deed.clone(),
                count,
                is_undo: job.is_undo,
                came: error.map_or(
                    MailOutcome::Partly {
                        refused: refused + refused_before,
                        missing,
                    },
                    MailOutcome::Failed,
                ),
                undo: before
                    .filter(|_| !is_failed)
                    .map(|told| told.undo)
                    .unwrap_or_default(),
            });
        });
    }

    /// True when every message of the page has left it.
    fn is_emptied(&self) -> bool {
        let left = |row: &MailRow| {
            let listed_in = row.listed.try_with_value(|listed| listed.folder.clone());
            let now = row.state.try_with_untracked(MailState::shown).flatten();
            now.is_none_or(|now| Some(now.folder) != listed_in)
        };
        let is_emptied = self.rows.try_with_value(|rows| {
            let drawn = rows.known.values().filter(|(of, _)| *of == rows.answer);
            let mut drawn = drawn.map(|(_, row)| row).peekable();
            drawn.peek().is_some() && drawn.all(left)
        });
        is_emptied.unwrap_or(false)
    }
}
