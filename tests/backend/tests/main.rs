//! The reference backend through its router, and its program as a process; knows the contract, not the backend's insides.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on fails"
)]

mod support;

mod activity;
mod activity_deeds;
mod activity_report;
mod bad_requests;
mod consent;
mod cookies;
mod document_faults;
mod document_files;
mod document_requests;
mod documents;
mod faults;
mod faults_of_files;
mod guard;
mod leave;
mod leave_approvals;
mod leave_asking;
mod leave_calendar_file;
mod leave_deciding;
mod leave_files;
mod leave_list;
mod leave_teams;
mod leave_together;
mod leave_undoing;
mod logs;
mod mail;
mod mail_changes;
mod mail_files;
mod mail_refusals;
mod mail_rights;
mod mail_seed;
mod mail_writing;
#[cfg(target_os = "linux")]
mod memory;
mod notices;
mod operations;
mod payslips;
mod portal;
mod probe;
mod process;
mod session;
mod sessions;
mod sign_in;
mod site;
mod texts;
mod timing;
mod tls;
