//! French sentences for validating leave; knows nothing else.

use super::French;
use crate::contract::leave::{LeaveDeed, LeaveLevel, LeaveStep};
use crate::i18n::texts::{BatchOutcome, LeaveApprovalTexts};
use crate::rules::leave_decision::{DecisionAct, InvalidReason};
use crate::rules::leave_decision_draft::Unsent;

// French counts 0 and 1 as singular.
impl LeaveApprovalTexts for French {
    fn approvals_lead(&self) -> &'static str {
        "Les demandes de congé de vos équipes, et celles que l’on vous a déléguées."
    }
    fn approvals_tabs(&self) -> &'static str {
        "À décider et décidées"
    }
    fn approvals_waiting(&self) -> &'static str {
        "À décider"
    }
    fn approvals_decided(&self) -> &'static str {
        "Décidées"
    }
    fn approvals_count(&self, n: u32) -> String {
        match n {
            0 => "Aucune demande n’attend votre décision.".to_owned(),
            1 => "1 demande attend votre décision.".to_owned(),
            n => format!("{n} demandes attendent votre décision."),
        }
    }
    fn no_approvals(&self) -> &'static str {
        "Aucune demande n’attend votre décision."
    }
    fn no_decided_approvals(&self) -> &'static str {
        "Vous n’avez rien décidé ces 90 derniers jours."
    }
    fn refresh_approvals(&self) -> &'static str {
        "Actualiser la liste"
    }
    fn unnamed_leave(&self) -> &'static str {
        "Congé"
    }
    fn unnamed_colleague(&self) -> &'static str {
        "Collègue sans nom"
    }

    fn colon(&self) -> &'static str {
        "\u{a0}: "
    }
    fn semicolon(&self) -> &'static str {
        "\u{202f}; "
    }
    fn approval_asked(&self, date: &str) -> String {
        format!("Demandé le {date}")
    }
    fn approval_level(&self, level: LeaveLevel) -> String {
        format!("Niveau {} sur {}", level.n, level.of)
    }
    fn approval_on_behalf(&self) -> &'static str {
        "Vous décidez au nom de"
    }
    fn approval_cancels(&self) -> &'static str {
        "Annulation demandée"
    }
    fn approval_comment(&self) -> &'static str {
        "Commentaire\u{a0}:"
    }
    fn approval_whole_comment(&self, characters: usize) -> String {
        format!("Lire le commentaire ({characters} caractères)")
    }
    fn show_approval_attachment(&self, kind_and_size: &str) -> String {
        format!("Voir la pièce jointe ({kind_and_size})")
    }
    fn hide_approval_attachment(&self) -> &'static str {
        "Fermer la pièce jointe"
    }
    fn approval_attachment_of(&self, who: &str) -> String {
        format!("Pièce jointe de {who}")
    }
    fn approval_left(&self, days: &str) -> String {
        format!("Il resterait {days}")
    }
    fn approval_overdrawn(&self, days: &str) -> String {
        format!("Solde dépassé\u{a0}: il manquerait {days}")
    }
    fn clashes_heading(&self) -> &'static str {
        "Dans l’équipe sur ces jours"
    }
    fn no_clashes(&self) -> &'static str {
        "Personne d’autre n’est absent."
    }
    fn clashes_count(&self, n: usize, team: u32, or_more: bool) -> String {
        let at_least = if or_more { "au moins " } else { "" };
        match n {
            0 | 1 => format!("{at_least}{n} absent sur {team}"),
            n => format!("{at_least}{n} absents sur {team}"),
        }
    }

    fn choose_approval(&self, who: &str, when: &str) -> String {
        format!("Sélectionner la demande de {who}, {when}")
    }
    fn choose_all_approvals(&self) -> &'static str {
        "Tout sélectionner"
    }
    fn approvals_chosen(&self, n: usize) -> String {
        match n {
            0 => "Aucune demande sélectionnée".to_owned(),
            1 => "1 demande sélectionnée".to_owned(),
            n => format!("{n} demandes sélectionnées"),
        }
    }
    fn decide(&self, act: DecisionAct, cancellation: bool) -> &'static str {
        match (act, cancellation) {
            (DecisionAct::Approve, false) => "Accorder",
            (DecisionAct::Approve, true) => "Accorder l’annulation",
            (DecisionAct::Refuse, false) => "Refuser",
            (DecisionAct::Refuse, true) => "Refuser l’annulation",
            (DecisionAct::Undo, _) => "Annuler ma décision",
        }
    }
    fn decide_of(&self, who: &str, when: &str) -> String {
        format!("\u{a0}: {who}, {when}")
    }
    fn decide_chosen(&self, act: DecisionAct, n: usize) -> String {
        match act {
            DecisionAct::Approve => format!("Accorder la sélection ({n})"),
            DecisionAct::Refuse | DecisionAct::Undo => format!("Refuser la sélection ({n})"),
        }
    }
    fn deciding(&self) -> &'static str {
        "Enregistrement de votre décision…"
    }

    fn refusal_title(&self) -> &'static str {
        "Refuser"
    }
    fn refusal_text(&self) -> &'static str {
        "Le motif sera lu par la personne qui a fait la demande."
    }
    fn refusal_text_chosen(&self, n: usize) -> String {
        format!(
            "Le même motif sera lu par les personnes qui ont fait ces {n} demandes. Elles sont refusées l’une après l’autre."
        )
    }
    fn refusal_reason(&self) -> &'static str {
        "Motif du refus (obligatoire)"
    }
    fn refusal_reason_hint(&self) -> &'static str {
        "Par exemple\u{a0}: deux collègues sont déjà absents ces jours-là."
    }
    fn invalid_refusal(&self, why: InvalidReason) -> &'static str {
        match why {
            InvalidReason::Missing => "Écrivez le motif du refus.",
            InvalidReason::TooLong => {
                "Ce motif est trop long\u{a0}: raccourcissez-le. Rien n’est effacé."
            }
        }
    }
    fn refusal_refused(&self) -> &'static str {
        "Le portail n’accepte pas ce motif. Écrivez-le autrement."
    }
    fn send_refusal(&self, n: usize) -> String {
        match n {
            0 | 1 => "Refuser la demande".to_owned(),
            n => format!("Refuser les {n} demandes"),
        }
    }

    fn step_done(&self, step: &LeaveStep, at: &str) -> String {
        let level = step.level.filter(|level| level.of > 1);
        let level = level.map(|level| format!(" (niveau {} sur {})", level.n, level.of));
        let level = level.unwrap_or_default();
        let did = match step.deed {
            LeaveDeed::Asked => "a fait la demande",
            LeaveDeed::Approved => "a accordé la demande",
            LeaveDeed::Refused => "a refusé la demande",
            LeaveDeed::Cancelled => "a retiré la demande",
            LeaveDeed::CancellationAsked => "a demandé l’annulation",
            LeaveDeed::CancellationApproved => "a accordé l’annulation",
            LeaveDeed::CancellationRefused => "a refusé l’annulation",
            LeaveDeed::DecisionUndone => "a annulé sa décision",
            LeaveDeed::Unknown => "a modifié la demande",
        };
        format!("{did}{level} le {at}")
    }
    fn step_for(&self) -> &'static str {
        "au nom de"
    }
    fn step_reason(&self) -> &'static str {
        "Motif\u{a0}:"
    }
    fn approval_steps(&self) -> &'static str {
        "Étapes précédentes"
    }

    fn decision_done(&self, act: DecisionAct, cancellation: bool) -> &'static str {
        match (act, cancellation) {
            (DecisionAct::Approve, false) => "Congé accordé",
            (DecisionAct::Approve, true) => "Annulation accordée\u{a0}: le congé est annulé",
            (DecisionAct::Refuse, false) => "Demande refusée",
            (DecisionAct::Refuse, true) => "Annulation refusée\u{a0}: le congé est maintenu",
            (DecisionAct::Undo, _) => {
                "Votre décision est annulée\u{a0}: la demande attend de nouveau"
            }
        }
    }
    fn decision_after_all(&self) -> &'static str {
        "Après vérification, votre décision est bien enregistrée, une seule fois."
    }
    fn decision_waits(&self, level: LeaveLevel, cancellation: bool) -> String {
        let LeaveLevel { n, of } = level;
        if cancellation {
            format!(
                "Le congé n’est pas encore annulé\u{a0}: la demande attend maintenant le niveau {n} sur {of}."
            )
        } else {
            format!(
                "Le congé n’est pas encore accordé\u{a0}: la demande attend maintenant le niveau {n} sur {of}."
            )
        }
    }
    fn decision_held(&self) -> &'static str {
        "Votre accord est enregistré"
    }
    fn decision_followed(&self, act: DecisionAct) -> &'static str {
        match act {
            DecisionAct::Approve => "Votre accord est enregistré, et la demande a changé depuis",
            DecisionAct::Refuse => "Votre refus est enregistré, et la demande a changé depuis",
            DecisionAct::Undo => "Votre décision est annulée, et la demande a changé depuis",
        }
    }
    fn decision_meanwhile(&self) -> &'static str {
        "La demande a changé entre-temps\u{a0}: votre décision n’a pas été enregistrée"
    }
    fn decision_meanwhile_open(&self) -> &'static str {
        "Voici où elle en est. Vous pouvez encore décider."
    }
    fn decision_not_recorded(&self) -> &'static str {
        "La réponse du portail s’est perdue. Après vérification, rien n’est enregistré\u{a0}: réessayez."
    }
    fn decision_lost_title(&self) -> &'static str {
        "Votre décision est peut-être enregistrée"
    }
    fn decision_lost(&self) -> &'static str {
        "La réponse du portail s’est perdue, et la demande ne peut pas être relue. Réessayez\u{a0}: rien n’est décidé deux fois."
    }
    fn decision_failed(&self, act: DecisionAct) -> &'static str {
        match act {
            DecisionAct::Approve => "L’accord n’est pas enregistré",
            DecisionAct::Refuse => "Le refus n’est pas enregistré",
            DecisionAct::Undo => "Votre décision n’est pas annulée",
        }
    }
    fn decision_too_late(&self) -> &'static str {
        "Le délai pour annuler votre décision est passé\u{a0}: elle est maintenue"
    }
    fn undo_until(&self, at: &str) -> String {
        format!("Vous pouvez annuler votre décision jusqu’à {at}.")
    }
    fn decisions_unsent_title(&self) -> &'static str {
        "Votre décision n’est pas partie"
    }
    fn decisions_unsent(&self, act: DecisionAct, n: usize, why: Unsent) -> String {
        let what = match (act, n) {
            (DecisionAct::Approve, 0 | 1) => "Un accord attend d’être envoyé".to_owned(),
            (DecisionAct::Approve, n) => format!("{n} accords attendent d’être envoyés"),
            (_, 0 | 1) => "Un refus attend d’être envoyé".to_owned(),
            (_, n) => format!("{n} refus attendent d’être envoyés"),
        };
        let why = match why {
            Unsent::SessionEnded => "la session avait pris fin",
            Unsent::Interrupted => "l’envoi a été interrompu",
        };
        format!("{what}\u{a0}: {why}. Rien n’est envoyé sans vous.")
    }
    fn forget_decisions(&self) -> &'static str {
        "Ne pas envoyer"
    }

    fn batch_under_way(&self, n: usize, of: usize) -> String {
        format!("Décision {n} sur {of}…")
    }
    fn stop_batch(&self) -> &'static str {
        "Arrêter après celle-ci"
    }
    fn stopping_batch(&self) -> &'static str {
        "Arrêt après la décision en cours…"
    }
    fn batch_title(&self, done: usize, of: usize) -> String {
        match done {
            0 | 1 => format!("{done} décision enregistrée sur {of}"),
            done => format!("{done} décisions enregistrées sur {of}"),
        }
    }
    fn batch_item(&self, outcome: BatchOutcome) -> &'static str {
        match outcome {
            BatchOutcome::Approved => "accordée",
            BatchOutcome::ApprovedAtLevel => "votre accord est enregistré, un autre niveau suit",
            BatchOutcome::Refused => "refusée",
            BatchOutcome::Followed => "votre décision est enregistrée, la demande a changé depuis",
            BatchOutcome::Meanwhile => "changée entre-temps, non décidée",
            BatchOutcome::NotRecorded => "non enregistrée, à réessayer",
            BatchOutcome::Lost => "peut-être enregistrée, à réessayer",
            BatchOutcome::Failed => "non décidée, voir la raison ci-dessous",
        }
    }
    fn batch_stopped(&self, left: usize) -> String {
        match left {
            0 | 1 => format!("{left} demande n’a pas été traitée."),
            left => format!("{left} demandes n’ont pas été traitées."),
        }
    }
}
