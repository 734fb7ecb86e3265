//! What stands at the foot of every page: whose portal it is and whom to call; knows no page.

use crate::components::dynamic::text;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// The organisation and the support line of last resort.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let support = move || {
        let (phone, hours) = portal.config(|config| {
            (
                config.support.phone.clone(),
                locale.pick(&config.support.hours),
            )
        });
        locale.texts().support_line(&phone, &hours)
    };
    view! {
        <footer class="site-footer">
            <p>{text(move || locale.pick(&portal.organisation()))}</p>
            <p>{text(support)}</p>
        </footer>
    }
}
