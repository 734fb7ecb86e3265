//! The portal in English; knows nothing else.

mod activity;
mod boot;
mod checks;
mod common;
mod document_requests;
mod documents;
mod failures;
mod help;
mod legal;
mod lists;
mod login;
mod login_causes;
mod password;
mod payslip_study;
mod payslips;
mod profile;
mod session;
mod space;
mod take_away;

use super::texts::Texts;

/// The sentences of this language.
pub struct English;

impl Texts for English {}
