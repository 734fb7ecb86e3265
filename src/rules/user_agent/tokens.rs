//! Reads a user-agent string piece by piece, bounded and without an allocation; knows no browser.

/// What is read of a string: real ones stay far below, and what comes after is somebody's joke.
const READ: usize = 2048;

/// A user-agent string.
#[derive(Clone, Copy, Debug)]
pub struct Agent<'a>(&'a str);

impl<'a> Agent<'a> {
    /// The string, cut where it becomes absurd.
    pub fn new(text: &'a str) -> Self {
        let end = (0..=READ.min(text.len()))
            .rev()
            .find(|&at| text.is_char_boundary(at));
        Self(end.and_then(|end| text.get(..end)).unwrap_or_default())
    }

    /// What follows `mark` where it begins a word.
    pub fn after(self, mark: &str) -> Option<&'a str> {
        self.0.match_indices(mark).find_map(|(at, _)| {
            let before = self.0.get(..at)?;
            let inside = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
            if inside {
                return None;
            }
            self.0.get(at + mark.len()..)
        })
    }

    /// Whether `mark` begins a word.
    pub fn has(self, mark: &str) -> bool {
        self.after(mark).is_some()
    }

    /// The number right after `mark`, such as `153` after `Firefox/`.
    pub fn number(self, mark: &str) -> Option<u32> {
        self.after(mark).and_then(number)
    }

    /// The words outside the brackets, as `(name, version)`: `("Firefox", "153.0")`, `("Mobile", "")`.
    pub fn words(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut depth = 0_u32;
        self.0
            .split(move |c: char| {
                match c {
                    '(' | '[' => depth = depth.saturating_add(1),
                    ')' | ']' => {
                        depth = depth.saturating_sub(1);
                        return true;
                    }
                    _ => {}
                }
                depth > 0 || c.is_ascii_whitespace() || c == ';' || c == ','
            })
            .map(|word| word.trim_start_matches(|c: char| !c.is_ascii_alphanumeric()))
            .filter(|word| !word.is_empty())
            .map(|word| word.split_once('/').unwrap_or((word, "")))
    }
}

/// The number that `text` begins with; none where there is no digit or too many of them.
pub fn number(text: &str) -> Option<u32> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// `17_5_1` or `17.5` as its first two numbers.
pub fn version(text: &str) -> Option<(u32, Option<u32>)> {
    let major = number(text)?;
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let minor = rest.strip_prefix(['.', '_']).and_then(number);
    Some((major, minor))
}
