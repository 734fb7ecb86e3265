//! Sending a message, once, whatever happens on the way; knows no markup.

use super::attempt::{Answer, ask, finish_typing, mend};
use super::keeping::Keeper;
use crate::api;
use crate::browser::{deadline, facts, focus, random};
use crate::components::mail_upload_field::{MailUpload, MailUploading};
use crate::components::mail_writing_failure::MailFailure;
use crate::components::mail_writing_outgoing::{MailOutgoing, SentMail, Undoing};
use crate::components::mail_writing_receipt::MAIL_RECEIPT;
use crate::contract::mail::{MailSending, MailSettings, NewMailDraft};
use crate::rules::idempotency::idempotency_key;
use crate::rules::leave_decision::UndoClock;
use crate::rules::mail_sending::{MailMistake, ValidMail, check};
use crate::state::once::NotMade;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// What is waited for is looked at again after such a pause.
const PAUSE: Duration = Duration::from_millis(100);

/// What sending needs.
#[derive(Clone, Debug)]
pub struct Sender {
    /// What is written, and who keeps it.
    pub keeper: Keeper,
    /// The files on their way.
    pub uploading: MailUploading,
    /// What the organisation's mail takes.
    pub settings: Memo<Option<MailSettings>>,
    /// Why it was not sent.
    pub failure: RwSignal<Option<MailFailure>>,
    /// True while it is asked whether it shall go without a subject.
    pub asks_subject: RwSignal<bool>,
}

impl Sender {
    /// Sends what is written; two presses are one.
    pub fn send(&self) {
        let desk = self.keeper.desk;
        if desk.outgoing.with_untracked(|it| it.under_way.is_some()) {
            return;
        }
        desk.writing.update(finish_typing);
        let waits = self.is_uploading();
        let wrong = self.checked().err().unwrap_or_default().into_iter();
        let wrong: Vec<_> = wrong
            .filter(|it| !(waits && *it == MailMistake::FileNotSent))
            .collect();
        if !wrong.is_empty() {
            return self.refuse(wrong);
        }
        let has_subject = desk
            .writing
            .with_untracked(|it| !it.subject.trim().is_empty());
        if !has_subject && !self.asks_subject.get_untracked() {
            self.asks_subject.set(true);
            return focus::focus_soon("#mail-no-subject");
        }
        // The summary, or the question, goes and takes the focus with it.
        if focus::is_within("#error-summary") || focus::is_within("#mail-no-subject") {
            focus::focus_soon("main h1");
        }
        self.asks_subject.set(false);
        self.failure.set(None);
        let name = idempotency_key(random::bits());
        desk.outgoing.update(|outgoing| {
            outgoing.outcome = None;
            outgoing.under_way = Some(name.clone());
            outgoing.waits_for_files = waits;
        });
        let sender = self.clone();
        spawn_local(async move { sender.go(name).await });
    }

    fn is_uploading(&self) -> bool {
        let any = self
            .uploading
            .uploads
            .try_with_untracked(|all| all.values().any(MailUpload::is_under_way));
        any.unwrap_or_default()
    }

    fn checked(&self) -> Result<ValidMail, Vec<MailMistake>> {
        let settings = self.settings.try_get_untracked().flatten();
        self.keeper
            .desk
            .writing
            .with_untracked(|it| check(&it.written(), settings.as_ref()))
    }

    fn refuse(&self, wrong: Vec<MailMistake>) {
        if self
            .failure
            .try_set(Some(MailFailure::Incomplete(wrong)))
            .is_none()
        {
            focus::focus_soon("#error-summary");
        }
    }

    fn is_ours(&self, name: &str) -> bool {
        self.keeper
            .desk
            .outgoing
            .with_untracked(|it| it.under_way.as_deref() == Some(name))
    }

    async fn go(&self, name: String) {
        let desk = self.keeper.desk;
        while self.is_uploading() && self.is_ours(&name) {
            deadline::pause(PAUSE).await;
        }
        // A draft that is being saved would come back after its message has gone.
        let is_saving = || desk.keeping.with_untracked(|it| it.under_way.is_some());
        while is_saving() && self.is_ours(&name) {
            deadline::pause(PAUSE).await;
        }
        if !self.is_ours(&name) {
            return;
        }
        let valid = match self.checked() {
            Ok(valid) => valid,
            Err(wrong) => {
                desk.outgoing
                    .update(|it| (it.under_way, it.waits_for_files) = (None, false));
                return self.refuse(wrong);
            }
        };
        let wish = desk
            .outgoing
            .with_untracked(|it| self.wish(it, valid.body()));
        let (key, former) = desk
            .outgoing
            .try_update(|it| {
                it.waits_for_files = false;
                it.tries.named(&wish, || name.clone())
            })
            .unwrap_or_else(|| (name.clone(), None));
        let adopt = || {
            if self.is_ours(&name) {
                desk.outgoing
                    .update(|it| it.tries.adopt(&key, wish.clone()));
            }
        };
        let asked_at = facts::reading();
        let answer = ask(&self.keeper.client, &wish, &key, former.as_ref(), &adopt).await;
        focus::released().await;
        if !self.is_ours(&name) {
            return;
        }
        let is_now = answer.as_ref().is_ok_and(|(_, _, after_all, _)| !after_all);
        let clock = if is_now {
            UndoClock::decided(asked_at)
        } else {
            UndoClock::seen(facts::reading())
        };
        self.settle(&wish, answer, clock);
    }

    /// What was tried before, when the message is the same: also if a draft of it was saved since.
    fn wish(&self, outgoing: &MailOutgoing, message: &NewMailDraft) -> MailSending {
        let tried = outgoing
            .tries
            .tried()
            .filter(|tried| tried.message == *message);
        let keeping = self.keeper.desk.keeping;
        tried.cloned().unwrap_or_else(|| MailSending {
            message: message.clone(),
            draft: keeping.with_untracked(|it| it.saved.as_ref().map(|saved| saved.id.clone())),
        })
    }

    fn settle(&self, wish: &MailSending, answer: Answer, clock: UndoClock) {
        let desk = self.keeper.desk;
        let written = desk.writing.get_untracked();
        desk.outgoing.update(|it| {
            it.under_way = None;
            it.tries.settle(&answer);
        });
        match answer {
            Ok((id, sent, after_all, is_older)) => {
                let outcome = SentMail {
                    id,
                    sent,
                    after_all,
                    is_older,
                    written: Box::new(written),
                    clock: Some(clock),
                    left_s: None,
                    undoing: Undoing::No,
                };
                if !is_older {
                    self.throw_away_other(wish);
                    desk.clear();
                }
                desk.outgoing.update(|it| it.outcome = Some(outcome));
                if self.failure.try_set(None).is_none() {
                    focus::focus_soon(MAIL_RECEIPT);
                } else {
                    focus::lead_to_soon(MAIL_RECEIPT);
                }
            }
            Err(why) => {
                let of = Box::new(wish.message.clone());
                let failure = MailFailure::NotMade {
                    why: why.clone(),
                    of,
                };
                let refused = failure.refused().map(|(refused, _)| refused);
                desk.writing
                    .update(|it| mend(it, &refused.unwrap_or_default()));
                if self.failure.try_set(Some(failure)).is_none() {
                    focus::focus_soon("#error-summary");
                }
                if let NotMade::Call(error) = &why {
                    self.keeper.session.was_refused(error);
                }
            }
        }
    }

    /// A draft that was saved after the first try stays behind: the message that has gone names another, or none.
    fn throw_away_other(&self, wish: &MailSending) {
        let saved = self
            .keeper
            .desk
            .keeping
            .with_untracked(|it| it.saved.clone());
        if let Some(saved) = saved.filter(|saved| wish.draft.as_ref() != Some(&saved.id)) {
            let client = self.keeper.client.clone();
            spawn_local(async move {
                let _ = api::mail_writing::discard(&client, &saved.id, &saved.revision).await;
            });
        }
    }
}
