//! A thread of thirty answers in one letter, each quoting all before it; knows no other letter.

use super::people::colleague;
use super::write::{Archive, Pen, With};
use crate::mail::letter::Letter;
use std::fmt::Write;

const ANSWERS: usize = 30;
const SAYINGS: [&str; 6] = [
    "D’accord pour moi, mais la salle est trop petite si tout le monde vient.",
    "Je propose la salle du Conseil, elle est libre de 14 h à 16 h.",
    "Attention, le mardi il y a déjà la commission.",
    "Alors mercredi ? Je peux décaler mon rendez-vous.",
    "Mercredi, je suis en télétravail ; je peux suivre à distance.",
    "Merci de répondre à tous, je perds le fil !",
];

/// The last of them.
pub fn letter(pen: &Pen) -> Letter {
    let mut letter = pen
        .blank(Archive, pen.at(52, (17, 22)), colleague(ANSWERS % 6))
        .subject("Re: Re: Re: Date de la réunion de coordination")
        .text(words(pen));
    letter.cc = (1..6).map(colleague).collect();
    letter
}

fn words(pen: &Pen) -> String {
    let mut text = String::new();
    for number in 0..ANSWERS {
        // The newest stands first and quotes the others.
        let quote = "> ".repeat(number);
        let back = u64::try_from(number / 4).unwrap_or_default();
        let minute = u32::try_from(59 - number).unwrap_or_default();
        let at = pen.at(
            52 + back,
            (16 - u32::try_from(number % 4).unwrap_or_default(), minute),
        );
        let name = colleague((ANSWERS - number) % 6).name;
        let saying = SAYINGS
            .get((ANSWERS - number) % SAYINGS.len())
            .copied()
            .unwrap_or_default();
        let _ = write!(text, "{quote}{saying}\n{quote}\n{quote}{name}\n{quote}\n");
        if number + 1 < ANSWERS {
            let before = colleague((ANSWERS - number - 1) % 6).name;
            let _ = writeln!(
                text,
                "{quote}Le {}, {before} a écrit :",
                at.format("%d/%m/%Y à %H:%M")
            );
        }
    }
    text
}
