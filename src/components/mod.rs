//! Props in, markup out; knows the language of the page, never the session, a call or a route to take.

pub mod dynamic;
pub mod icon;
pub mod spinner;
pub mod static_login;

pub mod checkbox_field;
pub mod error_summary;
pub mod password_field;
pub mod text_field;

pub mod dialog;
pub mod failure;
pub mod failure_words;
pub mod loaded;
pub mod login_failure;
pub mod notice;
pub mod trace_reference;

pub mod check_strip;
pub mod checkup_code;
pub mod code_reader;
pub mod countdown;
pub mod finding_card;
pub mod finding_words;
pub mod language_switch;
pub mod password_renewal;
pub mod shared_device_bar;
pub mod sign_in_news;
pub mod support_contacts;
pub mod support_line;

pub mod consent_text;
pub mod text_body;

pub mod activity_filter;
pub mod activity_list;
pub mod module_link;
pub mod report_form;
pub mod report_receipt;
pub mod session_list;

pub mod document_choice;
pub mod document_list;
pub mod document_preview;
pub mod document_request_failure;
pub mod document_request_fields;
pub mod document_request_form;
pub mod document_request_list;
pub mod document_request_receipt;
pub mod file_failure;
pub mod take_away;
pub mod take_away_outcome;

pub mod page_turner;
pub mod search_field;

pub mod payslip_choice;
pub mod payslip_comparison;
pub mod payslip_lines;
pub mod payslip_list;
pub mod payslip_plot;
pub mod payslip_totals;
