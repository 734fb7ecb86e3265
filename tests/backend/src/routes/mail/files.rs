//! `/mail/messages/{id}/attachments/{attachment}`: a file of a message, under a name that says a day and nothing of its own.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::paris_date;
use crate::content::Content;
use crate::content::recipe::{self, Owner};
use crate::file::{Asked, File};
use crate::guard::{Current, SignedIn};
use crate::problem::Refusal;
use crate::routes::documents::{is_still_open, may};
use crate::routes::mail::is_offered;
use crate::routes::mail::told::label;
use crate::store::activity::{self, Deed, Item};
use crate::store::documents::{Employment, Stored as StoredDocument};
use crate::store::mail::{files, messages};
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, FixedOffset, NaiveDate};
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::documents::{Document, DocumentSummary, Purpose};
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// The file, whole or in part; the journal says that it was viewed or downloaded.
///
/// # Errors
/// `not_found` when there is no such message of the agent, or it has no such file; `action_refused` to be saved from a shared
/// device; `range_not_satisfiable`; `signed_out`, `consent_required`, `module_off`.
pub async fn attachment(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path((id, attachment)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    let (message_id, file_id) = (id.clone(), attachment.clone());
    let found = super::read(&backend, &current, move |connection, asking| {
        let agent_id = &asking.agent().id;
        let Some(message) = messages::find(connection, agent_id, &message_id)? else {
            return Ok(None);
        };
        let file = files::find(connection, message.seq, &file_id)?;
        Ok(file.map(|file| (message.message.summary, file)))
    });
    let (summary, stored) = found.await?.ok_or(ProblemCode::NotFound)?;
    let media_type = served(&stored.told.media_type);
    may(&current.stored, asked.purpose, &media_type)?;
    let at: DateTime<FixedOffset> = summary.at.into();
    let day = paris_date(at.to_utc());
    let file = File {
        content: made(&backend, &current, stored, day).await?,
        media_type,
        name: format!("piece-jointe-{day}"),
    };
    let part = file.part(&asked)?;
    if !asked.is_head {
        let counts_always = part.counts_always(asked.purpose);
        let (purpose, message_id) = (asked.purpose, id.clone());
        let written = super::read(&backend, &current, move |connection, asking| {
            let deed = Deed {
                code: match purpose {
                    Purpose::View => ActivityCode::MailFileViewed,
                    Purpose::Download => ActivityCode::MailFileDownloaded,
                },
                at: asking.now,
                caller: &caller,
                session_id: Some(&asking.session.id),
                item: Some(Item {
                    kind: ActivityItemKind::MailMessage,
                    id: &message_id,
                    label: &label(&summary.subject),
                }),
            };
            activity::record_file(connection, &asking.agent().id, &deed, counts_always)
        });
        written.await?;
    }
    let still = move || {
        let (backend, session) = (backend.clone(), current.stored.clone());
        let (id, attachment) = (id.clone(), attachment.clone());
        async move {
            is_still_open(&backend, session, move |database, agent_id| {
                files::is_there(database, agent_id, (&id, &attachment))
            })
            .await
        }
    };
    Ok(file.answer(&asked, part, still))
}

/// The media type under which a file is told of and served: the one that its sender gave, if it reads like one.
pub(super) fn served(said: &str) -> String {
    let said = said.to_ascii_lowercase();
    if is_media_type(&said) {
        said
    } else {
        "application/octet-stream".to_owned()
    }
}

/// True for a type and a subtype, each a token (RFC 9110, 8.3.1), and no parameters.
pub(super) fn is_media_type(text: &str) -> bool {
    let is_token = |token: &str| {
        !token.is_empty()
            && token
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    text.len() <= 127
        && text
            .split_once('/')
            .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

/// The bytes; what has none of its own is drawn, off the threads that serve requests.
async fn made(
    backend: &Backend,
    current: &Current,
    stored: files::Stored,
    day: NaiveDate,
) -> Result<Content, Refusal> {
    let id = stored.told.id.clone();
    if let Some(bytes) = stored.bytes {
        return Ok(Content::of(bytes));
    }
    if let Some(content) = backend.kept.find(&id) {
        return Ok(content);
    }
    let owner = Owner {
        agent: current.stored.account.agent.clone(),
        employment: Employment {
            since: day,
            position: String::new(),
            paid: Vec::new(),
        },
    };
    let document = StoredDocument {
        document: Document {
            summary: DocumentSummary {
                id: id.clone(),
                title: stored.told.name,
                category: String::new(),
                issued_on: day,
                media_type: stored.told.media_type,
                size: stored.told.size,
                new: false,
            },
            issuer: String::new(),
            actions: Vec::new(),
        },
        recipe: recipe::name::PDF.to_owned(),
        bytes: None,
    };
    let made = tokio::task::spawn_blocking(move || recipe::make(&document, &owner)).await;
    let content = made
        .unwrap_or_else(|error| Err(error.to_string()))
        .map_err(|error| {
            tracing::error!(error, "a file could not be made");
            ProblemCode::InternalError
        })?;
    backend.kept.keep(&id, &content);
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_is_none_is_served_as_bytes() {
        let bytes = "application/octet-stream";
        for (said, expected) in [
            ("application/pdf", "application/pdf"),
            ("Image/PNG", "image/png"),
            ("text/html; charset=utf-8", bytes),
            ("text/html\r\nSet-Cookie: a=b", bytes),
            ("text", bytes),
            ("/", bytes),
            ("", bytes),
            ("text/плай", bytes),
        ] {
            assert_eq!(served(said), expected, "{said}");
        }
    }
}
