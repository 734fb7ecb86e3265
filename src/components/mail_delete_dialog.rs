//! The question before messages are deleted for good; knows no call.

use super::dialog::Dialog;
use super::dynamic::part;
use super::icon::Icon;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// Asks about `count` messages while there are any.
pub fn mail_delete_dialog(
    count: Memo<usize>,
    confirm: Callback<()>,
    decline: Callback<()>,
    locale: AgentLocale,
) -> AnyView {
    let is_asked = Memo::new(move |_| count.get() > 0);
    part(move || {
        is_asked.get().then(|| {
            view! {
                <Dialog id="mail-delete" title=Signal::derive(locale.say(|t| t.delete_for_good())) escape=decline>
                    <p id="mail-delete-text">{part(move || {
                        let t = locale.texts();
                        format!("{} {}", t.delete_title(count.get()), t.delete_text())
                    })}</p>
                    <div class="dialog__answers">
                        <button class="button" data-variant="primary" type="button" on:click=move |_| confirm.run(())><Icon name="trash"/>{locale.say(|t| t.delete_for_good())}</button>
                        <button class="button" type="button" on:click=move |_| decline.run(())>{locale.say(|t| t.cancel())}</button>
                    </div>
                </Dialog>
            }
        })
    })
    .into_any()
}
