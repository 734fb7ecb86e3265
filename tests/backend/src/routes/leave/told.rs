//! A request as its reader sees it in a session: with what happened to it and what may be done with it.

use crate::clock::in_paris;
use crate::leave::words;
use crate::store::leave::requests::Request;
use crate::store::leave::trail;
use crate::store::leave::validation::Reader;
use nomade::contract::leave::{LeaveAction, LeaveRequest, LeaveState};
use rusqlite::Connection;

/// The request with everything that its reader may know of it.
///
/// # Errors
/// When the database fails.
pub fn told(
    connection: &Connection,
    (reader, on_shared_device): (&Reader, bool),
    request: &Request,
) -> rusqlite::Result<LeaveRequest> {
    let undo = reader.undo(connection, request)?;
    let mut actions = actions(reader, request, undo.is_some());
    if on_shared_device {
        // Nothing is taken away from a device that others use.
        actions.retain(|it| {
            !matches!(
                it,
                LeaveAction::ExportCalendar | LeaveAction::DownloadAttachment
            )
        });
    }
    Ok(LeaveRequest {
        summary: request.summary(),
        agent: request.person.told.clone(),
        own: reader.owns(request),
        comment: request.comment.clone(),
        attachment: request.attachment.clone(),
        level: request.standing.level(),
        trail: trail::of_request(connection, request.seq, reader.person.seq)?,
        undo_until: undo.map(|(until, _)| in_paris(until)),
        actions,
        revision: revision(request),
    })
}

/// What `If-Match` takes to change the request.
#[must_use]
pub fn revision(request: &Request) -> String {
    request.revision.to_string()
}

fn actions(reader: &Reader, request: &Request, can_undo: bool) -> Vec<LeaveAction> {
    use LeaveAction as Action;
    let state = request.standing.state;
    let owns = reader.owns(request);
    let decides = reader.mandate(request).is_some();
    let has_file = request.attachment.is_some();
    let is_over = request.period.to < reader.today();
    let granted = state == LeaveState::Approved;
    [
        (Action::Cancel, owns && state == LeaveState::Pending),
        (Action::AskCancellation, owns && granted && !is_over),
        (Action::ExportCalendar, owns && request.standing.counts()),
        (Action::Approve, decides),
        (Action::Refuse, decides),
        (Action::UndoDecision, can_undo),
        (Action::ViewAttachment, has_file),
        (Action::DownloadAttachment, has_file),
    ]
    .into_iter()
    .filter_map(|(action, is_granted)| is_granted.then_some(action))
    .collect()
}

/// What the journal of that reader calls the request: of a colleague's it says whose it is.
#[must_use]
pub fn label(reader: &Reader, request: &Request) -> String {
    let label = words::label(&request.label.fr, &request.period);
    if reader.owns(request) {
        label
    } else {
        format!("{label}, {}", request.person.told.name)
    }
}
