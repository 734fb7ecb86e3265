//! French sentences for forgotten, expired and soon expiring passwords; knows nothing else.

use super::French;
use crate::i18n::texts::PasswordTexts;

impl PasswordTexts for French {
    fn password_title(&self) -> &'static str {
        "Mot de passe oublié ou expiré"
    }
    fn password_text(&self) -> &'static str {
        "Le portail ne connaît pas et ne change pas les mots de passe\u{a0}: c’est le rôle du service d’identité."
    }
    fn password_way_heading(&self) -> &'static str {
        "Comment cela se passe"
    }
    fn password_way(&self) -> [&'static str; 3] {
        [
            "Le bouton ci-dessous ouvre le site du service d’identité, sous l’adresse indiquée.",
            "Ce site vérifie qui vous êtes, puis vous fait choisir un nouveau mot de passe.",
            "Revenez ensuite ici et connectez-vous avec le nouveau mot de passe.",
        ]
    }
    fn password_credentials_heading(&self) -> &'static str {
        "Vous n’avez pas encore d’identifiants\u{202f}?"
    }
    fn password_credentials(&self) -> &'static str {
        "Ils vous sont remis par votre service des ressources humaines, jamais par téléphone ni par courriel. Personne n’a à vous demander votre mot de passe."
    }
    fn password_rules_heading(&self) -> &'static str {
        "Règles du nouveau mot de passe"
    }
    fn rule_length(&self, n: u32) -> String {
        format!("au moins {n} caractères")
    }
    fn rule_upper(&self) -> &'static str {
        "une majuscule"
    }
    fn rule_lower(&self) -> &'static str {
        "une minuscule"
    }
    fn rule_digit(&self) -> &'static str {
        "un chiffre"
    }
    fn rule_special(&self) -> &'static str {
        "un caractère spécial, comme le tiret ou l’astérisque"
    }
    fn rule_history(&self, n: u32) -> String {
        format!("différent de vos {n} derniers mots de passe")
    }
    fn rule_age(&self, days: u32) -> String {
        format!("à renouveler tous les {days} jours")
    }
    fn identity_link(&self, host: &str) -> String {
        format!("Continuer vers {host}")
    }
    fn identity_unsafe_title(&self) -> &'static str {
        "Adresse non autorisée"
    }
    fn identity_unsafe(&self) -> &'static str {
        "L’adresse du service d’identité que le portail a reçue n’est pas une adresse autorisée\u{a0}: elle n’est pas affichée. Appelez le support."
    }
    fn contacts_heading(&self) -> &'static str {
        "Qui appeler"
    }
    fn password_expires(&self, days: u32) -> String {
        match days {
            0 => "Votre mot de passe expire aujourd’hui".to_owned(),
            1 => "Votre mot de passe expire demain".to_owned(),
            _ => format!("Votre mot de passe expire dans {days} jours"),
        }
    }
    fn password_expires_text(&self, at: &str) -> String {
        format!(
            "Il cessera de fonctionner le {at}. Renouvelez-le avant\u{a0}: après cette date, vous ne pourrez plus vous connecter."
        )
    }
    fn renew_password(&self) -> &'static str {
        "Renouveler mon mot de passe"
    }
}
