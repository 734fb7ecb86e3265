//! The demonstration organisation: what `GET /portal` says of it; in name only, its hosts and numbers are of no one.

use chrono::NaiveDate;
use nomade::contract::CONTRACT_VERSION;
use serde_json::{Value, json};

/// The version of the texts: legal notice, charter, terms and privacy.
pub const TEXT_VERSION: &str = "2026-1";
/// After how many days a password expires.
pub const PASSWORD_DAYS: u32 = 180;

/// When they came into force: 15 January 2026.
#[must_use]
pub fn text_published_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 15).unwrap_or_default()
}

/// The portal, but for its canonical host.
#[must_use]
pub fn demonstration() -> Value {
    json!({
        "contract_version": CONTRACT_VERSION,
        "organisation": { "fr": "Ville de Paris", "en": "City of Paris" },
        "name": { "fr": "IntraParis Nomade", "en": "IntraParis Nomade" },
        "intranet_host": "intraparis.example",
        "legal_notice": {
            "fr": "Accès soumis à autorisation préalable. Toute fraude est punie (articles 226-15 et 323-1 à 323-7 du Code pénal). Les connexions et les actions peuvent être tracées.",
            "en": "Prior authorisation is required. Any fraud is punished (articles 226-15 and 323-1 to 323-7 of the French Penal Code). Connections and actions may be traced."
        },
        "charter": { "version": TEXT_VERSION, "published_on": text_published_on() },
        "terms": { "version": TEXT_VERSION, "published_on": text_published_on() },
        "identity_service": {
            "name": { "fr": "Service d’identité de la Ville", "en": "City identity service" },
            "password_url": "https://identite.example/mot-de-passe"
        },
        "help_links": [
            {
                "label": { "fr": "Guide de la première connexion", "en": "Guide to the first connection" },
                "url": "https://aide.paris.example/nomade"
            }
        ],
        "support_contacts": [
            contact("services", ("Agents des services", "Staff of the departments"), Some("01 99 00 12 34"), ("Du lundi au vendredi, 8 h – 19 h", "Monday to Friday, 8 am – 7 pm")),
            contact("schools", ("Agents des écoles", "School staff"), Some("01 99 00 12 35"), ("Du lundi au vendredi, 7 h – 18 h", "Monday to Friday, 7 am – 6 pm")),
            contact("early_childhood", ("Agents de la petite enfance", "Early childhood staff"), Some("01 99 00 12 36"), ("Du lundi au vendredi, 7 h – 19 h", "Monday to Friday, 7 am – 7 pm")),
            contact("municipal_police", ("Police municipale", "Municipal police"), Some("01 99 00 12 37"), ("Tous les jours, 24 h sur 24", "Every day, around the clock")),
            contact("technical", ("Agents des services techniques", "Technical staff"), None, ("Réponse sous un jour ouvré", "Answer within one working day")),
        ],
        "browser_minimums": {
            "chrome": { "recommended": 144, "required": 119 },
            "edge": { "recommended": 144, "required": 119 },
            "firefox": { "recommended": 140, "required": 128 },
            "safari": { "recommended": 18, "required": 17 }
        },
        "system_minimums": { "windows": 11, "macos": 15, "ios": 18, "android": 14 },
        "password_rules": {
            "min_length": 12, "upper_case": true, "lower_case": true, "digit": true, "special": true,
            "history": 5, "max_age_days": PASSWORD_DAYS
        },
        "session": { "idle_s": 15 * 60, "shared_device_idle_s": 5 * 60, "absolute_s": 8 * 60 * 60, "warn_before_s": 2 * 60 },
        "lockout": { "attempts": 5, "duration_s": 15 * 60 },
        "modules": {
            "payslips": { "state": "on" },
            "leave": { "state": "on" },
            "mail": { "state": "on" },
            "documents": { "state": "on" },
            "activity": { "state": "on" }
        },
        "maintenance": null
    })
}

/// The numbers are of the range that is kept for fiction.
fn contact(
    population: &str,
    label: (&str, &str),
    phone: Option<&str>,
    hours: (&str, &str),
) -> Value {
    json!({
        "population": population,
        "label": { "fr": label.0, "en": label.1 },
        "phone": phone,
        "email": format!("assistance.{}@paris.example", population.replace('_', ".")),
        "hours": { "fr": hours.0, "en": hours.1 }
    })
}
