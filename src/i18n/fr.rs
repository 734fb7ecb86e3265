//! The portal in French, its first language; knows nothing else.

mod activity;
mod boot;
mod checks;
mod common;
mod document_requests;
mod documents;
mod failures;
mod help;
mod leave;
mod leave_approvals;
mod leave_asking;
mod leave_picking;
mod legal;
mod lists;
mod login;
mod login_causes;
mod mail;
mod mail_writing;
mod password;
mod payslip_study;
mod payslips;
mod profile;
mod session;
mod space;
mod take_away;
mod team_calendar;

use super::texts::{AgentTexts, Texts};

/// The sentences of this language.
pub struct French;

impl Texts for French {}

impl AgentTexts for French {}
