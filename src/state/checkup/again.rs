//! When the checks run again by themselves; knows no check and no event of the browser.

use std::time::Duration;

/// What happens together (a network that goes and comes, a window in front) asks for one run.
const TOGETHER: Duration = Duration::from_millis(400);

/// Two runs start at least so long after each other.
const APART: Duration = Duration::from_secs(4);

/// What asks for a new run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prompt {
    /// The device says that its network is back.
    Online,
    /// The page is looked at again: a VPN may have been switched off meanwhile, which no event tells.
    Visible,
}

impl Prompt {
    /// Of two that wait, the one that asks for more.
    pub(super) fn or_before(self, waiting: Option<Self>) -> Self {
        if waiting == Some(Self::Online) {
            Self::Online
        } else {
            self
        }
    }

    /// Who only looks at the page again while nothing stands in the way asks for nothing.
    pub(super) fn is_due(self, obstacle: bool) -> bool {
        self == Self::Online || obstacle
    }
}

/// How long to wait before a new run, from the device's clock now and at the start of the last.
pub(super) fn wait(now_ms: i64, started_ms: i64) -> Duration {
    // A clock that was set back tells nothing of the time that passed.
    let passed = u64::try_from(now_ms.saturating_sub(started_ms)).unwrap_or(0);
    APART
        .saturating_sub(Duration::from_millis(passed))
        .max(TOGETHER)
}

#[cfg(test)]
mod tests {
    use super::{APART, Prompt, TOGETHER, wait};
    use std::time::Duration;

    #[test]
    fn two_runs_start_seconds_apart_whatever_the_clock_says() {
        for (now, started, waits) in [
            (10_000, 10_000, APART),
            (13_000, 10_000, Duration::from_secs(1)),
            (13_900, 10_000, TOGETHER),
            (60_000, 10_000, TOGETHER),
            (10_000, 60_000, APART),
            (i64::MAX, i64::MIN, TOGETHER),
            (i64::MIN, i64::MAX, APART),
        ] {
            assert_eq!(wait(now, started), waits, "{now} after {started}");
        }
    }

    #[test]
    fn looking_at_the_page_again_asks_while_something_stands_in_the_way_only() {
        assert!(Prompt::Visible.is_due(true));
        assert!(!Prompt::Visible.is_due(false));
        assert!(Prompt::Online.is_due(true));
        assert!(Prompt::Online.is_due(false));
        // Neither does it hide that the network came back.
        let both = Prompt::Visible.or_before(Some(Prompt::Online));
        assert_eq!(both, Prompt::Online);
        assert_eq!(Prompt::Visible.or_before(None), Prompt::Visible);
    }
}
