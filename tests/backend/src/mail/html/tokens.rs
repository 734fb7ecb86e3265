//! HTML as the sanitiser writes it, piece by piece; knows no HTML that anybody else wrote.
//!
//! The sanitiser quotes every attribute, closes every element and escapes every sign, so that reading it takes no parser.

/// A piece of HTML. Values and texts are still escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Words between tags.
    Text(&'a str),
    /// The start of an element: its name and its attributes.
    Open(&'a str, Vec<(&'a str, &'a str)>),
    /// The end of one.
    Close(&'a str),
}

/// The elements that have no end.
pub const VOID: [&str; 5] = ["br", "col", "hr", "img", "wbr"];

/// Reads `html` from its beginning.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    /// The pieces of `html`.
    pub fn of(html: &'a str) -> Self {
        Self { rest: html }
    }

    fn attributes(&mut self) -> Vec<(&'a str, &'a str)> {
        let mut attributes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return attributes;
            }
            let Some((name, rest)) = self.rest.split_once("=\"") else {
                self.rest = "";
                return attributes;
            };
            let (value, rest) = rest.split_once('"').unwrap_or((rest, ""));
            attributes.push((name, value));
            self.rest = rest;
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(tag) = self.rest.strip_prefix('<') else {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Some(Token::Text(text));
        };
        if let Some(close) = tag.strip_prefix('/') {
            let (name, rest) = close.split_once('>').unwrap_or((close, ""));
            self.rest = rest;
            return Some(Token::Close(name));
        }
        let end = tag.find([' ', '>']).unwrap_or(tag.len());
        let (name, rest) = tag.split_at(end);
        self.rest = rest;
        let attributes = self.attributes();
        Some(Token::Open(name, attributes))
    }
}

/// The value of the attribute of that name, still escaped.
pub fn value<'a>(attributes: &[(&'a str, &'a str)], name: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| *value)
}

/// Adds `c` to `html` as a text has it.
pub fn escape(c: char, html: &mut String) {
    match c {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '\u{a0}' => html.push_str("&nbsp;"),
        _ => html.push(c),
    }
}

/// What the five escapes of the sanitiser stand for.
pub fn unescape(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        whole.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = [
            ("&amp;", '&'),
            ("&lt;", '<'),
            ("&gt;", '>'),
            ("&quot;", '"'),
            ("&nbsp;", '\u{a0}'),
        ];
        let (name, sign) = known
            .into_iter()
            .find(|(name, _)| rest.starts_with(name))
            .unwrap_or(("&", '&'));
        whole.push(sign);
        rest = &rest[name.len()..];
    }
    whole.push_str(rest);
    whole
}

/// The longest beginning of `text` that has at most so many bytes, and ends between two characters.
pub fn start_of(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
