//! What became of a message that was sent, and the way to take it back while there is time; knows no call.

use super::countdown::Countdown;
use super::dynamic::{part, text};
use super::failure_words::words;
use super::icon::Icon;
use super::mail_writing_outgoing::{SentMail, Undoing};
use crate::contract::mail::{MailSent, MailSentState};
use crate::i18n::dates::time;
use crate::route::SpaceRoute;
use crate::state::locale::AgentLocale;
use crate::state::once::NotMade;
use leptos::prelude::*;

/// The heading, to move the focus to.
pub const MAIL_RECEIPT: &str = "#mail-receipt";

/// What can be done with a message that was sent.
#[derive(Clone, Copy, Debug)]
pub struct MailSentDeeds {
    /// Takes it back.
    pub undo: Callback<()>,
    /// Begins another.
    pub another: Callback<()>,
}

/// True while it waits and may be taken back.
#[must_use]
pub fn can_be_undone(told: &SentMail) -> bool {
    let waits = |sent: &MailSent| sent.state == MailSentState::Waiting;
    told.sent.as_ref().is_some_and(waits) && told.undoing != Undoing::TooLate
}

/// What was sent, until when it can be taken back, and the ways on. Drawn anew when anything but the seconds changes.
pub fn mail_receipt(
    told: Memo<Option<SentMail>>,
    deeds: MailSentDeeds,
    locale: AgentLocale,
) -> AnyView {
    let left = Memo::new(move |_| told.with(|told| told.as_ref().and_then(|told| told.left_s)));
    let still = Memo::new(move |_| {
        let still = told.get();
        still.map(|told| SentMail {
            left_s: None,
            clock: None,
            ..told
        })
    });
    let receipt = part(move || still.get().map(|told| receipt(&told, left, deeds, locale)));
    view! { <div class="mail-receipt__place">{receipt}</div> }.into_any()
}

fn receipt(
    told: &SentMail,
    left: Memo<Option<u32>>,
    deeds: MailSentDeeds,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let is_open = can_be_undone(told);
    let until = told
        .sent
        .as_ref()
        .filter(|_| is_open)
        .map(|sent| sent.undo_until);
    let undo = until.map(|until| undoing(told, &time(until), left, deeds, locale));
    let line = |words: &'static str| view! { <p>{words}</p> }.into_any();
    let failed = match &told.undoing {
        Undoing::TooLate => Some(line(t.mail_undo_too_late())),
        Undoing::Failed(NotMade::Call(error)) => {
            let why = words(error, locale.get()).text;
            Some(view! { <p>{t.mail_undo_failed()}{" "}{why}</p> }.into_any())
        }
        Undoing::Failed(NotMade::NotRecorded) => Some(line(t.mail_undo_failed())),
        Undoing::Failed(NotMade::Lost) => Some(line(t.mail_undo_lost())),
        Undoing::No | Undoing::UnderWay => None,
    };
    view! {
        <section class="mail-receipt" aria-labelledby="mail-receipt">
            <h2 class="mail-receipt__heading" id="mail-receipt" tabindex="-1"><Icon name="check"/>{t.mail_sent_title()}</h2>
            {told.after_all.then(|| line(t.mail_sent_after_all()))}
            {told.is_older.then(|| line(t.mail_sent_older()))}
            {undo}
            <div role="status" id="mail-undo-outcome">{failed}</div>
            <p class="mail-receipt__ways">
                <a class="button" href=SpaceRoute::Mail.href()>{t.mail_back()}</a>
                <button class="button" type="button" on:click=move |_| deeds.another.run(())>{t.mail_write_another()}</button>
            </p>
        </section>
    }
    .into_any()
}

fn undoing(
    told: &SentMail,
    until: &str,
    left: Memo<Option<u32>>,
    deeds: MailSentDeeds,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let busy = told.undoing == Undoing::UnderWay;
    let counts = Memo::new(move |_| left.get().is_some_and(|left| left > 0));
    let seconds = Signal::derive(move || left.get().unwrap_or_default());
    let countdown = part(move || {
        counts
            .get()
            .then(|| view! { <Countdown left=seconds label=|t| t.undo_left()/> })
    });
    let label = text(move || {
        let t = locale.texts();
        if busy {
            t.mail_undoing().to_owned()
        } else {
            t.mail_undo_sending().to_owned()
        }
    });
    view! {
        <p>{t.mail_sent_waits(until)}</p>
        {countdown}
        <p class="mail-receipt__ways">
            <button class="button" data-variant="primary" type="button" aria-disabled=busy.then_some("true") on:click=move |_| deeds.undo.run(())><Icon name="undo"/>{label}</button>
        </p>
    }
    .into_any()
}
