//! English sentences for the page before the program; knows nothing else.

use super::English;
use crate::i18n::boot_texts::{BootCause, BootTexts, BootWords, BrowserSteps};

const fn within(
    browser: &'static str,
    name: &'static str,
    steps: &'static [&'static str],
) -> BrowserSteps {
    BrowserSteps {
        browser,
        name,
        steps,
    }
}

const SCRIPTS_ON: &[BrowserSteps] = &[
    within(
        "chrome",
        "Chrome",
        &[
            "To the left of the address, open the site information, then “Site settings”.",
            "Set “JavaScript” to “Allow”.",
        ],
    ),
    within(
        "firefox",
        "Firefox",
        &[
            "Type about:config in the address bar and accept the warning.",
            "Find javascript.enabled and set it back to “true”. If you have an extension such as NoScript, allow this site in it.",
        ],
    ),
    within(
        "edge",
        "Edge",
        &[
            "Click the padlock to the left of the address, then “Permissions for this site”.",
            "Set “JavaScript” to “Allow”.",
        ],
    ),
    within(
        "safari",
        "Safari",
        &[
            "On a Mac: Safari menu, Settings, Security, then tick “Enable JavaScript”.",
            "On iPhone and iPad: Settings, Apps, Safari, Advanced, then switch “JavaScript” on.",
        ],
    ),
];

const UPDATE: &[BrowserSteps] = &[
    within(
        "chrome",
        "Chrome",
        &[
            "Open the ⋮ menu, “Help”, then “About Google Chrome”: the update downloads. On an Android phone, update Chrome in the Play Store.",
            "Click “Relaunch”, then come back here.",
        ],
    ),
    within(
        "firefox",
        "Firefox",
        &[
            "Open the ☰ menu, “Help”, then “About Firefox”: the update downloads.",
            "Click “Restart to update”, then come back here.",
        ],
    ),
    within(
        "edge",
        "Edge",
        &[
            "Open the … menu, “Help and feedback”, then “About Microsoft Edge”: the update downloads.",
            "Click “Restart”, then come back here.",
        ],
    ),
    within(
        "safari",
        "Safari",
        &[
            "Safari is updated with the Mac: Apple menu, System Settings, General, Software Update.",
            "If this Mac gets no more updates, install a recent Firefox or Chrome.",
        ],
    ),
    within(
        "ios",
        "iPhone and iPad",
        &[
            "Open Settings, General, Software Update: every browser depends on it.",
            "If this device gets no more updates, use another device.",
        ],
    ),
];

const SWITCH_ON: &[BrowserSteps] = &[
    within(
        "edge",
        "Edge",
        &[
            "Click the padlock to the left of the address and see whether “Enhanced security” is on for this site.",
            "Switch it off for this site only. Or: … menu, Settings, “Privacy, search, and services”, “Security”, “Enhance your security on the web”, then add this site to the exceptions.",
        ],
    ),
    within(
        "chrome",
        "Chrome",
        &[
            "Open the ⋮ menu, Settings, “Privacy and security”, “Site settings”, “V8 security” (or “JavaScript optimization & security”).",
            "Add this site to those allowed to use the optimizers.",
        ],
    ),
    within(
        "firefox",
        "Firefox",
        &[
            "Type about:config in the address bar and accept the warning.",
            "Find javascript.options.wasm and set it back to “true”. In Tor Browser, choose the “Standard” security level.",
        ],
    ),
    within(
        "safari",
        "Safari on a Mac",
        &[
            "In Safari, open the Safari menu, “Settings for this website”, and untick “Enable Lockdown Mode”.",
            "Lockdown Mode stays on everywhere else.",
        ],
    ),
    within(
        "ios",
        "iPhone and iPad",
        &[
            "In Safari, touch the button to the left of the address, “Website Settings” (or ⋯), and switch “Lockdown Mode” off for this site.",
            "Lockdown Mode stays on everywhere else: Settings, Privacy & Security, Lockdown Mode shows the exceptions.",
        ],
    ),
];

impl BootTexts for English {
    fn boot_cause(&self, cause: BootCause) -> BootWords {
        let (title, reason, steps, in_browser): (_, _, &[&str], &[BrowserSteps]) = match cause {
            BootCause::JavaScript => (
                "JavaScript is switched off",
                "This portal needs JavaScript, which is switched off in your browser or blocked by an extension.",
                &["Allow it for this site, as shown below, then reload the page."],
                SCRIPTS_ON,
            ),
            BootCause::SecurityMode => (
                "A security mode keeps the portal from starting",
                "Your browser is recent enough, but WebAssembly, which the portal needs, is switched off in it: by an enhanced security mode, by a setting or by the device’s administrator.",
                &[
                    "Allow this site, as shown below, then reload the page.",
                    "If an administrator manages the device, ask them, or use another browser.",
                ],
                SWITCH_ON,
            ),
            BootCause::Browser => (
                "This browser is too old for the portal",
                "It lacks what the portal’s program needs. Nothing else is wrong.",
                &["Update it, as shown below, or use a recent Chrome, Edge, Firefox or Safari."],
                UPDATE,
            ),
            BootCause::WebAssembly => (
                "This browser does not run WebAssembly",
                "The portal needs it. Either this browser does not know it yet, or a security setting has switched it off: the page can’t tell.",
                &[
                    "Try a recent Chrome, Edge, Firefox or Safari.",
                    "If you have switched on an enhanced security mode, allow this site in it, then reload the page.",
                ],
                &[],
            ),
            BootCause::Blocked => (
                "The portal’s program is blocked",
                "The network works and other files of this site arrive, but the program does not: an extension, an antivirus or a filter of the network holds it back.",
                &[
                    "If you have an ad blocker or a security extension, switch it off for this site.",
                    "If you are on a VPN or on another organisation’s network, leave it or use your phone’s connection.",
                ],
                &[],
            ),
            BootCause::Offline => (
                "The network is not responding",
                "The portal’s program could not be loaded to the end: the connection is cut, too weak, or filtered.",
                &[
                    "Check that you are connected to the Internet (Wi-Fi, cable or mobile network).",
                    "In a hotel, a train or a café, open another site: the Wi-Fi’s login page may show.",
                ],
                &[],
            ),
            BootCause::Replaced => (
                "Another page came in place of the portal",
                "Instead of its program the portal received a web page: a Wi-Fi that asks you to log in, or a filter of the network, has stepped in between.",
                &[
                    "Open another site in a new tab and accept the Wi-Fi’s terms, if they show.",
                    "Otherwise use another network, such as your phone’s connection.",
                ],
                &[],
            ),
            BootCause::Altered => (
                "The portal’s program was altered on the way",
                "What arrived is not the program that was published: for safety it was not run. An antivirus, a proxy or a damaged file are the usual causes.",
                &[
                    "Do not enter your password on this network while this message shows.",
                    "Try another network, such as your phone’s connection.",
                    "If this message comes back on another network, clear the browser’s cache, then call support.",
                ],
                &[],
            ),
            BootCause::Missing => (
                "The portal has just changed its version",
                "A file that this page asks for is not on the server any more, most often because a new version has just been installed.",
                &[
                    "Reload the page.",
                    "If this message comes back, wait a few minutes, then call support.",
                ],
                &[],
            ),
            BootCause::Unavailable => (
                "The portal is not answering properly",
                "The server answers with an error. Your browser and your network are not the cause.",
                &["Wait a few minutes: the page tries again by itself."],
                &[],
            ),
            BootCause::Crash => (
                "The portal has stopped",
                "An unexpected error interrupted it. Your session is not affected; what you were typing may not have been sent.",
                &[],
                &[],
            ),
        };
        BootWords {
            title,
            reason,
            steps,
            in_browser,
        }
    }
    fn boot_loading(&self) -> &'static str {
        "Loading the portal…"
    }
    fn boot_progress(&self) -> &'static str {
        "Loading the portal: {done} kB of {total} kB"
    }
    fn boot_stalled(&self) -> &'static str {
        "The network is slow or cut. Loading goes on as soon as it is back; you can also try again."
    }
    fn boot_pending(&self) -> &'static str {
        "Your request is kept: it will be sent as soon as the portal is loaded."
    }
    fn boot_dropped(&self) -> &'static str {
        "Your request was not sent: the portal took more than two minutes to load. The password was cleared; please type it again."
    }
    fn boot_mended(&self) -> &'static str {
        "That is solved: the portal is starting."
    }
    fn boot_mended_before(&self) -> &'static str {
        "That is solved: the portal works again."
    }
    fn boot_trying(&self) -> &'static str {
        "The page tries again by itself, and will go on to where you were heading."
    }
    fn boot_again(&self) -> &'static str {
        "Trying again…"
    }
    fn boot_what_to_do(&self) -> &'static str {
        "What to do"
    }
    fn boot_in_browser(&self, name: &str) -> String {
        format!("With {name}")
    }
    fn boot_help(&self) -> &'static str {
        "Help with logging in"
    }
    fn boot_way_back(&self) -> &'static str {
        "Back to the home page"
    }
}
