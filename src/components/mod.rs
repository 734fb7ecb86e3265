//! Props in, markup out; knows the language of the page, never the session, a call or a route to take.

pub mod date_field;
pub mod dynamic;
pub mod icon;
pub mod leave_attachment;
pub mod leave_attachment_file;
pub mod leave_calendar_picker;
pub mod leave_calendar_picker_day;
pub mod leave_calendar_picker_legend;
pub mod leave_form;
pub mod leave_form_dates;
pub mod leave_form_fields;
pub mod leave_form_halves;
pub mod leave_form_picking;
pub mod leave_form_state;
pub mod leave_preview;
pub mod leave_preview_parts;
pub mod leave_receipt;
pub mod leave_request_failure;
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

pub mod leave_approval_buttons;
pub mod leave_approval_card;
pub mod leave_approval_choice;
pub mod leave_approval_facts;
pub mod leave_approval_file;
pub mod leave_clash_list;
pub mod leave_decision_batch;
pub mod leave_decision_form;
pub mod leave_decision_outcome;
pub mod leave_decision_reason;
pub mod leave_decision_verdict;

pub mod team_calendar;
pub mod team_calendar_choice;
pub mod team_calendar_form;
pub mod team_calendar_head;
pub mod team_calendar_legend;
pub mod team_calendar_list;
pub mod team_calendar_row;

pub mod leave_balance;
pub mod leave_change;
pub mod leave_change_dialog;
pub mod leave_change_outcome;
pub mod leave_list;
pub mod leave_request_summary;
pub mod leave_state;
pub mod leave_trail;
pub mod leave_year;

pub mod mail_actions;
pub mod mail_attachments;
pub mod mail_choice;
pub mod mail_delete_dialog;
pub mod mail_folders;
pub mod mail_frame;
pub mod mail_head;
pub mod mail_list;
pub mod mail_move;
pub mod mail_people;
pub mod mail_recipient_field;
pub mod mail_recipient_list;
pub mod mail_recipient_options;
pub mod mail_recipient_state;
pub mod mail_text;
pub mod mail_told;
pub mod mail_upload_field;
pub mod mail_upload_file;
pub mod mail_writing_discard;
pub mod mail_writing_draft;
pub mod mail_writing_failure;
pub mod mail_writing_form;
pub mod mail_writing_keep;
pub mod mail_writing_outgoing;
pub mod mail_writing_receipt;
pub mod mail_writing_state;
pub mod mail_writing_text;
