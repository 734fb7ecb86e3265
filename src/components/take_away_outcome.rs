//! What stands around a file that is taken away: the caution before it, and what came of it; knows no resource and no session.

use super::dialog::Dialog;
use super::dynamic::part;
use super::file_failure::{FileFailureWords, file_failure, file_failure_words};
use super::icon::Icon;
use crate::state::locale::AgentLocale;
use crate::state::take_away::{Act, TakingState};
use leptos::prelude::*;

const CAUTION: &str = "take-away-caution";

/// What came of it; nothing while it is asked for or on its way. Of what did not come nothing is claimed about a copy
/// that an earlier try left.
pub fn outcome(state: &TakingState, was_handed_over: bool, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let earlier = move || was_handed_over.then(|| view! { <p>{t.earlier_copy()}</p> });
    let shown = match state {
        TakingState::Idle | TakingState::Asking | TakingState::Receiving => return None,
        TakingState::HandedOver(name) => view! {
            <div class="take-away__message" data-variant="done"><Icon name="check"/><div>
                <p><strong>{t.download_handed_over(name)}</strong></p>
                <p>{t.download_next()}</p>
            </div></div>
        }
        .into_any(),
        TakingState::Cancelled => view! {
            <div class="take-away__message"><Icon name="info"/><div>
                <p>{t.download_cancelled()}</p>
                {earlier()}
            </div></div>
        }
        .into_any(),
        TakingState::NotSaved | TakingState::Failed { .. } => {
            let words = failure_of(state, locale)?;
            view! {
                <div class="take-away__message" data-variant="failed"><Icon name="alert"/><div>
                    {file_failure(words)}
                    <p>{t.nothing_saved()}</p>
                    {earlier()}
                </div></div>
            }
            .into_any()
        }
    };
    Some(shown)
}

/// The same in a sentence or two, for who is elsewhere on the page.
#[must_use]
pub fn spoken(state: &TakingState, locale: AgentLocale) -> String {
    match state {
        TakingState::HandedOver(name) => locale.texts().download_handed_over(name),
        _ => failure_of(state, locale).map_or_else(String::new, |words| words.title.to_owned()),
    }
}

fn failure_of(state: &TakingState, locale: AgentLocale) -> Option<FileFailureWords> {
    let t = locale.texts();
    match state {
        TakingState::NotSaved => Some(FileFailureWords {
            title: t.not_saved_title(),
            text: t.not_saved_text().to_owned(),
            trace_id: None,
        }),
        TakingState::Failed { why, can_resume } => {
            Some(file_failure_words(why, *can_resume, locale.get()))
        }
        _ => None,
    }
}

/// What can happen to a file outside the portal, before the first one leaves it.
pub fn caution(act: Callback<Act>, locale: AgentLocale) -> AnyView {
    let decline = Callback::new(move |()| act.run(Act::Decline));
    let points = part(move || {
        let points = locale.texts().caution_points();
        points
            .map(|point| view! { <li>{point}</li> })
            .collect_view()
    });
    view! {
        <Dialog id=CAUTION title=Signal::derive(locale.say(|t| t.caution_title())) escape=decline>
            <div id=format!("{CAUTION}-text")>
                <p>{locale.say(|t| t.caution_text())}</p>
                <ul class="checklist">{points}</ul>
            </div>
            <div class="dialog__answers">
                <button class="button" data-variant="primary" type="button" on:click=move |_| act.run(Act::Accept)><Icon name="download"/>{locale.say(|t| t.caution_accept())}</button>
                <button class="button" type="button" on:click=move |_| decline.run(())>{locale.say(|t| t.cancel())}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
