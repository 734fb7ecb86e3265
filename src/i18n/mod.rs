//! Every sentence, number and date that a person sees, in both languages; knows no page and asks no browser.
//!
//! Architecture Invariant: the same code formats natively and in WebAssembly, so that what the tests render is what agents read.

mod activity_texts;
pub mod boot_texts;
mod check_texts;
mod document_texts;
pub mod file_words;
pub mod help_texts;
mod leave_approval_texts;
mod leave_asking_texts;
mod leave_texts;
pub mod leave_words;
pub mod legal_texts;
mod list_texts;
pub mod locale;
mod login_texts;
mod mail_texts;
pub mod mail_words;
pub mod mail_writing_texts;
mod payslip_texts;
mod profile_texts;
mod session_texts;
pub mod texts;

mod en;
mod fr;

pub mod dates;
pub mod numbers;
