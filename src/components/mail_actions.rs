//! What the portal lets the agent do with a message, as links and buttons; knows no call.

use super::dynamic::part;
use super::icon::Icon;
use super::mail_move::mail_move;
use crate::contract::mail::{MailAction, MailFolder, MailFolderRole, MailMessageSummary};
use crate::route::mail_compose_href;
use crate::rules::mail_change::{MailDeed, MailMark};
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_folder::{of_role, role};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The message, and what is done with it.
#[derive(Clone, Copy, Debug)]
pub struct ActionsOf {
    /// The message as it is shown.
    pub message: Memo<MailMessageSummary>,
    /// What the portal grants.
    pub granted: Memo<Vec<MailAction>>,
    /// The folders.
    pub folders: Memo<Vec<MailFolder>>,
    /// Does something with it.
    pub act: Callback<MailDeed>,
    /// Asks whether it is to be deleted for good.
    pub ask: Callback<()>,
    /// True while it is being put elsewhere: nothing else can be done with it.
    pub busy: Memo<bool>,
}

/// Nothing that `actions` does not grant. A button that is pressed stays while its words change.
pub fn mail_actions(of: ActionsOf, locale: AgentLocale) -> AnyView {
    let may = move |action| of.granted.with(|granted| granted.contains(&action));
    let writing = part(move || {
        let id = of.message.with(|message| message.id.clone());
        let t = locale.texts();
        let draft = of.message.with(|message| message.draft.clone());
        let draft =
            draft.map(|draft| link(MailComposing::Draft(draft), "file", t.go_on_writing(), true));
        let ways = [
            (
                MailAction::Reply,
                MailComposing::Reply(id.clone()),
                "reply",
                t.mail_reply(),
            ),
            (
                MailAction::ReplyAll,
                MailComposing::ReplyAll(id.clone()),
                "users",
                t.mail_reply_all(),
            ),
            (
                MailAction::Forward,
                MailComposing::Forward(id),
                "forward",
                t.mail_forward(),
            ),
        ];
        let ways: Vec<AnyView> = ways
            .into_iter()
            .filter(|(action, ..)| may(*action))
            .map(|(action, way, icon, words)| link(way, icon, words, action == MailAction::Reply))
            .collect();
        view! { {draft}{ways} }
    });
    let marks = part(move || {
        may(MailAction::Mark).then(|| {
            let is_read = Memo::new(move |_| of.message.with(|message| message.read));
            let is_flagged = Memo::new(move |_| of.message.with(|message| message.flagged));
            let read = [MailMark::Read, MailMark::Unread];
            let flag = [MailMark::Flagged, MailMark::Unflagged];
            view! {
                {toggle(of, "mail", is_read, read, locale)}
                {toggle(of, "flag", is_flagged, flag, locale)}
            }
        })
    });
    let here = Signal::derive(move || Some(of.message.with(|message| message.folder.clone())));
    let role_here = Memo::new(move |_| {
        of.folders
            .with(|folders| role(folders, here.get().as_deref()))
    });
    let moving = part(move || {
        let is_draft = of.message.with(|message| message.draft.is_some());
        may(MailAction::Move).then(|| {
            let elsewhere = (!is_draft).then(|| {
                let go = Callback::new(move |folder| of.act.run(MailDeed::Move(folder)));
                mail_move(of.folders, here, go, locale)
            });
            view! { {elsewhere} }
        })
    });
    let leaving = part(move || {
        let now = role_here.get();
        let to = move |to: MailFolderRole, icon: &'static str, words: &'static str| {
            let press = Callback::new(move |()| {
                let folder = of
                    .folders
                    .with_untracked(|folders| of_role(folders, to).map(|folder| folder.id.clone()));
                if let Some(folder) = folder {
                    of.act.run(MailDeed::Move(folder));
                }
            });
            button(of, icon, words, press)
        };
        let t = locale.texts();
        let can_move = may(MailAction::Move);
        let is_kept = matches!(
            now,
            MailFolderRole::Archive | MailFolderRole::Drafts | MailFolderRole::Trash
        );
        let archive = (can_move && !is_kept)
            .then(|| to(MailFolderRole::Archive, "archive", t.mail_archive()));
        let trash = (can_move && now != MailFolderRole::Trash)
            .then(|| to(MailFolderRole::Trash, "trash", t.trash_message()));
        let delete =
            may(MailAction::Delete).then(|| button(of, "trash", t.delete_for_good(), of.ask));
        view! { {archive}{trash}{delete} }
    });
    view! {
        <div class="mail-actions" role="group" aria-label=locale.say(|t| t.mail_actions())>
            <div class="mail-actions__row">{writing}</div>
            <div class="mail-actions__row">{marks}{leaving}</div>
            {moving}
        </div>
    }
    .into_any()
}

fn link(to: MailComposing, icon: &'static str, words: &'static str, is_first: bool) -> AnyView {
    let variant = is_first.then_some("primary");
    let href = mail_compose_href(&to);
    view! { <a class="button" data-variant=variant href=href><Icon name=icon/>{words}</a> }
        .into_any()
}

fn button(of: ActionsOf, icon: &'static str, words: &'static str, act: Callback<()>) -> AnyView {
    let waits = move || of.busy.get().then_some("true");
    let press = move |_| {
        if !of.busy.get_untracked() {
            act.run(());
        }
    };
    view! { <button class="button" type="button" aria-disabled=waits on:click=press><Icon name=icon/>{words}</button> }
        .into_any()
}

/// Sets a mark or takes it off; the second press of a double click would take back the first, and counts for nothing.
fn toggle(
    of: ActionsOf,
    icon: &'static str,
    is_set: Memo<bool>,
    [set, unset]: [MailMark; 2],
    locale: AgentLocale,
) -> AnyView {
    let words = move || {
        let mark = if is_set.get() { unset } else { set };
        locale.texts().mail_mark(mark)
    };
    let press = move |event: leptos::ev::MouseEvent| {
        if event.detail() < 2 {
            let mark = if is_set.get_untracked() { unset } else { set };
            of.act.run(MailDeed::Mark(mark));
        }
    };
    view! { <button class="button" type="button" on:click=press><Icon name=icon/>{part(words)}</button> }
        .into_any()
}
