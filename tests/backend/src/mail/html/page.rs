//! The whole document that a message's frame shows; knows only HTML that was cleaned.

use super::style::colours;
use super::tokens::{Token, Tokens};

/// Readable on a dark screen, at twice the size and on a phone; nothing of it reaches out of the frame.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\
.message{padding:.5rem}\
.message--own-colours{color-scheme:light;background:#fff;color:#1b1b1b}\
img{max-width:100%;height:auto}\
table{max-width:100%}\
pre{white-space:pre-wrap}\
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:.2rem solid}\
.link-host{font-size:.875em;direction:ltr;unicode-bidi:isolate}";

/// The document around `cleaned_html`.
///
/// A message that brings its own colours has them on white, as its author saw them: half of them on a dark ground could not be
/// read.
#[must_use]
pub fn page(cleaned_html: &str) -> String {
    let variant = if has_colours(cleaned_html) {
        " message--own-colours"
    } else {
        ""
    };
    format!(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Message</title><style>{STYLE}</style></head>\
         <body><div class=\"message{variant}\" dir=\"auto\">{cleaned_html}</div></body></html>"
    )
}

fn has_colours(html: &str) -> bool {
    Tokens::of(html).any(|token| match token {
        Token::Open(_, attributes) => attributes.iter().any(|(name, value)| {
            ["bgcolor", "color"].contains(name) || (*name == "style" && colours(value))
        }),
        _ => false,
    })
}
