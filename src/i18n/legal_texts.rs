//! What the legal pages, the footer and the consent say in every language; knows no language and no markup.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::route::TextName;
use chrono::NaiveDate;

/// The day on which the declaration of accessibility was established; it changes with what it says.
pub const DECLARED_ON: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 22) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Sentences for the legal pages and the consent.
pub trait LegalTexts {
    fn text_title(&self, name: TextName) -> &'static str;
    fn text_version(&self, title: &str, version: &str, date: &str) -> String;
    fn text_contents(&self) -> &'static str;
    fn text_absent_title(&self) -> &'static str;
    fn text_absent(&self) -> &'static str;
    /// What the page itself keeps on the device; must be exactly what `public/boot.js` and `src/browser/` do.
    fn privacy_on_device(&self) -> &'static LegalSection;

    fn accessibility_title(&self) -> &'static str;
    fn accessibility_lead(&self, organisation: &str) -> String;
    /// The declaration up to the contacts; must claim no more than the tests do.
    fn accessibility_sections(&self) -> &'static [LegalSection];
    /// What stands before the contacts.
    fn accessibility_contact(&self) -> &'static LegalSection;
    /// What stands after them.
    fn accessibility_appeal(&self) -> &'static LegalSection;
    fn accessibility_date(&self, date: &str) -> String;

    fn footer_charter(&self) -> &'static str;
    fn footer_accessibility(&self) -> &'static str;
    fn footer_help(&self) -> &'static str;

    fn consent_title(&self) -> &'static str;
    fn consent_lead(&self) -> &'static str;
    fn consent_no_hurry(&self) -> &'static str;
    fn consent_version(&self, version: &str, date: &str) -> String;
    fn consent_changes(&self, version: &str, date: &str) -> String;
    fn consent_no_changes(&self, version: &str, date: &str) -> String;
    fn consent_whole_text(&self) -> &'static str;
    fn consent_decision(&self) -> &'static str;
    fn consent_refusal(&self) -> &'static str;
    fn consent_accept(&self) -> &'static str;
    fn consent_refuse(&self) -> &'static str;
    fn consent_sending(&self) -> &'static str;
    fn consent_failed(&self) -> &'static str;
    fn consent_newer_title(&self) -> &'static str;
    fn consent_newer(&self) -> &'static str;
    fn consent_session_ended(&self) -> &'static str;
}

/// A part of a text of the portal's own.
#[derive(Debug)]
pub struct LegalSection {
    /// Its heading.
    pub heading: &'static str,
    /// Its paragraphs, one a line.
    pub paragraphs: &'static str,
    /// Points below them, one a line; may be none.
    pub points: &'static str,
}
