//! Starts the portal in the browser; knows the panic hook and where to mount, nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    use nomade::app::App;
    use nomade::browser::{document, facts, storage};
    use nomade::i18n::locale::Locale;
    use nomade::pages::config_problem_page::ConfigProblemPage;
    use nomade::rules::session::SessionStatus;

    // The place alone: a panic's message might quote what a person typed, and the console is no place for that.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            leptos::logging::error!("stopped at {place}");
        }
        document::show_failure();
    }));
    let locale = Locale::choose(
        storage::chosen_language()
            .into_iter()
            .chain(facts::languages()),
    );
    // Leptos has no executor of its own before it mounts.
    wasm_bindgen_futures::spawn_local(async move {
        let config = nomade::api::config::load().await;
        document::remove_loading_line();
        match config {
            Ok(config) => mount_to_body(
                move || view! { <App config locale session=SessionStatus::Checking/> },
            ),
            Err(reason) => mount_to_body(move || view! { <ConfigProblemPage reason locale/> }),
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    // The portal runs in browsers; natively there are its tests.
}
