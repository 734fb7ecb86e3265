//! An answer to a call that the tests make beside the browser; knows no path.

use serde_json::Value;

/// An answer to a call of the tests' own.
pub struct Answered {
    /// Its status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// Its body as text.
    pub body: String,
}

impl Answered {
    /// The body as JSON, `null` when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    /// A header's value, empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        let found = self
            .headers
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

/// Reads it whole.
pub(super) fn answered(mut answer: ureq::http::Response<ureq::Body>) -> Answered {
    let headers = answer.headers().iter();
    let text = |value: &ureq::http::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    Answered {
        status: answer.status().as_u16(),
        headers: headers
            .map(|(name, value)| (name.as_str().to_owned(), text(value)))
            .collect(),
        body: String::from_utf8_lossy(&answer.body_mut().read_to_vec().unwrap_or_default())
            .into_owned(),
    }
}
