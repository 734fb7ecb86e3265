//! Where to go after signing in; knows paths, never the page that asked.

/// `target` when it is a path inside the agent space of this site, else `None`.
///
/// Accepts only `/space` and what lies below it, so that no value of the address bar can lead to another site
/// (OWASP "Unvalidated Redirects"): no scheme, no `//host`, no backslash, no control character, no dot segment,
/// also when percent-encoded. Never panics; at most 512 bytes are considered.
#[must_use]
pub fn safe_redirect(target: &str) -> Option<&str> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let inside = path == "/space" || path.starts_with("/space/");
    let plain = target.len() <= 512 && target.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    let lower = path.to_ascii_lowercase();
    let encoded_trick = ["%2e", "%2f", "%5c", "%00"]
        .iter()
        .any(|trick| lower.contains(trick));
    let dotted = path.split('/').any(|segment| matches!(segment, "." | ".."));
    (inside && plain && !encoded_trick && !dotted && !path.contains("//")).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::safe_redirect;

    #[test]
    fn a_path_of_the_agent_space_is_kept_with_its_query() {
        for target in [
            "/space",
            "/space/payslips",
            "/space/payslips?year=2026",
            "/space/payslips/a-b_c#lines",
        ] {
            assert_eq!(safe_redirect(target), Some(target));
        }
    }

    #[test]
    fn nothing_leads_to_another_site_or_out_of_the_space() {
        let long = format!("/space/{}", "a".repeat(600));
        for target in [
            "",
            "/",
            "/login",
            "space",
            "https://evil.example/space",
            "//evil.example/space",
            "/\\evil.example",
            "/space\\..\\x",
            "/spaceship",
            "/space/../login",
            "/space/./x",
            "/space/%2e%2e/login",
            "/space/%2E./x",
            "/space//evil.example",
            "/space/%2f%2fevil.example",
            "/space/\u{0}",
            "/space/\nx",
            "/space/é",
            "javascript:alert(1)",
            "data:text/html,x",
            " /space",
            "/space/%5cx",
            "/space/%00",
            &long,
        ] {
            assert_eq!(safe_redirect(target), None, "{target:?}");
        }
    }
}
