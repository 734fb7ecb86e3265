//! Fetches config.json; knows no setting's meaning.

use crate::browser::deadline::Deadline;
use crate::contract::config::Config;
use crate::rules::config_check::{InvalidConfig, check};
use gloo_net::http::RequestBuilder;
use std::time::Duration;

/// The settings that stand beside index.html, checked.
///
/// # Errors
///
/// Why they can't be used.
pub async fn load() -> Result<Config, InvalidConfig> {
    let deadline = Deadline::after(Duration::from_secs(30));
    let response = RequestBuilder::new("/config.json")
        .abort_signal(deadline.signal().as_ref())
        .send()
        .await
        .map_err(|_| InvalidConfig::Missing)?;
    if !response.ok() {
        return Err(InvalidConfig::Missing);
    }
    let text = response.text().await.map_err(|_| InvalidConfig::Missing)?;
    let config = serde_json::from_str(&text)
        .map_err(|error| InvalidConfig::Unreadable(error.to_string()))?;
    check(config)
}
