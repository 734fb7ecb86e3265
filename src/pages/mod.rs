//! One page a route: it loads, then hands to a pure view; pages never import pages.

pub mod accessibility_page;
pub mod consent_page;
pub mod diagnostics_page;
pub mod help_page;
pub mod login_page;
pub mod not_found_page;
pub mod password_page;
pub mod signed_out_page;
pub mod text_page;

pub mod activity_page;
pub mod document_page;
pub mod documents_page;
pub mod home_page;
pub mod leave_approvals_page;
pub mod leave_asking_page;
pub mod leave_calendar_page;
pub mod leave_page;
pub mod leave_request_page;
pub mod mail_compose_page;
pub mod mail_message_page;
pub mod mail_page;
pub mod payslip_page;
pub mod payslips_page;
pub mod profile_page;

pub mod boot_gate;
pub mod config_problem_page;
