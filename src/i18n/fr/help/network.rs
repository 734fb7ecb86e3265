//! French help for the way to the service: network, filters, addresses, interruptions; knows nothing else.

use crate::i18n::help_texts::HelpBody::Cause;
use crate::i18n::help_texts::{HelpSection, lines, ways};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "offline",
        title: "Pas de connexion à internet",
        body: Cause {
            signs: "aucun site ne s’ouvre, ou le portail dit que vous êtes hors connexion.",
            why: "l’appareil n’est relié à aucun réseau, ou le réseau est coupé.",
            steps: lines![
                "Désactivez le mode avion\u{202f}; activez le Wi-Fi ou les données mobiles.",
                "Redémarrez votre box et attendez deux minutes.",
                "Essayez un autre réseau, par exemple le partage de connexion de votre téléphone.",
            ],
            paths: "",
            mended: "d’autres sites s’ouvrent.",
        },
    },
    HelpSection {
        id: "wifi",
        title: "Wi-Fi d’hôtel, de train ou de café",
        body: Cause {
            signs: "une page inconnue s’affiche, ou le portail dit qu’une page web a répondu à sa place.",
            why: "ces réseaux attendent que vous acceptiez leurs conditions. D’ici là, ils répondent à la place des sites.",
            steps: lines![
                "Touchez la notification «\u{a0}Se connecter au réseau\u{a0}», ou tapez http://example.com dans un nouvel onglet\u{a0}: la page du Wi-Fi s’affiche.",
                "Acceptez ses conditions. N’y tapez jamais votre mot de passe du portail.",
                "Revenez au portail et rechargez la page.",
                "Si rien ne s’affiche, utilisez le partage de connexion de votre téléphone.",
            ],
            paths: "",
            mended: "http://example.com montre «\u{a0}Example Domain\u{a0}».",
        },
    },
    HelpSection {
        id: "filter",
        title: "Filtre, antivirus ou contrôle parental",
        body: Cause {
            signs: "d’autres sites fonctionnent, mais les réponses du portail sont refusées ou modifiées en route.",
            why: "un filtre d’entreprise, un antivirus, un contrôle parental ou un bloqueur de publicité s’interpose.",
            steps: lines![
                "Dans le bloqueur de publicité, autorisez le portail, puis rechargez la page.",
                "Dans l’antivirus ou le contrôle parental, ajoutez le portail aux sites autorisés.",
                "Sur le réseau d’une entreprise ou d’une école, utilisez plutôt la connexion de votre téléphone.",
            ],
            paths: "",
            mended: "la vérification ne signale plus de filtre.",
        },
    },
    HelpSection {
        id: "vpn",
        title: "VPN ou relais privé",
        body: Cause {
            signs: "le portail refuse votre adresse réseau et montre celle qu’il voit.",
            why: "un VPN fait passer votre connexion par un autre lieu. Par sécurité, le portail refuse ces adresses.",
            steps: lines![
                "Coupez le VPN. Il se cache parfois dans l’antivirus ou dans le navigateur.",
                "Attendez quelques secondes, puis rechargez la page.",
                "Réactivez-le quand vous avez quitté le portail.",
            ],
            paths: ways![
                "Firefox, Opera, Edge" => "le bouton VPN ou bouclier près de la barre d’adresse",
                "Windows, Android" => "Paramètres › Réseau et Internet › VPN",
                "iPhone, iPad" => "Réglages › votre nom › iCloud › Relais privé\u{202f}; Réglages › Général › VPN et gestion de l’appareil",
                "Mac" => "Réglages Système › votre nom › iCloud › Relais privé\u{202f}; Réglages Système › VPN",
            ],
            mended: "le portail ne refuse plus votre adresse.",
        },
    },
    HelpSection {
        id: "blocked",
        title: "Adresse réseau refusée",
        body: Cause {
            signs: "le portail refuse votre adresse réseau, alors que vous n’avez pas de VPN.",
            why: "votre adresse est dans un groupe bloqué par sécurité. Vous n’y êtes pour rien.",
            steps: lines![
                "Essayez un autre réseau, par exemple celui de votre téléphone.",
                "Si le refus continue, appelez le support et lisez-lui l’adresse affichée.",
            ],
            paths: "",
            mended: "le portail ne refuse plus votre adresse.",
        },
    },
    HelpSection {
        id: "intranet",
        title: "Vous êtes dans le réseau municipal",
        body: Cause {
            signs: "le portail dit que vous êtes dans le réseau interne.",
            why: "au bureau, l’intranet est plus proche. Le portail nomade sert surtout à l’extérieur.",
            steps: lines![
                "Ici, ouvrez plutôt l’intranet\u{a0}: son adresse est plus haut, dans «\u{a0}La bonne adresse\u{a0}».",
                "De chez vous, revenez au portail\u{a0}: l’intranet n’y répond pas.",
            ],
            paths: "",
            mended: "l’intranet s’ouvre.",
        },
    },
    HelpSection {
        id: "unreachable",
        title: "Service introuvable",
        body: Cause {
            signs: "le service ne répond pas du tout, ou le navigateur parle d’un site introuvable ou d’un certificat refusé.",
            why: "le nom du service n’est pas trouvé dans l’annuaire d’internet (DNS), la connexion est refusée, ou son identité (son certificat) n’a pas pu être vérifiée.",
            steps: lines![
                "Vérifiez l’adresse, lettre par lettre.",
                "Vérifiez la date et l’heure de l’appareil.",
                "Redémarrez votre box, ou utilisez la connexion de votre téléphone.",
                "Si vous avez choisi un DNS particulier, revenez au réglage automatique.",
                "Devant un avertissement de certificat, ne passez pas outre\u{a0}: appelez le support.",
            ],
            paths: "",
            mended: "la vérification trouve le service.",
        },
    },
    HelpSection {
        id: "service",
        title: "Service en panne",
        body: Cause {
            signs: "le portail dit que le service ne répond pas, parfois avec une référence.",
            why: "la panne est de notre côté. Votre appareil et vos réglages ne sont pas en cause.",
            steps: lines![
                "Ne changez rien à vos réglages. Réessayez dans dix minutes.",
                "Si cela dure, donnez au support la référence affichée.",
            ],
            paths: "",
            mended: "la page de connexion n’affiche plus d’alerte.",
        },
    },
    HelpSection {
        id: "maintenance",
        title: "Interruption annoncée",
        body: Cause {
            signs: "un message annonce une maintenance, avec son début et sa fin.",
            why: "le portail s’arrête le temps d’une mise à jour.",
            steps: lines![
                "Avant le début, terminez ce que vous faites et déconnectez-vous.",
                "Revenez après l’heure de fin.",
            ],
            paths: "",
            mended: "l’annonce a disparu.",
        },
    },
    HelpSection {
        id: "slow",
        title: "Connexion lente",
        body: Cause {
            signs: "le portail répond, mais après plusieurs secondes.",
            why: "le réseau est faible ou très occupé.",
            steps: lines![
                "Rapprochez-vous de la box, ou passez du Wi-Fi aux données mobiles.",
                "Arrêtez les vidéos et les téléchargements en cours.",
                "Laissez la page finir. Un double appui n’envoie rien deux fois.",
            ],
            paths: "",
            mended: "les pages s’affichent en une ou deux secondes.",
        },
    },
];
