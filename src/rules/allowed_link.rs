//! Which outside address the portal may send people to; knows the allowed hosts, never who proposed the address.

/// The host of `url`, when it is https on one of `allowed_hosts`, else `None`.
///
/// A hostile or mistaken answer of the API can't send people elsewhere: no user part, no port, no backslash,
/// no control character. Hosts are compared without regard to case.
#[must_use]
pub fn allowed_link<'url>(url: &'url str, allowed_hosts: &[String]) -> Option<&'url str> {
    let rest = url.strip_prefix("https://")?;
    if !url.chars().all(|c| c.is_ascii_graphic() && c != '\\') {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next()?;
    allowed_hosts
        .iter()
        .any(|allowed| allowed.eq_ignore_ascii_case(host))
        .then_some(host)
}

#[cfg(test)]
mod tests {
    use super::allowed_link;

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
}
