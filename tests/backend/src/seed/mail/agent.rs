//! The ordinary letters of `agent.demo`: what an office writes in a year; knows nothing odd.

use super::write::Who::{Account, Colleague, Outside, Service};
use super::write::{Archive, Drafts, Inbox, Junk, Line, Other, Pen, Sent, Trash, Who};
use crate::mail::letter::Letter;

const HR: Who = Service("Direction des ressources humaines", "drh.information");
const PAY: Who = Service("Bureau de la paie", "paie");
const TRAINING: Who = Service("Service de la formation", "formation");
const IT: Who = Service("Centre de services informatiques", "assistance.services");
const SOCIAL: Who = Service("Service de l’action sociale", "action.sociale");
const MANAGER: Who = Account("manager.demo");
const SUPPLIER: Who = Outside(
    "Papeterie des Deux Ponts",
    "commandes@papeterie-deux-ponts.example",
);

#[rustfmt::skip]
const LINES: [Line; 46] = [
    (Inbox, 0, (10, 12), Colleague(2), "Relecture du guide d’accueil", "Bonjour,\n\nPourrais-tu relire les pages 4 à 9 du guide d’accueil avant mardi midi ? J’ai surtout un doute sur la partie télétravail.\n\nMerci d’avance.", ""),
    (Inbox, 1, (17, 41), MANAGER, "Point d’équipe de lundi", "Bonjour à toutes et à tous,\n\nLe point d’équipe de lundi commence à 9 h 30 au lieu de 9 h, salle Marguerite. À l’ordre du jour :\n- le calendrier de la campagne d’entretiens ;\n- les congés de fin d’année, à poser avant le 4 décembre ;\n- questions diverses.", "f"),
    (Inbox, 2, (16, 5), PAY, "Votre bulletin de paie est disponible", "Bonjour,\n\nVotre bulletin de paie du mois est disponible dans votre espace, rubrique Bulletins de paie. Aucune pièce n’est jointe à ce message.", ""),
    (Inbox, 2, (11, 30), Colleague(5), "Déjeuner vendredi ?", "Salut,\n\nNous allons déjeuner au restaurant administratif vendredi à 12 h 15 avec Inès et Hugo. Tu viens ?", ""),
    (Inbox, 3, (9, 2), HR, "Campagne d’entretiens professionnels : dates", "Bonjour,\n\nLa campagne d’entretiens professionnels est ouverte jusqu’au 15 janvier. Votre responsable vous proposera une date ; le formulaire préparatoire est à remplir une semaine avant l’entretien.", "r"),
    (Inbox, 4, (14, 20), Colleague(8), "Tableau des effectifs, version 3", "Bonjour,\n\nLa version 3 du tableau est sur le répertoire partagé. J’ai corrigé les temps partiels du service ; il reste deux agents sans affectation, peux-tu vérifier ?", "ra"),
    (Inbox, 4, (8, 47), IT, "Maintenance de la messagerie samedi", "Bonjour,\n\nLa messagerie sera indisponible samedi de 7 h à 9 h. Les messages envoyés pendant ce temps seront distribués ensuite ; rien n’est perdu.", "r"),
    (Inbox, 5, (15, 55), SUPPLIER, "Commande 26-1184 expédiée", "Madame, Monsieur,\n\nVotre commande 26-1184 (20 ramettes, 4 boîtes d’archives) part aujourd’hui. Livraison prévue sous 48 heures, à l’accueil du bâtiment B.", "r"),
    (Inbox, 6, (10, 0), MANAGER, "Invitation : réunion avec la direction des finances", "Bonjour,\n\nRéunion avec la direction des finances\nQuand : jeudi de 14 h à 15 h 30\nOù : salle du Conseil, 2e étage, ou à distance\n\nMerci de me dire si tu viens.", "ra"),
    (Inbox, 8, (9, 33), Colleague(11), "Badge oublié", "Bonjour,\n\nQuelqu’un a laissé un badge à la photocopieuse du 3e. Il est à l’accueil.", "r"),
    (Inbox, 9, (17, 10), SOCIAL, "Arbre de Noël des enfants : inscriptions", "Bonjour,\n\nLes inscriptions à l’arbre de Noël sont ouvertes jusqu’au 27 novembre pour les enfants nés en 2014 et après. Un justificatif sera demandé à l’entrée.", "rf"),
    (Inbox, 11, (12, 3), Colleague(14), "Re: Calendrier des permanences", "Bonjour,\n\nÇa me va pour le mardi. En revanche, je ne peux pas le 22 décembre : est-ce que tu pourrais échanger avec moi ?", "ra"),
    (Inbox, 13, (16, 18), Colleague(3), "Compte rendu de la réunion du 9", "Bonjour,\n\nVoici le relevé de décisions :\n1. le formulaire passe en ligne au 1er janvier ;\n2. le service garde un guichet le mercredi ;\n3. bilan en mars.\n\nDites-moi s’il manque quelque chose.", "r"),
    (Inbox, 16, (11, 11), PAY, "Régularisation de la prime de septembre", "Bonjour,\n\nLa régularisation signalée en octobre est versée avec la paie de novembre. Le détail figure sur le bulletin.", "ra"),
    (Inbox, 19, (8, 30), HR, "Compte épargne-temps : dépôt avant le 31 décembre", "Bonjour,\n\nLes jours non pris peuvent être déposés sur le compte épargne-temps jusqu’au 31 décembre. Au-delà, ils sont perdus.", "rf"),
    (Inbox, 23, (13, 46), Outside("Olivier Faure", "olivier.faure@cabinet-faure.example"), "Audit des procédures : questions complémentaires", "Bonjour,\n\nÀ la suite de notre échange, il me manque trois éléments : la procédure d’arrivée d’un agent, celle de départ, et le nombre de dossiers traités en 2025.\n\nPouvez-vous me les transmettre d’ici la fin du mois ?", "ra"),
    (Inbox, 28, (15, 2), Colleague(20), "Pot de départ de Nadia", "Bonjour,\n\nNadia part en retraite à la fin du mois. Pot jeudi 17 h, salle de convivialité. Une enveloppe circule pour le cadeau.", "r"),
    (Inbox, 34, (9, 20), MANAGER, "Télétravail : jours de décembre", "Bonjour,\n\nMerci de me confirmer vos jours de télétravail de décembre. Présence de toute l’équipe le mardi.", "ra"),
    (Inbox, 47, (10, 41), Colleague(25), "Question sur une attestation", "Bonjour,\n\nUne collègue demande une attestation d’emploi pour un bail. Est-ce qu’elle passe par vous ou par le portail ?", "ra"),
    (Inbox, 62, (14, 14), IT, "Votre mot de passe a été changé", "Bonjour,\n\nVotre mot de passe a été changé. Si ce n’est pas vous, appelez le centre de services sans attendre.", "r"),
    (Archive, 75, (11, 0), HR, "Note de rentrée", "Bonjour,\n\nLa note de rentrée rappelle les règles de congés, de télétravail et de sécurité. Elle est à lire par chaque agent.", ""),
    (Archive, 98, (16, 30), Colleague(7), "Passation pendant tes congés", "Bonjour,\n\nJe reprends les dossiers Morel et Lambert pendant tes congés. Le reste attend ton retour, bonnes vacances !", "a"),
    (Archive, 131, (9, 15), Service("Secrétariat général", "secretariat.general"), "Horaires d’été des services", "Bonjour,\n\nDu 6 juillet au 28 août, les services ferment à 16 h 30. Les permanences sont inchangées.", ""),
    (Archive, 160, (10, 50), PAY, "Attestation fiscale : rectification", "Bonjour,\n\nUne erreur s’est glissée dans certaines attestations fiscales. La vôtre est exacte, vous n’avez rien à faire.", ""),
    (Archive, 190, (15, 25), Colleague(31), "Modèles de courriers", "Bonjour,\n\nLes modèles sont à jour sur le répertoire partagé. Merci de ne plus utiliser ceux de 2024.", "f"),
    (Archive, 236, (8, 55), MANAGER, "Bilan du premier trimestre", "Bonjour,\n\nMerci à l’équipe : 412 dossiers traités, et des délais qui passent sous les dix jours.", ""),
    (Archive, 290, (17, 30), HR, "Nouveau barème de l’indemnité kilométrique", "Bonjour,\n\nLe barème change au 1er mars. Les états de frais déjà déposés sont calculés avec l’ancien.", ""),
    (Archive, 330, (9, 45), Colleague(40), "Bonne année !", "Bonjour,\n\nTous mes vœux à toute l’équipe, santé et réussite pour cette nouvelle année.", "a"),
    (Other, 20, (10, 30), TRAINING, "Confirmation d’inscription : rédaction administrative", "Bonjour,\n\nVotre inscription à la formation « Rédaction administrative » est confirmée. Deux jours, de 9 h à 17 h, au centre de formation.", "r"),
    (Other, 45, (14, 0), TRAINING, "Catalogue des formations du printemps", "Bonjour,\n\nLe catalogue du printemps est en ligne. Les demandes sont à faire avant le 18 décembre, avec l’accord de votre responsable.", ""),
    (Other, 110, (11, 40), TRAINING, "Attestation de présence", "Bonjour,\n\nVotre attestation de présence à la formation « Sécurité incendie » est dans vos documents.", "r"),
    (Other, 205, (16, 10), Colleague(18), "Supports de la formation tableur", "Bonjour,\n\nComme promis, les exercices corrigés sont sur le répertoire partagé, dossier Formation.", "r"),
    (Sent, 1, (18, 2), Colleague(5), "Re: Déjeuner vendredi ?", "Avec plaisir, à vendredi !", ""),
    (Sent, 4, (15, 10), Colleague(8), "Re: Tableau des effectifs, version 3", "Bonjour,\n\nVérifié : les deux agents arrivent le 1er décembre, ils sont au bureau des carrières.", ""),
    (Sent, 6, (11, 20), MANAGER, "Re: Invitation : réunion avec la direction des finances", "Bonjour,\n\nJe viens, et j’apporte les chiffres de 2025.", ""),
    (Sent, 16, (14, 2), PAY, "Re: Régularisation de la prime de septembre", "Bonjour,\n\nMerci, c’est noté.", ""),
    (Sent, 22, (9, 30), Outside("Olivier Faure", "olivier.faure@cabinet-faure.example"), "Re: Audit des procédures : questions complémentaires", "Bonjour,\n\nVous trouverez les deux procédures dans le dépôt que nous partageons. Pour 2025 : 1 638 dossiers.", ""),
    (Sent, 34, (10, 4), MANAGER, "Re: Télétravail : jours de décembre", "Bonjour,\n\nLundi et vendredi pour moi, sauf le 21.", ""),
    (Sent, 47, (11, 32), Colleague(25), "Re: Question sur une attestation", "Bonjour,\n\nPar le portail, rubrique Documents : elle l’aura dans la journée.", ""),
    (Sent, 70, (16, 44), SUPPLIER, "Commande de fournitures", "Bonjour,\n\nMerci de nous faire un devis pour 20 ramettes de papier recyclé et 4 boîtes d’archives.", ""),
    (Junk, 7, (3, 12), Outside("Super Offres", "promo@super-offres.example"), "-70 % sur tout, dernière chance", "Profitez-en vite : des milliers d’articles à prix cassés, livraison offerte jusqu’à minuit.", ""),
    (Junk, 31, (4, 51), Outside("Cabinet du gain rapide", "info@gain-rapide.example"), "Doublez votre épargne en 10 jours", "Une méthode que les banques détestent. Répondez à ce message pour recevoir le guide.", "r"),
    (Trash, 12, (9, 9), Colleague(33), "Place de parking libre", "Bonjour,\n\nJe ne viens pas demain, ma place est libre si quelqu’un la veut.", "r"),
    (Trash, 40, (12, 30), Service("Restaurant administratif", "restauration"), "Menu de la semaine", "Lundi : lentilles et saucisses, ou gratin de légumes.\nMardi : poisson du marché, riz.\nMercredi : couscous.\nJeudi : poulet rôti, ou tarte aux poireaux.\nVendredi : brandade.", "r"),
    (Drafts, 1, (18, 20), Colleague(2), "Re: Relecture du guide d’accueil", "Bonjour,\n\nJ’ai relu les pages 4 à 6. Mes remarques :\n- page 4, ", ""),
    (Drafts, 10, (17, 59), MANAGER, "Demande d’aménagement d’horaires", "Bonjour,\n\nComme évoqué, je souhaiterais commencer à 8 h le mercredi à partir de janvier.", ""),
];

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    pen.lines(&LINES)
}
