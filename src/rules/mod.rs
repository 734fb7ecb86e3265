//! Decisions as pure functions over the contract's types; knows serde and dates, never leptos and never the browser.

pub mod allowed_link;
pub mod config_check;
pub mod credentials;
pub mod safe_redirect;
pub mod session;
