//! Every route rendered natively in every state; knows the pages' words, never a browser.

mod checks;
mod consent;
mod help;
mod legal;
mod login;
mod pages;
mod render;
mod routes;
