//! A moment as the contract writes it; knows both the instant and the wall clock that the server meant.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// An instant with the wall clock of its offset (RFC 3339, `2026-11-22T18:42:00+01:00`).
///
/// The wall clock is what is shown, whatever the zone of the device; the instant is what is counted with.
/// Two instants are equal when they are the same moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(DateTime<FixedOffset>);

impl Instant {
    /// What the clock on the wall shows at that offset.
    #[must_use]
    pub fn wall_clock(self) -> NaiveDateTime {
        self.0.naive_local()
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn milliseconds(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// How long after `earlier` this is; negative when it is before.
    #[must_use]
    pub fn since(self, earlier: Self) -> TimeDelta {
        self.0.signed_duration_since(earlier.0)
    }
}

impl From<DateTime<FixedOffset>> for Instant {
    fn from(moment: DateTime<FixedOffset>) -> Self {
        Self(moment)
    }
}

impl From<Instant> for DateTime<FixedOffset> {
    fn from(instant: Instant) -> Self {
        instant.0
    }
}
