//! French sentences for the failures of a call; knows nothing else.

use super::French;
use crate::i18n::texts::FailureTexts;

impl FailureTexts for French {
    fn offline_title(&self) -> &'static str {
        "Vous êtes hors connexion"
    }
    fn offline_text(&self) -> &'static str {
        "Votre appareil n’a plus de réseau. Vérifiez le Wi-Fi ou le câble, puis réessayez."
    }
    fn filtered_title(&self) -> &'static str {
        "Quelque chose s’interpose entre vous et le portail"
    }
    fn filtered_text(&self) -> &'static str {
        "Une page web a été reçue à la place des données du portail\u{a0}: une page de connexion Wi-Fi (hôtel, gare) ou un filtre réseau répond à sa place. Ouvrez une autre page pour vous identifier sur ce réseau, ou utilisez la connexion de votre téléphone."
    }
    fn unavailable_title(&self) -> &'static str {
        "Le service ne répond pas"
    }
    fn unavailable_text(&self) -> &'static str {
        "Le portail ne peut pas répondre pour le moment. Réessayez dans quelques minutes\u{202f}; si cela dure, appelez le support."
    }
    fn unreadable_title(&self) -> &'static str {
        "La réponse du service est illisible"
    }
    fn unreadable_text(&self) -> &'static str {
        "Le portail a répondu quelque chose que cette page ne comprend pas. Rechargez la page\u{202f}; si cela se reproduit, appelez le support."
    }
    fn outcome_unknown_title(&self) -> &'static str {
        "La réponse s’est perdue"
    }
    fn outcome_unknown_text(&self) -> &'static str {
        "Votre demande est partie mais la réponse n’est pas arrivée\u{a0}: elle a peut-être été prise en compte. Vérifiez avant de recommencer."
    }
    fn signed_out_title(&self) -> &'static str {
        "Votre session est terminée"
    }
    fn signed_out_text(&self) -> &'static str {
        "Reconnectez-vous pour continuer."
    }
    fn limited_title(&self) -> &'static str {
        "Trop de tentatives"
    }
    fn limited_text(&self, duration: &str) -> String {
        format!("Pour protéger les comptes, le portail fait une pause. Réessayez dans {duration}.")
    }
    fn refused_title(&self) -> &'static str {
        "Le portail a refusé cette demande"
    }
    fn refused_text(&self) -> &'static str {
        "Rechargez la page et recommencez\u{202f}; si le refus se répète, appelez le support."
    }
    fn missing_title(&self) -> &'static str {
        "Cet élément est introuvable"
    }
    fn missing_text(&self) -> &'static str {
        "Il n’existe pas, n’existe plus ou n’est pas à vous."
    }
    fn action_refused_title(&self) -> &'static str {
        "Cette action n’est pas permise"
    }
    fn action_refused_text(&self) -> &'static str {
        "Ce que vous demandez n’est plus permis pour cet élément, ou ne l’est pas sur un appareil partagé. Rechargez la page\u{a0}: elle montre ce que vous pouvez faire."
    }
    fn module_off_title(&self) -> &'static str {
        "Ce service n’est pas proposé"
    }
    fn module_off_text(&self) -> &'static str {
        "Votre organisation ne propose pas ce service dans le portail."
    }
}
