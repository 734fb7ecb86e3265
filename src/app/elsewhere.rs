//! The agent space as the login's program has it: another program, which its addresses load; knows no page of the space.

use super::Space;
use crate::browser::document;
use crate::components::spinner::Spinner;
use crate::layouts::public_layout::PublicLayout;
use crate::state::locale::use_locale;
use crate::state::location::use_own_address;
use leptos::prelude::*;

/// Leads to a new document at the same address.
pub const ELSEWHERE: Space = Space {
    provide: |_| {},
    view: |_| view! { <Elsewhere/> }.into_any(),
    title: |_, locale| locale.texts().space_nav(),
};

/// Loads the address anew, where the boot script (public/boot.js) takes the program that has the space.
#[component]
fn Elsewhere() -> impl IntoView {
    let (locale, address) = (use_locale(), use_own_address());
    Effect::new(move |_| document::replace_with(&address.get()));
    view! {
        <PublicLayout>
            <h1 class="visually-hidden" tabindex="-1">{locale.say(|t| t.space_nav())}</h1>
            <Spinner label=Signal::derive(locale.say(|t| t.loading()))/>
        </PublicLayout>
    }
}
