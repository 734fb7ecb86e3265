//! Asking for leave: what is chosen and written, and the form around its fields; knows no call.

use super::dynamic::part;
use super::leave_form_state::LeaveFormState;
use super::leave_request_failure::{leave_request_failure, returned};
use super::spinner::Spinner;
use crate::browser::upload::ChosenFile;
use crate::contract::leave::{LeaveAttachment, NewLeaveRequest};
use crate::rules::leave_form::{LeaveField, LeaveWritten, WrittenFile};
use crate::state::locale::use_agent_locale;
use crate::state::once::LastTry;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// A request that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeaveDraft {
    /// The id of the kind that was chosen.
    pub kind: String,
    /// The first day as it is typed.
    pub from: String,
    /// True when the first day begins at noon.
    pub from_noon: bool,
    /// The last day as it is typed.
    pub to: String,
    /// True when the last day ends at noon.
    pub to_noon: bool,
    /// What the agent adds.
    pub comment: String,
    /// What is to stand with it.
    pub file: Option<DraftFile>,
    /// The days from the first to the last of the request that it was copied from.
    pub span: Option<u64>,
    /// The name of this wish, from its first try on: however often it is sent, it counts once.
    pub key: String,
    /// What was sent under that name.
    pub tried: Option<NewLeaveRequest>,
    /// How the last try ended.
    pub last_try: LastTry,
}

/// A file of the device that is to stand with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// The file, with a name that is shown to the agent and never sent.
    pub chosen: ChosenFile,
    /// The media type under which it is sent.
    pub media_type: String,
    /// The name under which it is kept once, however often it is sent.
    pub key: String,
    /// What the portal keeps; `None` until it has arrived.
    pub sent: Option<LeaveAttachment>,
}

impl LeaveDraft {
    /// What stands in the form.
    #[must_use]
    pub fn written(&self) -> LeaveWritten<'_> {
        LeaveWritten {
            kind: &self.kind,
            from: &self.from,
            from_noon: self.from_noon,
            to: &self.to,
            to_noon: self.to_noon,
            comment: &self.comment,
            file: match self.file.as_ref().map(|file| &file.sent) {
                None => WrittenFile::None,
                Some(None) => WrittenFile::NotSent,
                Some(Some(sent)) => WrittenFile::Sent(&sent.id),
            },
        }
    }
}

/// The id of a field, to which an error leads.
#[must_use]
pub fn id_of(field: LeaveField) -> &'static str {
    match field {
        LeaveField::Kind => "leave-kind",
        LeaveField::From => "leave-from",
        LeaveField::To => "leave-to",
        LeaveField::Comment => "leave-comment",
        LeaveField::File => "leave-file",
    }
}

/// The form around its fields, with what became of the last try.
#[component]
pub fn LeaveForm(
    /// What the fields share.
    state: LeaveFormState,
    /// Sends it.
    send: Callback<()>,
    /// Forgets what is chosen and written.
    erase: Callback<()>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let locale = use_agent_locale();
    let LeaveFormState {
        draft,
        busy,
        failure,
        ..
    } = state;
    let slow = slowly(busy);
    let waits = move || busy.get().then_some("true");
    let last_try = Memo::new(move |_| draft.with(|draft| draft.last_try));
    let is_begun = Memo::new(move |_| draft.with(|draft| *draft != LeaveDraft::default()));
    let told = part(move || match failure.get() {
        Some(why) => Some(leave_request_failure(&why, send, locale)),
        None => returned(last_try.get(), locale),
    });
    let erase = part(move || {
        is_begun.get().then(|| {
            view! { <button class="button" type="button" aria-disabled=waits on:click=move |_| erase.run(())>{locale.say(|t| t.erase_draft())}</button> }
        })
    });
    view! {
        <div class="leave-form">
            <div class="leave-form__told">{told}</div>
            <form class="leave-form__fields" novalidate=true on:submit=move |event| { event.prevent_default(); send.run(()); }>
                {children()}
                <p class="leave-form__deeds">
                    <button class="button" data-variant="primary" type="submit" aria-disabled=waits>{locale.say(|t| t.send_request())}</button>
                    {erase}
                </p>
                {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.sending_request()))/> }))}
            </form>
        </div>
    }
}
