//! What keeps sessions and pages safe, a file for each means; knows no route.

pub mod attempts;
pub mod cookie;
pub mod cors;
pub mod csrf;
pub mod headers;
pub mod origin;
pub mod password;
pub mod secret;
