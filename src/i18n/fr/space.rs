//! French sentences for the agent space; knows nothing else.

use super::French;
use crate::i18n::texts::SpaceTexts;

impl SpaceTexts for French {
    fn space_not_found_title(&self) -> &'static str {
        "Page introuvable dans mon espace"
    }
    fn home(&self) -> &'static str {
        "Accueil"
    }
    fn payslips(&self) -> &'static str {
        "Bulletins de paie"
    }
    fn signed_in_as(&self, name: &str) -> String {
        format!("Connecté\u{a0}: {name}")
    }
    fn greeting(&self, name: &str) -> String {
        format!("Bonjour {name}")
    }
    fn last_connection(&self, at: &str, with: &str, from: &str) -> String {
        let with = match with {
            "" => "un navigateur inconnu",
            with => with,
        };
        format!("Dernière connexion\u{a0}: le {at}, avec {with}, depuis l’adresse {from}.")
    }
    fn first_connection(&self) -> &'static str {
        "C’est votre première connexion au portail."
    }
    fn not_me(&self) -> &'static str {
        "Ce n’était pas vous\u{202f}? Changez votre mot de passe et appelez le support."
    }
    fn charter_reminder(&self) -> &'static str {
        "En vous connectant, vous vous êtes engagé à respecter la charte et les conditions d’utilisation\u{a0}: déconnectez-vous après chaque utilisation, sur tout ordinateur, et n’y laissez aucun document."
    }
    fn latest_payslip(&self) -> &'static str {
        "Dernier bulletin de paie"
    }
    fn all_payslips(&self) -> &'static str {
        "Tous mes bulletins"
    }
    fn shared_device_label(&self) -> &'static str {
        "Appareil partagé"
    }
    fn shared_device_session(&self) -> &'static str {
        "Appareil partagé\u{a0}: les montants et les aperçus sont masqués jusqu’à votre demande, rien ne se télécharge ni ne s’enregistre ici, et un texte pas encore envoyé est perdu quand la session se termine."
    }
    fn show_amounts(&self) -> &'static str {
        "Afficher les montants"
    }
    fn mask_amounts(&self) -> &'static str {
        "Masquer les montants"
    }
    fn masked_amount(&self) -> &'static str {
        "masqué"
    }
}
