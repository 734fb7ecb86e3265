//! Whom a message names, each with the address that is behind the name; knows no call.

use super::dynamic::part;
use super::icon::Icon;
use crate::contract::mail::{MailMessage, MailPerson};
use crate::i18n::dates::{date_and_time, full_date, time};
use crate::i18n::texts::MailPart;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use chrono::Datelike;
use leptos::prelude::*;

/// From so many on a list is folded, and so many of it are shown.
const SHOWN: usize = 3;

/// Who wrote it, to whom, and when.
pub fn mail_people(message: &MailMessage, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let summary = &message.summary;
    let from = std::slice::from_ref(&summary.from);
    let rows = [
        (MailPart::From, from),
        (MailPart::To, summary.to.as_slice()),
        (MailPart::Cc, message.cc.as_slice()),
        (MailPart::Bcc, message.bcc.as_slice()),
        (MailPart::ReplyTo, message.reply_to.as_slice()),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .filter(|(_, people)| !people.is_empty())
        .map(|(named, people)| {
            let people = people_list(people, locale);
            view! { <div class="facts__row"><dt>{t.mail_part(named)}</dt><dd>{people}</dd></div> }
                .into_any()
        })
        .collect();
    let (at, language) = (summary.at, locale.get());
    let date = at.wall_clock().date();
    // A year that is not written with four digits has no weekday that anybody knows.
    let written = if (0..=9999).contains(&date.year()) {
        format!("{}, {}", full_date(date, language), time(at))
    } else {
        date_and_time(at, language)
    };
    view! {
        <dl class="facts mail-people">
            {rows}
            <div class="facts__row"><dt>{t.mail_date()}</dt><dd>{written}</dd></div>
        </dl>
    }
    .into_any()
}

/// A long list is folded behind a button that says how long it is.
fn people_list(people: &[MailPerson], locale: AgentLocale) -> AnyView {
    let is_long = people.len() > SHOWN + 1;
    let people = people.to_vec();
    let count = people.len();
    let is_open = RwSignal::new(false);
    let shown = part(move || {
        let most = if is_long && !is_open.get() {
            SHOWN
        } else {
            count
        };
        let lines = people.iter().take(most).map(|it| person(it, locale));
        lines.collect::<Vec<AnyView>>()
    });
    let words = move || {
        let t = locale.texts();
        if is_open.get() {
            t.fewer_people().to_owned()
        } else {
            t.all_people(count)
        }
    };
    let button = is_long.then(|| {
        view! {
            <button
                class="button"
                data-variant="quiet"
                type="button"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| is_open.update(|open| *open = !*open)
            >{part(words)}</button>
        }
    });
    view! { <ul class="mail-people__list">{shown}</ul>{button} }.into_any()
}

/// The name, and always the address: a name can be anything.
fn person(person: &MailPerson, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let (name, address) = (display_label(&person.name), display_label(&person.address));
    let name = name
        .filter(|name| Some(name) != address.as_ref())
        .map(|name| view! { <bdi class="mail-people__name">{name}</bdi>{" "} });
    let address = address.unwrap_or_else(|| t.mail_nobody_named(true).to_owned());
    let external = person.external.then(|| {
        view! { {" "}<span class="mail-mark" data-kind="external"><Icon name="alert"/>{t.mail_external()}</span> }
    });
    view! { <li>{name}<bdi class="mail-people__address" dir="ltr">{address}</bdi>{external}</li> }
        .into_any()
}
