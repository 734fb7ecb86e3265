//! The agent's open sessions, this one first, with a way to close the others; knows no call.

use super::activity_list::origin;
use crate::contract::session::{OpenSession, OpenSessions};
use crate::i18n::dates;
use crate::i18n::locale::Locale;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// So many are shown at once; the others fold away.
const SHOWN: usize = 6;

/// The sessions as they are now; drawn anew when the language changes.
pub fn session_list(
    sessions: OpenSessions,
    closing: RwSignal<bool>,
    close: Callback<Option<String>>,
) -> AnyView {
    let locale = use_agent_locale().get();
    let t = locale.agent_texts();
    let (mut all, others): (Vec<_>, Vec<_>) = sessions
        .items
        .into_iter()
        .partition(|session| session.current);
    let has_others = !others.is_empty();
    all.extend(others);
    let mut rows: Vec<AnyView> = all
        .into_iter()
        .map(|session| session_row(session, locale, closing, close))
        .collect();
    let folded = rows.split_off(rows.len().min(SHOWN));
    let number = folded.len();
    let folded = (number > 0).then(|| {
        view! {
            <details>
                <summary class="session-list__summary">{t.more_sessions(number)}</summary>
                <ul class="session-list__rows">{folded}</ul>
            </details>
        }
        .into_any()
    });
    let rest = if has_others {
        let waits = move || closing.get().then_some("true");
        view! { <p><button class="button" type="button" aria-disabled=waits on:click=move |_| close.run(None)>{t.close_other_sessions()}</button></p> }.into_any()
    } else {
        view! { <p class="session-list__alone">{t.only_session()}</p> }.into_any()
    };
    view! {
        <div class="session-list">
            <ul class="session-list__rows">{rows}</ul>
            {folded}
            {rest}
        </div>
    }
    .into_any()
}

fn session_row(
    session: OpenSession,
    locale: Locale,
    closing: RwSignal<bool>,
    close: Callback<Option<String>>,
) -> AnyView {
    let t = locale.agent_texts();
    let OpenSession {
        id,
        current,
        opened,
        last_seen_at,
        shared_device,
    } = session;
    let row = format!("session-{id}");
    let mark = current.then(|| view! { <span class="badge">{t.this_session()}</span> }.into_any());
    let shared = shared_device.then(|| {
        view! { <p class="session-list__shared">{t.shared_device_label()}</p> }.into_any()
    });
    let button = (!current).then(|| {
        let (row, waits) = (row.clone(), move || closing.get().then_some("true"));
        view! {
            <p><button class="button" type="button" aria-describedby=row aria-disabled=waits on:click=move |_| close.run(Some(id.clone()))>{t.close_session()}</button></p>
        }
        .into_any()
    });
    view! {
        <li class="session-list__row">
            {mark}
            <div id=row>{origin(&opened.with, &opened.from, locale)}</div>
            <p class="session-list__when">{t.session_opened(&dates::date_and_time(opened.at, locale))}</p>
            <p class="session-list__when">{t.session_last_seen(&dates::date_and_time(last_seen_at, locale))}</p>
            {shared}
            {button}
        </li>
    }
    .into_any()
}
