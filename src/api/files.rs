//! Files, in whole or from where they broke off, each checked as it comes; knows no page and saves nothing.

use super::answer::{ApiError, read};
use super::client::{Client, Received as Answered, content_type};
use crate::browser::deadline::Deadline;
use crate::browser::download::{Body, Parts};
use crate::browser::{facts, file_facts};
use crate::contract::documents::Purpose;
use crate::contract::endpoint;
use crate::contract::problem::ProblemCode;
use crate::rules::file_check::{
    self, FileType, Found, HEAD, InvalidFile, bare, expected, found, type_said,
};
use crate::rules::file_preview::is_sent_to_be_shown;
use crate::rules::file_range::ContentRange;
use gloo_net::http::{Method, Response};
use std::time::Duration;

/// A file may take as long as it needs; one of which nothing comes for so long is given up.
const STALL: Duration = Duration::from_secs(30);

/// How often it is told how far it is.
const TOLD_EVERY_MS: i64 = 100;

/// A file, and what was said of it before it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOrder {
    /// Its path in the contract.
    pub path: String,
    /// The media type that it is said to have.
    pub media_type: String,
    /// The length that it is said to have.
    pub size: Option<u64>,
}

/// How far a file is, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many have come.
    pub received: u64,
    /// Of so many, where somebody said so.
    pub expected: Option<u64>,
}

/// A whole file that is what it was said to be.
#[derive(Debug)]
pub struct Received {
    /// Its bytes.
    pub parts: Parts,
    /// What it is.
    pub found: Found,
}

/// A part of a file that can be gone on with.
#[derive(Debug)]
pub struct Partial {
    parts: Parts,
    /// Of which content it is a part.
    etag: String,
}

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The call failed.
    Call(ApiError),
    /// It broke off.
    Cut(Progress),
    /// It is not the file that it was said to be.
    Invalid(InvalidFile),
}

/// A file that did not come, and what can be gone on with.
#[derive(Debug)]
pub struct Stopped {
    /// Why.
    pub why: FileError,
    /// What came, where the rest of it can be asked for.
    pub kept: Option<Box<Partial>>,
}

impl From<FileError> for Stopped {
    fn from(why: FileError) -> Self {
        Self { why, kept: None }
    }
}

impl From<InvalidFile> for Stopped {
    fn from(why: InvalidFile) -> Self {
        FileError::Invalid(why).into()
    }
}

/// Brings a file, from where `from` broke off when it is still the same, and tells how far it is. Dropping the future
/// gives it up.
///
/// # Errors
///
/// Why it did not come; a right that has ended leaves nothing to go on with.
pub async fn fetch(
    client: &Client,
    order: &FileOrder,
    purpose: Purpose,
    mut from: Option<Box<Partial>>,
    told: impl Fn(Progress),
) -> Result<Received, Stopped> {
    let mut deadline = Deadline::after(STALL);
    loop {
        let mut request = client.request(
            Method::GET,
            &endpoint::file(&order.path, purpose),
            deadline.signal(),
        );
        if let Some(Partial { parts, etag }) = from.as_deref() {
            request = request
                .header("Range", &format!("bytes={}-", parts.received()))
                .header("If-Range", etag);
        }
        let Ok(response) = request.send().await else {
            let why = FileError::Call(no_answer());
            return Err(Stopped { why, kept: from });
        };
        let offset = from.as_ref().map(|from| from.parts.received());
        match (response.status(), offset) {
            (200, _) => from = None,
            (206, Some(offset)) if goes_on(&response, offset, from.as_deref()) => {}
            // Another content by now, or a part that is not there: all of it anew.
            (206 | 416, Some(_)) => {
                from = None;
                deadline.prolong(STALL);
                continue;
            }
            _ => return Err(refused(response, from).await),
        }
        return take_in(response, order, from, deadline, told).await;
    }
}

/// What the beginning of a file says of it; `None` when it is not sent to be shown as that.
///
/// # Errors
///
/// Why it can't be shown.
pub async fn peek(client: &Client, order: &FileOrder) -> Result<Option<Found>, FileError> {
    let mut deadline = Deadline::after(STALL);
    let path = endpoint::file(&order.path, Purpose::View);
    let request = client
        .request(Method::GET, &path, deadline.signal())
        .header("Range", &format!("bytes=0-{}", HEAD - 1));
    let response = request.send().await;
    let response = response.map_err(|_| FileError::Call(no_answer()))?;
    if !matches!(response.status(), 200 | 206) {
        return Err(match refused(response, None).await.why {
            // There is no first byte.
            FileError::Call(ApiError::Refused(problem))
                if problem.code == ProblemCode::RangeNotSatisfiable =>
            {
                FileError::Invalid(InvalidFile::Empty)
            }
            why => why,
        });
    }
    let answered = media_type(&response, order)?;
    expected(order.size, length(&response), largest()).map_err(FileError::Invalid)?;
    let mut parts = Parts::default();
    if let Some(body) = response.body().as_ref().and_then(Body::of) {
        while parts.head().len() < HEAD {
            match body.next_into(&mut parts).await {
                Ok(true) => deadline.prolong(STALL),
                Ok(false) => break,
                Err(_) => return Err(FileError::Call(no_answer())),
            }
        }
    }
    if parts.received() == 0 {
        return Err(FileError::Invalid(InvalidFile::Empty));
    }
    let found = found(&[&order.media_type, &answered], parts.head());
    let found = found.map_err(FileError::Invalid)?;
    let disposition = header(&response, "content-disposition");
    Ok(Some(found).filter(|found| is_sent_to_be_shown(*found, &answered, disposition.as_deref())))
}

async fn take_in(
    response: Response,
    order: &FileOrder,
    from: Option<Box<Partial>>,
    mut deadline: Deadline,
    told: impl Fn(Progress),
) -> Result<Received, Stopped> {
    let answered = match media_type(&response, order) {
        Ok(answered) => answered,
        Err(why) => return Err(Stopped { why, kept: from }),
    };
    let said = [order.media_type.as_str(), answered.as_str()];
    let most = largest();
    let expected = expected(order.size, length(&response), most)?;
    let etag = header(&response, "etag").filter(|etag| etag.starts_with('"'));
    let mut parts = from.map(|from| from.parts).unwrap_or_default();
    let progress = |parts: &Parts| Progress {
        received: parts.received(),
        expected,
    };
    let cut = |parts: Parts| {
        let why = FileError::Cut(progress(&parts));
        let kept = etag.clone().filter(|_| parts.received() > 0);
        let kept = kept.map(|etag| Box::new(Partial { parts, etag }));
        Err(Stopped { why, kept })
    };
    told(progress(&parts));
    let (mut told_ms, mut is_checked) = (facts::reading().steady_ms, false);
    if let Some(body) = response.body().as_ref().and_then(Body::of) {
        loop {
            match body.next_into(&mut parts).await {
                Ok(true) => deadline.prolong(STALL),
                Ok(false) => break,
                Err(_) => return cut(parts),
            }
            file_check::going_on(parts.received(), expected, most)?;
            if !is_checked && parts.head().len() >= HEAD {
                found(&said, parts.head())?;
                is_checked = true;
            }
            let now_ms = facts::reading().steady_ms;
            if now_ms.saturating_sub(told_ms) >= TOLD_EVERY_MS {
                told_ms = now_ms;
                told(progress(&parts));
            }
        }
    }
    let received = parts.received();
    // Not every browser tells a body that broke off from one that ended.
    if expected.is_some_and(|expected| received < expected) {
        return cut(parts);
    }
    if received == 0 {
        file_check::at_end(received, expected, FileType::Unknown, &[])?;
    }
    let found = found(&said, parts.head())?;
    file_check::at_end(received, expected, found.file_type, &parts.tail())?;
    told(progress(&parts));
    Ok(Received { parts, found })
}

/// The media type that the answer has. A web page where a file is due is somebody's in between.
fn media_type(response: &Response, order: &FileOrder) -> Result<String, FileError> {
    let answered = bare(&content_type(response));
    let is_page = |media_type: &str| type_said(media_type) == FileType::WebPage;
    if is_page(&answered) && !is_page(&order.media_type) {
        return Err(FileError::Call(ApiError::Filtered));
    }
    Ok(answered)
}

/// So many bytes are taken in at most.
fn largest() -> u64 {
    file_check::largest(file_facts::is_touched())
}

/// The length of the whole file, where the answer says so.
fn length(response: &Response) -> Option<u64> {
    if response.status() == 206 {
        return ContentRange::read(&header(response, "content-range")?)?.total;
    }
    // Of what was compressed on the way, it is the length of something else.
    let is_plain = header(response, "content-encoding")
        .is_none_or(|encoding| encoding.eq_ignore_ascii_case("identity"));
    header(response, "content-length")
        .filter(|_| is_plain)?
        .parse()
        .ok()
}

/// True when the answer is the part that goes on with what is there.
fn goes_on(response: &Response, offset: u64, from: Option<&Partial>) -> bool {
    let range = header(response, "content-range").and_then(|range| ContentRange::read(&range));
    let is_next = range.is_some_and(|range| range.goes_on_from(offset));
    is_next && header(response, "etag").as_deref() == from.map(|from| from.etag.as_str())
}

fn header(response: &Response, name: &str) -> Option<String> {
    response.headers().get(name)
}

fn no_answer() -> ApiError {
    if facts::online() {
        ApiError::Unavailable { trace_id: None }
    } else {
        ApiError::Offline
    }
}

/// Why there is no file in an answer. What came before is kept while the right to it may still be there.
async fn refused(response: Response, from: Option<Box<Partial>>) -> Stopped {
    let error = match Answered::of(response).await {
        Ok(answered) => read(answered.answer()).err(),
        Err(_) => Some(no_answer()),
    };
    let error = error.unwrap_or(ApiError::Unreadable);
    let is_passing = matches!(
        error,
        ApiError::Offline
            | ApiError::Filtered
            | ApiError::Unavailable { .. }
            | ApiError::Limited { .. }
    );
    Stopped {
        why: FileError::Call(error),
        kept: from.filter(|_| is_passing),
    }
}
