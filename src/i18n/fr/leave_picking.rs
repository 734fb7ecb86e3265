//! French sentences for picking days in a calendar, and a file; knows nothing else.

use super::French;
use crate::contract::leave::DayOffReason;
use crate::i18n::file_words::bytes;
use crate::i18n::locale::Locale;
use crate::i18n::texts::{LeavePickingTexts, TakeAwayTexts};
use crate::rules::leave_attachment::InvalidAttachment;
use crate::rules::leave_day_marks::Halves;

impl LeavePickingTexts for French {
    fn picker_label(&self) -> &'static str {
        "Choisir les jours dans le calendrier"
    }
    fn picker_help(&self) -> &'static str {
        "Au clavier\u{a0}: flèches pour aller d’un jour à l’autre, Page préc. et Page suiv. pour changer de mois, avec Maj pour changer d’année, Entrée pour choisir, Échap pour recommencer."
    }
    fn previous_month(&self) -> &'static str {
        "Mois précédent"
    }
    fn next_month(&self) -> &'static str {
        "Mois suivant"
    }
    fn this_month(&self) -> &'static str {
        "Revenir à ce mois-ci"
    }
    fn today(&self) -> &'static str {
        "aujourd’hui"
    }
    fn day_off(&self, reason: DayOffReason) -> &'static str {
        match reason {
            DayOffReason::Holiday => "jour férié",
            DayOffReason::Weekend => "week-end",
            DayOffReason::Closed => "service fermé",
            DayOffReason::PartTime => "temps partiel",
            DayOffReason::Unknown => "jour non travaillé",
        }
    }
    fn halves(&self, halves: Halves) -> &'static str {
        match halves {
            Halves::Whole => "",
            Halves::Morning => "le matin",
            Halves::Afternoon => "l’après-midi",
        }
    }
    fn you_are_away(&self, label: &str, state: &str) -> String {
        format!("votre absence\u{a0}: {label} ({state})")
    }
    fn picked_first(&self) -> &'static str {
        "premier jour choisi"
    }
    fn picked_between(&self) -> &'static str {
        "choisi"
    }
    fn picked_last(&self) -> &'static str {
        "dernier jour choisi"
    }
    fn picked_only(&self) -> &'static str {
        "seul jour choisi"
    }
    fn pick_first(&self) -> &'static str {
        "Choisissez le premier jour."
    }
    fn pick_other_end(&self, day: &str) -> String {
        format!("Choisi\u{a0}: {day}. Choisissez le dernier jour, ou gardez ce choix.")
    }
    fn picked(&self, period: &str) -> String {
        format!("Choisi\u{a0}: {period}.")
    }
    fn legend_today(&self) -> &'static str {
        "Aujourd’hui"
    }
    fn legend_off(&self) -> &'static str {
        "Non travaillé"
    }
    fn legend_holiday(&self) -> &'static str {
        "Jour férié ou fermeture"
    }
    fn legend_away(&self) -> &'static str {
        "Votre absence accordée"
    }
    fn legend_waiting(&self) -> &'static str {
        "Votre absence demandée"
    }
    fn legend_half(&self) -> &'static str {
        "Une demi-journée n’occupe que la moitié de la case\u{a0}: à gauche le matin, à droite l’après-midi."
    }
    fn month_holds(&self) -> &'static str {
        "À savoir ce mois-là"
    }
    fn days_not_loaded(&self) -> &'static str {
        "Les jours fériés et vos absences n’ont pas pu être chargés. Vous pouvez choisir vos dates quand même."
    }
    fn attachment_label(&self) -> &'static str {
        "Justificatif"
    }
    fn with_need(&self, label: &str, is_required: bool) -> String {
        let need = if is_required {
            "obligatoire"
        } else {
            "facultatif"
        };
        format!("{label} ({need})")
    }
    fn attachment_hint(&self, kinds: &str, most: &str) -> String {
        format!("{kinds}, {most} au plus. Le nom du fichier n’est pas envoyé.")
    }
    fn or_between(&self) -> &'static str {
        " ou "
    }
    fn invalid_attachment(&self, why: InvalidAttachment) -> String {
        match why {
            InvalidAttachment::Empty => {
                "Ce fichier est vide\u{a0}: choisissez-en un autre.".to_owned()
            }
            InvalidAttachment::TooLarge { size, most } => format!(
                "Ce fichier est trop lourd\u{a0}: {} pour {} au plus. Réduisez-le ou choisissez-en un autre.",
                bytes(size, Locale::Fr),
                bytes(most, Locale::Fr)
            ),
            InvalidAttachment::WrongType { found } => format!(
                "Ce fichier n’est pas d’un type accepté (reconnu comme\u{a0}: {}). Choisissez-en un autre.",
                self.file_type(found)
            ),
            InvalidAttachment::Unreadable => {
                "L’appareil n’a pas pu lire ce fichier\u{a0}: choisissez-le de nouveau.".to_owned()
            }
        }
    }
    fn attachment_sending(&self) -> &'static str {
        "Envoi du fichier…"
    }
    fn attachment_sent_of(&self, sent: &str, size: &str) -> String {
        format!("{sent} sur {size}")
    }
    fn attachment_sent(&self) -> &'static str {
        "Fichier joint"
    }
    fn attachment_stopped(&self) -> &'static str {
        "Fichier pas encore envoyé"
    }
    fn attachment_failed(&self) -> &'static str {
        "Le fichier n’est pas arrivé"
    }
    fn stop_sending(&self) -> &'static str {
        "Arrêter l’envoi"
    }
    fn send_attachment(&self) -> &'static str {
        "Envoyer le fichier"
    }
    fn remove_attachment(&self) -> &'static str {
        "Retirer le fichier"
    }
    fn attachment_removed(&self) -> &'static str {
        "Fichier retiré."
    }
}
