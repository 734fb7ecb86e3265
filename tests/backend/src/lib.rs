//! The reference implementation of the portal contract: for development, tests and demonstration, never for production.
//!
//! Reading order:
//!
//! - [`options`], [`start_error`]: what the server is told, and why it would not start
//! - [`server`], [`stream`], [`tls`]: the socket; [`start`] is the way in
//! - [`application`]: what handlers share, and the router; [`answer`], [`guard`]: what surrounds every route
//! - [`routes`]: a file for each resource of the contract; [`request`] reads, [`problem`] refuses
//! - [`life`], [`settings`], [`clock`]: when sessions end, what the portal says, what time it is
//! - [`store`]: the database; [`seed`]: what it is filled with
//! - [`security`]: cookies, tokens, origins, headers, passwords
//! - [`content`], [`file`], [`upload`]: files, their parts, and those that are brought; [`once`], [`if_match`]: writes that
//!   happen once, and changes of what was read; [`certificates`]: what can be asked for
//! - [`leave`]: days off, half-days, rights and levels of validation, pure; [`mail`]: what a message holds, and how it is cleaned
//! - [`pdf`], [`search`], [`caller`], [`user_agent`], [`site`], [`faults`], [`mangle`]: what single routes need
//!
//! Architecture Invariant: of the browser side, only `nomade::contract` and `nomade::rules` are used.
#![cfg_attr(
    test,
    expect(
        clippy::unwrap_used,
        clippy::panic,
        reason = "a test that can't go on fails"
    )
)]

pub mod answer;
pub mod application;
pub mod caller;
pub mod certificates;
pub mod clock;
pub mod content;
pub mod faults;
pub mod file;
pub mod guard;
pub mod if_match;
pub mod leave;
pub mod life;
pub mod mail;
pub mod mangle;
pub mod once;
pub mod options;
pub mod pdf;
pub mod problem;
pub mod request;
pub mod routes;
pub mod search;
pub mod security;
pub mod seed;
pub mod server;
pub mod settings;
pub mod site;
pub mod start_error;
pub mod store;
pub mod stream;
pub mod tls;
pub mod upload;
pub mod user_agent;

pub use application::{Backend, router};
pub use options::{Options, Seed};
pub use server::{Server, start};
pub use start_error::StartError;
