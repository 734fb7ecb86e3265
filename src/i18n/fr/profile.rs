//! French sentences for the profile and the home page's tiles; knows nothing else.

use super::French;
use crate::i18n::texts::{ProfileTexts, TileTexts};

impl ProfileTexts for French {
    fn profile_title(&self) -> &'static str {
        "Mon profil"
    }
    fn profile_identity(&self) -> &'static str {
        "Identité"
    }
    fn profile_name(&self) -> &'static str {
        "Nom"
    }
    fn profile_email(&self) -> &'static str {
        "Adresse professionnelle"
    }
    fn profile_service(&self) -> &'static str {
        "Service"
    }
    fn profile_population(&self) -> &'static str {
        "Groupe d’agents"
    }
    fn profile_correction(&self) -> &'static str {
        "Une information est fausse\u{202f}? Le portail ne peut pas la corriger\u{a0}: adressez-vous à votre service des ressources humaines. En cas de doute, appelez\u{a0}:"
    }
    fn profile_password_changed(&self) -> &'static str {
        "Changé le"
    }
    fn profile_password_expires(&self) -> &'static str {
        "Expire le"
    }
    fn profile_sessions(&self) -> &'static str {
        "Voir mes sessions et mon activité"
    }
    fn profile_language(&self) -> &'static str {
        "Langue"
    }
    fn profile_language_text(&self) -> &'static str {
        "Le portail vous parle français. Le bouton «\u{a0}English\u{a0}», en haut de chaque page, change de langue."
    }
    fn profile_texts(&self) -> &'static str {
        "Textes acceptés"
    }
    fn profile_accepted(&self, version: &str, date: &str) -> String {
        format!("Version {version}, acceptée le {date}")
    }
    fn profile_not_accepted(&self) -> &'static str {
        "Pas encore acceptée"
    }
}

impl TileTexts for French {
    fn leave(&self) -> &'static str {
        "Congés"
    }
    fn mail(&self) -> &'static str {
        "Messagerie"
    }
    fn documents(&self) -> &'static str {
        "Documents"
    }
    fn latest_activity(&self) -> &'static str {
        "Activité récente"
    }
    fn all_activity(&self) -> &'static str {
        "Toute mon activité"
    }
    fn not_me_activity(&self) -> &'static str {
        "Ce n’était pas vous\u{202f}? Signalez-le dans votre activité."
    }
    fn module_elsewhere(&self) -> &'static str {
        "Ce service est sur un autre site."
    }
    fn module_link(&self, host: &str) -> String {
        format!("Ouvrir {host}")
    }
    fn module_link_unsafe(&self) -> &'static str {
        "Ce service est sur un autre site, dont l’adresse n’est pas une adresse autorisée\u{a0}: elle n’est pas affichée. Appelez le support."
    }
}
