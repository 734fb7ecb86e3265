//! Whether a file is shown in a page, and when that is asked first; knows no call and no markup.

use super::file_check::{Found, bare};
use super::user_agent::{BrowserFacts, Engine, recognise};

/// From so many bytes on a preview is asked about first: the whole file comes for it, and who is on the road pays.
pub const LARGE: u64 = 5_000_000;

/// True for a file that is not brought for its preview unless somebody wants it.
#[must_use]
pub fn is_large(size: Option<u64>) -> bool {
    size.is_some_and(|size| size > LARGE)
}

/// True where `#toolbar=0` takes the buttons that save and print out of the PDF viewer: in Chromium's. Those of Firefox
/// and WebKit keep them; of one that is not known, nothing is believed.
#[must_use]
pub fn hides_pdf_tools(facts: &BrowserFacts) -> bool {
    recognise(facts).engine == Engine::Blink
}

/// True when the browser will show the file as what its bytes are, and not save it: it believes the answer's own media
/// type, and saves what has the disposition `attachment` (RFC 6266).
#[must_use]
pub fn is_sent_to_be_shown(found: Found, answered: &str, disposition: Option<&str>) -> bool {
    let is_attachment = disposition.is_some_and(|disposition| bare(disposition) != "inline");
    bare(answered) == found.media_type && !is_attachment
}

#[cfg(test)]
mod tests {
    use super::{Found, LARGE, hides_pdf_tools, is_large, is_sent_to_be_shown};
    use crate::rules::file_check::FileType;
    use crate::rules::user_agent::BrowserFacts;

    #[test]
    fn only_the_viewer_of_chromium_hides_what_saves_and_prints() {
        let linux = "Mozilla/5.0 (X11; Linux x86_64)";
        for (user_agent, hides) in [
            (format!("{linux} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"), true),
            (format!("{linux} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0"), true),
            (format!("{linux} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15"), false),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(), false),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1"
                    .to_owned(),
                false,
            ),
            (String::new(), false),
        ] {
            let facts = BrowserFacts::of_user_agent(&user_agent);
            assert_eq!(hides_pdf_tools(&facts), hides, "{user_agent}");
        }
        let hinted = BrowserFacts {
            brands: vec![("Chromium".to_owned(), "141".to_owned())],
            ..BrowserFacts::default()
        };
        assert!(hides_pdf_tools(&hinted));
    }

    #[test]
    fn a_file_that_the_browser_would_show_otherwise_or_save_is_not_put_in_a_page() {
        let pdf = Found {
            file_type: FileType::Pdf,
            media_type: "application/pdf",
            ending: "pdf",
        };
        for (answered, disposition, is_shown) in [
            ("application/pdf", Some("inline; filename=\"a.pdf\""), true),
            ("Application/PDF; x=y", None, true),
            ("application/pdf", Some("Inline"), true),
            (
                "application/pdf",
                Some("attachment; filename=\"a.pdf\""),
                false,
            ),
            // What is not known counts as an attachment (RFC 6266, section 4.2).
            ("application/pdf", Some("x-new"), false),
            ("application/octet-stream", None, false),
            ("", None, false),
        ] {
            assert_eq!(
                is_sent_to_be_shown(pdf, answered, disposition),
                is_shown,
                "{answered} {disposition:?}"
            );
        }
    }

    #[test]
    fn a_large_file_is_not_brought_unasked() {
        assert!(!is_large(None) && !is_large(Some(LARGE)) && is_large(Some(LARGE + 1)));
    }
}
