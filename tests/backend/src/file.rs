//! A file on its way out: whole or in one part (RFC 9110, section 14), in small pieces, and no longer than its reader may have
//! it; knows no resource.

use crate::content::Content;
use crate::problem::Refusal;
use crate::request::Query;
use crate::security::headers;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use http_range_header::{EndPosition, StartPosition, SyntacticallyCorrectRange};
use nomade::contract::documents::Purpose;
use nomade::contract::problem::ProblemCode;
use std::convert::Infallible;
use std::future::Future;
use std::io;

/// How much goes out at once.
const PIECE: usize = 64 * 1024;
/// After how many bytes it is asked again whether the reader may still have it.
const ASKED_AFTER: u64 = 1024 * 1024;

/// What a client asks of a file: what for, and which part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What for.
    pub purpose: Purpose,
    /// Nothing is read: only what stands in the head is wanted.
    pub is_head: bool,
    range: Option<SyntacticallyCorrectRange>,
    if_range: Option<HeaderValue>,
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Refusal;

    /// Ranges that are none, several, or of other units are no wish at all.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Ok(query) = Query::from_request_parts(parts, state).await;
        let purpose = match query.one("for") {
            Ok(Some("view")) => Purpose::View,
            Ok(None | Some("download")) => Purpose::Download,
            Ok(Some(_)) => return Err(Refusal::fields(&[("for", "invalid")])),
            Err(reason) => return Err(Refusal::fields(&[("for", reason)])),
        };
        Ok(Self::of(parts, purpose))
    }
}

/// What a client asks of a file that is only ever saved, whatever else its address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedToSave(pub Asked);

impl<S: Sync> FromRequestParts<S> for AskedToSave {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Asked::of(parts, Purpose::Download)))
    }
}

impl Asked {
    fn of(parts: &Parts, purpose: Purpose) -> Self {
        let is_head = parts.method == Method::HEAD;
        Self {
            purpose,
            is_head,
            // RFC 9110, 14.2: a range means something to GET alone.
            range: one(&parts.headers, &header::RANGE)
                .filter(|_| !is_head)
                .and_then(range),
            if_range: parts.headers.get(header::IF_RANGE).cloned(),
        }
    }
}

fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

fn range(text: &str) -> Option<SyntacticallyCorrectRange> {
    // The parser refuses a last part of no bytes; it is well written, and there is no such part.
    if text == "bytes=-0" {
        return Some(SyntacticallyCorrectRange {
            start: StartPosition::FromLast(0),
            end: EndPosition::LastByte,
        });
    }
    match http_range_header::parse_range_header(text).ok()?.ranges[..] {
        [range] => is_in_order(&range).then_some(range),
        _ => None,
    }
}

fn is_in_order(range: &SyntacticallyCorrectRange) -> bool {
    match (range.start, range.end) {
        (StartPosition::Index(start), EndPosition::Index(end)) => start <= end,
        _ => true,
    }
}

/// A file that its reader may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its bytes.
    pub content: Content,
    /// The media type that it is said to have.
    pub media_type: String,
    /// The name under which it is saved, without what tells its type: letters, digits and hyphens.
    pub name: String,
}

/// Which bytes go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// All of them, as if nothing had been said of a part.
    pub is_whole: bool,
    start: u64,
    end: u64,
}

impl Part {
    /// True when it is a file of its own in the journal, however soon after another: whoever saves a file asks for its first
    /// byte once, and then for what is missing.
    #[must_use]
    pub fn counts_always(&self, purpose: Purpose) -> bool {
        purpose == Purpose::Download && self.start == 0
    }
}

/// True for what browsers show by themselves; they save everything else.
#[must_use]
pub fn is_shown(media_type: &str) -> bool {
    let pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];
    ["application/pdf", "text/plain"].contains(&media_type) || pictures.contains(&media_type)
}

impl File {
    /// The part that is asked for.
    ///
    /// # Errors
    /// `range_not_satisfiable` with the length of the file.
    pub fn part(&self, asked: &Asked) -> Result<Part, Refusal> {
        let length = self.content.length();
        let whole = Part {
            is_whole: true,
            start: 0,
            end: length,
        };
        let is_fresh = asked
            .if_range
            .as_ref()
            .is_none_or(|tag| *tag == self.content.tag());
        let Some(range) = asked.range.filter(|_| is_fresh) else {
            return Ok(whole);
        };
        let (start, end) = match (range.start, range.end) {
            (StartPosition::FromLast(count), _) => (length - count.min(length), length),
            (StartPosition::Index(start), EndPosition::LastByte) => (start, length),
            (StartPosition::Index(start), EndPosition::Index(last)) => {
                (start, last.saturating_add(1).min(length))
            }
        };
        if start >= end {
            return Err(Refusal::new(ProblemCode::RangeNotSatisfiable).of_length(length));
        }
        Ok(Part {
            is_whole: false,
            start,
            end,
        })
    }

    /// The answer with that part. Before each further megabyte `still` says whether the reader may have it; when not, the
    /// answer breaks off there.
    pub fn answer<Still, Answer>(self, asked: &Asked, part: Part, still: Still) -> Response
    where
        Still: Fn() -> Answer + Send + 'static,
        Answer: Future<Output = bool> + Send,
    {
        let tag = self.content.tag();
        let length = self.content.length();
        let status = if part.is_whole {
            StatusCode::OK
        } else {
            StatusCode::PARTIAL_CONTENT
        };
        let mut response = if asked.is_head {
            status.into_response()
        } else {
            (status, in_pieces(self.content, part, still)).into_response()
        };
        let answer = response.headers_mut();
        answer.insert(header::CONTENT_LENGTH, (part.end - part.start).into());
        answer.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        let charset = if ["text/plain", "text/calendar"].contains(&self.media_type.as_str()) {
            "; charset=utf-8"
        } else {
            ""
        };
        let last = part.end.saturating_sub(1);
        let range = format!("bytes {}-{last}/{length}", part.start);
        let disposition = match asked.purpose {
            Purpose::View => "inline",
            Purpose::Download => "attachment",
        };
        let extension = extension(&self.media_type);
        for (name, value) in [
            (header::ETAG, Some(tag)),
            (header::CONTENT_RANGE, (!part.is_whole).then_some(range)),
            (
                header::CONTENT_TYPE,
                Some(format!("{}{charset}", self.media_type)),
            ),
            (
                header::CONTENT_DISPOSITION,
                Some(format!(
                    "{disposition}; filename=\"{}.{extension}\"",
                    self.name
                )),
            ),
        ] {
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                answer.insert(name, value);
            }
        }
        if asked.purpose == Purpose::View {
            headers::allow_own_frames(answer, self.media_type == "application/pdf");
        }
        response
    }
}

/// The body, made while it is read: what is held of it is one piece.
fn in_pieces<Still, Answer>(content: Content, part: Part, still: Still) -> Body
where
    Still: Fn() -> Answer + Send + 'static,
    Answer: Future<Output = bool> + Send,
{
    let begun = (content, still, part.start, part.start);
    let pieces = stream::unfold(Some(begun), move |state| async move {
        let (content, still, at, mut asked_at) = state?;
        if at >= part.end {
            return None;
        }
        if at - asked_at >= ASKED_AFTER {
            if !still().await {
                let lost = io::Error::from(io::ErrorKind::PermissionDenied);
                return Some((Err::<Bytes, _>(lost), None));
            }
            asked_at = at;
        }
        let most = usize::try_from(part.end - at).map_or(PIECE, |left| left.min(PIECE));
        let piece = content.part(at, most);
        let next = at + piece.len() as u64;
        Some((Ok(piece), Some((content, still, next, asked_at))))
    });
    Body::from_stream(pieces)
}

/// How the name of a file of that type ends.
fn extension(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "application/zip" => "zip",
        "application/vnd.oasis.opendocument.text" => "odt",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "text/calendar" => "ics",
        "text/plain" => "txt",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn file(length: u64) -> File {
        File {
            content: Content::filler(1, length),
            media_type: "application/pdf".to_owned(),
            name: "document".to_owned(),
        }
    }

    async fn asked(headers: &[(&str, &str)]) -> Asked {
        let mut request = Request::builder().uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        Asked::from_request_parts(&mut parts, &()).await.unwrap()
    }

    #[tokio::test]
    async fn each_range_gives_its_part_or_the_whole_or_nothing() {
        type Expected = Result<Option<(u64, u64)>, ()>;
        let cases: [(&str, Expected); 22] = [
            ("bytes=0-9", Ok(Some((0, 10)))),
            ("bytes=0-0", Ok(Some((0, 1)))),
            ("bytes=90-", Ok(Some((90, 100)))),
            ("bytes=99-99", Ok(Some((99, 100)))),
            ("bytes=90-5000", Ok(Some((90, 100)))),
            ("bytes=-10", Ok(Some((90, 100)))),
            // Longer than the file: all of it, as a part (RFC 9110, 14.1.2).
            ("bytes=-5000", Ok(Some((0, 100)))),
            ("bytes=0-18446744073709551615", Ok(Some((0, 100)))),
            ("bytes=100-", Err(())),
            ("bytes=100-200", Err(())),
            ("bytes=-0", Err(())),
            ("bytes=9-0", Ok(None)),
            ("bytes=0-1,5-6", Ok(None)),
            ("bytes=0-1,0-1", Ok(None)),
            ("bytes=", Ok(None)),
            ("bytes=-", Ok(None)),
            ("bytes=a-b", Ok(None)),
            ("bytes=+1-2", Ok(None)),
            ("bytes=99999999999999999999-", Ok(None)),
            ("pages=1-2", Ok(None)),
            ("0-9", Ok(None)),
            ("", Ok(None)),
        ];
        for (range, expected) in cases {
            let part = file(100).part(&asked(&[("range", range)]).await);
            let part = part.map(|it| (!it.is_whole).then_some((it.start, it.end)));
            assert_eq!(part.map_err(|_| ()), expected, "{range}");
        }
        let twice = asked(&[("range", "bytes=0-1"), ("range", "bytes=0-1")]).await;
        assert!(file(100).part(&twice).unwrap().is_whole);
        assert!(
            file(0)
                .part(&asked(&[("range", "bytes=0-")]).await)
                .is_err()
        );
        assert!(
            file(0)
                .part(&asked(&[("range", "bytes=-1")]).await)
                .is_err()
        );
        assert!(file(0).part(&asked(&[]).await).unwrap().is_whole);
    }

    #[tokio::test]
    async fn a_part_is_given_of_the_file_that_it_was_asked_of_and_of_no_other() {
        let tag = file(100).content.tag();
        let weak = format!("W/{tag}");
        let date = "Sun, 22 Nov 2026 17:42:00 GMT";
        for (if_range, is_whole) in [
            (tag.as_str(), false),
            (&weak, true),
            (date, true),
            ("\"another\"", true),
            ("", true),
        ] {
            let asked = asked(&[("range", "bytes=0-9"), ("if-range", if_range)]).await;
            assert_eq!(file(100).part(&asked).unwrap().is_whole, is_whole);
        }
        // A part that is not there does not matter where the file is another.
        let asked = asked(&[("range", "bytes=500-"), ("if-range", "\"another\"")]).await;
        assert!(file(100).part(&asked).unwrap().is_whole);
    }
}
