//! French help for the device: its system, its clock; knows nothing else.

use crate::i18n::help_texts::HelpBody::Cause;
use crate::i18n::help_texts::{HelpSection, lines, ways};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "system",
        title: "Système sans mises à jour",
        body: Cause {
            signs: "le portail rappelle que votre système n’est plus mis à jour.",
            why: "sans corrections, les failles connues restent ouvertes, et les navigateurs récents finissent par ne plus s’installer. Windows 10 est dans ce cas depuis octobre 2025, sauf prolongation\u{202f}; de vieux macOS, iOS et Android aussi.",
            steps: lines![
                "Cherchez une mise à jour, comme ci-dessous.",
                "S’il n’y en a pas, préférez un autre appareil pour le portail.",
                "En attendant, gardez le navigateur à jour. La connexion reste possible.",
            ],
            paths: ways![
                "Windows" => "Paramètres › Windows Update",
                "Mac" => "menu Pomme › Réglages Système › Général › Mise à jour de logiciels",
                "Android" => "Paramètres › Système › Mise à jour (le chemin dépend de la marque)",
                "iPhone, iPad" => "Réglages › Général › Mise à jour logicielle",
            ],
            mended: "la vérification n’affiche plus ce rappel.",
        },
    },
    HelpSection {
        id: "clock",
        title: "Date ou heure fausse",
        body: Cause {
            signs: "le portail dit que votre horloge a plusieurs minutes d’écart, ou le navigateur parle d’un certificat expiré.",
            why: "les connexions sécurisées vérifient la date. Avec une heure fausse, elles peuvent échouer.",
            steps: lines![
                "Choisissez la date et l’heure automatiques, comme ci-dessous.",
                "Vérifiez aussi le fuseau horaire.",
                "Rechargez la page.",
            ],
            paths: ways![
                "Windows" => "Paramètres › Heure et langue › Date et heure › Synchroniser",
                "Mac" => "menu Pomme › Réglages Système › Général › Date et heure",
                "Android" => "Paramètres › Système › Date et heure",
                "iPhone, iPad" => "Réglages › Général › Date et heure › Réglage automatique",
            ],
            mended: "la vérification indique que l’heure est juste.",
        },
    },
];
