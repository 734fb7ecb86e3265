//! Every route rendered natively in every state; knows the pages' words, never a browser.

mod checks;
mod help;
mod pages;
mod render;
mod routes;
