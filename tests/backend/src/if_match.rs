//! Which revision of an item a change is meant for (RFC 9110, 13.1.1); knows no item.

use crate::problem::Refusal;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use nomade::contract::problem::ProblemCode;

/// The longest header that is read.
const LONGEST: usize = 130;

/// The revisions that a change is meant for: usually one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IfMatch(Vec<String>);

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Refusal;

    /// `invalid_request` without one, and with `*`: whoever changes an item has read it.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let mut values = parts.headers.get_all(header::IF_MATCH).iter();
        let read = match (values.next(), values.next()) {
            (Some(value), None) => value.to_str().ok().and_then(tags),
            _ => None,
        };
        read.map(Self)
            .ok_or_else(|| ProblemCode::InvalidRequest.into())
    }
}

impl IfMatch {
    /// True when the change is meant for that revision.
    #[must_use]
    pub fn holds(&self, revision: &str) -> bool {
        self.0.iter().any(|it| it == revision)
    }
}

/// What stands in the strong tags of a list; a weak one is like no revision, because it names none exactly.
fn tags(text: &str) -> Option<Vec<String>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut tags = Vec::new();
    let mut rest = text.trim_matches([' ', '\t']);
    loop {
        let (is_weak, tag) = match rest.strip_prefix("W/") {
            Some(tag) => (true, tag),
            None => (false, rest),
        };
        let (tag, behind) = tag.strip_prefix('"')?.split_once('"')?;
        if !tag.bytes().all(|byte| matches!(byte, b'!' | b'#'..=b'~')) {
            return None;
        }
        if !is_weak {
            tags.push(tag.to_owned());
        }
        match behind.trim_start_matches([' ', '\t']) {
            "" => return Some(tags),
            behind => rest = behind.strip_prefix(',')?.trim_start_matches([' ', '\t']),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    async fn read(values: &[&str]) -> Option<IfMatch> {
        let mut request = Request::builder().uri("/");
        for value in values {
            request = request.header("if-match", *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        IfMatch::from_request_parts(&mut parts, &()).await.ok()
    }

    #[tokio::test]
    async fn a_change_is_meant_for_the_revisions_in_its_strong_tags() {
        for (value, expected) in [
            ("\"3\"", Some(true)),
            ("\"4\"", Some(false)),
            ("\"1\", \"3\"", Some(true)),
            ("\"1\" ,\t\"2\"", Some(false)),
            // It names a revision that is like the one, not the one.
            ("W/\"3\"", Some(false)),
            ("W/\"1\", \"3\"", Some(true)),
            ("\"\"", Some(false)),
            ("*", None),
            ("3", None),
            ("\"3", None),
            ("\"3\",", None),
            ("\"3\" \"3\"", None),
            ("\"3 \"", None),
            ("w/\"3\"", None),
            ("", None),
        ] {
            let read = read(&[value]).await;
            assert_eq!(read.map(|it| it.holds("3")), expected, "{value}");
        }
        assert_eq!(read(&[]).await, None);
        assert_eq!(read(&["\"3\"", "\"3\""]).await, None);
        let longest = format!("\"{}\"", "x".repeat(LONGEST - 2));
        assert!(read(&[&longest]).await.is_some());
        assert_eq!(read(&[&format!("{longest} ")]).await, None);
    }
}
