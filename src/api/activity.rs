//! The agent's journal, and what is reported of it; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::activity::{Activity, ActivityReport, ReportedEvent};
use crate::contract::endpoint::{self, segment};
use crate::rules::activity_filter::ActivityFilter;
use gloo_net::http::Method;

/// One page of the journal, the newest event first.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(
    client: &Client,
    filter: ActivityFilter,
    cursor: Option<&str>,
) -> Result<Activity, ApiError> {
    let mut path = endpoint::ACTIVITY.to_owned();
    let mut query = filter.query();
    if let Some(cursor) = cursor {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str("cursor=");
        query.push_str(&segment(cursor));
    }
    if !query.is_empty() {
        path.push('?');
        path.push_str(&query);
    }
    client.get(&path).await
}

/// Reports that an event was not the agent's doing; the same event twice is reported once, under one number.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn report(
    client: &Client,
    id: &str,
    told: &ReportedEvent,
) -> Result<ActivityReport, ApiError> {
    let path = endpoint::activity_report(id);
    client.send(Method::POST, &path, told).await
}
