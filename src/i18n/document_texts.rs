//! The sentences of documents, of taking a file away and of certificates that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::documents::{DocumentRequestState, DocumentSort};
use crate::rules::document_request::InvalidDocumentRequest;
use crate::rules::file_check::{FileType, InvalidFile};

/// Why a file is not shown in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPreview {
    /// The portal does not let it be shown.
    NotAllowed,
    /// Nothing shows this kind of file in a page.
    OtherType,
    /// It can do something by itself where it is opened.
    Active,
    /// The browser shows no PDF in a page.
    NoViewer,
    /// Others use the device, and the browser's viewer of PDF offers to save and to print.
    ViewerSaves,
    /// The portal sends it under another type, or to be saved.
    NotSentToBeShown,
    /// The portal's data come from another site, which a page can't show.
    OtherSite,
    /// A text that is too long for a page.
    TooLong,
    /// It was to be a picture, and the browser could not draw it.
    NotDrawn,
}

/// Sentences for HR documents.
pub trait DocumentTexts {
    fn document_title(&self) -> &'static str;
    fn documents_lead(&self) -> &'static str;
    fn documents_tabs(&self) -> &'static str;
    fn my_documents(&self) -> &'static str;
    fn certificates(&self) -> &'static str;
    fn all_documents(&self) -> &'static str;
    fn categories_label(&self) -> &'static str;
    fn all_categories(&self) -> &'static str;
    fn category_holds(&self, count: u32, new: u32) -> String;
    fn unnamed_category(&self) -> &'static str;
    fn sort_label(&self) -> &'static str;
    fn sort(&self, sort: DocumentSort) -> &'static str;
    fn search_documents(&self) -> &'static str;
    fn search_documents_hint(&self) -> &'static str;
    fn documents_found(&self, n: usize, goes_on: bool, words: &str) -> String;
    fn no_documents(&self) -> &'static str;
    fn no_documents_in_category(&self) -> &'static str;
    fn no_documents_found(&self) -> &'static str;
    fn show_all_documents(&self) -> &'static str;
    fn latest_documents(&self) -> &'static str;
    fn new_documents(&self, n: u32) -> String;

    fn category_label(&self) -> &'static str;
    fn issued_label(&self) -> &'static str;
    fn issuer_label(&self) -> &'static str;
    fn file_label(&self) -> &'static str;
    fn preview_heading(&self) -> &'static str;
    fn preview_of(&self, title: &str) -> String;
    fn show_preview(&self, size: Option<&str>) -> String;
    fn mask_preview(&self) -> &'static str;
    fn preview_masked(&self) -> &'static str;
    fn preview_large(&self) -> &'static str;
    fn checking_file(&self) -> &'static str;
    fn no_preview(&self, why: NoPreview) -> &'static str;
    fn no_preview_step(&self, is_download_allowed: bool, is_shared_device: bool) -> &'static str;
    fn preview_incomplete(&self) -> &'static str;
    fn preview_missing(&self) -> &'static str;
    fn open_in_tab(&self) -> &'static str;
}

/// Sentences for files on their way to the device.
pub trait TakeAwayTexts {
    fn bytes(&self, n: u64) -> String;
    fn file_type(&self, file_type: FileType) -> &'static str;
    fn take_away_label(&self) -> &'static str;
    fn download(&self, kind_and_size: &str) -> String;
    fn download_again(&self) -> &'static str;
    fn resume_download(&self) -> &'static str;
    fn share_file(&self) -> &'static str;
    fn share_failed(&self) -> &'static str;
    fn caution_title(&self) -> &'static str;
    fn caution_text(&self) -> &'static str;
    fn caution_points(&self) -> [&'static str; 3];
    fn caution_accept(&self) -> &'static str;
    fn receiving(&self) -> &'static str;
    fn received_of(&self, received: &str, expected: &str) -> String;
    fn received_so_far(&self, received: &str) -> String;
    fn received_percent(&self, percent: u64) -> String;
    fn download_cancelled(&self) -> &'static str;
    fn download_handed_over(&self, name: &str) -> String;
    fn download_next(&self) -> &'static str;
    fn nothing_saved(&self) -> &'static str;
    fn earlier_copy(&self) -> &'static str;
    fn not_saved_title(&self) -> &'static str;
    fn not_saved_text(&self) -> &'static str;
    fn cut_title(&self) -> &'static str;
    fn cut_text(&self, received: &str, expected: Option<&str>) -> String;
    fn cut_resume(&self) -> &'static str;
    fn invalid_file_title(&self) -> &'static str;
    fn invalid_file(&self, why: InvalidFile) -> String;
    fn invalid_file_step(&self) -> &'static str;
    fn download_not_allowed(&self) -> &'static str;
    fn download_not_here(&self) -> &'static str;
    fn cannot_save(&self) -> &'static str;
    fn open_file(&self, kind_and_size: &str) -> String;
}

/// Sentences for the certificates that are asked for.
pub trait DocumentRequestTexts {
    fn ask_for_certificate(&self) -> &'static str;
    fn nothing_to_ask_for(&self) -> &'static str;
    fn which_certificate(&self) -> &'static str;
    fn working_days(&self, n: u32) -> String;
    fn request_note(&self) -> &'static str;
    fn request_note_hint(&self) -> &'static str;
    fn invalid_request(&self, why: InvalidDocumentRequest) -> &'static str;
    fn kind_no_longer_offered(&self) -> &'static str;
    fn note_refused(&self) -> &'static str;
    fn send_request(&self) -> &'static str;
    fn sending_request(&self) -> &'static str;
    fn request_incomplete(&self) -> &'static str;
    fn request_failed(&self) -> &'static str;
    fn request_not_sent(&self) -> &'static str;
    fn request_not_recorded(&self) -> &'static str;
    fn request_lost_title(&self) -> &'static str;
    fn request_lost(&self) -> &'static str;
    fn request_done(&self) -> &'static str;
    fn request_done_after_all(&self) -> &'static str;
    fn request_follow(&self) -> &'static str;
    fn my_requests(&self) -> &'static str;
    fn no_requests(&self) -> &'static str;
    fn request_state(&self, state: DocumentRequestState) -> &'static str;
    fn asked_on(&self, date: &str) -> String;
    fn since(&self, date: &str) -> String;
    fn happened_on(&self, date: &str) -> String;
    fn expected_on(&self, date: &str) -> String;
    fn request_reason(&self) -> &'static str;
    fn request_note_was(&self) -> &'static str;
    fn open_certificate(&self) -> &'static str;
}
