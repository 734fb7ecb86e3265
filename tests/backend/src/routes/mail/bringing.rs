//! `POST /mail/attachments`: a file for a message, brought before it, with the name under which others see it.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::once::{Key, once};
use crate::problem::Refusal;
use crate::routes::mail::files::is_media_type;
use crate::routes::mail::is_offered;
use crate::routes::mail::told::is_hidden;
use crate::store::mail::files::{self, New};
use crate::store::mail::limits::LARGEST_FILE;
use crate::upload::Upload;
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use nomade::contract::mail::{LONGEST_MAIL_NAME, MailAttachment};
use nomade::contract::operation::OperationResource;
use nomade::contract::problem::ProblemCode;
use std::convert::Infallible;
use std::sync::Arc;

/// What is made to run on the machine of whoever opens it.
const RUNS: [&str; 16] = [
    "application/hta",
    "application/java-archive",
    "application/javascript",
    "application/vnd.microsoft.portable-executable",
    "application/x-bat",
    "application/x-dosexec",
    "application/x-executable",
    "application/x-javascript",
    "application/x-ms-shortcut",
    "application/x-msdos-program",
    "application/x-msdownload",
    "application/x-msi",
    "application/x-sh",
    "application/xhtml+xml",
    "text/html",
    "text/javascript",
];

/// The name of a file that is brought, or why it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(Result<String, &'static str>);

impl<S: Sync> FromRequestParts<S> for Name {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let mut values = parts.headers.get_all(header::CONTENT_DISPOSITION).iter();
        Ok(Self(match (values.next(), values.next()) {
            (None, _) => Err("required"),
            (Some(value), None) => value.to_str().map_err(|_| "invalid").and_then(name),
            (Some(_), Some(_)) => Err("invalid"),
        }))
    }
}

/// Keeps a file for a message of the agent's, once for each key; without a message it is deleted after a day.
///
/// # Errors
/// `invalid_request` without a key; `invalid_fields` without a name; `unsupported_media_type`, `payload_too_large`;
/// `idempotency_conflict`; `signed_out`, `consent_required`, `module_off`.
pub async fn bring(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    key: Key,
    Name(name): Name,
    upload: Upload,
) -> Result<(StatusCode, Json<MailAttachment>), Refusal> {
    is_offered(&backend)?;
    let media_type = upload.media_type.to_ascii_lowercase();
    if !is_media_type(&media_type) || RUNS.contains(&media_type.as_str()) {
        return Err(ProblemCode::UnsupportedMediaType.into());
    }
    let name = name.map_err(|code| Refusal::fields(&[("name", code)]))?;
    let bytes = upload.read(LARGEST_FILE).await?;
    let said = [media_type.as_bytes(), name.as_bytes(), &bytes];
    let write = key.names_bytes(&backend.name_key, &said);
    let kept = super::write(&backend, &current, move |transaction, asking| {
        files::forget_unused(transaction, asking.now)?;
        let agent_id = &asking.agent().id;
        let id = once(transaction, agent_id, &write, asking.now, |connection| {
            let new = New {
                agent_id: Some(agent_id),
                name: &name,
                media_type: &media_type,
                size: bytes.len() as u64,
                bytes: Some(&bytes),
            };
            let (_, id) = files::add(connection, &new, asking.now)?;
            Ok(Ok((OperationResource::MailAttachment, id)))
        })?;
        let id = match id {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let found = files::brought(transaction, agent_id, &id)?;
        // What this key has brought was deleted with its message since: it brings nothing else.
        Ok(found.ok_or_else(|| ProblemCode::IdempotencyConflict.into()))
    });
    Ok((StatusCode::CREATED, Json(kept.await?)))
}

/// The name that `Content-Disposition: attachment; filename*=UTF-8''…` carries (RFC 6266, 8187), without the folders before it
/// and what can't be seen.
fn name(value: &str) -> Result<String, &'static str> {
    let mut parts = value.split(';').map(str::trim);
    if !parts
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("attachment"))
    {
        return Err("invalid");
    }
    let mut encoded = parts.filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim_end()
            .eq_ignore_ascii_case("filename*")
            .then_some(value.trim_start())
    });
    let (Some(encoded), None) = (encoded.next(), encoded.next()) else {
        return Err("required");
    };
    let decoded = decoded(encoded).ok_or("invalid")?;
    if decoded.chars().any(char::is_control) {
        return Err("invalid");
    }
    let last = decoded.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !is_hidden(*c)).collect();
    match name.trim() {
        "" | "." | ".." => Err("required"),
        name if name.chars().count() > LONGEST_MAIL_NAME => Err("too_long"),
        name => Ok(name.to_owned()),
    }
}

/// An extended value in UTF-8 (RFC 8187, 3.2.1).
fn decoded(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_language, encoded) = rest.split_once('\'')?;
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let (high, low) = (digit()?, digit()?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) => byte,
            _ => return None,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_can_be_read_of_the_last_part() {
        for (value, expected) in [
            ("attachment; filename*=UTF-8''plan.pdf", Ok("plan.pdf")),
            (
                "Attachment;filename*=utf-8'fr'Plan%20d%E2%80%99acc%C3%A8s.pdf",
                Ok("Plan d’accès.pdf"),
            ),
            (
                "attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan%3B.pdf",
                Ok("plan;.pdf"),
            ),
            (
                "attachment; filename*=UTF-8''..%2F..%5Cetc%2Fpasswd",
                Ok("passwd"),
            ),
            (
                "attachment; filename*=UTF-8''a%E2%80%AEfdp.exe",
                Ok("afdp.exe"),
            ),
            ("attachment; filename*=UTF-8''a%0D%0Ab", Err("invalid")),
            ("attachment; filename*=UTF-8''a%00", Err("invalid")),
            ("attachment; filename*=UTF-8''%FF", Err("invalid")),
            ("attachment; filename*=UTF-8''%4", Err("invalid")),
            ("attachment; filename*=UTF-8''%+1", Err("invalid")),
            ("attachment; filename*=UTF-8''a b", Err("invalid")),
            ("attachment; filename*=ISO-8859-1''a", Err("invalid")),
            ("attachment; filename*=a.pdf", Err("invalid")),
            ("attachment; filename=a.pdf", Err("required")),
            ("attachment; filename*=UTF-8''", Err("required")),
            ("attachment; filename*=UTF-8''..", Err("required")),
            ("attachment; filename*=UTF-8''%2F", Err("required")),
            (
                "attachment; filename*=UTF-8''a; filename*=UTF-8''b",
                Err("required"),
            ),
            ("inline; filename*=UTF-8''a", Err("invalid")),
            ("", Err("invalid")),
        ] {
            assert_eq!(name(value), expected.map(str::to_owned), "{value}");
        }
        let long = |count| format!("attachment; filename*=UTF-8''{}", "a".repeat(count));
        assert_eq!(name(&long(200)).map(|it| it.len()), Ok(200));
        assert_eq!(name(&long(201)), Err("too_long"));
    }
}
