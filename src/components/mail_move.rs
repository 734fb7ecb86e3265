//! Choosing the folder that messages go to; knows no call.

use super::dynamic::part;
use super::icon::Icon;
use crate::contract::mail::MailFolder;
use crate::i18n::mail_words::folder_name;
use crate::rules::mail_folder::targets;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

const FIELD: &str = "mail-move";

/// A list of folders with its button, which does nothing while none is chosen; nothing where there is none to go to.
pub fn mail_move(
    folders: Memo<Vec<MailFolder>>,
    here: Signal<Option<String>>,
    go: Callback<String>,
    locale: AgentLocale,
) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let targets = Memo::new(move |_| {
        // The counts alone change nothing here.
        let offered = folders.with(|folders| targets(folders, here.get().as_deref()));
        offered
            .iter()
            .map(|folder| (folder.id.clone(), folder_name(folder, locale.get())))
            .collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let folder = chosen.get_untracked();
        if !folder.is_empty() {
            go.run(folder);
        }
    };
    part(move || {
        let targets = targets.get();
        (!targets.is_empty()).then(|| {
            let options: Vec<AnyView> = targets
                .into_iter()
                .map(|(id, name)| view! { <option value=id>{name}</option> }.into_any())
                .collect();
            view! {
                <form class="mail-move" on:submit=submit>
                    <label class="field__label" for=FIELD>{locale.say(|t| t.mail_move_to())}</label>
                    <select class="field__input mail-move__choice" id=FIELD on:change=move |event| chosen.set(event_target_value(&event))>
                        <option value=String::new()>{locale.say(|t| t.mail_choose_folder())}</option>
                        {options}
                    </select>
                    <button class="button" type="submit"><Icon name="folder"/>{locale.say(|t| t.mail_move_now())}</button>
                </form>
            }
        })
    })
    .into_any()
}
