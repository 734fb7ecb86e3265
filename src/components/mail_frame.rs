//! The text of a message: its HTML in a frame that nothing leaves, or its words; knows no call.

use super::dynamic::{part, text};
use super::failure_words::words;
use super::icon::Icon;
use super::mail_text::MailText;
use super::spinner::Spinner;
use crate::browser::focus;
use crate::rules::mail_body::FRAME_SANDBOX;
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::mail_body::{BodyReading, BodyState};
use leptos::prelude::*;
use std::sync::Arc;

const HEADING: &str = "#mail-body";

/// The text as it is read now, under a heading, with what it can be read as.
#[component]
pub fn MailBody(
    /// How it is read.
    reading: BodyReading,
    /// Its words.
    words: Arc<str>,
    /// True when it has HTML.
    has_html: bool,
    /// How many of its pictures are elsewhere.
    remote_images: u32,
) -> impl IntoView {
    let locale = use_agent_locale();
    let shown = part(move || {
        let in_words = |why: Option<AnyView>| {
            let text = words.clone();
            view! { {why}<div class="mail-text"><MailText text/></div> }.into_any()
        };
        match reading.state.get() {
            BodyState::Words => in_words(None),
            BodyState::Checking => {
                view! { <Spinner label=Signal::derive(locale.say(|t| t.checking_html()))/> }
                    .into_any()
            }
            BodyState::Framed(url) => framed(url, reading, remote_images, locale),
            BodyState::Unsafe => in_words(Some(why(locale.texts().html_unsafe().to_owned(), None))),
            BodyState::OtherSite => {
                in_words(Some(why(locale.texts().html_other_site().to_owned(), None)))
            }
            BodyState::Failed(error) => {
                let t = locale.texts();
                let text = format!(
                    "{} {}",
                    t.html_failed(),
                    self::words(&error, locale.get()).text
                );
                in_words(Some(why(text, Some((reading.retry, t.try_again())))))
            }
        }
    });
    let switch = has_html.then(|| {
        let words = move || {
            let t = locale.texts();
            if reading.wants_words.get() {
                t.show_as_html()
            } else {
                t.show_as_words()
            }
        };
        let press = move |_| reading.wants_words.update(|wants| *wants = !*wants);
        view! { <button class="button" type="button" on:click=press><Icon name="file"/>{part(words)}</button> }
    });
    view! {
        <section class="mail-body" aria-labelledby="mail-body">
            <div class="mail-body__head">
                <h2 class="mail-body__heading" id="mail-body" tabindex="-1">{locale.say(|t| t.mail_text())}</h2>
                {switch}
            </div>
            {shown}
        </section>
    }
}

fn why(words: String, again: Option<(Callback<()>, &'static str)>) -> AnyView {
    let again = again.map(|(retry, words)| {
        let press = move |_| {
            focus::focus_soon(HEADING);
            retry.run(());
        };
        view! { {" "}<button class="button" type="button" on:click=press>{words}</button> }
    });
    view! { <p class="mail-body__why" role="status"><Icon name="info"/><span>{words}{again}</span></p> }
        .into_any()
}

/// A frame of another origin tells nothing of its height: it can be made larger by hand.
fn framed(url: String, reading: BodyReading, images: u32, locale: AgentLocale) -> AnyView {
    let is_large = RwSignal::new(false);
    let size = move || {
        let t = locale.texts();
        if is_large.get() {
            t.reduce_frame()
        } else {
            t.enlarge_frame()
        }
    };
    let about_images = part(move || (images > 0).then(|| about_images(reading, images, locale)));
    view! {
        {about_images}
        <p class="mail-body__note">{locale.say(|t| t.frame_links())}</p>
        <div class="mail-body__frame" data-large=move || is_large.get().then_some("")>
            <iframe
                class="mail-body__document"
                src=url
                sandbox=FRAME_SANDBOX
                referrerpolicy="no-referrer"
                title=text(move || locale.texts().mail_frame().to_owned())
            ></iframe>
        </div>
        <p><button class="button" type="button" on:click=move |_| is_large.update(|large| *large = !*large)>{part(size)}</button></p>
    }
    .into_any()
}

/// Pictures that are elsewhere come only when they are asked for: who fetches one tells its sender.
fn about_images(reading: BodyReading, images: u32, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let are_shown = untrack(|| reading.wants_images.get());
    let (said, words, icon) = if are_shown {
        (t.images_shown().to_owned(), t.hide_images(), "eye-off")
    } else {
        (t.images_held_back(images), t.show_images(), "eye")
    };
    let press = move |_| {
        // The button goes away.
        focus::focus_soon(HEADING);
        reading.wants_images.set(!are_shown);
    };
    view! {
        <div class="mail-body__images">
            <p>{said}</p>
            <button class="button" type="button" on:click=press><Icon name=icon/>{words}</button>
        </div>
    }
    .into_any()
}
