//! True answers spoilt on their way: cut, broken, of other types; knows no fault's cause.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http_body_util::StreamBody;
use serde_json::{Value, json};
use std::time::Duration;

/// How long the beginning of a cut answer has to reach the client.
const CUT_AFTER: Duration = Duration::from_millis(50);

/// In how many pieces a slow answer comes.
const PIECES: usize = 40;

/// How a true answer is spoilt on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mangle {
    /// Cut, though its length was announced.
    Truncate,
    /// Half of it, as if it were all.
    Malformed,
    /// Sound JSON whose values are of other types; any other file as plain text, which is no program.
    WrongType,
    /// Other bytes.
    Corrupt,
    /// Whole and sound, over so long a time.
    Slow(Duration),
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
    // A browser that kept the spoilt body as the sound one would never ask again.
    parts
        .headers
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
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
            Err(_) => {
                let plain = HeaderValue::from_static("text/plain");
                parts.headers.insert(header::CONTENT_TYPE, plain);
                Body::from(whole)
            }
        },
        Mangle::Corrupt => Body::from(whole.iter().map(|byte| byte ^ 0x5a).collect::<Vec<u8>>()),
        Mangle::Slow(time) => {
            parts
                .headers
                .insert(header::CONTENT_LENGTH, whole.len().into());
            dripping(&whole, time)
        }
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

/// A body that comes in equal pieces, spread evenly over `time`.
fn dripping(whole: &Bytes, time: Duration) -> Body {
    let piece = whole.len().div_ceil(PIECES).max(1);
    let pieces: Vec<Bytes> = (0..whole.len())
        .step_by(piece)
        .map(|start| whole.slice(start..whole.len().min(start + piece)))
        .collect();
    let pause = time / u32::try_from(pieces.len()).unwrap_or(1).max(1);
    Body::from_stream(stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(pause).await;
        Ok::<_, std::convert::Infallible>(piece)
    }))
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
