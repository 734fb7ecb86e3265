//! One section of the help as markup; knows no sentence of its own.

use super::portal_facts::{Addresses, Contacts};
use crate::i18n::help_texts::{HelpBody, HelpSection};
use crate::i18n::texts::Texts;
use crate::route::Route;
use leptos::prelude::*;

/// A section under its heading, which takes the focus when somebody comes for it.
pub fn help_section(section: &'static HelpSection, t: &'static dyn Texts) -> AnyView {
    let body = match section.body {
        HelpBody::Points { text, points } => view! {
            <p>{text}</p>
            <ul class="checklist">{items(points)}</ul>
        }
        .into_any(),
        HelpBody::Steps { text, steps } => view! {
            <p>{text}</p>
            <ol class="help__steps">{items(steps)}</ol>
        }
        .into_any(),
        HelpBody::Cause {
            signs,
            why,
            steps,
            paths,
            mended,
        } => view! {
            {labelled(t.help_signs(), signs)}
            {labelled(t.help_why(), why)}
            <p><strong>{t.help_steps()}</strong></p>
            <ol class="help__steps">{items(steps)}</ol>
            {(!paths.is_empty()).then(|| ways(paths, t))}
            {labelled(t.help_mended(), mended)}
        }
        .into_any(),
    };
    view! {
        <section class="help__section">
            <h2 class="help__heading" id=section.id tabindex="-1">{section.title}</h2>
            {body}
            {more(section.id, t)}
        </section>
    }
    .into_any()
}

/// What a section has besides its words: the portal's own facts, the way to another page.
fn more(id: &str, t: &'static dyn Texts) -> Option<AnyView> {
    match id {
        "address" => Some(view! { <Addresses/> }.into_any()),
        "credentials" => Some(page_link(&Route::Password, t.password_title())),
        "support" => Some(
            view! {
                {page_link(&Route::Diagnostics, t.checkup_title())}
                <Contacts/>
            }
            .into_any(),
        ),
        _ => None,
    }
}

fn page_link(route: &Route, words: &'static str) -> AnyView {
    view! { <p><a href=route.href()>{words}</a></p> }.into_any()
}

fn labelled(label: &'static str, words: &'static str) -> AnyView {
    view! { <p><strong>{label}</strong>" "{words}</p> }.into_any()
}

fn items(lines: &'static str) -> Vec<AnyView> {
    lines
        .lines()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect()
}

/// The way to a setting in each browser or device.
fn ways(paths: &'static str, t: &'static dyn Texts) -> AnyView {
    let ways = paths.lines().map(|line| {
        let (with, way) = line.split_once('\t').unwrap_or(("", line));
        view! {
            <div class="help__way">
                <dt>{with}</dt>
                <dd>{way}</dd>
            </div>
        }
    });
    view! {
        <p><strong>{t.help_paths()}</strong></p>
        <dl class="help__ways">{ways.collect_view()}</dl>
    }
    .into_any()
}
