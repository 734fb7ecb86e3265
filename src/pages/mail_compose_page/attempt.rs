//! One try to send a message, and what is left of it; knows no page and no signal.

use crate::api;
use crate::api::client::Client;
use crate::browser::random;
use crate::components::mail_writing_draft::MailWriting;
use crate::contract::mail::{MailSending, MailSent};
use crate::rules::idempotency::idempotency_key;
use crate::rules::mail_sending::{MailMistake, RECIPIENT_FIELDS};
use crate::state::once::{Former, Made, NotMade, once};
use std::cell::RefCell;

/// What came of a try: a sending, and whether an answer was lost, and whether it is an earlier version.
pub(super) type Answer = Result<(String, Option<MailSent>, bool, bool), NotMade>;

/// What is typed counts as finished.
pub(super) fn finish_typing(writing: &mut MailWriting) {
    for field in RECIPIENT_FIELDS {
        let field = writing.field_mut(field);
        let typed = field.typed.clone();
        field.finish(&typed);
    }
}

/// What is gone at the portal is sent anew, or as something new.
pub(super) fn mend(writing: &mut MailWriting, refused: &[MailMistake]) {
    if refused.contains(&MailMistake::OriginalGone) {
        writing.answers = None;
    }
    if refused.contains(&MailMistake::FileGone) {
        for file in writing.files.iter_mut().filter(|file| file.held.is_some()) {
            // Under its old name the portal would answer with what is gone.
            file.id = None;
            file.key = idempotency_key(random::bits());
        }
    }
}

/// Sends it once; where the answer was lost, it is asked what became of it.
pub(super) async fn ask(
    client: &Client,
    wish: &MailSending,
    key: &str,
    former: Option<&Former>,
    adopt: &dyn Fn(),
) -> Answer {
    let answered = RefCell::new(None);
    let send = Box::pin(async {
        let sent = api::mail_writing::send(client, wish, key).await?;
        answered.replace(Some(sent));
        Ok(())
    });
    match once(client, key, former, adopt, send).await? {
        Made::Now => {
            let sent = answered.into_inner();
            let id = sent.as_ref().map(|sent: &MailSent| sent.id.clone());
            Ok((id.unwrap_or_default(), sent, false, false))
        }
        Made::Found { id, of_former } => {
            let sent = api::mail_writing::sent(client, &id).await.ok();
            Ok((id, sent, true, of_former))
        }
    }
}
