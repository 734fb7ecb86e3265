//! Leave on the tour: rights and requests, asking, deciding and who is away, with what can fail of it.

use crate::actions::{self, AGENT, MANAGER};
use crate::find;
use crate::harness::page::Page;
use crate::leave_steps::{APPROVALS, ASKING, CALENDAR, LIST, OwnFile, pdf};
use crate::session_steps;
use crate::tour::{Stop, stop};
use serde_json::json;

/// From a login to a space that is open.
pub static STOPS: [Stop; 33] = [
    stop("home", |page, words| {
        page.open("/login");
        let agent = actions::sign_in_here(page, &AGENT, words);
        find::link(&agent, words.latest_month);
    }),
    stop("leave", |page, words| {
        actions::follow(page, words.leave.leave);
        find::link(page, words.leave.waiting);
        find::summary(page, words.leave.year_in_words);
        page.until_true(
            "the rights",
            "return !!document.querySelector('main table tbody tr')",
            &[],
        );
    }),
    stop("leave-year-in-words", |page, words| {
        actions::unfold(page, words.leave.year_in_words);
        page.until_true(
            "the months",
            "return !!document.querySelector('details[open] li')",
            &[],
        );
    }),
    stop("leave-none-found", |page, words| {
        page.open("/space/leave?year=1999&state=refused");
        page.until_text(words.leave.none_found);
        // Everything that this page asked for has come: the faults of the next are for that.
        find::summary(page, words.leave.year_in_words);
        page.until_true(
            "the rights",
            "return !!document.querySelector('main table tbody tr')",
            &[],
        );
    }),
    stop("leave-failed", |page, words| {
        page.portal.spoil("GET", "/api/v1/leave/*", "status:500", 3);
        page.open(LIST);
        page.until_returns(
            "the parts that failed",
            "return Array.from(document.querySelectorAll('main button')).filter((button) => button.textContent === arguments[0]).length",
            &[json!(words.try_again)],
            3,
        );
        find::heading(page, words.unavailable);
    }),
    stop("leaverequest", |page, words| {
        page.open(LIST);
        actions::follow(page, words.leave.waiting);
        find::heading(page, words.leave.trail);
        find::button(page, words.leave.cancel);
    }),
    stop("leaverequest-cancelling", |page, words| {
        actions::press_button(page, words.leave.cancel);
        find::heading(page, words.leave.cancel_title);
    }),
    stop("leaverequest-cancelling-failed", |page, words| {
        page.portal
            .spoil("DELETE", "/api/v1/leave/requests/*", "status:500", 1);
        actions::press_button(page, words.leave.cancel_confirm);
        page.until_true(
            "words about it",
            "return !!document.querySelector('dialog [role=alert]')?.textContent",
            &[],
        );
    }),
    stop("leaverequest-cancelled", |page, words| {
        actions::press_button(page, words.leave.cancel_confirm);
        find::heading(page, words.leave.cancelled);
    }),
    stop("leaverequest-granted", |page, words| {
        page.open(LIST);
        actions::follow(page, words.leave.granted);
        find::button(page, words.leave.ask_cancellation);
    }),
    stop("leaverequest-asking-cancellation", |page, words| {
        actions::press_button(page, words.leave.ask_cancellation);
        find::heading(page, words.leave.cancellation_title);
    }),
    stop("leaverequest-refused", |page, words| {
        page.open(LIST);
        actions::follow(page, words.leave.refused);
        find::heading(page, words.leave.trail);
        page.until_true(
            "what was attached, in its frame",
            "return !!document.querySelector('main iframe')",
            &[],
        );
    }),
    stop("leaverequest-missing", |page, words| {
        page.open("/space/leave/nobody-s");
        find::heading(page, words.missing);
    }),
    stop("ask", |page, words| {
        page.open(ASKING);
        find::button(page, words.files.send_request);
        days_are_known(page);
    }),
    stop("ask-incomplete", |page, words| {
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_incomplete);
    }),
    stop("ask-refused", |page, words| {
        actions::tick(page, words.leave.annual);
        actions::fill_in(page, words.leave.first_day, "17/02/2027");
        actions::fill_in(page, words.leave.last_day, "22/02/2027");
        find::heading(page, words.leave.would_be_refused);
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_failed);
    }),
    stop("ask-counted", |page, words| {
        page.open(ASKING);
        find::button(page, words.files.send_request);
        actions::tick(page, words.leave.annual);
        actions::fill_in(page, words.leave.first_day, "29/12/2026");
        actions::fill_in(page, words.leave.last_day, "05/01/2027");
        actions::tick(page, words.leave.begins_noon);
        page.until_true(
            "what would be left",
            "return document.querySelectorAll('main section table tbody tr').length === 2",
            &[],
        );
        days_are_known(page);
    }),
    stop("ask-failed", |page, words| {
        page.portal
            .spoil("POST", "/api/v1/leave/requests", "status:500", 1);
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_failed);
    }),
    stop("ask-file", |page, words| {
        actions::tick(page, words.leave.special);
        actions::fill_in(page, words.leave.first_day, "15/12/2026");
        actions::fill_in(page, words.leave.last_day, "15/12/2026");
        let text = OwnFile::new("texte.pdf", b"Bonjour.");
        text.choose(page, words.leave.proof);
        page.until_true(
            "words at its field",
            "return !!document.querySelector('main input[type=file][aria-invalid=true]')",
            &[],
        );
    }),
    stop("ask-file-attached", |page, words| {
        let proof = OwnFile::new("acte.pdf", &pdf(20_000));
        proof.choose(page, words.leave.proof);
        page.until_text(words.leave.attached);
    }),
    stop("ask-done", |page, words| {
        actions::press_button(page, words.files.send_request);
        find::heading(page, words.files.request_done);
    }),
    stop("calendar-of-an-agent", |page, words| {
        page.open("/space/leave/calendar?month=2026-12&view=grid");
        find::field(page, words.leave.search_person);
        until_rows(page);
    }),
    stop("calendar-nobody-found", |page, words| {
        actions::fill_in(page, words.leave.search_person, "licorne");
        page.until_text(words.leave.nobody_found);
    }),
    stop("home-manager", |page, words| {
        actions::press_button(page, words.log_out);
        page.until_text(words.portal_closed);
        page.open("/login");
        let manager = actions::sign_in_here(page, &MANAGER, words);
        find::link(&manager, words.latest_month);
        find::link(&manager, words.leave.approvals);
    }),
    stop("calendar", |page, words| {
        page.open("/space/leave/calendar?month=2026-12&view=grid");
        find::field(page, words.leave.search_person);
        until_rows(page);
    }),
    stop("calendar-list", |page, words| {
        actions::follow(page, words.leave.list);
        find::heading(page, "Hugo Girard");
    }),
    stop("calendar-failed", |page, words| {
        page.portal
            .spoil("GET", "/api/v1/leave/calendar", "status:500", 1);
        page.open(CALENDAR);
        find::heading(page, words.unavailable);
    }),
    stop("approvals", |page, words| {
        page.open(APPROVALS);
        find::button(page, words.leave.grant_of);
    }),
    stop("approvals-held", |page, words| {
        actions::press_button(page, words.leave.grant_of);
        page.until_text(words.leave.held);
    }),
    stop("approvals-refusing", |page, words| {
        actions::press_button(page, words.leave.refuse_of);
        actions::press_button(page, words.leave.send_refusal);
        page.until_text(words.leave.reason_missing);
    }),
    stop("approvals-several", |page, words| {
        page.open(APPROVALS);
        actions::tick(page, words.leave.select_all);
        page.until_true(
            "what is done with them",
            "return document.querySelectorAll('main input[type=checkbox]:checked').length > 5",
            &[],
        );
    }),
    stop("approvals-decided", |page, words| {
        page.open("/space/leave/approvals?state=decided");
        page.until_text("Inès Moreau");
        find::link(page, words.leave.decided);
    }),
    stop("approvals-session-over", |page, words| {
        page.open(APPROVALS);
        find::button(page, words.leave.refuse_of);
        session_steps::expire(page, words);
    }),
];

/// What stands on the days of the calendar has come.
fn days_are_known(page: &Page) {
    page.until_true(
        "what stands on the days",
        "return !!document.querySelector('main [role=grid] [data-off]')",
        &[],
    );
}

/// The people of the table are there.
fn until_rows(page: &Page) {
    page.until_true(
        "the people",
        "return document.querySelectorAll('main [role=row] [role=rowheader] bdi').length > 5",
        &[],
    );
}
