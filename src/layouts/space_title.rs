//! The names of the pages of the agent space; knows titles, never content.

use crate::i18n::locale::Locale;
use crate::route::SpaceRoute;

/// The page's name, the same in the tab and in the history: nothing personal is in it.
#[must_use]
pub fn space_title(page: &SpaceRoute, locale: Locale) -> &'static str {
    let t = locale.agent_texts();
    match page {
        SpaceRoute::Home => t.space_nav(),
        SpaceRoute::Payslips => t.payslips_title(),
        SpaceRoute::Payslip(_) => t.payslip_title(),
        SpaceRoute::Documents => t.documents(),
        SpaceRoute::Document(_) => t.document_title(),
        SpaceRoute::Leave => t.leave(),
        SpaceRoute::LeaveAsking => t.ask_for_leave(),
        SpaceRoute::LeaveCalendar => t.leave_calendar(),
        SpaceRoute::LeaveApprovals => t.approvals(),
        SpaceRoute::LeaveRequest(_) => t.leave_request(),
        SpaceRoute::Mail | SpaceRoute::MailFolder(_) => t.mail(),
        SpaceRoute::MailMessage(..) => t.mail_message_title(),
        SpaceRoute::MailCompose => t.mail_compose_title(),
        SpaceRoute::Activity => t.activity(),
        SpaceRoute::Profile => t.profile_title(),
        SpaceRoute::NotFound => t.space_not_found_title(),
    }
}
