//! The program that the login waits for: every page that anyone can read, and the way to the program that has the space.

#[cfg(target_arch = "wasm32")]
fn main() {
    use nomade::app::elsewhere::ELSEWHERE;
    use nomade::browser::boot;

    nomade::start::start(ELSEWHERE, boot::bring_whole_ahead);
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
    use nomade::app::elsewhere::ELSEWHERE;
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
            provide_all(ELSEWHERE, config, locale, SessionStatus::Checking);
            view(locale).to_html()
        })
    };
    let pages = [Locale::Fr, Locale::En].map(|locale| BootPages {
        locale,
        title: format!(
            "{} – {{name}}",
            page_title(&Route::Login, locale, ELSEWHERE.title)
        ),
        login: render(locale, |_| view! { <Pages space=ELSEWHERE/> }.into_any()),
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
