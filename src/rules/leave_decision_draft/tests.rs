//! Holds what is wanted and not sent to those it is meant for.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use super::{DecisionDraft, Unsent, WantedDecision};
use crate::contract::leave::{LeaveAction, LeaveApprovals};
use crate::rules::leave_decision::DecisionAct;
use proptest::prelude::{any, prop_assert, proptest};

const WORDS: &str = "Inès : raison médicale confidentielle";

fn wanted(id: &str) -> WantedDecision {
    WantedDecision {
        id: id.to_owned(),
        revision: "1".to_owned(),
    }
}

/// These ids, waiting, each at its first revision.
fn waiting(ids: &[&str]) -> LeaveApprovals {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/leave/approvals_ordinary.json"
    );
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let ordinary: LeaveApprovals = serde_json::from_str(&text).unwrap();
    let one = ordinary.items.last().unwrap();
    let items = ids.iter().map(|id| {
        let mut item = one.clone();
        (*id).clone_into(&mut item.request.summary.id);
        "1".clone_into(&mut item.request.revision);
        item
    });
    LeaveApprovals {
        items: items.collect(),
        waiting: u32::try_from(ids.len()).unwrap(),
        next_cursor: None,
    }
}

/// A refusal of these with words in it.
fn written(ids: &[&str]) -> DecisionDraft {
    let mut draft = DecisionDraft::default();
    draft.refuse(ids.iter().copied().map(wanted).collect());
    draft.reason = WORDS.to_owned();
    draft
}

#[test]
fn a_reason_is_never_offered_for_another_request() {
    let mut draft = written(&["ines"]);
    draft.refuse(vec![wanted("thomas")]);
    assert_eq!(draft.reason, "");
    // For the same one it stays: the page came back.
    let mut draft = written(&["ines"]);
    draft.refuse(vec![wanted("ines")]);
    assert_eq!(draft.reason, WORDS);
    // One of those it was written for; from then on it is about nobody else.
    let mut draft = written(&["ines", "thomas"]);
    draft.refuse(vec![wanted("ines")]);
    assert_eq!(draft.reason, WORDS);
    draft.refuse(vec![wanted("thomas")]);
    assert_eq!(draft.reason, "");
    // One more than it was written for.
    let mut draft = written(&["ines"]);
    draft.refuse(vec![wanted("ines"), wanted("thomas")]);
    assert_eq!(draft.reason, "");
}

#[test]
fn a_reason_goes_with_the_last_request_it_was_written_for() {
    let draft = written(&["ines"]);
    assert_eq!(draft.listed(&waiting(&["ines", "thomas"])), None);
    let after = draft.listed(&waiting(&["thomas"])).unwrap();
    assert_eq!(
        after,
        DecisionDraft::default(),
        "nobody is asked before leaving"
    );
    let draft = written(&["ines", "thomas"]);
    let after = draft.listed(&waiting(&["thomas"])).unwrap();
    assert_eq!(after.refusing, [wanted("thomas")]);
    assert_eq!(after.reason, WORDS);
}

#[test]
fn a_list_that_is_not_whole_makes_nothing_forgotten() {
    let draft = written(&["ines"]);
    let mut first_page = waiting(&["thomas"]);
    first_page.waiting = 2;
    assert_eq!(draft.listed(&first_page), None);
    // What was decided is a list of its own, however many wait.
    let mut decided = waiting(&["thomas"]);
    for item in &mut decided.items {
        item.request.actions = vec![LeaveAction::UndoDecision];
    }
    assert_eq!(draft.listed(&decided), None);
    decided.waiting = 0;
    assert_eq!(draft.listed(&decided), Some(DecisionDraft::default()));
}

#[test]
fn what_has_changed_since_is_not_decided_as_it_was() {
    let mut draft = DecisionDraft::default();
    let all = [wanted("ines")];
    draft.remember(
        DecisionAct::Approve,
        &all,
        all.to_vec(),
        Unsent::SessionEnded,
    );
    assert_eq!(draft.listed(&waiting(&["ines"])), None);
    let mut changed = waiting(&["ines"]);
    for item in &mut changed.items {
        "2".clone_into(&mut item.request.revision);
    }
    assert_eq!(
        draft.listed(&changed),
        Some(DecisionDraft::default()),
        "it may be a cancellation by now"
    );
    // The words stay for whoever presses the button again.
    let after = written(&["ines"]).listed(&changed).unwrap();
    assert!(after.refusing.is_empty());
    assert_eq!(after.reason, WORDS);
}

#[test]
fn each_grant_that_was_not_sent_is_offered_again_once() {
    let mut draft = DecisionDraft::default();
    for id in ["ines", "thomas", "ines"] {
        let all = [wanted(id)];
        draft.remember(
            DecisionAct::Approve,
            &all,
            all.to_vec(),
            Unsent::SessionEnded,
        );
    }
    assert_eq!(draft.granting, [wanted("thomas"), wanted("ines")]);
    assert_eq!(draft.not_granted, Some(Unsent::SessionEnded));
    draft.forget_grants();
    assert_eq!(draft, DecisionDraft::default());
}

#[test]
fn leaving_in_the_middle_of_several_keeps_those_that_were_not_sent() {
    let all = ["a", "b", "c"].map(wanted);
    let rest = || vec![wanted("b"), wanted("c")];
    let mut draft = DecisionDraft::default();
    draft.remember(DecisionAct::Approve, &all, rest(), Unsent::Interrupted);
    assert_eq!(draft.granting, rest());
    assert_eq!(draft.not_granted, Some(Unsent::Interrupted));
    let mut draft = written(&["a", "b", "c"]);
    draft.remember(DecisionAct::Refuse, &all, rest(), Unsent::Interrupted);
    assert_eq!(draft.refusing, rest());
    assert_eq!(draft.about, ["b", "c"]);
    assert_eq!(draft.reason, WORDS);
    assert_eq!(draft.not_refused, Some(Unsent::Interrupted));
    // All were sent after all.
    draft.remember(
        DecisionAct::Refuse,
        &rest(),
        Vec::new(),
        Unsent::Interrupted,
    );
    assert_eq!(draft, DecisionDraft::default());
    // Somebody else is being written to by then.
    let mut draft = written(&["ines"]);
    let before = draft.clone();
    draft.remember(DecisionAct::Refuse, &all, rest(), Unsent::Interrupted);
    assert_eq!(draft, before);
}

#[test]
fn several_that_broke_off_keep_their_words_for_the_rest() {
    let mut draft = written(&["a", "b"]);
    draft.break_off(vec!["b".to_owned()]);
    assert!(draft.refusing.is_empty());
    let mut other = draft.clone();
    other.refuse(vec![wanted("ines")]);
    assert_eq!(other.reason, "");
    draft.refuse(vec![wanted("b")]);
    assert_eq!(draft.reason, WORDS);
    draft.break_off(Vec::new());
    assert_eq!(draft, DecisionDraft::default());
}

proptest! {
    #[test]
    fn whatever_is_pressed_the_words_stay_with_those_they_were_written_for(steps in any::<Vec<(u8, u8)>>()) {
        let mut draft = DecisionDraft::default();
        let mut readers: Vec<String> = Vec::new();
        for (step, which) in steps {
            let of = |bits: u8| -> Vec<WantedDecision> {
                let ids = ["a", "b", "c"].iter().enumerate();
                ids.filter(|(n, _)| bits & (1 << n) != 0).map(|(_, id)| wanted(id)).collect()
            };
            let (some, all) = (of(which), of(which | (which >> 3)));
            match step % 6 {
                0 if !some.is_empty() => draft.refuse(some),
                1 if !draft.refusing.is_empty() => {
                    // Written anew by who reads whose form it is.
                    draft.reason = WORDS.to_owned();
                    readers = draft.refusing.iter().map(|it| it.id.clone()).collect();
                }
                2 => draft.break_off(draft.about.clone().into_iter().skip(1).collect()),
                3 => draft.remember(DecisionAct::Refuse, &all, some, Unsent::Interrupted),
                4 => draft.forget_refusal(),
                5 => {
                    let ids: Vec<&str> = some.iter().map(|it| it.id.as_str()).collect();
                    draft = draft.listed(&waiting(&ids)).unwrap_or(draft);
                }
                _ => {}
            }
            if !draft.reason.is_empty() {
                prop_assert!(draft.refusing.iter().all(|it| readers.contains(&it.id)), "{draft:?}");
            }
        }
    }
}
