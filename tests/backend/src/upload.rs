//! A file that a client sends as a body, read within limits of length and of time; knows no resource.

use crate::problem::Refusal;
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use bytes::Bytes;
use http_body_util::BodyExt;
use nomade::contract::problem::ProblemCode;
use std::time::Duration;

/// How long a client may send nothing.
const SILENCE: Duration = Duration::from_secs(15);
/// How long the whole may take: twenty-five megabytes over a slow mobile network.
pub const WHOLE: Duration = Duration::from_secs(1500);

/// A body that has not been read, and what it is said to be.
#[derive(Debug)]
pub struct Upload {
    /// Its media type, without parameters and as it was sent; empty without one.
    pub media_type: String,
    length: Option<usize>,
    body: Body,
}

impl<S: Sync> FromRequest<S> for Upload {
    type Rejection = Refusal;

    /// Never refuses: what is said of a body is judged by who reads it.
    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        Ok(Self {
            media_type: media_type(request.headers()),
            length: announced(request.headers()),
            body: request.into_body(),
        })
    }
}

fn media_type(headers: &HeaderMap) -> String {
    let mut types = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (types.next(), types.next()) else {
        return String::new();
    };
    let essence = value.to_str().unwrap_or_default().split(';').next();
    essence.unwrap_or_default().trim().to_owned()
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    let length = headers.get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

impl Upload {
    /// All of its bytes. What is longer is given up as soon as that is known, often before it is sent.
    ///
    /// # Errors
    /// `payload_too_large` above `most` bytes; `invalid_request` when it breaks off or takes too long.
    pub async fn read(self, most: usize) -> Result<Bytes, Refusal> {
        if self.length.is_some_and(|length| length > most) {
            return Err(ProblemCode::PayloadTooLarge.into());
        }
        let late = |_| Refusal::of_status(StatusCode::REQUEST_TIMEOUT);
        let read = tokio::time::timeout(WHOLE, read(self.body, most, SILENCE));
        read.await.map_err(late)?
    }
}

async fn read(mut body: Body, most: usize, silence: Duration) -> Result<Bytes, Refusal> {
    let mut bytes = Vec::new();
    let late = |_| Refusal::of_status(StatusCode::REQUEST_TIMEOUT);
    while let Some(frame) = tokio::time::timeout(silence, body.frame())
        .await
        .map_err(late)?
    {
        let frame = frame.map_err(|_| Refusal::new(ProblemCode::InvalidRequest))?;
        let Ok(piece) = frame.into_data() else {
            continue;
        };
        if bytes.len() + piece.len() > most {
            return Err(ProblemCode::PayloadTooLarge.into());
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;

    async fn upload(request: axum::http::request::Builder, body: Body) -> Upload {
        let request = request.body(body).unwrap();
        Upload::from_request(request, &()).await.unwrap()
    }

    #[tokio::test]
    async fn a_file_is_read_up_to_its_limit_and_no_further() {
        let most = 10;
        for (length, expected) in [(0, true), (10, true), (11, false)] {
            let pieces = (0..length).map(|_| Ok::<_, std::io::Error>(Bytes::from_static(b"x")));
            let body = Body::from_stream(stream::iter(pieces));
            let read = upload(Request::builder(), body).await.read(most).await;
            let told = read.map(|bytes| bytes.len()).map_err(|it| it.code);
            let refused = Err(ProblemCode::PayloadTooLarge);
            assert_eq!(told, if expected { Ok(length) } else { refused });
        }
        // What says how long it is is not waited for.
        let announced = Request::builder().header("content-length", "11");
        let never = Body::from_stream(stream::pending::<Result<Bytes, std::io::Error>>());
        let refused = upload(announced, never).await.read(most).await;
        assert_eq!(refused.unwrap_err().code, ProblemCode::PayloadTooLarge);
    }

    #[tokio::test]
    async fn a_client_that_falls_silent_or_breaks_off_is_refused() {
        let never = Body::from_stream(stream::pending::<Result<Bytes, std::io::Error>>());
        let refused = read(never, 10, Duration::from_millis(5)).await;
        assert_eq!(refused.unwrap_err().status, StatusCode::REQUEST_TIMEOUT);
        let lost = stream::iter([Err::<Bytes, _>(std::io::Error::other("lost"))]);
        let broken = upload(Request::builder(), Body::from_stream(lost)).await;
        let refused = broken.read(10).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::InvalidRequest);
    }

    #[tokio::test]
    async fn its_type_is_what_one_header_says_without_parameters() {
        for (values, expected) in [
            (vec!["application/pdf"], "application/pdf"),
            (vec!["image/png; charset=utf-8"], "image/png"),
            (vec!["application/pdf", "image/png"], ""),
            (vec![], ""),
        ] {
            let mut request = Request::builder();
            for value in values {
                request = request.header("content-type", value);
            }
            let upload = upload(request, Body::empty()).await;
            assert_eq!(upload.media_type, expected);
        }
    }
}
