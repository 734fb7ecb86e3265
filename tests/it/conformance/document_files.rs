//! Files of documents and payslips: whole, in parts, and what the journal says of them; prints no title.

use super::activity_deeds::newest;
use super::backend::{Backend, Need};
use super::documents::all;
use super::payslips::{all as payslips, text};
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::documents::Purpose;
use nomade::contract::endpoint::{document_content, file, payslip_document};

const AGENT: &[Need] = &[
    Need::Role("agent"),
    Need::Module("documents"),
    Need::Module("payslips"),
];
const JOURNAL: &[Need] = &[
    Need::Role("agent"),
    Need::Module("documents"),
    Need::Module("payslips"),
    Need::Module("activity"),
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a file has the length that the list says and its bytes are the same each time",
        expects: "200 with `size` bytes, the same ETag and bytes again",
        needs: AGENT,
        run: whole,
    },
    Check {
        says: "a part of a file is those bytes",
        expects: "206 with Content-Range, the same ETag, for a first, a middle, a last part and one longer than the file",
        needs: AGENT,
        run: parts,
    },
    Check {
        says: "a part that is not there is refused with the length",
        expects: "416 range_not_satisfiable, Content-Range: bytes */N",
        needs: AGENT,
        run: not_there,
    },
    Check {
        says: "a part of another file than the one that was begun gives the whole",
        expects: "206 with If-Range as told, 200 with a stale or weak one",
        needs: AGENT,
        run: stale,
    },
    Check {
        says: "a range that is no single range of bytes gives the whole",
        expects: "200 for several ranges, other units and nonsense",
        needs: AGENT,
        run: no_range,
    },
    Check {
        says: "a file that is shown in parts is one event, and one that is saved whole is one each time",
        expects: "document_viewed once, document_downloaded twice; payslip_viewed and payslip_downloaded alike",
        needs: JOURNAL,
        run: events,
    },
    Check {
        says: "a file is read by its agent in a session, and by nobody else",
        expects: "401 signed_out, and with a part too",
        needs: AGENT,
        run: signed_out,
    },
];

/// A file of moderate length, of a payslip or of a document.
pub struct Sample {
    pub path: String,
    pub title: String,
    size: Option<u64>,
}

/// The newest payslip's, and those of a few documents of several types.
pub fn samples(visitor: &Visitor<'_>) -> Result<Vec<Sample>, Fault> {
    let mut samples = vec![Sample {
        path: payslip_document(text(&payslips(visitor)?[0], "id")),
        title: String::new(),
        size: None,
    }];
    let mut types = Vec::new();
    for document in all(visitor)? {
        let (size, media_type) = (document["size"].as_u64(), document["media_type"].clone());
        if size.is_some_and(|size| (100..5_000_000).contains(&size)) && !types.contains(&media_type)
        {
            types.push(media_type);
            samples.push(Sample {
                path: document_content(text(&document, "id")),
                title: text(&document, "title").to_owned(),
                size,
            });
        }
    }
    if types.is_empty() {
        return Err(Fault::NothingToSee(
            "no document of moderate length".to_owned(),
        ));
    }
    samples.truncate(6);
    Ok(samples)
}

pub fn ok(answer: Answer, status: u16) -> Result<Answer, Fault> {
    ensure(answer.status == status, || answer.brief())?;
    Ok(answer)
}

pub fn shown(visitor: &Visitor<'_>, path: &str) -> Result<Answer, Fault> {
    ok(visitor.get(&file(path, Purpose::View))?, 200)
}

pub fn ranged(
    visitor: &Visitor<'_>,
    path: &str,
    headers: &[(&str, &str)],
) -> Result<Answer, Fault> {
    let path = file(path, Purpose::View);
    let mut call = visitor.call("GET", &path);
    for (name, value) in headers {
        call = call.header(name, value);
    }
    Ok(call.send()?)
}

fn whole(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let samples = samples(&visitor)?;
    for sample in &samples {
        let first = shown(&visitor, &sample.path)?;
        let again = ok(visitor.get(&sample.path)?, 200)?;
        let length = first.body.len();
        let told = first
            .header("content-length")
            .and_then(|it| it.parse().ok());
        ensure(
            sample.size.is_none_or(|size| size == length as u64) && told == Some(length),
            || format!("{length} bytes, {:?} said, {told:?} announced", sample.size),
        )?;
        ensure(
            first.body == again.body && first.header("etag") == again.header("etag"),
            || "other bytes, or another ETag, the second time".to_owned(),
        )?;
    }
    Ok(format!("{} files, twice each", samples.len()))
}

fn parts(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let samples = samples(&visitor)?;
    for sample in &samples {
        let whole = shown(&visitor, &sample.path)?;
        let length = whole.body.len();
        for (range, start, end) in [
            ("bytes=0-0".to_owned(), 0, 1),
            ("bytes=10-59".to_owned(), 10, 60),
            (format!("bytes={}-", length - 7), length - 7, length),
            ("bytes=-20".to_owned(), length - 20, length),
            (format!("bytes=50-{}", length + 1_000), 50, length),
            (format!("bytes=-{}", length + 1_000), 0, length),
        ] {
            let part = ranged(&visitor, &sample.path, &[("range", &range)])?;
            let told = format!("bytes {start}-{}/{length}", end - 1);
            let kept = part.status == 206
                && part.body == whole.body[start..end]
                && part.header("content-range") == Some(told.as_str())
                && part.header("etag") == whole.header("etag");
            ensure(kept, || {
                format!(
                    "{range} of {length}: {}, {} bytes, {:?}",
                    part.brief(),
                    part.body.len(),
                    part.header("content-range")
                )
            })?;
        }
    }
    Ok(format!("206 for 6 parts of {} files", samples.len()))
}

fn not_there(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let mut seen = String::new();
    for sample in samples(&visitor)? {
        let length = shown(&visitor, &sample.path)?.body.len();
        for range in [
            format!("bytes={length}-"),
            format!("bytes={}-{}", length + 1, length + 2),
        ] {
            let answer = ranged(&visitor, &sample.path, &[("range", &range)])?;
            let told = answer
                .header("content-range")
                .unwrap_or_default()
                .to_owned();
            ensure(
                answer.brief() == "416 range_not_satisfiable"
                    && told == format!("bytes */{length}"),
                || format!("{range} of {length}: {}, `{told}`", answer.brief()),
            )?;
            seen = format!("{}, {told}", answer.brief());
        }
    }
    Ok(seen)
}

fn stale(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for sample in samples(&visitor)? {
        let whole = shown(&visitor, &sample.path)?;
        let tag = whole.header("etag").unwrap_or_default().to_owned();
        let weak = format!("W/{tag}");
        for (if_range, status) in [(tag.as_str(), 206), ("\"another\"", 200), (&weak, 200)] {
            let headers = [("range", "bytes=0-9"), ("if-range", if_range)];
            let answer = ranged(&visitor, &sample.path, &headers)?;
            let length = if status == 206 { 10 } else { whole.body.len() };
            ensure(
                answer.status == status && answer.body.len() == length,
                || {
                    format!(
                        "If-Range {if_range}: {}, {} bytes",
                        answer.brief(),
                        answer.body.len()
                    )
                },
            )?;
        }
    }
    Ok("206 as told, 200 stale and weak".to_owned())
}

fn no_range(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for sample in samples(&visitor)? {
        let length = shown(&visitor, &sample.path)?.body.len();
        for range in [
            "bytes=0-1,4-5",
            "lines=0-1",
            "bytes=5-1",
            "bytes=a-b",
            "nonsense",
        ] {
            let answer = ranged(&visitor, &sample.path, &[("range", range)])?;
            ensure(answer.status == 200 && answer.body.len() == length, || {
                format!("{range}: {}, {} bytes", answer.brief(), answer.body.len())
            })?;
        }
    }
    Ok("200 with the whole".to_owned())
}

fn events(backend: &Backend) -> Seen {
    let mut seen = Vec::new();
    for (kind, code) in [("document", "document"), ("payslip", "payslip")] {
        let visitor = backend.signed_in("agent")?;
        let path = if kind == "payslip" {
            payslip_document(text(&payslips(&visitor)?[0], "id"))
        } else {
            let documents = all(&visitor)?;
            let small = documents
                .iter()
                .find(|it| it["size"].as_u64() < Some(5_000_000));
            document_content(small.map_or("", |it| text(it, "id")))
        };
        for range in ["bytes=0-9", "bytes=10-19", "bytes=0-"] {
            ok(ranged(&visitor, &path, &[("range", range)])?, 206)?;
        }
        shown(&visitor, &path)?;
        ok(visitor.get(&path)?, 200)?;
        let saved = file(&path, Purpose::Download);
        ok(visitor.get(&saved)?, 200)?;
        // What is refused is no event.
        let nowhere = "bytes=9007199254740000-";
        ok(ranged(&visitor, &path, &[("range", nowhere)])?, 416)?;
        seen = newest(&visitor, "", 4)?;
        let expected = [
            format!("{code}_downloaded*"),
            format!("{code}_downloaded*"),
            format!("{code}_viewed*"),
            "signed_in*".to_owned(),
        ];
        ensure(seen == expected, || seen.join(", "))?;
    }
    Ok(seen.join(", "))
}

fn signed_out(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let samples = samples(&visitor)?;
    let stranger = backend.visitor();
    for sample in samples {
        let whole = stranger.get(&sample.path)?;
        let part = ranged(&stranger, &sample.path, &[("range", "bytes=0-9")])?;
        for answer in [whole, part] {
            ensure(answer.brief() == "401 signed_out", || answer.brief())?;
        }
    }
    Ok("401 signed_out".to_owned())
}
