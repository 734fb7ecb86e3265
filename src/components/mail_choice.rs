//! Choosing several messages, and what is done with them together; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::mail_list::RowPlace;
use super::mail_move::mail_move;
use crate::browser::focus;
use crate::contract::mail::MailFolderRole;
use crate::rules::mail_change::{MailDeed, MailMark};
use crate::rules::mail_folder::of_role;
use crate::state::locale::AgentLocale;
use crate::state::mail_hand::{MailAct, MailRow};
use leptos::prelude::*;
use std::time::Duration;

/// The rows of the page, and where they stand.
#[derive(Clone, Copy, Debug)]
pub struct ChoiceOf {
    /// The rows of the page.
    pub rows: StoredValue<Vec<MailRow>>,
    /// Where they stand.
    pub place: RowPlace,
    /// The role of the folder that is shown.
    pub role: MailFolderRole,
    /// Does something with them.
    pub act: MailAct,
    /// Those about which is asked whether they are to be deleted for good.
    pub deleting: RwSignal<Vec<MailRow>>,
    /// True for a moment after something was done.
    pub is_held: RwSignal<bool>,
}

/// So long the bar stays once nothing is chosen any more: the second press of a double click must not meet what stands
/// under it.
const HELD: Duration = Duration::from_millis(600);

impl ChoiceOf {
    /// Those in the list, tracked.
    fn here(self) -> Vec<MailRow> {
        let is_here = |row: &MailRow| self.place.here(*row).is_some();
        self.rows
            .with_value(|rows| rows.iter().copied().filter(is_here).collect())
    }

    /// Those that are chosen, tracked.
    fn chosen(self) -> Vec<MailRow> {
        let here = self.here().into_iter();
        here.filter(|row| row.chosen.get()).collect()
    }

    /// Does it with those that are chosen. Where they leave, the focus goes to what follows them, or to the heading.
    fn run(self, deed: MailDeed) {
        let chosen = untrack(|| self.chosen());
        if chosen.is_empty() {
            return;
        }
        let leaves = !matches!(deed, MailDeed::Mark(_));
        self.act.run((chosen.clone(), deed, None));
        if leaves {
            let is_held = self.is_held;
            is_held.set(true);
            set_timeout(
                move || {
                    let _ = is_held.try_set(false);
                },
                HELD,
            );
            lead_on(self.rows, &chosen, self.place);
        }
    }
}

/// Leads the focus to the first row after those that have left, to the one before them, or to the heading.
pub fn lead_on(rows: StoredValue<Vec<MailRow>>, left: &[MailRow], place: RowPlace) {
    let last = left.iter().map(|row| row.number).max().unwrap_or_default();
    let next = rows.with_value(|rows| {
        let is_here = |row: &&MailRow| untrack(|| place.here(**row).is_some());
        let after = rows.iter().find(|row| row.number > last && is_here(row));
        let next = after.or_else(|| rows.iter().rev().find(is_here));
        next.copied()
    });
    match next {
        Some(row) => focus::focus_id_soon(row.link_id()),
        None => focus::focus_soon("main h1"),
    }
}

/// Chooses all of the page, or none.
pub fn choose_all(of: ChoiceOf, locale: AgentLocale) -> AnyView {
    let is_all = move || {
        let here = of.here();
        !here.is_empty() && here.iter().all(|row| row.chosen.get())
    };
    let choose = move |event| {
        let is_chosen = event_target_checked(&event);
        for row in untrack(|| of.here()) {
            row.chosen.set(is_chosen);
        }
    };
    view! {
        <label class="checkbox__label mail-choice__all">
            <input class="checkbox__input" type="checkbox" prop:checked=is_all on:change=choose/>
            <span>{locale.say(|t| t.choose_all_messages())}</span>
        </label>
    }
    .into_any()
}

/// What is done with the chosen ones, while there are any. Where there is little room it unfolds: what is chosen from stays
/// in sight.
pub fn choice_bar(of: ChoiceOf, locale: AgentLocale) -> AnyView {
    let count = Memo::new(move |_| of.chosen().len());
    let is_any = Memo::new(move |_| count.get() > 0 || of.is_held.get());
    let bar = part(move || {
        is_any.get().then(|| {
            let is_open = RwSignal::new(false);
            let go = Callback::new(move |folder| of.run(MailDeed::Move(folder)));
            view! {
                <div
                    class="mail-choice__bar"
                    role="group"
                    aria-label=text(move || locale.texts().messages_chosen(count.get()))
                    data-open=move || is_open.get().then_some("")
                >
                    <div class="mail-choice__head">
                        <p class="mail-choice__count">{text(move || locale.texts().messages_chosen(count.get()))}</p>
                        <button
                            class="button mail-choice__toggle"
                            type="button"
                            aria-expanded=move || if is_open.get() { "true" } else { "false" }
                            on:click=move |_| is_open.update(|open| *open = !*open)
                        >{locale.say(|t| t.mail_deeds())}</button>
                    </div>
                    <div class="mail-choice__deeds">
                        <div class="mail-choice__buttons">{buttons(of, locale)}</div>
                        {mail_move(of.place.folders, of.place.from, go, locale)}
                    </div>
                </div>
            }
        })
    });
    let spoken = move || {
        let n = count.get();
        let words = (n > 0).then(|| locale.texts().messages_chosen(n));
        words.unwrap_or_default()
    };
    view! {
        {bar}
        <p class="visually-hidden" role="status">{text(spoken)}</p>
    }
    .into_any()
}

fn buttons(of: ChoiceOf, locale: AgentLocale) -> Vec<AnyView> {
    let button = |icon: &'static str, words: Signal<&'static str>, act: Callback<()>| {
        view! { <button class="button" type="button" on:click=move |_| act.run(())><Icon name=icon/>{words}</button> }
            .into_any()
    };
    let marks = [
        (MailMark::Read, "check"),
        (MailMark::Unread, "mail"),
        (MailMark::Flagged, "flag"),
        (MailMark::Unflagged, "stop"),
    ];
    let mut buttons: Vec<AnyView> = marks
        .into_iter()
        .map(|(mark, icon)| {
            let words = Signal::derive(move || locale.texts().mail_mark(mark));
            let act = Callback::new(move |()| of.run(MailDeed::Mark(mark)));
            button(icon, words, act)
        })
        .collect();
    let go = move |role| {
        Callback::new(move |()| {
            let folders = of.place.folders.get_untracked();
            if let Some(folder) = of_role(&folders, role) {
                of.run(MailDeed::Move(folder.id.clone()));
            }
        })
    };
    let is_trash = of.role == MailFolderRole::Trash;
    if !is_trash && !matches!(of.role, MailFolderRole::Archive | MailFolderRole::Drafts) {
        let words = Signal::derive(locale.say(|t| t.mail_archive()));
        buttons.push(button("archive", words, go(MailFolderRole::Archive)));
    }
    let (words, act) = if is_trash {
        let ask = move |()| of.deleting.set(untrack(|| of.chosen()));
        let words = Signal::derive(locale.say(|t| t.delete_for_good()));
        (words, Callback::new(ask))
    } else {
        let words = Signal::derive(locale.say(|t| t.trash_message()));
        (words, go(MailFolderRole::Trash))
    };
    buttons.push(button("trash", words, act));
    buttons
}
