//! The text of a message as words, with links that show where they lead; knows no call.

use super::dynamic::part;
use crate::browser::focus;
use crate::rules::mail_links::{Stretch, stretches};
use crate::rules::mail_text::{TextPart, parts_from};
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// So many addresses are links in one piece of a text; more of them are words.
const LINKS: usize = 400;

/// The text, piece by piece where it is long.
#[component]
pub fn MailText(
    /// The whole text.
    text: Arc<str>,
) -> impl IntoView {
    let locale = use_agent_locale();
    piece(text, 0, locale)
}

/// What is shown from the byte `from` on; the rest follows when it is asked for, and takes the place of its button.
fn piece(text: Arc<str>, from: usize, locale: AgentLocale) -> AnyView {
    let (parts, next) = parts_from(&text, from);
    if parts.is_empty() && next.is_none() && from == 0 {
        return view! { <p class="mail-text__none">{locale.say(|t| t.no_text())}</p> }.into_any();
    }
    let mut left = LINKS;
    let shown: Vec<AnyView> = parts
        .iter()
        .map(|part| one_part(part, &mut left, locale))
        .collect();
    let rest = next.map(|next| {
        let is_wanted = RwSignal::new(false);
        part(move || {
            if is_wanted.get() {
                return untrack(|| piece(text.clone(), next, locale));
            }
            let show = move |_| {
                is_wanted.set(true);
                // The button goes away.
                focus::focus_id_soon(format!("mail-text-{next}"));
            };
            view! {
                <p><button class="button" type="button" on:click=show>{locale.say(|t| t.show_more_text())}</button></p>
            }
            .into_any()
        })
    });
    view! { <div class="mail-text__piece" id=format!("mail-text-{from}") tabindex="-1">{shown}{rest}</div> }.into_any()
}

fn one_part(text: &TextPart, left: &mut usize, locale: AgentLocale) -> AnyView {
    let is_folded = text.is_folded();
    match text {
        TextPart::Paragraph(words) => {
            let words = linked(words, left, locale);
            view! { <p class="mail-text__paragraph" dir="auto">{words}</p> }.into_any()
        }
        TextPart::Quote { text, lines } => {
            let (words, lines) = (linked(text, left, locale), *lines);
            let quote =
                view! { <blockquote class="mail-text__quote" dir="auto">{words}</blockquote> };
            if is_folded {
                view! {
                    <details class="mail-text__fold">
                        <summary>{part(move || locale.texts().quoted_lines(lines))}</summary>
                        {quote}
                    </details>
                }
                .into_any()
            } else {
                quote.into_any()
            }
        }
    }
}

/// Words with their links; what may deceive is followed by a word of warning.
fn linked(words: &str, left: &mut usize, locale: AgentLocale) -> Vec<AnyView> {
    let found = stretches(words, *left);
    let links = found
        .iter()
        .filter(|it| !matches!(it, Stretch::Words(_)))
        .count();
    *left = left.saturating_sub(links);
    found
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Words(words) => words.to_owned().into_any(),
            Stretch::Link { url, host } => {
                let host = host.map(|host| view! { {" "}<bdi class="mail-text__host" dir="ltr">{format!("[{host}]")}</bdi> });
                let (href, url) = (url.to_owned(), url.to_owned());
                view! {
                    <a href=href target="_blank" rel="external noopener noreferrer"><bdi dir="ltr">{url}</bdi>{host}<span class="visually-hidden">{" "}{locale.say(|t| t.new_tab())}</span></a>
                }
                .into_any()
            }
            Stretch::Doubtful(url) => view! {
                <bdi dir="ltr">{url.to_owned()}</bdi>{" "}<strong class="mail-text__doubt">{locale.say(|t| t.doubtful_link())}</strong>
            }
            .into_any(),
        })
        .collect()
}
