//! The browser side of the nomadic employee portal.
//!
//! Reading order, each module importing only what stands above it (`tests/it/tidy.rs` holds the walls):
//!
//! - [`contract`]: the wire, shared with the reference backend
//! - [`rules`]: decisions as pure functions over the contract's types
//! - [`route`]: the addresses of the portal as one enum
//! - [`i18n`]: every sentence, number and date in French and English
//! - [`browser`]: the only door to the browser's own interfaces
//! - [`api`]: the only door to the network
//! - [`state`]: what several pages share, as contexts
//! - [`components`]: props in, markup out
//! - [`layouts`]: the frames around the pages; the agent's holds the guard
//! - [`pages`]: one per route
//! - [`app`]: the providers and the route table, with the agent space or on the way to it
//! - `start`: how a program of the portal begins, in a browser alone: `main.rs` is the whole portal, `bin/login.rs` what the login waits for
//!
//! Architecture Invariant: nothing about a person is kept in any storage of the browser, in the address or in the console.

pub mod contract;
pub mod rules;

pub mod route;

#[cfg(feature = "ui")]
pub mod i18n;

#[cfg(feature = "ui")]
pub mod browser;

#[cfg(feature = "ui")]
pub mod api;

#[cfg(feature = "ui")]
pub mod state;

#[cfg(feature = "ui")]
pub mod components;

#[cfg(feature = "ui")]
pub mod layouts;

#[cfg(feature = "ui")]
pub mod pages;

#[cfg(feature = "ui")]
pub mod app;

#[cfg(feature = "ui")]
pub mod start;
