//! Leave as a calendar file (RFC 5545): one event over whole days, which says that it is leave and no more; knows no calendar.
//!
//! Written by hand: it is nine lines, and the crates that write them bring a reader of the whole standard besides.

use crate::clock::Moment;
use crate::leave::words::half_days;
use nomade::contract::leave::{LeavePeriod, LeaveState};

/// The media type of the file.
pub const MEDIA_TYPE: &str = "text/calendar";
/// The most bytes of a line, without its end.
const LINE: usize = 75;

/// The file of a request, the same bytes as long as its state is the same: its `UID` and its moment are those of the request.
#[must_use]
pub fn write(id: &str, period: &LeavePeriod, state: LeaveState, asked_at: Moment) -> String {
    let status = match state {
        LeaveState::Pending => "TENTATIVE",
        _ => "CONFIRMED",
    };
    let halves = half_days(period);
    let summary = if halves.is_empty() {
        "Congé".to_owned()
    } else {
        format!("Congé ({halves})")
    };
    // The day behind the last: an event ends before it (3.6.1).
    let end = period.to.succ_opt().unwrap_or(period.to);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//IntraParis Nomade//Leave//FR".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{id}@nomade"),
        format!("DTSTAMP:{}", asked_at.format("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", period.from.format("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("STATUS:{status}"),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// A text as a value (3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A line with its end; where it is too long it goes on behind a blank, between two characters (3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(character);
        length += character.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::half_days::tests::period;

    fn file(from: &str, to: &str) -> String {
        let at = "2026-11-22T18:51:02+01:00".parse().unwrap();
        write("l_7pRt", &period(from, to), LeaveState::Approved, at)
    }

    #[test]
    fn leave_is_an_event_over_its_whole_days_and_ends_before_the_next() {
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//IntraParis Nomade//Leave//FR\r\nBEGIN:VEVENT\r\n\
            UID:l_7pRt@nomade\r\nDTSTAMP:20261122T175102Z\r\nDTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270105\r\n\
            SUMMARY:Congé (jusqu’à midi le dernier jour)\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(file("2026-12-28", "2027-01-04am"), expected);
        let waits = write(
            "l_7pRt",
            &period("2026-12-28", "2026-12-28"),
            LeaveState::Pending,
            "2026-11-22T18:51:02+01:00".parse().unwrap(),
        );
        assert!(waits.contains("STATUS:TENTATIVE\r\n"));
        let whole = file("2028-02-29", "2028-02-29");
        assert!(whole.contains("DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n"));
        assert!(whole.contains("SUMMARY:Congé\r\n"));
    }

    #[test]
    fn no_line_is_longer_than_readers_take_and_none_is_cut_within_a_character() {
        let long = file("2026-12-28pm", "2027-01-04am");
        assert!(long.contains("\r\n "));
        assert!(long.split("\r\n").all(|line| line.len() <= LINE));
        let unfolded = long.replace("\r\n ", "");
        let said = "Congé (à partir de midi le premier jour\\, jusqu’à midi le dernier jour)";
        assert!(unfolded.contains(said), "{unfolded}");
        let exact = format!("{}é", "x".repeat(LINE - 1));
        assert_eq!(
            folded(&exact),
            format!("{}\r\n é\r\n", "x".repeat(LINE - 1))
        );
    }
}
