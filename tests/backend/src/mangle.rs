//! True answers spoilt on their way: cut, broken, of other types; knows no fault's cause.

use axum::body::{Body, to_bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http_body_util::StreamBody;
use serde_json::{Value, json};
use std::time::Duration;

/// How long the beginning of a cut answer has to reach the client.
const CUT_AFTER: Duration = Duration::from_millis(50);

/// How a true answer is spoilt on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mangle {
    /// Cut, though its length was announced.
    Truncate,
    /// Half of it, as if it were all.
    Malformed,
    /// Sound JSON whose values are of other types.
    WrongType,
    /// Other bytes.
    Corrupt,
}

/// Spoils an answer that is to be spoilt, once it is complete.
pub async fn mangle(response: Response) -> Response {
    let Some(mangle) = response.extensions().get::<Mangle>().copied() else {
        return response;
    };
    let (mut parts, body) = response.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else {
        return (parts, Body::empty()).into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let body = match mangle {
        Mangle::Truncate => {
            parts
                .headers
                .insert(header::CONTENT_LENGTH, whole.len().into());
            cut(whole.slice(..whole.len() / 2))
        }
        Mangle::Malformed => Body::from(whole.slice(..whole.len() / 2)),
        Mangle::WrongType => match serde_json::from_slice(&whole) {
            Ok(value) => Body::from(serde_json::to_vec(&of_other_types(value)).unwrap_or_default()),
            Err(_) => Body::from(whole),
        },
        Mangle::Corrupt => Body::from(whole.iter().map(|byte| byte ^ 0x5a).collect::<Vec<u8>>()),
    };
    Response::from_parts(parts, body)
}

/// A body that breaks off after `beginning`, once that has gone out: what breaks at once is never sent at all.
fn cut(beginning: Bytes) -> Body {
    let sent = stream::iter([Ok(http_body::Frame::data(beginning))]);
    let lost = stream::once(async {
        tokio::time::sleep(CUT_AFTER).await;
        Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))
    });
    Body::new(StreamBody::new(sent.chain(lost)))
}

/// The same names with values that no reader expects there.
fn of_other_types(value: Value) -> Value {
    match value {
        Value::Null => json!([]),
        Value::Bool(flag) => json!(flag.to_string()),
        Value::Number(number) => json!(number.to_string()),
        Value::String(text) => json!(text.len()),
        Value::Array(items) => json!({ "items": items.len() }),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, of_other_types(value)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_types_are_other_everywhere() {
        let other = of_other_types(
            json!({ "a": "x", "b": 1, "c": true, "d": null, "e": [1], "f": { "g": "y" } }),
        );
        assert_eq!(
            other,
            json!({ "a": 1, "b": "1", "c": "true", "d": [], "e": { "items": 1 }, "f": { "g": 1 } })
        );
    }
}
