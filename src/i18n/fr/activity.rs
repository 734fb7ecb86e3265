//! French sentences for the journal, reports and open sessions; knows nothing else.

use super::French;
use crate::contract::activity::{ActivityCode, ActivityKind};
use crate::i18n::texts::ActivityTexts;
use crate::rules::activity_filter::InvalidPeriod;

impl ActivityTexts for French {
    fn activity(&self) -> &'static str {
        "Activité"
    }
    fn activity_lead(&self) -> &'static str {
        "Qui s’est connecté à votre compte, quand, d’où, et ce qui y a été fait. Si quelque chose n’est pas de vous, dites-le ici."
    }
    fn journal_heading(&self) -> &'static str {
        "Journal"
    }
    fn recorded_since(&self, date: &str) -> String {
        format!(
            "Depuis le {date}, l’activité est enregistrée\u{202f}; rien de plus ancien ne peut être affiché."
        )
    }
    // French counts 0 and 1 as singular.
    fn events_shown(&self, n: usize) -> String {
        if n < 2 {
            format!("{n} événement affiché")
        } else {
            format!("{n} événements affichés")
        }
    }
    fn no_activity(&self) -> &'static str {
        "Aucun événement pour le moment."
    }
    fn no_activity_matching(&self) -> &'static str {
        "Aucun événement ne correspond à ce choix."
    }
    fn show_all_activity(&self) -> &'static str {
        "Afficher toute l’activité"
    }
    fn more_activity(&self) -> &'static str {
        "Afficher les événements plus anciens"
    }
    fn happened(&self, code: ActivityCode, kind: ActivityKind) -> &'static str {
        match code {
            ActivityCode::SignedIn => "Connexion",
            ActivityCode::SignInRefused => "Tentative de connexion refusée",
            ActivityCode::SignedOut => "Déconnexion",
            ActivityCode::SessionEnded => "Autre session fermée",
            ActivityCode::PayslipViewed => "Bulletin de paie consulté",
            ActivityCode::PayslipDownloaded => "Bulletin de paie téléchargé",
            ActivityCode::DocumentViewed => "Document consulté",
            ActivityCode::DocumentDownloaded => "Document téléchargé",
            ActivityCode::DocumentRequested => "Attestation demandée",
            ActivityCode::LeaveRequested => "Congé demandé",
            ActivityCode::LeaveCancelled => "Demande de congé annulée",
            ActivityCode::LeaveCancellationRequested => "Annulation de congé demandée",
            ActivityCode::LeaveApproved => "Congé d’un collègue approuvé",
            ActivityCode::LeaveRefused => "Congé d’un collègue refusé",
            ActivityCode::LeaveCancellationApproved => "Annulation du congé d’un collègue accordée",
            ActivityCode::LeaveCancellationRefused => "Annulation du congé d’un collègue refusée",
            ActivityCode::LeaveDecisionUndone => "Décision sur un congé reprise",
            ActivityCode::LeaveFileViewed => "Justificatif de congé consulté",
            ActivityCode::LeaveFileDownloaded => "Fichier de congé téléchargé",
            ActivityCode::MailSent => "Message envoyé",
            ActivityCode::MailSendingUndone => "Envoi d’un message annulé",
            ActivityCode::MailFileViewed => "Pièce jointe d’un message affichée",
            ActivityCode::MailFileDownloaded => "Pièce jointe d’un message téléchargée",
            ActivityCode::ConsentGiven => "Charte et conditions acceptées",
            ActivityCode::EventReported => "Événement signalé",
            ActivityCode::Unknown => match kind {
                ActivityKind::Connection => "Événement de connexion",
                ActivityKind::View => "Consultation",
                ActivityKind::Download => "Téléchargement",
                ActivityKind::Decision => "Décision",
                ActivityKind::Unknown => "Autre événement",
            },
        }
    }
    fn unknown_browser(&self) -> &'static str {
        "Navigateur inconnu"
    }
    fn address_of_event(&self) -> &'static str {
        "depuis l’adresse"
    }
    fn this_session(&self) -> &'static str {
        "Cette session"
    }
    fn reported_on(&self, date: &str) -> String {
        format!("Signalé le {date}, référence")
    }
    fn kinds_label(&self) -> &'static str {
        "Type d’événement"
    }
    fn activity_kind(&self, kind: Option<ActivityKind>) -> &'static str {
        match kind {
            None => "Tout",
            Some(ActivityKind::Connection) => "Connexions",
            Some(ActivityKind::View) => "Consultations",
            Some(ActivityKind::Download) => "Téléchargements",
            Some(ActivityKind::Decision) => "Décisions",
            Some(ActivityKind::Unknown) => "Autres",
        }
    }
    fn period_from(&self) -> &'static str {
        "À partir du"
    }
    fn period_to(&self) -> &'static str {
        "Jusqu’au"
    }
    fn apply_period(&self) -> &'static str {
        "Filtrer"
    }
    fn invalid_period(&self, why: InvalidPeriod) -> &'static str {
        match why {
            InvalidPeriod::From | InvalidPeriod::To => {
                "Cette date n’existe pas. Écrivez l’année, le mois et le jour, comme 2026-11-22."
            }
            InvalidPeriod::Order => {
                "La fin de la période est avant son début. Changez l’une des deux dates."
            }
        }
    }

    fn not_mine(&self) -> &'static str {
        "Ce n’était pas moi"
    }
    fn report_heading(&self) -> &'static str {
        "Signaler cet événement"
    }
    fn report_effects(&self) -> [&'static str; 3] {
        [
            "Dès l’envoi, toutes vos autres sessions sont fermées. Celle-ci reste ouverte.",
            "Vous recevez une référence à donner au support.",
            "Il vous reste ensuite à renouveler votre mot de passe.",
        ]
    }
    fn report_comment(&self) -> &'static str {
        "Commentaire (facultatif)"
    }
    fn report_comment_hint(&self) -> &'static str {
        "Ce qui peut aider\u{a0}: un appareil perdu, un message suspect. N’écrivez jamais votre mot de passe."
    }
    fn characters_left(&self, n: usize) -> String {
        if n < 2 {
            format!("Il reste {n} caractère.")
        } else {
            format!("Il reste {n} caractères.")
        }
    }
    fn characters_over(&self, n: usize) -> String {
        if n < 2 {
            format!("{n} caractère de trop.")
        } else {
            format!("{n} caractères de trop.")
        }
    }
    fn comment_too_long(&self) -> &'static str {
        "Ce commentaire est trop long\u{a0}: raccourcissez-le. Rien n’est effacé."
    }
    fn send_report(&self) -> &'static str {
        "Envoyer le signalement"
    }
    fn sending_report(&self) -> &'static str {
        "Envoi du signalement…"
    }
    fn report_failed(&self) -> &'static str {
        "Le signalement n’est pas parti"
    }
    fn report_not_sent(&self) -> &'static str {
        "Votre signalement n’est pas encore parti. Votre commentaire est toujours là\u{a0}: appuyez de nouveau sur «\u{a0}Envoyer le signalement\u{a0}»."
    }
    fn report_lost_title(&self) -> &'static str {
        "Le signalement a peut-être été enregistré"
    }
    fn report_lost(&self) -> &'static str {
        "Il est parti, mais la réponse s’est perdue. Envoyez-le de nouveau sans crainte\u{a0}: il ne comptera qu’une fois et gardera la même référence."
    }
    fn report_hidden(&self) -> &'static str {
        "L’événement à signaler n’est pas dans la liste affichée."
    }
    fn report_done(&self) -> &'static str {
        "Signalement enregistré"
    }
    fn report_sessions_ended(&self) -> &'static str {
        "Toutes vos autres sessions ont été fermées."
    }
    fn report_next(&self) -> &'static str {
        "Ce qu’il faut faire maintenant"
    }
    fn report_next_password(&self) -> &'static str {
        "Renouvelez votre mot de passe."
    }
    fn report_next_support(&self) -> &'static str {
        "Appelez le support et donnez cette référence."
    }
    fn report_next_leave(&self) -> &'static str {
        "Déconnectez-vous quand vous avez terminé."
    }

    fn sessions_heading(&self) -> &'static str {
        "Sessions ouvertes"
    }
    fn sessions_lead(&self) -> &'static str {
        "Les navigateurs où votre compte est ouvert en ce moment."
    }
    fn only_session(&self) -> &'static str {
        "Aucune autre session n’est ouverte."
    }
    fn session_opened(&self, at: &str) -> String {
        format!("Ouverte le {at}")
    }
    fn session_last_seen(&self, at: &str) -> String {
        format!("Utilisée pour la dernière fois le {at}")
    }
    fn close_session(&self) -> &'static str {
        "Fermer cette session"
    }
    fn close_other_sessions(&self) -> &'static str {
        "Fermer toutes les autres"
    }
    fn closing_session(&self) -> &'static str {
        "Fermeture en cours…"
    }
    fn session_closed(&self) -> &'static str {
        "La session est fermée."
    }
    fn session_was_closed(&self) -> &'static str {
        "Cette session était déjà fermée."
    }
    fn other_sessions_closed(&self) -> &'static str {
        "Toutes vos autres sessions sont fermées."
    }
    fn more_sessions(&self, n: usize) -> String {
        if n < 2 {
            format!("{n} autre session")
        } else {
            format!("{n} autres sessions")
        }
    }
}
