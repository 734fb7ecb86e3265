//! What the contract promises of mail in one answer, beyond what its document can state; knows no backend.

use super::payslips::text;
use serde_json::{Value, json};

const ROLES: [&str; 6] = ["inbox", "drafts", "sent", "archive", "junk", "trash"];
/// Elements that run, fetch, send or lead away, and have no place in a message.
const NEVER: [&str; 13] = [
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "base", "link",
    "svg", "math", "template",
];

/// The first promise of `GET /mail/folders` that this answer breaks.
pub fn of_folders(folders: &[Value]) -> Option<String> {
    for role in ROLES {
        let count = folders.iter().filter(|it| it["role"] == role).count();
        if count != 1 {
            return Some(format!("{count} folders are of the role {role}"));
        }
    }
    let over = folders
        .iter()
        .find(|it| it["unread"].as_u64() > it["total"].as_u64());
    over.map(|it| {
        format!(
            "{} of {} in {} are unread",
            it["unread"], it["total"], it["role"]
        )
    })
}

/// The first promise of a message in a folder of that role that this one breaks.
pub fn of_message(message: &Value, role: &str) -> Option<String> {
    let has = |action: &str| {
        let mut actions = message["actions"].as_array().into_iter().flatten();
        actions.any(|it| it == action)
    };
    let files = message["attachments"].as_array().map_or(0, Vec::len);
    if message["has_attachments"] != (files > 0) {
        return Some(format!("{files} files stand with it"));
    }
    if has("delete") && role != "trash" {
        return Some(format!("it can be deleted for good in {role}"));
    }
    if message["bcc"] != json!([]) && !["sent", "archive", "trash", "other"].contains(&role) {
        return Some(format!("it tells who got it unseen, in {role}"));
    }
    if message["html"] == false && message["remote_images"] != 0 {
        return Some("pictures in a message without HTML".to_owned());
    }
    let start = text(message, "start");
    start
        .contains(['\n', '\r', '\u{2028}', '\u{2029}'])
        .then(|| "its start has a line break".to_owned())
}

/// An element as it begins.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    /// Where what follows it stands.
    end: usize,
}

impl Tag {
    fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every tag that begins an element, read as a browser does: generously.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    for (at, _) in html.match_indices('<') {
        let inner = &html[at + 1..];
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name_end = inner.find(|c: char| c.is_whitespace() || "/>".contains(c));
        let name_end = name_end.unwrap_or(inner.len());
        let mut attributes = Vec::new();
        let mut rest =
            inner[name_end..].trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        while !rest.is_empty() && !rest.starts_with('>') {
            let end = rest
                .find(|c: char| c.is_whitespace() || "=/>".contains(c))
                .unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                let quote = after.chars().next().filter(|c| "\"'".contains(*c));
                (value, rest) = match quote {
                    Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                    None => after.split_at(
                        after
                            .find(|c: char| c.is_whitespace() || c == '>')
                            .unwrap_or(after.len()),
                    ),
                };
            }
            attributes.push((name, value.to_owned()));
            // Without a name, the next step stands where this one did.
            let skipped = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            rest = match end == 0 && skipped.starts_with('=') {
                true => &skipped[1..],
                false => skipped,
            };
        }
        tags.push(Tag {
            name: inner[..name_end].to_ascii_lowercase(),
            attributes,
            end: html.len() - rest.len(),
        });
    }
    tags
}

/// What a browser takes an address for: without white space and control characters, in lower case.
fn address(value: &str) -> String {
    let plain = value
        .replace("&colon;", ":")
        .replace("&Tab;", "")
        .replace("&NewLine;", "")
        .replace("&#58;", ":")
        .replace("&#x3a;", ":");
    let seen = plain
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    seen.flat_map(char::to_lowercase).collect()
}

/// The host that an http address leads to.
fn host(address: &str) -> Option<&str> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    Some(host.split(':').next().unwrap_or(host))
}

/// The first promise of `GET /mail/messages/{id}/body` that this document breaks.
pub fn of_html(html: &str) -> Option<String> {
    if !html
        .trim_start()
        .to_ascii_lowercase()
        .starts_with("<!doctype html")
    {
        return Some("it is no whole document".to_owned());
    }
    for tag in tags(html) {
        if NEVER.contains(&tag.name.as_str()) {
            return Some(format!("<{}> in it", tag.name));
        }
        if tag.name == "meta" && tag.attribute("http-equiv").is_some() {
            return Some("<meta http-equiv> in it".to_owned());
        }
        for (name, value) in &tag.attributes {
            let leads = address(value);
            let runs = name.starts_with("on")
                || ["srcdoc", "formaction", "action", "ping"].contains(&name.as_str());
            if runs || leads.starts_with("javascript:") || leads.starts_with("vbscript:") {
                return Some(format!("<{} {name}> in it", tag.name));
            }
        }
        if let Some(source) = tag.attribute("src") {
            let source = address(source);
            if !source.starts_with("https://") && !source.starts_with("data:image/") {
                return Some(format!("<{} src> from elsewhere than https", tag.name));
            }
        }
        if let Some(breach) = tag
            .attribute("href")
            .and_then(|it| of_link(&tag, it, &html[tag.end..]))
        {
            return Some(breach);
        }
    }
    None
}

fn of_link(tag: &Tag, href: &str, behind: &str) -> Option<String> {
    let leads = address(href);
    let known = ["http://", "https://", "mailto:"];
    if !known.iter().any(|it| leads.starts_with(it)) {
        return Some(format!(
            "<{} href> leads elsewhere than http, https and mailto",
            tag.name
        ));
    }
    let rel = tag.attribute("rel").unwrap_or_default();
    let opens_another = tag.attribute("target") == Some("_blank")
        && rel.contains("noopener")
        && rel.contains("noreferrer");
    if !opens_another {
        return Some("a link that does not open another page".to_owned());
    }
    let host = host(&leads).filter(|it| it.is_ascii() && !it.is_empty())?;
    let shown = behind.split_once("</a>").map_or("", |(_, after)| after);
    let shown: String = shown.chars().take(host.len() + 100).collect();
    (!shown.to_ascii_lowercase().contains(host))
        .then(|| "a link without its host behind it".to_owned())
}
