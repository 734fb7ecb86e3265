//! French sentences for asking for leave; knows nothing else.

use super::French;
use crate::contract::leave::LeaveObstacle;
use crate::i18n::texts::LeaveAskingTexts;
use crate::rules::leave_day_field::InvalidDay;
use crate::rules::leave_form::LeaveMistake;
use crate::rules::leave_refusal::LeaveRefusal;
use crate::rules::leave_request::InvalidLeaveRequest;

impl LeaveAskingTexts for French {
    fn ask_for_leave(&self) -> &'static str {
        "Demander un congé"
    }
    fn all_my_leave(&self) -> &'static str {
        "Tous mes congés"
    }
    fn which_leave(&self) -> &'static str {
        "Quel congé\u{202f}? (obligatoire)"
    }
    fn no_leave_kinds(&self) -> &'static str {
        "Aucun congé ne peut être demandé ici pour le moment."
    }
    fn left_of_leave(&self, days: &str) -> String {
        format!("Reste {days}.")
    }
    fn attachment_wanted(&self, is_required: bool) -> &'static str {
        if is_required {
            "Justificatif demandé."
        } else {
            "Justificatif possible."
        }
    }
    fn whole_days_wanted(&self) -> &'static str {
        "Ce congé se prend par journées entières."
    }
    fn leave_dates(&self) -> &'static str {
        "Du premier au dernier jour (obligatoire)"
    }
    fn first_day(&self) -> &'static str {
        "Premier jour"
    }
    fn last_day(&self) -> &'static str {
        "Dernier jour"
    }
    fn day_hint(&self) -> &'static str {
        "Par exemple 03/08/2027 ou 3 août"
    }
    fn leave_begins(&self) -> &'static str {
        "Le congé commence"
    }
    fn begins_morning(&self) -> &'static str {
        "le matin"
    }
    fn begins_noon(&self) -> &'static str {
        "l’après-midi"
    }
    fn leave_ends(&self) -> &'static str {
        "Le congé se termine"
    }
    fn ends_noon(&self) -> &'static str {
        "à midi"
    }
    fn ends_evening(&self) -> &'static str {
        "le soir"
    }
    fn leave_mistake(&self, mistake: LeaveMistake) -> &'static str {
        use InvalidLeaveRequest as Invalid;
        use LeaveMistake as Mistake;
        match mistake {
            Mistake::Request(Invalid::NoKind) => "Choisissez le congé que vous demandez.",
            Mistake::Request(Invalid::NoFirstDay) | Mistake::FirstDay(InvalidDay::Empty) => {
                "Indiquez le premier jour."
            }
            Mistake::Request(Invalid::NoLastDay) | Mistake::LastDay(InvalidDay::Empty) => {
                "Indiquez le dernier jour."
            }
            Mistake::FirstDay(InvalidDay::Unreadable) => {
                "Premier jour illisible\u{a0}: écrivez jour, mois, année, par exemple 03/08/2027."
            }
            Mistake::LastDay(InvalidDay::Unreadable) => {
                "Dernier jour illisible\u{a0}: écrivez jour, mois, année, par exemple 03/08/2027."
            }
            Mistake::FirstDay(InvalidDay::NoSuchDay) => {
                "Premier jour\u{a0}: cette date n’existe pas."
            }
            Mistake::LastDay(InvalidDay::NoSuchDay) => {
                "Dernier jour\u{a0}: cette date n’existe pas."
            }
            Mistake::Request(Invalid::EndBeforeStart) => {
                "Le dernier jour est avant le premier\u{a0}: corrigez l’un des deux."
            }
            Mistake::Request(Invalid::NothingBetween) => {
                "Le congé commence et se termine au même midi\u{a0}: choisissez le matin ou le soir."
            }
            Mistake::Request(Invalid::WholeDaysOnly) => "Ce congé se prend par journées entières.",
            Mistake::Request(Invalid::CommentTooLong) => {
                "Ce message est trop long\u{a0}: raccourcissez-le. Rien n’est effacé."
            }
            Mistake::Request(Invalid::NoAttachment) => {
                "Joignez le justificatif\u{a0}: ce congé en demande un."
            }
            Mistake::FileNotSent => {
                "Le fichier n’est pas encore envoyé\u{a0}: attendez, envoyez-le de nouveau ou retirez-le."
            }
        }
    }
    fn leave_refusal(&self, refusal: LeaveRefusal) -> String {
        let text = match refusal {
            LeaveRefusal::Kind => "Ce congé ne peut plus être demandé. Choisissez-en un autre.",
            LeaveRefusal::BeforeStart => {
                "Le portail refuse ces dates\u{a0}: le dernier jour est avant le premier."
            }
            LeaveRefusal::Period(obstacle) => {
                let (what, step) = self.obstacle(obstacle);
                return format!("{what} {step}");
            }
            LeaveRefusal::CommentTooLong => {
                "Le portail trouve ce message trop long\u{a0}: raccourcissez-le."
            }
            LeaveRefusal::Comment => "Le portail n’accepte pas ce message. Écrivez-le autrement.",
            LeaveRefusal::AttachmentRequired => {
                "Joignez le justificatif\u{a0}: ce congé en demande un."
            }
            LeaveRefusal::AttachmentInvalid => {
                "Le portail n’a plus ce fichier ou ne peut pas le lire\u{a0}: envoyez-le de nouveau ou choisissez-en un autre."
            }
        };
        text.to_owned()
    }
    fn leave_comment(&self) -> &'static str {
        "Message pour qui valide (facultatif)"
    }
    fn leave_comment_hint(&self) -> &'static str {
        "Lu avec la demande. N’y mettez aucun renseignement médical."
    }
    fn preview_leave(&self) -> &'static str {
        "Avant d’envoyer"
    }
    fn preview_waits(&self) -> &'static str {
        "Choisissez le congé et les jours\u{a0}: ce qu’ils comptent et ce qu’il vous restera s’affiche ici."
    }
    fn preview_counting(&self) -> &'static str {
        "Calcul en cours…"
    }
    fn preview_counts(&self, days: &str) -> String {
        format!("{days} de congé")
    }
    fn preview_failed(&self) -> &'static str {
        "Le calcul n’est pas disponible. Vous pouvez envoyer la demande quand même\u{a0}: le portail la vérifiera."
    }
    fn preview_rights(&self) -> &'static str {
        "Ce qu’il vous reste"
    }
    fn preview_right(&self) -> &'static str {
        "Droit"
    }
    fn preview_before(&self) -> &'static str {
        "Avant"
    }
    fn preview_after(&self) -> &'static str {
        "Après"
    }
    fn preview_no_right(&self) -> &'static str {
        "Ce congé ne se déduit d’aucun compteur."
    }
    fn preview_obstacles(&self) -> &'static str {
        "Telle quelle, la demande serait refusée"
    }
    fn obstacle(&self, obstacle: LeaveObstacle) -> (&'static str, &'static str) {
        match obstacle {
            LeaveObstacle::NothingToCount => (
                "Vous ne travaillez aucun de ces jours.",
                "Choisissez au moins une demi-journée travaillée.",
            ),
            LeaveObstacle::Overlap => (
                "Ces jours chevauchent un de vos congés.",
                "Changez les dates, ou annulez d’abord l’autre demande.",
            ),
            LeaveObstacle::BalanceTooLow => (
                "Il ne vous reste pas assez de jours.",
                "Raccourcissez la période ou choisissez un autre congé.",
            ),
            LeaveObstacle::RefusedPeriod => (
                "Le service n’accorde aucun congé sur une partie de ces jours.",
                "Choisissez d’autres dates.",
            ),
            LeaveObstacle::OutOfRange => (
                "Ces dates sont trop anciennes ou trop lointaines pour être demandées ici.",
                "Choisissez d’autres dates.",
            ),
            LeaveObstacle::TooLong => (
                "La période est plus longue que ce congé ne le permet.",
                "Raccourcissez-la ou faites plusieurs demandes.",
            ),
            LeaveObstacle::WholeDaysOnly => (
                "Ce congé se prend par journées entières.",
                "Commencez le matin et terminez le soir.",
            ),
            LeaveObstacle::Unknown => (
                "Le portail refuserait ces dates sans dire pourquoi.",
                "Choisissez d’autres dates ou demandez à votre service.",
            ),
        }
    }
    fn preview_overlaps(&self) -> &'static str {
        "Vos congés sur ces jours"
    }
    fn preview_refused_periods(&self) -> &'static str {
        "Périodes sans congé"
    }
    // French counts 0 and 1 as singular.
    fn colleagues_away(&self, away: usize, team: u32) -> String {
        match away {
            0 => "Aucun collègue absent ces jours-là.".to_owned(),
            1 => format!("1 collègue absent, dans une équipe de {team}"),
            n => format!("{n} collègues absents, dans une équipe de {team}"),
        }
    }
    fn preview_said(&self, days: &str, obstacles: usize, away: usize) -> String {
        let obstacles = match obstacles {
            0 => "",
            _ => " La demande serait refusée.",
        };
        let away = match away {
            0 => String::new(),
            n => format!(" Collègues absents\u{a0}: {n}."),
        };
        format!("{days} de congé.{obstacles}{away}")
    }
    fn erase_draft(&self) -> &'static str {
        "Effacer le brouillon"
    }
    fn draft_erased(&self) -> &'static str {
        "Brouillon effacé."
    }
    fn undo_erasing(&self) -> &'static str {
        "Le reprendre"
    }
    fn copied_leave(&self, period: &str) -> String {
        format!(
            "Repris de votre congé\u{a0}: {period}. Choisissez le premier jour\u{a0}: le dernier sera proposé pour la même durée."
        )
    }
    fn copied_leave_title(&self) -> &'static str {
        "Demande copiée, sans ses dates"
    }
    fn copy_failed(&self) -> &'static str {
        "La demande à copier n’a pas pu être lue. Vous pouvez en remplir une nouvelle."
    }
    fn copy_or_draft_title(&self) -> &'static str {
        "Vous avez déjà commencé une demande"
    }
    fn copy_or_draft(&self) -> &'static str {
        "Elle est ci-dessous. La copie la remplacerait."
    }
    fn keep_draft(&self) -> &'static str {
        "Garder ma demande commencée"
    }
    fn replace_draft(&self) -> &'static str {
        "La remplacer par la copie"
    }
    fn leave_receipt_follow(&self, n: u32, of: u32) -> String {
        if of > 1 {
            format!(
                "Elle n’est pas encore accordée\u{a0}: elle attend la validation de niveau {n} sur {of}."
            )
        } else {
            "Elle n’est pas encore accordée\u{a0}: elle attend la décision de votre responsable."
                .to_owned()
        }
    }
    fn leave_receipt_unread(&self) -> &'static str {
        "Vous la trouverez dans vos congés."
    }
    fn leave_receipt_open(&self) -> &'static str {
        "Voir cette demande"
    }
    fn ask_for_another_leave(&self) -> &'static str {
        "Demander un autre congé"
    }
}
