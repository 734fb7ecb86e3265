//! The agent space with all its pages; knows no page that anyone can read.

use super::{Pages, Space, provide_all};
use crate::contract::config::Config;
use crate::i18n::locale::Locale;
use crate::layouts::agent_layout::AgentLayout;
use crate::layouts::module_gate::module_gate;
use crate::layouts::space_title::space_title;
use crate::pages::activity_page::ActivityPage;
use crate::pages::document_page::DocumentPage;
use crate::pages::documents_page::DocumentsPage;
use crate::pages::home_page::HomePage;
use crate::pages::leave_approvals_page::LeaveApprovalsPage;
use crate::pages::leave_asking_page::LeaveAskingPage;
use crate::pages::leave_calendar_page::LeaveCalendarPage;
use crate::pages::leave_page::LeavePage;
use crate::pages::leave_request_page::LeaveRequestPage;
use crate::pages::mail_compose_page::MailComposePage;
use crate::pages::mail_message_page::MailMessagePage;
use crate::pages::mail_page::MailPage;
use crate::pages::not_found_page::NotFoundPage;
use crate::pages::payslip_page::PayslipPage;
use crate::pages::payslips_page::PayslipsPage;
use crate::pages::profile_page::ProfilePage;
use crate::route::{Route, SpaceRoute};
use crate::rules::session::SessionStatus;
use crate::state::listing::provide_listings;
use crate::state::locale::use_locale;
use crate::state::take_away::provide_take_away;
use leptos::prelude::*;

/// The space itself.
pub const SPACE: Space = Space {
    provide: |session| {
        provide_listings(session);
        provide_take_away(session);
        let locale = use_locale();
        // Not before the space stands: it is another document than the login, and goes on in the language chosen there.
        Effect::new(move |_| {
            if session
                .details()
                .is_some_and(|session| session.shared_device)
            {
                locale.keep_nothing();
            }
        });
    },
    view: |route| view! { <AgentLayout>{module_gate(route, space_page)}</AgentLayout> }.into_any(),
    title: space_title,
};

/// The whole portal.
#[component]
pub fn App(
    /// The settings.
    config: Config,
    /// The language to start in.
    locale: Locale,
    /// Who is here, as far as it is known.
    session: SessionStatus,
) -> impl IntoView {
    provide_all(SPACE, config, locale, session);
    view! { <Pages space=SPACE/> }
}

fn space_page(route: Route) -> AnyView {
    let locale = use_locale();
    match route {
        Route::Space(SpaceRoute::Home) => view! { <HomePage/> }.into_any(),
        Route::Space(SpaceRoute::Payslips) => view! { <PayslipsPage/> }.into_any(),
        Route::Space(SpaceRoute::Payslip(id)) => view! { <PayslipPage id/> }.into_any(),
        Route::Space(SpaceRoute::Documents) => view! { <DocumentsPage/> }.into_any(),
        Route::Space(SpaceRoute::Document(id)) => view! { <DocumentPage id/> }.into_any(),
        Route::Space(SpaceRoute::Leave) => view! { <LeavePage/> }.into_any(),
        Route::Space(SpaceRoute::LeaveAsking) => view! { <LeaveAskingPage/> }.into_any(),
        Route::Space(SpaceRoute::LeaveCalendar) => view! { <LeaveCalendarPage/> }.into_any(),
        Route::Space(SpaceRoute::LeaveApprovals) => view! { <LeaveApprovalsPage/> }.into_any(),
        Route::Space(SpaceRoute::LeaveRequest(id)) => view! { <LeaveRequestPage id/> }.into_any(),
        Route::Space(SpaceRoute::Mail) => view! { <MailPage folder=None/> }.into_any(),
        Route::Space(SpaceRoute::MailFolder(id)) => {
            view! { <MailPage folder=Some(id)/> }.into_any()
        }
        Route::Space(SpaceRoute::MailMessage(folder, id)) => {
            view! { <MailMessagePage folder id/> }.into_any()
        }
        Route::Space(SpaceRoute::MailCompose) => view! { <MailComposePage/> }.into_any(),
        Route::Space(SpaceRoute::Activity) => view! { <ActivityPage/> }.into_any(),
        Route::Space(SpaceRoute::Profile) => view! { <ProfilePage/> }.into_any(),
        _ => {
            let label = Signal::derive(locale.say(|t| t.back_to_space()));
            view! { <NotFoundPage home=Route::Space(SpaceRoute::Home).href() home_label=label/> }
                .into_any()
        }
    }
}
