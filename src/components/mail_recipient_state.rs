//! What a field of recipients knows of who types in it, and what its keys do; knows no markup and no call.

use super::mail_writing_failure::id_of;
use super::mail_writing_state::MailFormState;
use crate::browser::focus;
use crate::contract::mail::MailContact;
use crate::rules::mail_address_field::{AddressField, Recipient};
use crate::rules::mail_sending::MailField;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the option at that place.
#[must_use]
pub fn option_id(field: MailField, at: usize) -> String {
    format!("{}-option-{at}", id_of(field))
}

/// What the directory said of what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Nothing was asked.
    #[default]
    Nothing,
    /// These people.
    People(Vec<MailContact>, bool),
    /// Nobody can tell.
    Failed,
}

/// One field, with what is known of those who are typed in it.
#[derive(Clone, Copy, Debug)]
pub struct RecipientField {
    /// Which one.
    pub field: MailField,
    /// What the fields share.
    pub state: MailFormState,
    /// What the directory said.
    pub found: RwSignal<Found>,
    /// What was done last, spoken when it comes.
    pub said: RwSignal<String>,
    /// The place of the option that Enter takes.
    pub active: RwSignal<Option<usize>>,
    /// True once Escape has closed the list, until something is typed.
    pub is_closed: RwSignal<bool>,
}

impl RecipientField {
    /// A field in which nobody types yet.
    #[must_use]
    pub fn new(field: MailField, state: MailFormState, found: RwSignal<Found>) -> Self {
        Self {
            field,
            state,
            found,
            said: RwSignal::new(String::new()),
            active: RwSignal::new(None),
            is_closed: RwSignal::new(false),
        }
    }

    /// Changes the field, unless it is on its way.
    pub fn change(self, change: impl FnOnce(&mut AddressField)) {
        // A line that goes with its page is left by that.
        if self.state.busy.try_get_untracked() == Some(false) {
            let field = self.field;
            self.state
                .writing
                .update(|writing| change(writing.field_mut(field)));
        }
    }

    /// Whom the list offers.
    #[must_use]
    pub fn offered(self) -> Vec<MailContact> {
        let is_typed = self.state.typing.get() == Some(self.field);
        self.found.with(|found| match found {
            Found::People(people, _) if is_typed && !self.is_closed.get() => people.clone(),
            _ => Vec::new(),
        })
    }

    /// Takes one of the directory.
    pub fn choose(self, contact: &MailContact) {
        self.change(|field| field.choose(Recipient::known(&contact.person)));
        self.active.set(None);
        self.found.set(Found::Nothing);
    }

    /// Somebody has finished typing.
    pub fn finish(self) {
        self.change(|field| {
            let typed = field.typed.clone();
            field.finish(&typed);
        });
    }

    /// The line was left, unless somebody is back in it by now, or the page has gone.
    pub fn leave(self) {
        if focus::is_within(&format!("#{}", id_of(self.field))) {
            return;
        }
        self.finish();
        if self.state.typing.try_get_untracked() == Some(Some(self.field)) {
            self.state.typing.set(None);
        }
    }

    /// What a key does.
    pub fn press(self, event: &KeyboardEvent) {
        let options = untrack(|| self.offered());
        let active = self.active.get_untracked().filter(|at| *at < options.len());
        let last = options.len().checked_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" => active
                .map_or(Some(0), |at| Some(at + 1))
                .filter(|at| Some(*at) <= last)
                .or(Some(0)),
            "ArrowUp" => active.and_then(|at| at.checked_sub(1)).or(last),
            "Enter" => {
                // Nothing is sent from here.
                event.prevent_default();
                return match active.and_then(|at| options.get(at)) {
                    Some(contact) => self.choose(contact),
                    None => {
                        self.finish();
                        self.state.typing.set(None);
                    }
                };
            }
            "Tab" => {
                if let Some(contact) = active.and_then(|at| options.get(at)) {
                    self.choose(contact);
                }
                return;
            }
            "Escape" if !options.is_empty() => {
                event.prevent_default();
                self.active.set(None);
                return self.is_closed.set(true);
            }
            "Backspace" => return self.step_back(event),
            _ => return,
        };
        if !options.is_empty() {
            event.prevent_default();
            self.active.set(next);
            if let Some(at) = next {
                focus::show_in_list_soon(option_id(self.field, at));
            }
        }
    }

    /// From the empty line to the last who is chosen, who is not taken away by that.
    fn step_back(self, event: &KeyboardEvent) {
        let count = self.state.writing.with_untracked(|writing| {
            let field = writing.field(self.field);
            if field.typed.is_empty() {
                field.chosen.len()
            } else {
                0
            }
        });
        if let Some(last) = count.checked_sub(1) {
            event.prevent_default();
            focus::focus_id(&format!("{}-remove-{last}", id_of(self.field)));
        }
    }
}
