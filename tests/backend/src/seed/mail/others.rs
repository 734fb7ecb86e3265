//! What the other accounts of the demonstration find: a welcome, a notice, a word of a colleague.

use super::write::Who::{Colleague, Service};
use super::write::{Archive, Inbox, Line, Pen, Sent};
use crate::mail::letter::Letter;

#[rustfmt::skip]
const LINES: [Line; 6] = [
    (Inbox, 1, (9, 0), Service("Centre de services informatiques", "assistance.services"), "Votre accès à distance est ouvert", "Bonjour,\n\nVotre accès au portail nomade est ouvert. Pensez à vous déconnecter sur un appareil partagé.", ""),
    (Inbox, 3, (14, 30), Service("Direction des ressources humaines", "drh.information"), "Campagne d’entretiens professionnels : dates", "Bonjour,\n\nLa campagne d’entretiens professionnels est ouverte jusqu’au 15 janvier.", ""),
    (Inbox, 6, (10, 15), Colleague(17), "Planning de la semaine prochaine", "Bonjour,\n\nLe planning est affiché et sur le répertoire partagé. Dis-moi si une date te pose problème.", "r"),
    (Inbox, 20, (16, 45), Service("Service de l’action sociale", "action.sociale"), "Chèques vacances : ouverture des demandes", "Bonjour,\n\nLes demandes de chèques vacances sont ouvertes jusqu’au 31 décembre.", "r"),
    (Archive, 120, (11, 20), Colleague(23), "Bienvenue dans l’équipe", "Bonjour,\n\nBienvenue ! Je passe te voir demain pour la visite des bureaux.", "a"),
    (Sent, 6, (10, 50), Colleague(17), "Re: Planning de la semaine prochaine", "Bonjour,\n\nTout va bien pour moi, merci.", ""),
];

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    pen.lines(&LINES)
}
