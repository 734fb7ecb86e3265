//! Where links and pictures of a message lead, in truth; knows no text of a link.

use ammonia::Url;

/// The longest address of a link or a remote picture, in bytes.
const LONGEST: usize = 4_096;
/// The longest picture that stands in the message itself, in bytes of its address.
const LONGEST_PICTURE: usize = 200_000;
/// Pictures that no browser runs anything of.
const PICTURES: [&str; 4] = ["png", "jpeg", "gif", "webp"];

/// The address of a link as it stays; `None` for one that leads nowhere on the Web and to nobody.
///
/// User names before the host are left out, and what a `mailto:` would write for the agent.
pub fn link(value: &str) -> Option<String> {
    if value.len() > LONGEST {
        return None;
    }
    let mut url = Url::parse(value).ok()?;
    match url.scheme() {
        "http" | "https" => {
            url.host_str()?;
            url.set_username("").ok()?;
            url.set_password(None).ok()?;
        }
        "mailto" => {
            url.set_query(None);
            url.set_fragment(None);
        }
        _ => return None,
    }
    Some(url.into()).filter(|url: &String| url.len() <= LONGEST)
}

/// True for what would run in the page, or bring a page of its own.
pub fn runs(value: &str) -> bool {
    Url::parse(value)
        .is_ok_and(|url| ["javascript", "vbscript", "data", "blob"].contains(&url.scheme()))
}

/// The address of a picture as it stays: elsewhere by https, or in the message itself.
pub fn picture(value: &str) -> Option<String> {
    let url = Url::parse(value.get(..LONGEST_PICTURE).unwrap_or(value)).ok()?;
    match url.scheme() {
        "https" => link(value),
        "data" => own_picture(value.trim()).then(|| value.trim().to_owned()),
        _ => None,
    }
}

/// True for the address of a picture that is elsewhere.
pub fn is_remote(picture: &str) -> bool {
    picture.starts_with("https:")
}

fn own_picture(value: &str) -> bool {
    let base64 = |c: u8| c.is_ascii_alphanumeric() || b"+/=".contains(&c);
    value.len() <= LONGEST_PICTURE
        && value
            .strip_prefix("data:image/")
            .and_then(|rest| rest.split_once(";base64,"))
            .is_some_and(|(kind, data)| PICTURES.contains(&kind) && data.bytes().all(base64))
}

/// What stands behind a link: the host in the letters of the network, with a port that is not the usual one, or the address
/// that a `mailto:` writes to.
pub fn told(link: &str) -> Option<String> {
    let url = Url::parse(link).ok()?;
    if url.scheme() == "mailto" {
        return Some(address(&url));
    }
    let host = url.host_str()?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

/// True when the text of a link to an address says that address already.
pub fn says_address(text: &str, link: &str) -> bool {
    Url::parse(link).is_ok_and(|url| {
        url.scheme() == "mailto" && text.trim().eq_ignore_ascii_case(&address(&url))
    })
}

fn address(url: &Url) -> String {
    let path = url.path();
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let coded = hex.and_then(|two| u8::from_str_radix(two, 16).ok());
        rest = after;
        match coded {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => bytes.push(*first),
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    // What can't be seen has no place in an address.
    text.chars()
        .filter(|c| !c.is_control() && !is_bidi(*c))
        .collect()
}

/// True for the signs that turn the direction of what follows them.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_true_host_stands_behind_a_link() {
        for (value, expected) in [
            ("https://ville.example/a?b#c", Some("ville.example")),
            ("HTTPS://VILLE.Example", Some("ville.example")),
            (
                "https://ville.example@traceur.example/x",
                Some("traceur.example"),
            ),
            (
                "https://ville.example:pw@traceur.example:8443/",
                Some("traceur.example:8443"),
            ),
            (
                "https://ville.example\\@traceur.example/",
                Some("ville.example"),
            ),
            ("https://vіlle.example/", Some("xn--vlle-l9d.example")),
            ("http://2130706433/", Some("127.0.0.1")),
            ("http:/\t/traceur.example", Some("traceur.example")),
            (
                "mailto:a.b@ville.example?body=x&bcc=y@traceur.example",
                Some("a.b@ville.example"),
            ),
            ("mailto:%E2%80%AEa@b.example", Some("a@b.example")),
            ("java\tscript:alert(1)", None),
            ("data:text/html,x", None),
            ("//traceur.example/", None),
            ("/api/v1/session", None),
            ("ftp://traceur.example/", None),
            ("https://", None),
            ("tel:+33199001234", None),
            ("", None),
        ] {
            let told = link(value).and_then(|link| told(&link));
            assert_eq!(told.as_deref(), expected, "{value}");
        }
        assert_eq!(
            link(&format!("https://a.example/{}", "x".repeat(LONGEST))),
            None
        );
    }

    #[test]
    fn pictures_are_elsewhere_by_https_or_in_the_message() {
        for (value, expected) in [
            ("https://traceur.example/a.png", true),
            ("http://traceur.example/a.png", false),
            ("data:image/png;base64,AAAA", true),
            ("data:image/svg+xml;base64,AAAA", false),
            ("data:image/png;base64,AA\"onload=x", false),
            ("data:text/html;base64,AAAA", false),
            ("cid:part1@ville.example", false),
            ("a.png", false),
        ] {
            assert_eq!(picture(value).is_some(), expected, "{value}");
        }
    }
}
