//! Every route rendered natively in every state; knows the pages' words, never a browser.

mod pages;
mod render;
mod routes;
