//! What cleaned HTML says, without mark-up: lines, quotes, lists, cells apart, links with their address; knows only HTML that
//! the sanitiser wrote.

use super::rules::LINK_HOST;
use super::tokens::{Token, Tokens, start_of, unescape, value};
use super::{CUT, MOST_TEXT, links};

#[derive(Debug, Default)]
struct Writer {
    text: String,
    /// How many line breaks come before the next word.
    breaks: usize,
    /// True when a space comes before it.
    space: bool,
    /// True when a cell before it, on the same line, has ended.
    cell: bool,
    /// How many quotes it stands in.
    quotes: usize,
    /// How many the last word stood in.
    last_quotes: usize,
    /// How many `pre` it stands in.
    exact: usize,
    /// The number of the next item of each list that is open; none for one without numbers.
    lists: Vec<Option<u32>>,
    /// The link that is open, and where its text begins.
    link: Option<(String, usize)>,
}

/// The text of cleaned HTML, at most [`MOST_TEXT`] bytes of it.
pub fn text(html: &str) -> String {
    let mut writer = Writer::default();
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => writer.words(&unescape(text)),
            // Where the link leads stands behind it already.
            Token::Open("span", attributes) if value(&attributes, "class") == Some(LINK_HOST) => {
                tokens.find(|token| *token == Token::Close("span"));
            }
            Token::Open(name, attributes) => writer.open(name, &attributes),
            Token::Close(name) => writer.close(name),
        }
        if writer.text.len() > MOST_TEXT - CUT.len() - 1 {
            let kept = start_of(&writer.text, MOST_TEXT - CUT.len() - 1).len();
            writer.text.truncate(kept);
            writer.text.push('\n');
            writer.text.push_str(CUT);
            break;
        }
    }
    writer.text
}

/// How many line breaks stand before and after an element.
fn breaks(name: &str) -> usize {
    match name {
        "address" | "article" | "blockquote" | "dl" | "figure" | "h1" | "h2" | "h3" | "h4"
        | "h5" | "h6" | "ol" | "p" | "pre" | "section" | "table" | "ul" => 2,
        "caption" | "center" | "dd" | "div" | "dt" | "figcaption" | "footer" | "header" | "hr"
        | "li" | "tr" => 1,
        _ => 0,
    }
}

impl Writer {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.end_line(breaks(name));
        match name {
            "a" => {
                let link = value(attributes, "href").map(unescape);
                self.link = link.map(|link| (link, self.text.len()));
            }
            "blockquote" => self.quotes += 1,
            "br" => self.breaks += 1,
            "hr" => {
                self.word("---");
                self.end_line(1);
            }
            "img" => {
                let alternative = value(attributes, "alt").map(unescape).unwrap_or_default();
                if !alternative.trim().is_empty() {
                    self.words(&format!("[{}]", alternative.trim()));
                }
            }
            "li" => {
                let number = self.lists.last_mut().and_then(Option::as_mut);
                let sign = number.map_or("-".to_owned(), |number| {
                    *number += 1;
                    format!("{}.", *number - 1)
                });
                self.word(&sign);
                self.space = true;
            }
            "ol" => self.lists.push(Some(1)),
            "pre" => self.exact += 1,
            "ul" => self.lists.push(None),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => self.end_link(),
            "blockquote" => self.quotes = self.quotes.saturating_sub(1),
            "ol" | "ul" => drop(self.lists.pop()),
            "pre" => self.exact = self.exact.saturating_sub(1),
            "td" | "th" => self.cell = true,
            _ => {}
        }
        self.end_line(breaks(name));
    }

    /// The link's address, unless the text says it.
    fn end_link(&mut self) {
        let Some((link, from)) = self.link.take() else {
            return;
        };
        let said = self.text.get(from..).unwrap_or_default().trim();
        let same = said == link || said == link.trim_end_matches('/');
        if !same && !links::says_address(said, &link) {
            let address = link.strip_prefix("mailto:").unwrap_or(&link);
            self.space = !said.is_empty();
            self.word(&format!("<{address}>"));
        }
    }

    fn words(&mut self, text: &str) {
        if self.exact > 0 {
            for (number, line) in text.split('\n').enumerate() {
                self.breaks += usize::from(number > 0);
                if !line.is_empty() {
                    self.word(line);
                }
            }
            return;
        }
        let blank = |c: char| c.is_ascii_whitespace();
        self.space |= text.starts_with(blank);
        for word in text.split(blank).filter(|word| !word.is_empty()) {
            self.word(word);
            self.space = true;
        }
        self.space = text.ends_with(blank) || (self.space && text.trim_matches(blank).is_empty());
    }

    /// At least so many line breaks come before the next word.
    fn end_line(&mut self, breaks: usize) {
        if breaks > 0 {
            self.breaks = self.breaks.max(breaks);
            self.space = false;
        }
    }

    fn word(&mut self, word: &str) {
        if self.text.is_empty() {
            self.breaks = 0;
            self.quote(self.quotes);
        } else if self.breaks > 0 {
            self.text.push('\n');
            if self.breaks > 1 {
                // An empty line belongs to a quote that goes on after it.
                let quotes = self.quotes.min(self.last_quotes);
                self.quote(quotes);
                self.text.truncate(self.text.trim_end_matches(' ').len());
                self.text.push('\n');
            }
            self.quote(self.quotes);
            self.breaks = 0;
        } else if self.cell {
            self.text.push('\t');
        } else if self.space {
            self.text.push(' ');
        }
        (self.space, self.cell) = (false, false);
        self.last_quotes = self.quotes;
        self.text.push_str(word);
    }

    /// A deep answer is quoted no deeper than can be read.
    fn quote(&mut self, quotes: usize) {
        for _ in 0..quotes.min(20) {
            self.text.push_str("> ");
        }
    }
}
