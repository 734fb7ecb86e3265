//! Decisions as pure functions over the contract's types; knows serde and dates, never leptos and never the browser.

pub mod activity_filter;
pub mod address_verdict;
pub mod allowed_link;
pub mod browser_policy;
pub mod checkup_code;
pub mod clock_verdict;
pub mod config_check;
pub mod cookie_verdict;
pub mod countdown;
pub mod credentials;
pub mod expiry;
pub mod finding;
pub mod module_offer;
pub mod network_verdict;
pub mod password_age;
pub mod receipt;
pub mod reply;
pub mod safe_redirect;
pub mod session;
pub mod system_policy;
pub mod tab_message;
pub mod user_agent;
