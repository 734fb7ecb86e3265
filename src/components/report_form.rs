//! "This was not me": what will happen, a comment, and sending it; knows no call and no event.

use super::dynamic::{part, text};
use super::error_summary::{ErrorSummary, SummaryError};
use super::failure_words::{NextStep, words};
use super::notice::{Notice, NoticeVariant};
use super::spinner::Spinner;
use super::trace_reference::TraceReference;
use crate::api::answer::ApiError;
use crate::browser::{document, focus};
use crate::contract::activity::LONGEST_COMMENT;
use crate::route::{Route, SpaceRoute};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// A report that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportDraft {
    /// What the agent adds.
    pub comment: String,
    /// How the last try ended.
    pub last_try: LastTry,
}

/// How the last try to send a report ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastTry {
    /// There was none.
    #[default]
    None,
    /// It was not taken.
    NotSent,
    /// Nobody knows.
    Lost,
}

/// The heading, to move the focus to.
pub const REPORT_HEADING: &str = "#report-heading";

const COMMENT: &str = "report-comment";

/// From so many characters left on, they are counted: before, the number would only distract.
const COUNTED_FROM: usize = 300;

/// The form, with what became of the last try.
#[component]
pub fn ReportForm(
    /// What is written.
    draft: RwSignal<ReportDraft>,
    /// True while it is on its way.
    busy: RwSignal<bool>,
    /// Why it was not taken, while this page stands.
    failure: RwSignal<Option<ApiError>>,
    /// Sends it.
    send: Callback<()>,
    /// Closes the form and forgets what was written.
    cancel: Callback<()>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let slow = slowly(Memo::new(move |_| busy.get()));
    let length = move || draft.with(|draft| draft.comment.chars().count());
    let too_long = Memo::new(move |_| length() > LONGEST_COMMENT);
    let send = Callback::new(move |()| {
        if too_long.get_untracked() {
            focus::focus_id(COMMENT);
        } else {
            send.run(());
        }
    });
    let told = part(move || match failure.get() {
        Some(error) => Some(failed(&error, locale, send)),
        None => returned(draft.with(|draft| draft.last_try), locale),
    });
    let counted = move || {
        let (t, length) = (locale.texts(), length());
        match LONGEST_COMMENT.checked_sub(length) {
            None => t.characters_over(length - LONGEST_COMMENT),
            Some(left) if left <= COUNTED_FROM => t.characters_left(left),
            Some(_) => String::new(),
        }
    };
    let error = part(move || {
        too_long.get().then(|| view! { <p class="field__error" id=format!("{COMMENT}-error")>{locale.texts().comment_too_long()}</p> })
    });
    let effects = part(move || {
        let effects = locale.texts().report_effects();
        effects
            .map(|effect| view! { <li>{effect}</li> })
            .collect_view()
    });
    let waits = move || busy.get().then_some("true");
    view! {
        <section class="report-form" aria-labelledby="report-heading">
            <h4 class="report-form__heading" id="report-heading" tabindex="-1">{locale.say(|t| t.report_heading())}</h4>
            <div class="report-form__told">{told}</div>
            <ul class="checklist">{effects}</ul>
            <form class="report-form__form" on:submit=move |event| { event.prevent_default(); send.run(()); }>
                <div class="field" data-invalid=move || too_long.get().then_some("")>
                    <label class="field__label" for=COMMENT>{locale.say(|t| t.report_comment())}</label>
                    <p class="field__hint" id=format!("{COMMENT}-hint")>{locale.say(|t| t.report_comment_hint())}</p>
                    <div role="status">{error}</div>
                    <textarea
                        class="field__input report-form__comment"
                        id=COMMENT
                        rows="4"
                        autocomplete="off"
                        aria-describedby=move || if too_long.get() { format!("{COMMENT}-error {COMMENT}-hint") } else { format!("{COMMENT}-hint") }
                        aria-invalid=move || too_long.get().then_some("true")
                        readonly=move || busy.get()
                        prop:value=move || draft.with(|draft| draft.comment.clone())
                        on:input=move |event| draft.update(|draft| draft.comment = event_target_value(&event))
                    >{""}</textarea>
                    <p class="field__note">{text(counted)}</p>
                </div>
                <p class="report-form__actions">
                    <button class="button" data-variant="primary" type="submit" aria-disabled=waits>{locale.say(|t| t.send_report())}</button>
                    <button class="button" type="button" aria-disabled=waits on:click=move |_| cancel.run(())>{locale.say(|t| t.cancel())}</button>
                </p>
                {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.sending_report()))/> }))}
            </form>
        </section>
    }
}

/// What somebody who comes back finds said about the try that went wrong before.
fn returned(last: LastTry, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let (title, text) = match last {
        LastTry::None => return None,
        LastTry::NotSent => (t.report_failed(), t.report_not_sent()),
        LastTry::Lost => (t.report_lost_title(), t.report_lost()),
    };
    let title = Signal::stored(title.to_owned());
    Some(view! { <Notice variant=NoticeVariant::Warning title><p>{text}</p></Notice> }.into_any())
}

/// Why it was not taken, with its one next step; a lost answer is no reason not to send it again.
fn failed(error: &ApiError, locale: AgentLocale, send: Callback<()>) -> AnyView {
    let (t, words) = (locale.texts(), words(error, locale.get()));
    let again = || {
        view! { <button class="button" type="button" on:click=move |_| send.run(())>{t.try_again()}</button> }.into_any()
    };
    let (title, text, step) = if *error == ApiError::OutcomeUnknown {
        (
            t.report_lost_title(),
            t.report_lost().to_owned(),
            Some(again()),
        )
    } else {
        let step = match words.next {
            NextStep::TryAgain => Some(again()),
            NextStep::Reload => Some(view! { <button class="button" type="button" on:click=move |_| document::reload()>{t.reload_page()}</button> }.into_any()),
            NextStep::LogIn => Some(view! { <a class="button" href=Route::Login.href()>{t.back_to_login()}</a> }.into_any()),
            NextStep::Leave => Some(view! { <a class="button" href=Route::Space(SpaceRoute::Home).href()>{t.back_to_space()}</a> }.into_any()),
            NextStep::Nothing => None,
        };
        (t.report_failed(), words.text, step)
    };
    let errors = vec![SummaryError { text, field: None }];
    view! {
        <ErrorSummary title errors>
            {words.trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
            {step.map(|step| view! { <p>{step}</p> })}
        </ErrorSummary>
    }
    .into_any()
}
