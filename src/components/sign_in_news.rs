//! What an agent should see right after signing in: the connection before, and a password that ends soon; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::notice::{Notice, NoticeVariant};
use crate::contract::session::{Connection, Session};
use crate::i18n::dates;
use crate::route::{Route, SpaceRoute};
use crate::rules::password_age::days_left;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// When, from where and with what the agent was last here, and what to do if that was somebody else.
#[component]
pub fn LastConnection(
    /// The connection before this one, `None` on the first.
    connection: Option<Connection>,
    /// True where it can be reported in the journal.
    #[prop(optional, into)]
    in_journal: Option<Signal<bool>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let Some(connection) = connection else {
        return view! { <p class="last-connection"><Icon name="info"/><span>{locale.say(|t| t.first_connection())}</span></p> }
            .into_any();
    };
    let words = move || {
        let at = dates::date_and_time(connection.at, locale.get());
        locale.texts().last_connection(
            &at,
            &isolated(&connection.with),
            &isolated(&connection.from),
        )
    };
    let way = part(move || {
        if in_journal.is_some_and(|in_journal| in_journal.get()) {
            view! { <a href=SpaceRoute::Activity.href()>{locale.say(|t| t.not_me_activity())}</a> }
                .into_any()
        } else {
            view! { <a href=Route::Password.href()>{locale.say(|t| t.not_me())}</a> }.into_any()
        }
    });
    view! {
        <p class="last-connection">
            <Icon name="info"/>
            <span>
                {text(words)}{" "}
                {way}
            </span>
        </p>
    }
    .into_any()
}

/// How many days the password still has, once they are few; nothing before.
#[component]
pub fn PasswordExpiry(
    /// What the portal told about the session.
    session: Session,
) -> impl IntoView {
    let locale = use_agent_locale();
    let password = session.password?;
    let days = days_left(session.now, password.expires_at)?;
    let title = Signal::derive(move || locale.texts().password_expires(days));
    let words = move || {
        let at = dates::date_and_time(password.expires_at, locale.get());
        locale.texts().password_expires_text(&at)
    };
    Some(view! {
        <Notice variant=NoticeVariant::Warning title>
            <p>{text(words)}</p>
            <p><a href=Route::Password.href()>{locale.say(|t| t.renew_password())}</a></p>
        </Notice>
    })
}

/// `words` between marks that keep them from turning the sentence around them; nothing stays nothing.
fn isolated(words: &str) -> String {
    match words.trim() {
        "" => String::new(),
        words => format!("\u{2068}{words}\u{2069}"),
    }
}
