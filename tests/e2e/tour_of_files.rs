//! Payslips and documents on the tour: what can be found, compared, shown and taken away, and what can fail of it.

use crate::actions::{self, AGENT};
use crate::boot_page;
use crate::document_steps::{self, PROMOTION};
use crate::find;
use crate::harness::page::Page;
use crate::session_steps;
use crate::tour::{Stop, stop};
use crate::words::Words;

/// From a space that is open to one that is open again.
pub static STOPS: [Stop; 19] = [
    stop("payslips-found", |page, words| {
        page.open("/space/payslips");
        find::link(page, words.latest_month);
        actions::fill_in(page, words.files.search_payslips, "régularis");
        page.until_text(words.files.one_payslip_found);
    }),
    stop("payslips-none-found", |page, words| {
        actions::fill_in(page, words.files.search_payslips, "licorne");
        page.until_text(words.files.no_payslip_found);
    }),
    stop("payslips-plot-table", |page, words| {
        page.open("/space/payslips");
        actions::unfold(page, words.files.as_a_table);
        page.until_true(
            "the table",
            "return !!document.querySelector('details[open] tbody')",
            &[],
        );
    }),
    stop("payslip-choice", |page, words| {
        actions::follow(page, words.latest_month);
        actions::unfold(page, words.files.compare_with);
        find::button(page, words.files.compare);
    }),
    stop("payslip-comparison", |page, words| {
        actions::press_button(page, words.files.compare);
        find::heading(page, words.files.comparison);
        find::button(page, words.log_out);
        page.until_true(
            "the table",
            "return !!document.querySelector('tr[data-change]')",
            &[],
        );
    }),
    stop("documents", |page, words| {
        page.open(document_steps::LIST);
        find::link(page, PROMOTION);
        find::button(page, words.log_out);
    }),
    stop("documents-none-found", |page, words| {
        actions::fill_in(page, words.files.search_documents, "licorne");
        page.until_text(words.files.no_document_found);
    }),
    stop("documents-failed", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/documents", "status:500", 1);
        page.open(document_steps::LIST);
        find::heading(page, words.unavailable);
    }),
    stop("document", |page, words| {
        actions::press_button(page, words.try_again);
        actions::follow(page, PROMOTION);
        find::button(page, words.files.download);
        page.until_true(
            "the file in its frame",
            "return !!document.querySelector('main iframe')",
            &[],
        );
    }),
    stop("document-caution", |page, words| {
        actions::press_button(page, words.files.download);
        find::heading(page, words.files.caution);
    }),
    stop("document-downloading", |page, words| {
        // Long enough for every picture, and given up by the next stop.
        page.portal.spoil("GET", &file_here(page), "slow:120000", 1);
        actions::press_button(page, words.files.accept);
        page.until_text(words.files.receiving);
    }),
    stop("document-download-failed", |page, words| {
        actions::press_button(page, words.files.cancel);
        find::button(page, words.files.download);
        page.portal.spoil("GET", &file_here(page), "status:500", 1);
        actions::press_button(page, words.files.download);
        page.until_text(words.files.nothing_saved);
    }),
    stop("document-view-fallback", |page, words| {
        page.open(document_steps::LIST);
        find::link(page, PROMOTION);
        document_steps::without_viewer(page);
        actions::follow(page, PROMOTION);
        page.until_text(words.files.no_viewer);
    }),
    stop("documents-requests", |page, words| {
        page.open("/space/documents?tab=requests");
        find::button(page, words.files.send_request);
    }),
    stop("documents-requests-incomplete", |page, words| {
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_incomplete);
    }),
    stop("documents-requests-failed", |page, words| {
        actions::tick(page, words.files.employment);
        page.portal
            .spoil("POST", "/api/v1/documents/requests", "status:500", 1);
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_failed);
    }),
    stop("documents-requests-asked", |page, words| {
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_done);
    }),
    stop("payslips-masked", |page, words| {
        actions::press_button(page, words.log_out);
        page.until_text(words.portal_closed);
        let agent = session_steps::sign_in_on_shared_device(page, &AGENT, words);
        find::link(&agent, words.latest_month);
        actions::follow(&agent, words.payslips);
        agent.until_text(words.files.amounts_masked);
    }),
    stop("home-own-device", |page, words| {
        actions::press_button(page, words.log_out);
        // A shared device keeps no language either.
        page.until_text(Words::FRENCH.portal_closed);
        page.open("/login");
        // The program puts a page of its own in place of the one that came.
        boot_page::taken_over(page);
        if words.tag != Words::FRENCH.tag {
            actions::switch_language(page, &Words::FRENCH, words);
        }
        let agent = actions::sign_in_here(page, &AGENT, words);
        find::link(&agent, words.latest_month);
    }),
];

/// The file of the document that is shown.
fn file_here(page: &Page) -> String {
    let path = page.path();
    document_steps::content(path.rsplit('/').next().unwrap_or_default())
}
