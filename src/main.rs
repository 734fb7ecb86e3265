//! Starts the portal in the browser, and natively renders what stands there before it; knows the panic hook and where to mount.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    use nomade::app::{Pages, provide_all};
    use nomade::browser::{boot, document};
    use nomade::components::check_strip::{CheckNotice, CheckStrip};
    use nomade::components::static_login::{
        StaticCapsLock, StaticCorrection, StaticNote, watch_static_login,
    };
    use nomade::i18n::locale::Locale;
    use nomade::pages::config_problem_page::ConfigProblemPage;
    use nomade::rules::session::SessionStatus;
    use nomade::state::locale::use_locale;

    // The place alone: a panic's message might quote what a person typed, and the console is no place for that.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            leptos::logging::error!("stopped at {place}");
        }
        boot::show_failure();
    }));
    let language = || {
        boot::language()
            .and_then(|tag| Locale::from_tag(&tag))
            .unwrap_or_default()
    };
    // Leptos has no executor of its own before it mounts.
    wasm_bindgen_futures::spawn_local(async move {
        let config = match nomade::api::config::load().await {
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
            provide_all(config, language(), SessionStatus::Checking);
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
            mount_to_body(|| view! { <Pages/> });
        });
        boot::take_over();
    });
}

/// Prints what index.html holds before the program; its argument is the settings' file.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write;
    use std::process::ExitCode;

    match static_pieces() {
        Ok(html) if std::io::stdout().write_all(html.as_bytes()).is_ok() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn static_pieces() -> Result<String, String> {
    use leptos::prelude::*;
    use leptos_router::components::Router;
    use leptos_router::location::RequestUrl;
    use nomade::app::{Pages, provide_all};
    use nomade::i18n::locale::Locale;
    use nomade::layouts::page_focus::page_title;
    use nomade::layouts::public_layout::PublicLayout;
    use nomade::pages::boot_gate::{BootPages, BootPieces, marked};
    use nomade::route::Route;
    use nomade::rules::session::SessionStatus;

    let file = std::env::args().nth(1).ok_or("which config.json?")?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let config: nomade::contract::config::Config =
        serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    let render = |locale: Locale, view: fn(Locale) -> AnyView| {
        let config = marked(&config);
        Owner::new().with(|| {
            provide_context(RequestUrl::new(&Route::Login.href()));
            provide_all(config, locale, SessionStatus::Checking);
            view(locale).to_html()
        })
    };
    let pages = [Locale::Fr, Locale::En].map(|locale| BootPages {
        locale,
        title: format!("{} – {{name}}", page_title(&Route::Login, locale.texts())),
        login: render(locale, |_| view! { <Pages/> }.into_any()),
        wait: render(locale, |locale| {
            let loading = locale.boot_texts().boot_loading();
            let frame =
                move || view! { <PublicLayout><p class="boot-wait">{loading}</p></PublicLayout> };
            view! { <Router>{frame()}</Router> }.into_any()
        }),
    });
    let settings = serde_json::to_string(&config).map_err(|error| error.to_string())?;
    Ok(
        Owner::new()
            .with(|| view! { <BootPieces settings config pages=pages.to_vec()/> }.to_html()),
    )
}
