//! Scenarios in three browser engines: what a person does and sees; knows the portal by its labels and its contract only.
//!
//! `ENGINES=firefox,webkit` or `ENGINES=all` chooses engines, a word on the command line chooses scenarios, `SITE=folder`
//! another site than dist/. Pictures: target/gallery, and target/e2e-failures for what failed.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by panicking"
)]

mod harness;

mod actions;
mod boot_page;
mod checks;
mod document_steps;
mod file_words;
mod find;
mod keys;
mod leave_steps;
mod leave_words;
mod mail_steps;
mod mail_write_steps;
mod mail_write_words;
mod session_steps;
mod tour;
mod tour_of_files;
mod tour_of_leave;
mod tour_of_mail;
mod tour_of_mail_writing;
mod verdicts;
mod words;

mod scenario_activity;
mod scenario_boot;
mod scenario_checks;
mod scenario_checks_of_browsers;
mod scenario_circumstances;
mod scenario_consent;
mod scenario_disk;
mod scenario_document_requests;
mod scenario_documents;
mod scenario_documents_hostile;
mod scenario_every_page;
mod scenario_gate;
mod scenario_going_back;
mod scenario_help;
mod scenario_hostile_answers;
mod scenario_languages;
mod scenario_leave_approvals;
mod scenario_leave_ask;
mod scenario_leave_calendar;
mod scenario_leave_decisions;
mod scenario_leave_files;
mod scenario_leave_hostile;
mod scenario_leave_mine;
mod scenario_leave_trouble;
mod scenario_leave_wrong;
mod scenario_login_causes;
mod scenario_login_form;
mod scenario_mail_hostile;
mod scenario_mail_list;
mod scenario_mail_read;
mod scenario_mail_write;
mod scenario_modules;
mod scenario_payslip_study;
mod scenario_payslips;
mod scenario_payslips_shared;
mod scenario_programs;
mod scenario_receipt;
mod scenario_session_again;
mod scenario_session_hostile;
mod scenario_session_tabs;
mod scenario_session_time;
mod scenario_sign_in;
mod scenario_sign_out;
mod scenario_start;
mod scenario_take_away;
mod scenario_take_away_trouble;
mod scenario_texts;

use harness::{driver, report, scenario, watch};
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(watched) = watch::play_watcher() {
        return watched;
    }
    let chosen = match scenario::Chosen::from_environment() {
        Ok(chosen) => chosen,
        Err(refusal) => {
            eprintln!("{refusal}");
            return ExitCode::FAILURE;
        }
    };
    scenario::keep_panics();
    let scenarios = [
        // The longest first.
        scenario_every_page::scenarios(),
        scenario_hostile_answers::scenarios(),
        scenario_boot::scenarios(),
        scenario_gate::scenarios(),
        scenario_checks::scenarios(),
        scenario_checks_of_browsers::scenarios(),
        scenario_sign_in::scenarios(),
        scenario_login_form::scenarios(),
        scenario_login_causes::scenarios(),
        scenario_sign_out::scenarios(),
        scenario_payslips::scenarios(),
        scenario_take_away::scenarios(),
        scenario_take_away_trouble::scenarios(),
        scenario_documents::scenarios(),
        scenario_documents_hostile::scenarios(),
        scenario_document_requests::scenarios(),
        scenario_payslip_study::scenarios(),
        scenario_payslips_shared::scenarios(),
        scenario_programs::scenarios(),
        scenario_leave_ask::scenarios(),
        scenario_leave_wrong::scenarios(),
        scenario_leave_files::scenarios(),
        scenario_leave_trouble::scenarios(),
        scenario_leave_mine::scenarios(),
        scenario_leave_approvals::scenarios(),
        scenario_leave_decisions::scenarios(),
        scenario_leave_calendar::scenarios(),
        scenario_leave_hostile::scenarios(),
        scenario_mail_write::scenarios(),
        scenario_mail_hostile::scenarios(),
        scenario_mail_list::scenarios(),
        scenario_mail_read::scenarios(),
        scenario_modules::scenarios(),
        scenario_disk::scenarios(),
        scenario_receipt::scenarios(),
        scenario_activity::scenarios(),
        scenario_going_back::scenarios(),
        scenario_session_time::scenarios(),
        scenario_session_again::scenarios(),
        scenario_session_tabs::scenarios(),
        scenario_session_hostile::scenarios(),
        scenario_consent::scenarios(),
        scenario_languages::scenarios(),
        scenario_texts::scenarios(),
        scenario_help::scenarios(),
        scenario_start::scenarios(),
        scenario_circumstances::scenarios(),
    ];
    let trials = scenarios
        .iter()
        .flatten()
        .flat_map(|scenario| scenario.trials(&chosen))
        .collect();
    let conclusion = libtest_mimic::run(
        &libtest_mimic::Arguments::from_args(),
        scenario::weave(trials),
    );
    driver::end_all();
    report::tell();
    conclusion.exit_code()
}
