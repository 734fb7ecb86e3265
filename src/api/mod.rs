//! The only door to the network: typed calls of the contract; knows no page and keeps no answer.
//!
//! Architecture Invariant: the session is an HttpOnly cookie that this code never sees; the one value it holds in
//! memory is the CSRF token.

pub mod answer;
pub mod client;

pub mod activity;
pub mod config;
pub mod consent;
pub mod documents;
pub mod files;
pub mod leave;
pub mod leave_attachments;
pub mod mail;
pub mod mail_body;
pub mod mail_writing;
pub mod notices;
pub mod operations;
pub mod payslips;
pub mod portal;
pub mod probe;
pub mod session;
pub mod sessions;
pub mod texts;
mod uploads;
