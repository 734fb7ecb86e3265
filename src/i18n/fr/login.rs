//! French sentences for signing in and out; knows nothing else.

use super::French;
use crate::i18n::texts::{Guide, LoginTexts};
use crate::rules::credentials::UsernameChange;

impl LoginTexts for French {
    fn login_title(&self) -> &'static str {
        "Connexion"
    }
    fn login_heading(&self) -> &'static str {
        "Se connecter à mon espace"
    }
    fn legal_heading(&self) -> &'static str {
        "Accès réservé"
    }
    fn legal_fallback(&self) -> &'static str {
        "Accès soumis à autorisation préalable\u{202f}; toute fraude est punie (articles 226-15 et 323-1 à 323-7 du Code pénal). Les connexions et les actions peuvent être tracées."
    }
    fn commitment(&self) -> [&'static str; 3] {
        ["Se connecter engage à respecter la ", " et les ", "."]
    }
    fn charter_link(&self) -> &'static str {
        "charte"
    }
    fn terms_link(&self) -> &'static str {
        "conditions d’utilisation"
    }
    fn username(&self) -> &'static str {
        "Identifiant"
    }
    fn username_hint(&self) -> &'static str {
        "prenom.nom ou adresse professionnelle"
    }
    fn username_changed(&self, username: &str, changes: &[UsernameChange]) -> String {
        let said: Vec<&str> = changes
            .iter()
            .map(|change| match change {
                UsernameChange::Spaces => "sans espaces",
                UsernameChange::Domain => "sans la partie à partir de @",
                UsernameChange::Accents => "sans accents ni signes typographiques",
                UsernameChange::Capitals => "en minuscules",
            })
            .collect();
        format!(
            "Identifiant retenu\u{a0}: {username} ({}).",
            said.join(", ")
        )
    }
    fn password(&self) -> &'static str {
        "Mot de passe"
    }
    fn show_password(&self) -> &'static str {
        "Afficher le mot de passe"
    }
    fn hide_password(&self) -> &'static str {
        "Masquer le mot de passe"
    }
    fn password_shown(&self) -> &'static str {
        "Le mot de passe est visible à l’écran."
    }
    fn password_hidden(&self) -> &'static str {
        "Le mot de passe est masqué."
    }
    fn caps_lock(&self) -> &'static str {
        "Les majuscules sont verrouillées."
    }
    fn shared_device(&self) -> &'static str {
        "Cet ordinateur n’est pas qu’à moi"
    }
    fn shared_device_effects(&self, idle: &str) -> String {
        format!(
            "La session se fermera après {idle} sans activité ou avec sa dernière page, et un texte pas encore envoyé sera perdu. Les montants seront masqués, les PDF ne seront pas proposés et rien ne sera enregistré."
        )
    }
    fn decline_to_save(&self, guide: Guide) -> &'static str {
        match guide {
            Guide::Chrome => {
                "Le navigateur est prié de ne pas retenir le mot de passe, mais Chrome peut le proposer quand même\u{a0}: refusez, avec «\u{a0}Jamais\u{a0}»."
            }
            Guide::Edge => {
                "Le navigateur est prié de ne pas retenir le mot de passe, mais Edge peut le proposer quand même\u{a0}: refusez, avec «\u{a0}Jamais\u{a0}»."
            }
            Guide::Firefox => {
                "Le navigateur est prié de ne pas retenir le mot de passe, mais Firefox peut le proposer quand même\u{a0}: refusez, avec «\u{a0}Ne pas enregistrer\u{a0}»."
            }
            Guide::Safari | Guide::Ios => {
                "Le navigateur est prié de ne pas retenir le mot de passe, mais Safari peut le proposer quand même\u{a0}: refusez, avec «\u{a0}Jamais pour ce site web\u{a0}» ou «\u{a0}Plus tard\u{a0}»."
            }
            Guide::Android | Guide::Other => {
                "Le navigateur est prié de ne pas retenir le mot de passe, mais le portail ne peut pas l’en empêcher\u{a0}: s’il vous le propose, refusez."
            }
        }
    }
    fn log_in(&self) -> &'static str {
        "Se connecter"
    }
    fn logging_in(&self) -> &'static str {
        "Connexion en cours…"
    }
    fn cancel(&self) -> &'static str {
        "Annuler"
    }
    fn cancelled(&self) -> &'static str {
        "Connexion annulée. Pour recommencer, saisissez à nouveau votre mot de passe."
    }
    fn password_wiped(&self) -> &'static str {
        "Le mot de passe a été effacé après cinq minutes sans saisie. Saisissez-le à nouveau pour vous connecter."
    }
    fn forgot_password(&self) -> &'static str {
        "Mot de passe oublié\u{202f}?"
    }
    fn form_error_title(&self) -> &'static str {
        "Le formulaire est à corriger"
    }
    fn username_missing(&self) -> &'static str {
        "Saisissez votre identifiant."
    }
    fn username_too_long(&self) -> &'static str {
        "Cet identifiant est trop long\u{a0}: 254 caractères au plus."
    }
    fn password_missing(&self) -> &'static str {
        "Saisissez votre mot de passe."
    }
    fn password_too_long(&self) -> &'static str {
        "Ce mot de passe est trop long\u{a0}: 1\u{a0}024 caractères au plus."
    }
    fn consent_required(&self) -> &'static str {
        "La charte et les conditions d’utilisation doivent d’abord être acceptées."
    }
    fn session_expired_notice(&self) -> &'static str {
        "Votre session s’est terminée. Reconnectez-vous pour reprendre où vous en étiez."
    }
    fn signing_out(&self) -> &'static str {
        "Déconnexion en cours…"
    }
}
