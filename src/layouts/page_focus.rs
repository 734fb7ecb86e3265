//! What the browser's tab and a screen reader are told when the page changes; knows titles, never content.

use crate::browser::{document, focus};
use crate::i18n::locale::Locale;
use crate::route::{Route, SpaceRoute};
use crate::rules::receipt::WayOut;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use crate::state::session::use_session;
use leptos::prelude::*;

/// The name of a page of the agent space.
pub type SpaceTitle = fn(&SpaceRoute, Locale) -> &'static str;

/// The page's name, the same in the tab and in the history: nothing personal is in it.
#[must_use]
pub fn page_title(route: &Route, locale: Locale, space: SpaceTitle) -> &'static str {
    let t = locale.texts();
    match route {
        Route::Root | Route::Login => t.login_title(),
        Route::Password => t.password_title(),
        Route::Help => t.help_title(),
        Route::Diagnostics => t.checkup_title(),
        Route::SignedOut => t.receipt_title(WayOut::SignedOut),
        Route::Space(page) => space(page, locale),
        Route::Consent => t.consent_title(),
        Route::Text(name) => t.text_title(*name),
        Route::Accessibility => t.accessibility_title(),
        Route::NotFound => t.not_found_title(),
    }
}

/// Keeps the title right, and moves the focus to the new page's heading when the route changes.
pub fn follow(route: Memo<Route>, space: SpaceTitle) {
    let (locale, portal, session) = (use_locale(), use_portal(), use_session());
    // Seen from another tab, too.
    let ends = Memo::new(move |_| session.warning().is_some());
    Effect::new(move |_| {
        let title = if ends.get() {
            locale.texts().ending_title()
        } else {
            page_title(&route.get(), locale.get(), space)
        };
        document::set_title(&format!("{title} – {}", locale.pick(&portal.name())));
    });
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        // On the first page the browser's own start of reading is right.
        if before.is_some_and(|before| before != now) {
            // The page's own: what stands there for a program that does not start has one too.
            focus::lead_to_soon("main h1");
        }
        now
    });
}
