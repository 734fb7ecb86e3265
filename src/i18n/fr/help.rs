//! French sentences for the help page; knows nothing else.

mod browser;
mod device;
mod network;
mod start;

use super::French;
use crate::i18n::help_texts::HelpTheme;
use crate::i18n::texts::HelpTexts;

impl HelpTexts for French {
    fn help_title(&self) -> &'static str {
        "Aide à la connexion"
    }
    fn help_lead(&self) -> &'static str {
        "La connexion ne se passe pas comme prévu\u{202f}? Lancez d’abord la vérification\u{a0}: elle cherche la cause à votre place et vous ramène ici, au bon endroit."
    }
    fn help_contents(&self) -> &'static str {
        "Sommaire"
    }
    fn help_signs(&self) -> &'static str {
        "Vous le remarquez ainsi\u{a0}:"
    }
    fn help_why(&self) -> &'static str {
        "Pourquoi\u{a0}:"
    }
    fn help_steps(&self) -> &'static str {
        "Que faire\u{a0}:"
    }
    fn help_paths(&self) -> &'static str {
        "Où se trouve le réglage (les noms changent un peu selon les versions)\u{a0}:"
    }
    fn help_mended(&self) -> &'static str {
        "C’est réglé quand\u{a0}:"
    }
    fn help_portal_host(&self) -> &'static str {
        "Le portail, de partout"
    }
    fn help_intranet_host(&self) -> &'static str {
        "L’intranet interne, dans le réseau municipal seulement"
    }
    fn help_host_unknown(&self) -> &'static str {
        "pas encore connue\u{a0}: le portail n’a pas répondu"
    }
    fn help_links(&self) -> &'static str {
        "Autres pages d’aide"
    }
    fn help_themes(&self) -> &'static [HelpTheme] {
        &[
            HelpTheme {
                title: "Bien démarrer",
                sections: start::SECTIONS,
            },
            HelpTheme {
                title: "Le réseau",
                sections: network::SECTIONS,
            },
            HelpTheme {
                title: "Le navigateur",
                sections: browser::SECTIONS,
            },
            HelpTheme {
                title: "L’appareil",
                sections: device::SECTIONS,
            },
            HelpTheme {
                title: "Une personne à qui parler",
                sections: start::SUPPORT,
            },
        ]
    }
}
