//! English help for the first steps: address, credentials, precautions, support; knows nothing else.

use crate::i18n::help_texts::HelpBody::{Points, Steps};
use crate::i18n::help_texts::{HelpSection, lines};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "first-connection",
        title: "Your first connection",
        body: Steps {
            text: "Have your username, your password and an up-to-date device ready, preferably your own.",
            steps: lines![
                "Type the portal’s address in the address bar, not in a search engine.",
                "Read the warning, then enter your username and password.",
                "If the page asks for it, read and accept the charter and the terms of use.",
                "If your password has expired, renew it through “Forgot password?”, then come back and log in.",
                "When you have finished, choose “Log out”.",
            ],
        },
    },
    HelpSection {
        id: "address",
        title: "The right address",
        body: Points {
            text: "Two addresses look alike. The portal’s works from anywhere. The internal intranet’s only answers inside the municipal network: at home it shows an error, and that is normal.",
            points: lines![
                "In the address bar, look at what stands between https:// and the first slash (/). It must be the portal’s name written below, letter for letter.",
                "If the name is different, do not type your password: close the page. If you have already typed it, change it and tell support.",
                "Keep the right address in your bookmarks rather than following a link in a message.",
            ],
        },
    },
    HelpSection {
        id: "credentials",
        title: "Username and password",
        body: Points {
            text: "Your human resources department (HR) gives them to you.",
            points: lines![
                "The username is written prenom.nom (first name, dot, last name), as HR gave it to you.",
                "Capitals matter in the password. Check the caps lock key and the keyboard’s language; the eye icon shows what you type.",
                "After several mistakes logging in is locked for a while: wait for the time shown.",
                "Give your password to nobody. Support never needs it.",
            ],
        },
    },
    HelpSection {
        id: "precautions",
        title: "Protecting your information",
        body: Points {
            text: "The portal shows personal information. A few habits are enough to protect it.",
            points: lines![
                "Log out after each use: the charter asks for it. Closing the tab is not enough.",
                "When the browser offers to save the password, refuse if other people use the device.",
                "A document that was opened or downloaded stays on the disk, often in the Downloads folder. Put it in a safe place, or delete it and empty the bin.",
                "On a shared or public device, download nothing. After logging out, close the browser.",
                "Your access is personal: do not lend it, and lock the screen when you walk away.",
                "Install the updates of the device and the browser.",
            ],
        },
    },
];

pub(super) const SUPPORT: &[HelpSection] = &[HelpSection {
    id: "support",
    title: "Contacting support",
    body: Steps {
        text: "Support can help you faster with the code of the check.",
        steps: lines![
            "Run the connection check.",
            "Call support and read out the code shown: it says what was seen, without any personal data.",
        ],
    },
}];
