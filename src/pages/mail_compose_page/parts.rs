//! All that the page of writing knows and does, put together; knows no markup.

use super::attaching::use_uploading;
use super::beginning::{Beginning, use_beginning};
use super::desk::{MailDesk, desk_of};
use super::discarding::use_discarding;
use super::keeping::use_keeping;
use super::sending::Sender;
use super::undoing::use_undoing;
use crate::browser::focus;
use crate::components::mail_upload_field::MailUploading;
use crate::components::mail_writing_discard::MailDiscard;
use crate::components::mail_writing_failure::MailFailure;
use crate::components::mail_writing_form::MailFormDeeds;
use crate::components::mail_writing_keep::MailKeep;
use crate::components::mail_writing_receipt::MailSentDeeds;
use crate::components::mail_writing_state::MailFormState;
use crate::contract::mail::MailSettings;
use crate::route::SpaceRoute;
use crate::rules::mail_composing::MailComposing;
use crate::state::load::{Load, Loader};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_redirect;
use leptos::prelude::*;

/// All that the page knows and does.
#[derive(Clone, Copy, Debug)]
pub struct ComposeParts {
    /// What the address names.
    pub composing: StoredValue<MailComposing>,
    /// Where it lies in memory.
    pub desk: MailDesk,
    /// What it begins with.
    pub beginning: Loader<Beginning>,
    /// What the organisation's mail takes.
    pub settings: Loader<MailSettings>,
    /// What the fields share.
    pub state: MailFormState,
    /// The files.
    pub uploading: MailUploading,
    /// Keeping it.
    pub keep: MailKeep,
    /// Throwing it away.
    pub discard: MailDiscard,
    /// Sending it.
    pub deeds: MailFormDeeds,
    /// What can be done once it was sent.
    pub sent: MailSentDeeds,
    /// True once it was taken back.
    pub is_undone: RwSignal<bool>,
    /// True when somebody came back to what they had begun.
    pub is_found_again: RwSignal<bool>,
}

impl ComposeParts {
    /// What a page knows and does that writes what the address names.
    #[must_use]
    pub fn new(composing: MailComposing, settings: Loader<MailSettings>) -> Self {
        let (locale, redirect) = (use_agent_locale(), use_redirect());
        let desk = desk_of(&composing);
        let known = Memo::new(move |before: Option<&Option<MailSettings>>| {
            settings.load.with(|load| match load {
                Load::Loaded(settings) => Some(settings.clone()),
                _ => before.cloned().flatten(),
            })
        });
        let failure = RwSignal::new(None::<MailFailure>);
        let busy = Memo::new(move |_| desk.outgoing.with(|it| it.under_way.is_some()));
        let is_found_again =
            desk.writing.with_untracked(|it| it.is_changed()) && composing == MailComposing::New;
        let beginning = use_beginning(&composing, desk);
        let (keeper, keep) = use_keeping(desk);
        let uploading = use_uploading(desk, known);
        let stop = Callback::new(move |()| {
            let keys: Vec<String> = uploading
                .uploads
                .with_untracked(|all| all.keys().cloned().collect());
            keys.into_iter().for_each(|key| uploading.stop.run(key));
        });
        let discard = use_discarding(&keeper, stop);
        let (is_undone, asks_subject) = (RwSignal::new(false), RwSignal::new(false));
        let undo = use_undoing(&keeper, is_undone);
        let sender = Sender {
            keeper,
            uploading,
            settings: known,
            failure,
            asks_subject,
        };
        let is_new = composing == MailComposing::New;
        let another = Callback::new(move |()| {
            desk.outgoing.update(|it| it.outcome = None);
            if is_new {
                desk.begin_new();
            }
            redirect(&SpaceRoute::MailCompose.href());
            focus::focus_soon("main h1");
        });
        Self {
            composing: StoredValue::new(composing),
            desk,
            beginning,
            settings,
            state: MailFormState::new(desk.writing, known, busy, failure, locale),
            uploading,
            keep,
            discard,
            deeds: MailFormDeeds {
                outgoing: desk.outgoing,
                asks_subject,
                send: Callback::new(move |()| {
                    is_undone.set(false);
                    sender.send();
                }),
                discard: Callback::new(move |()| discard.is_asked.set(true)),
            },
            sent: MailSentDeeds { undo, another },
            is_undone,
            is_found_again: RwSignal::new(is_found_again),
        }
    }
}
