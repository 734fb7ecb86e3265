//! When a session ends, and what is to be done about it now; knows no clock, no call and no page.

use crate::contract::instant::Instant;
use crate::contract::session::Session;

/// How far the device's two clocks may drift apart before neither is believed.
const DRIFT_MS: i64 = 3 * 1000;
/// Near the end the portal is asked again so often: another tab or device may have extended the session.
const ASK_EVERY_MS: i64 = 15 * 1000;
/// An answer as fresh as this is the last word.
const FRESH_MS: i64 = 5 * 1000;
/// A call that has brought nothing in this time was given up (`api/client.rs`).
const SETTLED_MS: i64 = 30 * 1000;
/// What other tabs say makes no more than one question in this time.
const SPACED_MS: i64 = 2 * 1000;
/// Who is at work for a while needs no call for every key.
const EXTEND_EVERY_MS: i64 = 60 * 1000;

/// What the device's clocks show: the one on the wall, which people and networks set, and the one that only runs, which
/// may stand still while the device sleeps. Both in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Since 1970.
    pub wall_ms: i64,
    /// Since some moment before the page.
    pub steady_ms: i64,
}

/// The end of a session as the portal told it: times that are left, counted from when it was asked, so that a device with
/// a wrong clock counts right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    idle_ms: i64,
    absolute_ms: i64,
    warn_before_ms: i64,
    ends_at: Instant,
    asked_at: Reading,
}

/// What the moment asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The warning, while the end is near.
    pub warning: Option<Warning>,
    /// Ask the portal how long the session still lasts.
    pub ask: bool,
    /// It is over.
    pub end: bool,
}

/// What is said as the end comes near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Whole seconds that are left, rounded up.
    pub left_s: u32,
    /// False when the session ends then whatever the agent does.
    pub can_be_extended: bool,
    /// The end, as the portal's clock on the wall shows it.
    pub ends_at: Instant,
}

impl Expiry {
    /// The end that an answer tells, which was asked for at `asked_at`; `None` when it tells of no session.
    ///
    /// The time that the answer took is taken off what is left: it is never later than the portal means.
    #[must_use]
    pub fn told(session: &Session, asked_at: Reading) -> Option<Self> {
        let (idle, absolute) = (session.idle_expires_at?, session.absolute_expires_at?);
        let left_ms = |end: Instant| end.since(session.now).num_milliseconds();
        Some(Self {
            idle_ms: left_ms(idle),
            absolute_ms: left_ms(absolute),
            warn_before_ms: i64::from(session.warn_before_s) * 1000,
            ends_at: idle.min(absolute),
            asked_at,
        })
    }

    /// The end, as the portal's clock on the wall shows it.
    #[must_use]
    pub fn ends_at(&self) -> Instant {
        self.ends_at
    }

    /// What is to be done at `now`; `failed_at` is when the portal was last asked in vain.
    #[must_use]
    pub fn turn(&self, now: Reading, failed_at: Option<Reading>) -> Turn {
        let answered_ms = elapsed_ms(self.asked_at, now);
        let tried_ms = failed_at.map_or(answered_ms, |at| answered_ms.min(elapsed_ms(at, now)));
        let left_ms = self.left_ms(answered_ms);
        let is_near = left_ms <= self.warn_before_ms;
        let is_over = left_ms <= 0;
        // Only what the portal has confirmed is told, or what it could not be asked about.
        let is_sure = self.left_ms(0) <= self.warn_before_ms || tried_ms < answered_ms;
        let is_doubtful = drift_ms(self.asked_at, now) > DRIFT_MS;
        let patience_ms = match (is_over, is_near && !is_sure) {
            (true, _) => FRESH_MS,
            (false, true) => 0,
            (false, false) => ASK_EVERY_MS,
        };
        let is_due = tried_ms >= patience_ms;
        Turn {
            warning: (is_near && is_sure && !is_over).then(|| Warning {
                left_s: u32::try_from(left_ms.saturating_add(999) / 1000).unwrap_or(u32::MAX),
                can_be_extended: self.idle_ms < self.absolute_ms,
                ends_at: self.ends_at,
            }),
            ask: is_due && (is_near || is_doubtful),
            end: is_over && !is_due,
        }
    }

    /// True when a sign of the agent at `now` is worth a call that extends the session; `extended_at` is when this page
    /// last made one, which counts even if it failed.
    #[must_use]
    pub fn is_worth_extending(&self, now: Reading, extended_at: Option<Reading>) -> bool {
        let pause_ms = (self.idle_ms / 4).clamp(0, EXTEND_EVERY_MS);
        self.idle_ms < self.absolute_ms
            && extended_at.is_none_or(|at| elapsed_ms(at, now) >= pause_ms)
    }

    /// True when the question that this answers was asked before the one that `other` answers, and tells of an earlier end:
    /// an extension counts whenever its answer comes.
    #[must_use]
    pub fn is_older_than(&self, other: &Self) -> bool {
        self.asked_at.steady_ms < other.asked_at.steady_ms && self.ends_at < other.ends_at
    }

    /// True when nothing that was asked before a sign-in at `signed_in_at` can still be answered: calls are given up by then.
    #[must_use]
    pub fn is_settled(signed_in_at: Reading, now: Reading) -> bool {
        elapsed_ms(signed_in_at, now) > SETTLED_MS
    }

    /// True when a question at `now` does not follow too closely on the one of `asked_at`.
    #[must_use]
    pub fn is_spaced(asked_at: Reading, now: Reading) -> bool {
        elapsed_ms(asked_at, now) >= SPACED_MS
    }

    /// True when a question of `asked_at` has had time enough to be answered.
    #[must_use]
    pub fn is_lost(asked_at: Reading, now: Reading) -> bool {
        elapsed_ms(asked_at, now) > FRESH_MS
    }

    /// True when the answer is so old that a page that is seen again asks anew.
    #[must_use]
    pub fn is_stale(&self, now: Reading) -> bool {
        elapsed_ms(self.asked_at, now) >= FRESH_MS
    }

    fn left_ms(&self, elapsed_ms: i64) -> i64 {
        self.idle_ms
            .min(self.absolute_ms)
            .saturating_sub(elapsed_ms)
    }
}

/// The time from one reading to a later one: the longer of what the two clocks say. The steady one stands still in a
/// sleep, and the wall's can be put back; neither makes a session last longer than it does.
fn elapsed_ms(from: Reading, to: Reading) -> i64 {
    let wall_ms = to.wall_ms.saturating_sub(from.wall_ms);
    let steady_ms = to.steady_ms.saturating_sub(from.steady_ms);
    wall_ms.max(steady_ms).max(0)
}

/// How far the two clocks have drifted apart between two readings.
fn drift_ms(from: Reading, to: Reading) -> i64 {
    let wall_ms = to.wall_ms.saturating_sub(from.wall_ms);
    let steady_ms = to.steady_ms.saturating_sub(from.steady_ms);
    wall_ms.saturating_sub(steady_ms).saturating_abs()
}

#[cfg(test)]
mod tests;
