//! The portal in English; knows nothing else.

mod activity;
mod boot;
mod checks;
mod common;
mod failures;
mod help;
mod legal;
mod login;
mod login_causes;
mod password;
mod payslips;
mod profile;
mod session;
mod space;

use super::texts::Texts;

/// The sentences of this language.
pub struct English;

impl Texts for English {}
