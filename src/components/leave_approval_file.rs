//! The attachment of a request that is to be decided, shown when it is asked for; knows no call.

use super::document_preview::DocumentPreview;
use super::dynamic::{part, text};
use super::icon::Icon;
use super::leave_approval_card::{ApprovalCard, Look};
use super::leave_approval_facts::who;
use super::take_away::TakeAway;
use crate::api::files::FileOrder;
use crate::browser::focus;
use crate::contract::documents::Purpose;
use crate::contract::endpoint;
use crate::contract::leave::{LeaveAction, LeaveApproval, LeaveAttachment};
use crate::i18n::file_words::kind_and_size;
use crate::rules::file_name::FileStem;
use crate::rules::leave_decision::may;
use crate::state::locale::AgentLocale;
use crate::state::portal::use_client;
use crate::state::take_away::Takeable;
use leptos::prelude::*;

/// A button that shows it, where the portal lets the reader see it or take it away; one is open at a time.
pub fn approval_file(
    card: ApprovalCard,
    open_file: RwSignal<Option<usize>>,
    look: Look,
    locale: AgentLocale,
) -> AnyView {
    // Drawn anew only when what is granted changes.
    let granted = Memo::new(move |_| {
        card.approval.with(|approval| {
            let request = &approval.request;
            let is_granted = may(request, LeaveAction::ViewAttachment)
                || may(request, LeaveAction::DownloadAttachment);
            request.attachment.clone().filter(|_| is_granted)
        })
    });
    part(move || {
        let attachment = granted.get()?;
        Some(offered(card, attachment, open_file, look, locale))
    })
    .into_any()
}

fn offered(
    card: ApprovalCard,
    attachment: LeaveAttachment,
    open_file: RwSignal<Option<usize>>,
    look: Look,
    locale: AgentLocale,
) -> AnyView {
    let is_open = Memo::new(move |_| open_file.get() == Some(card.number));
    let button = format!("approval-file-{}", card.number);
    let again = button.clone();
    let named = text(move || {
        let t = locale.texts();
        if is_open.get() {
            t.hide_approval_attachment().to_owned()
        } else {
            let size = Some(attachment.size);
            let file = kind_and_size(&attachment.media_type, size, locale.get());
            t.show_approval_attachment(&file)
        }
    });
    let press = move |_| {
        let is_open = is_open.get_untracked();
        open_file.set((!is_open).then_some(card.number));
        // Another that was open above may have moved this one.
        focus::focus_id(&again);
    };
    let panel = part(move || {
        is_open
            .get()
            .then(|| untrack(|| shown(&card.approval.get_untracked(), look, locale)))
    });
    view! {
        <div class="leave-approval__file">
            <button
                class="button"
                type="button"
                id=button
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=press
            ><Icon name="paperclip"/>{named}</button>
            {panel}
        </div>
    }
    .into_any()
}

/// The file, and the way to take it away.
fn shown(approval: &LeaveApproval, look: Look, locale: AgentLocale) -> Option<AnyView> {
    let request = approval.request.clone();
    let attachment = request.attachment.as_ref()?;
    let order = FileOrder {
        path: endpoint::leave_attachment(&request.summary.id),
        media_type: attachment.media_type.clone(),
        size: Some(attachment.size),
    };
    let takeable = Takeable {
        order: order.clone(),
        stem: FileStem::LeaveAttachment(request.summary.period.from),
    };
    let is_download_allowed = may(&request, LeaveAction::DownloadAttachment);
    let href = use_client().url(&endpoint::file(&order.path, Purpose::View));
    let preview = look(order, may(&request, LeaveAction::ViewAttachment));
    let title = text(move || {
        locale
            .texts()
            .approval_attachment_of(&who(&request, locale))
    });
    Some(
        view! {
            <div class="leave-approval__shown">
                <DocumentPreview preview title href is_download_allowed/>
                <TakeAway takeable allowed=is_download_allowed/>
            </div>
        }
        .into_any(),
    )
}
