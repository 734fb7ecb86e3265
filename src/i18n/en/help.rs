//! English sentences for the help page; knows nothing else.

mod browser;
mod device;
mod network;
mod start;

use super::English;
use crate::i18n::help_texts::HelpTheme;
use crate::i18n::texts::HelpTexts;

impl HelpTexts for English {
    fn help_title(&self) -> &'static str {
        "Help with logging in"
    }
    fn help_lead(&self) -> &'static str {
        "Is logging in not going as expected? Run the check first: it looks for the cause and brings you back here, to the right place."
    }
    fn help_contents(&self) -> &'static str {
        "Contents"
    }
    fn help_signs(&self) -> &'static str {
        "How you notice:"
    }
    fn help_why(&self) -> &'static str {
        "Why:"
    }
    fn help_steps(&self) -> &'static str {
        "What to do:"
    }
    fn help_paths(&self) -> &'static str {
        "Where the setting is (names vary a little between versions):"
    }
    fn help_mended(&self) -> &'static str {
        "It is solved when:"
    }
    fn help_portal_host(&self) -> &'static str {
        "The portal, from anywhere"
    }
    fn help_intranet_host(&self) -> &'static str {
        "The internal intranet, inside the municipal network only"
    }
    fn help_host_unknown(&self) -> &'static str {
        "not known yet: the portal has not answered"
    }
    fn help_links(&self) -> &'static str {
        "Other help pages"
    }
    fn help_themes(&self) -> &'static [HelpTheme] {
        &[
            HelpTheme {
                title: "Getting started",
                sections: start::SECTIONS,
            },
            HelpTheme {
                title: "The network",
                sections: network::SECTIONS,
            },
            HelpTheme {
                title: "The browser",
                sections: browser::SECTIONS,
            },
            HelpTheme {
                title: "The device",
                sections: device::SECTIONS,
            },
            HelpTheme {
                title: "Somebody to talk to",
                sections: start::SUPPORT,
            },
        ]
    }
}
