//! What came where an answer of the portal was due, as evidence; knows status, type and body, never the fetch.

/// What came where an answer of the portal was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The answer that was due.
    Good,
    /// The portal answered, and refused, in the contract's own form.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// A web page, which is nobody's answer.
    WebPage {
        /// The HTTP status.
        status: u16,
    },
    /// The portal's own page: the address of the service leads to the pages, not to it.
    OwnPage,
    /// A redirect, which the page does not follow.
    Redirect,
    /// The service or the gateway before it failed.
    Failed {
        /// The HTTP status, from 500 on.
        status: u16,
    },
    /// The portal says that it is under maintenance.
    Maintenance,
    /// Something that is neither the answer due nor a web page, or a part of it.
    Altered {
        /// The HTTP status.
        status: u16,
    },
    /// Nothing, or the connection broke.
    NoAnswer,
}

impl Reply {
    /// What an answer is, its body not yet read as the data that is due: `Good` means no more than JSON with a good status.
    #[must_use]
    pub fn of(status: u16, content_type: &str, body: &str) -> Self {
        let media_type = content_type.split(';').next().unwrap_or_default().trim();
        let json = media_type.eq_ignore_ascii_case("application/json")
            || media_type.to_ascii_lowercase().ends_with("+json");
        match status {
            200..=299 if json => Self::Good,
            // 511 is a Wi-Fi login page that says so (RFC 6585); other 5xx pages are a gateway's.
            511 => Self::WebPage { status },
            500.. if json && body.contains("\"maintenance\"") => Self::Maintenance,
            500.. => Self::Failed { status },
            400..=499 if json && body.contains("\"code\"") => Self::Refused { status },
            // A redirect that was not followed has no status that a page may see.
            0 | 300..=399 => Self::Redirect,
            _ if is_web_page(media_type, body)
                && body.contains(&format!("id=\"{OWN_PAGE_ID}\"")) =>
            {
                Self::OwnPage
            }
            _ if is_web_page(media_type, body) => Self::WebPage { status },
            _ => Self::Altered { status },
        }
    }

    /// True for whatever shows that something other than the portal spoke.
    #[must_use]
    pub fn is_foreign(self) -> bool {
        matches!(
            self,
            Self::WebPage { .. } | Self::Redirect | Self::Altered { .. }
        )
    }
}

/// The id of an element that stands in the portal's own index.html and in no other page.
pub const OWN_PAGE_ID: &str = "boot-pieces";

fn is_web_page(media_type: &str, body: &str) -> bool {
    let start: String = body.trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    media_type.eq_ignore_ascii_case("text/html")
        || media_type.eq_ignore_ascii_case("application/xhtml+xml")
        || start.starts_with("<!doctype html")
        || start.starts_with("<html")
}

#[cfg(test)]
mod tests {
    use super::Reply;

    #[test]
    fn each_kind_of_answer_is_told_apart() {
        let page = "<!DOCTYPE html><title>Wi-Fi</title>";
        let own = "<!doctype html><div id=\"boot-pieces\">";
        for (status, content_type, body, expected) in [
            (200, "application/json", "{}", Reply::Good),
            (200, "Application/JSON; charset=utf-8", "{}", Reply::Good),
            (200, "text/html", page, Reply::WebPage { status: 200 }),
            (200, "", page, Reply::WebPage { status: 200 }),
            (
                200,
                "text/plain",
                "\n <HTML>",
                Reply::WebPage { status: 200 },
            ),
            (200, "text/html", own, Reply::OwnPage),
            (200, "", "", Reply::Altered { status: 200 }),
            (200, "image/gif", "GIF89a", Reply::Altered { status: 200 }),
            (0, "", "", Reply::Redirect),
            (302, "text/html", page, Reply::Redirect),
            (403, "text/html", page, Reply::WebPage { status: 403 }),
            (407, "", "", Reply::Altered { status: 407 }),
            (
                403,
                "application/problem+json",
                r#"{"code":"network_blocked"}"#,
                Reply::Refused { status: 403 },
            ),
            (
                403,
                "application/json",
                r#"{"error":1}"#,
                Reply::Altered { status: 403 },
            ),
            (502, "text/html", page, Reply::Failed { status: 502 }),
            (503, "application/json", "{}", Reply::Failed { status: 503 }),
            (
                503,
                "application/problem+json",
                r#"{"code":"maintenance"}"#,
                Reply::Maintenance,
            ),
            (511, "text/html", page, Reply::WebPage { status: 511 }),
        ] {
            assert_eq!(
                Reply::of(status, content_type, body),
                expected,
                "{status} {content_type:?}"
            );
        }
    }
}
