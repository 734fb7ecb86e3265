//! The HTML of a message, made harmless before a browser sees it; knows no message and trusts none.
//!
//! The policy of the answer and the sandbox of the frame are the first wall ([`nomade::contract::mail::MAIL_BODY_POLICY`]),
//! this is the second. What is not listed in [`rules`] is not there afterwards.

mod links;
mod page;
mod rewrite;
mod rules;
mod scan;
mod style;
mod text;
mod tokens;

pub use page::page;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// HTML of which nothing runs, is sent, or is fetched unasked, and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The HTML, at most [`MOST_HTML`] bytes of it.
    pub html: String,
    /// What it says, without mark-up; at most [`MOST_TEXT`] bytes of it.
    pub text: String,
    /// How many pictures of it are elsewhere.
    pub remote_images: u32,
    /// True when something that could run or be sent was taken out.
    pub parts_removed: bool,
}

/// The most HTML that is read, in bytes.
const MOST_READ: usize = 1_000_000;
/// The most HTML that a message is shown with, in bytes: a table or a line of more makes some browsers stand still.
pub const MOST_HTML: usize = 100_000;
/// The most text that is made out of HTML, in bytes.
pub const MOST_TEXT: usize = 300_000;
/// The most text of HTML that is shown as its text, in bytes: each may be written as an escape.
const MOST_PLAIN: usize = 16_000;
/// After how many characters of it a line may break, whatever they are.
const LINE: usize = 500;
/// What stands where a message was cut.
const CUT: &str = "[La suite du message est trop longue pour être affichée.]";
/// How often the result is read anew, until a browser would read it as it is written.
const ROUNDS: usize = 4;

/// Cleans the HTML of a message; what has been cleaned stays as it is when it is cleaned again.
///
/// HTML that a browser would go on reading differently each time, or that is nested to exhaust it, is shown as its text.
#[must_use]
pub fn clean(html: &str) -> Cleaned {
    let read = tokens::start_of(html, MOST_READ);
    if scan::exhausts(read) {
        return plain(read);
    }
    let removed = Arc::new(AtomicBool::new(false));
    let builder = rules::builder(Arc::clone(&removed));
    let round = |html: &str, cut: bool| rewrite::rewrite(&builder.clean(html).to_string(), cut);
    let mut result = round(read, read.len() < html.len());
    if scan::exhausts(&result.html) {
        return plain(read);
    }
    for _ in 0..ROUNDS {
        let again = round(&result.html, false);
        if again.html == result.html {
            return Cleaned {
                text: text::text(&result.html),
                html: result.html,
                remote_images: result.remote_images,
                parts_removed: removed.load(Ordering::Relaxed),
            };
        }
        result = again;
    }
    plain(read)
}

/// The words alone, for HTML that can't be trusted to be read twice in the same way, or at all.
fn plain(html: &str) -> Cleaned {
    let mut text = scan::words(html);
    let kept = tokens::start_of(&text, MOST_PLAIN).len();
    if kept < text.len() {
        text.truncate(kept);
        text.extend(["\n", CUT]);
    }
    let mut html = String::with_capacity(text.len());
    for line in text.lines() {
        html.push_str("<p>");
        for (number, c) in line.chars().enumerate() {
            // A place to break, and where a text ends that would take too long to write as a whole.
            if number % LINE == LINE - 1 {
                html.push_str("<wbr>");
            }
            tokens::escape(c, &mut html);
        }
        html.push_str("</p>");
    }
    Cleaned {
        html,
        text,
        remote_images: 0,
        parts_removed: true,
    }
}

#[cfg(test)]
mod tests;
