//! Payslips, certificates and letters as tagged PDF (PDF/UA-1): headings, paragraphs and true tables, in French; knows no request
//! and keeps no file.

mod letters;
mod paint;
mod payslip;
mod sheet;
pub mod words;

pub use letters::{PARAGRAPHS, certificate, notice};
pub use payslip::draw;

use std::fmt;

/// Why a PDF could not be drawn.
#[derive(Debug)]
pub struct DrawError(String);

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DrawError {}

impl DrawError {
    fn of(cause: impl fmt::Debug) -> Self {
        Self(format!("{cause:?}"))
    }
}
