//! The providers and the route table, nothing else.

use crate::components::dynamic::part;
use crate::contract::config::Config;
use crate::i18n::locale::Locale;
use crate::layouts::agent_layout::AgentLayout;
use crate::layouts::page_focus;
use crate::layouts::public_layout::PublicLayout;
use crate::layouts::session_warning::SessionWarning;
use crate::layouts::way_out;
use crate::pages::accessibility_page::AccessibilityPage;
use crate::pages::activity_page::ActivityPage;
use crate::pages::consent_page::ConsentPage;
use crate::pages::diagnostics_page::DiagnosticsPage;
use crate::pages::document_page::DocumentPage;
use crate::pages::documents_page::DocumentsPage;
use crate::pages::help_page::HelpPage;
use crate::pages::home_page::HomePage;
use crate::pages::leave_approvals_page::LeaveApprovalsPage;
use crate::pages::leave_asking_page::LeaveAskingPage;
use crate::pages::leave_calendar_page::LeaveCalendarPage;
use crate::pages::leave_page::LeavePage;
use crate::pages::leave_request_page::LeaveRequestPage;
use crate::pages::login_page::LoginPage;
use crate::pages::mail_compose_page::MailComposePage;
use crate::pages::mail_message_page::MailMessagePage;
use crate::pages::mail_page::MailPage;
use crate::pages::not_found_page::NotFoundPage;
use crate::pages::password_page::PasswordPage;
use crate::pages::payslip_page::PayslipPage;
use crate::pages::payslips_page::PayslipsPage;
use crate::pages::profile_page::ProfilePage;
use crate::pages::signed_out_page::SignedOutPage;
use crate::pages::text_page::TextPage;
use crate::route::{Route, SpaceRoute};
use crate::rules::session::SessionStatus;
use crate::state::amounts::provide_amounts;
use crate::state::checkup::provide_checkup;
use crate::state::drafts::provide_drafts;
use crate::state::listing::provide_listings;
use crate::state::locale::{provide_locale, use_locale};
use crate::state::location::provide_route;
use crate::state::portal::{provide_portal, use_client};
use crate::state::session::provide_session;
use crate::state::take_away::provide_take_away;
use leptos::prelude::*;
use leptos_router::components::Router;

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
    provide_all(config, locale, session);
    view! { <Pages/> }
}

/// Provides what every page shares, and asks who is here.
pub fn provide_all(config: Config, locale: Locale, session: SessionStatus) {
    provide_locale(locale);
    provide_portal(config);
    let session = provide_session(session, provide_drafts());
    provide_amounts(session);
    provide_listings(session);
    provide_take_away(session);
    provide_checkup();
    let (client, locale) = (use_client(), use_locale());
    session.watch(client.clone());
    Effect::new(move |_| session.check(client.clone()));
    Effect::new(move |_| {
        if session
            .details()
            .is_some_and(|session| session.shared_device)
        {
            locale.keep_nothing();
        }
    });
}

/// The pages, under an owner that has what they share.
#[component]
pub fn Pages() -> impl IntoView {
    view! { <Router><RouteTable/></Router> }
}

/// Which page an address shows. The pages of the space share one frame, which stays while they change.
#[component]
fn RouteTable() -> impl IntoView {
    let route = provide_route();
    page_focus::follow(route);
    way_out::follow();
    let in_space = Memo::new(move |_| matches!(route.get(), Route::Space(_)));
    // The root is the login until somebody is there, and a form that somebody types in is not drawn anew.
    let shown = Memo::new(move |_| match route.get() {
        Route::Root => Route::Login,
        other => other,
    });
    // One effect must not read both: reactive_graph 0.2.16 loses a change of `route` in an effect that
    // reads a memo of it first.
    let page = part(move || {
        if in_space.get() {
            view! { <AgentLayout>{part(move || space_page(route.get()))}</AgentLayout> }.into_any()
        } else {
            part(move || public_page(shown.get())).into_any()
        }
    });
    view! {
        {page}
        <SessionWarning/>
    }
}

fn public_page(route: Route) -> AnyView {
    let locale = use_locale();
    let page = match route {
        Route::Root | Route::Login => view! { <LoginPage/> }.into_any(),
        Route::Password => view! { <PasswordPage/> }.into_any(),
        Route::Help => view! { <HelpPage/> }.into_any(),
        Route::Diagnostics => view! { <DiagnosticsPage/> }.into_any(),
        Route::SignedOut => view! { <SignedOutPage/> }.into_any(),
        Route::Consent => view! { <ConsentPage/> }.into_any(),
        Route::Text(name) => view! { <TextPage name/> }.into_any(),
        Route::Accessibility => view! { <AccessibilityPage/> }.into_any(),
        Route::NotFound | Route::Space(_) => {
            let label = Signal::derive(locale.say(|t| t.back_to_login()));
            view! { <NotFoundPage home=Route::Root.href() home_label=label/> }.into_any()
        }
    };
    view! { <PublicLayout>{page}</PublicLayout> }.into_any()
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
