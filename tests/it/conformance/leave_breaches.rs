//! What the contract promises of leave in one answer, beyond what its document can state; knows no backend.

use super::payslips::text;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::Value;
use std::collections::BTreeMap;

pub fn day(value: &Value) -> NaiveDate {
    let day = value.as_str().unwrap_or_default().parse();
    day.unwrap_or_default()
}

fn list<'a>(value: &'a Value, field: &str) -> impl DoubleEndedIterator<Item = &'a Value> {
    value[field].as_array().into_iter().flatten()
}

/// The first promise of `GET /leave/balances` that this answer breaks.
pub fn of_balances(told: &Value) -> Option<String> {
    let mut kinds: Vec<&str> = Vec::new();
    let mut lapsed: BTreeMap<&str, &str> = BTreeMap::new();
    for right in list(told, "items") {
        let count = |field: &str| right[field].as_i64().unwrap_or_default();
        // Of what an event gives nothing is acquired, and nothing is left.
        if right["acquired"].is_null() != right["left"].is_null() {
            return Some(format!(
                "acquired without being left, or left without being acquired: {right}"
            ));
        }
        if !right["left"].is_null()
            && count("left") != count("acquired") - count("taken") - count("pending")
        {
            return Some(format!("{} is left: {right}", right["left"]));
        }
        let until = right["holds_until"].as_str().unwrap_or("9999-12-31");
        if until < text(right, "usable_from") {
            return Some(format!("it lapses before it can be used: {right}"));
        }
        let kind = text(right, "kind");
        // Of one kind, what lapses first is used up first.
        if lapsed
            .insert(kind, until)
            .is_some_and(|before| before > until)
        {
            return Some(format!(
                "not in the order in which they are used up: {kind}"
            ));
        }
        kinds.push(kind);
    }
    None
}

/// The public holidays of France in a year.
fn holidays(year: i32) -> Vec<NaiveDate> {
    let fixed = [
        (1, 1),
        (5, 1),
        (5, 8),
        (7, 14),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
    ];
    let fixed = fixed
        .into_iter()
        .filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day));
    // Gauss's way, another one than the reference backend's.
    let (a, b, c) = (year % 19, year % 4, year % 7);
    let k = year / 100;
    let m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30;
    let n = (4 + k - k / 4) % 7;
    let d = (19 * a + m) % 30;
    let e = (2 * b + 4 * c + 6 * d + n) % 7;
    let late = match (d, e, a) {
        (29, 6, _) => 7,
        (28, 6, 11..) => 7,
        _ => 0,
    };
    let march = NaiveDate::from_ymd_opt(year, 3, 22).unwrap_or_default();
    let easter = march + Days::new(u64::try_from(d + e - late).unwrap_or_default());
    fixed
        .chain([1, 39, 50].map(|days| easter + Days::new(days)))
        .collect()
}

/// The first promise of `GET /leave/days`, or of the days off of a calendar, that this answer breaks.
pub fn of_days(told: &Value, asked: (&str, &str)) -> Option<String> {
    if (text(told, "from"), text(told, "to")) != asked {
        return Some(format!("other days: {} to {}", told["from"], told["to"]));
    }
    let mut off = BTreeMap::new();
    let mut before = String::new();
    for entry in list(told, "days_off") {
        let on = text(entry, "on");
        if on <= before.as_str() || on < asked.0 || on > asked.1 {
            return Some(format!("{on} is out of its order, or was not asked for"));
        }
        before = on.to_owned();
        if entry["morning"] == false && entry["afternoon"] == false {
            return Some(format!("{on} is not off at all"));
        }
        off.insert(day(&entry["on"]), entry);
    }
    let (from, to) = (day(&told["from"]), day(&told["to"]));
    for on in from.iter_days().take_while(|it| *it <= to) {
        let is_holiday = holidays(on.year()).contains(&on);
        let is_weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
        if !is_holiday && !is_weekend {
            continue;
        }
        let Some(entry) = off.get(&on) else {
            return Some(format!("{on} is not off"));
        };
        let reason = text(entry, "reason");
        // A weekend may be closed as well, and a holiday comes before all other reasons.
        let fits = match is_holiday {
            true => reason == "holiday" && !entry["label"].is_null(),
            false => ["weekend", "closed", "holiday"].contains(&reason),
        };
        if !fits || entry["morning"] != true || entry["afternoon"] != true {
            return Some(format!("{on}: {entry}"));
        }
    }
    None
}

/// How many half-days of a period are worked, as the days off say.
pub fn worked(told: &Value, period: &Value) -> i64 {
    let off: BTreeMap<NaiveDate, (bool, bool)> = list(told, "days_off")
        .map(|it| {
            (
                day(&it["on"]),
                (it["morning"] == true, it["afternoon"] == true),
            )
        })
        .collect();
    let (from, to) = (day(&period["from"]), day(&period["to"]));
    from.iter_days()
        .take_while(|on| *on <= to)
        .map(|on| {
            let (morning, afternoon) = off.get(&on).copied().unwrap_or_default();
            let no_morning = morning || (on == from && period["from_noon"] == true);
            let no_afternoon = afternoon || (on == to && period["to_noon"] == true);
            i64::from(!no_morning) + i64::from(!no_afternoon)
        })
        .sum()
}

/// The first promise of a request that this one breaks, whoever reads it.
pub fn of_request(request: &Value) -> Option<String> {
    let (state, level) = (text(request, "state"), &request["level"]);
    if level["n"].as_i64() > level["of"].as_i64() {
        return Some(format!("level {level}"));
    }
    let trail: Vec<&Value> = list(request, "trail").collect();
    if trail.first().is_none_or(|it| it["deed"] != "asked") {
        return Some("its trail does not begin with being asked for".to_owned());
    }
    let at = |step: &&Value| {
        let at = chrono::DateTime::parse_from_rfc3339(text(step, "at"));
        at.unwrap_or_default()
    };
    if !trail.is_sorted_by_key(at) {
        return Some("its trail is not in the order of what happened".to_owned());
    }
    for step in &trail {
        let deed = text(step, "deed");
        let is_decision = [
            "approved",
            "refused",
            "cancellation_approved",
            "cancellation_refused",
        ]
        .contains(&deed);
        if is_decision && step["level"].is_null() {
            return Some(format!("{deed} at no level"));
        }
        if ["refused", "cancellation_refused"].contains(&deed) && step["reason"].is_null() {
            return Some(format!("{deed} without a reason"));
        }
        // Nobody validates their own leave.
        if is_decision && step["by"]["id"] == request["agent"]["id"] {
            return Some(format!("{deed} by whose leave it is"));
        }
    }
    let actions: Vec<&str> = list(request, "actions").filter_map(Value::as_str).collect();
    let has = |action: &str| actions.contains(&action);
    let decides = has("approve") || has("refuse");
    let waits = ["pending", "cancellation_pending"].contains(&state);
    let wrong = (has("cancel") && state != "pending")
        || (has("ask_cancellation") && state != "approved")
        || (decides && !waits)
        || (decides && (has("cancel") || has("ask_cancellation")))
        || (has("undo_decision") == request["undo_until"].is_null())
        || ((has("view_attachment") || has("download_attachment"))
            && request["attachment"].is_null());
    wrong.then(|| {
        format!(
            "{state} with {actions:?}, undo until {}",
            request["undo_until"]
        )
    })
}

/// The first promise of a calendar file that these bytes break, for leave of these days.
pub fn of_calendar_file(bytes: &[u8], period: &Value) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("it is no UTF-8".to_owned());
    };
    let Some(whole) = text.strip_suffix("\r\n") else {
        return Some("its last line does not end".to_owned());
    };
    if whole
        .split("\r\n")
        .any(|line| line.len() > 75 || line.contains(['\r', '\n']))
    {
        return Some("a line that is too long, or ends otherwise than with CRLF".to_owned());
    }
    let unfolded = whole.replace("\r\n ", "").replace("\r\n\t", "");
    let lines: Vec<&str> = unfolded.split("\r\n").collect();
    let count = |line: &str| lines.iter().filter(|it| **it == line).count();
    if lines.first() != Some(&"BEGIN:VCALENDAR") || lines.last() != Some(&"END:VCALENDAR") {
        return Some("it is no calendar".to_owned());
    }
    if count("BEGIN:VEVENT") != 1 || count("VERSION:2.0") != 1 {
        return Some("not one event of iCalendar 2.0".to_owned());
    }
    for name in ["PRODID:", "UID:", "DTSTAMP:", "SUMMARY:"] {
        if lines.iter().filter(|it| it.starts_with(name)).count() != 1 {
            return Some(format!("not one {name}"));
        }
    }
    // An event ends before its end (RFC 5545, 3.6.1): the day behind the last.
    let begins = day(&period["from"])
        .format("DTSTART;VALUE=DATE:%Y%m%d")
        .to_string();
    let end = day(&period["to"]) + Days::new(1);
    let ends = end.format("DTEND;VALUE=DATE:%Y%m%d").to_string();
    if count(&begins) != 1 || count(&ends) != 1 {
        return Some(format!("not {begins} and {ends}"));
    }
    None
}
