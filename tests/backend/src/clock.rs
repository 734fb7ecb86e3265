//! The one clock of the server, which tests may put forward; knows no sleeping and no time zone but Paris's.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use nomade::contract::instant::Instant;
use std::sync::atomic::{AtomicI64, Ordering};

/// A moment, without a wall clock.
pub type Moment = DateTime<Utc>;

/// The server's time: the machine's, moved by a distance that only tests change.
#[derive(Debug)]
pub struct Clock {
    start_ms: i64,
    offset_ms: AtomicI64,
}

impl Clock {
    /// A clock that shows `starts_at` now, or the time of the machine.
    #[must_use]
    pub fn new(starts_at: Option<Moment>) -> Self {
        let start_ms = starts_at.map_or(0, |start| (start - Utc::now()).num_milliseconds());
        Self {
            start_ms,
            offset_ms: AtomicI64::new(start_ms),
        }
    }

    /// The time now, to the millisecond.
    #[must_use]
    pub fn now(&self) -> Moment {
        let now = Utc::now() + TimeDelta::milliseconds(self.offset_ms.load(Ordering::SeqCst));
        DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
    }

    /// Moves the clock by whole seconds, back when they are negative.
    pub fn advance(&self, seconds: i64) {
        self.offset_ms
            .fetch_add(seconds.saturating_mul(1000), Ordering::SeqCst);
    }

    /// Takes every [`Clock::advance`] back.
    pub fn reset(&self) {
        self.offset_ms.store(self.start_ms, Ordering::SeqCst);
    }
}

/// `moment` as the contract writes it, with Paris's offset at that moment.
#[must_use]
pub fn in_paris(moment: Moment) -> Instant {
    moment
        .with_timezone(&chrono_tz::Europe::Paris)
        .fixed_offset()
        .into()
}

/// The day on the calendar of Paris.
#[must_use]
pub fn paris_date(moment: Moment) -> NaiveDate {
    moment.with_timezone(&chrono_tz::Europe::Paris).date_naive()
}

/// Whole seconds from `now` until `until`, rounded up and never below one, as `Retry-After` wants them.
#[must_use]
pub fn seconds_until(now: Moment, until: Moment) -> u32 {
    let seconds = (until - now).num_milliseconds().max(1) as u64;
    u32::try_from(seconds.div_ceil(1000)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_put_forward_and_reset_shows_its_first_time() {
        let start = DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default();
        let clock = Clock::new(Some(start));
        clock.advance(3600);
        assert_eq!((clock.now() - start).num_seconds(), 3600);
        clock.reset();
        assert_eq!((clock.now() - start).num_seconds(), 0);
    }

    #[test]
    fn instants_carry_the_offset_of_paris_in_winter_and_in_summer() {
        for (utc, expected) in [
            ("2026-11-22T17:42:00Z", "2026-11-22T18:42:00+01:00"),
            ("2026-07-14T17:42:00Z", "2026-07-14T19:42:00+02:00"),
        ] {
            let moment: Moment = utc.parse().unwrap_or_default();
            let fixed: DateTime<chrono::FixedOffset> = in_paris(moment).into();
            assert_eq!(fixed.to_rfc3339(), expected);
        }
    }

    #[test]
    fn a_wait_is_rounded_up_and_never_zero() {
        let now = Moment::default();
        assert_eq!(seconds_until(now, now), 1);
        assert_eq!(seconds_until(now, now + TimeDelta::milliseconds(1001)), 2);
        assert_eq!(seconds_until(now, now - TimeDelta::seconds(5)), 1);
    }
}
