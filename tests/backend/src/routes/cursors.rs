//! The cursors of lists, which nobody else can make; knows no list.

use crate::clock::Moment;
use crate::security::secret::keyed_digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate};

/// How much of a cursor's seal stands in it.
const SEAL: usize = 16;

/// What reads and makes the cursors of one list of one agent: that of another agent, or with other filters, is none.
#[derive(Clone, Debug)]
pub struct Cursors<'a> {
    /// The key of the backend.
    pub key: &'a [u8],
    /// Whose list it is.
    pub agent_id: &'a str,
    /// The list, with its filters.
    pub list: String,
}

impl Cursors<'_> {
    fn seal(&self, place: &str) -> [u8; SEAL] {
        let parts = [
            b"cursor".as_slice(),
            self.agent_id.as_bytes(),
            self.list.as_bytes(),
            place.as_bytes(),
        ];
        let digest = keyed_digest(self.key, &parts);
        let mut seal = [0; SEAL];
        seal.copy_from_slice(&digest[..SEAL]);
        seal
    }

    fn write(&self, place: &str) -> String {
        let mut bytes = self.seal(place).to_vec();
        bytes.extend(place.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn read(&self, cursor: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (_, place) = bytes.split_first_chunk::<SEAL>()?;
        let place = String::from_utf8(place.to_vec()).ok()?;
        (self.write(&place) == cursor).then_some(place)
    }

    /// As `cursor` takes it for what comes behind that place.
    #[must_use]
    pub fn of_day(&self, (day, seq): (NaiveDate, i64)) -> String {
        self.write(&format!("{day} {seq}"))
    }

    /// The place of a cursor that was given for a day.
    #[must_use]
    pub fn day(&self, cursor: &str) -> Option<(NaiveDate, i64)> {
        let place = self.read(cursor)?;
        let (day, seq) = place.split_once(' ')?;
        Some((day.parse().ok()?, seq.parse().ok()?))
    }

    /// As `cursor` takes it for what comes behind that place.
    #[must_use]
    pub fn of_moment(&self, (at, seq): (Moment, i64)) -> String {
        self.write(&format!("{} {seq}", at.timestamp_millis()))
    }

    /// The place of a cursor that was given for a moment.
    #[must_use]
    pub fn moment(&self, cursor: &str) -> Option<(Moment, i64)> {
        let place = self.read(cursor)?;
        let (at, seq) = place.split_once(' ')?;
        let at = DateTime::from_timestamp_millis(at.parse().ok()?)?;
        Some((at, seq.parse().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_cursor_that_was_given_is_read_and_only_where_it_was_given() {
        let cursors = |agent_id, list: &str| Cursors {
            key: b"key",
            agent_id,
            list: list.to_owned(),
        };
        let place = ("2026-12-24".parse().unwrap(), 42);
        let given = cursors("a", "requests").of_day(place);
        assert_eq!(cursors("a", "requests").day(&given), Some(place));
        assert_eq!(cursors("b", "requests").day(&given), None);
        assert_eq!(cursors("a", "requests 2026").day(&given), None);
        let other = Cursors {
            key: b"another",
            ..cursors("a", "requests")
        };
        assert_eq!(other.day(&given), None);
        for nonsense in [
            "",
            "-1",
            "0",
            "AAAA",
            "é",
            "\0",
            &format!("{given}="),
            &"A".repeat(500),
        ] {
            assert_eq!(cursors("a", "requests").day(nonsense), None, "{nonsense}");
        }
        let at = ("2026-11-22T17:42:00.5Z".parse().unwrap(), 7);
        let given = cursors("a", "approvals").of_moment(at);
        assert_eq!(cursors("a", "approvals").moment(&given), Some(at));
        assert!(given.len() <= 512);
    }
}
