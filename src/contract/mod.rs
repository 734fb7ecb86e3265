//! The wire: one bare-noun type per resource of the portal contract; knows serde and dates, never the browser and never a decision.
//!
//! `openapi.yaml` beside this file is the authority and these types follow it.
//! Architecture Invariant: unknown fields are ignored and unknown enum values become `Unknown`, so that a newer backend never breaks an older page.

pub mod endpoint;

pub mod instant;
pub mod localized;
pub mod money;
pub mod problem;

pub mod activity;
pub mod agent;
pub mod config;
pub mod consent;
pub mod documents;
pub mod leave;
mod leave_asking;
mod leave_team;
pub mod mail;
mod mail_writing;
pub mod notices;
pub mod operation;
pub mod payslips;
pub mod portal;
pub mod probe;
pub mod session;
pub mod texts;

/// The version of the portal contract that these types describe, as `major.minor`.
///
/// A backend with another major version speaks another contract.
pub const CONTRACT_VERSION: &str = "1.0";
