//! What the address of writing a message asks for; knows no page and no message.

use crate::contract::endpoint::segment;

/// What is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MailComposing {
    /// A new message.
    #[default]
    New,
    /// The draft with this id goes on.
    Draft(String),
    /// An answer to who wrote this message.
    Reply(String),
    /// An answer to everybody of this message.
    ReplyAll(String),
    /// This message is sent on.
    Forward(String),
}

/// The names in the query string, in the order in which [`MailComposing::read`] takes their values.
pub const COMPOSING_NAMES: [&str; 4] = ["draft", "reply", "reply_all", "forward"];

impl MailComposing {
    /// What the values of the query string ask for: the first that names something counts, and none is a new message.
    #[must_use]
    pub fn read(values: [Option<&str>; 4]) -> Self {
        let kinds: [fn(String) -> Self; 4] =
            [Self::Draft, Self::Reply, Self::ReplyAll, Self::Forward];
        let mut named = kinds.into_iter().zip(values);
        named
            .find_map(|(kind, id)| Some(kind(id.filter(|id| !id.is_empty())?.to_owned())))
            .unwrap_or_default()
    }

    /// The query string, without its `?`; empty for a new message.
    #[must_use]
    pub fn query(&self) -> String {
        let [draft, reply, reply_all, forward] = COMPOSING_NAMES;
        let (name, id) = match self {
            Self::New => return String::new(),
            Self::Draft(id) => (draft, id),
            Self::Reply(id) => (reply, id),
            Self::ReplyAll(id) => (reply_all, id),
            Self::Forward(id) => (forward, id),
        };
        format!("{name}={}", segment(id))
    }
}

#[cfg(test)]
mod tests {
    use super::{COMPOSING_NAMES, MailComposing};

    #[test]
    fn what_is_asked_for_has_one_name_in_the_address() {
        let id = || "m&1 é".to_owned();
        for (composing, query) in [
            (MailComposing::New, ""),
            (MailComposing::Draft(id()), "draft=m%261%20%C3%A9"),
            (MailComposing::Reply(id()), "reply=m%261%20%C3%A9"),
            (MailComposing::ReplyAll(id()), "reply_all=m%261%20%C3%A9"),
            (MailComposing::Forward(id()), "forward=m%261%20%C3%A9"),
        ] {
            assert_eq!(composing.query(), query);
            let name = query.split('=').next().unwrap_or_default();
            let values = COMPOSING_NAMES.map(|known| (known == name).then_some("m&1 é"));
            assert_eq!(MailComposing::read(values), composing);
        }
    }

    #[test]
    fn what_names_nothing_is_a_new_message_and_the_first_of_several_counts() {
        assert_eq!(MailComposing::read([None; 4]), MailComposing::New);
        assert_eq!(MailComposing::read([Some(""); 4]), MailComposing::New);
        assert_eq!(
            MailComposing::read([Some(""), Some("a"), None, Some("b")]),
            MailComposing::Reply("a".to_owned())
        );
    }
}
