//! Fetches config.json; knows no setting's meaning.

use crate::browser::boot;
use crate::browser::deadline::Deadline;
use crate::contract::config::Config;
use crate::rules::config_check::{InvalidConfig, check};
use gloo_net::http::RequestBuilder;
use std::time::Duration;

const FILE: &str = "/config.json";

/// The settings that stand beside index.html, checked.
///
/// # Errors
///
/// Why they can't be used.
pub async fn load() -> Result<Config, InvalidConfig> {
    let asked_ahead = boot::prefetched(FILE).await.flatten();
    let text = match asked_ahead.filter(|answer| (200..300).contains(&answer.status)) {
        Some(answer) => Some(answer.body),
        // What failed when the page began may pass by now.
        None => fetch().await,
    };
    let text = text.ok_or(InvalidConfig::Missing)?;
    let config = serde_json::from_str(&text)
        .map_err(|error| InvalidConfig::Unreadable(error.to_string()))?;
    check(config)
}

async fn fetch() -> Option<String> {
    let deadline = Deadline::after(Duration::from_secs(30));
    let response = RequestBuilder::new(FILE)
        .abort_signal(deadline.signal().as_ref())
        .send()
        .await
        .ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
