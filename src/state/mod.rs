//! What several pages share, as contexts, each with its `provide_x` and `use_x`; knows no markup.

pub mod amounts;
pub mod checkup;
pub mod consent;
pub mod document_preview;
pub mod drafts;
pub mod listing;
pub mod load;
pub mod locale;
pub mod location;
pub mod login_cause;
pub mod login_form;
pub mod mail_body;
pub mod mail_hand;
pub mod mail_shelf;
pub mod once;
pub mod portal;
pub mod session;
pub mod slowly;
pub mod take_away;
