//! The tile of e-mail: how many messages of the inbox are unread, and the latest of them; knows no call.

use super::tiles::TileLoads;
use crate::components::loaded::Loaded;
use crate::components::mail_list::mail_brief;
use crate::contract::mail::{MailFolderRole, MailFolders, MailMessages};
use crate::contract::session::Session;
use crate::rules::mail_folder::of_role;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// So many messages stand on the tile.
const MESSAGES: usize = 3;

/// The lines of the tile, each loading and failing alone.
pub fn mail_tile(session: Signal<Option<Session>>, loads: TileLoads) -> AnyView {
    let locale = use_agent_locale();
    let unread = move |folders: MailFolders| {
        let inbox = of_role(&folders.folders, MailFolderRole::Inbox);
        let unread = inbox.map(|inbox| inbox.unread);
        unread.map(|n| view! { <p class="tile__news">{locale.texts().unread_in_inbox(n)}</p> })
    };
    let latest = move |messages: MailMessages| {
        let mut items = messages.items;
        if items.is_empty() {
            let words = locale.texts().no_messages(MailFolderRole::Inbox);
            return view! { <p>{words}</p> }.into_any();
        }
        items.truncate(MESSAGES);
        let today = session.with(|session| Some(session.as_ref()?.now.wall_clock().date()));
        mail_brief(&items, MailFolderRole::Inbox, today, locale)
    };
    view! {
        <Loaded loader=(loads.mail_folders)() view=unread/>
        <Loaded loader=(loads.mail)() view=latest/>
    }
    .into_any()
}
