//! The certificates that were asked for, each with how far it is; knows no call.

use super::icon::Icon;
use crate::contract::documents::{DocumentRequest, DocumentRequestState};
use crate::i18n::dates::long_date;
use crate::route::SpaceRoute;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The requests in the order given; one that is ready leads to its document.
pub fn document_request_list(requests: &[DocumentRequest], locale: AgentLocale) -> AnyView {
    let rows: Vec<AnyView> = requests
        .iter()
        .map(|request| request_row(request, locale))
        .collect();
    view! { <ul class="request-list">{rows}</ul> }.into_any()
}

fn request_row(request: &DocumentRequest, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let label = display_label(&locale.pick(&request.label))
        .unwrap_or_else(|| t.document_title().to_owned());
    let (icon, name) = look_of(request.state);
    let day = long_date(request.since.wall_clock().date(), language);
    // What goes on lasts; what is done happened once.
    let since = match request.state {
        DocumentRequestState::InProgress | DocumentRequestState::Unknown => {
            format!(", {}", t.since(&day))
        }
        DocumentRequestState::Received
        | DocumentRequestState::Ready
        | DocumentRequestState::Refused => format!(" {}", t.happened_on(&day)),
    };
    let asked = t.asked_on(&long_date(request.asked_at.wall_clock().date(), language));
    let expected = request
        .expected_on
        .map(|day| view! { <p class="request-list__expected">{t.expected_on(&long_date(day, language))}</p> });
    let quoted = |words: &'static str, said: Option<&str>, language: Option<&'static str>| {
        said.and_then(display_label).map(|said| {
            view! { <p class="request-list__said">{words}{" "}<bdi lang=language>{said}</bdi></p> }
                .into_any()
        })
    };
    let link = request.document_id.clone().map(|id| {
        view! { <p><a class="request-list__link" href=SpaceRoute::Document(id).href()>{t.open_certificate()}<span class="visually-hidden">{format!(" ({label})")}</span></a></p> }
    });
    view! {
        <li class="request-list__row" data-state=name>
            <h3 class="request-list__label"><bdi>{label.clone()}</bdi></h3>
            <p class="request-list__state"><Icon name=icon/><strong>{t.request_state(request.state)}</strong>{since}</p>
            <p class="request-list__asked">{asked}</p>
            {expected}
            {quoted(t.request_reason(), request.reason.as_deref(), Some("fr"))}
            {quoted(t.request_note_was(), Some(&request.note), None)}
            {link}
        </li>
    }
    .into_any()
}

fn look_of(state: DocumentRequestState) -> (&'static str, &'static str) {
    match state {
        DocumentRequestState::Received => ("history", "received"),
        DocumentRequestState::InProgress | DocumentRequestState::Unknown => {
            ("hourglass", "in-progress")
        }
        DocumentRequestState::Ready => ("check", "ready"),
        DocumentRequestState::Refused => ("stop", "refused"),
    }
}
