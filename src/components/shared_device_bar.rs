//! A reminder that others use the device too, and the amounts' switch; knows no amount.

use super::dynamic::part;
use super::icon::Icon;
use crate::state::amounts::use_amounts;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// Stands on every page of the space of a shared-device session, and on no other.
#[component]
pub fn SharedDeviceBar() -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    let is_shared = Memo::new(move |_| amounts.is_shared_device());
    let label = move || {
        let t = locale.texts();
        if amounts.are_masked() {
            t.show_amounts()
        } else {
            t.mask_amounts()
        }
    };
    part(move || {
        is_shared.get().then(|| {
            view! {
                <section class="shared-device" aria-label=locale.say(|t| t.shared_device_label())>
                    <p class="shared-device__text"><Icon name="info"/><span>{locale.say(|t| t.shared_device_session())}</span></p>
                    <button class="button" type="button" on:click=move |_| amounts.switch()>{label}</button>
                </section>
            }
        })
    })
}
