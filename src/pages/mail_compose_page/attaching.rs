//! The files of a message on their way to the portal, one after the other; knows no markup.

use super::desk::MailDesk;
use crate::api;
use crate::browser::upload::ChosenFile;
use crate::browser::{focus, random};
use crate::components::mail_upload_field::{MailUpload, MailUploading};
use crate::components::mail_writing_draft::MailFile;
use crate::contract::mail::MailSettings;
use crate::rules::idempotency::idempotency_key;
use crate::rules::mail_upload::{InvalidMailFile, LOOKED_AT, media_type, weighed};
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::collections::HashMap;

/// The field.
const FIELD: &str = "#mail-files";

/// Brings the files of a message; a page that goes gives up what has not arrived, and the files stay with the message.
pub fn use_uploading(desk: MailDesk, settings: Memo<Option<MailSettings>>) -> MailUploading {
    let (client, session, locale) = (use_client(), use_session(), use_agent_locale());
    let writing = desk.writing;
    let uploads = RwSignal::new(HashMap::new());
    let (refused, said) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
    let page = Owner::current().unwrap_or_default();
    // The file that is on its way, with what gives it up.
    let attempt: StoredValue<Option<(String, Owner)>> = StoredValue::new(None);
    let give_up = move |key: &str| {
        let is_it = attempt.with_value(|it| it.as_ref().is_some_and(|(of, _)| of == key));
        if is_it && let Some((_, owner)) = attempt.try_update_value(Option::take).flatten() {
            owner.cleanup();
        }
    };
    let child = page.clone();
    let turn = Callback::new(move |()| {
        if attempt.with_value(Option::is_some) {
            return;
        }
        let next = writing.with_untracked(|writing| {
            let waits = |file: &&MailFile| {
                uploads.with_untracked(|it| it.get(&file.key) == Some(&MailUpload::Waiting))
            };
            writing.files.iter().find(waits).cloned()
        });
        let Some(file) = next else { return };
        let Some(held) = file.held.clone() else {
            return;
        };
        let (client, owner, key) = (client.clone(), child.child(), file.key.clone());
        uploads.update(|all| {
            all.insert(key.clone(), MailUpload::Sending(0));
        });
        attempt.set_value(Some((key.clone(), owner.clone())));
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                let of = key.clone();
                let told = Box::new(move |sent| {
                    let _ =
                        uploads.try_update(|all| all.insert(of.clone(), MailUpload::Sending(sent)));
                });
                let named = (file.name.as_str(), file.media_type.as_str());
                let answer = api::mail_writing::attach(&client, &held, named, &key, told).await;
                if let Err(error) = &answer {
                    session.was_refused(error);
                }
                // What stands below it moves.
                focus::released().await;
                match answer {
                    Ok(sent) => {
                        writing.update(|writing| {
                            let there = writing.files.iter_mut().find(|file| file.key == key);
                            if let Some(there) = there {
                                there.id = Some(sent.id);
                            }
                        });
                        let _ = uploads.try_update(|all| all.remove(&key));
                    }
                    Err(error) => {
                        let _ =
                            uploads.try_update(|all| all.insert(key, MailUpload::Failed(error)));
                    }
                }
                // It ends here.
                let _ = attempt.try_set_value(None);
                again(uploads);
            });
        });
    });
    Effect::new(move |_| {
        uploads.track();
        turn.run(());
    });
    let choose = Callback::new(move |files: Vec<(ChosenFile, String)>| {
        refused.set(Vec::new());
        page.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                for (chosen, said) in files {
                    match judged(desk, settings, &chosen, &said).await {
                        Ok(media_type) => {
                            let file = fresh(chosen, media_type);
                            let _ = uploads.try_update(|all| {
                                all.insert(file.key.clone(), MailUpload::Waiting)
                            });
                            writing.update(|writing| writing.files.push(file));
                            again(uploads);
                        }
                        Err(why) => {
                            let _ = refused.try_update(|all| all.push((chosen.name, why)));
                        }
                    }
                }
            });
        });
    });
    let set = move |key: String, upload: MailUpload| {
        uploads.update(|all| {
            all.insert(key, upload);
        });
    };
    MailUploading {
        uploads,
        refused,
        said,
        choose,
        send: Callback::new(move |key| set(key, MailUpload::Waiting)),
        stop: Callback::new(move |key: String| {
            give_up(&key);
            set(key, MailUpload::Stopped);
        }),
        remove: Callback::new(move |key: String| {
            if desk
                .outgoing
                .with_untracked(|outgoing| outgoing.under_way.is_some())
            {
                return;
            }
            give_up(&key);
            refused.set(Vec::new());
            let name = writing.with_untracked(|writing| {
                let file = writing.files.iter().find(|file| file.key == key);
                file.map(|file| file.name.clone())
            });
            focus::focus_soon(FIELD);
            said.set(untrack(|| {
                locale.texts().mail_removed(&name.unwrap_or_default())
            }));
            writing.update(|writing| writing.files.retain(|file| file.key != key));
            uploads.update(|all| {
                all.remove(&key);
            });
        }),
    }
}

/// Has the next one looked for.
fn again(uploads: RwSignal<HashMap<String, MailUpload>>) {
    let _ = uploads.try_update(|_| ());
}

fn fresh(chosen: ChosenFile, media_type: String) -> MailFile {
    let ChosenFile { held, name, size } = chosen;
    MailFile {
        key: idempotency_key(random::bits()),
        name,
        media_type,
        size,
        held: Some(held),
        id: None,
    }
}

/// The media type under which a file is sent. What is too long is not even read.
async fn judged(
    desk: MailDesk,
    settings: Memo<Option<MailSettings>>,
    chosen: &ChosenFile,
    said: &str,
) -> Result<String, InvalidMailFile> {
    let others = desk.writing.with_untracked(|writing| {
        let sizes = writing.files.iter().map(|file| file.size);
        sizes.fold(0_u64, u64::saturating_add)
    });
    let settings = settings.try_get_untracked().flatten();
    weighed(chosen.size, others, settings.as_ref())?;
    let head = chosen.held.head(LOOKED_AT).await;
    media_type(said, &head.ok_or(InvalidMailFile::Unreadable)?)
}
