//! Does a backend keep the portal contract? One run of named checks, in process or over the network; knows no backend's inside.
//!
//! Over the network: `CONFORMANCE_URL=https://… CONFORMANCE_ACCOUNTS=accounts.json cargo test --no-default-features --test it conformance -- --nocapture`.
//! The file holds accounts by role, `{"agent": {"username": …, "password": …}}`: `agent` must be there; with `other_agent`,
//! `validator` (who validates the agent's leave at its first level), `consent`, `expiring`, `expired` and `locked` more is checked (`tests/fixtures/accounts/demo.json` is the reference backend's).
//! `CONFORMANCE_ORIGIN` is the page's origin where it is not the backend's, `CONFORMANCE_INSECURE=1` accepts any certificate.

mod activity;
mod activity_deeds;
mod activity_report;
mod backend;
mod bodies;
mod circumstances;
mod clock;
mod consent;
mod cookies;
mod cross_site;
mod document_files;
mod document_names;
mod document_requests;
mod document_search;
mod documents;
mod errors;
mod faulty_answers;
mod faulty_documents;
mod faulty_leave;
mod faulty_mail;
mod guards;
mod leave;
mod leave_asking;
mod leave_breaches;
mod leave_decisions;
mod leave_files;
mod leave_requests;
mod leave_wishes;
mod lists;
mod lockout;
mod mail;
mod mail_bodies;
mod mail_breaches;
mod mail_changes;
mod mail_drafts;
mod mail_sending;
mod mail_wishes;
mod operations;
mod payslip;
mod payslips;
mod portal;
mod report;
mod session;
mod sessions;
mod sign_in;
mod texts;
mod times;

use backend::{Backend, Need, Site};

/// What a check saw. `Err` holds what broke it or why it could not be seen.
type Seen = Result<String, Fault>;

/// Why a check does not count as kept.
enum Fault {
    /// The backend does otherwise.
    Broken(String),
    /// This backend has nothing to see it on.
    NothingToSee(String),
}

impl From<String> for Fault {
    fn from(text: String) -> Self {
        Self::Broken(text)
    }
}

/// One promise of the contract.
struct Check {
    /// The promise.
    says: &'static str,
    /// What is seen when it is kept.
    expects: &'static str,
    needs: &'static [Need],
    run: fn(&Backend) -> Seen,
}

/// Goes on when `kept`, else says what was seen instead.
fn ensure(kept: bool, seen: impl FnOnce() -> String) -> Result<(), Fault> {
    if kept {
        Ok(())
    } else {
        Err(Fault::Broken(seen()))
    }
}

/// In this order; what locks out comes last, because it may lock this address out as well.
fn checks() -> impl Iterator<Item = &'static Check> {
    let groups = [
        portal::CHECKS,
        texts::CHECKS,
        errors::CHECKS,
        bodies::CHECKS,
        sign_in::CHECKS,
        cookies::CHECKS,
        session::CHECKS,
        guards::CHECKS,
        cross_site::CHECKS,
        sessions::CHECKS,
        consent::CHECKS,
        payslips::CHECKS,
        payslip::CHECKS,
        documents::CHECKS,
        document_search::CHECKS,
        document_files::CHECKS,
        document_names::CHECKS,
        document_requests::CHECKS,
        leave::CHECKS,
        leave_requests::CHECKS,
        leave_asking::CHECKS,
        leave_decisions::CHECKS,
        leave_files::CHECKS,
        mail::CHECKS,
        mail_changes::CHECKS,
        mail_bodies::CHECKS,
        mail_drafts::CHECKS,
        mail_sending::CHECKS,
        operations::CHECKS,
        activity::CHECKS,
        activity_deeds::CHECKS,
        activity_report::CHECKS,
        clock::CHECKS,
        circumstances::CHECKS,
        lockout::CHECKS,
    ];
    groups.into_iter().flatten()
}

/// One test, so that checks follow each other and a skipped one is never counted as passed.
#[test]
fn the_backend_keeps_the_contract() {
    if let Some(backend) = Backend::elsewhere() {
        if let Err(reason) = backend.door.opens() {
            panic!("the backend can't be reached: {reason}");
        }
        let tally = report::run(&backend, checks());
        assert!(tally.kept > 0, "nothing was checked");
        assert!(
            tally.broken.is_empty(),
            "{} promises are broken: {:#?}",
            tally.broken.len(),
            tally.broken
        );
        return;
    }
    // What depends on the site is seen again on the others, and all of it in a run over the network.
    let of_the_site = [cookies::CHECKS, session::CHECKS, guards::CHECKS];
    let other_needs = [Need::Https, Need::TwoSites];
    let everything =
        checks().filter(|check| !check.needs.iter().any(|it| other_needs.contains(it)));
    let strict = of_the_site.into_iter().flatten();
    let two_sites = of_the_site
        .into_iter()
        .chain([cross_site::CHECKS])
        .flatten();
    let tallies = [
        report::run(&Backend::in_process(Site::Http), everything),
        report::run(&Backend::in_process(Site::Https), strict),
        report::run(&Backend::in_process(Site::TwoSites), two_sites),
    ];
    for tally in &tallies {
        assert!(
            tally.skipped.is_empty(),
            "the reference backend can show everything: {:#?}",
            tally.skipped
        );
    }
    let broken: Vec<&String> = tallies.iter().flat_map(|tally| &tally.broken).collect();
    assert!(
        broken.is_empty(),
        "{} promises are broken: {broken:#?}",
        broken.len()
    );
}

#[test]
fn every_check_has_a_name_of_its_own() {
    let mut names: Vec<&str> = checks().map(|check| check.says).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
