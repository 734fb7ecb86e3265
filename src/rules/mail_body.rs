//! Whether the HTML of a message may stand in a frame of the page; knows no call and no mark-up.

use super::file_check::bare;
use crate::contract::mail::{MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES};

/// What the frame itself may do: links open elsewhere, and that is all (HTML, `sandbox`).
pub const FRAME_SANDBOX: &str = "allow-popups allow-popups-to-escape-sandbox";

/// True for an answer under which nothing of a message can run, be fetched or be sent: it is HTML under exactly the policy
/// of the contract, word for word. `with_images` is what was asked for.
#[must_use]
pub fn is_safe_body(
    status: u16,
    content_type: &str,
    policy: Option<&str>,
    with_images: bool,
) -> bool {
    let due = if with_images {
        MAIL_BODY_POLICY_WITH_IMAGES
    } else {
        MAIL_BODY_POLICY
    };
    status == 200 && bare(content_type) == "text/html" && policy == Some(due)
}

#[cfg(test)]
mod tests {
    use super::{FRAME_SANDBOX, is_safe_body};
    use crate::contract::mail::{MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES};

    #[test]
    fn only_html_under_the_policy_of_the_contract_is_framed() {
        let html = "text/html; charset=utf-8";
        assert!(is_safe_body(200, html, Some(MAIL_BODY_POLICY), false));
        assert!(is_safe_body(
            200,
            html,
            Some(MAIL_BODY_POLICY_WITH_IMAGES),
            true
        ));
        let two = format!("{MAIL_BODY_POLICY}, {MAIL_BODY_POLICY}");
        let weaker = MAIL_BODY_POLICY.replace("default-src 'none'", "default-src 'self'");
        for (status, content_type, policy, with_images) in [
            (200, html, None, false),
            (200, html, Some(""), false),
            (200, html, Some(two.as_str()), false),
            (200, html, Some(weaker.as_str()), false),
            // Pictures that nobody asked for, and the other way round.
            (200, html, Some(MAIL_BODY_POLICY_WITH_IMAGES), false),
            (200, html, Some(MAIL_BODY_POLICY), true),
            (200, "application/xhtml+xml", Some(MAIL_BODY_POLICY), false),
            (200, "image/svg+xml", Some(MAIL_BODY_POLICY), false),
            (200, "", Some(MAIL_BODY_POLICY), false),
            (203, html, Some(MAIL_BODY_POLICY), false),
            (404, html, Some(MAIL_BODY_POLICY), false),
        ] {
            assert!(!is_safe_body(status, content_type, policy, with_images));
        }
    }

    #[test]
    fn the_frame_allows_what_the_policy_allows() {
        for policy in [MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES] {
            assert!(policy.ends_with(&format!("sandbox {FRAME_SANDBOX}")));
        }
        for never in [
            "allow-scripts",
            "allow-same-origin",
            "allow-forms",
            "allow-top-navigation",
        ] {
            assert!(!FRAME_SANDBOX.contains(never));
        }
    }
}
