//! What the native tests share: the contract's document, the fixtures, a client; knows no page and no backend's inside.

pub mod activity;
pub mod answer;
pub mod client;
pub mod document;
pub mod door;
pub mod fixtures;
pub mod payslips;
pub mod tree;
