//! What is done with messages, shown before the portal has answered and put right by what it answers; knows no call and no page.

use crate::contract::mail::{MailChange, MailFolder, MailMessageSummary};

/// A mark that a message bears, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailMark {
    /// It was read.
    Read,
    /// It was not.
    Unread,
    /// It is to be come back to.
    Flagged,
    /// It is not.
    Unflagged,
}

/// What is done with messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailDeed {
    /// They are marked.
    Mark(MailMark),
    /// They are put into the folder with this id.
    Move(String),
    /// They are deleted for good.
    Delete,
}

impl MailDeed {
    /// As the contract takes it; `None` for what is no change but an end.
    #[must_use]
    pub fn change(&self) -> Option<MailChange> {
        let nothing = MailChange::default();
        Some(match self {
            Self::Mark(MailMark::Read) => MailChange {
                read: Some(true),
                ..nothing
            },
            Self::Mark(MailMark::Unread) => MailChange {
                read: Some(false),
                ..nothing
            },
            Self::Mark(MailMark::Flagged) => MailChange {
                flagged: Some(true),
                ..nothing
            },
            Self::Mark(MailMark::Unflagged) => MailChange {
                flagged: Some(false),
                ..nothing
            },
            Self::Move(folder) => MailChange {
                folder: Some(folder.clone()),
                ..nothing
            },
            Self::Delete => return None,
        })
    }

    /// The message once it is done; `None` when it is gone.
    #[must_use]
    pub fn done_to(&self, mut message: MailMessageSummary) -> Option<MailMessageSummary> {
        let MailChange {
            read,
            flagged,
            folder,
        } = self.change()?;
        message.read = read.unwrap_or(message.read);
        message.flagged = flagged.unwrap_or(message.flagged);
        message.folder = folder.unwrap_or(message.folder);
        Some(message)
    }

    /// True when a message already is as it would be.
    #[must_use]
    pub fn holds(&self, message: &MailMessageSummary) -> bool {
        self.done_to(message.clone()).as_ref() == Some(message)
    }
}

/// What the portal said of one message after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered<'a> {
    /// So it is now.
    Now(&'a MailMessageSummary),
    /// It is gone.
    Gone,
    /// Nothing: it is as it was before.
    Nothing,
}

/// A message as the portal has it, with what is on its way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailState {
    known: Option<MailMessageSummary>,
    /// In the order in which it is sent, each with the ticket that its answer bears.
    pending: Vec<(u64, MailDeed)>,
}

impl MailState {
    /// As the portal listed it.
    #[must_use]
    pub fn new(known: MailMessageSummary) -> Self {
        Self {
            known: Some(known),
            pending: Vec::new(),
        }
    }

    /// As the portal lists it now, with what is still on its way.
    #[must_use]
    pub fn listed_anew(&self, known: MailMessageSummary) -> Self {
        Self {
            known: Some(known),
            pending: self.pending.clone(),
        }
    }

    /// As the portal has it; `None` when it is gone.
    #[must_use]
    pub fn known(&self) -> Option<&MailMessageSummary> {
        self.known.as_ref()
    }

    /// As it is shown: with everything done that is on its way. `None` when it is gone.
    #[must_use]
    pub fn shown(&self) -> Option<MailMessageSummary> {
        let known = self.known.clone();
        self.pending
            .iter()
            .fold(known, |message, (_, deed)| deed.done_to(message?))
    }

    /// True while something is on its way to it.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Something is sent.
    pub fn begin(&mut self, ticket: u64, deed: MailDeed) {
        self.pending.push((ticket, deed));
    }

    /// What was sent with that ticket is answered; what was sent after it is still on its way.
    pub fn settle(&mut self, ticket: u64, answered: Answered<'_>) {
        self.pending.retain(|(sent, _)| *sent != ticket);
        match answered {
            Answered::Now(message) => self.known = Some(message.clone()),
            Answered::Gone => self.known = None,
            Answered::Nothing => {}
        }
    }
}

/// The folders with what is on its way to their messages counted in.
#[must_use]
pub fn counted<'a>(
    folders: &[MailFolder],
    messages: impl Iterator<Item = &'a MailState>,
) -> Vec<MailFolder> {
    let mut folders = folders.to_vec();
    let mut count = |message: Option<&MailMessageSummary>, by: i64| {
        let Some(message) = message else {
            return;
        };
        let found = folders
            .iter_mut()
            .find(|folder| folder.id == message.folder);
        if let Some(folder) = found {
            folder.total = moved(folder.total, by);
            if !message.read {
                folder.unread = moved(folder.unread, by);
            }
        }
    };
    for message in messages.filter(|message| message.is_waiting()) {
        count(message.known(), -1);
        count(message.shown().as_ref(), 1);
    }
    folders
}

fn moved(count: u32, by: i64) -> u32 {
    u32::try_from(i64::from(count).saturating_add(by)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{Answered, MailDeed, MailMark, MailState, counted};
    use crate::contract::instant::Instant;
    use crate::contract::mail::{MailFolder, MailFolderRole, MailMessageSummary, MailPerson};
    use chrono::DateTime;

    fn message(id: &str) -> MailMessageSummary {
        MailMessageSummary {
            id: id.to_owned(),
            folder: "in".to_owned(),
            from: MailPerson {
                name: String::new(),
                address: String::new(),
                external: false,
            },
            to: Vec::new(),
            subject: String::new(),
            start: String::new(),
            at: Instant::from(DateTime::parse_from_rfc3339("2026-11-22T18:42:00+01:00").unwrap()),
            read: false,
            flagged: false,
            answered: false,
            has_attachments: false,
            draft: None,
        }
    }

    fn to(folder: &str) -> MailDeed {
        MailDeed::Move(folder.to_owned())
    }

    #[test]
    fn each_deed_does_one_thing_and_doing_it_twice_is_the_same() {
        for (deed, is_as) in [
            (
                MailDeed::Mark(MailMark::Read),
                MailMessageSummary {
                    read: true,
                    ..message("a")
                },
            ),
            (MailDeed::Mark(MailMark::Unread), message("a")),
            (
                MailDeed::Mark(MailMark::Flagged),
                MailMessageSummary {
                    flagged: true,
                    ..message("a")
                },
            ),
            (MailDeed::Mark(MailMark::Unflagged), message("a")),
            (
                to("out"),
                MailMessageSummary {
                    folder: "out".to_owned(),
                    ..message("a")
                },
            ),
        ] {
            let done = deed.done_to(message("a")).unwrap();
            assert_eq!(done, is_as, "{deed:?}");
            assert!(deed.holds(&done));
            assert_eq!(deed.holds(&message("a")), done == message("a"));
        }
        assert_eq!(MailDeed::Delete.done_to(message("a")), None);
        assert_eq!(MailDeed::Delete.change(), None);
    }

    #[test]
    fn what_is_on_its_way_is_shown_and_a_refusal_puts_back_its_own_part() {
        let mut state = MailState::new(message("a"));
        state.begin(1, MailDeed::Mark(MailMark::Read));
        state.begin(2, to("out"));
        let shown = state.shown().unwrap();
        assert!(shown.read && shown.folder == "out");
        state.settle(1, Answered::Nothing);
        let shown = state.shown().unwrap();
        assert!(!shown.read && shown.folder == "out", "the move goes on");
        let now = MailMessageSummary {
            folder: "out".to_owned(),
            answered: true,
            ..message("a")
        };
        state.settle(2, Answered::Now(&now));
        assert_eq!(state.shown(), Some(now));
        assert!(!state.is_waiting());
    }

    #[test]
    fn an_answer_does_not_take_back_what_was_done_after_its_question() {
        let mut state = MailState::new(message("a"));
        state.begin(1, MailDeed::Mark(MailMark::Flagged));
        state.begin(2, MailDeed::Mark(MailMark::Unflagged));
        let flagged = MailMessageSummary {
            flagged: true,
            ..message("a")
        };
        state.settle(1, Answered::Now(&flagged));
        assert!(!state.shown().unwrap().flagged);
        state.settle(2, Answered::Nothing);
        assert!(state.shown().unwrap().flagged);
        // A late answer to what nobody asked changes what is known, and nothing else.
        state.settle(9, Answered::Now(&message("a")));
        assert!(!state.shown().unwrap().flagged);
    }

    #[test]
    fn what_is_on_its_way_is_shown_in_a_list_that_does_not_know_it_yet() {
        let mut state = MailState::new(message("a"));
        state.begin(1, to("out"));
        let anew = state.listed_anew(MailMessageSummary {
            answered: true,
            ..message("a")
        });
        let shown = anew.shown().unwrap();
        assert!(shown.answered && shown.folder == "out" && anew.is_waiting());
    }

    #[test]
    fn what_is_gone_stays_gone() {
        let mut state = MailState::new(message("a"));
        state.begin(1, MailDeed::Delete);
        assert_eq!(state.shown(), None);
        state.settle(1, Answered::Nothing);
        assert!(state.shown().is_some());
        state.begin(2, to("out"));
        state.settle(2, Answered::Gone);
        assert_eq!(state.shown(), None);
    }

    #[test]
    fn the_folders_count_what_is_on_its_way() {
        let folder = |id: &str, total, unread| MailFolder {
            id: id.to_owned(),
            role: MailFolderRole::Other,
            name: String::new(),
            total,
            unread,
        };
        let folders = [folder("in", 2, 1), folder("out", 0, 0)];
        let of = |deed: Option<MailDeed>| {
            let mut state = MailState::new(message("a"));
            if let Some(deed) = deed {
                state.begin(1, deed);
            }
            let counted = counted(&folders, std::iter::once(&state));
            [
                (counted[0].total, counted[0].unread),
                (counted[1].total, counted[1].unread),
            ]
        };
        assert_eq!(of(None), [(2, 1), (0, 0)]);
        assert_eq!(of(Some(MailDeed::Mark(MailMark::Read))), [(2, 0), (0, 0)]);
        assert_eq!(of(Some(to("out"))), [(1, 0), (1, 1)]);
        assert_eq!(of(Some(MailDeed::Delete)), [(1, 0), (0, 0)]);
        assert_eq!(of(Some(to("nowhere"))), [(1, 0), (0, 0)]);
        let empty = [folder("in", 0, 0)];
        let mut state = MailState::new(message("a"));
        state.begin(1, MailDeed::Delete);
        assert_eq!(counted(&empty, std::iter::once(&state))[0].total, 0);
    }
}
