//! Taking a file away: the caution, the way, and what came of it; knows no markup and no resource.

use super::portal::use_client;
use super::session::SessionContext;
use crate::api;
use crate::api::files::{FileError, FileOrder, Partial, Progress, Received, Stopped};
use crate::browser::{download, file_facts, focus};
use crate::contract::documents::Purpose;
use crate::contract::endpoint;
use crate::rules::file_name::{FileStem, neutral_name};
use leptos::prelude::{
    Callable, Callback, Effect, GetUntracked, LocalStorage, Owner, RwSignal, Set, SetValue,
    StoredValue, UpdateValue, WithValue, expect_context, on_cleanup, provide_context, use_context,
};
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::task::spawn_local;

/// Where in the page a file is taken away: what had the focus goes away, and what came of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakingPlace {
    /// The id of what came of it.
    pub outcome: &'static str,
    /// The id of what is told while it comes.
    pub under_way: &'static str,
    outcome_selector: &'static str,
    under_way_selector: &'static str,
}

/// A calendar file has its own place: it stands in the page of a request beside what was attached.
#[must_use]
pub fn place_of(stem: FileStem) -> TakingPlace {
    match stem {
        FileStem::Leave(_) => TakingPlace {
            outcome: "calendar-file-outcome",
            under_way: "calendar-file-under-way",
            outcome_selector: "#calendar-file-outcome",
            under_way_selector: "#calendar-file-under-way",
        },
        FileStem::Payslip(_)
        | FileStem::Document(_)
        | FileStem::LeaveAttachment(_)
        | FileStem::MailAttachment(_) => TakingPlace {
            outcome: "take-away-outcome",
            under_way: "take-away-under-way",
            outcome_selector: "#take-away-outcome",
            under_way_selector: "#take-away-under-way",
        },
    }
}

/// A file that can be taken away, and its name on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Takeable {
    /// The file.
    pub order: FileOrder,
    /// What its name says.
    pub stem: FileStem,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TakingState {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// The caution stands before the agent.
    Asking,
    /// The file is coming.
    Receiving,
    /// It came whole, and the browser was told to save it under this name.
    HandedOver(String),
    /// It came whole, and the browser could not be told to save it.
    NotSaved,
    /// It did not come; nothing of it is on the device.
    Failed {
        /// Why.
        why: FileError,
        /// True when what came can be gone on with.
        can_resume: bool,
    },
    /// The agent gave it up.
    Cancelled,
}

/// What the agent does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Asks for the file.
    Ask,
    /// Goes on after the caution.
    Accept,
    /// Does not.
    Decline,
    /// Gives it up on its way.
    Cancel,
    /// Goes on where it broke off.
    Resume,
    /// Hands it to an app.
    Share,
}

/// What comes of an act: nothing where it does not fit. Two presses are one.
#[must_use]
pub fn after(state: &TakingState, act: Act, is_cautioned: bool) -> Option<TakingState> {
    use TakingState as State;
    match (act, state) {
        (Act::Ask, State::Asking | State::Receiving) => None,
        (Act::Ask, _) if is_cautioned => Some(State::Receiving),
        (Act::Ask, _) => Some(State::Asking),
        (Act::Accept, State::Asking) => Some(State::Receiving),
        (Act::Decline, State::Asking) => Some(State::Idle),
        (Act::Cancel, State::Receiving) => Some(State::Cancelled),
        (
            Act::Resume,
            State::Failed {
                can_resume: true, ..
            },
        ) => Some(State::Receiving),
        _ => None,
    }
}

/// Whether the caution was read since somebody signed in.
#[derive(Clone, Copy, Debug)]
pub struct CautionContext(StoredValue<bool>);

/// The caution is asked once for each time that somebody signs in; with them everything goes that a file left in the
/// page.
pub fn provide_take_away(session: SessionContext) {
    let context = CautionContext(StoredValue::new(false));
    provide_context(context);
    Effect::new(move |before: Option<Option<String>>| {
        let now = session.status().agent().map(|agent| agent.id.clone());
        if before.is_some_and(|before| before != now) {
            context.0.set_value(false);
            download::revoke_all();
        }
        now
    });
}

/// A file that is being taken away, or not yet.
#[derive(Clone, Copy, Debug)]
pub struct TakingAway {
    /// How far it is.
    pub state: RwSignal<TakingState>,
    /// How much has come.
    pub progress: RwSignal<Progress>,
    /// False where the browser saves nothing from a page.
    pub can_save: RwSignal<bool>,
    /// True when the file that came can be handed to an app.
    pub can_share: RwSignal<bool>,
    /// True when an app could not be chosen.
    pub share_failed: RwSignal<bool>,
    /// True once a file was handed over on this page, whatever came of the tries after it.
    pub was_handed_over: RwSignal<bool>,
    /// True when it ended while the agent was elsewhere on the page: then it is only told.
    pub ended_unseen: RwSignal<bool>,
    /// Does what the agent wants.
    pub act: Callback<Act>,
}

impl TakingAway {
    /// Standing still: `act` is told.
    #[must_use]
    pub fn new(act: Callback<Act>) -> Self {
        Self {
            state: RwSignal::new(TakingState::Idle),
            progress: RwSignal::new(Progress::default()),
            can_save: RwSignal::new(true),
            can_share: RwSignal::new(false),
            share_failed: RwSignal::new(false),
            was_handed_over: RwSignal::new(false),
            ended_unseen: RwSignal::new(false),
            act,
        }
    }
}

/// What is kept between two acts, in the page's memory alone.
#[derive(Clone, Copy)]
struct Kept {
    attempt: StoredValue<Option<Owner>>,
    partial: StoredValue<Option<Box<Partial>>, LocalStorage>,
    file: StoredValue<Option<(Received, String)>, LocalStorage>,
    place: TakingPlace,
}

impl Kept {
    fn give_up(self) {
        if let Some(owner) = self.attempt.try_update_value(Option::take).flatten() {
            owner.cleanup();
        }
    }
}

/// The address of the file, for a browser that must open it to save it.
#[must_use]
pub fn use_file_href(order: &FileOrder) -> String {
    use_client().url(&endpoint::file(&order.path, Purpose::Download))
}

/// Takes a file away, one try at a time; a page that goes gives up what has not come.
#[must_use]
pub fn use_take_away(takeable: Takeable) -> TakingAway {
    let (client, session): (_, SessionContext) = (use_client(), expect_context());
    let caution = use_context::<CautionContext>();
    let taking = TakingAway::new(Callback::new(|_| ()));
    let kept = Kept {
        attempt: StoredValue::new(None),
        partial: StoredValue::new_local(None),
        file: StoredValue::new_local(None),
        place: place_of(takeable.stem),
    };
    // What was handed over may still be on its way to the disk.
    on_cleanup(move || kept.give_up());
    Effect::new(move |_| taking.can_save.set(file_facts::can_save()));
    // Not the owner of the button that is pressed: that goes as soon as the file is on its way.
    let page = Owner::current().unwrap_or_default();
    let begin = Callback::new(move |from: bool| {
        let from = kept
            .partial
            .try_update_value(Option::take)
            .flatten()
            .filter(|_| from);
        let (client, Takeable { order, stem }) = (client.clone(), takeable.clone());
        let owner = page.child();
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                let told = move |now| {
                    let _ = taking.progress.try_set(now);
                };
                let brought =
                    api::files::fetch(&client, &order, Purpose::Download, from, told).await;
                match brought {
                    Ok(received) => hand_over(taking, kept, received, stem),
                    Err(stopped) => {
                        if let FileError::Call(error) = &stopped.why {
                            session.was_refused(error);
                        }
                        stop(taking, kept, stopped);
                    }
                }
            });
        });
        kept.attempt.set_value(Some(owner));
    });
    let act = Callback::new(move |act| {
        if act == Act::Share {
            return share(taking, kept);
        }
        let is_cautioned = caution.is_some_and(|caution| caution.0.with_value(|told| *told));
        let before = taking.state.get_untracked();
        let Some(now) = after(&before, act, is_cautioned) else {
            return;
        };
        if let (Act::Accept, Some(caution)) = (act, caution) {
            caution.0.set_value(true);
        }
        let (begins, ends) = (now == TakingState::Receiving, now == TakingState::Cancelled);
        if begins {
            kept.file.set_value(None);
            taking.can_share.set(false);
            taking.share_failed.set(false);
            taking.ended_unseen.set(false);
            taking.progress.set(Progress::default());
        }
        taking.state.set(now);
        if begins {
            focus::focus_soon(kept.place.under_way_selector);
            begin.run(act == Act::Resume);
        } else if ends {
            kept.give_up();
            focus::focus_soon(kept.place.outcome_selector);
        }
    });
    TakingAway { act, ..taking }
}

fn hand_over(taking: TakingAway, kept: Kept, received: Received, stem: FileStem) {
    let (found, name) = (received.found, neutral_name(stem, received.found.ending));
    if !download::save(&received.parts, found.media_type, &name) {
        return end(taking, kept.place, TakingState::NotSaved);
    }
    let can_share = download::can_share(found.media_type, &name);
    // Otherwise it would only take up the memory.
    if can_share {
        kept.file.set_value(Some((received, name.clone())));
    }
    taking.can_share.set(can_share);
    taking.was_handed_over.set(true);
    end(taking, kept.place, TakingState::HandedOver(name));
}

fn stop(taking: TakingAway, kept: Kept, stopped: Stopped) {
    let Stopped { why, kept: partial } = stopped;
    let can_resume = partial.is_some();
    let _ = kept.partial.try_update_value(|kept| *kept = partial);
    end(taking, kept.place, TakingState::Failed { why, can_resume });
}

/// Leads the focus to what came of it, unless the agent went elsewhere meanwhile: then it is only told.
fn end(taking: TakingAway, place: TakingPlace, state: TakingState) {
    // What had the focus may go with the old state.
    let is_here = focus::is_within(".take-away") || !focus::is_within("body *");
    // Where the session has ended the page is gone by now.
    if taking.ended_unseen.try_set(!is_here).is_none()
        && taking.state.try_set(state).is_none()
        && is_here
    {
        focus::focus_soon(place.outcome_selector);
    }
}

fn share(taking: TakingAway, kept: Kept) {
    taking.share_failed.set(false);
    let Some(Some((received, name))) = kept.file.try_update_value(Option::take) else {
        return;
    };
    spawn_local(async move {
        let opened = download::share(&received.parts, received.found.media_type, &name).await;
        let _ = taking.share_failed.try_set(!opened);
        let _ = kept
            .file
            .try_update_value(|kept| *kept = Some((received, name)));
    });
}

#[cfg(test)]
mod tests {
    use super::{Act, TakingState as State, after};
    use crate::api::files::{FileError, Progress};

    fn failed(can_resume: bool) -> State {
        State::Failed {
            why: FileError::Cut(Progress::default()),
            can_resume,
        }
    }

    #[test]
    fn the_caution_comes_before_the_first_download_and_no_other() {
        assert_eq!(after(&State::Idle, Act::Ask, false), Some(State::Asking));
        assert_eq!(after(&State::Idle, Act::Ask, true), Some(State::Receiving));
        assert_eq!(
            after(&State::Asking, Act::Accept, false),
            Some(State::Receiving)
        );
        assert_eq!(
            after(&State::Asking, Act::Decline, false),
            Some(State::Idle)
        );
    }

    #[test]
    fn one_file_comes_at_a_time_and_can_be_given_up() {
        for act in [Act::Ask, Act::Accept, Act::Decline, Act::Resume] {
            assert_eq!(after(&State::Receiving, act, true), None, "{act:?}");
        }
        assert_eq!(
            after(&State::Receiving, Act::Cancel, true),
            Some(State::Cancelled)
        );
        for state in [State::Idle, State::Asking, State::Cancelled, failed(true)] {
            assert_eq!(after(&state, Act::Cancel, true), None, "{state:?}");
        }
    }

    #[test]
    fn whatever_came_of_it_it_can_be_asked_for_again_and_gone_on_with_where_something_is_kept() {
        let handed_over = State::HandedOver("document.pdf".to_owned());
        for state in [
            handed_over,
            State::Cancelled,
            State::NotSaved,
            failed(true),
            failed(false),
        ] {
            assert_eq!(after(&state, Act::Ask, true), Some(State::Receiving));
        }
        assert_eq!(
            after(&failed(true), Act::Resume, false),
            Some(State::Receiving)
        );
        assert_eq!(after(&failed(false), Act::Resume, true), None);
        assert_eq!(after(&State::Idle, Act::Resume, true), None);
    }
}
