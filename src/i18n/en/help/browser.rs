//! English help for the browser: cookies, protections, versions, the program; knows nothing else.

use crate::i18n::help_texts::HelpBody::Cause;
use crate::i18n::help_texts::{HelpSection, lines, ways};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "cookies",
        title: "Blocked cookies",
        body: Cause {
            signs: "the password is accepted, but the portal says that the session is not kept.",
            why: "a cookie is a small file by which the portal recognises you from one page to the next. Your browser refuses or deletes it.",
            steps: lines![
                "Open your browser’s setting, shown below.",
                "Allow cookies, at least for the portal.",
                "If an extension deletes cookies, make an exception for the portal there.",
                "Close the browser, open it again and log in again.",
            ],
            paths: ways![
                "Chrome" => "menu ⋮ › Settings › Privacy and security › Site settings › Additional content settings › On-device site data › Allow",
                "Chrome, Android" => "menu ⋮ › Settings › Site settings › On-device site data",
                "Edge" => "menu … › Settings › Privacy, search, and services › Cookies › Allow sites to save and read cookie data",
                "Firefox" => "menu ☰ › Settings › Privacy & Security › Enhanced Tracking Protection › Standard",
                "Safari, Mac" => "menu Safari › Settings › Advanced › untick Block all cookies",
                "Safari, iPhone and iPad" => "Settings › Apps › Safari › Advanced › switch off Block All Cookies",
            ],
            mended: "your space appears after logging in, and stays.",
        },
    },
    HelpSection {
        id: "tracking",
        title: "Third-party cookies and tracking protection",
        body: Cause {
            signs: "cookies are allowed, but the portal says that those of the sign-in service are refused.",
            why: "the page and its service have two addresses here. A tracking protection, or private browsing, then takes the service’s cookie for an advertiser’s.",
            steps: lines![
                "In a private window, open an ordinary window instead.",
                "Otherwise lift the protection for the portal only, as below.",
                "Reload the page and log in again.",
                "In Safari, put the protection back after your visit: it covers all sites.",
            ],
            paths: ways![
                "Chrome" => "eye icon, or the icon left of the address › Third-party cookies › Allow",
                "Chrome, Android" => "menu ⋮ › Settings › Site settings › Third-party cookies",
                "Edge" => "icon left of the address › switch off Tracking prevention for this site",
                "Firefox" => "shield left of the address › switch off Enhanced Tracking Protection",
                "Safari, Mac" => "menu Safari › Settings › Privacy › untick Prevent cross-site tracking",
                "Safari, iPhone and iPad" => "Settings › Apps › Safari › switch off Prevent Cross-Site Tracking",
            ],
            mended: "your space appears after logging in, and stays.",
        },
    },
    HelpSection {
        id: "browser",
        title: "A browser to update",
        body: Cause {
            signs: "the portal says that your version is old, or buttons do not respond.",
            why: "old versions cannot show everything and get no more security corrections.",
            steps: lines![
                "Open the update, shown below: it downloads by itself.",
                "Restart the browser when it offers to.",
                "If nothing is offered, install another browser or use another device.",
            ],
            paths: ways![
                "Chrome" => "menu ⋮ › Help › About Google Chrome",
                "Edge" => "menu … › Help and feedback › About Microsoft Edge",
                "Firefox" => "menu ☰ › Help › About Firefox",
                "Safari, Mac" => "Apple menu › System Settings › General › Software Update",
                "Android" => "Play Store › your picture › Manage apps and device › Updates",
                "iPhone, iPad" => "for Safari, Settings › General › Software Update; for others, App Store › your picture",
            ],
            mended: "the check says that your version is fine.",
        },
    },
    HelpSection {
        id: "other-browser",
        title: "A browser that is not tested",
        body: Cause {
            signs: "the portal does not recognise your browser.",
            why: "we check it with Chrome, Edge, Firefox and Safari. Others often work, without a guarantee.",
            steps: lines![
                "Try all the same: nothing is blocked.",
                "If something fails, open the portal in one of these four browsers.",
            ],
            paths: "",
            mended: "logging in works.",
        },
    },
    HelpSection {
        id: "in-app",
        title: "A page opened inside an app",
        body: Cause {
            signs: "you followed a link in a messaging or social app, and the page appears inside the app.",
            why: "this window is not a real browser: cookies and downloads may be missing.",
            steps: lines![
                "Tap the window’s menu (⋯, ⋮ or the share icon).",
                "Choose “Open in browser” or “Open in Safari”.",
                "Otherwise open your browser yourself and type the portal’s address.",
            ],
            paths: "",
            mended: "you see the address bar and can open a new tab.",
        },
    },
    HelpSection {
        id: "javascript",
        title: "JavaScript switched off",
        body: Cause {
            signs: "the page stays empty, or asks for JavaScript.",
            why: "JavaScript makes pages work. A setting or an extension stops it.",
            steps: lines![
                "Allow JavaScript for the portal, as below.",
                "If an extension blocks scripts, make an exception for the portal there.",
                "Reload the page.",
            ],
            paths: ways![
                "Chrome" => "menu ⋮ › Settings › Privacy and security › Site settings › JavaScript › Sites can use JavaScript",
                "Edge" => "menu … › Settings › Privacy, search, and services › Site permissions › JavaScript",
                "Firefox" => "type about:config in the address bar › javascript.enabled › true",
                "Safari, Mac" => "menu Safari › Settings › Security › Enable JavaScript",
                "Safari, iPhone and iPad" => "Settings › Apps › Safari › Advanced › JavaScript",
            ],
            mended: "the login form appears.",
        },
    },
    HelpSection {
        id: "webassembly",
        title: "WebAssembly not available",
        body: Cause {
            signs: "the portal does not start and says that WebAssembly is missing.",
            why: "the portal is a program that the browser runs by means of WebAssembly. Very old browsers lack it; sometimes a setting has switched it off.",
            steps: lines![
                "Update the browser.",
                "If it is up to date, see “Enhanced security mode”, just below.",
                "In Firefox, type about:config in the address bar: javascript.options.wasm must be true.",
                "Otherwise try another browser or another device.",
            ],
            paths: "",
            mended: "the login form appears and responds.",
        },
    },
    HelpSection {
        id: "security-mode",
        title: "Enhanced security mode",
        body: Cause {
            signs: "your browser is recent, but the portal does not start and speaks of a security mode.",
            why: "the enhanced security of Edge or Chrome, or Apple’s Lockdown Mode, stops part of the programs in pages. You can keep it and make an exception for the portal.",
            steps: lines!["Make the exception, as below.", "Reload the page."],
            paths: ways![
                "Edge" => "menu … › Settings › Privacy, search, and services › Security › Enhance your security on the web › exceptions",
                "Chrome" => "menu ⋮ › Settings › Privacy and security › Security › Manage JavaScript optimization & security › sites always allowed",
                "Safari, Mac" => "menu Safari › Settings for this website › untick Lockdown Mode",
                "Safari, iPhone and iPad" => "page menu, in the address bar › website settings › switch off Lockdown Mode",
            ],
            mended: "the login form appears and responds.",
        },
    },
    HelpSection {
        id: "program",
        title: "A file of the portal was blocked",
        body: Cause {
            signs: "the portal says that one of its files did not arrive.",
            why: "an ad blocker, an antivirus or a filter stopped it, or the network was cut.",
            steps: lines![
                "Switch the ad blocker off for the portal.",
                "Reload the page.",
                "Try a private window, without extensions, or another browser.",
                "Try another network.",
            ],
            paths: "",
            mended: "the login form appears and responds.",
        },
    },
    HelpSection {
        id: "altered",
        title: "A file was changed on the way",
        body: Cause {
            signs: "the portal says that its program was changed, and refuses to start.",
            why: "the file received is not the one that we published: it was cut or changed on the way. The portal stops to protect you.",
            steps: lines![
                "Do not type your password.",
                "Reload the page.",
                "In the antivirus, stop web scanning for the portal, or change networks.",
                "If the message comes back on another network, call support.",
            ],
            paths: "",
            mended: "the login form appears and responds.",
        },
    },
];
