//! Holds what became of a decision, its reason and its time to what the portal told.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use super::{
    Became, DecisionAct, InvalidReason, UndoClock, UndoTurn, became, colleagues_away, decision,
    is_followed, last_decision, may, news, reason, undo_left_s, undo_window_s,
    waits_for_next_level,
};
use crate::contract::leave::{LeaveAction, LeaveApprovals, LeaveDeed, LeaveOutcome, LeaveRequest};
use crate::rules::expiry::Reading;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

fn fixture<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = format!(
        "{}/tests/fixtures/leave/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).unwrap_or_default();
    serde_json::from_str(&text).unwrap()
}

fn waiting() -> LeaveRequest {
    fixture::<LeaveApprovals>("approvals_ordinary")
        .items
        .into_iter()
        .map(|item| item.request)
        .find(|request| request.summary.id == "l_7pRt")
        .unwrap()
}

#[test]
fn a_reason_can_be_read_and_is_no_longer_than_a_backend_takes() {
    for (typed, read) in [
        ("", Err(InvalidReason::Missing)),
        (" \u{a0}\n\u{200b}\u{202e} ", Err(InvalidReason::Missing)),
        ("  Trop d’absents. ", Ok("Trop d’absents.")),
        ("👩🏽‍🚒", Ok("👩🏽‍🚒")),
    ] {
        assert_eq!(
            reason(typed).as_deref(),
            read.as_ref().copied(),
            "{typed:?}"
        );
    }
    assert!(reason(&"é".repeat(500)).is_ok());
    assert!(reason(&format!(" {} ", "é".repeat(500))).is_ok());
    assert_eq!(reason(&"é".repeat(501)), Err(InvalidReason::TooLong));
}

#[test]
fn a_grant_carries_no_reason_that_was_written_for_a_refusal() {
    assert_eq!(decision(LeaveOutcome::Approve, "non").reason, "");
    assert_eq!(decision(LeaveOutcome::Refuse, "non").reason, "non");
}

#[test]
fn what_became_of_a_lost_answer_is_read_from_the_trail() {
    let before = waiting();
    let decided: LeaveRequest = fixture("request_just_decided");
    let of = |act, now: &LeaveRequest| became(act, &before, now);
    assert_eq!(of(DecisionAct::Approve, &before), Became::NotRecorded);
    assert_eq!(of(DecisionAct::Approve, &decided), Became::Recorded);
    assert_eq!(of(DecisionAct::Refuse, &decided), Became::Other);
    let mut undone = decided.clone();
    undone.trail.truncate(3);
    assert_eq!(of(DecisionAct::Undo, &undone), Became::Recorded);
    assert_eq!(
        of(DecisionAct::Refuse, &undone),
        Became::Other,
        "taken back"
    );
    let mut shorter = decided;
    shorter.trail.clear();
    assert_eq!(of(DecisionAct::Approve, &shorter), Became::Other);
    assert!(news(&before, &shorter).is_empty());
}

#[test]
fn the_decision_of_a_namesake_is_not_the_readers() {
    let before = waiting();
    let mut others: LeaveRequest = fixture("request_just_decided");
    for step in &mut others.trail {
        step.by_reader = false;
    }
    assert_eq!(
        became(DecisionAct::Approve, &before, &others),
        Became::Other
    );
}

#[test]
fn a_decision_that_others_went_on_from_is_still_the_readers() {
    let before = waiting();
    let mut now: LeaveRequest = fixture("request_just_decided");
    assert!(!is_followed(DecisionAct::Approve, &now));
    let mut next = now.trail.last().unwrap().clone();
    next.by_reader = false;
    next.by.name = "Nadia Lefèvre".to_owned();
    for (deed, followed) in [
        (LeaveDeed::Approved, false),
        (LeaveDeed::Refused, true),
        (LeaveDeed::Cancelled, true),
        (LeaveDeed::Unknown, true),
    ] {
        next.deed = deed;
        now.trail.truncate(4);
        now.trail.push(next.clone());
        let became = became(DecisionAct::Approve, &before, &now);
        assert_eq!(became, Became::Recorded, "{deed:?}");
        assert_eq!(
            is_followed(DecisionAct::Approve, &now),
            followed,
            "{deed:?}"
        );
    }
    assert!(!is_followed(DecisionAct::Approve, &before));
}

#[test]
fn what_one_level_grants_is_told_as_still_waiting() {
    let decided: LeaveRequest = fixture("request_just_decided");
    assert!(waits_for_next_level(&decided));
    assert!(!waits_for_next_level(&waiting()));
    assert!(!waits_for_next_level(&fixture("request_approved")));
    assert!(!waits_for_next_level(&fixture("request_refused")));
    assert!(last_decision(&waiting().trail).is_none());
}

#[test]
fn a_decision_can_be_taken_back_for_as_long_as_the_portal_says() {
    let decided: LeaveRequest = fixture("request_just_decided");
    assert_eq!(undo_window_s(&decided), Some(60));
    let mut late = decided.clone();
    late.actions.clear();
    assert_eq!(undo_window_s(&late), None, "it is granted no more");
    assert_eq!(undo_window_s(&waiting()), None);
    let at = |wall_ms, steady_ms| Reading { wall_ms, steady_ms };
    for (now, left) in [
        (at(0, 0), 60),
        (at(1_999, 1_999), 59),
        // A clock that was put back, and one that slept.
        (at(-9_000_000, 30_000), 30),
        (at(30_000, 0), 30),
        (at(60_000, 60_000), 0),
        (at(i64::MAX, i64::MIN), 0),
    ] {
        assert_eq!(undo_left_s(60, at(0, 0), now), left, "{now:?}");
    }
}

#[test]
fn a_decision_that_was_made_before_is_promised_no_time() {
    let at = |s: i64| Reading {
        wall_ms: s * 1000,
        steady_ms: s * 1000,
    };
    let turn = |left_s, ends| UndoTurn { left_s, ends };
    let mut known = UndoClock::decided(at(0));
    assert_eq!(known.turn(60, at(40)), turn(Some(20), false));
    // Carried to another list, it goes on.
    let mut carried = known;
    assert_eq!(carried.turn(60, at(41)), turn(Some(19), false));
    assert_eq!(known.turn(60, at(60)), turn(Some(0), true));
    assert_eq!(known.turn(60, at(61)), turn(Some(0), false), "asked once");
    let mut seen = UndoClock::seen(at(40));
    assert_eq!(seen.turn(60, at(40)), turn(None, false));
    assert_eq!(seen.turn(60, at(99)), turn(None, false));
    assert_eq!(seen.turn(60, at(100)), turn(None, true));
    assert_eq!(seen.turn(60, at(101)), turn(None, false));
}

#[test]
fn each_colleague_counts_once() {
    let mut approvals: LeaveApprovals = fixture("approvals_ordinary");
    let mut approval = approvals.items.pop().unwrap();
    assert_eq!(colleagues_away(&approval), 2);
    let again = approval.clashes.first().cloned();
    approval.clashes.extend(again);
    assert_eq!(colleagues_away(&approval), 2);
    assert!(may(&approval.request, LeaveAction::Approve));
}

proptest! {
    #[test]
    fn any_text_is_a_reason_or_is_told_why_not(typed in any::<String>()) {
        if let Ok(sent) = reason(&typed) {
            prop_assert!(!sent.is_empty() && sent.chars().count() <= 500);
            prop_assert_eq!(reason(&sent), Ok(sent));
        }
    }

    #[test]
    fn no_clock_makes_a_window_longer(window in any::<u32>(), wall in any::<i64>(), steady in any::<i64>()) {
        let begin = Reading { wall_ms: 0, steady_ms: 0 };
        let now = Reading { wall_ms: wall, steady_ms: steady };
        prop_assert!(undo_left_s(window, begin, now) <= window);
    }
}
