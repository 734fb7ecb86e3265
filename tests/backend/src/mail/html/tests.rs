//! What cleaning promises, by examples and for any HTML.

use super::tokens::{Token, Tokens};
use super::{CUT, Cleaned, MOST_HTML, MOST_TEXT, clean, page};
use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// What may stand in no tag of cleaned HTML.
pub fn is_harmless(html: &str) {
    for token in Tokens::of(html) {
        let Token::Open(name, attributes) = token else {
            continue;
        };
        for forbidden in [
            "script", "form", "iframe", "svg", "math", "style", "meta", "base", "link", "object",
            "embed", "input", "button", "template", "noscript", "video", "audio",
        ] {
            assert_ne!(name, forbidden);
        }
        for (attribute, value) in attributes {
            let value = value.to_ascii_lowercase();
            assert!(!attribute.starts_with("on"), "{attribute}={value}");
            assert!(!["id", "name", "srcset", "background", "action"].contains(&attribute));
            assert!(attribute != "style" || !(value.contains("url") || value.contains("position")));
            if attribute == "href" {
                let known = ["http://", "https://", "mailto:"];
                assert!(
                    known.iter().any(|scheme| value.starts_with(scheme)),
                    "{value}"
                );
            }
            if attribute == "src" {
                assert!(
                    value.starts_with("https://") || value.starts_with("data:image/"),
                    "{value}"
                );
            }
        }
    }
}

#[test]
fn what_runs_is_taken_out_and_what_reads_stays() {
    for (html, expected, removed) in [
        ("<p>Bonjour</p>", "<p>Bonjour</p>", false),
        ("a<script>alert(1)</script>b", "ab", true),
        ("<b onclick=x()>a</b>", "<b>a</b>", true),
        ("<x-y onfocus=x()>a</x-y>", "a", true),
        ("<svg onload=x()><text>a</text></svg>b", "b", true),
        (
            "<style>p{color:red}</style><p style='color:red;position:fixed'>a",
            "<p style=\"color:red\">a</p>",
            false,
        ),
        (
            "<form action=https://traceur.example><input name=a>Code</form>",
            "Code",
            true,
        ),
        (
            "<meta http-equiv=Refresh content='0;url=https://traceur.example'>a",
            "a",
            true,
        ),
        ("<meta charset=utf-8><title>t</title>a", "a", false),
        ("<base href=https://traceur.example>a", "a", true),
        ("<a href=' jAvA&#x09;script:alert(1)'>a</a>", "a", true),
        ("<a name=b id=c href='#b'>a</a>", "a", false),
        ("<p id=body class=x>a</p>", "<p>a</p>", false),
        (
            "<font color=red face='Comic Sans MS'>a</font>",
            "<font color=\"red\" face=\"Comic Sans MS\">a</font>",
            false,
        ),
        ("<td>a</td>", "a", false),
        ("<pre>\n\n a</pre>", "<pre> a</pre>", false),
        ("1 < 2 & 3 &lt;b&gt;", "1 &lt; 2 &amp; 3 &lt;b&gt;", false),
    ] {
        let cleaned = clean(html);
        assert_eq!(cleaned.html, expected, "{html}");
        assert_eq!(cleaned.parts_removed, removed, "{html}");
    }
}

#[test]
fn behind_each_link_stands_where_it_leads() {
    const OPEN: &str = "rel=\"noopener noreferrer\" target=\"_blank\"";
    for (html, expected) in [
        (
            "<a href='https://traceur.example/x'>banque.example</a>",
            format!(
                "<a href=\"https://traceur.example/x\" {OPEN}>banque.example</a><span class=\"link-host\"> [traceur.example]</span>"
            ),
        ),
        (
            "<a href='https://ville.example@traceur.example/'>ici</a><span class=link-host> [ville.example]</span>",
            format!(
                "<a href=\"https://traceur.example/\" {OPEN}>ici</a><span class=\"link-host\"> [traceur.example]</span>"
            ),
        ),
        (
            "<a href='mailto:a@ville.example?body=x'>A@ville.example</a>",
            format!("<a href=\"mailto:a@ville.example\" {OPEN}>A@ville.example</a>"),
        ),
        (
            "<a href='mailto:a@traceur.example'>a@ville.example</a>",
            format!(
                "<a href=\"mailto:a@traceur.example\" {OPEN}>a@ville.example</a><span class=\"link-host\"> [a@traceur.example]</span>"
            ),
        ),
        (
            "<p class=link-host>a</p><span class=link-host> [ville.example]</span>",
            "<p>a</p><span> [ville.example]</span>".to_owned(),
        ),
    ] {
        assert_eq!(clean(html).html, expected);
    }
}

#[test]
fn pictures_that_are_elsewhere_are_counted_and_those_that_only_spy_are_gone() {
    for (html, expected, count) in [
        (
            "<img src=https://traceur.example/a.png alt=a>",
            "<img alt=\"a\" src=\"https://traceur.example/a.png\">",
            1,
        ),
        (
            "<img src=http://traceur.example/a.png alt='Le logo'>",
            "Le logo",
            0,
        ),
        (
            "<img src=https://traceur.example/a.png width=1 height=1>",
            "",
            0,
        ),
        (
            "<img src=https://traceur.example/a.png style='width:1px'>",
            "",
            0,
        ),
        ("<img src=cid:a>", "", 0),
        (
            "<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw=>",
            "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">",
            0,
        ),
        ("<img src=data:image/svg+xml,x>", "", 0),
        (
            "<img src=https://traceur.example/a width=99999 height=50%>",
            "<img height=\"50%\" src=\"https://traceur.example/a\">",
            1,
        ),
        (
            "<img srcset='https://traceur.example/a 2x'><picture><source srcset=x></picture>",
            "",
            0,
        ),
        (
            "<table background=https://traceur.example/a><tr><td>a",
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
            0,
        ),
    ] {
        let cleaned = clean(html);
        assert_eq!(
            (cleaned.html.as_str(), cleaned.remote_images),
            (expected, count),
            "{html}"
        );
    }
}

#[test]
fn the_text_says_what_the_html_says() {
    for (html, expected) in [
        (
            "<p>Bonjour&nbsp;!</p><p>Deux\n lignes<br>et plus</p>",
            "Bonjour\u{a0}!\n\nDeux lignes\net plus",
        ),
        ("a <b>b</b> c<i>d</i>", "a b cd"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        (
            "<ul><li>a<li>b</ul><ol><li>c<li>d</ol>",
            "- a\n- b\n\n1. c\n2. d",
        ),
        (
            "<p>Oui</p><blockquote><p>a</p><blockquote>b</blockquote></blockquote>fin",
            "Oui\n\n> a\n>\n> > b\n\nfin",
        ),
        (
            "<a href=https://ville.example/a>la page</a>",
            "la page <https://ville.example/a>",
        ),
        (
            "<a href=https://ville.example/>https://ville.example</a>",
            "https://ville.example",
        ),
        ("<a href=mailto:a@b.example>Anne</a>", "Anne <a@b.example>"),
        (
            "<img src=https://a.example/x alt='Le logo'> a",
            "[Le logo] a",
        ),
        ("<pre>a\n  b\n</pre>c", "a\n  b\n\nc"),
        ("a<hr>b", "a\n---\nb"),
        ("&lt;script&gt;", "<script>"),
        ("<style>a</style><!-- b -->", ""),
    ] {
        assert_eq!(clean(html).text, expected, "{html}");
    }
}

/// HTML that is cleaned in bounded size and time, also where the tests are not optimised.
fn bounded(html: &str) -> Cleaned {
    let start = Instant::now();
    let cleaned = clean(html);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(8), "{took:?}");
    assert!(cleaned.html.len() <= MOST_HTML && cleaned.text.len() <= MOST_TEXT);
    is_harmless(&cleaned.html);
    assert!(clean(&cleaned.html).html == cleaned.html);
    cleaned
}

#[test]
fn nothing_is_too_deep_or_too_long() {
    let mut cells = "<table>".to_owned();
    for row in 0..10_000 {
        cells.push_str("<tr>");
        for cell in 0..20 {
            let _ = write!(cells, "<td>{}</td>", row * 20 + cell);
        }
    }
    let cut = bounded(&cells);
    assert!(cut.html.ends_with(&format!("</table><p>{CUT}</p>")));
    assert!(cut.text.starts_with("0\t1\t2") && cut.text.ends_with(CUT));
    for element in [
        "div",
        "b",
        "blockquote",
        "table><tr><td",
        "ul><li",
        "a href=https://a.example",
        "font color=red",
    ] {
        let deep = format!("{}fin", format!("<{element}>").repeat(20_000));
        assert!(bounded(&deep).text.contains("fin"), "{element}");
        let deep = format!("{}fin", format!("<{element}>").repeat(600));
        assert!(bounded(&deep).text.contains("fin"), "{element}");
    }
    let fonts: String = (0..900).map(|n| format!("<font color=c{n}>")).collect();
    bounded(&format!("{fonts}{}", "<p>a".repeat(900)));
    bounded(&format!("<p>{}", "é".repeat(3_000_000)));
    bounded(&"&amp;".repeat(700_000));
    bounded(&"<".repeat(300_000));
    bounded(&format!("<a href=\"{}\">a</a>", "x".repeat(1_000_000)));
}

#[test]
fn the_frame_s_document_is_whole_and_keeps_the_colours_of_the_message_readable() {
    let plain = page(&clean("<p>Bonjour</p>").html);
    assert!(plain.starts_with("<!doctype html>") && plain.contains("class=\"message\""));
    let coloured = page(&clean("<p style='color:#000'>Bonjour</p>").html);
    assert!(coloured.contains("class=\"message message--own-colours\""));
}

/// Pieces of which hostile HTML is made.
const PIECES: [&str; 40] = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=https://a.example/>",
    "</a>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mtext>",
    "<mglyph>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<select>",
    "<option>",
    "<title>",
    "<form>",
    "</form>",
    "<img src=x onerror=a>",
    "<pre>\n",
    "<li>",
    "<font color=red>",
    "</font>",
    "<span class=link-host> [a]",
    "</span>",
    "<img alt=\"</style><img onerror=a>\">",
    "a & b",
    "\n",
    "<blockquote>",
];

proptest! {
    #[test]
    fn whatever_is_cleaned_is_harmless_and_stays_as_it_is(
        html in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..30).prop_map(|pieces| pieces.concat()),
    ) {
        let cleaned = clean(&html);
        is_harmless(&cleaned.html);
        prop_assert_eq!(clean(&cleaned.html).html, cleaned.html);
    }

    #[test]
    fn any_text_can_be_cleaned(html in "[<>&\"'/=! a-z\\x00-\\x20é]{0,80}") {
        let cleaned = clean(&html);
        is_harmless(&cleaned.html);
        prop_assert_eq!(clean(&cleaned.html).html, cleaned.html);
    }
}
