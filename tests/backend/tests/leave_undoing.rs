//! Decisions that are taken back: for a minute, and only while nothing else has happened.

use crate::activity::page as journal;
use crate::leave::{ask, left, read};
use crate::leave_deciding::{cancel, decide, people, told, undo};
use nomade::contract::activity::ActivityCode as Code;
use nomade::contract::leave::{LeaveAction as Action, LeaveDeed as Deed, LeaveState as State};

#[tokio::test]
async fn a_decision_is_undone_until_its_minute_is_over_and_everything_is_as_before() {
    let mut people = people().await;
    let request = ask(&mut people.agent, "annual", "2026-12-14..2026-12-15").await;
    let waiting = left(&mut people.agent).await;
    for (outcome, reason) in [("approve", ""), ("refuse", "Non")] {
        let before = read(&mut people.manager, &request.summary.id).await;
        let decided = told(decide(&mut people.manager, &before, outcome, reason).await);
        undo(&mut people.adjoint, &decided)
            .await
            .refused(403, "action_refused");
        people.manager.wait(55).await;
        let undone = told(undo(&mut people.manager, &decided).await);
        assert_eq!(
            (undone.summary.state, undone.level),
            (State::Pending, before.level)
        );
        assert_eq!(undone.actions, [Action::Approve, Action::Refuse]);
        assert_eq!(
            (undone.undo_until, left(&mut people.agent).await),
            (None, waiting.clone())
        );
        assert_eq!(undone.trail.last().unwrap().deed, Deed::DecisionUndone);
        undo(&mut people.manager, &undone)
            .await
            .refused(403, "action_refused");
    }
    let event = journal(&mut people.manager, "kind=decision")
        .await
        .items
        .swap_remove(0);
    assert_eq!(event.code, Code::LeaveDecisionUndone);
    let before = read(&mut people.manager, &request.summary.id).await;
    let decided = told(decide(&mut people.manager, &before, "approve", "").await);
    people.manager.wait(60).await;
    let late = read(&mut people.manager, &request.summary.id).await;
    assert_eq!((late.undo_until, late.actions), (None, vec![]));
    undo(&mut people.manager, &decided)
        .await
        .refused(403, "action_refused");
}

#[tokio::test]
async fn a_decision_is_not_undone_once_something_else_has_happened() {
    let mut people = people().await;
    let request = ask(&mut people.agent, "annual", "2026-12-14..2026-12-15").await;
    let id = request.summary.id.clone();
    let first = told(decide(&mut people.manager, &request, "approve", "").await);
    told(decide(&mut people.direction, &first, "approve", "").await);
    let seen = read(&mut people.manager, &id).await;
    undo(&mut people.manager, &seen)
        .await
        .refused(403, "action_refused");
    // The second level takes its own back, and the first still can't.
    let seen = read(&mut people.direction, &id).await;
    let undone = told(undo(&mut people.direction, &seen).await);
    assert_eq!((undone.summary.state, undone.level.n), (State::Pending, 2));
    undo(&mut people.manager, &undone)
        .await
        .refused(403, "action_refused");

    // What a refusal gave back was used meanwhile: the half-days, or the right.
    for kind in ["annual", "rtt"] {
        let request = ask(&mut people.agent, kind, "2026-11-25..2026-11-26").await;
        let refused = told(decide(&mut people.manager, &request, "refuse", "Non").await);
        let again = if kind == "annual" {
            ask(&mut people.agent, "annual", "2026-11-26pm..2026-11-27").await
        } else {
            // Four of the six that are left, of which the request took three.
            ask(&mut people.agent, "rtt", "2026-11-30..2026-12-01").await
        };
        let seen = read(&mut people.manager, &refused.summary.id).await;
        assert_eq!(
            (seen.undo_until, seen.actions.as_slice()),
            (None, &[][..]),
            "{kind}"
        );
        undo(&mut people.manager, &seen)
            .await
            .refused(403, "action_refused");
        cancel(&mut people.agent, &again).await.ok();
        let seen = read(&mut people.manager, &refused.summary.id).await;
        assert_eq!(seen.actions, [Action::UndoDecision], "{kind}");
        let undone = told(undo(&mut people.manager, &seen).await);
        cancel(&mut people.agent, &undone).await.ok();
    }
}
