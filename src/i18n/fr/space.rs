//! French sentences for the agent space; knows nothing else.

use super::French;
use crate::i18n::texts::SpaceTexts;

impl SpaceTexts for French {
    fn space_nav(&self) -> &'static str {
        "Mon espace"
    }
    fn space_not_found_title(&self) -> &'static str {
        "Page introuvable dans mon espace"
    }
    fn home(&self) -> &'static str {
        "Accueil"
    }
    fn payslips(&self) -> &'static str {
        "Bulletins de paie"
    }
    fn log_out(&self) -> &'static str {
        "Se déconnecter"
    }
    fn signed_in_as(&self, name: &str) -> String {
        format!("Connecté\u{a0}: {name}")
    }
    fn greeting(&self, name: &str) -> String {
        format!("Bonjour {name}")
    }
    fn last_connection(&self, at: &str, with: &str, from: &str) -> String {
        format!(
            "Dernière connexion\u{a0}: le {at}, avec {with}, depuis l’adresse {from}. Si ce n’était pas vous, appelez le support."
        )
    }
    fn first_connection(&self) -> &'static str {
        "C’est votre première connexion au portail."
    }
    fn charter_reminder(&self) -> &'static str {
        "Déconnectez-vous après chaque utilisation, sur tout ordinateur, et n’y laissez aucun document."
    }
    fn notices_heading(&self) -> &'static str {
        "Informations"
    }
    fn latest_payslip(&self) -> &'static str {
        "Dernier bulletin de paie"
    }
    fn all_payslips(&self) -> &'static str {
        "Tous mes bulletins"
    }
}
