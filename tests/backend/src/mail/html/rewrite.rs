//! What the sanitiser let stand, written anew: true hosts behind links, pictures counted, depth and length bounded; knows only
//! HTML that the sanitiser wrote.

use super::rules::LINK_HOST;
use super::tokens::{Token, Tokens, VOID, escape, start_of, unescape, value};
use super::{CUT, MOST_HTML, links};

/// The deepest that elements stand in each other; the words of those that stand deeper are kept.
const DEEPEST: usize = 200;
/// What is left for the ends of all elements that are open, and for the sentence that says that there was more.
const RESERVE: usize = 12_000;
/// A picture that is not larger than this, in pixels, is there to be fetched and not to be seen.
const SMALLEST_PICTURE: u32 = 2;
/// How much of a link's text is compared with its address, in bytes.
const LONGEST_ADDRESS: usize = 300;

/// HTML, and what was found in it.
#[derive(Debug, Default)]
pub struct Rewritten {
    pub html: String,
    pub remote_images: u32,
}

/// An element that is open.
#[derive(Debug)]
struct Open<'a> {
    name: &'a str,
    /// False for one that stands too deep, or is not written for another reason.
    written: bool,
    /// Where it leads, for a link.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Writer<'a> {
    html: String,
    remote_images: u32,
    open: Vec<Open<'a>>,
    /// What the link says that is open, as far as it is compared.
    link_text: String,
}

/// Writes what the sanitiser let stand anew; `cut` when more was there than it read.
pub fn rewrite(cleaned: &str, cut: bool) -> Rewritten {
    let mut writer = Writer::default();
    let mut tokens = Tokens::of(cleaned);
    let mut cut = cut;
    let (mut after_link, mut after_pre) = (false, false);
    while let Some(token) = tokens.next() {
        let behind_link = std::mem::take(&mut after_link);
        let in_pre = std::mem::take(&mut after_pre);
        let whole = match token {
            Token::Text(text) => writer.text(if in_pre {
                // The first line break in there is not read: without any it is read the same each time.
                text.trim_start_matches('\n')
            } else {
                text
            }),
            Token::Open("span", attributes) if value(&attributes, "class").is_some() => {
                if behind_link && pass_over_host(&mut tokens) {
                    continue;
                }
                let attributes = attributes.into_iter().filter(|(name, _)| *name != "class");
                writer.open("span", attributes.collect())
            }
            Token::Open(name, attributes) => {
                after_pre = name == "pre";
                writer.open(name, attributes)
            }
            Token::Close(name) => {
                after_link = name == "a";
                writer.close();
                true
            }
        };
        if !whole {
            cut = true;
            break;
        }
    }
    while !writer.open.is_empty() {
        writer.close();
    }
    if cut {
        writer.html.extend(["<p>", CUT, "</p>"]);
    }
    Rewritten {
        html: writer.html,
        remote_images: writer.remote_images,
    }
}

/// Passes over what a page before this one, or somebody who would like to look like it, wrote behind a link.
fn pass_over_host(tokens: &mut Tokens<'_>) -> bool {
    let mut ahead = tokens.clone();
    let host = matches!(ahead.next(), Some(Token::Text(text)) if text.starts_with(" [") && text.ends_with(']'));
    let passed = host && ahead.next() == Some(Token::Close("span"));
    if passed {
        *tokens = ahead;
    }
    passed
}

impl<'a> Writer<'a> {
    fn room(&self) -> usize {
        (MOST_HTML - RESERVE).saturating_sub(self.html.len())
    }

    /// False when there was no room for all of it.
    fn text(&mut self, text: &str) -> bool {
        if self.link_text.len() < LONGEST_ADDRESS && self.open.iter().any(|it| it.link.is_some()) {
            self.link_text.push_str(start_of(text, LONGEST_ADDRESS));
        }
        let kept = start_of(text, self.room());
        // No escape is cut in two.
        let kept = match kept.rfind('&') {
            Some(at) if kept.len() < text.len() && !kept[at..].contains(';') => &kept[..at],
            _ => kept,
        };
        self.html.push_str(kept);
        kept.len() == text.len()
    }

    /// False when there is no room for it.
    fn open(&mut self, name: &'a str, mut attributes: Vec<(&'a str, &'a str)>) -> bool {
        attributes.retain(|(name, value)| *name != "style" || !value.is_empty());
        attributes.sort_unstable();
        let length: usize = attributes.iter().map(|(n, v)| n.len() + v.len() + 4).sum();
        if length + name.len() + 2 > self.room() {
            return false;
        }
        if name == "img" {
            self.picture(&attributes);
            return true;
        }
        let address = value(&attributes, "href").map(unescape);
        let link = address.filter(|_| name == "a");
        let written = self.open.len() < DEEPEST && (name != "a" || link.is_some());
        if written {
            self.tag(name, &attributes);
        }
        if !VOID.contains(&name) {
            if link.is_some() {
                self.link_text.clear();
            }
            let link = link.filter(|_| written);
            self.open.push(Open {
                name,
                written,
                link,
            });
        }
        true
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.html.extend(["<", name]);
        for (name, value) in attributes {
            self.html.extend([" ", name, "=\"", value, "\""]);
        }
        self.html.push('>');
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        if open.written {
            self.html.extend(["</", open.name, ">"]);
        }
        if let Some(link) = open.link
            && !links::says_address(&unescape(&self.link_text), &link)
            && let Some(told) = links::told(&link)
        {
            self.html.extend(["<span class=\"", LINK_HOST, "\"> ["]);
            for c in start_of(&told, LONGEST_ADDRESS).chars() {
                escape(c, &mut self.html);
            }
            self.html.push_str("]</span>");
        }
    }

    /// A picture that can be shown, or what it says that it shows.
    fn picture(&mut self, attributes: &[(&str, &str)]) {
        if let Some(source) = value(attributes, "src") {
            if !is_hidden(attributes) {
                self.remote_images += u32::from(links::is_remote(source));
                self.tag("img", attributes);
            }
        } else if let Some(alternative) = value(attributes, "alt") {
            self.html
                .push_str(&alternative.replace('>', "&gt;").replace('<', "&lt;"));
        }
    }
}

/// True for a picture that is too small to be seen.
fn is_hidden(attributes: &[(&str, &str)]) -> bool {
    let small = |text: &str| {
        text.trim_end_matches("px")
            .parse()
            .is_ok_and(|size: u32| size <= SMALLEST_PICTURE)
    };
    let style = value(attributes, "style").unwrap_or_default();
    let styled = |name: &str| {
        style
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .find(|(known, _)| *known == name)
            .map(|(_, size)| size)
    };
    ["width", "height"]
        .into_iter()
        .any(|name| value(attributes, name).is_some_and(small) || styled(name).is_some_and(small))
}
