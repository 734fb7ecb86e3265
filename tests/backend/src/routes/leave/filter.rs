//! Which requests and which days are asked for, and the cursors, which nobody else can make; knows no database.

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::request::{Query, day};
use crate::security::secret::keyed_digest;
use crate::store::leave::requests::Wanted;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate};
use nomade::contract::leave::ApprovalState;

/// How much of a cursor's seal stands in it.
const SEAL: usize = 16;

/// What reads and makes the cursors of one list of one agent: that of another agent, or with other filters, is none.
#[derive(Clone, Debug)]
pub struct Cursors<'a> {
    /// The key of the backend.
    pub key: &'a [u8],
    /// Whose list it is.
    pub agent_id: &'a str,
    /// The list, with its filters.
    pub list: String,
}

impl Cursors<'_> {
    fn seal(&self, place: &str) -> [u8; SEAL] {
        let parts = [
            b"cursor".as_slice(),
            self.agent_id.as_bytes(),
            self.list.as_bytes(),
            place.as_bytes(),
        ];
        let digest = keyed_digest(self.key, &parts);
        let mut seal = [0; SEAL];
        seal.copy_from_slice(&digest[..SEAL]);
        seal
    }

    fn write(&self, place: &str) -> String {
        let mut bytes = self.seal(place).to_vec();
        bytes.extend(place.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn read(&self, cursor: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (_, place) = bytes.split_first_chunk::<SEAL>()?;
        let place = String::from_utf8(place.to_vec()).ok()?;
        (self.write(&place) == cursor).then_some(place)
    }

    /// As `cursor` takes it for what comes behind that place.
    #[must_use]
    pub fn of_day(&self, (day, seq): (NaiveDate, i64)) -> String {
        self.write(&format!("{day} {seq}"))
    }

    /// The place of a cursor that was given for a day.
    #[must_use]
    pub fn day(&self, cursor: &str) -> Option<(NaiveDate, i64)> {
        let place = self.read(cursor)?;
        let (day, seq) = place.split_once(' ')?;
        Some((day.parse().ok()?, seq.parse().ok()?))
    }

    /// As `cursor` takes it for what comes behind that place.
    #[must_use]
    pub fn of_moment(&self, (at, seq): (Moment, i64)) -> String {
        self.write(&format!("{} {seq}", at.timestamp_millis()))
    }

    /// The place of a cursor that was given for a moment.
    #[must_use]
    pub fn moment(&self, cursor: &str) -> Option<(Moment, i64)> {
        let place = self.read(cursor)?;
        let (at, seq) = place.split_once(' ')?;
        let at = DateTime::from_timestamp_millis(at.parse().ok()?)?;
        Some((at, seq.parse().ok()?))
    }
}

/// Reads parameters and remembers all that are wrong.
struct Parameters<'a> {
    query: &'a Query,
    wrong: Vec<(&'static str, &'static str)>,
}

impl<'a> Parameters<'a> {
    fn of(query: &'a Query) -> Self {
        Self {
            query,
            wrong: Vec::new(),
        }
    }

    fn read<T>(
        &mut self,
        name: &'static str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.query.one(name).unwrap_or_else(|reason| {
            self.wrong.push((name, reason));
            None
        })?;
        let read = meaning(text);
        if read.is_none() {
            self.wrong.push((name, "invalid"));
        }
        read
    }

    fn required<T>(
        &mut self,
        name: &'static str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if self.query.one(name) == Ok(None) {
            self.wrong.push((name, "required"));
        }
        self.read(name, meaning)
    }

    fn done(self) -> Result<(), Refusal> {
        if self.wrong.is_empty() {
            Ok(())
        } else {
            Err(Refusal::fields(&self.wrong))
        }
    }
}

/// Reads `from` and `to`: at most so many days behind the first.
///
/// # Errors
/// `invalid_fields` with all that are wrong.
pub fn range(query: &Query, most: i64) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let mut parameters = Parameters::of(query);
    let from = parameters.required("from", day);
    let to = parameters.required("to", day);
    if let (Some(from), Some(to)) = (from, to) {
        match (to - from).num_days() {
            ..0 => parameters.wrong.push(("to", "before_start")),
            days if days > most => parameters.wrong.push(("to", "too_long")),
            _ => {}
        }
    }
    parameters.done()?;
    Ok((from.unwrap_or_default(), to.unwrap_or_default()))
}

/// Reads `year`, `state` and `cursor` of an agent's own list, with what makes the next cursor.
///
/// # Errors
/// `invalid_fields` with all that are wrong.
pub fn of_requests<'a>(
    query: &Query,
    (key, agent_id): (&'a [u8], &'a str),
) -> Result<(Wanted, Cursors<'a>), Refusal> {
    let mut parameters = Parameters::of(query);
    let year = parameters.read("year", |text| {
        let year = text.parse().ok()?;
        (text.len() == 4 && (1900..=9999).contains(&year)).then_some(year)
    });
    let state = parameters.read("state", |text| is_name(text).then(|| text.to_owned()));
    let cursors = Cursors {
        key,
        agent_id,
        list: format!("requests {year:?} {state:?}"),
    };
    let after = parameters.read("cursor", |text| cursors.day(text));
    parameters.done()?;
    let wanted = Wanted { year, state, after };
    Ok((wanted, cursors))
}

/// Which page of what somebody validates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approvals {
    /// Of what waits, behind that place.
    Waiting(Option<(NaiveDate, i64)>),
    /// Of what was decided, behind that place.
    Decided(Option<(Moment, i64)>),
}

/// Reads `state` and `cursor` of what somebody validates, with what makes the next cursor.
///
/// # Errors
/// `invalid_fields` with all that are wrong.
pub fn of_approvals<'a>(
    query: &Query,
    (key, agent_id): (&'a [u8], &'a str),
) -> Result<(Approvals, Cursors<'a>), Refusal> {
    let mut parameters = Parameters::of(query);
    let state = parameters.read("state", |text| match text {
        "waiting" => Some(ApprovalState::Waiting),
        "decided" => Some(ApprovalState::Decided),
        _ => None,
    });
    let state = state.unwrap_or_default();
    let cursors = Cursors {
        key,
        agent_id,
        list: format!("approvals {state:?}"),
    };
    let page = match state {
        ApprovalState::Waiting => {
            Approvals::Waiting(parameters.read("cursor", |text| cursors.day(text)))
        }
        ApprovalState::Decided => {
            Approvals::Decided(parameters.read("cursor", |text| cursors.moment(text)))
        }
    };
    parameters.done()?;
    Ok((page, cursors))
}

/// The form of a state's name; there may be no such state.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.len() <= 32
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::FromRequestParts;
    use axum::http::Request;

    async fn query(text: &str) -> Query {
        let request = Request::builder().uri(format!("/?{text}")).body(());
        let (mut parts, ()) = request.unwrap().into_parts();
        let Ok(query) = Query::from_request_parts(&mut parts, &()).await;
        query
    }

    #[test]
    fn only_a_cursor_that_was_given_is_read_and_only_where_it_was_given() {
        let cursors = |agent_id, list: &str| Cursors {
            key: b"key",
            agent_id,
            list: list.to_owned(),
        };
        let place = ("2026-12-24".parse().unwrap(), 42);
        let given = cursors("a", "requests").of_day(place);
        assert_eq!(cursors("a", "requests").day(&given), Some(place));
        assert_eq!(cursors("b", "requests").day(&given), None);
        assert_eq!(cursors("a", "requests 2026").day(&given), None);
        let other = Cursors {
            key: b"another",
            ..cursors("a", "requests")
        };
        assert_eq!(other.day(&given), None);
        for nonsense in [
            "",
            "-1",
            "0",
            "AAAA",
            "é",
            "\0",
            &format!("{given}="),
            &"A".repeat(500),
        ] {
            assert_eq!(cursors("a", "requests").day(nonsense), None, "{nonsense}");
        }
        let at = ("2026-11-22T17:42:00.5Z".parse().unwrap(), 7);
        let given = cursors("a", "approvals").of_moment(at);
        assert_eq!(cursors("a", "approvals").moment(&given), Some(at));
        assert!(given.len() <= 512);
    }

    #[tokio::test]
    async fn days_are_in_their_order_and_not_too_many() {
        for (text, expected) in [
            ("from=2026-12-01&to=2026-12-31", None),
            ("from=2026-12-01&to=2026-12-01", None),
            ("from=2026-12-01&to=2027-02-01", None),
            ("from=2026-12-01&to=2027-02-02", Some(("to", "too_long"))),
            (
                "from=2026-12-01&to=2026-11-30",
                Some(("to", "before_start")),
            ),
            ("from=2027-02-29&to=2027-03-01", Some(("from", "invalid"))),
            ("from=2026-12-1&to=2027-03-01", Some(("from", "invalid"))),
            ("from=2026-12-01&to=%2B10000-01-01", Some(("to", "invalid"))),
            ("from=2026-12-01", Some(("to", "required"))),
            (
                "from=2026-12-01&to=2026-12-02&to=2026-12-03",
                Some(("to", "repeated")),
            ),
        ] {
            let read = range(&query(text).await, 62);
            let expected = expected.map(|field| Refusal::fields(&[field]));
            assert_eq!(read.err(), expected, "{text}");
        }
    }

    #[tokio::test]
    async fn years_and_states_are_read_by_their_form() {
        for (text, field) in [
            ("", None),
            ("year=2026&state=pending", None),
            ("state=of_a_newer_contract", None),
            ("year=1899", Some("year")),
            ("year=02026", Some("year")),
            ("year=+202", Some("year")),
            ("state=Pending", Some("state")),
            ("state=", Some("state")),
            ("cursor=", Some("cursor")),
            ("year=2026&year=2027", Some("year")),
        ] {
            let query = query(text).await;
            let read = of_requests(&query, (b"key", "a"));
            assert_eq!(read.is_err(), field.is_some(), "{text}");
        }
        let state = |text: &'static str| async move {
            let query = query(text).await;
            of_approvals(&query, (b"key", "a")).map(|it| it.0).ok()
        };
        assert_eq!(state("").await, Some(Approvals::Waiting(None)));
        assert_eq!(state("state=decided").await, Some(Approvals::Decided(None)));
        assert_eq!(state("state=other").await, None);
    }
}
