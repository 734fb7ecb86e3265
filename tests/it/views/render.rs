//! Renders a view to HTML as the browser would first draw it; knows no page.

use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use nomade::app::space::{App, SPACE};
use nomade::app::{Pages, provide_all};
use nomade::contract::config::Config;
use nomade::contract::portal::{ModuleState, Portal};
use nomade::i18n::locale::Locale;
use nomade::rules::session::SessionStatus;
use nomade::state::amounts::provide_amounts;
use nomade::state::checkup::provide_checkup;
use nomade::state::drafts::provide_drafts;
use nomade::state::listing::provide_listings;
use nomade::state::load::{Load, Loader};
use nomade::state::locale::provide_locale;
use nomade::state::portal::{provide_portal, use_portal};
use nomade::state::session::provide_session;
use nomade::state::take_away::provide_take_away;

/// The settings that the site ships with.
pub fn config() -> Config {
    serde_json::from_str(include_str!("../../../public/config.json")).unwrap()
}

/// What a fixture holds.
pub fn fixture<T: serde::de::DeserializeOwned>(path: &str) -> T {
    let path = format!("{}/tests/fixtures/{path}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The whole portal at `address` before it has answered, without what marks reactive places.
pub fn portal_at(address: &str, locale: Locale, session: SessionStatus) -> String {
    let html = Owner::new().with(|| {
        provide_context(RequestUrl::new(address));
        view! { <App config=config() locale session/> }.to_html()
    });
    clean(&html)
}

/// The same, as far as `GET /portal` has been answered.
pub fn told_portal_at(
    address: &str,
    locale: Locale,
    session: SessionStatus,
    told: Load<Portal>,
) -> String {
    told_portal_of(config(), address, locale, session, told)
}

/// The same under settings of its own.
pub fn told_portal_of(
    config: Config,
    address: &str,
    locale: Locale,
    session: SessionStatus,
    told: Load<Portal>,
) -> String {
    let html = Owner::new().with(|| {
        provide_context(RequestUrl::new(address));
        provide_all(SPACE, config, locale, session);
        use_portal().loader().load.set(told);
        view! { <Pages space=SPACE/> }.to_html()
    });
    clean(&html)
}

/// A portal whose modules are all in this state; at `https://webmail.example/` where it is elsewhere.
pub fn portal_with_all(state: ModuleState) -> Portal {
    let mut portal: Portal = fixture("portal/ordinary");
    for module in portal.modules.values_mut() {
        module.state = state;
        module.url = (state == ModuleState::Link).then(|| "https://webmail.example/".to_owned());
    }
    portal
}

/// One view with the contexts that every page has.
pub fn view_in<V: IntoView + 'static>(
    locale: Locale,
    session: SessionStatus,
    draw: impl FnOnce() -> V + Send + 'static,
) -> String {
    let html = Owner::new().with(|| {
        provide_context(RequestUrl::new("/"));
        provide_locale(locale);
        provide_portal(config());
        let session = provide_session(session, provide_drafts());
        provide_amounts(session);
        provide_listings(session);
        provide_take_away(session);
        provide_checkup();
        view! { <leptos_router::components::Router>{draw()}</leptos_router::components::Router> }
            .to_html()
    });
    clean(&html)
}

/// A loader in each of its states, named, for the views that take one.
pub fn states<T: Send + Sync + 'static>(
    data: T,
    error: nomade::api::answer::ApiError,
) -> [(&'static str, Loader<T>); 4] {
    [
        ("loading", Loader::fixed(Load::Loading)),
        ("slow", Loader::fixed(Load::Slow)),
        ("loaded", Loader::fixed(Load::Loaded(data))),
        ("failed", Loader::fixed(Load::Failed(error))),
    ]
}

fn clean(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}
