//! French sentences for the legal pages, the footer and the consent; knows nothing else.

use super::French;
use crate::i18n::help_texts::lines;
use crate::i18n::legal_texts::{LegalSection, LegalTexts};
use crate::route::TextName;

impl LegalTexts for French {
    fn text_title(&self, name: TextName) -> &'static str {
        match name {
            TextName::Legal => "Mentions légales",
            TextName::Charter => "Charte d’utilisation",
            TextName::Terms => "Conditions d’utilisation",
            TextName::Privacy => "Données personnelles",
        }
    }
    fn text_version(&self, title: &str, version: &str, date: &str) -> String {
        format!("{title}, version {version}, en vigueur depuis le {date}.")
    }
    fn text_contents(&self) -> &'static str {
        "Sommaire"
    }
    fn text_absent_title(&self) -> &'static str {
        "Ce texte n’est pas publié ici"
    }
    fn text_absent(&self) -> &'static str {
        "L’organisation ne l’a pas déposé sur ce portail. Demandez-le au support\u{a0}:"
    }
    fn privacy_on_device(&self) -> &'static LegalSection {
        &LegalSection {
            heading: "Ce que le portail garde sur votre appareil",
            paragraphs: lines![
                "Il n’y a aucun traceur, aucune mesure d’audience, aucun contenu d’un tiers. Ce que vous enregistrez ou imprimez vous-même, un bulletin par exemple, reste sur l’appareil.",
                "Le portail lui-même n’y laisse rien qui parle de vous\u{a0}: ni nom, ni message, ni bulletin. Le navigateur garde seulement\u{a0}:",
            ],
            points: lines![
                "le cookie de session, le temps de votre connexion. Il contient un secret tiré au hasard, que la page ne peut pas lire (HttpOnly)\u{202f}; il est effacé quand le portail apprend que vous vous déconnectez, et ne vaut plus rien après la fin de la session\u{202f};",
                "deux cookies d’essai, pour vérifier que votre navigateur accepte les cookies. Le premier est effacé aussitôt\u{202f}; le second dure cinq minutes et ne contient qu’une valeur tirée au hasard\u{202f};",
                "la langue que vous avez choisie, si vous en avez changé (localStorage)\u{202f}; elle est effacée si vous indiquez, en vous connectant, que l’appareil est partagé\u{202f};",
                "si le portail n’a pas pu démarrer, le nom de la cause, sans rien sur vous. Il est effacé au prochain démarrage réussi, ou avec l’onglet (sessionStorage)\u{202f};",
                "les fichiers du portail, les mêmes pour tout le monde (cache du navigateur).",
            ],
        }
    }

    fn accessibility_title(&self) -> &'static str {
        "Déclaration d’accessibilité"
    }
    fn accessibility_lead(&self, organisation: &str) -> String {
        format!(
            "Cette déclaration concerne ce portail, mis à la disposition de ses agents par\u{a0}: {organisation}."
        )
    }
    fn accessibility_sections(&self) -> &'static [LegalSection] {
        const {
            &[
                LegalSection {
                    heading: "État de conformité",
                    paragraphs: lines![
                        "Le portail est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, en raison des défauts énumérés ci-dessous.",
                        "C’est une auto-évaluation. Elle ne donne pas de taux de conformité\u{a0}: seul un audit complet le permettrait.",
                    ],
                    points: "",
                },
                LegalSection {
                    heading: "Ce qui est vérifié",
                    paragraphs: lines![
                        "Des programmes utilisent le portail comme le ferait une personne, dans Chromium, Firefox ESR et WebKitGTK\u{a0}:",
                    ],
                    points: lines![
                        "chaque page et ses principaux états, en français et en anglais, examinés par l’outil axe-core avec les règles WCAG 2.2 A et AA\u{202f};",
                        "les thèmes clair et sombre, là où le navigateur de test sait en changer\u{202f};",
                        "sur chaque page, un seul titre de premier niveau, un titre de fenêtre, la langue et la zone principale\u{202f};",
                        "la connexion et l’acceptation de la charte au clavier seul, et l’endroit où se trouve le clavier (focus) après une erreur ou un changement de page\u{202f};",
                        "l’affichage sans défilement horizontal dans une fenêtre de 320 pixels avec Chromium, et dans la plus étroite que les autres permettent (environ 450 et 500 pixels).",
                    ],
                },
                LegalSection {
                    heading: "Limites de temps",
                    paragraphs: lines![
                        "La session se ferme après un temps sans activité (WCAG 2.2.1, respecté). La page prévient avant, par un message qui se voit et s’entend, et une touche suffit pour la prolonger, autant de fois qu’il le faut. Elle ne peut pas durer plus longtemps que la durée fixée par l’organisation\u{a0}: la page le dit aussi, et on se reconnecte sur place, sans perdre ce qui est écrit, sauf sur un appareil partagé. La charte, les conditions, l’aide et cette page se lisent sans session.",
                    ],
                    points: "",
                },
                LegalSection {
                    heading: "Ce qui n’est pas vérifié",
                    paragraphs: lines!["Personne n’a encore\u{a0}:"],
                    points: lines![
                        "utilisé le portail avec un lecteur d’écran (NVDA, JAWS, VoiceOver, TalkBack)\u{202f};",
                        "essayé un iPhone, un iPad ou Safari\u{202f}: WebKitGTK n’en est qu’un proche parent\u{202f};",
                        "vérifié l’agrandissement du texte à 200\u{a0}% ni les couleurs imposées par le système (contraste élevé)\u{202f};",
                        "vérifié le balisage des bulletins de paie en PDF\u{202f};",
                        "mené un audit extérieur.",
                    ],
                },
                LegalSection {
                    heading: "Défauts connus",
                    paragraphs: "",
                    points: lines![
                        "Langue des passages (WCAG 3.1.2)\u{a0}: dans la version anglaise, un texte que l’organisation n’a écrit qu’en français n’est pas partout signalé comme tel aux lecteurs d’écran.",
                    ],
                },
                LegalSection {
                    heading: "Technologies employées",
                    paragraphs: lines![
                        "HTML, CSS, SVG, JavaScript et WebAssembly. Sans JavaScript ni WebAssembly, le portail ne fonctionne pas et la page dit pourquoi.",
                    ],
                    points: "",
                },
            ]
        }
    }
    fn accessibility_contact(&self) -> &'static LegalSection {
        &LegalSection {
            heading: "Signaler un défaut",
            paragraphs: lines![
                "Si un défaut vous empêche d’utiliser une page ou un document, dites-le au support\u{a0}: il vous donne l’information d’une autre manière et transmet le défaut. Indiquez l’adresse de la page et ce que vous vouliez faire.",
            ],
            points: "",
        }
    }
    fn accessibility_appeal(&self) -> &'static LegalSection {
        &LegalSection {
            heading: "Voie de recours",
            paragraphs: lines![
                "Si vous avez signalé un défaut et que la réponse ne vous convient pas, ou ne vient pas, vous pouvez saisir le Défenseur des droits\u{a0}:",
            ],
            points: lines![
                "par courrier gratuit, sans timbre\u{a0}: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07\u{202f};",
                "auprès de son délégué dans votre département\u{202f};",
                "par le formulaire de son site internet, www.defenseurdesdroits.fr.",
            ],
        }
    }
    fn accessibility_date(&self, date: &str) -> String {
        format!("Déclaration établie le {date}.")
    }

    fn footer_charter(&self) -> &'static str {
        "Charte"
    }
    fn footer_accessibility(&self) -> &'static str {
        "Accessibilité\u{a0}: partiellement conforme"
    }
    fn footer_help(&self) -> &'static str {
        "Aide"
    }

    fn consent_title(&self) -> &'static str {
        "Charte et conditions à accepter"
    }
    fn consent_lead(&self) -> &'static str {
        "Avant d’ouvrir votre espace, lisez ce qui suit et dites si vous l’acceptez. Cela ne vous sera plus demandé tant que rien ne change."
    }
    fn consent_no_hurry(&self) -> &'static str {
        "Prenez votre temps\u{a0}: la session se ferme après un temps sans activité, mais ces pages se lisent sans connexion et sans limite de temps."
    }
    fn consent_version(&self, version: &str, date: &str) -> String {
        format!("Version {version}, en vigueur depuis le {date}.")
    }
    fn consent_changes(&self, version: &str, date: &str) -> String {
        format!("Ce qui a changé depuis la version {version}, que vous avez acceptée le {date}")
    }
    fn consent_no_changes(&self, version: &str, date: &str) -> String {
        format!(
            "Vous aviez accepté la version {version} le {date}. L’organisation n’a pas dit ce qui a changé depuis."
        )
    }
    fn consent_whole_text(&self) -> &'static str {
        "Texte complet"
    }
    fn consent_decision(&self) -> &'static str {
        "Votre réponse"
    }
    fn consent_refusal(&self) -> &'static str {
        "Si vous refusez, vous êtes déconnecté et votre espace reste fermé. Rien n’est perdu\u{a0}: vous pourrez vous reconnecter et accepter plus tard."
    }
    fn consent_accept(&self) -> &'static str {
        "J’accepte la charte et les conditions"
    }
    fn consent_refuse(&self) -> &'static str {
        "Je refuse et je me déconnecte"
    }
    fn consent_sending(&self) -> &'static str {
        "Envoi de votre réponse…"
    }
    fn consent_failed(&self) -> &'static str {
        "Votre réponse n’a pas été enregistrée"
    }
    fn consent_newer_title(&self) -> &'static str {
        "Une version plus récente vient de paraître"
    }
    fn consent_newer(&self) -> &'static str {
        "Rien n’a été accepté. La nouvelle version est affichée ci-dessous\u{a0}: lisez-la avant de répondre."
    }
    fn consent_session_ended(&self) -> &'static str {
        "Votre session s’est fermée avant votre réponse, et rien n’a été accepté. Reconnectez-vous\u{a0}: vous reviendrez ici."
    }
}
