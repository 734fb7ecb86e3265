//! The portal in English; knows nothing else.

mod common;
mod failures;
mod login;
mod payslips;
mod space;

use super::texts::Texts;

/// The sentences of this language.
pub struct English;

impl Texts for English {}
