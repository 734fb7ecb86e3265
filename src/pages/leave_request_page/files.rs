//! The files of a request for leave: the calendar's, and what was attached, each only as the portal allows.

use crate::api::files::FileOrder;
use crate::components::document_preview::DocumentPreview;
use crate::components::take_away::TakeAway;
use crate::contract::documents::Purpose;
use crate::contract::endpoint;
use crate::contract::leave::{LeaveAction, LeaveRequest};
use crate::rules::file_name::FileStem;
use crate::state::document_preview::Preview;
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_client;
use crate::state::take_away::Takeable;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How a file is looked at before it is shown.
pub type Look = fn(FileOrder, bool) -> Preview;

/// The calendar file of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    path: String,
    /// The first day of the leave.
    day: NaiveDate,
}

/// What was attached to a request, and what may be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    order: FileOrder,
    /// The first day of the leave.
    day: NaiveDate,
    may_view: bool,
    may_download: bool,
}

/// The calendar file of a request, where the portal offers it.
#[must_use]
pub fn calendar_of(request: &LeaveRequest) -> Option<CalendarFile> {
    let is_offered = request.actions.contains(&LeaveAction::ExportCalendar);
    is_offered.then(|| CalendarFile {
        path: endpoint::leave_calendar_file(&request.summary.id),
        day: request.summary.period.from,
    })
}

/// What was attached to a request.
#[must_use]
pub fn attached_to(request: &LeaveRequest) -> Option<Attached> {
    let attachment = request.attachment.as_ref()?;
    let may = |action| request.actions.contains(&action);
    Some(Attached {
        order: FileOrder {
            path: endpoint::leave_attachment(&request.summary.id),
            media_type: attachment.media_type.clone(),
            size: Some(attachment.size),
        },
        day: request.summary.period.from,
        may_view: may(LeaveAction::ViewAttachment),
        may_download: may(LeaveAction::DownloadAttachment),
    })
}

/// The way to save a calendar file.
pub fn calendar_file(file: CalendarFile) -> AnyView {
    let takeable = Takeable {
        order: FileOrder {
            path: file.path,
            media_type: "text/calendar".to_owned(),
            size: None,
        },
        stem: FileStem::Leave(file.day),
    };
    view! { <TakeAway takeable allowed=true/> }.into_any()
}

/// What was attached: the way to save it, and the file where it can be shown.
pub fn attachment(attached: Attached, title: Signal<String>, look: Look) -> AnyView {
    let locale = use_agent_locale();
    let Attached {
        order,
        day,
        may_view,
        may_download,
    } = attached;
    let takeable = Takeable {
        order: order.clone(),
        stem: FileStem::LeaveAttachment(day),
    };
    let href = use_client().url(&endpoint::file(&order.path, Purpose::View));
    let preview = look(order, may_view);
    view! {
        <section class="document leave-request__attachment" aria-labelledby="leave-attachment">
            <h2 id="leave-attachment">{locale.say(|t| t.leave_attachment_label())}</h2>
            <TakeAway takeable allowed=may_download/>
            <DocumentPreview preview title href is_download_allowed=may_download/>
        </section>
    }
    .into_any()
}
