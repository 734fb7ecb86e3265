//! What runs a scenario: engines, drivers, the portal under test and the page; knows no word of the portal's own.

pub mod answered;
pub mod circumstances;
pub mod downloads;
pub mod engine;
pub mod page;
pub mod portal;
pub mod profile;
pub mod scenario;
pub mod settings;
pub mod tabs;
pub mod window;

pub mod driver;
pub mod front;
pub mod outside;
pub mod report;
pub mod site;
pub mod watch;
pub mod webdriver;
pub mod wire;

use std::path::{Path, PathBuf};

/// The checkout.
pub fn project_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where pictures of failures and the drivers' logs go.
pub fn failures_folder() -> PathBuf {
    project_folder().join("target/e2e-failures")
}
