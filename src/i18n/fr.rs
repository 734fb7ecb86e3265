//! The portal in French, its first language; knows nothing else.

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
mod space;

use super::texts::Texts;

/// The sentences of this language.
pub struct French;

impl Texts for French {}
