//! What a message of professional e-mail holds, and how it is made harmless; knows no mailbox and no request.

pub mod html;
pub mod letter;
pub mod words;
