//! Letters whose bytes are not what they say: wrong character sets, cut characters; harmless, and hard to read.

use super::people::{colleague, outside};
use super::write::{Archive, Inbox, Pen};
use crate::mail::letter::{Letter, Words};
use encoding_rs::WINDOWS_1252;

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    let old = "Réf. : état des congés « reliquats » — à vérifier avant l’échéance du 30.\n\nŒuvres sociales : 12,50 €.";
    let (windows, ..) = WINDOWS_1252.encode(old);
    let letter = |days, hour, who, subject: &str, bytes: Vec<u8>, charset| {
        let mut letter = pen.blank(Inbox, pen.at(days, hour), who);
        letter.subject = subject.to_owned();
        letter.text = Some(Words { bytes, charset });
        letter.read = true;
        letter
    };
    let whole = "Bonjour, voici la réponse à votre question : le dossier est complet, à l’exception de la pièce d’identité périmée".as_bytes();
    let mut html = pen.blank(
        Archive,
        pen.at(120, (15, 15)),
        outside("Logiciel de paie", "editions@paie-logiciel.example"),
    );
    html.subject = "État des cotisations".to_owned();
    html.html = Some(Words {
        bytes: b"<html><head><meta charset=\"utf-8\"></head><body><p>\xc9tat des cotisations \xe0 v\xe9rifier</p></body></html>".to_vec(),
        charset: "utf-8",
    });
    vec![
        // Said to be UTF-8, and is not.
        letter(
            15,
            (10, 20),
            colleague(36),
            "Etat des conges",
            windows.to_vec(),
            "utf-8",
        ),
        // The same, said rightly: nothing is damaged.
        letter(
            15,
            (10, 31),
            colleague(36),
            "Etat des conges (bis)",
            windows.to_vec(),
            "windows-1252",
        ),
        // Cut within a character.
        letter(
            29,
            (18, 1),
            outside("Guichet en ligne", "reponse@guichet.example"),
            "Réponse à votre demande",
            whole[..whole.len() - 1].to_vec(),
            "utf-8",
        ),
        html,
    ]
}
