//! French sentences for leave: rights, requests and their states; knows nothing else.

use super::French;
use crate::contract::leave::{LeaveDeed, LeaveLevel, LeaveState};
use crate::i18n::texts::LeaveTexts;
use crate::rules::leave_change::LeaveChange;
use crate::rules::leave_year::AbsenceLook;

impl LeaveTexts for French {
    fn approvals(&self) -> &'static str {
        "Validations"
    }
    fn leave_calendar(&self) -> &'static str {
        "Calendrier d’équipe"
    }
    fn leave_request(&self) -> &'static str {
        "Demande de congé"
    }
    fn leave_state(&self, state: LeaveState) -> &'static str {
        match state {
            LeaveState::Pending => "En attente",
            LeaveState::Approved => "Accordé",
            LeaveState::Refused => "Refusé",
            LeaveState::Cancelled => "Annulé",
            LeaveState::CancellationPending => "Annulation demandée",
            LeaveState::Unknown => "En cours de traitement",
        }
    }

    fn leave_ways(&self) -> &'static str {
        "Demander, consulter et valider"
    }
    fn all_leave(&self) -> &'static str {
        "Tous mes congés"
    }

    fn balances_heading(&self) -> &'static str {
        "Mes droits"
    }
    fn balances_caption(&self) -> &'static str {
        "Mes droits à congé, en jours"
    }
    fn balance_right(&self) -> &'static str {
        "Droit"
    }
    fn balance_acquired(&self) -> &'static str {
        "Acquis"
    }
    fn balance_taken(&self) -> &'static str {
        "Pris"
    }
    fn balance_pending(&self) -> &'static str {
        "En attente"
    }
    fn balance_left(&self) -> &'static str {
        "Reste"
    }
    fn balance_by_event(&self) -> &'static str {
        "Selon l’événement"
    }
    fn balance_uncounted(&self) -> &'static str {
        "sans décompte"
    }
    fn balance_lasts(&self) -> &'static str {
        "Sans date limite"
    }
    fn balance_not_before(&self, date: &str) -> String {
        format!("Utilisable à partir du {date}")
    }
    fn balance_until(&self, date: &str) -> String {
        format!("À prendre au plus tard le {date}")
    }
    fn balance_near(&self, date: &str, days: i64) -> String {
        match days {
            0 => format!("À prendre au plus tard aujourd’hui, {date}"),
            1 => format!("À prendre au plus tard demain, {date}"),
            days => format!("À prendre au plus tard le {date}, dans {days} jours"),
        }
    }
    fn balance_lapsed(&self, date: &str) -> String {
        format!("N’était utilisable que jusqu’au {date}")
    }
    fn balance_overdrawn(&self, days: &str) -> String {
        format!("Ce droit est dépassé de {days}")
    }
    fn no_balances(&self) -> &'static str {
        "Aucun droit à congé n’est enregistré pour vous pour le moment."
    }
    fn no_rights_today(&self) -> &'static str {
        "Aucun droit ne reste à prendre aujourd’hui."
    }
    fn rights_left(&self) -> &'static str {
        "Il vous reste"
    }

    fn year_heading(&self, year: i32) -> String {
        format!("Mon année {year}")
    }
    fn year_before(&self, year: i32) -> String {
        format!("Année précédente, {year}")
    }
    fn year_after(&self, year: i32) -> String {
        format!("Année suivante, {year}")
    }
    fn year_choice_label(&self) -> &'static str {
        "Année du calendrier"
    }
    // French counts 0 and 1 as singular.
    fn year_drawing(&self, year: i32, absences: usize) -> String {
        let absences = match absences {
            0 => "aucune absence".to_owned(),
            1 => "1 absence".to_owned(),
            n => format!("{n} absences"),
        };
        format!(
            "Calendrier de {year}\u{a0}: {absences}. Le détail est dans la liste mois par mois."
        )
    }
    fn year_list(&self) -> &'static str {
        "La même année, mois par mois"
    }
    fn year_empty(&self, year: i32) -> String {
        format!("Ni absence ni jour férié en {year}.")
    }
    fn absence_look(&self, look: AbsenceLook) -> &'static str {
        match look {
            AbsenceLook::Granted => "Congé accordé",
            AbsenceLook::Waiting => "Congé en attente",
            AbsenceLook::Leaving => "Annulation demandée",
        }
    }
    fn year_holiday(&self) -> &'static str {
        "Jour férié"
    }
    fn year_closed(&self) -> &'static str {
        "Fermeture"
    }
    fn year_off(&self) -> &'static str {
        "Jour non travaillé"
    }
    fn year_today(&self) -> &'static str {
        "Aujourd’hui"
    }
    fn year_morning(&self) -> &'static str {
        "matin"
    }
    fn year_afternoon(&self) -> &'static str {
        "après-midi"
    }

    fn my_leave_requests(&self) -> &'static str {
        "Mes demandes"
    }
    fn leave_states_label(&self) -> &'static str {
        "État"
    }
    fn all_leave_states(&self) -> &'static str {
        "Tous les états"
    }
    fn no_leave_requests(&self) -> &'static str {
        "Vous n’avez encore rien demandé."
    }
    fn no_leave_found(&self) -> &'static str {
        "Aucune demande ne correspond à ces choix."
    }
    fn show_all_leave(&self) -> &'static str {
        "Afficher toutes les demandes"
    }
    fn leave_asked_on(&self, date: &str) -> String {
        format!("Demandé le {date}")
    }
    fn next_absence(&self) -> &'static str {
        "Prochaine absence"
    }
    fn no_absence_ahead(&self) -> &'static str {
        "Aucune absence prévue."
    }
    fn leave_to_decide(&self, n: u32) -> String {
        match n {
            0 => "Aucune demande n’attend votre décision".to_owned(),
            1 => "1 demande attend votre décision".to_owned(),
            n => format!("{n} demandes attendent votre décision"),
        }
    }

    fn leave_next(&self, state: LeaveState, level: LeaveLevel) -> String {
        let LeaveLevel { n, of } = level;
        let nth = if n == 1 {
            "1er".to_owned()
        } else {
            format!("{n}e")
        };
        match state {
            LeaveState::Pending if of < 2 => "La demande attend une décision.".to_owned(),
            LeaveState::Pending => {
                format!("En attente du {nth} niveau de validation sur {of}.")
            }
            LeaveState::Approved => "Le congé est accordé.".to_owned(),
            LeaveState::Refused => {
                "La demande a été refusée\u{a0}: ces jours ne sont pas décomptés.".to_owned()
            }
            LeaveState::Cancelled => {
                "La demande est annulée\u{a0}: ces jours ne sont pas décomptés.".to_owned()
            }
            LeaveState::CancellationPending if of < 2 => {
                "L’annulation attend une décision. D’ici là, le congé reste accordé.".to_owned()
            }
            LeaveState::CancellationPending => format!(
                "L’annulation attend le {nth} niveau de validation sur {of}. D’ici là, le congé reste accordé."
            ),
            LeaveState::Unknown => "La demande est en cours de traitement.".to_owned(),
        }
    }
    fn leave_maintained(&self) -> &'static str {
        "L’annulation a été refusée\u{a0}: le congé reste accordé."
    }
    fn leave_period_label(&self) -> &'static str {
        "Période"
    }
    fn leave_length_label(&self) -> &'static str {
        "Durée décomptée"
    }
    fn leave_agent_label(&self) -> &'static str {
        "Agent"
    }
    fn leave_asked_label(&self) -> &'static str {
        "Demandé le"
    }
    fn leave_comment_label(&self) -> &'static str {
        "Commentaire"
    }
    fn leave_attachment_label(&self) -> &'static str {
        "Pièce jointe"
    }
    fn leave_reason_label(&self) -> &'static str {
        "Motif\u{a0}:"
    }
    fn leave_trail_heading(&self) -> &'static str {
        "Suivi de la demande"
    }
    fn leave_deed(&self, deed: LeaveDeed) -> &'static str {
        match deed {
            LeaveDeed::Asked => "Congé demandé",
            LeaveDeed::Approved => "Validé",
            LeaveDeed::Refused => "Refusé",
            LeaveDeed::Cancelled => "Demande annulée",
            LeaveDeed::CancellationAsked => "Annulation demandée",
            LeaveDeed::CancellationApproved => "Annulation acceptée",
            LeaveDeed::CancellationRefused => "Annulation refusée",
            LeaveDeed::DecisionUndone => "Décision reprise",
            LeaveDeed::Unknown => "Étape de traitement",
        }
    }
    fn leave_level(&self, level: LeaveLevel) -> String {
        format!("niveau {} sur {}", level.n, level.of)
    }
    fn deed_by(&self) -> &'static str {
        "par"
    }
    fn deed_on_behalf(&self) -> &'static str {
        "au nom de"
    }
    fn unnamed_person(&self) -> &'static str {
        "une personne sans nom"
    }

    fn leave_actions(&self) -> &'static str {
        "Agir sur cette demande"
    }
    fn copy_leave(&self) -> &'static str {
        "Copier dans une nouvelle demande"
    }
    fn decide_leave(&self) -> &'static str {
        "Décider"
    }
    fn add_to_calendar(&self) -> &'static str {
        "Ajouter à mon agenda (.ics)"
    }
    fn change_leave(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Annuler la demande",
            LeaveChange::AskCancellation => "Demander l’annulation",
        }
    }
    fn change_title(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Annuler cette demande\u{202f}?",
            LeaveChange::AskCancellation => "Demander l’annulation de ce congé\u{202f}?",
        }
    }
    fn change_text(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => {
                "Personne n’aura plus à la valider, et ces jours vous seront rendus."
            }
            LeaveChange::AskCancellation => {
                "L’annulation doit être acceptée à son tour. D’ici là, le congé reste accordé."
            }
        }
    }
    fn change_confirm(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Oui, annuler la demande",
            LeaveChange::AskCancellation => "Envoyer la demande d’annulation",
        }
    }
    fn change_decline(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Non, la garder",
            LeaveChange::AskCancellation => "Garder ce congé",
        }
    }
    fn change_reason(&self) -> &'static str {
        "Motif (facultatif)"
    }
    fn change_reason_hint(&self) -> &'static str {
        "Lu par les personnes qui valident vos congés."
    }
    fn change_reason_too_long(&self) -> &'static str {
        "Le motif est trop long\u{a0}: 500 caractères au plus."
    }
    fn change_under_way(&self) -> &'static str {
        "Envoi en cours…"
    }
    fn change_interrupted(&self) -> &'static str {
        "La session avait pris fin\u{a0}: rien n’a été envoyé. Relisez, puis confirmez."
    }
    fn change_not_made(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => {
                "La réponse s’est perdue, et la demande n’a pas été annulée\u{a0}: réessayez."
            }
            LeaveChange::AskCancellation => {
                "La réponse s’est perdue, et l’annulation n’a pas été demandée\u{a0}: réessayez."
            }
        }
    }
    fn change_lost(&self) -> &'static str {
        "La réponse s’est perdue, et l’état de la demande ne peut pas être relu pour le moment. Réessayez\u{a0}: cela ne comptera qu’une fois."
    }
    fn change_done(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "La demande a bien été annulée",
            LeaveChange::AskCancellation => "L’annulation a bien été demandée",
        }
    }
    fn change_done_after_all(&self) -> &'static str {
        "Vérification faite, c’est bien enregistré, une seule fois."
    }
    fn change_overtaken(&self) -> &'static str {
        "Cette demande a changé entre-temps"
    }
    fn change_refused(&self) -> &'static str {
        "Cette action n’est plus possible"
    }
    fn change_state_now(&self, state: &str) -> String {
        format!("Rien n’a été envoyé. Son état est maintenant\u{a0}: {state}.")
    }
}
