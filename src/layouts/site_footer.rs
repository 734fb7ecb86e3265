//! What stands at the foot of every page: the legal pages, whose portal it is and whom to call; knows no page.

use crate::components::dynamic::text;
use crate::i18n::texts::Texts;
use crate::route::{Route, TextName};
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

type Link = (Route, fn(&'static dyn Texts) -> &'static str);

/// In the order of the law's own importance: who publishes, the rules, what is kept, who can use it.
const LINKS: [Link; 6] = [
    (Route::Text(TextName::Legal), |t| {
        t.text_title(TextName::Legal)
    }),
    (Route::Text(TextName::Charter), |t| t.footer_charter()),
    (Route::Text(TextName::Terms), |t| {
        t.text_title(TextName::Terms)
    }),
    (Route::Text(TextName::Privacy), |t| {
        t.text_title(TextName::Privacy)
    }),
    (Route::Accessibility, |t| t.footer_accessibility()),
    (Route::Help, |t| t.footer_help()),
];

/// The legal pages, the organisation and the support line of last resort.
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
    let links: Vec<AnyView> = LINKS
        .into_iter()
        .map(|(route, words)| view! { <li><a class="site-footer__link" href=route.href()>{locale.say(words)}</a></li> }.into_any())
        .collect();
    view! {
        <footer class="site-footer">
            <ul class="site-footer__links">{links}</ul>
            <p>{text(move || locale.pick(&portal.organisation()))}</p>
            <p>{text(support)}</p>
        </footer>
    }
}
