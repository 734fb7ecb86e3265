//! The providers and the route table, nothing else; whether the agent space comes along is the program's choice.

use crate::components::dynamic::part;
use crate::contract::config::Config;
use crate::i18n::locale::Locale;
use crate::layouts::page_focus::{self, SpaceTitle};
use crate::layouts::public_layout::PublicLayout;
use crate::layouts::session_warning::SessionWarning;
use crate::layouts::way_out;
use crate::pages::accessibility_page::AccessibilityPage;
use crate::pages::consent_page::ConsentPage;
use crate::pages::diagnostics_page::DiagnosticsPage;
use crate::pages::help_page::HelpPage;
use crate::pages::login_page::LoginPage;
use crate::pages::not_found_page::NotFoundPage;
use crate::pages::password_page::PasswordPage;
use crate::pages::signed_out_page::SignedOutPage;
use crate::pages::text_page::TextPage;
use crate::route::Route;
use crate::rules::session::SessionStatus;
use crate::state::amounts::provide_amounts;
use crate::state::checkup::provide_checkup;
use crate::state::drafts::provide_drafts;
use crate::state::locale::{provide_locale, use_locale};
use crate::state::location::provide_route;
use crate::state::portal::{provide_portal, use_client};
use crate::state::session::{SessionContext, provide_session};
use leptos::prelude::*;
use leptos_router::components::Router;

pub mod elsewhere;
pub mod space;

/// The agent space, as the program at hand has it: with its pages, or on the way to them.
#[derive(Clone, Copy, Debug)]
pub struct Space {
    /// Provides what its pages share.
    pub provide: fn(SessionContext),
    /// What stands at its addresses.
    pub view: fn(Memo<Route>) -> AnyView,
    /// The name of one of its pages.
    pub title: SpaceTitle,
}

/// Provides what every page shares, and asks who is here.
pub fn provide_all(space: Space, config: Config, locale: Locale, session: SessionStatus) {
    provide_locale(locale);
    provide_portal(config);
    let session = provide_session(session, provide_drafts());
    provide_amounts(session);
    (space.provide)(session);
    provide_checkup();
    let client = use_client();
    session.watch(client.clone());
    Effect::new(move |_| session.check(client.clone()));
}

/// The pages, under an owner that has what they share.
#[component]
pub fn Pages(
    /// What stands at the addresses of the agent space.
    space: Space,
) -> impl IntoView {
    view! { <Router><RouteTable space/></Router> }
}

/// Which page an address shows. The pages of the space share one frame, which stays while they change.
#[component]
fn RouteTable(space: Space) -> impl IntoView {
    let route = provide_route();
    page_focus::follow(route, space.title);
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
            (space.view)(route)
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
