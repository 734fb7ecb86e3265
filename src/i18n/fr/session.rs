//! French sentences for a session's end, its receipt and signing in again; knows nothing else.

use super::French;
use crate::contract::activity::ActivityItemKind;
use crate::i18n::texts::SessionTexts;
use crate::rules::receipt::{Taken, WayOut};

impl SessionTexts for French {
    fn ending_title(&self) -> &'static str {
        "Votre session va se terminer"
    }
    fn ending_text(&self, at: &str) -> String {
        format!("Sans réponse de votre part, vous serez déconnecté à {at}.")
    }
    fn ending_last_text(&self, at: &str) -> String {
        format!(
            "Une session ne peut pas durer plus longtemps\u{a0}: la vôtre se termine à {at}. Vous pourrez aussitôt vous reconnecter sur cette page."
        )
    }
    fn ending_drafts_kept(&self) -> &'static str {
        "Ce que vous avez écrit et pas encore envoyé sera gardé dans cette page."
    }
    fn ending_drafts_lost(&self) -> &'static str {
        "Appareil partagé\u{a0}: ce que vous avez écrit et pas encore envoyé sera effacé."
    }
    fn ending_left(&self) -> &'static str {
        "Fin de la session dans"
    }
    fn stay(&self) -> &'static str {
        "Rester connecté"
    }
    fn staying(&self) -> &'static str {
        "Prolongation en cours…"
    }
    fn understood(&self) -> &'static str {
        "J’ai compris"
    }
    fn unsent_title(&self) -> &'static str {
        "Un texte n’est pas envoyé"
    }
    fn unsent_text(&self) -> &'static str {
        "Se déconnecter efface ce que vous avez écrit et pas encore envoyé, dans tous les onglets."
    }
    fn unsent_back(&self) -> &'static str {
        "Revenir à mon texte"
    }
    fn again_title(&self) -> &'static str {
        "Votre session est terminée"
    }
    fn again_text(&self) -> &'static str {
        "Elle s’est fermée pour protéger vos données. Reconnectez-vous pour reprendre ici, là où vous en étiez."
    }
    fn again_drafts(&self) -> &'static str {
        "Ce que vous avez écrit est gardé, et rien n’est envoyé à votre place."
    }
    fn again_username(&self, username: &str) -> String {
        format!("Identifiant\u{a0}: {username}")
    }
    fn again_other(&self) -> &'static str {
        "Se connecter avec un autre compte"
    }
    fn again_other_drafts(&self) -> &'static str {
        "Ce qui a été écrit ici sera effacé."
    }
    fn again_done(&self) -> &'static str {
        "Vous êtes reconnecté."
    }
    fn again_done_drafts(&self) -> &'static str {
        "Vous êtes reconnecté. Ce que vous aviez écrit est là, et n’a pas été envoyé."
    }
    fn replaced(&self) -> &'static str {
        "Un autre agent s’est connecté dans ce navigateur. Ouverture de son espace…"
    }
    fn receipt_title(&self, way_out: WayOut) -> &'static str {
        match way_out {
            WayOut::TimeOver => "Votre session est terminée",
            _ => "Vous êtes déconnecté",
        }
    }
    fn receipt_lead(&self, way_out: WayOut) -> &'static str {
        match way_out {
            WayOut::SignedOut => "Voici ce qui a été vérifié sur cet appareil.",
            WayOut::PortalUnreached => {
                "Votre espace est fermé ici, mais le portail n’a pas pu en être informé."
            }
            WayOut::InAnotherTab => {
                "Vous vous êtes déconnecté dans un autre onglet\u{a0}: celui-ci s’est fermé aussi."
            }
            WayOut::TimeOver => {
                "Sur un appareil partagé, rien n’est gardé quand la session se termine."
            }
        }
    }
    fn receipt_checked(&self) -> &'static str {
        "Vérifié à l’instant"
    }
    fn receipt_portal_closed(&self) -> &'static str {
        "Portail\u{a0}: aucune session n’est ouverte dans ce navigateur."
    }
    fn receipt_portal_open(&self) -> &'static str {
        "Portail\u{a0}: une session est encore ouverte dans ce navigateur."
    }
    fn receipt_portal_unknown(&self) -> &'static str {
        "Portail\u{a0}: il ne répond pas, la fermeture n’a pas pu être vérifiée."
    }
    fn receipt_portal_awaited(&self) -> &'static str {
        "Portail\u{a0}: le réseau ne répond pas. Cette page continue d’essayer de l’informer."
    }
    fn receipt_closes_at(&self, at: &str) -> String {
        format!("Sans autre action, elle se ferme d’elle-même à {at} au plus tard.")
    }
    fn receipt_close_portal(&self) -> &'static str {
        "Fermer la session sur le portail"
    }
    fn receipt_entries(&self, kept: Option<u32>) -> String {
        match kept {
            Some(0) => "Stockage du navigateur\u{a0}: vide.".to_owned(),
            Some(1) => "Stockage du navigateur\u{a0}: 1 élément reste.".to_owned(),
            Some(n) => format!("Stockage du navigateur\u{a0}: {n} éléments restent."),
            None => "Stockage du navigateur\u{a0}: refusé par le navigateur, donc rien n’y est."
                .to_owned(),
        }
    }
    fn receipt_language(&self) -> &'static str {
        "Seule la langue choisie est retenue pour la prochaine visite."
    }
    fn receipt_cookies(&self, kept: u32) -> String {
        match kept {
            0 => "Cookies lisibles par la page\u{a0}: aucun.".to_owned(),
            1 => "Cookies lisibles par la page\u{a0}: 1 reste.".to_owned(),
            n => format!("Cookies lisibles par la page\u{a0}: {n} restent."),
        }
    }
    fn receipt_caches(&self, kept: Option<u32>) -> String {
        match kept {
            Some(0) => "Bases de données et caches du site\u{a0}: aucun.".to_owned(),
            Some(1) => "Bases de données et caches du site\u{a0}: 1 reste.".to_owned(),
            Some(n) => format!("Bases de données et caches du site\u{a0}: {n} restent."),
            None => {
                "Bases de données et caches du site\u{a0}: le navigateur ne le dit pas.".to_owned()
            }
        }
    }
    fn receipt_remains_heading(&self) -> &'static str {
        "Ce que le portail ne peut pas effacer"
    }
    fn receipt_taken(&self, taken: Taken) -> String {
        match (taken.kind, taken.count) {
            (ActivityItemKind::Payslip, 1) => {
                "1 bulletin de paie téléchargé pendant cette session, en tout ou en partie."
                    .to_owned()
            }
            (ActivityItemKind::Payslip, n) => {
                format!(
                    "{n} bulletins de paie téléchargés pendant cette session, en tout ou en partie."
                )
            }
            (ActivityItemKind::Document, 1) => {
                "1 document téléchargé pendant cette session, en tout ou en partie.".to_owned()
            }
            (ActivityItemKind::Document, n) => {
                format!("{n} documents téléchargés pendant cette session, en tout ou en partie.")
            }
            (_, 1) => {
                "1 autre fichier téléchargé pendant cette session, en tout ou en partie.".to_owned()
            }
            (_, n) => {
                format!(
                    "{n} autres fichiers téléchargés pendant cette session, en tout ou en partie."
                )
            }
        }
    }
    fn receipt_downloads(&self) -> &'static str {
        "Les fichiers que vous avez téléchargés ou imprimés\u{a0}: supprimez-les du dossier Téléchargements, puis videz la corbeille."
    }
    fn receipt_passwords(&self) -> &'static str {
        "Un mot de passe que le navigateur a enregistré\u{a0}: supprimez-le dans ses réglages."
    }
    fn receipt_history(&self) -> &'static str {
        "L’historique du navigateur\u{a0}: il montre que le portail a été visité, sans rien de personnel."
    }
    fn receipt_shared_heading(&self) -> &'static str {
        "Si d’autres personnes utilisent cet appareil"
    }
    fn receipt_shared_steps(&self) -> &'static [&'static str] {
        &[
            "Fermez toutes les fenêtres du navigateur.",
            "Vérifiez qu’il n’a pas enregistré votre mot de passe.",
            "Fermez aussi votre session sur l’ordinateur, s’il en a une.",
        ]
    }
    fn log_in_again(&self) -> &'static str {
        "Se reconnecter"
    }
}
