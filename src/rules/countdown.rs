//! How much of a wait is left, and when that is spoken; knows no clock and no sentence.

/// Whoever listens hears of a wait every so many seconds: each second would drown everything else.
const SPOKEN_EVERY_S: u32 = 30;

/// A wait that the portal asked for, on the device's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    until_ms: i64,
    whole_s: u32,
}

impl Wait {
    /// A wait of `seconds` from `now_ms` (milliseconds since 1970, by the device).
    #[must_use]
    pub fn from(now_ms: i64, seconds: u32) -> Self {
        Self {
            until_ms: now_ms.saturating_add(i64::from(seconds).saturating_mul(1000)),
            whole_s: seconds,
        }
    }

    /// The same wait after the device's clock was put back by `back_ms`.
    #[must_use]
    pub fn put_back(self, back_ms: i64) -> Self {
        Self {
            until_ms: self.until_ms.saturating_sub(back_ms),
            ..self
        }
    }

    /// Whole seconds that are left at `now_ms`, rounded up; 0 when it is over. Counted from the end, so that a device
    /// that slept is right at once; never more than the whole.
    #[must_use]
    pub fn left_s(self, now_ms: i64) -> u32 {
        let left_ms = self.until_ms.saturating_sub(now_ms).max(0);
        let left_s = left_ms.saturating_add(999) / 1000;
        u32::try_from(left_s).unwrap_or(u32::MAX).min(self.whole_s)
    }
}

/// What is spoken while `left_s` seconds are left: the same words for half a minute.
#[must_use]
pub fn spoken_s(left_s: u32) -> u32 {
    left_s
        .div_ceil(SPOKEN_EVERY_S)
        .saturating_mul(SPOKEN_EVERY_S)
}

#[cfg(test)]
mod tests {
    use super::{Wait, spoken_s};

    #[test]
    fn what_is_left_is_counted_from_the_end() {
        let wait = Wait::from(1_000_000, 900);
        for (now_ms, left_s) in [
            (1_000_000, 900),
            (1_000_001, 900),
            (1_001_000, 899),
            (1_899_001, 1),
            (1_900_000, 0),
            (i64::MAX, 0),
            // The clock was put back.
            (0, 900),
            (i64::MIN, 900),
        ] {
            assert_eq!(wait.left_s(now_ms), left_s, "at {now_ms}");
        }
        assert_eq!(Wait::from(5, 0).left_s(5), 0);
        assert_eq!(Wait::from(i64::MAX, u32::MAX).left_s(0), u32::MAX);
    }

    #[test]
    fn a_clock_that_was_put_back_makes_nobody_wait_longer() {
        let wait = Wait::from(10_000_000, 900);
        assert_eq!(wait.put_back(3_600_000).left_s(10_100_000 - 3_600_000), 800);
    }

    #[test]
    fn words_change_every_half_minute_and_at_the_end() {
        for (left_s, said) in [(0, 0), (1, 30), (30, 30), (31, 60), (60, 60), (899, 900)] {
            assert_eq!(spoken_s(left_s), said, "{left_s}");
        }
        assert_eq!(spoken_s(u32::MAX), u32::MAX);
    }
}
