//! Instants in answers; knows no clock of this machine.

use super::Fault;
use nomade::contract::instant::Instant;
use serde_json::Value;

/// The instant in `value[field]`.
pub fn instant(value: &Value, field: &str) -> Result<Instant, Fault> {
    serde_json::from_value(value[field].clone())
        .map_err(|error| Fault::Broken(format!("`{field}` is {}: {error}", value[field])))
}

/// Seconds from one field to another.
pub fn seconds_between(value: &Value, from: &str, to: &str) -> Result<i64, Fault> {
    Ok(instant(value, to)?
        .since(instant(value, from)?)
        .num_seconds())
}
