//! French sentences for the frame around every page; knows nothing else.

use super::French;
use crate::i18n::texts::CommonTexts;

impl CommonTexts for French {
    fn skip_to_content(&self) -> &'static str {
        "Aller au contenu"
    }
    fn other_language(&self) -> &'static str {
        "English"
    }
    fn loading(&self) -> &'static str {
        "Chargement…"
    }
    fn still_loading(&self) -> &'static str {
        "Le chargement prend plus de temps que d’habitude…"
    }
    fn try_again(&self) -> &'static str {
        "Réessayer"
    }
    fn reload_page(&self) -> &'static str {
        "Recharger la page"
    }
    fn back_to_login(&self) -> &'static str {
        "Revenir à la connexion"
    }
    fn back_to_space(&self) -> &'static str {
        "Revenir à mon espace"
    }
    fn trace_label(&self) -> &'static str {
        "Référence à donner au support"
    }
    fn copy_reference(&self) -> &'static str {
        "Copier la référence"
    }
    fn copied(&self) -> &'static str {
        "Référence copiée"
    }
    fn support_heading(&self) -> &'static str {
        "Besoin d’aide\u{202f}?"
    }
    fn support_line(&self, phone: &str, hours: &str) -> String {
        format!("Support\u{a0}: {phone} ({hours})")
    }
    fn new_tab(&self) -> &'static str {
        "(nouvel onglet)"
    }
    fn space_nav(&self) -> &'static str {
        "Mon espace"
    }
    fn log_out(&self) -> &'static str {
        "Se déconnecter"
    }
    fn print(&self) -> &'static str {
        "Imprimer"
    }
    fn undo_left(&self) -> &'static str {
        "Encore"
    }
    fn not_found_title(&self) -> &'static str {
        "Page introuvable"
    }
    fn not_found_text(&self) -> &'static str {
        "Cette adresse ne correspond à aucune page du portail. Vérifiez-la, ou repartez de l’accueil."
    }
    fn config_title(&self) -> &'static str {
        "Le portail est mal réglé"
    }
    fn config_text(&self) -> &'static str {
        "Les réglages du portail (config.json) ne peuvent pas être utilisés. Ce n’est pas votre faute et vous ne pouvez pas y remédier\u{a0}: prévenez le support."
    }
    fn config_missing(&self) -> &'static str {
        "Le fichier n’a pas pu être chargé."
    }
    fn config_unreadable(&self, detail: &str) -> String {
        format!("Le fichier n’est pas lisible\u{a0}: {detail}")
    }
    fn config_api_base(&self, value: &str) -> String {
        format!("api_base doit être un chemin de ce site ou une adresse https\u{a0}: {value}")
    }
    fn config_theme(&self, name: &str) -> String {
        format!("La couleur «\u{a0}{name}\u{a0}» doit s’écrire #rrvvbb.")
    }
    // French counts 0 and 1 as singular.
    fn seconds(&self, n: u32) -> String {
        if n < 2 {
            format!("{n} seconde")
        } else {
            format!("{n} secondes")
        }
    }
    fn minutes(&self, n: u32) -> String {
        if n < 2 {
            format!("{n} minute")
        } else {
            format!("{n} minutes")
        }
    }
}
