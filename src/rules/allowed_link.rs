//! Which outside address the portal may send people to; knows the allowed hosts, never who proposed the address.

/// The host of `url`, when it is https on one of `allowed_hosts`, else `None`.
///
/// A hostile or mistaken answer of the API can't send people elsewhere: no user part, no port, no backslash,
/// no control character. Hosts are compared without regard to case.
#[must_use]
pub fn allowed_link<'url>(url: &'url str, allowed_hosts: &[String]) -> Option<&'url str> {
    let host = authority(url)?;
    allowed_hosts
        .iter()
        .any(|allowed| allowed.eq_ignore_ascii_case(host))
        .then_some(host)
}

/// The host of `url`, when it is https and a person can see from the host where it leads, else `None`.
///
/// For a link that asks for nothing and is shown with its host: no user part, no port, nothing but ASCII letters, digits,
/// dots and hyphens.
#[must_use]
pub fn plain_https_host(url: &str) -> Option<&str> {
    let host = authority(url)?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    (!host.is_empty() && host.chars().all(plain)).then_some(host)
}

fn authority(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    if !url.chars().all(|c| c.is_ascii_graphic() && c != '\\') {
        return None;
    }
    rest.split(['/', '?', '#']).next()
}

#[cfg(test)]
mod tests {
    use super::{allowed_link, plain_https_host};

    fn hosts() -> Vec<String> {
        vec!["identite.example".to_owned()]
    }

    #[test]
    fn an_https_address_on_an_allowed_host_is_kept() {
        for url in [
            "https://identite.example",
            "https://identite.example/mot-de-passe?x=1",
            "https://Identite.Example/",
        ] {
            assert!(allowed_link(url, &hosts()).is_some(), "{url}");
        }
    }

    #[test]
    fn every_other_address_is_refused() {
        for url in [
            "",
            "http://identite.example/",
            "https://identite.example.evil.example/",
            "https://evil.example/identite.example",
            "https://user@identite.example/",
            "https://identite.example@evil.example/",
            "https://identite.example:444/",
            "https://evil.example\\identite.example/",
            "javascript:alert(1)",
            "//identite.example/",
            "https://",
            "https:///x",
            "https://identite.example/\n",
            " https://identite.example/",
        ] {
            assert_eq!(allowed_link(url, &hosts()), None, "{url:?}");
        }
    }

    #[test]
    fn a_link_with_a_plain_https_host_shows_it_and_any_other_is_refused() {
        assert_eq!(
            plain_https_host("https://aide.example/premiere-connexion?x#y"),
            Some("aide.example")
        );
        for url in [
            "http://aide.example/",
            "https://user@aide.example/",
            "https://aide.example:444/",
            "https://aide.example\\evil.example/",
            "https://аide.example/",
            "javascript:alert(1)",
            "//aide.example/",
            "https://",
            "https:///x",
            "https://aide.example/\n",
        ] {
            assert_eq!(plain_https_host(url), None, "{url:?}");
        }
    }
}
