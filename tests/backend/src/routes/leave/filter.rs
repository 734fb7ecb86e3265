//! Which requests and which days are asked for; knows no database.

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::request::{Parameters, Query, day};
use crate::routes::cursors::Cursors;
use crate::store::leave::requests::Wanted;
use chrono::NaiveDate;
use nomade::contract::leave::ApprovalState;

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
            ..0 => parameters.refuse("to", "before_start"),
            days if days > most => parameters.refuse("to", "too_long"),
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
