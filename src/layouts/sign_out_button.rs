//! The button that signs out, which asks first when something is written and not sent; knows no form.

use crate::components::dialog::Dialog;
use crate::components::dynamic::part;
use crate::components::icon::Icon;
use crate::state::drafts::use_drafts;
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;

const DIALOG: &str = "unsent";

/// Signs out at once, unless that would lose what somebody wrote.
#[component]
pub fn SignOutButton() -> impl IntoView {
    let (locale, session, client) = (use_agent_locale(), use_session(), use_client());
    let drafts = use_drafts();
    let asks = RwSignal::new(false);
    let leave = Callback::new(move |()| session.sign_out(client.clone()));
    let back = Callback::new(move |()| asks.set(false));
    let press = move |_| {
        if drafts.is_any_there() {
            asks.set(true);
        } else {
            leave.run(());
        }
    };
    view! {
        <button class="button" data-variant="on-header" type="button" on:click=press>
            <Icon name="log-out"/>{locale.say(|t| t.log_out())}
        </button>
        {part(move || asks.get().then(|| view! {
            <Dialog id=DIALOG title=Signal::derive(locale.say(|t| t.unsent_title())) escape=back>
                <p id="unsent-text">{locale.say(|t| t.unsent_text())}</p>
                <div class="dialog__answers">
                    <button class="button" data-variant="primary" type="button" on:click=move |_| back.run(())>{locale.say(|t| t.unsent_back())}</button>
                    <button class="button" type="button" on:click=move |_| leave.run(())><Icon name="log-out"/>{locale.say(|t| t.log_out())}</button>
                </div>
            </Dialog>
        }))}
    }
}
