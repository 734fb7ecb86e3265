//! The sentences of the checks that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::rules::checkup_code::InvalidCode;
use crate::rules::finding::{Cause, Check, Confidence, Evidence};

/// Whose menus a step describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guide {
    Chrome,
    Edge,
    Firefox,
    Safari,
    /// Every browser of an iPhone or iPad: what matters stands in the device's settings.
    Ios,
    /// Every browser of an Android device, which keeps these menus in one place.
    Android,
    #[default]
    Other,
}

impl Guide {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Chrome,
        Self::Edge,
        Self::Firefox,
        Self::Safari,
        Self::Ios,
        Self::Android,
        Self::Other,
    ];
}

/// Sentences for the check strip and the check-up.
pub trait CheckTexts {
    fn checkup_title(&self) -> &'static str;
    fn checkup_intro(&self) -> &'static str;
    fn checks_running(&self) -> &'static str;
    fn checks_fine(&self) -> &'static str;
    fn checks_unread(&self) -> &'static str;
    fn checks_done(&self, points: u32) -> String;
    fn check_name(&self, check: Check) -> &'static str;
    fn check_waiting(&self) -> &'static str;
    /// What was found, in one line.
    fn verdict(&self, cause: Cause) -> &'static str;
    /// The one next step; empty when there is nothing to do.
    fn step(&self, cause: Cause, guide: Guide) -> &'static str;
    /// What was seen; empty when it says nothing to a person.
    fn evidence(&self, evidence: &Evidence) -> String;
    fn confidence(&self, confidence: Confidence) -> &'static str;
    fn evidence_label(&self) -> &'static str;
    fn step_label(&self) -> &'static str;
    fn other_explanation(&self) -> &'static str;
    fn help_link(&self, verdict: &str) -> String;
    fn run_again(&self) -> &'static str;
    fn code_heading(&self) -> &'static str;
    fn code_text(&self) -> &'static str;
    fn copy_report(&self) -> &'static str;
    fn report_copied(&self) -> &'static str;
    fn report_not_copied(&self) -> &'static str;
    fn report_title(&self) -> &'static str;
    fn decoder_heading(&self) -> &'static str;
    fn decoder_text(&self) -> &'static str;
    fn decoder_label(&self) -> &'static str;
    fn decoder_button(&self) -> &'static str;
    fn decoder_other(&self) -> &'static str;
    fn decoder_error(&self, reason: InvalidCode) -> &'static str;
    fn intranet_explanation(&self, intranet: &str, portal: &str) -> String;
}
