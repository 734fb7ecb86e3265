//! English sentences for HR documents; knows nothing else.

use super::English;
use crate::contract::documents::DocumentSort;
use crate::i18n::texts::{DocumentTexts, NoPreview};

impl DocumentTexts for English {
    fn document_title(&self) -> &'static str {
        "Document"
    }
    fn documents_lead(&self) -> &'static str {
        "The documents that your employer makes available to you, and the certificates that you ask for."
    }
    fn documents_tabs(&self) -> &'static str {
        "Documents and certificates"
    }
    fn my_documents(&self) -> &'static str {
        "My documents"
    }
    fn certificates(&self) -> &'static str {
        "Certificate requests"
    }
    fn all_documents(&self) -> &'static str {
        "All my documents"
    }
    fn categories_label(&self) -> &'static str {
        "Categories"
    }
    fn all_categories(&self) -> &'static str {
        "All"
    }
    fn category_holds(&self, count: u32, new: u32) -> String {
        let documents = if count == 1 { "document" } else { "documents" };
        match new {
            0 => format!("{count} {documents}"),
            new => format!("{count} {documents}, {new} new"),
        }
    }
    fn unnamed_category(&self) -> &'static str {
        "Other category"
    }
    fn sort_label(&self) -> &'static str {
        "Sort"
    }
    fn sort(&self, sort: DocumentSort) -> &'static str {
        match sort {
            DocumentSort::Newest => "Newest",
            DocumentSort::Oldest => "Oldest",
            DocumentSort::Title => "By title",
        }
    }
    fn search_documents(&self) -> &'static str {
        "Search my documents"
    }
    fn search_documents_hint(&self) -> &'static str {
        "A word of the title, a category or a date."
    }
    fn documents_found(&self, n: usize, goes_on: bool, words: &str) -> String {
        let (found, after) = match (n, goes_on) {
            (0, _) => ("No document found".to_owned(), ""),
            (1, true) => ("1 document on this page".to_owned(), ", and more after it"),
            (n, true) => (format!("{n} documents on this page"), ", and more after it"),
            (1, false) => ("1 document found on this page".to_owned(), ""),
            (n, false) => (format!("{n} documents found on this page"), ""),
        };
        format!("{found} for “{words}”{after}.")
    }
    fn no_documents(&self) -> &'static str {
        "No document yet. Your documents appear here as soon as your employer files them."
    }
    fn no_documents_in_category(&self) -> &'static str {
        "No document in this category."
    }
    fn no_documents_found(&self) -> &'static str {
        "No document matches this search."
    }
    fn show_all_documents(&self) -> &'static str {
        "Show all categories"
    }
    fn latest_documents(&self) -> &'static str {
        "Latest documents"
    }
    fn new_documents(&self, n: u32) -> String {
        match n {
            1 => "1 new document".to_owned(),
            n => format!("{n} new documents"),
        }
    }

    fn category_label(&self) -> &'static str {
        "Category"
    }
    fn issued_label(&self) -> &'static str {
        "Date of the document"
    }
    fn issuer_label(&self) -> &'static str {
        "Issued by"
    }
    fn file_label(&self) -> &'static str {
        "File"
    }
    fn preview_heading(&self) -> &'static str {
        "Preview"
    }
    fn preview_of(&self, title: &str) -> String {
        format!("Preview of {title}")
    }
    fn show_preview(&self, size: Option<&str>) -> String {
        match size {
            Some(size) => format!("Show the preview ({size})"),
            None => "Show the preview".to_owned(),
        }
    }
    fn mask_preview(&self) -> &'static str {
        "Hide the preview"
    }
    fn preview_masked(&self) -> &'static str {
        "Other people use this device: the preview is shown only when you ask for it, and hidden as soon as you leave this page or window, or after a minute without a sign of you."
    }
    fn preview_large(&self) -> &'static str {
        "The preview loads the whole file, which is large."
    }
    fn checking_file(&self) -> &'static str {
        "Checking the file…"
    }
    fn no_preview(&self, why: NoPreview) -> &'static str {
        match why {
            NoPreview::NotAllowed => "This document can’t be shown here.",
            NoPreview::OtherType => "This kind of file can’t be shown inside a page.",
            NoPreview::Active => {
                "As a precaution the portal never shows this kind of file: it may contain a program."
            }
            NoPreview::NoViewer => "Your browser does not show PDFs inside a page.",
            NoPreview::ViewerSaves => {
                "The PDF viewer of this browser always offers to save and print: the portal shows nothing in it when other people use the device."
            }
            NoPreview::NotSentToBeShown => {
                "The portal does not send this file to be shown inside a page."
            }
            NoPreview::OtherSite => {
                "Here, files come from another site and can’t be shown inside this page."
            }
            NoPreview::TooLong => "This text is too long to be shown inside this page.",
            NoPreview::NotDrawn => "Your browser could not show this image.",
        }
    }
    fn no_preview_step(&self, is_download_allowed: bool, is_shared_device: bool) -> &'static str {
        if is_download_allowed {
            "Download the document to open it on your device."
        } else if is_shared_device {
            "On a shared device it can’t be downloaded: open it from a device that is yours alone."
        } else {
            "To read it, ask your human resources department."
        }
    }
    fn preview_incomplete(&self) -> &'static str {
        "If the preview stays empty or shows only the first page, as on some phones, download the document to read all of it."
    }
    fn preview_missing(&self) -> &'static str {
        "Is the preview missing?"
    }
    fn open_in_tab(&self) -> &'static str {
        "Open in a new tab"
    }
}
