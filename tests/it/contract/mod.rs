//! Holds the three forms of the contract together: the document, the Rust types and the fixtures; knows no backend.

mod changed_fixtures;
mod endpoints;
mod enumerations;
mod examples;
mod fixtures;
mod mail;
mod newer_backend;
