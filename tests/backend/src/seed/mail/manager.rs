//! The letters of `manager.demo`: a team, its leave, its budget.

use super::files::{pdf, table};
use super::people::colleague;
use super::write::Who::{Account, Colleague, Outside, Service};
use super::write::{Archive, Drafts, Inbox, Junk, Line, Pen, Sent, Trash, Who, With};
use crate::mail::letter::Letter;

const HR: Who = Service("Direction des ressources humaines", "drh.information");
const AGENT: Who = Account("agent.demo");
const DIRECTION: Who = Account("direction.demo");

#[rustfmt::skip]
const LINES: [Line; 23] = [
    (Inbox, 0, (11, 5), DIRECTION, "Arbitrages du budget 2027", "Bonjour,\n\nLes arbitrages tombent lundi. Peux-tu m’envoyer d’ici là tes priorités, en trois lignes ?", "f"),
    (Inbox, 1, (16, 12), AGENT, "Congés de fin d’année", "Bonjour,\n\nJ’ai posé mes congés de fin d’année sur le portail. Pourras-tu les regarder avant vendredi ?", ""),
    (Inbox, 2, (9, 48), Account("adjoint.demo"), "Délégation pendant ton absence", "Bonjour,\n\nJe valide les congés pendant ton absence, la délégation est bien enregistrée.", ""),
    (Inbox, 3, (14, 0), HR, "Campagne d’entretiens : mode d’emploi pour les responsables", "Bonjour,\n\nVous avez 9 entretiens à mener avant le 15 janvier. Le guide du responsable est sur l’intranet.", ""),
    (Inbox, 4, (10, 10), Colleague(1), "Absence demain matin", "Bonjour,\n\nJ’ai un rendez-vous médical demain matin, j’arriverai vers 11 h.", "ra"),
    (Inbox, 5, (17, 26), Colleague(4), "Besoin d’un renfort en janvier", "Bonjour,\n\nAvec deux départs, nous ne tiendrons pas les délais en janvier. Peut-on demander un renfort de trois mois ?", "rf"),
    (Inbox, 6, (8, 44), Service("Direction des finances et des achats", "budget"), "Enveloppe des heures supplémentaires", "Bonjour,\n\nIl reste 1 240 € sur l’enveloppe de votre service pour l’année.", "r"),
    (Inbox, 9, (15, 33), Colleague(6), "Candidature interne", "Bonjour,\n\nJe souhaite candidater au poste de gestionnaire du bureau des carrières. Serait-il possible d’en parler ?", "ra"),
    (Inbox, 12, (11, 50), Service("Médecine préventive", "medecine.preventive"), "Visites périodiques de votre équipe", "Bonjour,\n\nTrois agents de votre équipe n’ont pas répondu à leur convocation.", "r"),
    (Inbox, 18, (9, 5), Outside("Olivier Faure", "olivier.faure@cabinet-faure.example"), "Audit : entretien avec les responsables", "Bonjour,\n\nSeriez-vous disponible une heure la semaine du 30 ?", "ra"),
    (Inbox, 25, (18, 15), AGENT, "Re: Télétravail : jours de décembre", "Bonjour,\n\nLundi et vendredi pour moi, sauf le 21.", "r"),
    (Inbox, 39, (10, 27), Colleague(9), "Photocopieur en panne", "Bonjour,\n\nLe photocopieur du 3e est encore en panne, le dépannage est demandé.", "r"),
    (Archive, 80, (14, 41), HR, "Taux de promotion 2026", "Bonjour,\n\nLes taux de promotion sont votés. Le tableau par grade suit la semaine prochaine.", ""),
    (Archive, 140, (9, 0), DIRECTION, "Organisation de l’été", "Bonjour,\n\nMerci de prévoir une présence d’un tiers de l’équipe chaque semaine d’août.", "a"),
    (Archive, 260, (16, 6), HR, "Formation des encadrants", "Bonjour,\n\nLe parcours des encadrants ouvre en avril : quatre journées, dont une en binôme.", "f"),
    (Sent, 1, (17, 41), AGENT, "Point d’équipe de lundi", "Bonjour à toutes et à tous,\n\nLe point d’équipe de lundi commence à 9 h 30 au lieu de 9 h, salle Marguerite.", ""),
    (Sent, 4, (10, 31), Colleague(1), "Re: Absence demain matin", "Bonjour,\n\nC’est noté, merci de m’avoir prévenu.", ""),
    (Sent, 8, (13, 58), Colleague(6), "Re: Candidature interne", "Bonjour,\n\nBien sûr. Jeudi à 16 h dans mon bureau ?", ""),
    (Sent, 34, (9, 20), AGENT, "Télétravail : jours de décembre", "Bonjour,\n\nMerci de me confirmer vos jours de télétravail de décembre. Présence de toute l’équipe le mardi.", ""),
    (Junk, 5, (2, 20), Outside("Formations Éclair", "contact@formations-eclair.example"), "Devenez un leader en 24 heures", "Offre réservée aux décideurs : 50 places seulement.", ""),
    (Trash, 15, (12, 12), Service("Restaurant administratif", "restauration"), "Menu de la semaine", "Lundi : gratin. Mardi : poisson. Mercredi : couscous. Jeudi : poulet. Vendredi : brandade.", "r"),
    (Drafts, 1, (19, 4), DIRECTION, "Re: Arbitrages du budget 2027", "Bonjour,\n\n1. Le renfort de janvier.\n2. ", ""),
    (Inbox, 52, (9, 51), HR, "Accident de service : déclaration sous 48 heures", "Bonjour,\n\nRappel : tout accident de service est déclaré sous 48 heures, avec le formulaire en ligne.", "r"),
];

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    let mut letters = pen.lines(&LINES);
    letters.push(
        pen.blank(Inbox, pen.at(3, (16, 40)), colleague(12))
            .subject("Tableau de suivi du service")
            .text("Bonjour,\n\nLe tableau de novembre et la note qui l’accompagne.\n\nCordialement,\nJulien")
            .files(vec![
                table("Suivi novembre.csv", "Semaine;Dossiers\n45;38\n46;41\n47;29\n"),
                pdf("Note de suivi.pdf", 96_213),
            ]),
    );
    letters.push(
        pen.blank(Inbox, pen.at(7, (10, 4)), AGENT.person())
            .subject("Compte rendu en page Web")
            .html("<h2>Compte rendu</h2><p>Trois points :</p><ol><li>délais <b>tenus</b> ;</li><li>deux départs ;</li><li>salle à réserver.</li></ol><blockquote><p>Merci de relire avant mardi.</p></blockquote>")
            .read(),
    );
    letters
}
