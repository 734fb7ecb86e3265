//! Starts a program of the portal in the browser, in the place of what the boot script drew; knows where to mount, and no page of the space.

#![cfg(target_arch = "wasm32")]

use crate::api;
use crate::app::{Pages, Space, provide_all};
use crate::browser::{boot, document};
use crate::components::check_strip::{CheckNotice, CheckStrip};
use crate::components::static_login::{
    StaticCapsLock, StaticCorrection, StaticNote, watch_static_login,
};
use crate::i18n::locale::Locale;
use crate::pages::config_problem_page::ConfigProblemPage;
use crate::rules::session::SessionStatus;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// Starts the portal with this agent space, in place of what the boot script drew once nobody is in the middle of something there; calls `before` when its page stands and what was typed is about to come over.
pub fn start(space: Space, before: fn()) {
    // Leptos has no executor of its own before it mounts.
    wasm_bindgen_futures::spawn_local(run(space, before));
}

async fn run(space: Space, before: fn()) {
    // The place alone: a panic's message might quote what a person typed, and the console is no place for that.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            leptos::logging::error!("stopped at {place}");
        }
        boot::show_failure();
    }));
    let config = match api::config::load().await {
        Ok(config) => config,
        Err(reason) => {
            let locale = language();
            mount_to_body(move || view! { <ConfigProblemPage reason locale/> });
            return boot::take_over();
        }
    };
    // An empty view, whose owner holds what all later ones share.
    let owner = StoredValue::new_local(None);
    mount_to_body(move || {
        provide_all(space, config, language(), SessionStatus::Checking);
        owner.set_value(Owner::current());
    });
    let Some(owner) = owner.get_value() else {
        return;
    };
    // The field that somebody is typing in is not replaced: what there is to say is said in the page that is there.
    let visit = owner.with(Owner::new);
    let guests = boot::is_in_use().then(|| {
        let login = visit.with(watch_static_login);
        let mount = |place, view: Box<dyn FnOnce() -> AnyView>| {
            document::emptied(place).map(|place| visit.with(|| mount_to(place, view)))
        };
        [
            mount(
                "check-notice",
                Box::new(|| view! { <CheckNotice/> }.into_any()),
            ),
            mount(
                "check-strip",
                Box::new(|| view! { <CheckStrip/> }.into_any()),
            ),
            mount(
                "username-note",
                Box::new(move || view! { <StaticCorrection login/> }.into_any()),
            ),
            mount(
                "password-caps-lock",
                Box::new(move || view! { <StaticCapsLock login/> }.into_any()),
            ),
            mount(
                "login-note",
                Box::new(move || view! { <StaticNote login/> }.into_any()),
            ),
        ]
    });
    boot::turn().await;
    drop(guests);
    visit.cleanup();
    owner.with(|| {
        use_locale().set(language());
        mount_to_body(move || view! { <Pages space/> });
    });
    before();
    boot::take_over();
}

fn language() -> Locale {
    boot::language()
        .and_then(|tag| Locale::from_tag(&tag))
        .unwrap_or_default()
}
