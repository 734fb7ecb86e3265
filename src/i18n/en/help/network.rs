//! English help for the way to the service: network, filters, addresses, interruptions; knows nothing else.

use crate::i18n::help_texts::HelpBody::Cause;
use crate::i18n::help_texts::{HelpSection, lines, ways};

pub(super) const SECTIONS: &[HelpSection] = &[
    HelpSection {
        id: "offline",
        title: "No internet connection",
        body: Cause {
            signs: "no site opens, or the portal says that you are offline.",
            why: "the device is on no network, or the network is down.",
            steps: lines![
                "Switch flight mode off; switch Wi-Fi or mobile data on.",
                "Restart your router and wait two minutes.",
                "Try another network, such as your phone’s hotspot.",
            ],
            paths: "",
            mended: "other sites open.",
        },
    },
    HelpSection {
        id: "wifi",
        title: "Wi-Fi in a hotel, train or café",
        body: Cause {
            signs: "an unknown page appears, or the portal says that a web page answered in its place.",
            why: "these networks wait for you to accept their terms. Until then they answer in the place of every site.",
            steps: lines![
                "Tap the notification “Sign in to network”, or type http://example.com in a new tab: the Wi-Fi page appears.",
                "Accept its terms. Never type your portal password there.",
                "Come back to the portal and reload the page.",
                "If nothing appears, use your phone’s hotspot.",
            ],
            paths: "",
            mended: "http://example.com shows “Example Domain”.",
        },
    },
    HelpSection {
        id: "filter",
        title: "Filter, antivirus or parental control",
        body: Cause {
            signs: "other sites work, but the portal’s answers are refused or changed on the way.",
            why: "a company filter, an antivirus, parental control or an ad blocker stands in between.",
            steps: lines![
                "In the ad blocker, allow the portal, then reload the page.",
                "In the antivirus or parental control, add the portal to the allowed sites.",
                "On the network of a company or a school, use your phone’s connection instead.",
            ],
            paths: "",
            mended: "the check no longer reports a filter.",
        },
    },
    HelpSection {
        id: "vpn",
        title: "VPN or private relay",
        body: Cause {
            signs: "the portal refuses your network address and shows the one that it sees.",
            why: "a VPN leads your connection through another place. For safety, the portal refuses these addresses.",
            steps: lines![
                "Switch the VPN off. It sometimes hides in the antivirus or in the browser.",
                "Wait a few seconds, then reload the page.",
                "Switch it on again when you have left the portal.",
            ],
            paths: ways![
                "Firefox, Opera, Edge" => "the VPN or shield button near the address bar",
                "Windows, Android" => "Settings › Network & internet › VPN",
                "iPhone, iPad" => "Settings › your name › iCloud › Private Relay; Settings › General › VPN & Device Management",
                "Mac" => "System Settings › your name › iCloud › Private Relay; System Settings › VPN",
            ],
            mended: "the portal no longer refuses your address.",
        },
    },
    HelpSection {
        id: "blocked",
        title: "Network address refused",
        body: Cause {
            signs: "the portal refuses your network address although you have no VPN.",
            why: "your address is in a group that is blocked for safety. It is not your doing.",
            steps: lines![
                "Try another network, such as your phone’s.",
                "If it is still refused, call support and read out the address shown.",
            ],
            paths: "",
            mended: "the portal no longer refuses your address.",
        },
    },
    HelpSection {
        id: "intranet",
        title: "You are inside the municipal network",
        body: Cause {
            signs: "the portal says that you are inside the internal network.",
            why: "at the office the intranet is nearer. The nomadic portal is meant for outside.",
            steps: lines![
                "Here, open the intranet instead: its address is above, under “The right address”.",
                "From home, come back to the portal: the intranet does not answer there.",
            ],
            paths: "",
            mended: "the intranet opens.",
        },
    },
    HelpSection {
        id: "unreachable",
        title: "Service not found",
        body: Cause {
            signs: "the service does not answer at all, or the browser speaks of a site not found or a certificate refused.",
            why: "the service’s name is not found in the internet’s directory (DNS), the connection is refused, or its identity (its certificate) could not be verified.",
            steps: lines![
                "Check the address, letter by letter.",
                "Check the device’s date and time.",
                "Restart your router, or use your phone’s connection.",
                "If you have chosen a DNS of your own, go back to the automatic setting.",
                "At a certificate warning, do not go on: call support.",
            ],
            paths: "",
            mended: "the check finds the service.",
        },
    },
    HelpSection {
        id: "service",
        title: "Service out of order",
        body: Cause {
            signs: "the portal says that the service is not responding, sometimes with a reference.",
            why: "the fault is on our side. Your device and your settings are not the cause.",
            steps: lines![
                "Change nothing in your settings. Try again in ten minutes.",
                "If it lasts, give support the reference shown.",
            ],
            paths: "",
            mended: "the login page shows no more alert.",
        },
    },
    HelpSection {
        id: "maintenance",
        title: "Announced interruption",
        body: Cause {
            signs: "a message announces maintenance, with its start and its end.",
            why: "the portal stops for the time of an update.",
            steps: lines![
                "Before the start, finish what you are doing and log out.",
                "Come back after the end.",
            ],
            paths: "",
            mended: "the announcement is gone.",
        },
    },
    HelpSection {
        id: "slow",
        title: "Slow connection",
        body: Cause {
            signs: "the portal answers, but after several seconds.",
            why: "the network is weak or very busy.",
            steps: lines![
                "Move closer to the router, or change from Wi-Fi to mobile data.",
                "Stop videos and downloads.",
                "Let the page finish. Pressing twice sends nothing twice.",
            ],
            paths: "",
            mended: "pages appear in a second or two.",
        },
    },
];
