//! The frames around the pages; knows who is here, never what a page shows.

pub mod agent_layout;
pub mod page_focus;
pub mod public_layout;
pub mod site_footer;
