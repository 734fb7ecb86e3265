//! Letters that are too large, too deep or made of anything but characters; exhausts a page that reads them whole.

use super::hostile::blank;
use super::write::{Pen, With};
use crate::mail::letter::{Letter, Words};
use std::fmt::Write;

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    vec![
        blank(pen, "tableau-enorme").html(cells(200_000)),
        blank(pen, "imbrication").html(format!("{}Au fond{}", "<div>".repeat(20_000), "</div>".repeat(20_000))),
        blank(pen, "imbrication-moderee").html(format!(
            "{}Au fond{}",
            "<blockquote><b>".repeat(450),
            "</b></blockquote>".repeat(450)
        )),
        blank(pen, "listes-imbriquees").html("<ul><li>".repeat(10_000)),
        blank(pen, "mise-en-forme-multipliee").html(fonts()),
        raw(pen, "utf8-invalide", b"<p>D\xe9but \xff\xfe\xc0\xaf<script>location='https://traceur.example/utf8-invalide'</script> \xed\xa0\x80 fin \xf0\x9f</p>"),
        raw(pen, "octets-nuls", b"<p>Un\0 deux<scr\0ipt>location='https://traceur.example/octets-nuls'</scr\0ipt><img src=\"https://traceur.example/octets-nuls/a\0.png\" on\0error=alert(1)> trois</p>\0"),
        blank(pen, "ligne-sans-fin").text("x".repeat(300_000)),
        blank(pen, "ligne-sans-fin-html").html(format!("<p>{}</p>", "W".repeat(300_000))),
        blank(pen, "images-par-milliers").html(pictures(3_000)),
        blank(pen, "attributs-par-milliers").html(attributes(20_000)),
        blank(pen, "entites-par-milliers").html("&amp;&lt;&nbsp;".repeat(20_000)),
        blank(pen, "accents-empiles").text(format!("Za{}lgo", "\u{301}\u{316}\u{489}".repeat(2_000))),
        blank(pen, "texte-tres-long").text("Une ligne de plus, et ce n’est pas fini.\n".repeat(8_000)),
    ]
}

fn raw(pen: &Pen, case: &str, bytes: &[u8]) -> Letter {
    let mut letter = blank(pen, case);
    letter.html = Some(Words {
        bytes: bytes.to_vec(),
        charset: "utf-8",
    });
    letter
}

fn cells(count: usize) -> String {
    let mut html = String::from("<table>");
    for number in 0..count {
        if number % 20 == 0 {
            html.push_str("<tr>");
        }
        let _ = write!(html, "<td>{number}</td>");
    }
    html
}

/// Each paragraph opens again everything that was left open before it.
fn fonts() -> String {
    let mut html = String::new();
    for number in 0..800 {
        let _ = write!(html, "<font color=\"c{number}\">");
    }
    html.push_str(&"<p>a".repeat(800));
    html
}

fn pictures(count: usize) -> String {
    let mut html = String::new();
    for number in 0..count {
        let _ = write!(
            html,
            "<img src=\"https://traceur.example/images-par-milliers/{number}.png\" width=\"2000\" height=\"2000\" alt=\"{number}\">"
        );
    }
    html
}

fn attributes(count: usize) -> String {
    let mut html = String::from("<p");
    for number in 0..count {
        let _ = write!(html, " a{number}=\"{number}\"");
    }
    html.push_str(">Texte</p>");
    html
}
