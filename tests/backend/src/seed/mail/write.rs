//! How a letter of the demonstration is put together: who, when, where; knows no words of any.

use super::people::{account, colleague, outside, service, service_of};
use crate::mail::letter::{Letter, LetterFile, Words};
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveTime, TimeDelta, TimeZone, Weekday};
use chrono_tz::Europe::Paris;
use nomade::contract::mail::{MailFolderRole, MailPerson, MailWarning};

pub use MailFolderRole::{Archive, Drafts, Inbox, Junk, Other, Sent, Trash};

/// The own folder of `agent.demo`.
pub const OWN_FOLDER: &str = "Formation";

/// Who writes to the owner of a mailbox, or to whom they write.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    /// One of the directory.
    Colleague(usize),
    /// A demonstration account.
    Account(&'static str),
    /// A service under its own name.
    Service(&'static str, &'static str),
    /// Somebody of elsewhere.
    Outside(&'static str, &'static str),
}

impl Who {
    /// As a message has them.
    pub fn person(self) -> MailPerson {
        match self {
            Self::Colleague(number) => colleague(number),
            Self::Account(username) => account(username).unwrap_or_else(|| service("", username)),
            Self::Service(name, local) => service(name, local),
            Self::Outside(name, address) => outside(name, address),
        }
    }

    fn signature(self) -> String {
        match self {
            Self::Colleague(number) => {
                format!("{}\n{}", self.person().name, service_of(number))
            }
            _ => self.person().name,
        }
    }
}

/// One letter in a table: folder, days ago, hour and minute, who, subject, text, marks.
///
/// Marks: `r` read, `f` flagged, `a` answered. The text gets a greeting at its end and a signature.
pub type Line = (
    MailFolderRole,
    u64,
    (u32, u32),
    Who,
    &'static str,
    &'static str,
    &'static str,
);

/// Writes the letters of one mailbox.
pub struct Pen {
    now: DateTime<FixedOffset>,
    /// Whose mailbox it is.
    pub owner: MailPerson,
}

impl Pen {
    /// Writes into the mailbox of `owner`, as of `now`.
    pub fn new(now: DateTime<FixedOffset>, owner: MailPerson) -> Self {
        Self { now, owner }
    }

    /// So many days ago, at that hour in Paris, on a day on which offices are open, and not before it has come.
    pub fn at(&self, days: u64, (hour, minute): (u32, u32)) -> DateTime<FixedOffset> {
        let mut day = self.now.with_timezone(&Paris).date_naive() - Days::new(days);
        if days > 1 {
            match day.weekday() {
                Weekday::Sat => day = day - Days::new(1),
                Weekday::Sun => day = day - Days::new(2),
                _ => {}
            }
        }
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let at = Paris.from_local_datetime(&day.and_time(time)).earliest();
        let at = at.map_or(self.now, |at| at.fixed_offset());
        if at < self.now {
            at
        } else {
            at - TimeDelta::days(1)
        }
    }

    /// A letter without words yet: to the owner, or from them when it is in a folder of what they write.
    pub fn blank(
        &self,
        folder: MailFolderRole,
        at: DateTime<FixedOffset>,
        who: MailPerson,
    ) -> Letter {
        let own = matches!(folder, Sent | Drafts);
        let (from, to) = if own {
            (self.owner.clone(), who)
        } else {
            (who, self.owner.clone())
        };
        let own_folder = if folder == Other { OWN_FOLDER } else { "" };
        Letter {
            folder,
            folder_name: own_folder.to_owned(),
            from,
            to: vec![to],
            cc: Vec::new(),
            reply_to: Vec::new(),
            subject: String::new(),
            at,
            text: None,
            html: None,
            files: Vec::new(),
            read: own || folder == Archive,
            flagged: false,
            answered: false,
            is_raw: false,
            warnings: Vec::new(),
        }
    }

    /// The letters of a table.
    pub fn lines(&self, lines: &[Line]) -> Vec<Letter> {
        lines.iter().map(|line| self.line(line)).collect()
    }

    fn line(&self, &(folder, days, hour, who, subject, text, marks): &Line) -> Letter {
        let mut letter = self.blank(folder, self.at(days, hour), who.person());
        letter.subject = subject.to_owned();
        let signature = match folder {
            Sent => format!("\n\nBien à vous,\n{}", self.owner.name),
            Drafts => String::new(),
            _ => format!("\n\nCordialement,\n{}", who.signature()),
        };
        letter.text = Some(Words::utf8(format!("{text}{signature}")));
        letter.read |= marks.contains('r');
        letter.flagged = marks.contains('f');
        letter.answered = marks.contains('a');
        letter
    }
}

/// What is changed of a letter, one thing after another.
pub trait With: Sized {
    /// With this subject.
    fn subject(self, subject: impl Into<String>) -> Self;
    /// With this text.
    fn text(self, text: impl Into<String>) -> Self;
    /// With this HTML.
    fn html(self, html: impl Into<String>) -> Self;
    /// With these files.
    fn files(self, files: Vec<LetterFile>) -> Self;
    /// Read already.
    fn read(self) -> Self;
    /// Held against it.
    fn warned(self, warnings: &[MailWarning]) -> Self;
}

impl With for Letter {
    fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(Words::utf8(text));
        self
    }

    fn html(mut self, html: impl Into<String>) -> Self {
        self.html = Some(Words::utf8(html));
        self
    }

    fn files(mut self, files: Vec<LetterFile>) -> Self {
        self.files = files;
        self
    }

    fn read(mut self) -> Self {
        self.read = true;
        self
    }

    fn warned(mut self, warnings: &[MailWarning]) -> Self {
        self.warnings = warnings.to_vec();
        self
    }
}
