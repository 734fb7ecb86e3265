//! What would come of a request, before it is sent; knows no call.

use super::dynamic::{part, text};
use super::leave_preview_parts::{
    balance_table, colleague_list, obstacle_list, overlap_list, people_away, refused_list,
};
use crate::browser::focus;
use crate::contract::leave::LeavePreview;
use crate::i18n::leave_words::days;
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// What is known of what is chosen just now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Previewing {
    /// Too little is chosen to be asked.
    #[default]
    Waiting,
    /// It is being asked; what stands there is of another choice.
    Asking(Option<Box<LeavePreview>>),
    /// This would come of it.
    Known(Box<LeavePreview>),
    /// Nobody can tell.
    Failed,
}

/// The count, the rights, and all that is in the way; nothing of it keeps anybody from sending.
#[component]
pub fn LeavePreviewPanel(
    /// What is known.
    previewing: RwSignal<Previewing>,
    /// Asks again.
    ask_again: Callback<()>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let is_stale = move || previewing.with(|it| matches!(it, Previewing::Asking(_)));
    let shown = part(move || shown(previewing.get(), ask_again, locale));
    let counting = text(move || {
        let words = is_stale().then(|| locale.texts().preview_counting());
        words.unwrap_or_default().to_owned()
    });
    let said = text(move || previewing.with(|previewing| said(previewing, locale)));
    view! {
        <section class="leave-preview" aria-labelledby="leave-preview" data-stale=move || is_stale().then_some("")>
            <div class="leave-preview__head">
                <h2 class="leave-preview__heading" id="leave-preview" tabindex="-1">{locale.say(|t| t.preview_leave())}</h2>
                <p class="leave-preview__counting">{counting}</p>
            </div>
            <div class="leave-preview__body">{shown}</div>
            <p class="visually-hidden" role="status">{said}</p>
        </section>
    }
}

/// What is spoken once it is known; nothing while somebody is still choosing.
fn said(previewing: &Previewing, locale: AgentLocale) -> String {
    match previewing {
        Previewing::Known(preview) => {
            let days = days(i64::from(preview.half_days), locale.get());
            let away = people_away(preview);
            locale
                .texts()
                .preview_said(&days, preview.obstacles.len(), away)
        }
        Previewing::Failed => locale.texts().preview_failed().to_owned(),
        Previewing::Waiting | Previewing::Asking(_) => String::new(),
    }
}

fn shown(previewing: Previewing, ask_again: Callback<()>, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    match previewing {
        Previewing::Waiting => view! { <p>{t.preview_waits()}</p> }.into_any(),
        Previewing::Asking(None) => ().into_any(),
        Previewing::Asking(Some(preview)) | Previewing::Known(preview) => known(&preview, locale),
        Previewing::Failed => {
            let again = move |_| {
                // The button goes.
                focus::focus_soon("#leave-preview");
                ask_again.run(());
            };
            view! {
                <p>{t.preview_failed()}</p>
                <p><button class="button" type="button" on:click=again>{t.try_again()}</button></p>
            }
            .into_any()
        }
    }
}

fn known(preview: &LeavePreview, locale: AgentLocale) -> AnyView {
    let count = days(i64::from(preview.half_days), locale.get());
    view! {
        <p class="leave-preview__count">{locale.texts().preview_counts(&count)}</p>
        {obstacle_list(&preview.obstacles, locale)}
        {overlap_list(&preview.overlaps, locale)}
        {refused_list(&preview.refused_periods, locale)}
        {balance_table(&preview.balances, locale)}
        {colleague_list(preview, locale)}
    }
    .into_any()
}
