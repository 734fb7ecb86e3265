//! The frames around the pages; knows who is here, never what a page shows.

pub mod agent_layout;
pub mod module_gate;
pub mod page_focus;
pub mod public_layout;
pub mod session_warning;
mod sign_in_again;
mod sign_out_button;
pub mod site_footer;
pub mod space_nav;
pub mod space_title;
pub mod way_out;
