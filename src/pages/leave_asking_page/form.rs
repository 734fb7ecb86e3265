//! The form of asking for leave, put together: its fields, its draft, and the copy that it may begin with; knows no call.

use super::AskingParts;
use super::asking::{Asking, draft_of_leave};
use super::copying::{Copying, copied};
use super::naming::replace;
use super::previewing::Preview;
use crate::browser::focus;
use crate::components::dynamic::part;
use crate::components::leave_attachment::attachment_field;
use crate::components::leave_calendar_picker::Picking;
use crate::components::leave_form::{LeaveDraft, LeaveForm};
use crate::components::leave_form_dates::dates;
use crate::components::leave_form_fields::{comment_field, kind_choice};
use crate::components::leave_form_picking::pick_into;
use crate::components::leave_form_state::LeaveFormState;
use crate::components::leave_preview::LeavePreviewPanel;
use crate::components::notice::{Notice, NoticeVariant};
use crate::contract::leave::LeaveKinds;
use crate::i18n::leave_words::period;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The fields, under what became of a draft or a copy.
pub fn form(kinds: LeaveKinds, parts: AskingParts, locale: AgentLocale) -> AnyView {
    if kinds.items.is_empty() {
        return view! { <p class="empty">{locale.say(|t| t.no_leave_kinds())}</p> }.into_any();
    }
    let draft = draft_of_leave();
    let Asking {
        send,
        sending,
        failure,
    } = parts.asking;
    let Preview { known, ask_again } = parts.preview;
    let busy = Memo::new(move |_| sending.with(|sending| sending.under_way.is_some()));
    let state = LeaveFormState::new(kinds, draft, parts.today, busy, failure, locale);
    let picking = Picking {
        pick: pick_into(state, parts.picking.is_open),
        ..parts.picking
    };
    let erased = RwSignal::new(None::<LeaveDraft>);
    let erase = Callback::new(move |()| {
        if !busy.get_untracked() {
            parts.attaching.stop.run(());
            erased.set(Some(draft.get_untracked()));
            failure.set(None);
            parts.copying.set(Copying::None);
            replace(draft, sending, LeaveDraft::default());
            focus::focus_soon("#leave-erased");
        }
    });
    let preview = view! { <LeavePreviewPanel previewing=known ask_again/> }.into_any();
    view! {
        {part(move || erasing(erased, draft, locale))}
        {part(move || copy_notice(parts, state, locale))}
        <LeaveForm state send erase>
            {kind_choice(state, parts.left, locale)}
            {dates(state, picking, preview, locale)}
            {comment_field(state, locale)}
            {attachment_field(state, parts.attaching, locale)}
        </LeaveForm>
    }
    .into_any()
}

/// What was erased can be taken back until something new is begun.
fn erasing(
    erased: RwSignal<Option<LeaveDraft>>,
    draft: RwSignal<LeaveDraft>,
    locale: AgentLocale,
) -> Option<AnyView> {
    let is_empty = draft.with(|draft| *draft == LeaveDraft::default());
    erased.get().filter(|_| is_empty).map(|before| {
        let back = move |_| {
            erased.set(None);
            draft.set(before.clone());
            focus::focus_soon("main h1");
        };
        view! {
            <p class="leave-form__erased" id="leave-erased" tabindex="-1" role="status">
                {locale.say(|t| t.draft_erased())}{" "}
                <button class="button" type="button" on:click=back>{locale.say(|t| t.undo_erasing())}</button>
            </p>
        }
        .into_any()
    })
}

/// What became of the copy that was asked for.
fn copy_notice(parts: AskingParts, state: LeaveFormState, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let LeaveFormState { draft, busy, .. } = state;
    let waits = move || busy.get().then_some("true");
    let title = |words: &'static str| Signal::stored(words.to_owned());
    let request = parts.copy.get();
    match parts.copying.get() {
        Copying::None => None,
        Copying::Failed => Some(view! { <Notice variant=NoticeVariant::Warning title=title(t.ask_for_leave())><p>{t.copy_failed()}</p></Notice> }.into_any()),
        Copying::Done => request.map(|request| {
            let when = period(request.summary.period, locale.get());
            view! { <Notice variant=NoticeVariant::Information title=title(t.copied_leave_title())><p>{t.copied_leave(&when)}</p></Notice> }.into_any()
        }),
        Copying::OrDraft => request.map(|request| {
            let settle = move |copy: Option<LeaveDraft>| {
                parts.copying.set(copy.as_ref().map_or(Copying::None, |_| Copying::Done));
                if let Some(copy) = copy {
                    parts.attaching.stop.run(());
                    parts.asking.failure.set(None);
                    replace(draft, parts.asking.sending, copy);
                }
                focus::focus_soon("main h1");
            };
            let take = move |_| {
                // What is on its way is not changed.
                if !busy.get_untracked() {
                    let kinds = parts.kinds.get_untracked().unwrap_or_default();
                    settle(Some(copied(&request, &kinds)));
                }
            };
            view! {
                <Notice variant=NoticeVariant::Warning title=title(t.copy_or_draft_title())>
                    <p>{t.copy_or_draft()}</p>
                    <p class="leave-form__deeds">
                        <button class="button" type="button" on:click=move |_| settle(None)>{t.keep_draft()}</button>
                        <button class="button" type="button" aria-disabled=waits on:click=take>{t.replace_draft()}</button>
                    </p>
                </Notice>
            }
            .into_any()
        }),
    }
}
