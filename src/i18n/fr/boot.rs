//! French sentences for the page before the program; knows nothing else.

use super::French;
use crate::i18n::boot_texts::{BootCause, BootTexts, BootWords, BrowserSteps};

const fn within(
    browser: &'static str,
    name: &'static str,
    steps: &'static [&'static str],
) -> BrowserSteps {
    BrowserSteps {
        browser,
        name,
        steps,
    }
}

const SCRIPTS_ON: &[BrowserSteps] = &[
    within(
        "chrome",
        "Chrome",
        &[
            "À gauche de l’adresse, ouvrez les informations du site, puis «\u{a0}Paramètres de site\u{a0}».",
            "Réglez «\u{a0}JavaScript\u{a0}» sur «\u{a0}Autoriser\u{a0}».",
        ],
    ),
    within(
        "firefox",
        "Firefox",
        &[
            "Tapez about:config dans la barre d’adresse et acceptez l’avertissement.",
            "Cherchez javascript.enabled et remettez ce réglage à «\u{a0}true\u{a0}». Si vous avez une extension comme NoScript, autorisez-y ce site.",
        ],
    ),
    within(
        "edge",
        "Edge",
        &[
            "Cliquez sur le cadenas à gauche de l’adresse, puis sur «\u{a0}Autorisations pour ce site\u{a0}».",
            "Réglez «\u{a0}JavaScript\u{a0}» sur «\u{a0}Autoriser\u{a0}».",
        ],
    ),
    within(
        "safari",
        "Safari",
        &[
            "Sur Mac\u{a0}: menu Safari, Réglages, Sécurité, puis cochez «\u{a0}Activer JavaScript\u{a0}».",
            "Sur iPhone et iPad\u{a0}: Réglages, Apps, Safari, Avancé, puis activez «\u{a0}JavaScript\u{a0}».",
        ],
    ),
];

const UPDATE: &[BrowserSteps] = &[
    within(
        "chrome",
        "Chrome",
        &[
            "Ouvrez le menu ⋮, «\u{a0}Aide\u{a0}», puis «\u{a0}À propos de Google Chrome\u{a0}»\u{a0}: la mise à jour se télécharge. Sur un téléphone Android, mettez Chrome à jour dans le Play Store.",
            "Cliquez sur «\u{a0}Relancer\u{a0}», puis revenez ici.",
        ],
    ),
    within(
        "firefox",
        "Firefox",
        &[
            "Ouvrez le menu ☰, «\u{a0}Aide\u{a0}», puis «\u{a0}À propos de Firefox\u{a0}»\u{a0}: la mise à jour se télécharge.",
            "Cliquez sur «\u{a0}Redémarrer pour mettre à jour\u{a0}», puis revenez ici.",
        ],
    ),
    within(
        "edge",
        "Edge",
        &[
            "Ouvrez le menu …, «\u{a0}Aide et commentaires\u{a0}», puis «\u{a0}À propos de Microsoft Edge\u{a0}»\u{a0}: la mise à jour se télécharge.",
            "Cliquez sur «\u{a0}Redémarrer\u{a0}», puis revenez ici.",
        ],
    ),
    within(
        "safari",
        "Safari",
        &[
            "Safari se met à jour avec le Mac\u{a0}: menu Pomme, Réglages Système, Général, Mise à jour de logiciels.",
            "Si ce Mac n’a plus de mises à jour, installez un Firefox ou un Chrome récent.",
        ],
    ),
    within(
        "ios",
        "iPhone et iPad",
        &[
            "Ouvrez Réglages, Général, Mise à jour logicielle\u{a0}: tous les navigateurs en dépendent.",
            "Si cet appareil n’a plus de mises à jour, utilisez un autre appareil.",
        ],
    ),
];

const SWITCH_ON: &[BrowserSteps] = &[
    within(
        "edge",
        "Edge",
        &[
            "Cliquez sur le cadenas à gauche de l’adresse et regardez si «\u{a0}Sécurité renforcée\u{a0}» est activée pour ce site.",
            "Désactivez-la pour ce site seulement. Ou bien\u{a0}: menu …, Paramètres, «\u{a0}Confidentialité, recherche et services\u{a0}», «\u{a0}Sécurité\u{a0}», «\u{a0}Améliorer votre sécurité sur le web\u{a0}», puis ajoutez ce site aux exceptions.",
        ],
    ),
    within(
        "chrome",
        "Chrome",
        &[
            "Ouvrez le menu ⋮, Paramètres, «\u{a0}Confidentialité et sécurité\u{a0}», «\u{a0}Paramètres des sites\u{a0}», «\u{a0}Sécurité V8\u{a0}» (ou «\u{a0}Optimiseurs et sécurité JavaScript\u{a0}»).",
            "Ajoutez ce site à ceux qui peuvent utiliser les optimiseurs.",
        ],
    ),
    within(
        "firefox",
        "Firefox",
        &[
            "Tapez about:config dans la barre d’adresse et acceptez l’avertissement.",
            "Cherchez javascript.options.wasm et remettez ce réglage à «\u{a0}true\u{a0}». Avec Tor Browser, choisissez le niveau de sécurité «\u{a0}Normal\u{a0}».",
        ],
    ),
    within(
        "safari",
        "Safari sur Mac",
        &[
            "Dans Safari, ouvrez le menu Safari, «\u{a0}Réglages pour ce site web\u{a0}», et décochez «\u{a0}Activer le mode Isolement\u{a0}».",
            "Le mode Isolement reste actif partout ailleurs.",
        ],
    ),
    within(
        "ios",
        "iPhone et iPad",
        &[
            "Dans Safari, touchez le bouton à gauche de l’adresse, «\u{a0}Réglages du site web\u{a0}» (ou ⋯), et désactivez «\u{a0}Mode Isolement\u{a0}» pour ce site.",
            "Le mode Isolement reste actif partout ailleurs\u{a0}: Réglages, Confidentialité et sécurité, Mode Isolement montre les exceptions.",
        ],
    ),
];

impl BootTexts for French {
    fn boot_cause(&self, cause: BootCause) -> BootWords {
        let (title, reason, steps, in_browser): (_, _, &[&str], &[BrowserSteps]) = match cause {
            BootCause::JavaScript => (
                "JavaScript est désactivé",
                "Ce portail a besoin de JavaScript, qui est désactivé dans votre navigateur ou bloqué par une extension.",
                &["Activez-le pour ce site, comme indiqué ci-dessous, puis rechargez la page."],
                SCRIPTS_ON,
            ),
            BootCause::SecurityMode => (
                "Un mode de sécurité empêche le portail de démarrer",
                "Votre navigateur est assez récent, mais WebAssembly, dont le portail a besoin, y est désactivé\u{a0}: par un mode de sécurité renforcée, par un réglage ou par l’administrateur de l’appareil.",
                &[
                    "Autorisez ce site, comme indiqué ci-dessous, puis rechargez la page.",
                    "Si l’appareil est géré par un administrateur, demandez-le-lui, ou utilisez un autre navigateur.",
                ],
                SWITCH_ON,
            ),
            BootCause::Browser => (
                "Ce navigateur est trop ancien pour le portail",
                "Il lui manque ce dont le programme du portail a besoin. Rien d’autre n’est en cause.",
                &[
                    "Mettez-le à jour, comme indiqué ci-dessous, ou utilisez un Chrome, Edge, Firefox ou Safari récent.",
                ],
                UPDATE,
            ),
            BootCause::WebAssembly => (
                "Ce navigateur n’exécute pas WebAssembly",
                "Le portail en a besoin. Soit ce navigateur ne le connaît pas encore, soit un réglage de sécurité l’a désactivé\u{a0}: la page ne peut pas le savoir.",
                &[
                    "Essayez avec un Chrome, Edge, Firefox ou Safari récent.",
                    "Si vous avez activé un mode de sécurité renforcée, autorisez-y ce site, puis rechargez la page.",
                ],
                &[],
            ),
            BootCause::Blocked => (
                "Le programme du portail est bloqué",
                "Le réseau fonctionne et d’autres fichiers de ce site arrivent, mais pas le programme\u{a0}: une extension, un antivirus ou un filtre du réseau le retient.",
                &[
                    "Si vous avez un bloqueur de publicité ou une extension de sécurité, désactivez-les pour ce site.",
                    "Si vous passez par un VPN ou le réseau d’une autre organisation, quittez-le ou utilisez la connexion de votre téléphone.",
                ],
                &[],
            ),
            BootCause::Offline => (
                "Le réseau ne répond pas",
                "Le programme du portail n’a pas pu être chargé jusqu’au bout\u{a0}: la connexion est coupée, trop faible, ou filtrée.",
                &[
                    "Vérifiez que vous êtes connecté à Internet (Wi-Fi, câble ou réseau mobile).",
                    "Dans un hôtel, un train ou un café, ouvrez un autre site\u{a0}: la page de connexion au Wi-Fi s’affichera peut-être.",
                ],
                &[],
            ),
            BootCause::Replaced => (
                "Une autre page est arrivée à la place du portail",
                "À la place de son programme, le portail a reçu une page web\u{a0}: un Wi-Fi qui demande de s’identifier, ou un filtre du réseau, s’est interposé.",
                &[
                    "Ouvrez un autre site dans un nouvel onglet et acceptez les conditions du Wi-Fi, si elles s’affichent.",
                    "Sinon, utilisez un autre réseau, par exemple la connexion de votre téléphone.",
                ],
                &[],
            ),
            BootCause::Altered => (
                "Le programme du portail a été modifié en route",
                "Ce qui est arrivé n’est pas le programme publié\u{a0}: par sécurité, il n’a pas été exécuté. Un antivirus, un proxy ou un fichier abîmé en sont les causes habituelles.",
                &[
                    "N’entrez pas votre mot de passe sur ce réseau tant que ce message s’affiche.",
                    "Essayez un autre réseau, par exemple la connexion de votre téléphone.",
                    "Si ce message revient sur un autre réseau, videz le cache du navigateur, puis appelez le support.",
                ],
                &[],
            ),
            BootCause::Missing => (
                "Le portail vient de changer de version",
                "Un fichier que cette page demande n’existe plus sur le serveur, le plus souvent parce qu’une nouvelle version vient d’être installée.",
                &[
                    "Rechargez la page.",
                    "Si ce message revient, attendez quelques minutes, puis appelez le support.",
                ],
                &[],
            ),
            BootCause::Unavailable => (
                "Le portail ne répond pas correctement",
                "Le serveur répond par une erreur. Votre navigateur et votre réseau ne sont pas en cause.",
                &["Patientez quelques minutes\u{a0}: la page réessaie d’elle-même."],
                &[],
            ),
            BootCause::Crash => (
                "Le portail s’est arrêté",
                "Une erreur inattendue l’a interrompu. Votre session n’est pas touchée\u{202f}; ce que vous étiez en train de saisir n’a peut-être pas été envoyé.",
                &[],
                &[],
            ),
        };
        BootWords {
            title,
            reason,
            steps,
            in_browser,
        }
    }
    fn boot_loading(&self) -> &'static str {
        "Chargement du portail…"
    }
    fn boot_progress(&self) -> &'static str {
        "Chargement du portail\u{a0}: {done}\u{a0}ko sur {total}\u{a0}ko"
    }
    fn boot_stalled(&self) -> &'static str {
        "Le réseau est lent ou coupé. Le chargement continuera dès qu’il reviendra\u{202f}; vous pouvez aussi réessayer."
    }
    fn boot_pending(&self) -> &'static str {
        "Votre demande est gardée\u{a0}: elle partira dès que le portail sera chargé."
    }
    fn boot_dropped(&self) -> &'static str {
        "Votre demande n’a pas été envoyée\u{a0}: le portail a mis plus de deux minutes à se charger. Le mot de passe a été effacé\u{202f}; saisissez-le de nouveau."
    }
    fn boot_mended(&self) -> &'static str {
        "C’est réglé\u{a0}: le portail démarre."
    }
    fn boot_mended_before(&self) -> &'static str {
        "C’est réglé\u{a0}: le portail fonctionne de nouveau."
    }
    fn boot_trying(&self) -> &'static str {
        "La page réessaie d’elle-même, et continuera où vous alliez."
    }
    fn boot_again(&self) -> &'static str {
        "Nouvel essai…"
    }
    fn boot_what_to_do(&self) -> &'static str {
        "Que faire"
    }
    fn boot_in_browser(&self, name: &str) -> String {
        format!("Avec {name}")
    }
    fn boot_help(&self) -> &'static str {
        "Aide à la connexion"
    }
    fn boot_way_back(&self) -> &'static str {
        "Revenir à l’accueil"
    }
}
