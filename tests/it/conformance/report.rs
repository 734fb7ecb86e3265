//! Runs checks and prints one line for each; the only place of the conformance run that prints.

use super::backend::Backend;
use super::{Check, Fault};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How a run ended.
#[derive(Default)]
pub struct Tally {
    pub kept: usize,
    pub broken: Vec<String>,
    pub skipped: Vec<String>,
}

#[expect(clippy::print_stdout, reason = "a backend team reads this")]
pub fn run(backend: &Backend, checks: impl Iterator<Item = &'static Check>) -> Tally {
    println!(
        "\nThe portal contract {}, checked on {}",
        nomade::contract::CONTRACT_VERSION,
        backend.name
    );
    let mut tally = Tally::default();
    for check in checks {
        let seen = match backend.lacks(check.needs) {
            Some(missing) => Err(Fault::NothingToSee(missing)),
            None => catch_unwind(AssertUnwindSafe(|| (check.run)(backend))).unwrap_or_else(|_| {
                Err(Fault::Broken(
                    "the check itself failed, see above".to_owned(),
                ))
            }),
        };
        let (word, seen) = match seen {
            Ok(seen) => {
                tally.kept += 1;
                ("ok  ", format!("saw: {seen}"))
            }
            Err(Fault::Broken(seen)) => {
                tally.broken.push(format!(
                    "{} (expected {}; saw {seen})",
                    check.says, check.expects
                ));
                ("FAIL", format!("saw: {seen}"))
            }
            Err(Fault::NothingToSee(reason)) => {
                tally.skipped.push(format!("{}: {reason}", check.says));
                ("skip", format!("not checked: {reason}"))
            }
        };
        println!(
            "{word}  {} | expected: {} | {seen}",
            check.says, check.expects
        );
    }
    println!(
        "{} kept, {} broken, {} not checked",
        tally.kept,
        tally.broken.len(),
        tally.skipped.len()
    );
    tally
}
