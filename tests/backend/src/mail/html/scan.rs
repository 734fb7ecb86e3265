//! HTML that is made to exhaust who reads it, told before anything reads it; knows roughly where tags begin, and no more.

use super::rules;
use std::collections::HashMap;

/// The most elements that are open at once. Browsers stop at 512; mail programs write a few dozen.
const DEEPEST: usize = 1_000;
/// Elements whose end is often left out, or that have none.
const LOOSE: [&str; 28] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot",
    "th", "thead", "tr", "wbr",
];

/// Elements that begin a new line.
const NEW_LINE: [&str; 8] = ["p", "div", "br", "tr", "li", "table", "h1", "blockquote"];
/// The most attributes of one element; each is compared with all others.
const MOST_ATTRIBUTES: usize = 5_000;
/// The most bytes that the sanitiser looks at to escape texts: from each sign to the end of its text.
const MOST_LOOKED_AT: usize = 500_000_000;

/// Where a tag stands, and what it is.
struct Tag<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    closes: bool,
    /// No fewer than it has.
    attributes: usize,
}

/// True when more elements are open at once, or more signs stand in one text, than anybody writes: the parser and the sanitiser
/// take quadratic time for them.
pub fn exhausts(html: &str) -> bool {
    let mut open: HashMap<String, usize> = HashMap::new();
    let mut depth = 0_usize;
    let mut at = 0;
    let mut run = Run::default();
    while let Some(tag) = next_tag(html, at) {
        run.go_on(&html[at..tag.start]);
        at = tag.end;
        let name = tag.name.to_ascii_lowercase();
        if rules::stays(&name) {
            run.end();
        }
        if run.looked_at() > MOST_LOOKED_AT || tag.attributes > MOST_ATTRIBUTES {
            return true;
        }
        if LOOSE.contains(&name.as_str()) {
            continue;
        }
        let count = open.entry(name).or_default();
        if !tag.closes {
            *count += 1;
            depth += 1;
        } else if *count > 0 {
            *count -= 1;
            depth -= 1;
        }
        if depth > DEEPEST {
            return true;
        }
    }
    run.go_on(&html[at..]);
    run.looked_at() > MOST_LOOKED_AT
}

/// A text that elements which do not stay do not end.
#[derive(Default)]
struct Run {
    length: usize,
    signs: usize,
    before: usize,
}

impl Run {
    fn go_on(&mut self, text: &str) {
        self.length += text.len();
        // 0xC2 begins the no-break space, which is escaped.
        self.signs += text
            .bytes()
            .filter(|byte| matches!(byte, b'&' | 0xC2))
            .count();
    }

    fn end(&mut self) {
        self.before = self.looked_at();
        (self.length, self.signs) = (0, 0);
    }

    fn looked_at(&self) -> usize {
        self.before
            .saturating_add(self.signs.saturating_mul(self.length))
    }
}

/// What stands between the tags, without what stands in scripts and styles.
pub fn words(html: &str) -> String {
    let mut words = String::new();
    let mut at = 0;
    let mut hidden = None;
    while let Some(tag) = next_tag(html, at) {
        let name = ["script", "style"]
            .into_iter()
            .find(|name| tag.name.eq_ignore_ascii_case(name));
        if hidden.is_none() {
            push(&html[at..tag.start], &mut words);
            hidden = name.filter(|_| !tag.closes);
        } else if tag.closes && name == hidden {
            hidden = None;
        }
        if NEW_LINE
            .iter()
            .any(|name| tag.name.eq_ignore_ascii_case(name))
            && !words.is_empty()
            && !words.ends_with('\n')
        {
            words.push('\n');
        }
        at = tag.end;
    }
    if hidden.is_none() {
        push(&html[at..], &mut words);
    }
    words
}

fn push(text: &str, words: &mut String) {
    for word in text.split_whitespace() {
        if !words.is_empty() && !words.ends_with('\n') {
            words.push(' ');
        }
        words.extend(word.chars().filter(|c| *c != '\0'));
    }
}

/// The next tag from `at` on; comments are passed over.
fn next_tag(html: &str, mut at: usize) -> Option<Tag<'_>> {
    loop {
        let start = at + html.get(at..)?.find('<')?;
        let rest = &html[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at = start + 4 + comment.find("-->").map_or(comment.len(), |end| end + 3);
            continue;
        }
        let (closes, name) = match rest.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, rest),
        };
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let length = name
            .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
            .unwrap_or(name.len());
        let after = html.len() - name.len() + length;
        let (end, attributes) = end_of_tag(html, after);
        return Some(Tag {
            start,
            end,
            attributes,
            name: &name[..length],
            closes,
        });
    }
}

/// Just after the `>` that is in no quotes, and how many attributes there may be before it.
fn end_of_tag(html: &str, from: usize) -> (usize, usize) {
    let mut quote = None;
    let mut value = false;
    let mut attributes = 0;
    for (at, byte) in html.bytes().enumerate().skip(from) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (at + 1, attributes),
            (None, b'"' | b'\'') if value => quote = Some(byte),
            (None, _) => {}
        }
        attributes += usize::from(quote.is_none() && b" \t\n\r\x0c/'\"".contains(&byte));
        value = byte == b'=' || (value && byte.is_ascii_whitespace());
    }
    (html.len(), attributes)
}
