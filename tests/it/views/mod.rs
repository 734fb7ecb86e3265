//! Every route rendered natively in every state; knows the pages' words, never a browser.

mod activity;
mod checks;
mod consent;
mod document_preview;
mod document_requests;
mod documents;
mod help;
mod home;
mod legal;
mod login;
mod pages;
mod payslip;
mod payslip_study;
mod payslips;
mod profile;
mod render;
mod reports;
mod routes;
mod session;
mod sessions;
mod take_away;
