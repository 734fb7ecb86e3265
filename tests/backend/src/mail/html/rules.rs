//! What stays of a message's HTML: elements, attributes and their values; knows no order of elements.

use super::{links, style};
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

#[rustfmt::skip]
const ELEMENTS: [&str; 64] = [
    "a", "abbr", "address", "article", "b", "bdi", "big", "blockquote", "br", "caption", "center", "cite", "code", "col",
    "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small",
    "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "wbr",
];

/// Elements that go with everything in them: programs, other languages than HTML, and what is read as raw text.
#[rustfmt::skip]
const GONE_WITH_CONTENT: [&str; 22] = [
    "applet", "audio", "canvas", "frameset", "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "plaintext",
    "portal", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
];

/// Elements that could run, fetch a page or send something: that they were there is told.
#[rustfmt::skip]
const ACTIVE: [&str; 17] = [
    "applet", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "math", "object", "portal", "script",
    "select", "svg", "template", "textarea",
];

/// The attribute that marks those while they are looked at; it never stays.
const MARK: &str = "data-active";

/// The class of what is written behind a link.
pub const LINK_HOST: &str = "link-host";

const BOX: [&str; 6] = ["align", "bgcolor", "height", "valign", "width", "style"];
/// The longest alternative of a picture or title, in bytes.
const LONGEST_TITLE: usize = 1_000;
/// The largest width or height, in pixels.
const LARGEST: u32 = 2_000;
/// The most cells that one spans.
const WIDEST: u32 = 100;

/// True for an element that stays.
pub fn stays(name: &str) -> bool {
    ELEMENTS.contains(&name)
}

/// A sanitiser with these rules, which says in `removed` whether something that could run or be sent was there.
pub fn builder(removed: Arc<AtomicBool>) -> Builder<'static> {
    let marked = ACTIVE.map(|name| (name, HashMap::from([(MARK, "")])));
    let mut set = HashMap::from(marked);
    set.insert("a", HashMap::from([("target", "_blank")]));
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(ELEMENTS))
        .clean_content_tags(HashSet::from(GONE_WITH_CONTENT))
        .generic_attributes(HashSet::from(["dir", "lang", "style", "title"]))
        // Handlers are let through to the filter below, which takes them out and tells of them.
        .generic_attribute_prefixes(HashSet::from(["on"]))
        .tag_attributes(attributes())
        .set_tag_attribute_values(set)
        .allowed_classes(HashMap::from([("span", HashSet::from([LINK_HOST]))]))
        // So are the last ones of these, for the same reason.
        .url_schemes(HashSet::from([
            "http",
            "https",
            "mailto",
            "data",
            "javascript",
            "vbscript",
            "blob",
        ]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"))
        .strip_comments(true)
        .attribute_filter(move |element, attribute, value| {
            if is_active(element, attribute, value) {
                removed.store(true, Ordering::Relaxed);
                return None;
            }
            kept(element, attribute, value)
        });
    builder
}

fn attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    let cell = [&BOX[..], &["abbr", "colspan", "rowspan", "scope"]].concat();
    let table = [&BOX[..], &["border", "cellpadding", "cellspacing"]].concat();
    let mut attributes = HashMap::from([
        ("a", HashSet::from(["href"])),
        ("font", HashSet::from(["color", "face", "size"])),
        (
            "img",
            HashSet::from(["align", "alt", "border", "height", "src", "width"]),
        ),
        ("ol", HashSet::from(["start", "type"])),
        ("ul", HashSet::from(["type"])),
        ("table", table.into_iter().collect()),
        ("td", cell.iter().copied().collect()),
        ("th", cell.into_iter().collect()),
    ]);
    for name in ["col", "colgroup", "tbody", "tfoot", "thead", "tr"] {
        attributes.insert(name, HashSet::from(BOX));
    }
    for name in [
        "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "caption",
    ] {
        attributes.insert(name, HashSet::from(["align"]));
    }
    attributes
}

fn is_active(element: &str, attribute: &str, value: &str) -> bool {
    match (element, attribute) {
        (_, MARK) => true,
        (_, name) if name.starts_with("on") => true,
        ("meta", "http-equiv") => value.trim().eq_ignore_ascii_case("refresh"),
        ("a" | "area", "href") => links::runs(value),
        _ => false,
    }
}

/// The value as it stays; `None` when the attribute goes.
fn kept<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let whole = |fits: bool| fits.then_some(Cow::Borrowed(value));
    match (element, attribute) {
        ("a", "href") => links::link(value).map(Cow::Owned),
        ("a", "rel" | "target") => whole(true),
        ("img", "src") => links::picture(value).map(Cow::Owned),
        ("span", "class") => whole(value == LINK_HOST),
        (_, "style") => Some(style::kept(value))
            .filter(|style| !style.is_empty())
            .map(Cow::Owned),
        (_, "alt" | "title" | "abbr") => whole(value.len() <= LONGEST_TITLE),
        (_, "width" | "height") => whole(number(value.trim_end_matches('%')) <= LARGEST),
        (_, "colspan" | "rowspan") => whole(number(value) <= WIDEST),
        (_, "border" | "cellpadding" | "cellspacing") => whole(number(value) <= WIDEST),
        (_, "dir") => whole(["ltr", "rtl", "auto"].contains(&value.to_ascii_lowercase().as_str())),
        _ => whole(value.len() <= 100 && value.chars().all(is_word)),
    }
}

/// The number that an attribute is; one that is none is too large.
fn number(value: &str) -> u32 {
    value.trim().parse().unwrap_or(u32::MAX)
}

/// The signs of colours, font names, languages and positions.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || " #,+-_".contains(c)
}
