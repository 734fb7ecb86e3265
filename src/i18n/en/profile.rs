//! English sentences for the profile and the home page's tiles; knows nothing else.

use super::English;
use crate::i18n::texts::{ProfileTexts, TileTexts};

impl ProfileTexts for English {
    fn profile_title(&self) -> &'static str {
        "My profile"
    }
    fn profile_identity(&self) -> &'static str {
        "Identity"
    }
    fn profile_name(&self) -> &'static str {
        "Name"
    }
    fn profile_email(&self) -> &'static str {
        "Work e-mail address"
    }
    fn profile_service(&self) -> &'static str {
        "Service"
    }
    fn profile_population(&self) -> &'static str {
        "Group of staff"
    }
    fn profile_correction(&self) -> &'static str {
        "Is something wrong? The portal can’t correct it: please ask your HR department. If in doubt, call:"
    }
    fn profile_password_changed(&self) -> &'static str {
        "Changed on"
    }
    fn profile_password_expires(&self) -> &'static str {
        "Expires on"
    }
    fn profile_sessions(&self) -> &'static str {
        "See my sessions and my activity"
    }
    fn profile_language(&self) -> &'static str {
        "Language"
    }
    fn profile_language_text(&self) -> &'static str {
        "The portal speaks English to you. The button “Français” at the top of each page changes the language."
    }
    fn profile_texts(&self) -> &'static str {
        "Accepted texts"
    }
    fn profile_accepted(&self, version: &str, date: &str) -> String {
        format!("Version {version}, accepted on {date}")
    }
    fn profile_not_accepted(&self) -> &'static str {
        "Not accepted yet"
    }
}

impl TileTexts for English {
    fn leave(&self) -> &'static str {
        "Leave"
    }
    fn mail(&self) -> &'static str {
        "Email"
    }
    fn documents(&self) -> &'static str {
        "Documents"
    }
    fn latest_activity(&self) -> &'static str {
        "Latest activity"
    }
    fn all_activity(&self) -> &'static str {
        "All my activity"
    }
    fn not_me_activity(&self) -> &'static str {
        "Was it not you? Report it in your activity."
    }
    fn module_elsewhere(&self) -> &'static str {
        "This service is on another site."
    }
    fn module_link(&self, host: &str) -> String {
        format!("Open {host}")
    }
    fn module_link_unsafe(&self) -> &'static str {
        "This service is on another site, whose address is not an allowed one: it is not shown. Call support."
    }
}
