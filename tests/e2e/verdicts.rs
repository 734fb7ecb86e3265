//! What the check-up says of each cause, in both languages; the tests' own copy, so that a renamed verdict is noticed.

use crate::actions;
use crate::find;
use crate::harness::page::Page;
use crate::harness::webdriver::Refusal;
use crate::words::Words;
use serde_json::{Value, json};

/// A verdict of the check-up, in French and in English.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
    /// The check that gives it.
    pub check: &'static str,
    /// Its name in the page.
    pub cause: &'static str,
    /// Its section of the help; empty when nothing is to be done.
    pub help: &'static str,
    /// What is said.
    pub says: [&'static str; 2],
    /// How the next step begins; empty when there is none.
    pub next: [&'static str; 2],
}

const fn verdict(
    check: &'static str,
    cause: &'static str,
    help: &'static str,
    says: [&'static str; 2],
    next: [&'static str; 2],
) -> Verdict {
    Verdict {
        check,
        cause,
        help,
        says,
        next,
    }
}

const NO_STEP: [&str; 2] = ["", ""];

pub const FOREIGN_ADDRESS: Verdict = verdict(
    "address",
    "address-foreign",
    "address",
    [
        "Cette adresse n’est pas celle du portail : n’y saisissez pas votre mot de passe.",
        "This is not the portal’s address: do not type your password here.",
    ],
    ["Fermez cet onglet", "Close this tab"],
);
pub const NETWORK_FINE: Verdict = verdict(
    "network",
    "network-fine",
    "",
    [
        "Le service de connexion répond normalement.",
        "The sign-in service answers as it should.",
    ],
    NO_STEP,
);
pub const OFFLINE: Verdict = verdict(
    "network",
    "offline",
    "offline",
    [
        "Votre appareil n’est pas connecté à Internet.",
        "Your device is not connected to the Internet.",
    ],
    ["Activez le Wi-Fi", "Switch on Wi-Fi"],
);
pub const CAPTIVE: Verdict = verdict(
    "network",
    "captive-portal",
    "wifi",
    [
        "Une page de connexion Wi-Fi (hôtel, train, café) répond à la place du service.",
        "A Wi-Fi login page (hotel, train, café) answers in the service’s place.",
    ],
    [
        "Ouvrez un nouvel onglet sur un site quelconque en http",
        "Open a new tab on any http site",
    ],
);
pub const FILTER: Verdict = verdict(
    "network",
    "filtering-proxy",
    "filter",
    [
        "Un filtre bloque ou modifie une partie des échanges.",
        "A filter blocks or changes part of the exchange.",
    ],
    [
        "Désactivez pour ce site le bloqueur de publicité",
        "Switch off the ad blocker",
    ],
);
pub const UNREACHABLE: Verdict = verdict(
    "network",
    "unreachable",
    "unreachable",
    [
        "Le service de connexion est injoignable depuis ce réseau.",
        "The sign-in service can’t be reached from this network.",
    ],
    ["Relancez la box", "Restart your router"],
);
pub const SERVICE_DOWN: Verdict = verdict(
    "network",
    "service-down",
    "service",
    [
        "Le service de connexion est en panne.",
        "The sign-in service is out of order.",
    ],
    ["La panne n’est pas chez vous", "The fault is not yours"],
);
pub const SLOW: Verdict = verdict(
    "network",
    "network-slow",
    "slow",
    ["Le réseau est très lent.", "The network is very slow."],
    ["Rapprochez-vous du Wi-Fi", "Move closer to the Wi-Fi"],
);
pub const VPN: Verdict = verdict(
    "network",
    "vpn",
    "vpn",
    [
        "Votre adresse est celle d’un VPN : le service la refuse.",
        "Your address is a VPN’s: the service refuses it.",
    ],
    ["Coupez le VPN", "Switch off the VPN"],
);
pub const BLOCKED: Verdict = verdict(
    "network",
    "address-blocked",
    "blocked",
    [
        "Le service refuse l’adresse de votre réseau.",
        "The service refuses the address of your network.",
    ],
    ["Essayez par un autre réseau", "Try another network"],
);
pub const INTERNAL: Verdict = verdict(
    "network",
    "internal",
    "intranet",
    [
        "Vous êtes sur le réseau municipal : l’intranet y est plus direct.",
        "You are on the municipal network: the intranet is nearer there.",
    ],
    ["Utilisez l’intranet", "Use the intranet"],
);
pub const MAINTENANCE: Verdict = verdict(
    "network",
    "maintenance",
    "maintenance",
    [
        "Le portail est en maintenance.",
        "The portal is under maintenance.",
    ],
    ["Revenez après l’heure", "Come back after"],
);
pub const MAINTENANCE_SOON: Verdict = verdict(
    "network",
    "maintenance-soon",
    "maintenance",
    [
        "Une maintenance du portail est annoncée.",
        "Maintenance of the portal is announced.",
    ],
    ["Terminez vos démarches", "Finish"],
);
pub const COOKIES_KEPT: Verdict = verdict(
    "cookies",
    "cookies-kept",
    "",
    [
        "Votre navigateur gardera la session.",
        "Your browser will keep the session.",
    ],
    NO_STEP,
);
pub const COOKIES_BLOCKED: Verdict = verdict(
    "cookies",
    "cookies-blocked",
    "cookies",
    [
        "Votre navigateur bloque les cookies : la connexion ne tiendra pas.",
        "Your browser blocks cookies: the login will not hold.",
    ],
    NO_STEP,
);
pub const THIRD_PARTY: Verdict = verdict(
    "cookies",
    "third-party-cookies",
    "tracking",
    [
        "La protection de votre navigateur bloque le cookie de connexion.",
        "Your browser’s protection blocks the login cookie.",
    ],
    NO_STEP,
);
pub const COOKIES_UNREAD: Verdict = verdict(
    "cookies",
    "cookies-unread",
    "",
    [
        "Les cookies n’ont pas pu être vérifiés.",
        "Cookies could not be checked.",
    ],
    NO_STEP,
);
pub const BROWSER_FINE: Verdict = verdict(
    "browser",
    "browser-fine",
    "",
    ["Votre navigateur convient.", "Your browser is suitable."],
    NO_STEP,
);
pub const BROWSER_OUTDATED: Verdict = verdict(
    "browser",
    "browser-outdated",
    "browser",
    [
        "Votre navigateur fonctionne, mais date un peu.",
        "Your browser works, but is a little out of date.",
    ],
    NO_STEP,
);
pub const BROWSER_TOO_OLD: Verdict = verdict(
    "browser",
    "browser-too-old",
    "browser",
    [
        "Votre navigateur est ancien : le portail peut mal y fonctionner.",
        "Your browser is old: the portal may not work well in it.",
    ],
    NO_STEP,
);
pub const BROWSER_UNKNOWN: Verdict = verdict(
    "browser",
    "browser-unknown",
    "other-browser",
    [
        "Le portail n’a pas été essayé avec ce navigateur.",
        "The portal has not been tried with this browser.",
    ],
    ["Vous pouvez continuer", "You can go on"],
);
pub const BROWSER_IN_APP: Verdict = verdict(
    "browser",
    "browser-in-app",
    "in-app",
    [
        "Cette page est ouverte dans une application, pas dans un navigateur.",
        "This page is open inside an app, not in a browser.",
    ],
    ["Ouvrez le menu de cette fenêtre", "Open this window’s menu"],
);
pub const SYSTEM_FINE: Verdict = verdict(
    "system",
    "system-fine",
    "",
    [
        "Votre système reçoit encore des mises à jour.",
        "Your system still gets updates.",
    ],
    NO_STEP,
);
pub const SYSTEM_UNSUPPORTED: Verdict = verdict(
    "system",
    "system-unsupported",
    "system",
    [
        "Votre système ne reçoit plus de mises à jour de sécurité.",
        "Your system no longer gets security updates.",
    ],
    ["La connexion reste possible.", "Logging in still works."],
);
pub const SYSTEM_UNREAD: Verdict = verdict(
    "system",
    "system-unread",
    "",
    [
        "La version du système n’a pas pu être lue.",
        "The system’s version could not be read.",
    ],
    NO_STEP,
);
pub const CLOCK_FINE: Verdict = verdict(
    "clock",
    "clock-fine",
    "",
    [
        "L’horloge de l’appareil est à l’heure.",
        "The device’s clock is right.",
    ],
    NO_STEP,
);
pub const CLOCK_WRONG: Verdict = verdict(
    "clock",
    "clock-wrong",
    "clock",
    [
        "L’horloge de l’appareil n’est pas à l’heure.",
        "The device’s clock is wrong.",
    ],
    [
        "Réglez la date et l’heure",
        "Set the device’s date and time",
    ],
);
pub const CLOCK_UNREAD: Verdict = verdict(
    "clock",
    "clock-unread",
    "",
    [
        "L’horloge n’a pas pu être comparée.",
        "The clock could not be compared.",
    ],
    NO_STEP,
);

impl Verdict {
    /// The same with the next step that depends on the browser.
    pub const fn with_next(self, next: [&'static str; 2]) -> Self {
        Self { next, ..self }
    }
}

/// The check of that name on the check-up: its cause, text, heading and links to the help.
const ITEM: &str = r"
const item = document.querySelector(`[data-check='${arguments[0]}']`);
return item && {
  cause: item.dataset.cause ?? null, text: item.innerText, heading: item.querySelector('h2')?.innerText ?? null,
  help: Array.from(item.querySelectorAll('a[href]'), (link) => link.getAttribute('href')).filter((href) => href.startsWith('/help')),
};
";

/// Waits until a check of the check-up has come to that verdict, and reads it in both languages, with its next step.
#[track_caller]
pub fn shows(page: &Page, verdict: &Verdict) {
    let item = says(page, verdict, 0);
    let help: Vec<&str> = item["help"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let due = (!verdict.help.is_empty()).then(|| format!("/help#{}", verdict.help));
    assert_eq!(help.first().copied(), due.as_deref(), "{item}");
    actions::switch_language(page, &Words::FRENCH, &Words::ENGLISH);
    says(page, verdict, 1);
    actions::switch_language(page, &Words::ENGLISH, &Words::FRENCH);
}

/// Waits until a check has come to that verdict, whatever its words.
#[track_caller]
pub fn found(page: &Page, verdict: &Verdict) -> Value {
    let mut last = Value::Null;
    page.until(
        &format!("the check {} to say {}", verdict.check, verdict.cause),
        || {
            last = page.session().run(ITEM, &[json!(verdict.check)])?;
            Ok((last["cause"] == verdict.cause).then_some(()))
        },
    );
    last
}

/// What a check shows now, as one line of text.
#[track_caller]
pub fn text_of(page: &Page, verdict: &Verdict) -> String {
    find::plain(found(page, verdict)["text"].as_str().unwrap_or_default())
}

/// Waits until the check says it in that language, under a heading.
#[track_caller]
fn says(page: &Page, verdict: &Verdict, language: usize) -> Value {
    let due = [verdict.says[language], verdict.next[language]].map(find::plain);
    page.until(
        &format!("the check {} to say {due:?}", verdict.check),
        || {
            let item = page.session().run(ITEM, &[json!(verdict.check)])?;
            let text = find::plain(item["text"].as_str().unwrap_or_default());
            let is_said = item["cause"] == verdict.cause
                && item["heading"].is_string()
                && due.iter().all(|words| text.contains(words));
            if is_said {
                Ok(Some(item))
            } else {
                Err(Refusal::so_far(&item))
            }
        },
    )
}
