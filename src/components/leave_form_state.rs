//! What the fields of asking for leave share, and what is wrong at each of them; knows no markup and no call.

use super::leave_form::LeaveDraft;
use super::leave_request_failure::{LeaveRequestFailure, told};
use crate::contract::leave::{LeaveKinds, NewLeaveRequest};
use crate::rules::leave_form::{LeaveField, LeaveMistake, check, takes_half_days};
use crate::rules::leave_refusal::LeaveRefusal;
use crate::rules::leave_request::{InvalidLeaveRequest, ValidLeaveRequest};
use crate::state::locale::AgentLocale;
use chrono::NaiveDate;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What the fields share.
#[derive(Clone, Copy, Debug)]
pub struct LeaveFormState {
    /// What can be asked for.
    pub kinds: StoredValue<LeaveKinds>,
    /// What is chosen and written.
    pub draft: RwSignal<LeaveDraft>,
    /// The day on which it is asked.
    pub today: Memo<NaiveDate>,
    /// True while it is on its way.
    pub busy: Memo<bool>,
    /// Why it was not taken, while this page stands.
    pub failure: RwSignal<Option<LeaveRequestFailure>>,
    /// The field in which somebody types just now: it is judged when they have finished.
    pub typing: RwSignal<Option<LeaveField>>,
    /// True while the leave can begin and end at noon, as far as is chosen.
    pub takes_halves: Memo<bool>,
    /// What is wrong at each field.
    errors: Memo<Vec<(LeaveField, String)>>,
}

impl LeaveFormState {
    /// What the fields of a form for these kinds share.
    #[must_use]
    pub fn new(
        kinds: LeaveKinds,
        draft: RwSignal<LeaveDraft>,
        today: Memo<NaiveDate>,
        busy: Memo<bool>,
        failure: RwSignal<Option<LeaveRequestFailure>>,
        locale: AgentLocale,
    ) -> Self {
        let (kinds, typing) = (StoredValue::new(kinds), RwSignal::new(None));
        let errors = Memo::new(move |_| {
            let (today, typing) = (today.get(), typing.get());
            draft.with(|draft| {
                let checked = kinds.with_value(|kinds| check(draft.written(), &kinds.items, today));
                failure.with(|failure| errors(draft, &checked, failure.as_ref(), typing, locale))
            })
        });
        let takes_halves = Memo::new(move |_| {
            let kind = draft.with(|draft| draft.kind.clone());
            kind.is_empty() || kinds.with_value(|kinds| takes_half_days(&kind, &kinds.items))
        });
        Self {
            kinds,
            draft,
            today,
            busy,
            failure,
            typing,
            takes_halves,
            errors,
        }
    }

    /// What a choice of one does when it is pressed, by keys too: what is on its way is not changed, and the browser must
    /// not show another choice than the one that is sent.
    pub fn hold(self, event: &MouseEvent) {
        if self.busy.get_untracked() {
            event.prevent_default();
        }
    }

    /// What is wrong at a field.
    #[must_use]
    pub fn error(self, field: LeaveField) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors.with(|errors| {
                let here = errors.iter().find(|(of, _)| *of == field);
                here.map(|(_, text)| text.clone())
            })
        })
    }
}

fn errors(
    draft: &LeaveDraft,
    checked: &Result<ValidLeaveRequest, Vec<LeaveMistake>>,
    failure: Option<&LeaveRequestFailure>,
    typing: Option<LeaveField>,
    locale: AgentLocale,
) -> Vec<(LeaveField, String)> {
    use InvalidLeaveRequest as Invalid;
    let t = locale.texts();
    let was_told = |mistake: &LeaveMistake| {
        failure.is_some_and(|failure| failure.mistakes().contains(mistake))
    };
    let is_told = |mistake: &LeaveMistake| match mistake {
        LeaveMistake::Request(Invalid::CommentTooLong) => true,
        // Of what somebody is still typing nothing is said yet.
        LeaveMistake::FirstDay(_) => typing != Some(LeaveField::From),
        LeaveMistake::LastDay(_) => typing != Some(LeaveField::To),
        LeaveMistake::Request(Invalid::EndBeforeStart | Invalid::NothingBetween) => {
            typing.is_none()
        }
        mistake => was_told(mistake),
    };
    let mistakes = checked.as_ref().err().into_iter().flatten();
    let mut all: Vec<_> = mistakes
        .filter(|mistake| is_told(mistake))
        .map(|mistake| told(*mistake, t))
        .collect();
    let now = checked.as_ref().ok().map(|valid| valid.body());
    let refused = failure
        .map(LeaveRequestFailure::refusals)
        .unwrap_or_default();
    let refused = refused
        .into_iter()
        .filter(|it| is_as_refused(draft, *it, now));
    all.extend(refused.map(|refusal| (refusal.field(), t.leave_refusal(refusal))));
    all
}

/// True while a field is still as the portal refused it.
fn is_as_refused(draft: &LeaveDraft, refusal: LeaveRefusal, now: Option<&NewLeaveRequest>) -> bool {
    let Some((tried, now)) = draft.tried.as_ref().zip(now) else {
        // What can't be sent now is another.
        return draft.tried.is_some() && refusal.field() == LeaveField::File;
    };
    match refusal.field() {
        LeaveField::Kind => tried.kind == now.kind,
        LeaveField::From | LeaveField::To => (tried.period, &tried.kind) == (now.period, &now.kind),
        LeaveField::Comment => tried.comment == now.comment,
        LeaveField::File => tried.attachment == now.attachment,
    }
}
