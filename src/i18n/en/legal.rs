//! English sentences for the legal pages, the footer and the consent; knows nothing else.

use super::English;
use crate::i18n::help_texts::lines;
use crate::i18n::legal_texts::{LegalSection, LegalTexts};
use crate::route::TextName;

impl LegalTexts for English {
    fn text_title(&self, name: TextName) -> &'static str {
        match name {
            TextName::Legal => "Legal notice",
            TextName::Charter => "Charter of use",
            TextName::Terms => "Terms of use",
            TextName::Privacy => "Personal data",
        }
    }
    fn text_version(&self, title: &str, version: &str, date: &str) -> String {
        format!("{title}, version {version}, in force since {date}.")
    }
    fn text_contents(&self) -> &'static str {
        "Contents"
    }
    fn text_absent_title(&self) -> &'static str {
        "This text is not published here"
    }
    fn text_absent(&self) -> &'static str {
        "The organisation has not put it on this portal. Ask support for it:"
    }
    fn privacy_on_device(&self) -> &'static LegalSection {
        &LegalSection {
            heading: "What the portal keeps on your device",
            paragraphs: lines![
                "There is no tracker, no audience measurement and no content of any third party. What you save or print yourself, a payslip for example, stays on the device.",
                "The portal itself leaves nothing about you there: no name, no message, no payslip. The browser keeps only:",
            ],
            points: lines![
                "the session cookie, while you are logged in. It holds a random secret, which the page cannot read (HttpOnly); it is erased when the portal learns that you log out, and is worth nothing after the end of the session;",
                "two trial cookies, to check that your browser accepts cookies. The first is deleted at once; the second lasts five minutes and holds nothing but a random value;",
                "the language that you chose, if you changed it (localStorage); it is deleted if you say, when you log in, that the device is shared;",
                "if the portal could not start, the name of the cause, with nothing about you. It is deleted at the next start that works, or with the tab (sessionStorage);",
                "the portal’s own files, the same for everybody (the browser’s cache).",
            ],
        }
    }

    fn accessibility_title(&self) -> &'static str {
        "Accessibility statement"
    }
    fn accessibility_lead(&self, organisation: &str) -> String {
        format!("This statement is about this portal, provided to its staff by: {organisation}.")
    }
    fn accessibility_sections(&self) -> &'static [LegalSection] {
        const {
            &[
                LegalSection {
                    heading: "State of compliance",
                    paragraphs: lines![
                        "The portal is partially compliant with the French accessibility reference (RGAA), version 4.1, because of the faults listed below.",
                        "This is a self-assessment. It gives no rate of compliance: only a full audit could.",
                    ],
                    points: "",
                },
                LegalSection {
                    heading: "What is checked",
                    paragraphs: lines![
                        "Programs use the portal as a person would, in Chromium, Firefox ESR and WebKitGTK:",
                    ],
                    points: lines![
                        "every page and its main states, in French and English, examined by the tool axe-core with the rules of WCAG 2.2 A and AA;",
                        "the light and dark themes, where the test browser can change them;",
                        "on every page, a single heading of the first level, a window title, the language and the main region;",
                        "logging in and accepting the charter with the keyboard alone, and where the focus is after an error or a change of page;",
                        "display without horizontal scrolling in a window of 320 pixels with Chromium, and in the narrowest that the others allow (about 450 and 500 pixels).",
                    ],
                },
                LegalSection {
                    heading: "Time limits",
                    paragraphs: lines![
                        "The session ends after a time without activity (WCAG 2.2.1, satisfied). The page warns before, with a message that can be seen and heard, and one key extends the session, as often as needed. It can’t last longer than the organisation has set: the page says that too, and people log in again in place, without losing what they have written, except on a shared device. The charter, the terms, the help and this page can be read without a session.",
                    ],
                    points: "",
                },
                LegalSection {
                    heading: "What is not checked",
                    paragraphs: lines!["Nobody has yet:"],
                    points: lines![
                        "used the portal with a screen reader (NVDA, JAWS, VoiceOver, TalkBack);",
                        "tried an iPhone, an iPad or Safari: WebKitGTK is only a close relative;",
                        "checked text enlarged to 200%, or colours imposed by the system (high contrast);",
                        "checked the tags of payslips in PDF;",
                        "had an external audit made.",
                    ],
                },
                LegalSection {
                    heading: "Known faults",
                    paragraphs: "",
                    points: lines![
                        "Language of parts (WCAG 3.1.2): in the English version, a text that the organisation wrote in French only is not everywhere marked as French for screen readers.",
                    ],
                },
                LegalSection {
                    heading: "Technologies used",
                    paragraphs: lines![
                        "HTML, CSS, SVG, JavaScript and WebAssembly. Without JavaScript or WebAssembly the portal does not work, and the page says why.",
                    ],
                    points: "",
                },
            ]
        }
    }
    fn accessibility_contact(&self) -> &'static LegalSection {
        &LegalSection {
            heading: "Report a fault",
            paragraphs: lines![
                "If a fault keeps you from using a page or a document, tell support: they give you the information in another way and pass the fault on. Give the address of the page and what you wanted to do.",
            ],
            points: "",
        }
    }
    fn accessibility_appeal(&self) -> &'static LegalSection {
        &LegalSection {
            heading: "Appeal",
            paragraphs: lines![
                "If you have reported a fault and the answer does not satisfy you, or does not come, you can turn to the French Defender of Rights (Défenseur des droits):",
            ],
            points: lines![
                "by free post from France, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07;",
                "through its delegate in your département;",
                "with the form on its website, www.defenseurdesdroits.fr.",
            ],
        }
    }
    fn accessibility_date(&self, date: &str) -> String {
        format!("Statement established on {date}.")
    }

    fn footer_charter(&self) -> &'static str {
        "Charter"
    }
    fn footer_accessibility(&self) -> &'static str {
        "Accessibility: partially compliant"
    }
    fn footer_help(&self) -> &'static str {
        "Help"
    }

    fn consent_title(&self) -> &'static str {
        "Charter and terms to accept"
    }
    fn consent_lead(&self) -> &'static str {
        "Before your space opens, read what follows and say whether you accept it. You will not be asked again as long as nothing changes."
    }
    fn consent_no_hurry(&self) -> &'static str {
        "Take your time: the session ends after a time without activity, but these pages can be read without logging in and without a time limit."
    }
    fn consent_version(&self, version: &str, date: &str) -> String {
        format!("Version {version}, in force since {date}.")
    }
    fn consent_changes(&self, version: &str, date: &str) -> String {
        format!("What changed since version {version}, which you accepted on {date}")
    }
    fn consent_no_changes(&self, version: &str, date: &str) -> String {
        format!(
            "You accepted version {version} on {date}. The organisation has not said what changed since."
        )
    }
    fn consent_whole_text(&self) -> &'static str {
        "Full text"
    }
    fn consent_decision(&self) -> &'static str {
        "Your answer"
    }
    fn consent_refusal(&self) -> &'static str {
        "If you decline, you are logged out and your space stays closed. Nothing is lost: you can log in again and accept later."
    }
    fn consent_accept(&self) -> &'static str {
        "I accept the charter and the terms"
    }
    fn consent_refuse(&self) -> &'static str {
        "I decline and log out"
    }
    fn consent_sending(&self) -> &'static str {
        "Sending your answer…"
    }
    fn consent_failed(&self) -> &'static str {
        "Your answer was not recorded"
    }
    fn consent_newer_title(&self) -> &'static str {
        "A newer version has just come out"
    }
    fn consent_newer(&self) -> &'static str {
        "Nothing was accepted. The new version is shown below: read it before you answer."
    }
    fn consent_session_ended(&self) -> &'static str {
        "Your session ended before you answered, and nothing was accepted. Log in again: you will come back here."
    }
}
