//! A message that is being written, and how far it is kept, as it stands in memory; knows no markup and no call.

use crate::browser::upload::HeldFile;
use crate::contract::instant::Instant;
use crate::contract::mail::{MailAnswer, MailAttachment, MailDraft, NewMailDraft};
use crate::rules::mail_address_field::AddressField;
use crate::rules::mail_draft::{MailWritten, WrittenMailFile, kept};
use crate::rules::mail_sending::{MailField, RECIPIENT_FIELDS};
use crate::state::once::{NotMade, Tries};

/// What is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailWriting {
    /// To whom.
    pub to: AddressField,
    /// Who else shall see it.
    pub cc: AddressField,
    /// Who else shall get it, unseen.
    pub bcc: AddressField,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The files.
    pub files: Vec<MailFile>,
    /// What it answers.
    pub answers: Option<MailAnswer>,
    /// True when the fields of copies are shown.
    pub shows_copies: bool,
    /// What it began with, before anybody wrote; `None` until that is known.
    pub begun: Option<NewMailDraft>,
}

/// A file that stands with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailFile {
    /// The name under which it is kept once, however often it is sent; of a file that the portal has, its id.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its length, in bytes.
    pub size: u64,
    /// The file on the device; `None` for one that the portal had before.
    pub held: Option<HeldFile>,
    /// Its id; `None` until it has arrived.
    pub id: Option<String>,
}

impl From<&MailAttachment> for MailFile {
    fn from(attachment: &MailAttachment) -> Self {
        Self {
            key: attachment.id.clone(),
            name: attachment.name.clone(),
            media_type: attachment.media_type.clone(),
            size: attachment.size,
            held: None,
            id: Some(attachment.id.clone()),
        }
    }
}

impl MailWriting {
    /// What stands in the form.
    #[must_use]
    pub fn written(&self) -> MailWritten<'_> {
        MailWritten {
            to: &self.to,
            cc: &self.cc,
            bcc: &self.bcc,
            subject: &self.subject,
            text: &self.text,
            files: self
                .files
                .iter()
                .map(|file| WrittenMailFile {
                    id: file.id.as_deref(),
                    size: file.size,
                })
                .collect(),
            answers: self.answers.as_ref(),
        }
    }

    /// What a draft keeps of it.
    #[must_use]
    pub fn body(&self) -> NewMailDraft {
        kept(&self.written())
    }

    /// A field of recipients; the first for what is none.
    #[must_use]
    pub fn field(&self, field: MailField) -> &AddressField {
        match field {
            MailField::Cc => &self.cc,
            MailField::Bcc => &self.bcc,
            _ => &self.to,
        }
    }

    /// The same, to be changed.
    pub fn field_mut(&mut self, field: MailField) -> &mut AddressField {
        match field {
            MailField::Cc => &mut self.cc,
            MailField::Bcc => &mut self.bcc,
            _ => &mut self.to,
        }
    }

    /// True when somebody has written something: more than what it began with.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let begun = self.begun.as_ref();
        self.files.iter().any(|file| file.id.is_none())
            || begun.is_some_and(|begun| self.body() != *begun)
    }

    /// How many of those whom it goes to are outside.
    #[must_use]
    pub fn outside(&self, domains: Option<&[String]>) -> usize {
        let all = RECIPIENT_FIELDS
            .into_iter()
            .flat_map(|field| &self.field(field).chosen);
        all.filter(|recipient| recipient.is_external(domains))
            .count()
    }

    /// A draft as it was saved.
    #[must_use]
    pub fn saved(draft: &MailDraft) -> Self {
        let mut writing = Self {
            to: AddressField::saved(&draft.to),
            cc: AddressField::saved(&draft.cc),
            bcc: AddressField::saved(&draft.bcc),
            subject: draft.subject.clone(),
            text: draft.text.clone(),
            files: draft.attachments.iter().map(MailFile::from).collect(),
            answers: draft.answers.clone(),
            shows_copies: !(draft.cc.is_empty() && draft.bcc.is_empty()),
            begun: None,
        };
        writing.begun = Some(writing.body());
        writing
    }
}

/// How far what is written is kept by the portal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailKeeping {
    /// The draft that the portal has.
    pub saved: Option<SavedDraft>,
    /// What it holds, as it was sent.
    pub content: Option<NewMailDraft>,
    /// The tries to make one.
    pub tries: Tries<NewMailDraft>,
    /// The name of the call that is on its way.
    pub under_way: Option<String>,
    /// How the last one ended.
    pub state: KeepState,
}

/// A draft that the portal has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedDraft {
    /// Its id.
    pub id: String,
    /// Which state of it is known.
    pub revision: String,
    /// When it was last saved.
    pub at: Option<Instant>,
}

/// How the last try to keep it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KeepState {
    /// Well, or there was none.
    #[default]
    Fine,
    /// It was not kept.
    Failed(NotMade),
    /// It was changed elsewhere: as it is there.
    Changed(Box<MailDraft>),
    /// It was deleted elsewhere, or sent.
    Gone,
}
