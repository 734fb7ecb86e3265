//! The native tests, one binary; each folder holds one promise of the house and none needs a browser.
#![recursion_limit = "512"]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod conformance;
mod contract;
mod support;

mod icons;
mod static_elements;
#[cfg(feature = "ui")]
mod texts;
mod tidy;
mod user_agents;
#[cfg(feature = "ui")]
mod views;
