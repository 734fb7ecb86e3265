//! A process between the tests and a driver, so that no browser outlives the tests, even killed ones; knows nothing of WebDriver.
//!
//! The tests hold its standard input open and never write; when that closes, for whatever reason, everything below it ends.

use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, wait};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};

const WORD: &str = "--watch-over";

/// A command whose whole brood ends with the returned child's standard input; `folder` is its TMPDIR and removed after it.
pub fn over(program: &Path, folder: &Path) -> Command {
    let me = std::env::current_exe().expect("the tests' own program has a path");
    let mut command = Command::new(me);
    command
        .arg(WORD)
        .arg(folder)
        .arg(program)
        .env("TMPDIR", folder)
        .stdin(Stdio::piped());
    // Ctrl-C in a terminal reaches the tests alone; the closing pipe tells the rest.
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

/// Ends a watched process and all that it started, and waits until it is done.
pub fn end(mut watcher: Child) {
    drop(watcher.stdin.take());
    let _gone = watcher.wait();
}

/// Plays the watcher if the command line asks for it.
pub fn play_watcher() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != WORD {
        return None;
    }
    let folder = PathBuf::from(arguments.next()?);
    let program = arguments.next()?;
    let rest: Vec<OsString> = arguments.collect();
    // Whatever loses its parent below becomes a child of this process, so none can hide.
    set_child_subreaper(Some(getpid())).expect("Linux 3.4 or newer");
    let started = Command::new(&program)
        .args(rest)
        .stdin(Stdio::null())
        .spawn();
    if let Err(error) = &started {
        eprintln!("{}: {error}", program.display());
    } else {
        std::thread::spawn(|| {
            wait_for_signal();
            end_brood();
            std::process::exit(1);
        });
        let _end_of_input = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
    }
    end_brood();
    let _absent_is_fine = std::fs::remove_dir_all(folder);
    Some(ExitCode::SUCCESS)
}

/// Waits until somebody asks this process to end, which must not leave the brood behind.
fn wait_for_signal() {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime for signals");
    runtime.block_on(async {
        let listen = |kind| signal(kind).expect("a handler for signals");
        let mut terminate = listen(SignalKind::terminate());
        let mut hang_up = listen(SignalKind::hangup());
        tokio::select! {
            _ = terminate.recv() => (),
            _ = hang_up.recv() => (),
        }
    });
}

fn end_brood() {
    loop {
        let brood = descendants();
        for pid in &brood {
            let _already_gone = kill_process(*pid, Signal::KILL);
        }
        // Reaps one child, blocking; an error means that none is left.
        if wait(WaitOptions::empty()).is_err() && brood.is_empty() {
            return;
        }
    }
}

fn descendants() -> Vec<Pid> {
    let parents: BTreeMap<i32, i32> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in parentheses may hold anything, so count from its end: state, then parent.
            let parent = stat
                .rsplit_once(')')?
                .1
                .split_whitespace()
                .nth(1)?
                .parse()
                .ok()?;
            Some((pid, parent))
        })
        .collect();
    let me = getpid().as_raw_nonzero().get();
    let descends = |mut pid: i32| {
        while let Some(parent) = parents.get(&pid) {
            if *parent == me {
                return true;
            }
            pid = *parent;
        }
        false
    };
    parents
        .keys()
        .filter(|pid| descends(**pid))
        .filter_map(|pid| Pid::from_raw(*pid))
        .collect()
}
