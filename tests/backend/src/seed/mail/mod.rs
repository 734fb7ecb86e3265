//! The mail of the demonstration: what is in each account's mailbox, and who stands in the directory; knows no database.
//!
//! Everything counts from the day of the start, and is the same each time.

mod agent;
mod agent_special;
mod broken;
mod files;
mod hostile;
mod hostile_looks;
mod hostile_sizes;
mod manager;
mod many;
mod newsletter;
mod others;
mod people;
mod thread;
mod write;

pub use people::contacts;

use crate::mail::letter::Letter;
use crate::options::Seed;
use chrono::{DateTime, FixedOffset};
use write::Pen;

/// How many letters the large seed adds to those of `agent.demo`.
const MANY: usize = 5_000;

/// What is in the mailbox of that account at `now`; nothing for an account that is not of the demonstration.
///
/// The corpus of hostile letters is in the junk folder of `agent.demo`.
#[must_use]
pub fn letters(username: &str, seed: Seed, now: DateTime<FixedOffset>) -> Vec<Letter> {
    let Some(owner) = people::account(username) else {
        return Vec::new();
    };
    let pen = Pen::new(now, owner);
    match username {
        "agent.demo" => {
            let mut letters = agent::letters(&pen);
            letters.extend(agent_special::letters(&pen));
            letters.extend(broken::letters(&pen));
            letters.extend(hostile::letters(&pen));
            if seed == Seed::Large {
                letters.extend(many::letters(&pen, MANY));
            }
            letters
        }
        "manager.demo" => manager::letters(&pen),
        _ => others::letters(&pen),
    }
}

#[cfg(test)]
mod tests;
