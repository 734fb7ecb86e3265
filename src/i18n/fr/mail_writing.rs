//! E-mail as it is written, in French; knows nothing else.

use super::French;
use crate::contract::mail::MailAnswerKind;
use crate::i18n::mail_writing_texts::CarriedWords;
use crate::i18n::texts::MailWritingTexts;
use crate::rules::mail_address_field::reading::InvalidAddress;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_sending::{MailField, MailMistake};
use crate::rules::mail_upload::InvalidMailFile;

impl MailWritingTexts for French {
    fn mail_composing(&self, composing: &MailComposing) -> &'static str {
        match composing {
            MailComposing::New => "Nouveau message",
            MailComposing::Draft(_) => "Brouillon",
            MailComposing::Reply(_) => "Répondre",
            MailComposing::ReplyAll(_) => "Répondre à tous",
            MailComposing::Forward(_) => "Transférer",
        }
    }
    fn mail_original_gone(&self) -> (&'static str, &'static str) {
        (
            "Le message d’origine est introuvable",
            "Il a été supprimé, ou n’est plus dans votre messagerie. Vous pouvez écrire un nouveau message.",
        )
    }
    fn mail_draft_gone(&self) -> (&'static str, &'static str) {
        (
            "Ce brouillon n’existe plus",
            "Il a été supprimé ou envoyé depuis un autre appareil. Vous pouvez écrire un nouveau message.",
        )
    }
    fn mail_subject_mark(&self, kind: MailAnswerKind) -> &'static str {
        match kind {
            MailAnswerKind::Forward => "Tr\u{a0}: ",
            MailAnswerKind::Reply | MailAnswerKind::ReplyAll | MailAnswerKind::Unknown => {
                "Re\u{a0}: "
            }
        }
    }
    fn mail_wrote(&self, at: &str, who: &str) -> String {
        format!("Le {at}, {who} a écrit\u{a0}:")
    }
    fn mail_carried(&self, words: CarriedWords<'_>) -> Vec<String> {
        let CarriedWords {
            from,
            at,
            subject,
            to,
            cc,
        } = words;
        let mut lines = vec![
            "---------- Message transféré ----------".to_owned(),
            format!("De\u{a0}: {from}"),
            format!("Date\u{a0}: {at}"),
            format!("Objet\u{a0}: {subject}"),
            format!("À\u{a0}: {to}"),
        ];
        if !cc.is_empty() {
            lines.push(format!("Cc\u{a0}: {cc}"));
        }
        lines
    }
    fn mail_field(&self, field: MailField) -> &'static str {
        match field {
            MailField::To => "À (destinataires)",
            MailField::Cc => "Cc (copie)",
            MailField::Bcc => "Cci (copie cachée)",
            MailField::Subject => "Objet",
            MailField::Text => "Message",
            MailField::Files => "Pièces jointes",
        }
    }
    fn mail_chosen(&self, field: &str) -> String {
        format!("Choisis, {field}")
    }
    fn mail_removed(&self, name: &str) -> String {
        format!("Retiré\u{a0}: {name}.")
    }
    fn mail_directory_found(&self, n: usize, more: bool) -> String {
        let people = match n {
            0 | 1 => format!("{n} personne trouvée"),
            _ => format!("{n} personnes trouvées"),
        };
        let more = if more {
            " et d’autres encore\u{a0}: précisez."
        } else {
            "."
        };
        format!("{people}{more}")
    }
    fn mail_outside(&self, n: usize) -> String {
        let who = match n {
            0 | 1 => "Un destinataire est hors de l’organisation".to_owned(),
            _ => format!("{n} destinataires sont hors de l’organisation"),
        };
        format!(
            "{who}. Vérifiez que le message et ses pièces jointes ne contiennent rien de confidentiel."
        )
    }
    fn mail_mistake(&self, mistake: MailMistake) -> String {
        let words = match mistake {
            MailMistake::Nobody => "Indiquez au moins un destinataire.",
            MailMistake::TooMany(Some(most)) => {
                return format!("Trop de destinataires\u{a0}: {most} au plus pour un message.");
            }
            MailMistake::TooMany(None) => "Trop de destinataires pour un message.",
            MailMistake::NoAddress(field) => {
                return format!(
                    "{}\u{a0}: complétez ou effacez ce qui n’est pas une adresse.",
                    self.mail_field(field)
                );
            }
            MailMistake::Address(field, at) => {
                let field = self.mail_field(field);
                return match at {
                    Some(at) => format!(
                        "{field}\u{a0}: le destinataire n°\u{a0}{} est refusé. Retirez-le ou corrigez son adresse.",
                        at.saturating_add(1)
                    ),
                    None => format!(
                        "{field}\u{a0}: un destinataire est refusé. Retirez-le ou corrigez son adresse."
                    ),
                };
            }
            MailMistake::SubjectTooLong => {
                "L’objet est trop long\u{a0}: raccourcissez-le. Rien n’est effacé."
            }
            MailMistake::SubjectInvalid => {
                "L’objet contient des caractères qui ne peuvent pas être envoyés."
            }
            MailMistake::TextTooLong => {
                "Le message est trop long\u{a0}: raccourcissez-le. Rien n’est effacé."
            }
            MailMistake::TextInvalid => {
                "Le message contient des caractères qui ne peuvent pas être envoyés."
            }
            MailMistake::FileNotSent => {
                "Une pièce jointe n’est pas arrivée\u{a0}: renvoyez-la ou retirez-la."
            }
            MailMistake::FileGone => {
                "Une pièce jointe n’est plus sur le portail\u{a0}: renvoyez-la ou retirez-la."
            }
            MailMistake::FilesTooLarge => {
                "Les pièces jointes sont trop lourdes ensemble\u{a0}: retirez-en."
            }
            MailMistake::OriginalGone => {
                "Le message d’origine n’existe plus\u{a0}: le vôtre partira comme un nouveau message. Envoyez-le de nouveau."
            }
        };
        words.to_owned()
    }
    fn mail_invalid_address(&self, why: InvalidAddress) -> &'static str {
        match why {
            InvalidAddress::NoSign => {
                "Choisissez la personne dans l’annuaire, ou tapez son adresse complète (nom@exemple.fr)."
            }
            InvalidAddress::Malformed => {
                "Cette adresse n’est pas complète ou contient un caractère de trop. Exemple\u{a0}: nom@exemple.fr."
            }
            InvalidAddress::TooLong => "Cette adresse ou ce nom est trop long.",
        }
    }
    fn mail_files_hint(&self, each: &str, all: &str) -> String {
        format!(
            "Plusieurs fichiers possibles, {each} au plus chacun et {all} ensemble. Leurs noms sont envoyés."
        )
    }
    fn mail_invalid_file(
        &self,
        name: &str,
        why: InvalidMailFile,
        bytes: &dyn Fn(u64) -> String,
    ) -> String {
        let why = match why {
            InvalidMailFile::Empty => "ce fichier est vide.".to_owned(),
            InvalidMailFile::TooLarge { most } => format!("ce fichier dépasse {}.", bytes(most)),
            InvalidMailFile::TogetherTooLarge { most } => format!(
                "avec lui les pièces jointes dépassent {} ensemble.",
                bytes(most)
            ),
            InvalidMailFile::Program => {
                "ce fichier est un programme, la messagerie ne l’accepte pas.".to_owned()
            }
            InvalidMailFile::Unreadable => "l’appareil n’a pas pu lire ce fichier.".to_owned(),
        };
        format!("{name}\u{a0}: {why}")
    }
    fn mail_saved_at(&self, at: &str) -> String {
        format!("Brouillon enregistré à {at}.")
    }
    fn mail_not_saved(&self, why: &str) -> String {
        format!("Non enregistré\u{a0}: {why}")
    }
    fn mail_sent_waits(&self, until: &str) -> String {
        format!("Il part à {until}. D’ici là vous pouvez annuler l’envoi.")
    }
    fn mail_compose_title(&self) -> &'static str {
        "Nouveau message"
    }
    fn mail_back(&self) -> &'static str {
        "Retour à la messagerie"
    }
    fn mail_found_again_title(&self) -> &'static str {
        "Message commencé"
    }
    fn mail_found_again(&self) -> &'static str {
        "Vous retrouvez ici le message que vous aviez commencé."
    }
    fn mail_begin_another(&self) -> &'static str {
        "Commencer un autre message"
    }
    fn mail_write_new(&self) -> &'static str {
        "Écrire un nouveau message"
    }
    fn mail_recipient_hint(&self) -> &'static str {
        "Tapez un nom ou un service pour chercher dans l’annuaire, ou une adresse complète."
    }
    fn mail_show_copies(&self) -> &'static str {
        "Ajouter Cc et Cci"
    }
    fn mail_remove(&self) -> &'static str {
        "Retirer"
    }
    fn mail_directory_label(&self) -> &'static str {
        "Annuaire"
    }
    fn mail_directory_none(&self) -> &'static str {
        "Personne dans l’annuaire. Une adresse complète convient aussi."
    }
    fn mail_directory_failed(&self) -> &'static str {
        "L’annuaire ne répond pas. Tapez une adresse complète."
    }
    fn mail_file_waits(&self) -> &'static str {
        "En attente d’envoi"
    }
    fn mail_file_again(&self) -> &'static str {
        "Envoyer le fichier"
    }
    fn mail_saving(&self) -> &'static str {
        "Enregistrement…"
    }
    fn mail_save_lost(&self) -> &'static str {
        "la réponse s’est perdue en route."
    }
    fn mail_save_again(&self) -> &'static str {
        "Réessayer"
    }
    fn mail_changed_title(&self) -> &'static str {
        "Ce brouillon a été modifié ailleurs"
    }
    fn mail_changed_text(&self) -> &'static str {
        "Un autre onglet ou un autre appareil l’a enregistré entre-temps. Rien de ce que vous avez écrit ici n’est perdu\u{a0}: choisissez la version à garder."
    }
    fn mail_keep_mine(&self) -> &'static str {
        "Garder ma version"
    }
    fn mail_take_other(&self) -> &'static str {
        "Prendre l’autre version"
    }
    fn mail_gone_title(&self) -> &'static str {
        "Ce brouillon n’existe plus sur le portail"
    }
    fn mail_gone_text(&self) -> &'static str {
        "Il a été supprimé ou envoyé ailleurs. Ce que vous avez écrit est toujours là."
    }
    fn mail_keep_anew(&self) -> &'static str {
        "L’enregistrer comme un nouveau brouillon"
    }
    fn mail_discard(&self) -> &'static str {
        "Supprimer le brouillon"
    }
    fn mail_discard_title(&self) -> &'static str {
        "Supprimer ce brouillon\u{202f}?"
    }
    fn mail_discard_text(&self) -> &'static str {
        "Le texte, les destinataires et les pièces jointes sont supprimés pour de bon."
    }
    fn mail_discard_confirm(&self) -> &'static str {
        "Supprimer"
    }
    fn mail_discard_decline(&self) -> &'static str {
        "Garder le brouillon"
    }
    fn mail_discard_lost(&self) -> &'static str {
        "La réponse s’est perdue en route\u{a0}: le brouillon n’est peut-être pas supprimé. Réessayez sans crainte."
    }
    fn mail_discarded(&self) -> &'static str {
        "Brouillon supprimé."
    }
    fn mail_send(&self) -> &'static str {
        "Envoyer"
    }
    fn mail_sending(&self) -> &'static str {
        "Envoi du message…"
    }
    fn mail_waits_for_files(&self) -> &'static str {
        "Le message part dès que ses pièces jointes sont arrivées…"
    }
    fn mail_subject_missing(&self) -> &'static str {
        "L’objet est vide. Envoyer le message ainsi\u{202f}?"
    }
    fn mail_send_without(&self) -> &'static str {
        "Envoyer sans objet"
    }
    fn mail_add_subject(&self) -> &'static str {
        "Ajouter un objet"
    }
    fn mail_incomplete(&self) -> &'static str {
        "Le message n’est pas complet"
    }
    fn mail_sending_failed(&self) -> &'static str {
        "Le message n’est pas parti"
    }
    fn mail_not_sent(&self) -> &'static str {
        "Votre message n’est pas encore parti. Ce que vous avez écrit est toujours là\u{a0}: appuyez de nouveau sur «\u{a0}Envoyer\u{a0}»."
    }
    fn mail_not_recorded(&self) -> &'static str {
        "La réponse s’est perdue en route. Vérification faite, votre message n’est pas parti\u{a0}: vous pouvez le renvoyer, il ne partira qu’une fois."
    }
    fn mail_lost_title(&self) -> &'static str {
        "Le message est peut-être parti"
    }
    fn mail_sending_lost(&self) -> &'static str {
        "La réponse s’est perdue et le portail ne répond pas. Réessayez sans crainte\u{a0}: le message ne partira qu’une fois."
    }
    fn mail_sent_title(&self) -> &'static str {
        "Message envoyé"
    }
    fn mail_sent_after_all(&self) -> &'static str {
        "La réponse s’était perdue en route\u{a0}: vérification faite, le message est envoyé, une seule fois."
    }
    fn mail_sent_older(&self) -> &'static str {
        "C’est la version de votre premier essai qui est partie. Ce que vous avez écrit depuis est resté ci-dessous."
    }
    fn mail_undo_sending(&self) -> &'static str {
        "Annuler l’envoi"
    }
    fn mail_undoing(&self) -> &'static str {
        "Annulation…"
    }
    fn mail_sending_undone(&self) -> &'static str {
        "Envoi annulé\u{a0}: votre message est de nouveau un brouillon."
    }
    fn mail_undo_too_late(&self) -> &'static str {
        "Trop tard\u{a0}: le message est parti."
    }
    fn mail_undo_failed(&self) -> &'static str {
        "L’envoi n’est pas annulé."
    }
    fn mail_undo_lost(&self) -> &'static str {
        "L’envoi est peut-être annulé, le portail ne répond pas. Réessayez sans crainte."
    }
    fn mail_write_another(&self) -> &'static str {
        "Écrire un autre message"
    }
    fn mail_settings_failed_title(&self) -> &'static str {
        "Réglages de la messagerie non lus"
    }
    fn mail_settings_failed(&self) -> &'static str {
        "Vous pouvez écrire et envoyer. Les destinataires externes ne sont pas tous signalés."
    }
}
