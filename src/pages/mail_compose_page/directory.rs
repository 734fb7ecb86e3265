//! The directory, asked while somebody types a name; knows no markup.

use crate::api;
use crate::browser::deadline;
use crate::components::mail_recipient_state::Found;
use crate::components::mail_writing_draft::MailWriting;
use crate::rules::mail_sending::MailField;
use crate::rules::search_words::LONGEST_SEARCH;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::time::Duration;

/// It is asked once nothing more has been typed for so long.
const REST: Duration = Duration::from_millis(250);
/// Fewer letters name too many.
const SHORTEST: usize = 2;

/// Follows what is typed in a field: the last words are asked about, and an answer to earlier ones is never shown.
pub fn use_directory(
    writing: RwSignal<MailWriting>,
    field: MailField,
    typing: RwSignal<Option<MailField>>,
) -> RwSignal<Found> {
    let (client, session) = (use_client(), use_session());
    let found = RwSignal::new(Found::Nothing);
    let query = Memo::new(move |_| {
        let is_typed = typing.get() == Some(field);
        let query = writing.with(|writing| writing.field(field).query().to_owned());
        let length = query.chars().count();
        (is_typed && (SHORTEST..=LONGEST_SEARCH).contains(&length)).then_some(query)
    });
    Effect::new(move |_| {
        let asked = query.get();
        // What was found for other words is nobody's any more.
        if found.with_untracked(|found| *found != Found::Nothing) {
            found.set(Found::Nothing);
        }
        let Some(asked) = asked else {
            return;
        };
        let client = client.clone();
        // Other words, or a page that goes, take it back.
        spawn_local_scoped_with_cancellation(async move {
            deadline::pause(REST).await;
            let answer = api::mail_writing::directory(&client, &asked).await;
            if let Err(error) = &answer {
                session.was_refused(error);
            }
            let known = answer.map_or(Found::Failed, |it| Found::People(it.people, it.more));
            let _ = found.try_set(known);
        });
    });
    found
}
