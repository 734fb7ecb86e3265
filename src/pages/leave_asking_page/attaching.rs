//! The file of a request on its way to the portal: checked, sent under one name, stopped, taken away; knows no markup.

use crate::api;
use crate::browser::upload::ChosenFile;
use crate::browser::{focus, random};
use crate::components::leave_attachment::{Attach, Attaching};
use crate::components::leave_form::{DraftFile, LeaveDraft};
use crate::contract::leave::LeaveKinds;
use crate::rules::idempotency::idempotency_key;
use crate::rules::leave_attachment::{InvalidAttachment, LOOKED_AT, attachable};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

/// The field, or the file that stands in its place.
const FIELD: &str = "#leave-file";

/// Brings the file of `draft`, one try at a time; a page that goes gives up what has not arrived, and the file stays with
/// the draft.
pub fn use_attaching(draft: RwSignal<LeaveDraft>, kinds: Memo<Option<LeaveKinds>>) -> Attaching {
    let (client, session) = (use_client(), use_session());
    let state = RwSignal::new(Attach::Idle);
    let attempt: StoredValue<Option<Owner>> = StoredValue::new(None);
    let give_up = move || {
        if let Some(owner) = attempt.try_update_value(Option::take).flatten() {
            owner.cleanup();
        }
    };
    on_cleanup(give_up);
    // Not the owner of the button that is pressed: that goes as soon as the file is on its way.
    let page = Owner::current().unwrap_or_default();
    let child = page.clone();
    let send = Callback::new(move |()| {
        let file = draft.with_untracked(|draft| draft.file.clone());
        let Some(mut file) = file.filter(|file| file.sent.is_none()) else {
            return;
        };
        give_up();
        if file.key.is_empty() {
            file.key = idempotency_key(random::bits());
            draft.update(|draft| draft.file = Some(file.clone()));
        }
        state.set(Attach::Sending(0));
        focus::focus_soon(FIELD);
        let (client, owner) = (client.clone(), child.child());
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                let told = Box::new(move |sent| {
                    let _ = state.try_set(Attach::Sending(sent));
                });
                let DraftFile {
                    chosen,
                    media_type,
                    key,
                    ..
                } = &file;
                let held = &chosen.held;
                let answer =
                    api::leave_attachments::attach(&client, held, media_type, key, told).await;
                if let Err(error) = &answer {
                    session.was_refused(error);
                }
                // What stands below it moves.
                focus::released().await;
                // The button that stops it goes.
                if focus::is_within(FIELD) {
                    focus::focus_soon(FIELD);
                }
                match answer {
                    Ok(sent) => {
                        let _ = state.try_set(Attach::Idle);
                        draft.update(|draft| {
                            if let Some(there) = draft.file.as_mut().filter(|it| it.key == *key) {
                                there.sent = Some(sent);
                            }
                        });
                    }
                    Err(error) => {
                        let _ = state.try_set(Attach::Failed(error));
                    }
                }
            });
        });
        attempt.set_value(Some(owner));
    });
    let choose = Callback::new(move |chosen: ChosenFile| {
        let rules = kinds.get_untracked().unwrap_or_default().attachments;
        give_up();
        let owner = page.child();
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                // What is too long is not even read.
                let head = match chosen.size {
                    size if size > rules.max_size => Some(vec![0]),
                    _ => chosen.held.head(LOOKED_AT).await,
                };
                focus::released().await;
                let judged = head.ok_or(InvalidAttachment::Unreadable);
                match judged.and_then(|head| attachable(&rules, chosen.size, &head)) {
                    Ok(media_type) => {
                        let file = DraftFile {
                            chosen,
                            media_type,
                            key: String::new(),
                            sent: None,
                        };
                        draft.update(|draft| draft.file = Some(file));
                        send.run(());
                    }
                    Err(why) => {
                        let _ = state.try_set(Attach::Invalid(why));
                        focus::focus_soon(FIELD);
                    }
                }
            });
        });
        attempt.set_value(Some(owner));
    });
    let stop = Callback::new(move |()| {
        give_up();
        state.set(Attach::Idle);
        focus::focus_soon(FIELD);
    });
    let remove = Callback::new(move |()| {
        give_up();
        draft.update(|draft| draft.file = None);
        state.set(Attach::Removed);
        focus::focus_soon(FIELD);
    });
    Attaching {
        state,
        choose,
        send,
        stop,
        remove,
    }
}
