//! A text that is due: what changed since the version that the agent accepted, then the whole; knows no call.

use super::dynamic::part;
use super::text_body::{TextPart, Words, inner_parts, points};
use crate::contract::consent::{Acceptance, ConsentText};
use crate::i18n::dates::long_date;
use crate::i18n::locale::Locale;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// One text, open when it is the agent's first; another language leaves it open or closed as it is.
#[component]
pub fn ConsentTextView(
    /// The text, with what the agent accepted of it.
    due: ConsentText,
    /// What tells it from the other one, for its heading.
    id: &'static str,
) -> impl IntoView {
    let locale = use_locale();
    let ConsentText {
        text,
        accepted,
        changes,
    } = due;
    let is_first = accepted.is_none();
    let title = text.title.clone();
    let (version, since) = (text.version.clone(), text.published_on);
    let facts = part(move || {
        let (locale, t) = (locale.get(), locale.texts());
        let before = accepted.as_ref().map(|accepted| {
            let Acceptance { version, at } = accepted;
            let date = long_date(at.wall_clock().date(), locale);
            match words_of(&changes, locale) {
                none if none.is_empty() => {
                    view! { <p>{t.consent_no_changes(version, &date)}</p> }.into_any()
                }
                changes => view! {
                    <h3>{t.consent_changes(version, &date)}</h3>
                    {points(changes)}
                }
                .into_any(),
            }
        });
        view! {
            <p class="consent__version">{t.consent_version(&version, &long_date(since, locale))}</p>
            {before}
        }
    });
    let heading = part(move || {
        let Words { text, lang } = Words::of(&title, locale.get());
        view! { <span lang=lang>{text}</span> }
    });
    let whole = part(move || {
        let locale = locale.get();
        let parts: Vec<TextPart> = text
            .sections
            .iter()
            .map(|section| TextPart::of(section, locale))
            .collect();
        inner_parts(&parts)
    });
    view! {
        <section class="consent__text" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {facts}
            <details class="consent__whole" open=is_first>
                <summary class="consent__summary">{locale.say(|t| t.consent_whole_text())}</summary>
                <div class="consent__body">{whole}</div>
            </details>
        </section>
    }
}

fn words_of(texts: &[crate::contract::localized::Localized], locale: Locale) -> Vec<Words> {
    texts.iter().map(|text| Words::of(text, locale)).collect()
}
