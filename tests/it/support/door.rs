//! Where a backend is and how to speak to it; knows no session.

use nomade::contract::endpoint::{BASE_PATH, PORTAL};
use serde_json::Value;
use std::time::Duration;
use ureq::http::{HeaderMap, Request};

/// Where a backend is, and how to speak to it.
pub struct Door {
    pub agent: ureq::Agent,
    /// The address under which `/portal` stands.
    pub base: String,
    /// The origin of the page that the calls come from.
    pub origin: String,
}

impl Door {
    /// `insecure` accepts any certificate.
    pub fn new(base: String, origin: String, insecure: bool) -> Self {
        let tls = ureq::tls::TlsConfig::builder()
            .disable_verification(insecure)
            .build();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .timeout_global(Some(Duration::from_secs(60)))
            .user_agent("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0")
            .tls_config(tls);
        Self {
            agent: config.build().into(),
            base,
            origin,
        }
    }

    /// Whether anything answers at all.
    pub fn opens(&self) -> Result<(), String> {
        let url = format!("{}{PORTAL}", self.base);
        self.agent
            .get(&url)
            .call()
            .map(drop)
            .map_err(|error| format!("{url}: {error}"))
    }

    pub fn is_https(&self) -> bool {
        self.base.starts_with("https:")
    }

    /// Sends to an address beside the contract, such as the reference backend's test controls.
    pub fn beside(&self, path: &str, body: &Value) -> Result<(), String> {
        let host = self.base.strip_suffix(BASE_PATH).unwrap_or(&self.base);
        let call = self
            .agent
            .post(format!("{host}{path}"))
            .header("origin", &self.origin);
        let answer = call.send_json(body).map_err(|error| error.to_string())?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(format!("{path} answered {}", answer.status()))
        }
    }

    /// What a browser asks before a page on `origin` may send such a call; the headers of the answer.
    pub fn preflight(&self, origin: &str, method: &str, path: &str) -> Result<HeaderMap, String> {
        let request = Request::options(format!("{}{path}", self.base))
            .header("origin", origin)
            .header("access-control-request-method", method)
            .header(
                "access-control-request-headers",
                "content-disposition,content-type,idempotency-key,if-match,if-range,range,x-csrf-token",
            )
            .body(());
        let request = request.map_err(|error| error.to_string())?;
        let answer = self.agent.run(request).map_err(|error| error.to_string())?;
        Ok(answer.headers().clone())
    }
}
