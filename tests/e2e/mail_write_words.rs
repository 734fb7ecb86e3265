//! The names that people read where e-mail is written, in both languages; the tests' own copy.

/// One language's names.
#[derive(Debug)]
pub struct MailWriteWords {
    pub to: &'static str,
    pub subject: &'static str,
    pub text: &'static str,
    pub send: &'static str,
    pub sent: &'static str,
    pub undo: &'static str,
    pub incomplete: &'static str,
    pub failed: &'static str,
}

impl MailWriteWords {
    /// The first language.
    pub const FRENCH: Self = Self {
        to: "À (destinataires)",
        subject: "Objet",
        text: "Message",
        send: "Envoyer",
        sent: "Message envoyé",
        undo: "Annuler l’envoi",
        incomplete: "Le message n’est pas complet",
        failed: "Le message n’est pas parti",
    };

    /// The other.
    pub const ENGLISH: Self = Self {
        to: "To (recipients)",
        subject: "Subject",
        text: "Message",
        send: "Send",
        sent: "Message sent",
        undo: "Undo sending",
        incomplete: "The message is not complete",
        failed: "The message was not sent",
    };
}
