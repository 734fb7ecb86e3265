//! Which events a page of the journal shows: the kind, the days of Paris and the place after which it begins; knows no database.

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::request::{Query, day};
use crate::store::activity::{Filter, Place};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime};
use chrono_tz::Europe::Paris;
use nomade::contract::activity::ActivityKind;

/// Reads `kind`, `from`, `to` and `cursor`.
///
/// # Errors
/// `invalid_fields` with all that are wrong.
pub fn filter(query: &Query) -> Result<Filter, Refusal> {
    let mut wrong = Vec::new();
    let kind = read(query, "kind", kind, &mut wrong);
    let from = read(query, "from", day, &mut wrong);
    let to = read(query, "to", day, &mut wrong);
    let after = read(query, "cursor", place, &mut wrong);
    if !wrong.is_empty() {
        return Err(Refusal::fields(&wrong));
    }
    Ok(Filter {
        kind,
        from: from.and_then(beginning),
        until: to.and_then(|day| day.succ_opt()).and_then(beginning),
        after,
    })
}

fn read<T>(
    query: &Query,
    name: &'static str,
    meaning: fn(&str) -> Option<T>,
    wrong: &mut Vec<(&'static str, &'static str)>,
) -> Option<T> {
    match query.one(name) {
        Ok(None) => None,
        Ok(Some(text)) => {
            let read = meaning(text);
            if read.is_none() {
                wrong.push((name, "invalid"));
            }
            read
        }
        Err(reason) => {
            wrong.push((name, reason));
            None
        }
    }
}

fn kind(text: &str) -> Option<ActivityKind> {
    match text {
        "connection" => Some(ActivityKind::Connection),
        "view" => Some(ActivityKind::View),
        "download" => Some(ActivityKind::Download),
        "decision" => Some(ActivityKind::Decision),
        _ => None,
    }
}

/// The first moment of that day in Paris; none where moments are written with more than four digits of a year, and then
/// nothing is left out.
fn beginning(day: NaiveDate) -> Option<Moment> {
    let midnight = day.and_time(NaiveTime::MIN);
    let moment = midnight.and_local_timezone(Paris).earliest()?.to_utc();
    (0..=9999).contains(&moment.year()).then_some(moment)
}

/// As `cursor` takes it for what comes after.
pub fn cursor(place: Place) -> String {
    URL_SAFE_NO_PAD.encode(format!("{} {}", place.at.timestamp_millis(), place.seq))
}

fn place(text: &str) -> Option<Place> {
    let decoded = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let (at, seq) = decoded.split_once(' ')?;
    let place = Place {
        at: DateTime::from_timestamp_millis(at.parse().ok()?)?,
        seq: seq.parse().ok()?,
    };
    // One writing only: what reads like a cursor and was never given is refused too.
    ((0..=9999).contains(&place.at.year()) && cursor(place) == text).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caller::Caller;
    use crate::store::activity::{Deed, page, record};
    use crate::store::{Store, agents};
    use axum::extract::FromRequestParts;
    use axum::http::Request;
    use chrono::TimeDelta;
    use nomade::contract::activity::ActivityCode;

    async fn query(text: &str) -> Query {
        let request = Request::builder().uri(format!("/?{text}")).body(());
        let (mut parts, ()) = request.unwrap().into_parts();
        let Ok(query) = Query::from_request_parts(&mut parts, &()).await;
        query
    }

    /// The moments of the events that `text` lets through, of one event at each of `moments`.
    async fn shown(moments: &[String], text: &str) -> Vec<String> {
        let store = Store::open(":memory:".as_ref()).unwrap();
        let filter = filter(&query(text).await).unwrap();
        let caller = Caller {
            address: "192.0.2.1".to_owned(),
            browser: String::new(),
        };
        let role = &crate::seed::accounts::ROLES[0];
        let (day, zero) = (NaiveDate::default(), Moment::default());
        let account = role.account("a".to_owned(), String::new(), day, zero);
        let shown = store.call_now(|database| {
            agents::put(database, &account, &[7; 32])?;
            for at in moments {
                let deed = Deed {
                    code: ActivityCode::SignedIn,
                    at: at.parse().unwrap(),
                    caller: &caller,
                    session_id: None,
                    item: None,
                };
                record(database, "a", &deed)?;
            }
            page(database, ("a", ""), zero, &filter, 100)
        });
        let text = |at| {
            serde_json::to_value(at)
                .unwrap()
                .as_str()
                .unwrap()
                .to_owned()
        };
        shown
            .unwrap()
            .into_iter()
            .map(|(_, it)| text(it.at))
            .collect()
    }

    #[tokio::test]
    async fn a_day_goes_from_its_first_moment_in_paris_to_its_last() {
        // The days on which the clocks change have 25 hours and 23.
        for (day, first, last) in [
            (
                "2026-11-22",
                "2026-11-22T00:00:00+01:00",
                "2026-11-22T23:59:59.999+01:00",
            ),
            (
                "2026-10-25",
                "2026-10-25T00:00:00+02:00",
                "2026-10-25T23:59:59.999+01:00",
            ),
            (
                "2026-03-29",
                "2026-03-29T00:00:00+01:00",
                "2026-03-29T23:59:59.999+02:00",
            ),
        ] {
            let moment = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
            let near = [
                moment(first) - TimeDelta::milliseconds(1),
                moment(first),
                moment(last),
                moment(last) + TimeDelta::milliseconds(1),
            ]
            .map(|at| at.to_rfc3339());
            let in_it = shown(&near, &format!("from={day}&to={day}")).await;
            assert_eq!(in_it, [last, first]);
            let since = shown(&near, &format!("from={day}")).await;
            assert_eq!((since.len(), since.last().unwrap().as_str()), (3, first));
            let until = shown(&near, &format!("to={day}")).await;
            assert_eq!((until.len(), until[0].as_str()), (3, last));
        }
    }

    #[tokio::test]
    async fn both_hours_of_a_night_in_which_the_clocks_go_back_are_of_that_day_and_in_order() {
        let night = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"].map(str::to_owned);
        let filter = "from=2026-10-25&to=2026-10-25";
        let shown = shown(&night, filter).await;
        assert!(shown.iter().eq(night.iter().rev()), "{shown:?}");
    }

    #[test]
    fn only_a_cursor_that_was_given_is_read() {
        let given = Place {
            at: DateTime::from_timestamp_millis(1_795_000_000_123).unwrap(),
            seq: 12,
        };
        assert_eq!(place(&cursor(given)), Some(given));
        for nonsense in [
            "1795000000123 012",
            "1795000000123",
            "+1 2",
            "9999999999999999 1",
            "1 2 3",
        ] {
            assert_eq!(place(&URL_SAFE_NO_PAD.encode(nonsense)), None, "{nonsense}");
        }
        for nonsense in ["", "-1", "0", "AAAA", "é", "\0"] {
            assert_eq!(place(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        assert!(day("2026-11-22").is_some());
        for other in [
            "2026-11-2",
            "2026-02-30",
            " 2026-11-22",
            "+2026-11-22",
            "2026-11-22T00:00",
            "22/11/2026",
            "",
            "2026",
            "12026-11-22",
        ] {
            assert_eq!(day(other), None, "{other}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight_in_paris_whatever_the_season() {
        for (text, expected) in [
            ("2026-11-22", "2026-11-21T23:00:00+00:00"),
            ("2026-07-14", "2026-07-13T22:00:00+00:00"),
            ("2026-10-25", "2026-10-24T22:00:00+00:00"),
            ("2026-10-26", "2026-10-25T23:00:00+00:00"),
            ("2026-03-29", "2026-03-28T23:00:00+00:00"),
            ("2026-03-30", "2026-03-29T22:00:00+00:00"),
        ] {
            let begins = day(text).and_then(beginning).unwrap();
            assert_eq!(begins.to_rfc3339(), expected, "{text}");
        }
        // No moment there is: `from` leaves nothing out then.
        assert_eq!(day("0000-01-01").and_then(beginning), None);
    }
}
