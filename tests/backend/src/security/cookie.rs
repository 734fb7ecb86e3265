//! The two cookies, session and probe, with the strictest attributes that the origin allows; knows no value's meaning.

use crate::options::Options;
use axum::http::{HeaderMap, HeaderValue, header};

/// How long a browser keeps the probe cookie, in seconds.
const PROBE_S: u32 = 300;

/// How cookies are written on this server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookiePolicy {
    /// `__Host-`, `Secure`, `SameSite=Lax`: over https.
    Strict,
    /// `__Host-`, `Secure`, `SameSite=None`, `Partitioned`: page and API on two sites.
    CrossSite,
    /// Without `Secure` and prefix: WebKit keeps neither from http://localhost. Never used off a loopback address.
    Loopback,
}

/// Which of the two cookies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// Holds the session's secret, until the browser closes.
    Session,
    /// Shows that cookies of this kind come back.
    Probe,
}

impl CookiePolicy {
    /// The strictest policy that works with these options.
    #[must_use]
    pub fn of(options: &Options) -> Self {
        if options.cross_site {
            Self::CrossSite
        } else if options.tls {
            Self::Strict
        } else {
            Self::Loopback
        }
    }

    /// The cookie's name.
    #[must_use]
    pub fn name(self, cookie: Cookie) -> &'static str {
        match (self, cookie) {
            (Self::Loopback, Cookie::Session) => "session",
            (Self::Loopback, Cookie::Probe) => "probe",
            (_, Cookie::Session) => "__Host-session",
            (_, Cookie::Probe) => "__Host-probe",
        }
    }

    fn attributes(self) -> &'static str {
        match self {
            Self::Strict => "Path=/; HttpOnly; Secure; SameSite=Lax",
            Self::CrossSite => "Path=/; HttpOnly; Secure; SameSite=None; Partitioned",
            Self::Loopback => "Path=/; HttpOnly; SameSite=Lax",
        }
    }

    /// `Set-Cookie` for `value`, which must be of base64url's alphabet.
    #[must_use]
    pub fn set(self, cookie: Cookie, value: &str) -> HeaderValue {
        let (name, attributes) = (self.name(cookie), self.attributes());
        let age = match cookie {
            Cookie::Session => String::new(),
            Cookie::Probe => format!("; Max-Age={PROBE_S}"),
        };
        header_value(&format!("{name}={value}; {attributes}{age}"))
    }

    /// `Set-Cookie` that makes the browser forget it.
    #[must_use]
    pub fn expire(self, cookie: Cookie) -> HeaderValue {
        let (name, attributes) = (self.name(cookie), self.attributes());
        header_value(&format!("{name}=; {attributes}; Max-Age=0"))
    }

    /// The value that came, if one did; of several, the first.
    #[must_use]
    pub fn read(self, cookie: Cookie, headers: &HeaderMap) -> Option<String> {
        let name = self.name(cookie);
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.to_owned())
    }
}

#[expect(
    clippy::expect_used,
    reason = "names, attributes and base64url are visible ASCII"
)]
fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("a cookie of visible ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &HeaderValue) -> &str {
        value.to_str().unwrap_or_default()
    }

    #[test]
    fn over_https_the_cookie_is_strict() {
        let set = CookiePolicy::Strict.set(Cookie::Session, "abc");
        assert_eq!(
            text(&set),
            "__Host-session=abc; Path=/; HttpOnly; Secure; SameSite=Lax"
        );
    }

    #[test]
    fn across_sites_the_cookie_is_partitioned() {
        let set = CookiePolicy::CrossSite.set(Cookie::Session, "abc");
        assert_eq!(
            text(&set),
            "__Host-session=abc; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"
        );
    }

    #[test]
    fn an_expired_cookie_has_the_same_name_and_attributes() {
        let expired = CookiePolicy::Loopback.expire(Cookie::Session);
        assert_eq!(
            text(&expired),
            "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        );
    }

    #[test]
    fn the_first_cookie_of_the_name_is_read_whatever_else_is_sent() {
        let mut headers = HeaderMap::new();
        for line in [
            &b"a=1; xsession=no"[..],
            b"session=yes; session=later",
            b"\xff=\xfe",
            b"session",
        ] {
            headers.append(
                header::COOKIE,
                HeaderValue::from_bytes(line).unwrap_or(HeaderValue::from_static("")),
            );
        }
        let read = CookiePolicy::Loopback.read(Cookie::Session, &headers);
        assert_eq!(read.as_deref(), Some("yes"));
        assert_eq!(CookiePolicy::Strict.read(Cookie::Session, &headers), None);
    }
}
