//! Every route rendered natively in every state; knows the pages' words, never a browser.

mod activity;
mod checks;
mod consent;
mod help;
mod home;
mod legal;
mod login;
mod pages;
mod profile;
mod render;
mod reports;
mod routes;
mod session;
mod sessions;
