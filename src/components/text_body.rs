//! A long text in parts: headings, paragraphs and points, never markup; knows no source.

use crate::contract::localized::Localized;
use crate::contract::texts::TextSection;
use crate::i18n::legal_texts::LegalSection;
use crate::i18n::locale::Locale;
use leptos::prelude::*;

/// Words, with their language where it is not the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// As `lang` takes it; `None` for the page's own.
    pub lang: Option<&'static str>,
}

impl Words {
    /// An organisation's own words, marked as French where it wrote no English.
    #[must_use]
    pub fn of(text: &Localized, locale: Locale) -> Self {
        Self {
            text: locale.pick(text).to_owned(),
            lang: (locale != Locale::Fr && text.en.is_empty()).then_some(Locale::Fr.tag()),
        }
    }

    fn ours(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            lang: None,
        }
    }
}

/// A part under its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPart {
    heading: Words,
    paragraphs: Vec<Words>,
    points: Vec<Words>,
}

impl TextPart {
    /// A section of a text of the organisation's.
    #[must_use]
    pub fn of(section: &TextSection, locale: Locale) -> Self {
        let paragraphs = section.paragraphs.iter();
        Self {
            heading: Words::of(&section.heading, locale),
            paragraphs: paragraphs.map(|text| Words::of(text, locale)).collect(),
            points: Vec::new(),
        }
    }
}

impl From<&LegalSection> for TextPart {
    fn from(section: &LegalSection) -> Self {
        Self {
            heading: Words::ours(section.heading),
            paragraphs: section.paragraphs.lines().map(Words::ours).collect(),
            points: section.points.lines().map(Words::ours).collect(),
        }
    }
}

/// Where an address leads to a part of a page: the parts count from 0.
#[must_use]
pub fn part_id(index: usize) -> String {
    format!("section-{}", index + 1)
}

/// The list of the parts of a page, when there are more than four.
pub fn contents(title: &'static str, parts: &[TextPart]) -> Option<AnyView> {
    let links = parts.iter().enumerate().map(|(index, part)| {
        let Words { text, lang } = part.heading.clone();
        // The browser's own way to a section: the router would only scroll there.
        view! { <li><a class="text-body__link" href=format!("#{}", part_id(index)) rel="external" lang=lang>{text}</a></li> }.into_any()
    });
    (parts.len() > 4).then(|| {
        view! {
            <nav class="text-body__contents" aria-labelledby="text-contents">
                <h2 id="text-contents">{title}</h2>
                <ol class="text-body__links">{links.collect::<Vec<AnyView>>()}</ol>
            </nav>
        }
        .into_any()
    })
}

/// The parts of a page, each under a heading of the second level to which an address can lead.
pub fn page_parts(parts: &[TextPart]) -> Vec<AnyView> {
    let numbered = parts.iter().enumerate();
    numbered
        .map(|(index, part)| page_part(part, part_id(index)))
        .collect()
}

/// One part of a page.
pub fn page_part(part: &TextPart, id: String) -> AnyView {
    let Words { text, lang } = part.heading.clone();
    view! {
        <section class="text-body__section">
            <h2 class="text-body__heading" id=id tabindex="-1" lang=lang>{text}</h2>
            {body(part)}
        </section>
    }
    .into_any()
}

/// The parts of a text that itself stands under a heading of the second level.
pub fn inner_parts(parts: &[TextPart]) -> AnyView {
    let sections: Vec<AnyView> = parts
        .iter()
        .map(|part| {
            let Words { text, lang } = part.heading.clone();
            view! {
                <section class="text-body__section">
                    <h3 class="text-body__heading" lang=lang>{text}</h3>
                    {body(part)}
                </section>
            }
            .into_any()
        })
        .collect();
    sections.into_any()
}

/// A list of the organisation's own words.
pub fn points(points: Vec<Words>) -> AnyView {
    let items: Vec<AnyView> = points
        .into_iter()
        .map(|Words { text, lang }| view! { <li lang=lang>{text}</li> }.into_any())
        .collect();
    view! { <ul class="text-body__points">{items}</ul> }.into_any()
}

fn body(part: &TextPart) -> AnyView {
    let paragraphs: Vec<AnyView> = part
        .paragraphs
        .iter()
        .cloned()
        .map(|Words { text, lang }| {
            view! { <p class="text-body__paragraph" lang=lang>{text}</p> }.into_any()
        })
        .collect();
    let points = (!part.points.is_empty()).then(|| points(part.points.clone()));
    view! {
        {paragraphs}
        {points}
    }
    .into_any()
}
