//! Whether the page came from the portal's own host; knows no browser.

use super::finding::{Cause, Evidence, Finding};

/// The address's finding, from the page's host and the one that `GET /portal` names, each with its port if it has one.
#[must_use]
pub fn address_finding(page: Option<&str>, portal: Option<&str>) -> Finding {
    match (page.map(normal), portal.map(normal)) {
        (Some(page), Some(portal)) if !page.is_empty() && !portal.is_empty() => {
            if page == portal {
                Finding::certain(Cause::AddressFine, vec![Evidence::Hosts { page, portal }])
            } else {
                Finding::certain(
                    Cause::AddressForeign,
                    vec![Evidence::Hosts { page, portal }],
                )
            }
        }
        _ => Finding::certain(Cause::AddressUnread, Vec::new()),
    }
}

/// The same host is written in several ways: case, a final dot, the port that https has anyway.
fn normal(host: &str) -> String {
    let host = host.trim().to_ascii_lowercase();
    let host = host.strip_suffix(":443").unwrap_or(&host);
    let host = host.strip_suffix(":80").unwrap_or(host);
    host.strip_suffix('.').unwrap_or(host).to_owned()
}

/// The host of `service` when browsers count it as another site than the page's: neither the same host, whatever the
/// port, nor a sister of it under one name. A path is the page's own.
#[must_use]
pub fn other_site(page: Option<&str>, service: &str) -> Option<String> {
    let rest = service.split_once("://")?.1;
    let host = rest
        .split(['/', ':', '?', '#'])
        .next()?
        .to_ascii_lowercase();
    let host = host.trim_end_matches('.');
    let page = normal(page?);
    let page = page.split(':').next().unwrap_or_default();
    let name = |host: &str| {
        let mut labels: Vec<String> = host.rsplit('.').take(2).map(str::to_owned).collect();
        labels.reverse();
        labels.join(".")
    };
    let numeric = host.ends_with(|c: char| c.is_ascii_digit());
    let same = host == page || (!numeric && host.contains('.') && name(host) == name(page));
    (!same).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{address_finding, other_site};
    use crate::rules::finding::Cause;

    #[test]
    fn another_host_is_said_and_another_way_to_write_it_is_not() {
        for (page, portal, cause) in [
            ("nomade.example", "nomade.example", Cause::AddressFine),
            ("Nomade.Example.", "nomade.example:443", Cause::AddressFine),
            ("localhost:8080", "localhost:8080", Cause::AddressFine),
            (
                "nomade.example",
                "nomade.example.evil.example",
                Cause::AddressForeign,
            ),
            (
                "nomade.example:8443",
                "nomade.example",
                Cause::AddressForeign,
            ),
            ("127.0.0.1:8080", "localhost:8080", Cause::AddressForeign),
            ("nomade.example", "", Cause::AddressUnread),
            ("", "nomade.example", Cause::AddressUnread),
        ] {
            assert_eq!(
                address_finding(Some(page), Some(portal)).cause,
                cause,
                "{page} {portal}"
            );
        }
        assert_eq!(
            address_finding(Some("nomade.example"), None).cause,
            Cause::AddressUnread
        );
        assert_eq!(
            address_finding(None, Some("nomade.example")).cause,
            Cause::AddressUnread
        );
    }

    #[test]
    fn a_sister_of_the_page_s_host_is_no_other_site() {
        for (page, service, other) in [
            ("nomade.example", "/api/v1", None),
            ("nomade.example", "https://nomade.example/api", None),
            (
                "nomade.example:8443",
                "https://Nomade.Example:9443/api",
                None,
            ),
            ("nomade.city.example", "https://api.city.example/v1", None),
            (
                "nomade.example",
                "https://api.elsewhere.example/v1",
                Some("api.elsewhere.example"),
            ),
            ("127.0.0.1:1", "https://localhost:1/api", Some("localhost")),
            ("10.0.0.1", "https://11.0.0.1/api", Some("11.0.0.1")),
        ] {
            assert_eq!(
                other_site(Some(page), service).as_deref(),
                other,
                "{page} {service}"
            );
        }
        assert_eq!(other_site(None, "https://api.example"), None);
    }
}
