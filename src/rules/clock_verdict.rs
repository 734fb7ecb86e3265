//! Whether the device's clock is right, by the server's; knows no clock itself.

use super::finding::{Cause, Evidence, Finding};

/// A clock further away than this, in seconds, is wrong: certificates and one-time codes begin to fail.
pub const TOLERANCE_S: i64 = 120;

/// One reading of both clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockFacts {
    /// The device's clock when the question left, in milliseconds since 1970.
    pub asked_ms: i64,
    /// The device's clock when the answer came.
    pub answered_ms: i64,
    /// The server's clock in between.
    pub server_ms: i64,
}

/// The clock's finding; `None` where the server did not tell the time.
#[must_use]
pub fn clock_finding(facts: Option<ClockFacts>) -> Finding {
    let Some(ClockFacts {
        asked_ms,
        answered_ms,
        server_ms,
    }) = facts
    else {
        return Finding::certain(Cause::ClockUnread, Vec::new());
    };
    let travel = answered_ms.saturating_sub(asked_ms);
    // A clock that was set meanwhile can't be compared.
    if travel < 0 {
        return Finding::certain(Cause::ClockUnread, Vec::new());
    }
    // The server read its clock somewhere between question and answer: a slow answer accuses nobody.
    let ahead_ms = if server_ms < asked_ms {
        asked_ms.saturating_sub(server_ms)
    } else if server_ms > answered_ms {
        answered_ms.saturating_sub(server_ms)
    } else {
        0
    };
    let ahead = ahead_ms / 1000;
    let evidence = vec![Evidence::ClockAhead(ahead)];
    if ahead.unsigned_abs() > TOLERANCE_S.unsigned_abs() {
        Finding::certain(Cause::ClockWrong, evidence)
    } else {
        Finding::certain(Cause::ClockFine, evidence)
    }
}

#[cfg(test)]
mod tests {
    use super::{ClockFacts, clock_finding};
    use crate::rules::finding::{Cause, Evidence};

    #[test]
    fn only_what_can_not_be_the_answers_travel_counts() {
        for (asked_ms, answered_ms, server_ms, cause, ahead) in [
            (0, 100, 50, Cause::ClockFine, 0),
            (0, 100, 120_000, Cause::ClockFine, -119),
            (0, 100, 121_200, Cause::ClockWrong, -121),
            (600_000, 600_100, 50, Cause::ClockWrong, 599),
            // Four minutes on the way, and the server's time within them.
            (0, 240_000, 200_000, Cause::ClockFine, 0),
            (i64::MIN, 0, i64::MAX, Cause::ClockWrong, i64::MIN / 1000),
        ] {
            let found = clock_finding(Some(ClockFacts {
                asked_ms,
                answered_ms,
                server_ms,
            }));
            assert_eq!(found.cause, cause, "{asked_ms} {answered_ms} {server_ms}");
            if asked_ms != i64::MIN {
                assert_eq!(found.evidence, [Evidence::ClockAhead(ahead)]);
            }
        }
    }

    #[test]
    fn without_both_readings_nobody_is_accused() {
        assert_eq!(clock_finding(None).cause, Cause::ClockUnread);
        let set_back_meanwhile = ClockFacts {
            asked_ms: 900_000,
            answered_ms: 0,
            server_ms: 0,
        };
        assert_eq!(
            clock_finding(Some(set_back_meanwhile)).cause,
            Cause::ClockUnread
        );
    }
}
