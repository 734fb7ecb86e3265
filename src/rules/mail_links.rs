//! The links of a plain text: what may be followed, and where it truly leads; knows no page and opens nothing.

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// Words.
    Words(&'a str),
    /// An address that may be followed.
    Link {
        /// As it was written, and where it leads.
        url: &'a str,
        /// The host, in small letters, when the address is more than that; `None` where what is read is where it leads.
        host: Option<String>,
    },
    /// An address that may deceive about where it leads: only its words are shown.
    Doubtful(&'a str),
}

/// What a link may begin with; nothing else is one (`javascript:`, `data:`, `file:`).
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The longest address that is a link, in bytes.
const LONGEST_URL: usize = 2000;

/// `text` in stretches, in order: nothing of it is lost and nothing added. At most `most` addresses are told apart, so that
/// a hostile text costs no more than words.
#[must_use]
pub fn stretches(text: &str, most: usize) -> Vec<Stretch<'_>> {
    let (mut found, mut rest, mut from) = (Vec::new(), text, 0);
    // What turns out to be none counts too: looking for its end costs as much.
    for _ in 0..most {
        let Some(at) = next_scheme(rest, from) else {
            break;
        };
        let (before, after) = rest.split_at(at);
        // A word that goes on (`xhttps://`) begins no address.
        let is_inside = before.ends_with(|last: char| last.is_alphanumeric());
        let end = after.find(ends_url).unwrap_or(after.len());
        let url = without_what_follows(&after[..end]);
        let Some(judged) = judge(url).filter(|_| !is_inside) else {
            from = at + 1;
            continue;
        };
        if !before.is_empty() {
            found.push(Stretch::Words(before));
        }
        found.push(judged);
        rest = &after[url.len()..];
        from = 0;
    }
    if !rest.is_empty() {
        found.push(Stretch::Words(rest));
    }
    found
}

/// Where the next scheme stands at or after `from`.
fn next_scheme(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|at| {
        let rest = &bytes[*at..];
        SCHEMES.iter().any(|scheme| {
            rest.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes()))
        })
    })
}

/// What no address holds: blanks, quotes, brackets of mark-up, a backslash, and what can't be seen.
fn ends_url(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '<' | '>' | '"' | '\\' | '`' | '{' | '}' | '|' | '^')
        || matches!(letter, '«' | '»' | '“' | '”' | '„')
        || matches!(
            letter,
            '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

/// The address without the sentence's own signs at its end; a closing bracket stays where the address opened it.
fn without_what_follows(url: &str) -> &str {
    let count = |sign: char| url.matches(sign).count();
    let (mut round, mut square) = (
        count(')').saturating_sub(count('(')),
        count(']').saturating_sub(count('[')),
    );
    url.trim_end_matches(|last: char| match last {
        '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '*' | '_' => true,
        ')' => take_one(&mut round),
        ']' => take_one(&mut square),
        _ => false,
    })
}

/// True while there is one, which is then one fewer.
fn take_one(left: &mut usize) -> bool {
    let is_any = *left > 0;
    *left = left.saturating_sub(1);
    is_any
}

/// What an address is; `None` when it is none after all.
fn judge(url: &str) -> Option<Stretch<'_>> {
    let (scheme, rest) = url.split_once(':')?;
    if scheme.eq_ignore_ascii_case("mailto") {
        return mail_address(rest).map(|is_plain| match is_plain {
            true => Stretch::Link { url, host: None },
            false => Stretch::Doubtful(url),
        });
    }
    let rest = rest.strip_prefix("//")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.is_empty() {
        return None;
    }
    let (host, port) = authority
        .rsplit_once(':')
        .map_or((authority, None), |(host, port)| (host, Some(port)));
    let is_port = port.is_none_or(|port| {
        (1..=5).contains(&port.len()) && port.bytes().all(|digit| digit.is_ascii_digit())
    });
    if url.len() > LONGEST_URL || !is_port || !is_plain_host(host) {
        return Some(Stretch::Doubtful(url));
    }
    // With nothing behind it the host is what is read.
    let is_host_alone = rest.trim_end_matches('/') == authority;
    Some(Stretch::Link {
        url,
        host: (!is_host_alone).then(|| authority.to_ascii_lowercase()),
    })
}

/// Only letters, digits, hyphens and dots of ASCII: what is read is where it leads.
fn is_plain_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.len() <= 253 && host.trim_end_matches('.').split('.').all(is_label)
}

/// Whether what follows `mailto:` is one plain address; `None` when it is none at all.
fn mail_address(rest: &str) -> Option<bool> {
    let address = rest.split('?').next().unwrap_or_default();
    let (local, host) = address.rsplit_once('@')?;
    let is_local = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+=~'".contains(&byte);
    // What fills in a subject or a text would write in the agent's name.
    let is_alone = address.len() == rest.len();
    (!local.is_empty() && !host.is_empty())
        .then(|| is_alone && local.bytes().all(is_local) && is_plain_host(host))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_URL, Stretch, stretches};
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn link<'a>(url: &'a str, host: Option<&str>) -> Stretch<'a> {
        Stretch::Link {
            url,
            host: host.map(str::to_owned),
        }
    }

    #[test]
    fn an_address_is_found_without_the_sentence_around_it() {
        for (text, url, host) in [
            ("https://ville.example", "https://ville.example", None),
            (
                "Voir https://ville.example/.",
                "https://ville.example/",
                None,
            ),
            (
                "(https://ville.example/a_(b))",
                "https://ville.example/a_(b)",
                Some("ville.example"),
            ),
            (
                "<HTTPS://Ville.Example/A?b=c#d>,",
                "HTTPS://Ville.Example/A?b=c#d",
                Some("ville.example"),
            ),
            (
                "« http://ville.example:8080/x »",
                "http://ville.example:8080/x",
                Some("ville.example:8080"),
            ),
            (
                "https://ville.example/é…",
                "https://ville.example/é",
                Some("ville.example"),
            ),
            (
                "[https://ville.example?x=1]!",
                "https://ville.example?x=1",
                Some("ville.example"),
            ),
            ("mailto:rh@ville.example.", "mailto:rh@ville.example", None),
            (
                "https://xn--vlle-xpa.example/",
                "https://xn--vlle-xpa.example/",
                None,
            ),
        ] {
            assert!(
                stretches(text, 10).contains(&link(url, host)),
                "{text}: {:?}",
                stretches(text, 10)
            );
        }
    }

    #[test]
    fn what_may_deceive_is_shown_and_leads_nowhere() {
        let long = format!("https://ville.example/{}", "a".repeat(LONGEST_URL));
        for url in [
            "https://ville.example@mal.example/",
            "https://ville.example:80@mal.example/",
            "https://vіlle.example/",
            "https://ville.example:port/",
            "https://[::1]/",
            "https://ville%2eexample/",
            "https://ville..example/",
            "http://ville.example,mal.example/",
            "mailto:rh@vіlle.example",
            "mailto:rh@ville.example?subject=x&body=y",
            "mailto:a,b@ville.example",
            &long,
        ] {
            assert_eq!(stretches(url, 10), [Stretch::Doubtful(url)], "{url}");
        }
    }

    #[test]
    fn nothing_else_is_an_address() {
        for text in [
            "javascript:alert(1)",
            "JavaScript://ville.example/%0aalert(1)",
            "data:text/html,<b>x</b>",
            "file:///etc/passwd",
            "www.ville.example",
            "rh@ville.example",
            "https://",
            "https:///x",
            "mailto:",
            "mailto:x",
            "xhttps://ville.example",
            "https:/ville.example",
        ] {
            assert_eq!(stretches(text, 10), [Stretch::Words(text)], "{text}");
        }
        assert!(stretches("", 10).is_empty());
    }

    #[test]
    fn a_mark_that_turns_the_words_ends_an_address() {
        let text = "https://ville.example/\u{202e}moc.lam";
        assert_eq!(stretches(text, 10)[0], link("https://ville.example/", None));
        let text = "https://ville.example\\@mal.example";
        assert_eq!(stretches(text, 10)[0], link("https://ville.example", None));
    }

    #[test]
    fn so_many_addresses_are_told_apart_and_no_more() {
        let text = "http://a.example ".repeat(50);
        let links = |most| {
            let found = stretches(&text, most);
            let is_link = |stretch: &&Stretch| matches!(stretch, Stretch::Link { .. });
            found.iter().filter(is_link).count()
        };
        assert_eq!(links(50), 50);
        assert_eq!(links(7), 7);
        assert_eq!(links(0), 0);
    }

    #[test]
    fn a_hostile_text_costs_no_more_than_words() {
        for text in [
            format!("http://a{}", ")".repeat(200_000)),
            "http:///".repeat(25_000),
            "xhttp://".repeat(25_000),
            "mailto:".repeat(25_000),
            "(https://[".repeat(20_000),
        ] {
            let begun = std::time::Instant::now();
            assert!(!stretches(&text, 400).is_empty());
            assert!(begun.elapsed().as_secs() < 5, "{}", &text[..10]);
        }
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost(text in "(https?://|mailto:|[a-z@.()<>éа\\\\ \u{202e}/:?#%]){0,40}") {
            let found = stretches(&text, 100);
            let whole: String = found
                .iter()
                .map(|stretch| match stretch {
                    Stretch::Words(words) | Stretch::Doubtful(words) => *words,
                    Stretch::Link { url, .. } => *url,
                })
                .collect();
            prop_assert_eq!(&whole, &text);
            for stretch in &found {
                if let Stretch::Link { url, .. } = stretch {
                    let url = url.to_ascii_lowercase();
                    prop_assert!(["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)));
                }
            }
        }
    }
}
