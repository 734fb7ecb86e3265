//! French help for the browser: cookies, protections, versions, the program; knows nothing else.

use crate::i18n::help_texts::HelpBody::Cause;
use crate::i18n::help_texts::{HelpSection, lines, ways};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "cookies",
        title: "Cookies bloqués",
        body: Cause {
            signs: "le mot de passe est accepté, mais le portail dit que la session n’est pas gardée.",
            why: "un cookie est un petit fichier qui permet au portail de vous reconnaître d’une page à l’autre. Votre navigateur le refuse ou l’efface.",
            steps: lines![
                "Ouvrez le réglage de votre navigateur, indiqué ci-dessous.",
                "Autorisez les cookies, au moins pour le portail.",
                "Si une extension efface les cookies, faites-y une exception pour le portail.",
                "Fermez le navigateur, rouvrez-le et reconnectez-vous.",
            ],
            paths: ways![
                "Chrome" => "menu ⋮ › Paramètres › Confidentialité et sécurité › Paramètres des sites › Paramètres de contenu supplémentaires › Données des sites sur l’appareil › Autoriser",
                "Chrome, Android" => "menu ⋮ › Paramètres › Paramètres des sites › Données des sites sur l’appareil",
                "Edge" => "menu … › Paramètres › Confidentialité, recherche et services › Cookies › Autoriser les sites à enregistrer et à lire les cookies",
                "Firefox" => "menu ☰ › Paramètres › Vie privée et sécurité › Protection renforcée contre le pistage › Standard",
                "Safari, Mac" => "menu Safari › Réglages › réglages avancés › décochez Bloquer tous les cookies",
                "Safari, iPhone et iPad" => "Réglages › Apps › Safari › Avancé › désactivez Bloquer tous les cookies",
            ],
            mended: "votre espace s’affiche après la connexion, et reste affiché.",
        },
    },
    HelpSection {
        id: "tracking",
        title: "Cookies tiers et protection contre le suivi",
        body: Cause {
            signs: "les cookies sont autorisés, mais le portail dit que ceux du service de connexion sont refusés.",
            why: "la page et son service ont ici deux adresses. Une protection contre le pistage, ou la navigation privée, prend alors le cookie du service pour celui d’un publicitaire.",
            steps: lines![
                "Dans une fenêtre privée, ouvrez plutôt une fenêtre ordinaire.",
                "Sinon, levez la protection pour le portail seulement, comme ci-dessous.",
                "Rechargez la page et reconnectez-vous.",
                "Dans Safari, remettez la protection après votre visite\u{a0}: elle vaut pour tous les sites.",
            ],
            paths: ways![
                "Chrome" => "icône en forme d’œil, ou icône à gauche de l’adresse › Cookies tiers › Autoriser",
                "Chrome, Android" => "menu ⋮ › Paramètres › Paramètres des sites › Cookies tiers",
                "Edge" => "icône à gauche de l’adresse › désactivez Prévention du suivi pour ce site",
                "Firefox" => "bouclier à gauche de l’adresse › désactivez Protection renforcée contre le pistage",
                "Safari, Mac" => "menu Safari › Réglages › Confidentialité › décochez Empêcher le suivi intersites",
                "Safari, iPhone et iPad" => "Réglages › Apps › Safari › désactivez Empêcher le suivi intersites",
            ],
            mended: "votre espace s’affiche après la connexion, et reste affiché.",
        },
    },
    HelpSection {
        id: "browser",
        title: "Navigateur à mettre à jour",
        body: Cause {
            signs: "le portail indique que votre version est ancienne, ou des boutons ne répondent pas.",
            why: "les anciennes versions ne savent pas tout afficher et ne reçoivent plus de corrections de sécurité.",
            steps: lines![
                "Ouvrez la mise à jour, indiquée ci-dessous\u{a0}: elle se télécharge seule.",
                "Relancez le navigateur quand il le propose.",
                "Si rien n’est proposé, installez un autre navigateur ou utilisez un autre appareil.",
            ],
            paths: ways![
                "Chrome" => "menu ⋮ › Aide › À propos de Google Chrome",
                "Edge" => "menu … › Aide et commentaires › À propos de Microsoft Edge",
                "Firefox" => "menu ☰ › Aide › À propos de Firefox",
                "Safari, Mac" => "menu Pomme › Réglages Système › Général › Mise à jour de logiciels",
                "Android" => "Play Store › votre photo › Gérer les applications et l’appareil › Mises à jour",
                "iPhone, iPad" => "pour Safari, Réglages › Général › Mise à jour logicielle\u{202f}; pour les autres, App Store › votre photo",
            ],
            mended: "la vérification indique que votre version convient.",
        },
    },
    HelpSection {
        id: "other-browser",
        title: "Navigateur non testé",
        body: Cause {
            signs: "le portail ne reconnaît pas votre navigateur.",
            why: "nous le vérifions avec Chrome, Edge, Firefox et Safari. Les autres fonctionnent souvent, sans garantie.",
            steps: lines![
                "Essayez quand même\u{a0}: rien n’est bloqué.",
                "En cas de difficulté, ouvrez le portail dans l’un de ces quatre navigateurs.",
            ],
            paths: "",
            mended: "la connexion réussit.",
        },
    },
    HelpSection {
        id: "in-app",
        title: "Page ouverte dans une application",
        body: Cause {
            signs: "vous avez suivi un lien dans une messagerie ou un réseau social, et la page s’affiche dans l’application.",
            why: "cette fenêtre n’est pas un vrai navigateur\u{a0}: cookies et téléchargements peuvent y manquer.",
            steps: lines![
                "Touchez le menu de cette fenêtre (⋯, ⋮ ou l’icône de partage).",
                "Choisissez «\u{a0}Ouvrir dans le navigateur\u{a0}» ou «\u{a0}Ouvrir dans Safari\u{a0}».",
                "Sinon, ouvrez vous-même votre navigateur et tapez l’adresse du portail.",
            ],
            paths: "",
            mended: "vous voyez la barre d’adresse et pouvez ouvrir un nouvel onglet.",
        },
    },
    HelpSection {
        id: "javascript",
        title: "JavaScript désactivé",
        body: Cause {
            signs: "la page reste vide, ou demande d’activer JavaScript.",
            why: "JavaScript fait fonctionner les pages. Un réglage ou une extension l’arrête.",
            steps: lines![
                "Autorisez JavaScript pour le portail, comme ci-dessous.",
                "Si une extension bloque les scripts, faites-y une exception pour le portail.",
                "Rechargez la page.",
            ],
            paths: ways![
                "Chrome" => "menu ⋮ › Paramètres › Confidentialité et sécurité › Paramètres des sites › JavaScript › Les sites peuvent utiliser JavaScript",
                "Edge" => "menu … › Paramètres › Confidentialité, recherche et services › Autorisations de site › JavaScript",
                "Firefox" => "tapez about:config dans la barre d’adresse › javascript.enabled › true",
                "Safari, Mac" => "menu Safari › Réglages › Sécurité › Activer JavaScript",
                "Safari, iPhone et iPad" => "Réglages › Apps › Safari › Avancé › JavaScript",
            ],
            mended: "le formulaire de connexion s’affiche.",
        },
    },
    HelpSection {
        id: "webassembly",
        title: "WebAssembly indisponible",
        body: Cause {
            signs: "le portail ne démarre pas et dit que WebAssembly manque.",
            why: "le portail est un programme que le navigateur exécute grâce à WebAssembly. Les très anciens navigateurs ne l’ont pas\u{202f}; parfois un réglage l’a coupé.",
            steps: lines![
                "Mettez le navigateur à jour.",
                "S’il est à jour, voyez «\u{a0}Mode de sécurité renforcé\u{a0}», juste après.",
                "Dans Firefox, tapez about:config dans la barre d’adresse\u{a0}: javascript.options.wasm doit valoir true.",
                "Sinon, essayez un autre navigateur ou un autre appareil.",
            ],
            paths: "",
            mended: "le formulaire de connexion s’affiche et répond.",
        },
    },
    HelpSection {
        id: "security-mode",
        title: "Mode de sécurité renforcé",
        body: Cause {
            signs: "votre navigateur est récent, mais le portail ne démarre pas et parle d’un mode de sécurité.",
            why: "la sécurité renforcée d’Edge ou de Chrome, ou le mode Isolement d’Apple, arrête une partie des programmes des pages. Vous pouvez la garder et faire une exception pour le portail.",
            steps: lines![
                "Faites l’exception, comme ci-dessous.",
                "Rechargez la page.",
            ],
            paths: ways![
                "Edge" => "menu … › Paramètres › Confidentialité, recherche et services › Sécurité › Améliorer votre sécurité sur le web › exceptions",
                "Chrome" => "menu ⋮ › Paramètres › Confidentialité et sécurité › Sécurité › Gérer l’optimisation et la sécurité JavaScript › sites toujours autorisés",
                "Safari, Mac" => "menu Safari › Réglages pour ce site web › décochez le mode Isolement",
                "Safari, iPhone et iPad" => "menu de la page, dans la barre d’adresse › réglages du site web › désactivez le mode Isolement",
            ],
            mended: "le formulaire de connexion s’affiche et répond.",
        },
    },
    HelpSection {
        id: "program",
        title: "Fichier du portail bloqué",
        body: Cause {
            signs: "le portail dit qu’un de ses fichiers n’est pas arrivé.",
            why: "un bloqueur de publicité, un antivirus ou un filtre l’a arrêté, ou le réseau s’est coupé.",
            steps: lines![
                "Désactivez le bloqueur de publicité pour le portail.",
                "Rechargez la page.",
                "Essayez une fenêtre privée, sans extensions, ou un autre navigateur.",
                "Essayez un autre réseau.",
            ],
            paths: "",
            mended: "le formulaire de connexion s’affiche et répond.",
        },
    },
    HelpSection {
        id: "altered",
        title: "Fichier modifié en route",
        body: Cause {
            signs: "le portail dit que son programme a été modifié, et refuse de démarrer.",
            why: "le fichier reçu n’est pas celui que nous avons publié\u{a0}: il a été coupé ou transformé en route. Le portail s’arrête pour vous protéger.",
            steps: lines![
                "Ne tapez pas votre mot de passe.",
                "Rechargez la page.",
                "Dans l’antivirus, arrêtez l’analyse du web pour le portail, ou changez de réseau.",
                "Si le message revient sur un autre réseau, appelez le support.",
            ],
            paths: "",
            mended: "le formulaire de connexion s’affiche et répond.",
        },
    },
];
