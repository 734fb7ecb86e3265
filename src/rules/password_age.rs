//! When a password's end is worth a word; knows no sentence and no clock but the server's.

use crate::contract::instant::Instant;

/// From so many days before the end on, the agent is told.
const TOLD_DAYS: i64 = 14;

/// How many days a password still has at `now`, once they are few: 0 on its last day, `None` while there are many.
///
/// Days are those of the wall clock that the portal writes, as people count them.
#[must_use]
pub fn days_left(now: Instant, expires_at: Instant) -> Option<u32> {
    let days = expires_at.wall_clock().date() - now.wall_clock().date();
    u32::try_from(days.num_days().max(0))
        .ok()
        .filter(|days| i64::from(*days) <= TOLD_DAYS)
}

#[cfg(test)]
mod tests {
    use super::days_left;
    use crate::contract::instant::Instant;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text)
            .unwrap_or_default()
            .into()
    }

    #[test]
    fn the_last_fortnight_is_told_in_days_of_the_wall_clock() {
        let now = at("2026-11-22T23:30:00+01:00");
        for (expires, days) in [
            ("2026-12-07T00:00:00+01:00", None),
            ("2026-12-06T23:59:00+01:00", Some(14)),
            ("2026-11-27T08:00:00+01:00", Some(5)),
            ("2026-11-23T00:10:00+01:00", Some(1)),
            ("2026-11-22T23:59:00+01:00", Some(0)),
            // Over, by a clock that went on meanwhile.
            ("2026-11-20T12:00:00+01:00", Some(0)),
        ] {
            assert_eq!(days_left(now, at(expires)), days, "{expires}");
        }
    }

    #[test]
    fn a_change_of_the_hour_makes_no_day_more_or_less() {
        let now = at("2026-03-28T12:00:00+01:00");
        assert_eq!(days_left(now, at("2026-03-30T12:00:00+02:00")), Some(2));
    }
}
