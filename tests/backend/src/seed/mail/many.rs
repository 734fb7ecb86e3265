//! The large seed: thousands of letters out of a few sentences, the same each time; knows no letter of the others.

use super::files::pdf;
use super::people::{colleague, service_of};
use super::write::{Archive, Inbox, Other, Pen, Sent, With};
use crate::mail::letter::Letter;

/// Over how many days they are spread.
const DAYS: usize = 3_650;

const SUBJECTS: [&str; 14] = [
    "Compte rendu de la réunion",
    "Question sur un dossier",
    "Planning des permanences",
    "Demande de pièces",
    "Validation avant envoi",
    "Réservation de salle",
    "Mise à jour du tableau de suivi",
    "Arrivée d’un nouveau collègue",
    "Relance : réponse attendue",
    "Note de service",
    "Point d’étape du projet",
    "Invitation à la réunion mensuelle",
    "Rendez-vous avec un usager",
    "Archivage des dossiers clos",
];
const BODIES: [&str; 9] = [
    "Peux-tu regarder ce point avant la fin de la semaine ?",
    "Je te transmets les éléments demandés, il manque encore une signature.",
    "La réunion est décalée d’une heure, même salle.",
    "Le dossier est complet, il peut partir.",
    "Merci de compléter les colonnes D et E du tableau.",
    "Je serai absent jeudi ; en cas d’urgence, voir avec l’accueil.",
    "Le service juridique confirme : nous pouvons répondre favorablement.",
    "Attention au délai, la réponse est attendue sous huit jours.",
    "Rien à signaler de mon côté, à toi de voir.",
];

/// So many of them.
pub fn letters(pen: &Pen, count: usize) -> Vec<Letter> {
    (0..count)
        .map(|number| letter(pen, number, count))
        .collect()
}

fn letter(pen: &Pen, number: usize, count: usize) -> Letter {
    let pick = |list: &[&'static str], step: usize| {
        let place = (number * step + number / list.len()) % list.len();
        list.get(place).copied().unwrap_or_default()
    };
    let folder = match number % 10 {
        0 => Sent,
        1..4 => Archive,
        4 if number % 50 == 4 => Other,
        _ => Inbox,
    };
    let who = (number * 37 + number / 300) % 300;
    let days = u64::try_from(1 + number * DAYS / count).unwrap_or_default();
    let hour = u32::try_from(8 + number * 7 % 11).unwrap_or_default();
    let minute = u32::try_from(number * 13 % 60).unwrap_or_default();
    let person = colleague(who);
    let text = format!(
        "Bonjour,\n\n{}\n\nRéférence : {number:05}.\n\nCordialement,\n{}\n{}",
        pick(&BODIES, 5),
        person.name,
        service_of(who)
    );
    let mut letter = pen
        .blank(folder, pen.at(days, (hour, minute)), person)
        .subject(format!("{} ({number:05})", pick(&SUBJECTS, 3)))
        .text(text);
    letter.read |= number % 17 != 3;
    letter.flagged = number % 41 == 7;
    letter.answered = folder == Inbox && number % 6 == 2;
    if number % 29 == 5 {
        letter = letter.files(vec![pdf("Pièce jointe.pdf", 70_000)]);
    }
    letter
}
