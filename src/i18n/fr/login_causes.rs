//! French sentences for the causes of a failed sign-in; knows nothing else.

use super::French;
use crate::i18n::texts::{CauseWords, LoginCause, LoginCauseTexts};

impl LoginCauseTexts for French {
    fn login_cause(&self, cause: LoginCause) -> CauseWords {
        let (title, reason, steps): (_, _, &[&str]) = match cause {
            LoginCause::InvalidPair => (
                "La connexion n’a pas abouti",
                "L’identifiant et le mot de passe ne correspondent pas.",
                &[
                    "Vérifiez l’identifiant\u{a0}: prenom.nom, comme sur votre poste de travail.",
                    "Le champ a été vidé\u{a0}: ressaisissez le mot de passe en l’affichant avec l’œil (majuscules, chiffres, langue du clavier).",
                    "S’il a changé récemment, prenez le nouveau\u{202f}; s’il est oublié, suivez «\u{a0}Mot de passe oublié\u{202f}?\u{a0}» sous le formulaire.",
                ],
            ),
            LoginCause::Locked => (
                "La connexion est bloquée pour cet identifiant",
                "Trop de mots de passe erronés ont été saisis à la suite pour cet identifiant. Ce blocage protège le compte\u{202f}; il se lève tout seul.",
                &[
                    "Attendez la fin du délai\u{a0}: le formulaire se rouvre alors ici, sans recharger la page.",
                    "Si vous aviez mal écrit l’identifiant, corrigez-le\u{a0}: le blocage ne concerne que celui-ci.",
                    "Mot de passe oublié\u{202f}? Le changer pendant l’attente évite un nouveau blocage.",
                ],
            ),
            LoginCause::Limited => (
                "Trop de tentatives depuis votre connexion",
                "Beaucoup d’essais sont venus de votre adresse réseau en peu de temps. Le portail fait une pause pour protéger les comptes.",
                &[
                    "Attendez la fin du délai\u{a0}: le formulaire se rouvre alors ici, sans recharger la page.",
                    "Sur un réseau partagé (hôtel, résidence), utilisez la connexion de votre téléphone.",
                ],
            ),
            LoginCause::PasswordExpired => (
                "Votre mot de passe a expiré",
                "Votre mot de passe est le bon, mais sa durée de validité est dépassée.",
                &[
                    "Depuis un ordinateur personnel, la seule voie est de le renouveler auprès du service d’identité, puis de revenir ici.",
                ],
            ),
            LoginCause::NetworkBlocked => (
                "Votre adresse réseau est refusée",
                "La connexion vient d’une adresse que le portail n’accepte pas, le plus souvent celle d’un VPN ou d’un service d’anonymisation.",
                &[
                    "Coupez le VPN, y compris celui du navigateur ou de l’antivirus (Relais privé sur iPhone et Mac).",
                    "Sinon, utilisez un autre réseau, par exemple la connexion de votre téléphone.",
                ],
            ),
            LoginCause::Maintenance => (
                "Le portail est en maintenance",
                "Le service est arrêté le temps d’une intervention annoncée. Votre mot de passe n’est pas en cause.",
                &["Revenez après la fin de l’intervention."],
            ),
            LoginCause::Unavailable => (
                "Le service ne répond pas",
                "Le portail ne peut pas répondre pour le moment\u{202f}; nous ne savons pas jusqu’à quand. Votre mot de passe n’est pas en cause.",
                &[
                    "Réessayez dans quelques minutes, en ressaisissant votre mot de passe.",
                    "Si cela dure, appelez le support.",
                ],
            ),
            LoginCause::Offline => (
                "Vous êtes hors connexion",
                "Votre appareil n’a pas de réseau\u{a0}: la demande n’est pas partie. Votre mot de passe n’est pas en cause.",
                &[
                    "Vérifiez le Wi-Fi, le câble ou le mode avion.",
                    "Une fois le réseau revenu, ressaisissez votre mot de passe et recommencez.",
                ],
            ),
            LoginCause::Filtered => (
                "Quelque chose s’interpose entre vous et le portail",
                "Une page web a été reçue à la place de la réponse du portail\u{a0}: une page de connexion Wi-Fi (hôtel, gare) ou un filtre réseau. Votre mot de passe n’est pas en cause.",
                &[
                    "Ouvrez une autre page pour vous identifier sur ce réseau, puis ressaisissez votre mot de passe et recommencez.",
                    "Sinon, utilisez la connexion de votre téléphone.",
                ],
            ),
            LoginCause::AnswerLost => (
                "La réponse s’est perdue",
                "La demande est partie, mais la réponse n’est pas arrivée. Votre mot de passe n’est pas en cause.",
                &[
                    "Ressaisissez votre mot de passe et recommencez\u{a0}: se connecter deux fois ne fait rien de mal.",
                ],
            ),
            LoginCause::Unreadable => (
                "La réponse du service est illisible",
                "Le portail a répondu quelque chose que cette page ne comprend pas. Votre mot de passe n’est pas en cause.",
                &[
                    "Rechargez la page, puis recommencez.",
                    "Si cela se reproduit, appelez le support.",
                ],
            ),
            LoginCause::SessionNotKept => (
                "Votre navigateur n’a pas gardé la session",
                "Votre mot de passe a été accepté, mais votre navigateur n’a pas gardé le cookie de session\u{a0}: sans lui, le portail ne peut pas vous reconnaître.",
                &[
                    "Autorisez les cookies pour ce site, ou quittez la navigation privée, puis recommencez.",
                ],
            ),
            LoginCause::SecondFactor => (
                "Une seconde vérification est demandée",
                "Votre mot de passe est le bon, mais votre compte demande une seconde vérification que ce portail ne propose pas encore.",
                &["Appelez le support."],
            ),
            LoginCause::Refused => (
                "Le portail a refusé cette demande",
                "Le portail n’a pas traité la demande, pour une raison que cette page ne connaît pas. Votre mot de passe n’est peut-être pas en cause.",
                &[
                    "Rechargez la page, puis recommencez.",
                    "Si le refus se répète, appelez le support en donnant la référence.",
                ],
            ),
        };
        CauseWords {
            title,
            reason,
            steps,
        }
    }
    fn address_seen(&self, address: &str) -> String {
        format!("Adresse vue par le portail\u{a0}: {address}")
    }
    fn maintenance_until(&self, until: &str) -> String {
        format!("Fin prévue\u{a0}: {until}")
    }
    fn wait_label(&self) -> &'static str {
        "Nouvel essai possible dans"
    }
    fn wait_left(&self, seconds: u32) -> String {
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (hours, minutes) {
            (0, 0) => format!("{seconds}\u{a0}s"),
            (0, _) => format!("{minutes}\u{a0}min {seconds:02}\u{a0}s"),
            _ => format!("{hours}\u{a0}h {minutes:02}\u{a0}min {seconds:02}\u{a0}s"),
        }
    }
    fn wait_rule(&self, attempts: u32, duration: &str) -> String {
        format!(
            "Après {attempts} mots de passe erronés à la suite, la connexion est bloquée pendant {duration}."
        )
    }
    fn wait_over(&self) -> &'static str {
        "L’attente est finie\u{a0}: vous pouvez vous connecter. Saisissez à nouveau votre mot de passe, en l’affichant avec l’œil."
    }
    fn what_to_do(&self) -> &'static str {
        "Ce que vous pouvez faire"
    }
    fn whom_to_call(&self) -> &'static str {
        "Qui appeler"
    }
    fn all_contacts(&self) -> &'static str {
        "Tous les contacts du support"
    }
}
