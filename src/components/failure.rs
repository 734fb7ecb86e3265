//! A failed call where its data was due; knows no call.

use super::dynamic::part;
use super::failure_words::{FailureWords, NextStep, words};
use super::notice::{Notice, NoticeVariant};
use super::trace_reference::TraceReference;
use crate::api::answer::ApiError;
use crate::browser::document;
use crate::route::{Route, SpaceRoute};
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// A failed call where its data was due.
#[component]
pub fn Failure(
    /// Why it failed.
    error: ApiError,
    /// Makes the same call again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let current = {
        let error = error.clone();
        Memo::new(move |_| words(&error, locale.get()).title.to_owned())
    };
    let body = part(move || {
        let FailureWords {
            text,
            next,
            trace_id,
            ..
        } = words(&error, locale.get());
        let t = locale.texts();
        let step = match next {
            NextStep::TryAgain => view! { <button class="button" type="button" on:click=move |_| retry.run(())>{t.try_again()}</button> }.into_any(),
            NextStep::Reload => view! { <button class="button" type="button" on:click=move |_| document::reload()>{t.reload_page()}</button> }.into_any(),
            NextStep::LogIn => view! { <a class="button" href=Route::Login.href()>{t.back_to_login()}</a> }.into_any(),
            NextStep::Leave => view! { <a class="button" href=Route::Space(SpaceRoute::Home).href()>{t.back_to_space()}</a> }.into_any(),
            NextStep::Nothing => ().into_any(),
        };
        view! {
            <p>{text}</p>
            {trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
            <p class="notice__step">{step}</p>
        }
    });
    view! { <Notice variant=NoticeVariant::Failure title=current>{body}</Notice> }
}
