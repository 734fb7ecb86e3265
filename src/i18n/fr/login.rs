//! French sentences for signing in and out; knows nothing else.

use super::French;
use crate::i18n::texts::LoginTexts;

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
        "Accès soumis à autorisation préalable. L’accès ou le maintien frauduleux dans ce système et l’atteinte aux données ou à la vie privée sont punis par les articles 226-15 et 323-1 à 323-7 du Code pénal. Les connexions et les actions peuvent être tracées."
    }
    fn username(&self) -> &'static str {
        "Identifiant"
    }
    fn username_hint(&self) -> &'static str {
        "Votre identifiant professionnel\u{a0}: prenom.nom"
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
    fn log_in(&self) -> &'static str {
        "Se connecter"
    }
    fn logging_in(&self) -> &'static str {
        "Connexion en cours…"
    }
    fn forgot_password(&self) -> &'static str {
        "Mot de passe oublié\u{202f}?"
    }
    fn error_summary_title(&self) -> &'static str {
        "La connexion n’a pas abouti"
    }
    fn form_error_title(&self) -> &'static str {
        "Le formulaire est incomplet"
    }
    fn username_missing(&self) -> &'static str {
        "Saisissez votre identifiant."
    }
    fn password_missing(&self) -> &'static str {
        "Saisissez votre mot de passe."
    }
    fn invalid_credentials(&self) -> &'static str {
        "L’identifiant et le mot de passe ne correspondent pas. Vérifiez les majuscules et le clavier, puis recommencez."
    }
    fn account_locked(&self, duration: &str) -> String {
        format!(
            "Trop de mots de passe erronés ont été saisis pour cet identifiant\u{a0}: la connexion est bloquée. Réessayez dans {duration}."
        )
    }
    fn password_expired(&self) -> &'static str {
        "Votre mot de passe a expiré. Renouvelez-le auprès du service d’identité, puis revenez vous connecter."
    }
    fn network_blocked(&self, address: &str) -> String {
        format!(
            "Votre adresse réseau ({address}) est refusée, sans doute à cause d’un VPN. Coupez le VPN, puis recommencez."
        )
    }
    fn maintenance_until(&self, until: &str) -> String {
        format!("Le portail est en maintenance jusqu’au {until}. Revenez après cette heure.")
    }
    fn maintenance(&self) -> &'static str {
        "Le portail est en maintenance. Revenez un peu plus tard."
    }
    fn consent_required(&self) -> &'static str {
        "Vous devez d’abord accepter la charte d’utilisation, ce que cette version du portail ne propose pas encore. Acceptez-la depuis votre poste de travail, ou appelez le support."
    }
    fn second_factor_required(&self) -> &'static str {
        "Votre compte demande une seconde vérification que cette version du portail ne propose pas. Appelez le support."
    }
    fn cookie_lost(&self) -> &'static str {
        "Votre mot de passe a été accepté, mais votre navigateur n’a pas gardé la session. Autorisez les cookies pour ce site, puis recommencez."
    }
    fn session_expired_notice(&self) -> &'static str {
        "Votre session s’est terminée. Reconnectez-vous pour reprendre où vous en étiez."
    }
    fn password_title(&self) -> &'static str {
        "Mot de passe oublié ou expiré"
    }
    fn password_text(&self) -> &'static str {
        "Le portail ne connaît pas et ne change pas les mots de passe\u{a0}: c’est le rôle du service d’identité. Vos identifiants vous sont remis par votre service des ressources humaines."
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
        "un caractère spécial"
    }
    fn rule_history(&self, n: u32) -> String {
        format!("être différent des {n} derniers")
    }
    fn identity_link(&self, host: &str) -> String {
        format!("Continuer vers {host}")
    }
    fn identity_unsafe(&self) -> &'static str {
        "L’adresse du service d’identité que le portail a reçue n’est pas une adresse autorisée\u{a0}: elle n’est pas affichée. Appelez le support."
    }
    fn contacts_heading(&self) -> &'static str {
        "Qui appeler"
    }
    fn phone_label(&self) -> &'static str {
        "Téléphone"
    }
    fn email_label(&self) -> &'static str {
        "Courriel"
    }
    fn receipt_title(&self) -> &'static str {
        "Vous êtes déconnecté"
    }
    fn receipt_text(&self) -> &'static str {
        "Votre session est fermée, ici et sur le portail."
    }
    fn receipt_unreached(&self) -> &'static str {
        "Votre session est fermée ici, mais le portail n’a pas pu en être informé\u{a0}: il la fermera de lui-même. Sur un ordinateur partagé, fermez aussi le navigateur."
    }
    fn receipt_advice(&self) -> &'static str {
        "Sur un ordinateur partagé, supprimez les fichiers que vous avez téléchargés et fermez le navigateur."
    }
    fn log_in_again(&self) -> &'static str {
        "Se reconnecter"
    }
    fn signing_out(&self) -> &'static str {
        "Déconnexion en cours…"
    }
}
