//! Reads the code of a check-up back into words, for whoever answers the phone; knows no network.

use super::dynamic::part;
use super::finding_words::{icon, severity_name};
use super::icon::Icon;
use crate::i18n::texts::Guide;
use crate::rules::checkup_code::{CheckupSummary, InvalidCode, decode, names};
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// A field for the code, and what it says.
#[component]
pub fn CodeReader() -> impl IntoView {
    let locale = use_locale();
    let typed = RwSignal::new(String::new());
    let read: RwSignal<Option<Result<CheckupSummary, InvalidCode>>> = RwSignal::new(None);
    let invalid = move || matches!(read.get(), Some(Err(_)));
    view! {
        <details class="code-reader">
            <summary class="code-reader__summary">{locale.say(|t| t.decoder_heading())}</summary>
            <form
                class="code-reader__form"
                on:submit=move |event| {
                    event.prevent_default();
                    read.set(Some(decode(&typed.get_untracked())));
                }
            >
                <div class="field">
                    <label class="field__label" for="code">{locale.say(|t| t.decoder_label())}</label>
                    <p class="field__hint" id="code-hint">{locale.say(|t| t.decoder_text())}</p>
                    <input
                        class="field__input"
                        type="text"
                        id="code"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-describedby="code-hint code-outcome"
                        aria-invalid=move || invalid().then_some("true")
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </div>
                <button class="button" type="submit">{locale.say(|t| t.decoder_button())}</button>
            </form>
            <div id="code-outcome" role="status">
                {part(move || read.get().map(|read| {
                    let t = locale.texts();
                    match read {
                        Err(reason) => view! { <p class="field__error">{t.decoder_error(reason)}</p> }.into_any(),
                        Ok(summary) => {
                            let (browser, system) = names(&summary, t.decoder_other());
                            let items = summary.causes.into_iter().map(|cause| view! {
                                <li class="code-reader__item" data-severity=severity_name(cause.severity())>
                                    <Icon name=icon(cause.severity())/>
                                    <span><strong>{t.check_name(cause.check())}</strong>{" – "}{t.verdict(cause)}{" "}{t.step(cause, Guide::Other)}</span>
                                </li>
                            }).collect::<Vec<_>>();
                            view! {
                                <p>{browser}{" – "}{system}</p>
                                <ul class="code-reader__items">{items}</ul>
                            }
                            .into_any()
                        }
                    }
                }))}
            </div>
        </details>
    }
}
