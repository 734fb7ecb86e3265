//! The sentences for a session's end, its receipt and signing in again, which every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::rules::receipt::{Taken, WayOut};

/// Sentences for how long a session lasts, and for its end.
pub trait SessionTexts {
    fn ending_title(&self) -> &'static str;
    fn ending_text(&self, at: &str) -> String;
    fn ending_last_text(&self, at: &str) -> String;
    fn ending_drafts_kept(&self) -> &'static str;
    fn ending_drafts_lost(&self) -> &'static str;
    fn ending_left(&self) -> &'static str;
    fn stay(&self) -> &'static str;
    fn staying(&self) -> &'static str;
    fn understood(&self) -> &'static str;
    fn unsent_title(&self) -> &'static str;
    fn unsent_text(&self) -> &'static str;
    fn unsent_back(&self) -> &'static str;
    fn again_title(&self) -> &'static str;
    fn again_text(&self) -> &'static str;
    fn again_drafts(&self) -> &'static str;
    fn again_username(&self, username: &str) -> String;
    fn again_other(&self) -> &'static str;
    fn again_other_drafts(&self) -> &'static str;
    fn again_done(&self) -> &'static str;
    fn again_done_drafts(&self) -> &'static str;
    fn replaced(&self) -> &'static str;
    fn receipt_title(&self, way_out: WayOut) -> &'static str;
    fn receipt_lead(&self, way_out: WayOut) -> &'static str;
    fn receipt_checked(&self) -> &'static str;
    fn receipt_portal_closed(&self) -> &'static str;
    fn receipt_portal_open(&self) -> &'static str;
    fn receipt_portal_unknown(&self) -> &'static str;
    fn receipt_portal_awaited(&self) -> &'static str;
    fn receipt_closes_at(&self, at: &str) -> String;
    fn receipt_close_portal(&self) -> &'static str;
    fn receipt_entries(&self, kept: Option<u32>) -> String;
    fn receipt_language(&self) -> &'static str;
    fn receipt_cookies(&self, kept: u32) -> String;
    fn receipt_caches(&self, kept: Option<u32>) -> String;
    fn receipt_remains_heading(&self) -> &'static str;
    fn receipt_taken(&self, taken: Taken) -> String;
    fn receipt_downloads(&self) -> &'static str;
    fn receipt_passwords(&self) -> &'static str;
    fn receipt_history(&self) -> &'static str;
    fn receipt_shared_heading(&self) -> &'static str;
    fn receipt_shared_steps(&self) -> &'static [&'static str];
    fn log_in_again(&self) -> &'static str;
}
