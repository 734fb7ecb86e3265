//! What is said once all trials have run: the slowest, what was begun again, and each failure in a few lines; knows no browser.
//!
//! A log that keeps its end only still names what failed.

use std::cmp::Reverse;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// So many of the slowest are named, where so many more have run.
const SLOWEST: usize = 10;

/// So much of a failure is repeated.
const LINES: usize = 4;
const LONGEST_LINE: usize = 400;

static TOLD: Mutex<Told> = Mutex::new(Told {
    times: Vec::new(),
    again: Vec::new(),
    failures: Vec::new(),
});

struct Told {
    times: Vec<(Duration, String)>,
    again: Vec<String>,
    failures: Vec<(String, String)>,
}

fn note(change: impl FnOnce(&mut Told)) {
    change(&mut TOLD.lock().unwrap_or_else(PoisonError::into_inner));
}

/// How long a trial took.
pub fn took(name: &str, time: Duration) {
    note(|told| told.times.push((time, name.to_owned())));
}

/// A trial was begun again, for that reason.
pub fn begun_again(name: &str, reason: &str) {
    let line = format!("{name} was begun again, the browser was lost: {reason}");
    eprintln!("{line}");
    note(|told| told.again.push(line));
}

/// A trial failed; what was wrong comes first in `words`.
pub fn failed(name: &str, words: &str) {
    note(|told| told.failures.push((name.to_owned(), words.to_owned())));
}

/// Says all of it, the failures last.
pub fn tell() {
    note(|told| {
        told.times.sort_by_key(|(time, _)| Reverse(*time));
        if told.times.len() > 2 * SLOWEST {
            eprintln!("the slowest:");
            for (time, name) in &told.times[..SLOWEST] {
                eprintln!("  {:>6.1} s  {name}", time.as_secs_f64());
            }
        }
        for line in &told.again {
            eprintln!("{line}");
        }
        for (name, words) in &told.failures {
            eprintln!("FAILED {name}");
            for line in words.lines().take(LINES) {
                let short: String = line.chars().take(LONGEST_LINE).collect();
                eprintln!("  {short}");
            }
        }
    });
}
