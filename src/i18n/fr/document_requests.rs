//! French sentences for the certificates that are asked for; knows nothing else.

use super::French;
use crate::contract::documents::DocumentRequestState;
use crate::i18n::texts::DocumentRequestTexts;
use crate::rules::document_request::InvalidDocumentRequest;

impl DocumentRequestTexts for French {
    fn ask_for_certificate(&self) -> &'static str {
        "Demander une attestation"
    }
    fn nothing_to_ask_for(&self) -> &'static str {
        "Aucune attestation ne peut être demandée ici pour le moment."
    }
    fn which_certificate(&self) -> &'static str {
        "Quelle attestation\u{202f}? (obligatoire)"
    }
    // French counts 0 and 1 as singular.
    fn working_days(&self, n: u32) -> String {
        match n {
            0 => "Délai habituel\u{a0}: immédiat.".to_owned(),
            1 => "Délai habituel\u{a0}: 1 jour ouvré.".to_owned(),
            n => format!("Délai habituel\u{a0}: {n} jours ouvrés."),
        }
    }
    fn request_note(&self) -> &'static str {
        "Précisions (facultatif)"
    }
    fn request_note_hint(&self) -> &'static str {
        "Ce que le service doit savoir\u{a0}: une période, l’usage que vous en ferez."
    }
    fn invalid_request(&self, why: InvalidDocumentRequest) -> &'static str {
        match why {
            InvalidDocumentRequest::NoKind => "Choisissez l’attestation que vous demandez.",
            InvalidDocumentRequest::NoteTooLong => {
                "Ces précisions sont trop longues\u{a0}: raccourcissez-les. Rien n’est effacé."
            }
        }
    }
    fn kind_no_longer_offered(&self) -> &'static str {
        "Cette attestation ne peut plus être demandée. Choisissez-en une autre."
    }
    fn note_refused(&self) -> &'static str {
        "Le portail n’accepte pas ces précisions. Écrivez-les autrement."
    }
    fn send_request(&self) -> &'static str {
        "Envoyer la demande"
    }
    fn sending_request(&self) -> &'static str {
        "Envoi de la demande…"
    }
    fn request_incomplete(&self) -> &'static str {
        "La demande n’est pas complète"
    }
    fn request_failed(&self) -> &'static str {
        "La demande n’est pas partie"
    }
    fn request_not_sent(&self) -> &'static str {
        "Votre demande n’est pas encore partie. Ce que vous avez écrit est toujours là\u{a0}: appuyez de nouveau sur «\u{a0}Envoyer la demande\u{a0}»."
    }
    fn request_not_recorded(&self) -> &'static str {
        "La réponse s’est perdue en route. Vérification faite, votre demande n’est pas encore enregistrée\u{a0}: vous pouvez la renvoyer, elle ne comptera qu’une fois."
    }
    fn request_lost_title(&self) -> &'static str {
        "La demande a peut-être été enregistrée"
    }
    fn request_lost(&self) -> &'static str {
        "Elle est partie, mais la réponse s’est perdue et le portail ne répond pas. Envoyez-la de nouveau sans crainte\u{a0}: elle ne comptera qu’une fois."
    }
    fn request_done(&self) -> &'static str {
        "Votre demande a bien été enregistrée"
    }
    fn request_done_after_all(&self) -> &'static str {
        "La réponse s’était perdue en route\u{a0}: vérification faite, la demande est enregistrée, une seule fois."
    }
    fn request_follow(&self) -> &'static str {
        "Suivez-la dans la liste ci-dessous\u{a0}: l’attestation arrivera dans vos documents."
    }
    fn my_requests(&self) -> &'static str {
        "Mes demandes"
    }
    fn no_requests(&self) -> &'static str {
        "Vous n’avez encore rien demandé."
    }
    fn request_state(&self, state: DocumentRequestState) -> &'static str {
        match state {
            DocumentRequestState::Received => "Demande reçue",
            DocumentRequestState::InProgress | DocumentRequestState::Unknown => {
                "En cours de traitement"
            }
            DocumentRequestState::Ready => "Attestation disponible",
            DocumentRequestState::Refused => "Demande refusée",
        }
    }
    fn asked_on(&self, date: &str) -> String {
        format!("Demandée le {date}")
    }
    fn since(&self, date: &str) -> String {
        format!("depuis le {date}")
    }
    fn happened_on(&self, date: &str) -> String {
        format!("le {date}")
    }
    fn expected_on(&self, date: &str) -> String {
        format!("Attendue pour le {date}")
    }
    fn request_reason(&self) -> &'static str {
        "Motif\u{a0}:"
    }
    fn request_note_was(&self) -> &'static str {
        "Vos précisions\u{a0}:"
    }
    fn open_certificate(&self) -> &'static str {
        "Ouvrir l’attestation"
    }
}
