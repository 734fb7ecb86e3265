//! French help for the first steps: address, credentials, precautions, support; knows nothing else.

use crate::i18n::help_texts::HelpBody::{Points, Steps};
use crate::i18n::help_texts::{HelpSection, lines};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "first-connection",
        title: "Votre première connexion",
        body: Steps {
            text: "Préparez votre identifiant, votre mot de passe et un appareil à jour, le vôtre de préférence.",
            steps: lines![
                "Tapez l’adresse du portail dans la barre d’adresse, sans passer par un moteur de recherche.",
                "Lisez l’avertissement, puis saisissez votre identifiant et votre mot de passe.",
                "Si la page le demande, lisez et acceptez la charte et les conditions d’utilisation.",
                "Si votre mot de passe a expiré, renouvelez-le par «\u{a0}Mot de passe oublié\u{202f}?\u{a0}», puis revenez vous connecter.",
                "Quand vous avez fini, choisissez «\u{a0}Se déconnecter\u{a0}».",
            ],
        },
    },
    HelpSection {
        id: "address",
        title: "La bonne adresse",
        body: Points {
            text: "Deux adresses se ressemblent. Celle du portail fonctionne de partout. Celle de l’intranet interne ne répond que dans le réseau municipal\u{a0}: chez vous, elle affiche une erreur, et c’est normal.",
            points: lines![
                "Dans la barre d’adresse, regardez ce qui suit https:// jusqu’à la première barre oblique (/). Ce doit être le nom du portail écrit plus bas, lettre pour lettre.",
                "Si le nom est différent, ne tapez pas votre mot de passe\u{a0}: fermez la page. Si vous l’avez déjà tapé, changez-le et prévenez le support.",
                "Gardez la bonne adresse dans vos favoris, plutôt que de suivre le lien d’un message.",
            ],
        },
    },
    HelpSection {
        id: "credentials",
        title: "Identifiant et mot de passe",
        body: Points {
            text: "Votre service des ressources humaines (RH) vous les remet.",
            points: lines![
                "L’identifiant s’écrit prenom.nom, comme vos RH vous l’ont donné.",
                "Le mot de passe distingue majuscules et minuscules. Vérifiez la touche de verrouillage et la langue du clavier\u{202f}; l’icône en forme d’œil affiche ce que vous tapez.",
                "Après plusieurs erreurs, la connexion se bloque un moment\u{a0}: attendez le délai affiché.",
                "Ne donnez votre mot de passe à personne. Le support n’en a jamais besoin.",
            ],
        },
    },
    HelpSection {
        id: "precautions",
        title: "Protéger vos informations",
        body: Points {
            text: "Le portail montre des informations personnelles. Quelques gestes suffisent à les protéger.",
            points: lines![
                "Déconnectez-vous après chaque utilisation\u{a0}: la charte le demande. Fermer l’onglet ne suffit pas.",
                "Quand le navigateur propose d’enregistrer le mot de passe, refusez si d’autres personnes utilisent l’appareil.",
                "Un document ouvert ou téléchargé reste sur le disque, souvent dans le dossier Téléchargements. Rangez-le en lieu sûr, ou supprimez-le et videz la corbeille.",
                "Sur un appareil partagé ou public, ne téléchargez rien. Après vous être déconnecté, fermez le navigateur.",
                "Votre accès est personnel\u{a0}: ne le prêtez pas, et verrouillez l’écran quand vous vous éloignez.",
                "Installez les mises à jour de l’appareil et du navigateur.",
            ],
        },
    },
];

pub(super) const SUPPORT: &[HelpSection] = &[HelpSection {
    id: "support",
    title: "Joindre le support",
    body: Steps {
        text: "Le support vous aide plus vite avec le code de la vérification.",
        steps: lines![
            "Lancez la vérification de la connexion.",
            "Appelez le support et lisez le code affiché\u{a0}: il dit ce qui a été vu, sans aucune donnée personnelle.",
        ],
    },
}];
