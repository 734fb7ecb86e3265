//! Whether config.json can be used; knows the settings, never the file.

use crate::contract::config::Config;

/// Why a config.json can't be used; one variant per reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidConfig {
    /// It is not the JSON that is asked for; the parser's words, which name the place.
    Unreadable(String),
    /// `api_base` is neither a path of this host nor an https address.
    ApiBase(String),
    /// A colour of `theme` is not `#rrggbb`.
    ThemeColour(String),
    /// It could not be fetched.
    Missing,
}

/// `config` when every setting can be used, its `api_base` without a slash at the end.
///
/// # Errors
///
/// The first setting that can't.
pub fn check(mut config: Config) -> Result<Config, InvalidConfig> {
    let base = config.api_base.trim_end_matches('/');
    let own_path = base.starts_with('/') && !base.starts_with("//") && !base.contains('\\');
    let loopback = ["http://localhost", "http://127.0.0.1", "http://[::1]"]
        .iter()
        .any(|origin| {
            base.strip_prefix(origin)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
    if !(own_path || base.starts_with("https://") || loopback)
        || base.contains(['?', '#', '@', ' '])
    {
        return Err(InvalidConfig::ApiBase(config.api_base));
    }
    let is_colour = |value: &str| {
        value.len() == 7
            && value.starts_with('#')
            && value.bytes().skip(1).all(|b| b.is_ascii_hexdigit())
    };
    if let Some((name, _)) = config.theme.iter().find(|(_, value)| !is_colour(value)) {
        return Err(InvalidConfig::ThemeColour(name.clone()));
    }
    config.api_base = base.to_owned();
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::{InvalidConfig, check};
    use crate::contract::config::{Config, ConfigSupport};
    use crate::contract::localized::Localized;

    fn config(api_base: &str, theme: &[(&str, &str)]) -> Config {
        Config {
            api_base: api_base.to_owned(),
            name: Localized::default(),
            organisation: Localized::default(),
            legal_notice: Localized::default(),
            identity_hosts: Vec::new(),
            link_hosts: Vec::new(),
            support: ConfigSupport {
                phone: String::new(),
                hours: Localized::default(),
            },
            theme: theme
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn a_path_of_this_host_or_a_safe_origin_is_taken_without_its_last_slash() {
        for (written, kept) in [
            ("/api/v1", "/api/v1"),
            ("/api/v1/", "/api/v1"),
            ("https://api.example/v1", "https://api.example/v1"),
            (
                "http://localhost:8080/api/v1",
                "http://localhost:8080/api/v1",
            ),
        ] {
            assert_eq!(
                check(config(written, &[])).map(|c| c.api_base),
                Ok(kept.to_owned())
            );
        }
    }

    #[test]
    fn an_address_that_would_send_passwords_in_clear_or_elsewhere_is_refused() {
        for written in [
            "",
            "api",
            "//evil.example",
            "http://api.example",
            "http://localhost.evil.example",
            "https://a@b",
            "/a?b",
            "ftp://x",
        ] {
            assert_eq!(
                check(config(written, &[])),
                Err(InvalidConfig::ApiBase(written.to_owned()))
            );
        }
    }

    #[test]
    fn a_colour_that_is_none_is_named() {
        assert!(check(config("/api", &[("accent", "#1d4f91")])).is_ok());
        for value in ["red", "#12", "#12345g", "url(x)"] {
            assert_eq!(
                check(config("/api", &[("accent", value)])),
                Err(InvalidConfig::ThemeColour("accent".to_owned()))
            );
        }
    }
}
