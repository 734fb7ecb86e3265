//! `/space/mail/compose`: writing a message, answering one, going on with a draft; nothing of it stands in the address but ids.

use crate::api;
use crate::api::answer::ApiError;
use crate::components::dynamic::{part, text};
use crate::components::failure::Failure;
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::mail_recipient_field::recipient_field;
use crate::components::mail_recipient_list::recipient_hint;
use crate::components::mail_recipient_state::RecipientField;
use crate::components::mail_upload_field::upload_field;
use crate::components::mail_writing_discard::mail_discard;
use crate::components::mail_writing_form::mail_form;
use crate::components::mail_writing_keep::{keep_conflict, keep_line};
use crate::components::mail_writing_receipt::mail_receipt;
use crate::components::mail_writing_text::text_fields;
use crate::components::notice::{Notice, NoticeVariant};
use crate::contract::problem::ProblemCode;
use crate::route::SpaceRoute;
use crate::rules::mail_composing::{COMPOSING_NAMES, MailComposing};
use crate::rules::mail_sending::RECIPIENT_FIELDS;
use crate::state::load::{Load, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::location::use_query;
use leptos::prelude::*;

pub mod attaching;
pub mod attempt;
pub mod beginning;
pub mod desk;
pub mod directory;
pub mod discarding;
pub mod keeping;
pub mod parts;
pub mod putting;
pub mod sending;
pub mod told;
pub mod undoing;

use beginning::Beginning;
use directory::use_directory;
use parts::ComposeParts;
use told::{gone, told};

/// A message at a time: another one in the address is another page.
#[component]
pub fn MailComposePage() -> impl IntoView {
    let values = COMPOSING_NAMES.map(use_query);
    let composing = Memo::new(move |_| {
        let values = values.map(|value| value.get());
        MailComposing::read(values.each_ref().map(Option::as_deref))
    });
    part(move || {
        let composing = composing.get();
        untrack(move || {
            let settings =
                use_load(|client| async move { api::mail_writing::settings(&client).await });
            let parts = ComposeParts::new(composing, settings);
            view! { <MailComposeView parts/> }
        })
    })
}

/// The receipt of what was sent, or the form.
#[component]
pub fn MailComposeView(
    /// All that the page knows and does.
    parts: ComposeParts,
) -> impl IntoView {
    let (locale, desk) = (use_agent_locale(), parts.desk);
    let outcome = Memo::new(move |_| desk.outgoing.with(|it| it.outcome.clone()));
    let is_sent = Memo::new(move |_| outcome.with(Option::is_some));
    let is_begun = Memo::new(move |_| desk.writing.with(|it| it.begun.is_some()));
    let is_off = Memo::new(move |_| {
        let is_module_off = |error: &ApiError| matches!(error, ApiError::Refused(problem) if problem.code == ProblemCode::ModuleOff);
        let is_off = parts
            .settings
            .load
            .with(|load| matches!(load, Load::Failed(error) if is_module_off(error)));
        // What is written stays before the agent.
        is_off && !desk.writing.with(|it| it.is_changed())
    });
    let body = part(move || {
        if is_off.get() {
            return parts.settings.load.with_untracked(|load| match load {
                Load::Failed(error) => {
                    let retry = move |()| parts.settings.retry();
                    view! { <Failure error=error.clone() retry/> }.into_any()
                }
                _ => ().into_any(),
            });
        }
        if is_begun.get() {
            return untrack(|| form(parts, locale));
        }
        if is_sent.get() || parts.discard.is_done.get() {
            return ().into_any();
        }
        match parts
            .composing
            .with_value(|composing| gone(composing, parts.beginning, locale))
        {
            Some(gone) => gone,
            None => view! { <Loaded loader=parts.beginning view=|_: Beginning| ()/> }.into_any(),
        }
    });
    let title = text(move || {
        parts
            .composing
            .with_value(|it| locale.texts().mail_composing(it).to_owned())
    });
    let unread = part(move || settings_notice(parts, locale));
    view! {
        <div class="stack">
            <p class="back-link"><a href=SpaceRoute::Mail.href()><Icon name="arrow-left"/>{locale.say(|t| t.mail_back())}</a></p>
            <h1 tabindex="-1">{title}</h1>
            {mail_receipt(outcome, parts.sent, locale)}
            {told(parts, locale)}
            {keep_conflict(parts.keep, locale)}
            {unread}
            {body}
            {mail_discard(parts.discard, locale)}
        </div>
    }
}

/// Who is outside can't be told: the portal decides.
fn settings_notice(parts: ComposeParts, locale: AgentLocale) -> Option<AnyView> {
    let failed = parts
        .settings
        .load
        .with(|load| matches!(load, Load::Failed(_)));
    (failed && parts.state.settings.with(Option::is_none)).then(|| {
        let title = Signal::stored(locale.texts().mail_settings_failed_title().to_owned());
        let retry = move |_| parts.settings.retry();
        view! {
            <Notice variant=NoticeVariant::Information title>
                <p>{locale.texts().mail_settings_failed()}</p>
                <p><button class="button" type="button" on:click=retry>{locale.texts().try_again()}</button></p>
            </Notice>
        }
        .into_any()
    })
}

fn form(parts: ComposeParts, locale: AgentLocale) -> AnyView {
    let ComposeParts { state, desk, .. } = parts;
    let fields = RECIPIENT_FIELDS.map(|field| {
        let found = use_directory(desk.writing, field, state.typing);
        RecipientField::new(field, state, found)
    });
    let [to, cc, bcc] = fields;
    let shows_copies = Memo::new(move |_| desk.writing.with(|it| it.shows_copies));
    let copies = part(move || {
        shows_copies.get().then(|| {
            untrack(|| {
                view! { {recipient_field(cc, locale)}{recipient_field(bcc, locale)} }.into_any()
            })
        })
    });
    let fields = view! {
        {recipient_field(to, locale)}
        {recipient_hint(to, locale)}
        {copies}
        {text_fields(state, locale)}
        {upload_field(state, parts.uploading, locale)}
    };
    let kept = keep_line(parts.keep, locale);
    mail_form(state, parts.deeds, fields.into_any(), kept, locale)
}
