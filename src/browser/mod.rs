//! The only door to the browser's own interfaces; knows no resource of the contract.
//!
//! Architecture Invariant: called from handlers, effects and resources, never while rendering; whatever the browser
//! throws or lacks becomes an absent value, never a panic.

pub mod boot;
pub mod departure;
pub mod dialog;
pub mod document;
pub mod download;
pub mod facts;
pub mod file_facts;
pub mod focus;
pub mod keyboard;
pub mod presence;
pub mod random;
pub mod scrolling;
pub mod static_form;
pub mod storage;
pub mod tabs;
pub mod upload;

pub mod deadline;
