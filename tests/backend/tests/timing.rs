//! Whether the time of a refusal tells which names exist, measured over many tries; knows no threshold of the other tests.
//!
//! `cargo test -p portal-backend -- --ignored --nocapture timing` prints the figures. It wants a machine with nothing else to do.

use crate::support::Client;
use portal_backend::{Backend, Options, router};
use serde_json::json;
use std::time::Instant;

const TRIES: usize = 200;

/// The times of both names, in microseconds, taken turn by turn.
struct Times {
    existing: Vec<f64>,
    unknown: Vec<f64>,
}

impl Times {
    /// Which of the two comes first changes from turn to turn: what one leaves behind falls on both.
    async fn of(client: &mut Client, refused: (u16, &str)) -> Self {
        let mut times = [Vec::new(), Vec::new()];
        for turn in 0..TRIES {
            for which in [turn % 2, 1 - turn % 2] {
                let username = ["agent.demo", "agent.none"][which];
                let begun = Instant::now();
                let answer = client.sign_in(username, "wrong").await;
                times[which].push(begun.elapsed().as_secs_f64() * 1e6);
                answer.refused(refused.0, refused.1);
            }
        }
        let [existing, unknown] = times;
        Self { existing, unknown }
    }

    /// How far apart the two samples are, in standard errors: the rank sum test of Mann and Whitney.
    fn z(&self) -> f64 {
        let here = self.existing.iter().map(|time| (*time, true));
        let there = self.unknown.iter().map(|time| (*time, false));
        let mut all: Vec<(f64, bool)> = here.chain(there).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let ranks: f64 = (1..)
            .zip(&all)
            .filter(|(_, (_, existing))| *existing)
            .map(|(rank, _)| f64::from(rank))
            .sum();
        let n = TRIES as f64;
        let expected = n * (2.0 * n + 1.0) / 2.0;
        (ranks - expected) / (n * n * (2.0 * n + 1.0) / 12.0).sqrt()
    }

    #[expect(clippy::print_stdout, reason = "a measurement is read")]
    fn tell(&self, what: &str) {
        let quartiles = |times: &[f64]| {
            let mut sorted = times.to_vec();
            sorted.sort_by(f64::total_cmp);
            [1, 2, 3].map(|quarter| sorted[sorted.len() * quarter / 4])
        };
        let ([low, median, high], [other_low, other_median, other_high]) =
            (quartiles(&self.existing), quartiles(&self.unknown));
        println!(
            "{what}, {TRIES} tries each: existing {median:.0} µs ({low:.0} to {high:.0}), unknown {other_median:.0} µs \
             ({other_low:.0} to {other_high:.0}), medians apart {:+.0} µs, z {:+.2}",
            median - other_median,
            self.z()
        );
    }
}

#[tokio::test]
#[ignore = "a measurement: it takes a minute of a quiet machine"]
async fn the_time_of_a_refusal_tells_nothing() {
    // On a file: each try is written to the disk, as in a real run.
    let folder = tempfile::tempdir().unwrap();
    for database in [":memory:".into(), folder.path().join("portal.sqlite")] {
        let backend = Backend::open(Options {
            failures_a_minute: 1_000_000,
            database: database.clone(),
            test_controls: true,
            ..Options::default()
        });
        let mut client = Client::of(&router(&backend.await.unwrap()));
        for warm_up in [true, false] {
            let many = json!({ "lockout": { "attempts": 1000 } });
            client.post("/test/portal", many).await.ok();
            let passwords = Times::of(&mut client, (401, "invalid_credentials")).await;
            let few = json!({ "lockout": { "attempts": 1 } });
            client.post("/test/portal", few).await.ok();
            for username in ["agent.demo", "agent.none"] {
                client.sign_in(username, "wrong").await;
            }
            let locks = Times::of(&mut client, (423, "account_locked")).await;
            if !warm_up {
                passwords.tell(&format!("{}: wrong password", database.display()));
                locks.tell(&format!("{}: locked", database.display()));
                for times in [&passwords, &locks] {
                    // Chance alone gives more once in fifteen thousand runs.
                    assert!(
                        times.z().abs() < 4.0,
                        "a visitor could tell: z {:+.2}",
                        times.z()
                    );
                }
            }
            client.wait(3600).await;
        }
    }
}
