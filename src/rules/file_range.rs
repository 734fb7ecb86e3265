//! Which part of a file an answer holds (RFC 9110, `Content-Range`); knows no call.

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentRange {
    /// The place of its first byte.
    pub first: u64,
    /// The place of its last byte.
    pub last: u64,
    /// The length of the whole file, where it is known.
    pub total: Option<u64>,
}

impl ContentRange {
    /// What a `Content-Range` header says; `None` for anything that is no part of a file.
    #[must_use]
    pub fn read(header: &str) -> Option<Self> {
        let rest = header.trim();
        let (unit, rest) = rest.split_once(' ')?;
        let (range, total) = rest.trim().split_once('/')?;
        let (first, last) = range.split_once('-')?;
        let range = Self {
            first: number(first)?,
            last: number(last)?,
            total: match total {
                "*" => None,
                total => Some(number(total)?),
            },
        };
        let is_sound = unit.eq_ignore_ascii_case("bytes")
            && range.first <= range.last
            && range.total.is_none_or(|total| range.last < total);
        is_sound.then_some(range)
    }

    /// True for the whole rest of the file from `offset` on.
    #[must_use]
    pub fn goes_on_from(self, offset: u64) -> bool {
        self.first == offset && self.total.is_none_or(|total| self.last == total - 1)
    }
}

fn number(written: &str) -> Option<u64> {
    // `parse` takes a sign, too.
    let is_number = written.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| written.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::ContentRange;

    #[test]
    fn a_part_is_read_or_nothing() {
        let range = |first, last, total| Some(ContentRange { first, last, total });
        for (header, read) in [
            ("bytes 0-511/48213", range(0, 511, Some(48_213))),
            (" Bytes 500-999/1000 ", range(500, 999, Some(1000))),
            ("bytes 500-999/*", range(500, 999, None)),
            ("bytes */1000", None),
            ("bytes 999-500/1000", None),
            ("bytes 0-1000/1000", None),
            ("bytes 0-+5/1000", None),
            ("bytes -5/1000", None),
            ("pages 0-5/1000", None),
            ("bytes 0-5", None),
            ("", None),
            ("bytes 0-99999999999999999999/1", None),
        ] {
            assert_eq!(ContentRange::read(header), read, "{header:?}");
        }
    }

    #[test]
    fn only_the_whole_rest_goes_on() {
        for (header, goes_on) in [
            ("bytes 500-999/1000", true),
            ("bytes 500-999/*", true),
            ("bytes 500-998/1000", false),
            ("bytes 0-999/1000", false),
            ("bytes 501-999/1000", false),
        ] {
            let range = ContentRange::read(header);
            assert_eq!(
                range.is_some_and(|range| range.goes_on_from(500)),
                goes_on,
                "{header}"
            );
        }
    }
}
