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

#[cfg(test)]
mod tests {
    use super::address_finding;
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
}
