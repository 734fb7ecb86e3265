//! A file shown in the page, or why it is not; knows no call.

use super::dynamic::{part, text};
use super::file_failure::{file_failure, file_failure_words};
use super::icon::Icon;
use super::spinner::Spinner;
use crate::api::files::FileError;
use crate::browser::focus;
use crate::i18n::file_words::bytes;
use crate::i18n::texts::NoPreview;
use crate::state::amounts::use_amounts;
use crate::state::document_preview::{Preview, PreviewState};
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// The heading, to which the focus goes when a button of the preview is gone.
const HEADING: &str = "#preview";

/// The preview in each of its states.
#[component]
pub fn DocumentPreview(
    /// What there is to show.
    preview: Preview,
    /// The title of the document, as it may be shown.
    title: Signal<String>,
    /// The address of the file, to open it elsewhere.
    href: String,
    /// True when the file can be downloaded here.
    is_download_allowed: bool,
) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    let shown = part(move || {
        let is_shared = amounts.is_shared_device();
        let steps = Steps {
            href: (!is_shared).then(|| href.clone()),
            is_download_allowed: is_download_allowed && !is_shared,
            is_shared,
            locale,
        };
        let name = move || locale.texts().preview_of(&title.get());
        match preview.state.get() {
            PreviewState::Masked => masked(preview, locale),
            PreviewState::Large(_) => large(preview, locale),
            PreviewState::Checking => {
                view! { <Spinner label=Signal::derive(locale.say(|t| t.checking_file()))/> }.into_any()
            }
            PreviewState::Picture(url) => {
                let fails = move |_| preview.state.set(PreviewState::No(NoPreview::NotDrawn));
                view! {
                    <img class="document-preview__picture" src=url alt=text(name) on:error=fails/>
                    {steps.under(None)}
                }
                .into_any()
            }
            PreviewState::Pdf(url) => view! {
                <iframe class="document-preview__frame" src=url title=text(name)></iframe>
                {steps.under(Some(preview))}
            }
            .into_any(),
            PreviewState::Text(words) => view! {
                <pre class="document-preview__text" tabindex="0" role="region" aria-label=text(name) lang="fr">{words}</pre>
                {steps.under(None)}
            }
            .into_any(),
            PreviewState::No(why) => steps.none(why),
            PreviewState::Failed(why) => failed(&why, preview, locale),
        }
    });
    view! {
        <section class="document-preview" aria-labelledby="preview">
            <h2 class="document-preview__heading" id="preview" tabindex="-1">{locale.say(|t| t.preview_heading())}</h2>
            {shown}
        </section>
    }
}

/// What can be done with a file besides looking at it.
#[derive(Clone)]
struct Steps {
    href: Option<String>,
    is_download_allowed: bool,
    is_shared: bool,
    locale: AgentLocale,
}

impl Steps {
    /// Under a file that is shown, and drawn apart from it: another language does not load it anew. A frame, which `framed`
    /// draws again, may stay empty or not be shown whole, and nothing tells.
    fn under(self, framed: Option<Preview>) -> AnyView {
        part(move || self.words_under(framed)).into_any()
    }

    fn words_under(&self, framed: Option<Preview>) -> AnyView {
        let t = self.locale.texts();
        let cut = (framed.is_some() && self.is_download_allowed)
            .then(|| view! { <p class="document-preview__note">{t.preview_incomplete()}</p> });
        let again = framed.map(|preview| {
            view! { <p class="document-preview__again">{t.preview_missing()}{retry(preview, t.try_again())}</p> }
        });
        let open = self.href.clone().map(|href| {
            view! {
                <p><a href=href target="_blank" rel="external noreferrer">{t.open_in_tab()}<span class="visually-hidden">{t.new_tab()}</span></a></p>
            }
        });
        view! { {cut}{again}{open}{self.mask()} }.into_any()
    }

    /// Where others use the device, what was asked for can be masked again.
    fn mask(&self) -> Option<AnyView> {
        let (amounts, words) = (use_amounts(), self.locale.texts().mask_preview());
        let press = Callback::new(move |()| amounts.switch());
        self.is_shared
            .then(|| button("eye-off", words.to_owned(), press))
    }

    /// In place of a file that is not.
    fn none(self, why: NoPreview) -> AnyView {
        let t = self.locale.texts();
        let step = t.no_preview_step(self.is_download_allowed, self.is_shared);
        view! {
            <div class="document-preview__none"><Icon name="info"/><div>
                <p>{t.no_preview(why)}</p>
                <p>{step}</p>
            </div></div>
            {self.mask()}
        }
        .into_any()
    }
}

fn masked(preview: Preview, locale: AgentLocale) -> AnyView {
    let (t, amounts) = (locale.texts(), use_amounts());
    let show = Callback::new(move |()| {
        preview.accept.run(());
        amounts.switch();
    });
    view! {
        <p>{t.preview_masked()}</p>
        {button("eye", show_words(preview, locale), show)}
    }
    .into_any()
}

fn large(preview: Preview, locale: AgentLocale) -> AnyView {
    view! {
        <p>{locale.texts().preview_large()}</p>
        {button("eye", show_words(preview, locale), preview.accept)}
    }
    .into_any()
}

fn show_words(preview: Preview, locale: AgentLocale) -> String {
    let size = preview.large.map(|size| bytes(size, locale.get()));
    locale.texts().show_preview(size.as_deref())
}

fn button(icon: &'static str, words: String, act: Callback<()>) -> AnyView {
    let press = move |_| {
        act.run(());
        focus::focus_soon(HEADING);
    };
    view! { <p><button class="button" type="button" on:click=press><Icon name=icon/>{words}</button></p> }
        .into_any()
}

fn retry(preview: Preview, words: &'static str) -> AnyView {
    let press = move |_| {
        focus::focus_soon(HEADING);
        preview.retry.run(());
    };
    view! { <button class="button" type="button" on:click=press>{words}</button> }.into_any()
}

fn failed(why: &FileError, preview: Preview, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    // A file that is not what it was said to be is no other the next time.
    let again = !matches!(why, FileError::Invalid(_));
    let words = file_failure_words(why, false, locale.get());
    view! {
        <div class="document-preview__none" data-variant="failed" role="alert"><Icon name="alert"/><div>
            {file_failure(words)}
            {again.then(|| view! { <p>{retry(preview, t.try_again())}</p> })}
        </div></div>
    }
    .into_any()
}
