//! What is done with messages: shown at once, sent in order, put right by the answer and put back by a refusal; knows no markup.

mod sender;

use super::mail_shelf::{MailShelf, use_mail_shelf};
use super::portal::use_client;
use super::session::use_session;
use crate::contract::mail::MailMessageSummary;
use crate::rules::mail_change::{MailDeed, MailState};
use leptos::prelude::{
    Callback, GetUntracked, Owner, RwSignal, StoredValue, Track, UpdateValue, With, WithUntracked,
    WithValue,
};
use sender::Sender;
use std::collections::HashMap;
use std::sync::Arc;

/// A message of the page.
#[derive(Clone, Copy, Debug)]
pub struct MailRow {
    /// Its number on this page, which its ids are made of.
    pub number: usize,
    /// What is known of it and on its way.
    pub state: RwSignal<MailState>,
    /// True while it is chosen.
    pub chosen: RwSignal<bool>,
    /// The message as it was listed.
    pub listed: StoredValue<MailMessageSummary>,
}

impl MailRow {
    /// As it is shown, tracked; `None` when it is gone.
    #[must_use]
    pub fn shown(self) -> Option<MailMessageSummary> {
        self.state.with(MailState::shown)
    }

    /// The id of its link.
    #[must_use]
    pub fn link_id(self) -> String {
        format!("mail-{}", self.number)
    }
}

/// Told whether something was done. No [`Callback`]: that would go with the button that was pressed, which goes as soon as
/// the message is shown elsewhere, before the portal has answered.
pub type MailThen = Arc<dyn Fn(bool) + Send + Sync>;

/// Something to be done with some messages of the page.
pub type MailAct = Callback<(Vec<MailRow>, MailDeed, Option<MailThen>)>;

/// What is done on this page.
#[derive(Clone, Copy, Debug)]
pub struct MailHand {
    /// What the pages share.
    pub shelf: MailShelf,
    /// Does it.
    pub act: MailAct,
    /// Takes back what was last done.
    pub undo: Callback<()>,
    /// Counted up when the page is to be read again, without a word.
    pub again: RwSignal<u32>,
    /// Counted up when something is sent or answered.
    changes: RwSignal<u32>,
    rows: StoredValue<Rows>,
}

/// Every message of this page, by its id.
#[derive(Debug)]
struct Rows {
    known: HashMap<String, (u32, MailRow)>,
    /// Of which answer the rows are that are drawn.
    answer: u32,
    next: usize,
    owner: Owner,
}

impl MailHand {
    /// The row of a message: the same while the page is drawn from the same answer, so that what was done stays done. In
    /// another answer, what is still on its way is shown too.
    #[must_use]
    pub fn row(self, message: MailMessageSummary) -> MailRow {
        let id = message.id.clone();
        let (known, answer, number, owner) = self.rows.with_value(|rows| {
            let known = rows.known.get(&id).copied();
            (known, rows.answer, rows.next, rows.owner.clone())
        });
        let state = match known {
            Some((of, row)) if of == answer => return row,
            Some((_, row)) => row
                .state
                .with_untracked(|state| state.listed_anew(message.clone())),
            None => MailState::new(message.clone()),
        };
        let row = owner.with(|| MailRow {
            number,
            state: RwSignal::new(state),
            chosen: RwSignal::new(false),
            listed: StoredValue::new(message),
        });
        self.rows.update_value(|rows| {
            rows.next = number.saturating_add(1);
            rows.known.insert(id, (answer, row));
        });
        row
    }

    /// Another answer is here: its rows are others.
    pub fn answered(self) {
        let _ = self
            .rows
            .try_update_value(|rows| rows.answer = rows.answer.wrapping_add(1));
    }

    /// The messages that are on the page or were, anew with each thing that is done.
    #[must_use]
    pub fn states(self) -> Vec<MailState> {
        self.changes.track();
        self.rows.with_value(|rows| {
            let known = rows.known.values();
            known.map(|(_, row)| row.state.get_untracked()).collect()
        })
    }
}

/// Does what is wanted on this page; what is on its way is sent even when the page has gone.
#[must_use]
pub fn use_mail_hand() -> MailHand {
    let rows = StoredValue::new(Rows {
        known: HashMap::new(),
        answer: 0,
        next: 1,
        owner: Owner::current().unwrap_or_default(),
    });
    let sender = Sender {
        client: use_client(),
        session: use_session(),
        shelf: use_mail_shelf(),
        again: RwSignal::new(0),
        changes: RwSignal::new(0),
        queue: Arc::default(),
        rows,
    };
    let undoes = sender.clone();
    MailHand {
        shelf: sender.shelf,
        again: sender.again,
        changes: sender.changes,
        rows,
        act: Callback::new(move |(rows, deed, then)| sender.act(rows, &deed, then)),
        undo: Callback::new(move |()| undoes.undo()),
    }
}
