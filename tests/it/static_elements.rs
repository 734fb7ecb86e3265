//! That no view holds an element which `view!` would make from text; knows no page.

use crate::support::tree::files;

/// Trusted Types refuse what `view!` makes of an element in which nothing can change: a template from text. The program's
/// starter holds no such way (scripts/finish-site.mjs), so a page that needed it would stop there.
#[test]
fn no_element_of_a_view_is_wholly_static() {
    for (path, text) in files("src", "rs") {
        let views = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        // The gate is markup from the build: no browser draws it from a view.
        if !views.contains("view!") || path.ends_with("boot_gate.rs") {
            continue;
        }
        let code: String = views
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        let found = code
            .match_indices('<')
            .find_map(|(at, _)| static_leaf(code.get(at + 1..)?));
        assert_eq!(found, None, "{path}: write its text as a block");
    }
}

/// The name of the element that `text` goes on with, if neither an attribute nor a child of it can change.
fn static_leaf(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()))?;
    let (name, mut rest) = text.split_at(end);
    if name.is_empty() {
        return None;
    }
    loop {
        rest = rest.trim_start();
        if rest.starts_with("/>") {
            return Some(name);
        }
        if let Some(content) = rest.strip_prefix('>') {
            let child = content.find(['<', '{'])?;
            let closes = content.get(child..)?.strip_prefix("</")?;
            return closes.starts_with(name).then_some(name);
        }
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-:_".contains(c)))?;
        if end == 0 {
            return None;
        }
        rest = rest.get(end..)?;
        if let Some(value) = rest.strip_prefix('=') {
            rest = value.strip_prefix('"')?.split_once('"')?.1;
        }
    }
}

#[test]
fn a_static_element_is_told_from_one_that_can_change() {
    for (text, found) in [
        ("p class=\"a\">\"text\"</p>", Some("p")),
        ("hr class=\"a\"/>", Some("hr")),
        ("p></p>", Some("p")),
        ("p>{text}</p>", None),
        ("p class=kind>\"text\"</p>", None),
        ("div class=\"a\"><p>{text}</p></div>", None),
        ("u8> = None", None),
    ] {
        assert_eq!(static_leaf(text), found, "{text}");
    }
}
