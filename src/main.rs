//! The whole portal, which every address of the agent space starts; knows the space and where to begin.

#[cfg(target_arch = "wasm32")]
fn main() {
    nomade::start::start(nomade::app::space::SPACE, || {});
}

/// Only a browser has a use for this program.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("This program runs in a browser: `make serve` builds and shows it.");
    std::process::ExitCode::FAILURE
}
