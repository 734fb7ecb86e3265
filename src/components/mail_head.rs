//! What stands above a message's text: its marks and what is warned of; knows no call.

use super::notice::{Notice, NoticeVariant};
use crate::contract::mail::MailWarning;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// What the server warns of, each with what to do, the gravest first.
pub fn mail_warnings(warnings: &[MailWarning], locale: AgentLocale) -> Vec<AnyView> {
    let order = [
        MailWarning::LooksInternal,
        MailWarning::SenderUnproven,
        MailWarning::Unknown,
        MailWarning::PartsRemoved,
        MailWarning::DamagedText,
    ];
    order
        .into_iter()
        .filter(|warning| warnings.contains(warning))
        .map(|warning| {
            let variant = match warning {
                MailWarning::LooksInternal => NoticeVariant::Failure,
                MailWarning::SenderUnproven | MailWarning::Unknown => NoticeVariant::Warning,
                MailWarning::PartsRemoved | MailWarning::DamagedText => NoticeVariant::Information,
            };
            let title = Signal::derive(move || {
                locale.texts().mail_warning_title(warning).to_owned()
            });
            view! {
                <Notice variant title><p>{move || locale.texts().mail_warning_text(warning)}</p></Notice>
            }
            .into_any()
        })
        .collect()
}
