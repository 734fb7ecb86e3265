//! What a browser leaves on the disk: a profile in a folder of the tests' own, and a search through its bytes; knows no page.

use super::engine::Engine;
use super::page::Page;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The start of what Firefox compresses: the tabs to restore, above all.
const MOZ_LZ4: &[u8] = b"mozLz40\0";

/// A profile on the disk, removed when dropped.
#[derive(Debug)]
pub struct Profile(PathBuf);

impl Drop for Profile {
    fn drop(&mut self) {
        let _nothing_depends_on_it = std::fs::remove_dir_all(&self.0);
    }
}

/// One file that holds a word, and where it is in the profile.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Below the profile's folder.
    pub file: String,
    /// What it holds.
    pub word: String,
}

fn folder(engine: Engine) -> PathBuf {
    let name = format!(
        "nomade-e2e-{}-profile-{}",
        std::process::id(),
        engine.name()
    );
    std::env::temp_dir().join(name)
}

/// Asks a new session for an empty profile there.
pub fn ask(engine: Engine, wanted: &mut Value) {
    let folder = folder(engine);
    let _absent_is_fine = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for a profile");
    let (options, more) = match engine {
        Engine::Chromium => (
            "goog:chromeOptions",
            vec![json!(format!("--user-data-dir={}", folder.display()))],
        ),
        Engine::Firefox => ("moz:firefoxOptions", vec![json!("-profile"), json!(folder)]),
        Engine::WebKit => panic!("a driven WebKit keeps its profile in memory"),
    };
    if let Value::Array(arguments) = &mut wanted[options]["args"] {
        arguments.extend(more);
    }
}

impl Page {
    /// Ends the browser as its user does, and gives what it left on the disk.
    pub fn end_browser(&self) -> Profile {
        let ended = self.session().clone().close();
        let profile = Profile(folder(self.engine));
        self.must("ending the browser", ended);
        profile
    }
}

impl Profile {
    /// A file that the tests put there.
    pub fn plant(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.0.join(name), bytes).expect("a file in the profile");
    }

    /// Every file that holds one of the words, written as UTF-8, UTF-16 or Latin-1; compressed tabs are opened.
    pub fn search(&self, words: &[String]) -> Vec<Found> {
        let spellings: Vec<(&String, Vec<Vec<u8>>)> =
            words.iter().map(|word| (word, spellings(word))).collect();
        let mut found = Vec::new();
        for file in files(&self.0) {
            let Ok(mut bytes) = std::fs::read(&file) else {
                continue;
            };
            if bytes.starts_with(MOZ_LZ4) {
                let opened = opened(&bytes[MOZ_LZ4.len() + 4..]);
                bytes.extend(opened);
            }
            let name = file.strip_prefix(&self.0).unwrap_or(&file);
            for (word, spellings) in &spellings {
                if spellings.iter().any(|spelling| holds(&bytes, spelling)) {
                    found.push(Found {
                        file: name.display().to_string(),
                        word: (*word).clone(),
                    });
                }
            }
        }
        found.sort();
        found
    }

    /// How many files there are.
    pub fn size(&self) -> usize {
        files(&self.0).len()
    }
}

fn spellings(word: &str) -> Vec<Vec<u8>> {
    let utf_16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Option<Vec<u8>> = word
        .chars()
        .map(|letter| u8::try_from(letter).ok())
        .collect();
    let mut all = vec![word.as_bytes().to_vec(), utf_16];
    all.extend(latin);
    all.sort();
    all.dedup();
    all
}

fn holds(bytes: &[u8], spelling: &[u8]) -> bool {
    let Some((first, rest)) = spelling.split_first() else {
        return false;
    };
    let mut from = 0;
    // Many times as fast in an unoptimised build as comparing at each place.
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        let after = from + at + 1;
        if bytes[after..].starts_with(rest) {
            return true;
        }
        from = after;
    }
    false
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => all.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => all.push(entry.path()),
            _ => {}
        }
    }
    all
}

/// An LZ4 block, as far as it can be read.
fn opened(block: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = block.iter().copied();
    let _end_of_block = open_into(&mut out, &mut bytes);
    out
}

fn open_into(out: &mut Vec<u8>, bytes: &mut impl Iterator<Item = u8>) -> Option<()> {
    loop {
        let token = bytes.next()?;
        let literals = length(usize::from(token >> 4), bytes)?;
        for _ in 0..literals {
            out.push(bytes.next()?);
        }
        let offset = usize::from(u16::from_le_bytes([bytes.next()?, bytes.next()?]));
        let copied = length(usize::from(token & 15), bytes)? + 4;
        for _ in 0..copied {
            let from = out.len().checked_sub(offset)?;
            out.push(*out.get(from)?);
        }
    }
}

fn length(first: usize, bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let mut length = first;
    if first == 15 {
        loop {
            let more = bytes.next()?;
            length += usize::from(more);
            if more < 255 {
                break;
            }
        }
    }
    Some(length)
}
