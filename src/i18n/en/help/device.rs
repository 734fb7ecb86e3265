//! English help for the device: its system, its clock; knows nothing else.

use crate::i18n::help_texts::HelpBody::Cause;
use crate::i18n::help_texts::{HelpSection, lines, ways};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "system",
        title: "A system without updates",
        body: Cause {
            signs: "the portal reminds you that your system gets no more updates.",
            why: "without corrections, known weaknesses stay open, and recent browsers can no longer be installed in the end. Windows 10 is in this case since October 2025, unless extended; so are old versions of macOS, iOS and Android.",
            steps: lines![
                "Look for an update, as below.",
                "If there is none, prefer another device for the portal.",
                "Until then, keep the browser up to date. You can still log in.",
            ],
            paths: ways![
                "Windows" => "Settings › Windows Update",
                "Mac" => "Apple menu › System Settings › General › Software Update",
                "Android" => "Settings › System › Update (the way depends on the make)",
                "iPhone, iPad" => "Settings › General › Software Update",
            ],
            mended: "the check no longer shows this reminder.",
        },
    },
    HelpSection {
        id: "clock",
        title: "Wrong date or time",
        body: Cause {
            signs: "the portal says that your clock is minutes away from the right time, or the browser speaks of an expired certificate.",
            why: "secure connections check the date. With a wrong time they may fail.",
            steps: lines![
                "Choose the automatic date and time, as below.",
                "Check the time zone too.",
                "Reload the page.",
            ],
            paths: ways![
                "Windows" => "Settings › Time & language › Date & time › Sync now",
                "Mac" => "Apple menu › System Settings › General › Date & Time",
                "Android" => "Settings › System › Date & time",
                "iPhone, iPad" => "Settings › General › Date & Time › Set Automatically",
            ],
            mended: "the check says that the time is right.",
        },
    },
];
