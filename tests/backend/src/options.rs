//! What the server is told at its start; knows no argument parser and no environment but the place of the default database.

use crate::start_error::StartError;
use chrono::{DateTime, Utc};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;

/// Everything that a server is told at its start.
///
/// `..Options::default()` gives a demonstration on `http://localhost:8080`, with its database in the user's state folder.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address to listen on. Plain http is served on loopback addresses only.
    pub host: IpAddr,
    /// The port to listen on; 0 takes any free one.
    pub port: u16,
    /// The database file, made when it is missing; `:memory:` keeps nothing.
    pub database: PathBuf,
    /// The built site (the folder that holds `index.html`), served beside the API.
    pub site: Option<PathBuf>,
    /// What an empty database is filled with.
    pub seed: Seed,
    /// How many documents `agent.demo` has, instead of the seed's own number: for measuring.
    pub documents: Option<u32>,
    /// Serves `/test/*`; refused on an address that is not loopback.
    pub test_controls: bool,
    /// Serves https with a self-signed certificate made at the start.
    pub tls: bool,
    /// Origins that may call besides the server's own, as `https://host:port`.
    pub origins: Vec<String>,
    /// The page and the API are on two sites: partitioned cookies, and CORS with credentials for [`Options::origins`].
    pub cross_site: bool,
    /// The origin of an API elsewhere that the served site may call (an entry more in `connect-src`).
    pub api_origin: Option<String>,
    /// The host that `GET /portal` calls canonical; without one, the host that the request was sent to.
    pub canonical_host: Option<String>,
    /// How many failed sign-ins a minute one address may make before it must wait.
    pub failures_a_minute: u32,
    /// Where the server's clock starts; without it, at the time of the machine.
    pub starts_at: Option<DateTime<Utc>>,
}

/// What an empty database is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// Thirty months of payslips for each demo account, and some documents.
    Demo,
    /// Ten years of payslips, and two thousand documents.
    Large,
}

impl Seed {
    /// The name that stands in the database and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Large => "large",
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 8080,
            database: default_database(),
            site: None,
            seed: Seed::Demo,
            documents: None,
            test_controls: false,
            tls: false,
            origins: Vec::new(),
            cross_site: false,
            api_origin: None,
            canonical_host: None,
            failures_a_minute: 30,
            starts_at: None,
        }
    }
}

impl Options {
    /// Refuses what would be unsafe or could not work, before anything is opened.
    ///
    /// # Errors
    /// The first option that is refused, and why.
    pub fn validate(&self) -> Result<(), StartError> {
        if self.test_controls && !self.host.is_loopback() {
            return Err(StartError::TestControlsInPublic(self.host));
        }
        if !self.tls && !self.host.is_loopback() {
            return Err(StartError::PlainHttpInPublic(self.host));
        }
        for origin in self.origins.iter().chain(&self.api_origin) {
            if !is_origin(origin) {
                return Err(StartError::Origin(origin.clone()));
            }
        }
        if let Some(site) = &self.site
            && !site.join("index.html").is_file()
        {
            return Err(StartError::Site(site.clone()));
        }
        Ok(())
    }

    /// How people write the address: loopback addresses are `localhost`, IPv6 ones stand in brackets.
    #[must_use]
    pub fn host_name(&self) -> String {
        match self.host {
            host if host == IpAddr::V4(Ipv4Addr::LOCALHOST)
                || host == IpAddr::V6(Ipv6Addr::LOCALHOST) =>
            {
                "localhost".to_owned()
            }
            IpAddr::V4(host) => host.to_string(),
            IpAddr::V6(host) => format!("[{host}]"),
        }
    }

    /// `http` or `https`.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }
}

/// The state folder of the user, as the XDG base directories name it; the working directory when there is none.
fn default_database() -> PathBuf {
    let absolute = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    absolute("XDG_STATE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".local/state")))
        .unwrap_or_default()
        .join("intraparis-nomade")
        .join("portal.sqlite")
}

/// True for `scheme://host` or `scheme://host:port` and nothing after it, as browsers write it in `Origin`.
fn is_origin(text: &str) -> bool {
    text.parse::<axum::http::Uri>().is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.authority().is_some_and(|host| {
                text == format!("{}://{host}", uri.scheme_str().unwrap_or_default())
            })
    }) && text == text.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_accepted() {
        assert!(Options::default().validate().is_ok());
    }

    #[test]
    fn test_controls_stay_on_the_machine() {
        let options = Options {
            host: "192.0.2.1"
                .parse()
                .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
            test_controls: true,
            tls: true,
            ..Options::default()
        };
        assert!(matches!(
            options.validate(),
            Err(StartError::TestControlsInPublic(_))
        ));
    }

    #[test]
    fn plain_http_stays_on_the_machine() {
        let options = Options {
            host: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            ..Options::default()
        };
        assert!(matches!(
            options.validate(),
            Err(StartError::PlainHttpInPublic(_))
        ));
    }

    #[test]
    fn an_origin_has_no_path() {
        for (text, expected) in [
            ("https://portail.example", true),
            ("http://localhost:8081", true),
            ("http://[::1]:8081", true),
            ("https://portail.example/", false),
            ("https://portail.example/app", false),
            ("https://Portail.example", false),
            ("portail.example", false),
            ("*", false),
            ("null", false),
            ("", false),
        ] {
            assert_eq!(is_origin(text), expected, "{text}");
        }
    }
}
