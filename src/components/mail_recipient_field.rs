//! A field of recipients: chosen ones, a line to type in, and the directory below it; knows no call.
//!
//! An editable combobox with a listbox (ARIA Authoring Practices, "Combobox"): the focus stays in the line, the arrows
//! choose, Enter takes, Escape closes.

use super::dynamic::{part, text};
use super::mail_recipient_list::recipient_list;
use super::mail_recipient_options::{RecipientOptions, recipient_options};
use super::mail_recipient_state::{RecipientField, option_id};
use super::mail_writing_failure::id_of;
use crate::browser::{focus, keyboard};
use crate::state::locale::AgentLocale;
use leptos::ev::{ClipboardEvent, Event, FocusEvent, KeyboardEvent};
use leptos::prelude::*;

/// The field with its label, its hint and its error, tied together for assistive technology.
pub fn recipient_field(of: RecipientField, locale: AgentLocale) -> AnyView {
    let RecipientField { field, state, .. } = of;
    let id = id_of(field);
    let error = state.error(field);
    let is_wrong = move || error.with(Option::is_some);
    let wrong = part(move || {
        let id = format!("{id}-error");
        error
            .get()
            .map(|why| view! { <p class="field__error" id=id>{why}</p> })
    });
    let typed = Memo::new(move |_| {
        state
            .writing
            .with(|writing| writing.field(field).typed.clone())
    });
    let options = Memo::new(move |_| of.offered());
    let is_open = move || options.with(|options| !options.is_empty());
    let active = move || {
        let count = options.with(Vec::len);
        let at = of.active.get().filter(|at| *at < count);
        at.map(|at| option_id(field, at))
    };
    let described_by = move || {
        let error = if is_wrong() {
            format!("{id}-error ")
        } else {
            String::new()
        };
        format!("{error}mail-recipient-hint")
    };
    let type_in = move |event: Event| {
        let typed = event_target_value(&event);
        state.typing.set(Some(field));
        of.is_closed.set(false);
        of.active.set(None);
        of.change(|field| field.type_in(&typed));
        // Where nothing was typed before, what was taken at once is no change of what stands in the line.
        let left = state
            .writing
            .with_untracked(|writing| writing.field(field).typed.clone());
        if left != typed {
            keyboard::rewrite(&event, &left);
        }
    };
    let paste = move |event: ClipboardEvent| {
        // One line would run them together.
        let lines = keyboard::pasted(&event).filter(|text| text.contains(['\n', '\r']));
        if let Some(lines) = lines {
            event.prevent_default();
            of.change(|field| {
                let all = format!("{}\n{lines}", field.typed);
                field.finish(&all);
                field.typed = field.typed.replace(['\r', '\n'], " ");
            });
        }
    };
    // Who is chosen, or what is wrong, moves what stands below: not under the click that left the line.
    let leave = move |_: FocusEvent| focus::when_released(move || of.leave());
    view! {
        <div class="field mail-recipient" data-invalid=move || is_wrong().then_some("")>
            <label class="field__label" for=id>{text(move || locale.texts().mail_field(field).to_owned())}</label>
            <div role="status">{wrong}</div>
            {recipient_list(of, locale)}
            <div class="mail-recipient__line">
                <input
                    class="field__input"
                    type="text"
                    id=id
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    inputmode="email"
                    aria-autocomplete="list"
                    aria-expanded=move || if is_open() { "true" } else { "false" }
                    aria-controls=format!("{id}-options")
                    aria-activedescendant=active
                    aria-describedby=described_by
                    aria-invalid=move || is_wrong().then_some("true")
                    readonly=move || state.busy.get()
                    prop:value=typed
                    on:input=type_in
                    on:keydown=move |event: KeyboardEvent| of.press(&event)
                    on:paste=paste
                    on:blur=leave
                />
                {recipient_options(RecipientOptions { of, options }, locale)}
            </div>
        </div>
    }
    .into_any()
}
