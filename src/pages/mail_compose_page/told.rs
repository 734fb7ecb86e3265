//! What is told above the form: what was found again, taken back, thrown away or is not there; knows no call.

use super::beginning::{Beginning, is_missing};
use super::parts::ComposeParts;
use crate::browser::focus;
use crate::components::dynamic::part;
use crate::components::notice::{Notice, NoticeVariant};
use crate::route::SpaceRoute;
use crate::rules::mail_composing::MailComposing;
use crate::state::load::{Load, Loader};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// What was found again, taken back or thrown away.
pub fn told(parts: ComposeParts, locale: AgentLocale) -> AnyView {
    let desk = parts.desk;
    let undone = part(move || {
        parts.is_undone.get().then(|| {
            view! { <p class="mail-writing__news" id="mail-undone" tabindex="-1">{locale.say(|t| t.mail_sending_undone())}</p> }
        })
    });
    let is_discarded = Memo::new(move |_| {
        parts.discard.is_done.get() && desk.writing.with(|writing| !writing.is_changed())
    });
    let discarded = part(move || {
        is_discarded.get().then(|| {
            let another = move |_| {
                parts.discard.is_done.set(false);
                parts.sent.another.run(());
            };
            view! {
                <div class="mail-writing__news" id="mail-discarded" tabindex="-1">
                    <p>{locale.say(|t| t.mail_discarded())}</p>
                    <p class="mail-writing__deeds"><button class="button" type="button" on:click=another>{locale.say(|t| t.mail_write_new())}</button></p>
                </div>
            }
        })
    });
    // Only what the portal has can be put away.
    let is_kept = Memo::new(move |_| {
        parts.is_found_again.get()
            && !desk.unsaved.get()
            && desk.keeping.with(|it| it.saved.is_some())
    });
    let put_away = move |_| {
        desk.clear();
        desk.begin_new();
        parts.is_found_again.set(false);
        focus::focus_soon("main h1");
    };
    let again = part(move || {
        parts.is_found_again.get().then(|| {
            let t = locale.texts();
            let title = Signal::stored(t.mail_found_again_title().to_owned());
            let button = part(move || {
                is_kept.get().then(|| {
                    view! { <p><button class="button" type="button" on:click=put_away>{locale.say(|t| t.mail_begin_another())}</button></p> }
                })
            });
            view! {
                <Notice variant=NoticeVariant::Information title>
                    <p>{t.mail_found_again()}</p>
                    {button}
                </Notice>
            }
        })
    });
    view! { {again}<div role="status">{undone}{discarded}</div> }.into_any()
}

/// What it was to begin with is not there: one step on.
pub fn gone(
    composing: &MailComposing,
    beginning: Loader<Beginning>,
    locale: AgentLocale,
) -> Option<AnyView> {
    let is_gone = beginning
        .load
        .with(|load| matches!(load, Load::Failed(error) if is_missing(error)));
    is_gone.then(|| {
        let t = locale.texts();
        let (title, words) = match composing {
            MailComposing::Draft(_) => t.mail_draft_gone(),
            _ => t.mail_original_gone(),
        };
        let title = Signal::stored(title.to_owned());
        view! {
            <Notice variant=NoticeVariant::Failure title>
                <p>{words}</p>
                <p><a class="button" href=SpaceRoute::MailCompose.href()>{t.mail_write_new()}</a></p>
            </Notice>
        }
        .into_any()
    })
}
