//! The bytes of a file, of which any part can be made without the rest; knows no request and no database.

mod archive;
pub mod kept;
pub mod pictures;
pub mod recipe;
mod update;

use bytes::{Bytes, BytesMut};
use sha2::{Digest, Sha256};

/// The bytes of a file. However long it is, what is held in memory is only what was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Drawn(Bytes),
    /// So many bytes that mean nothing, the same each time.
    Filler {
        seed: u64,
        length: u64,
    },
}

impl Piece {
    fn length(&self) -> u64 {
        match self {
            Self::Drawn(bytes) => bytes.len() as u64,
            Self::Filler { length, .. } => *length,
        }
    }
}

impl Content {
    /// These bytes.
    #[must_use]
    pub fn of(bytes: impl Into<Bytes>) -> Self {
        Self {
            pieces: vec![Piece::Drawn(bytes.into())],
        }
    }

    /// So many bytes that mean nothing, the same for the same seed.
    #[must_use]
    pub fn filler(seed: u64, length: u64) -> Self {
        Self {
            pieces: vec![Piece::Filler { seed, length }],
        }
    }

    /// The one behind the other.
    #[must_use]
    fn then(mut self, next: Self) -> Self {
        self.pieces.extend(next.pieces);
        self
    }

    /// How many bytes there are.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.pieces.iter().map(Piece::length).sum()
    }

    /// A strong entity tag: another one for other bytes.
    #[must_use]
    pub fn tag(&self) -> String {
        let mut digest = Sha256::new();
        for piece in &self.pieces {
            digest.update(piece.length().to_be_bytes());
            match piece {
                Piece::Drawn(bytes) => digest.update(bytes),
                Piece::Filler { seed, .. } => digest.update(seed.to_be_bytes()),
            }
        }
        let digest: [u8; 32] = digest.finalize().into();
        let text: String = digest[..16].iter().map(|it| format!("{it:02x}")).collect();
        format!("\"{text}\"")
    }

    /// The bytes from `start` on, at most `most`; none from the end on.
    #[must_use]
    pub fn part(&self, start: u64, most: usize) -> Bytes {
        let mut begins = 0;
        for piece in &self.pieces {
            let offset = start.saturating_sub(begins);
            begins += piece.length();
            if start >= begins {
                continue;
            }
            let count =
                usize::try_from(piece.length() - offset).map_or(most, |left| left.min(most));
            return match piece {
                // It is shorter than a `usize` can say: it is held in memory.
                Piece::Drawn(bytes) => {
                    let offset = usize::try_from(offset).unwrap_or(bytes.len());
                    bytes.slice(offset..offset + count)
                }
                Piece::Filler { seed, .. } => filled(*seed, offset, count),
            };
        }
        Bytes::new()
    }
}

/// `count` bytes of the filler from `offset` on: each eight of them are a number that follows from their place alone.
fn filled(seed: u64, offset: u64, count: usize) -> Bytes {
    let skipped = usize::try_from(offset % 8).unwrap_or_default();
    let mut bytes = BytesMut::with_capacity(skipped + count + 8);
    let mut place = offset / 8;
    while bytes.len() < skipped + count {
        bytes.extend_from_slice(&mixed(seed.wrapping_add(place)).to_le_bytes());
        place = place.wrapping_add(1);
    }
    bytes.truncate(skipped + count);
    bytes.freeze().slice(skipped..)
}

/// A number that looks random and follows from `number` (the finaliser of SplitMix64).
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_part_is_what_stands_there_in_the_whole() {
        let content = Content::of("beginning, ")
            .then(Content::filler(7, 1_000))
            .then(Content::of(""))
            .then(Content::of("end"));
        let mut whole = Vec::new();
        while whole.len() < 1_014 {
            let part = content.part(whole.len() as u64, 100);
            assert!(!part.is_empty() && part.len() <= 100);
            whole.extend_from_slice(&part);
        }
        assert_eq!(content.length(), 1_014);
        assert!(whole.starts_with(b"beginning, ") && whole.ends_with(b"end"));
        for start in [0, 5, 11, 12, 13, 19, 500, 1_010, 1_011, 1_013, 1_014, 9_999] {
            let part = content.part(start, 64);
            let start = whole.len().min(usize::try_from(start).unwrap());
            assert_eq!(part, whole[start..start + part.len()]);
            assert_eq!(part.is_empty(), start == whole.len());
        }
    }

    #[test]
    fn other_bytes_have_another_tag() {
        let tags = [
            Content::of("a"),
            Content::of("b"),
            Content::of(""),
            Content::filler(1, 10),
            Content::filler(2, 10),
            Content::filler(1, 11),
        ]
        .map(|content| content.tag());
        for (number, tag) in tags.iter().enumerate() {
            assert_eq!(tags.iter().position(|it| it == tag), Some(number));
        }
        assert_eq!(Content::of("a").tag(), Content::of("a").tag());
    }

    #[test]
    fn no_length_is_too_long_to_be_said() {
        let content = Content::filler(3, 9_007_199_254_740_991);
        let last = content.part(9_007_199_254_740_980, 65_536);
        assert_eq!(last.len(), 11);
    }
}
