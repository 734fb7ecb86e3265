//! The frame of the pages that anyone can read; knows nobody.

use super::site_footer::SiteFooter;
use crate::components::dynamic::text;
use crate::components::icon::Icon;
use crate::components::language_switch::LanguageSwitch;
use crate::route::Route;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// Header, page and footer.
#[component]
pub fn PublicLayout(
    /// The page.
    children: Children,
) -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    view! {
        <header class="site-header">
            <a class="skip-link" href="#content" rel="external">{locale.say(|t| t.skip_to_content())}</a>
            <div class="site-header__bar">
                <a class="site-header__brand" href=Route::Root.href()>
                    <Icon name="landmark"/>
                    <span>{text(move || locale.pick(&portal.name()))}</span>
                </a>
                <LanguageSwitch/>
            </div>
        </header>
        <main class="page" id="content" tabindex="-1">{children()}</main>
        <SiteFooter/>
    }
}
