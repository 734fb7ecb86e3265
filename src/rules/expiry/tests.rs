//! Holds the end of a session to what the portal told, whatever the device's clocks do.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use super::{Expiry, Reading, Turn, Warning};
use crate::contract::session::Session;

/// Ten minutes left of idling, eight hours in all, a warning two minutes before.
fn session(idle: &str, absolute: &str) -> Session {
    let json = serde_json::json!({
        "state": "signed_in", "csrf_token": null, "now": "2026-11-22T18:00:00+01:00", "idle_expires_at": idle,
        "absolute_expires_at": absolute, "warn_before_s": 120, "shared_device": false, "agent": null,
        "last_connection": null, "password": null,
    });
    serde_json::from_value(json).unwrap()
}

const IDLE_END: &str = "2026-11-22T18:10:00+01:00";
const LAST_END: &str = "2026-11-23T02:00:00+01:00";
/// The device's clock is years off.
const START: Reading = Reading {
    wall_ms: 1_000_000,
    steady_ms: 5_000,
};

fn ordinary() -> Expiry {
    Expiry::told(&session(IDLE_END, LAST_END), START).unwrap()
}

/// Both clocks after `seconds`.
fn after(start: Reading, seconds: i64) -> Reading {
    Reading {
        wall_ms: start.wall_ms + seconds * 1000,
        steady_ms: start.steady_ms + seconds * 1000,
    }
}

const REST: Turn = Turn {
    warning: None,
    ask: false,
    end: false,
};
const ASK: Turn = Turn { ask: true, ..REST };
const END: Turn = Turn { end: true, ..REST };

fn warning(expiry: &Expiry, left_s: u32) -> Option<Warning> {
    Some(Warning {
        left_s,
        can_be_extended: true,
        ends_at: expiry.ends_at(),
    })
}

#[test]
fn nothing_is_told_of_no_session() {
    let mut nobody = session(IDLE_END, LAST_END);
    nobody.idle_expires_at = None;
    assert_eq!(Expiry::told(&nobody, START), None);
}

#[test]
fn long_before_the_end_there_is_nothing_to_do() {
    let expiry = ordinary();
    for seconds in [0, 1, 300, 479] {
        assert_eq!(expiry.turn(after(START, seconds), None), REST, "{seconds}");
    }
}

#[test]
fn before_warning_the_portal_is_asked_since_another_tab_may_have_extended() {
    assert_eq!(ordinary().turn(after(START, 480), None), ASK);
    assert_eq!(ordinary().turn(after(START, 599), None), ASK);
}

#[test]
fn what_the_portal_confirmed_is_warned_of_each_second_and_asked_again_now_and_then() {
    let near = session("2026-11-22T18:01:59+01:00", LAST_END);
    let expiry = Expiry::told(&near, START).unwrap();
    for (seconds, left_s, ask) in [
        (0, 119, false),
        (1, 118, false),
        (14, 105, false),
        (15, 104, true),
    ] {
        let expected = Turn {
            warning: warning(&expiry, left_s),
            ask,
            end: false,
        };
        assert_eq!(
            expiry.turn(after(START, seconds), None),
            expected,
            "{seconds}"
        );
    }
}

#[test]
fn who_can_not_be_asked_is_warned_of_what_was_told() {
    let expiry = ordinary();
    let failed = after(START, 481);
    let expected = |left_s, ask| Turn {
        warning: warning(&expiry, left_s),
        ask,
        end: false,
    };
    assert_eq!(
        expiry.turn(after(START, 482), Some(failed)),
        expected(118, false)
    );
    assert_eq!(
        expiry.turn(after(START, 496), Some(failed)),
        expected(104, true)
    );
}

#[test]
fn the_end_is_asked_about_once_and_then_it_is_the_end() {
    let expiry = ordinary();
    assert_eq!(expiry.turn(after(START, 600), None), ASK);
    // In vain.
    assert_eq!(expiry.turn(after(START, 602), Some(after(START, 601))), END);
    // The portal itself tells of an end that is past: no question, no loop.
    let past = session("2026-11-22T17:59:00+01:00", LAST_END);
    assert_eq!(Expiry::told(&past, START).unwrap().turn(START, None), END);
    let now = session("2026-11-22T18:00:00+01:00", LAST_END);
    assert_eq!(Expiry::told(&now, START).unwrap().turn(START, None), END);
}

#[test]
fn a_device_that_slept_asks_at_once() {
    // The steady clock stood still: neither is believed.
    let woke = Reading {
        wall_ms: START.wall_ms + 300_000,
        steady_ms: START.steady_ms + 1_000,
    };
    assert_eq!(ordinary().turn(woke, None), ASK);
    let late = Reading {
        wall_ms: START.wall_ms + 36_000_000,
        ..woke
    };
    assert_eq!(ordinary().turn(late, None), ASK);
    assert_eq!(ordinary().turn(late, Some(late)), END);
}

#[test]
fn a_clock_that_was_set_makes_nothing_last_longer_and_is_asked_about() {
    let back = Reading {
        wall_ms: START.wall_ms - 7_200_000,
        steady_ms: START.steady_ms + 20_000,
    };
    assert_eq!(ordinary().turn(back, None), ASK);
    let back_at_the_end = Reading {
        wall_ms: START.wall_ms - 7_200_000,
        steady_ms: START.steady_ms + 600_000,
    };
    assert_eq!(ordinary().turn(back_at_the_end, Some(back_at_the_end)), END);
    let forward = Reading {
        wall_ms: START.wall_ms + 7_200_000,
        steady_ms: START.steady_ms + 20_000,
    };
    assert_eq!(ordinary().turn(forward, None), ASK);
}

#[test]
fn a_doubt_that_can_not_be_cleared_is_not_asked_about_all_the_time() {
    let woke = Reading {
        wall_ms: START.wall_ms + 60_000,
        steady_ms: START.steady_ms + 1_000,
    };
    assert_eq!(ordinary().turn(after(woke, 5), Some(woke)), REST);
    assert_eq!(ordinary().turn(after(woke, 15), Some(woke)), ASK);
}

#[test]
fn an_end_that_nothing_moves_says_so() {
    let last = session("2026-11-22T18:01:00+01:00", "2026-11-22T18:01:00+01:00");
    let expiry = Expiry::told(&last, START).unwrap();
    let warning = expiry.turn(START, None).warning.unwrap();
    assert!(!warning.can_be_extended);
    assert_eq!(warning.left_s, 60);
    assert!(!expiry.is_worth_extending(after(START, 59), None));
}

#[test]
fn work_extends_once_a_minute_and_more_often_where_sessions_are_short() {
    let expiry = ordinary();
    let last = Some(after(START, 60));
    assert!(expiry.is_worth_extending(START, None), "nobody knows when");
    assert!(!expiry.is_worth_extending(after(START, 119), last));
    assert!(expiry.is_worth_extending(after(START, 120), last));
    let short = Expiry::told(&session("2026-11-22T18:00:20+01:00", LAST_END), START).unwrap();
    assert!(!short.is_worth_extending(after(START, 4), Some(START)));
    assert!(short.is_worth_extending(after(START, 5), Some(START)));
}

#[test]
fn questions_of_a_page_that_is_seen_again_and_again_put_no_extension_off() {
    let asked = Expiry::told(&session(IDLE_END, LAST_END), after(START, 119)).unwrap();
    assert!(asked.is_worth_extending(after(START, 120), Some(after(START, 60))));
}

#[test]
fn a_late_answer_to_an_older_question_is_known_and_an_extension_always_counts() {
    let later_end = session("2026-11-22T18:11:00+01:00", LAST_END);
    let newer = Expiry::told(&later_end, after(START, 1)).unwrap();
    assert!(ordinary().is_older_than(&newer));
    assert!(!newer.is_older_than(&ordinary()));
    assert!(!ordinary().is_older_than(&ordinary()));
    let extension = Expiry::told(&later_end, START).unwrap();
    let question = Expiry::told(&session(IDLE_END, LAST_END), after(START, 1)).unwrap();
    assert!(!extension.is_older_than(&question));
}

#[test]
fn questions_are_spaced_and_calls_end() {
    assert!(!Expiry::is_spaced(START, after(START, 1)));
    assert!(Expiry::is_spaced(START, after(START, 2)));
    assert!(!Expiry::is_settled(START, after(START, 30)));
    assert!(Expiry::is_settled(START, after(START, 31)));
}

#[test]
fn no_number_is_too_large() {
    let far = session("9999-12-31T23:59:59+01:00", "9999-12-31T23:59:59+01:00");
    let expiry = Expiry::told(&far, START).unwrap();
    for now in [
        Reading {
            wall_ms: i64::MIN,
            steady_ms: i64::MIN,
        },
        Reading {
            wall_ms: i64::MAX,
            steady_ms: i64::MAX,
        },
        Reading {
            wall_ms: i64::MAX,
            steady_ms: i64::MIN,
        },
    ] {
        let _ = expiry.turn(now, None);
        let _ = expiry.turn(now, Some(now));
        let _ = expiry.is_worth_extending(now, Some(now));
    }
}
