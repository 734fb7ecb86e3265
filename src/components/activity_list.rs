//! Events of the journal as rows, by day; knows no call and no address but those of what the events are about.

use super::icon::Icon;
use crate::contract::activity::{
    ActivityCode, ActivityEvent, ActivityItem, ActivityItemKind, ActivityKind, ActivityReport,
};
use crate::i18n::dates;
use crate::i18n::locale::Locale;
use crate::route::{SpaceRoute, document_requests_href};
use crate::rules::display_label::display_label;
use leptos::prelude::*;

/// The events in the order given, under a heading for each day; `below` draws what stands under each. The event called
/// `first_new` can take the focus.
pub fn activity_days(
    events: &[ActivityEvent],
    first_new: Option<&str>,
    locale: Locale,
    mut below: impl FnMut(&ActivityEvent) -> AnyView,
) -> AnyView {
    let days = events.chunk_by(|a, b| a.at.wall_clock().date() == b.at.wall_clock().date());
    let days: Vec<AnyView> = days
        .map(|day| {
            let title = day
                .first()
                .map(|event| dates::long_date(event.at.wall_clock().date(), locale));
            let rows: Vec<AnyView> = day
                .iter()
                .map(|event| {
                    let below = below(event);
                    event_row(
                        event,
                        dates::time(event.at),
                        first_new == Some(&event.id),
                        locale,
                        below,
                    )
                })
                .collect();
            view! {
                <section class="activity-list">
                    <h3 class="activity-list__day">{title}</h3>
                    <ul class="activity-list__rows">{rows}</ul>
                </section>
            }
            .into_any()
        })
        .collect();
    days.into_any()
}

/// The events as one short list, each with its day.
pub fn activity_brief(events: &[ActivityEvent], locale: Locale) -> AnyView {
    let rows: Vec<AnyView> = events
        .iter()
        .map(|event| {
            let when = dates::date_and_time(event.at, locale);
            event_row(event, when, false, locale, ().into_any())
        })
        .collect();
    view! { <ul class="activity-list__rows" data-variant="brief">{rows}</ul> }.into_any()
}

fn event_row(
    event: &ActivityEvent,
    when: String,
    is_first_new: bool,
    locale: Locale,
    below: AnyView,
) -> AnyView {
    let t = locale.agent_texts();
    let here = event
        .current_session
        .then(|| view! { <span class="badge">{t.this_session()}</span> }.into_any());
    view! {
        <li class="activity-list__row" tabindex=is_first_new.then_some("-1") data-new=is_first_new.then_some("")>
            <span class="activity-list__time">{when}</span>
            <div class="activity-list__event">
                <p class="activity-list__what" id=what_id(&event.id)>
                    <Icon name=icon(event)/><span>{t.happened(event.code, event.kind)}</span>{" "}{here}
                </p>
                {event.item.as_ref().map(item)}
                {origin(&event.with, &event.from, locale)}
                {event.report.as_ref().map(|report| reported(report, locale))}
                {below}
            </div>
        </li>
    }
    .into_any()
}

/// The id of what happened in an event, to describe a control by it.
#[must_use]
pub fn what_id(event: &str) -> String {
    format!("what-{event}")
}

/// With what and from where, each isolated: neither can turn the words around it.
pub fn origin(with: &str, from: &str, locale: Locale) -> AnyView {
    let t = locale.agent_texts();
    let with = if with.trim().is_empty() {
        t.unknown_browser().to_owned()
    } else {
        with.to_owned()
    };
    let address = (!from.trim().is_empty()).then(
        || view! { <span>{", "}{t.address_of_event()}{" "}<bdi>{from.to_owned()}</bdi></span> },
    );
    view! { <p class="activity-list__origin"><bdi>{with}</bdi>{address}</p> }.into_any()
}

fn item(item: &ActivityItem) -> AnyView {
    let label = display_label(&item.label).unwrap_or_default();
    let href = match item.kind {
        ActivityItemKind::Payslip => Some(SpaceRoute::Payslip(item.id.clone()).href()),
        ActivityItemKind::Document => Some(SpaceRoute::Document(item.id.clone()).href()),
        ActivityItemKind::DocumentRequest => Some(document_requests_href()),
        ActivityItemKind::LeaveRequest => Some(SpaceRoute::LeaveRequest(item.id.clone()).href()),
        ActivityItemKind::MailMessage | ActivityItemKind::Unknown => None,
    };
    let label = match href {
        Some(href) => {
            view! { <a class="activity-list__link" href=href><bdi lang="fr">{label}</bdi></a> }
                .into_any()
        }
        None => view! { <bdi lang="fr">{label}</bdi> }.into_any(),
    };
    view! { <p>{label}</p> }.into_any()
}

fn reported(report: &ActivityReport, locale: Locale) -> AnyView {
    let date = dates::long_date(report.at.wall_clock().date(), locale);
    let number = report.number.clone();
    view! {
        <p class="activity-list__report">
            {locale.agent_texts().reported_on(&date)}{" "}<code>{number}</code>
        </p>
    }
    .into_any()
}

fn icon(event: &ActivityEvent) -> &'static str {
    match (event.code, event.kind) {
        (ActivityCode::SignedIn, _) => "log-in",
        (ActivityCode::SignedOut | ActivityCode::SessionEnded, _) => "log-out",
        (ActivityCode::SignInRefused | ActivityCode::EventReported, _) => "alert",
        (_, ActivityKind::View) => "eye",
        (ActivityCode::DocumentRequested, _) => "file",
        (ActivityCode::LeaveRequested, _) => "calendar",
        (
            ActivityCode::LeaveCancelled
            | ActivityCode::LeaveCancellationRequested
            | ActivityCode::LeaveDecisionUndone,
            _,
        ) => "undo",
        (ActivityCode::LeaveRefused | ActivityCode::LeaveCancellationRefused, _) => "stop",
        (_, ActivityKind::Download) => "file",
        (_, ActivityKind::Decision) => "check",
        _ => "info",
    }
}
