//! What the tabs of a browser tell each other of the session; knows no channel.
//!
//! Architecture Invariant: a message carries no data and is believed in nothing that opens: any page of the origin can
//! send one. All that it can do is to lock a screen, or to have the portal asked.

/// What another tab says happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabMessage {
    /// Somebody signed in, or extended the session.
    Changed,
    /// The agent signed out.
    SignedOut,
    /// A page of a shared-device session went away: the portal closes the session soon unless another page is there.
    Leaving,
}

impl TabMessage {
    /// The word that crosses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::SignedOut => "signed_out",
            Self::Leaving => "leaving",
        }
    }

    /// The message of a word; anything else is none.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Changed, Self::SignedOut, Self::Leaving]
            .into_iter()
            .find(|message| message.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::TabMessage;

    #[test]
    fn a_word_is_a_message_or_nothing() {
        for message in [
            TabMessage::Changed,
            TabMessage::SignedOut,
            TabMessage::Leaving,
        ] {
            assert_eq!(TabMessage::from_word(message.as_str()), Some(message));
        }
        for word in [
            "",
            "Changed",
            "signed_out ",
            "signed_in",
            "{\"agent\":\"x\"}",
            "\u{0}",
        ] {
            assert_eq!(TabMessage::from_word(word), None, "{word:?}");
        }
    }
}
