//! Whether amounts can be read on the screen; knows no page.

use super::session::SessionContext;
use crate::browser::{facts, presence};
use crate::contract::money::Cents;
use crate::i18n::locale::Locale;
use crate::i18n::numbers;
use leptos::prelude::{
    Effect, Get, GetUntracked, GetValue, Memo, RwSignal, Set, SetValue, StoredValue, Update,
    expect_context, provide_context,
};

/// After so long without a sign of somebody, the screen may be somebody else's.
const ALONE_MS: i64 = 60 * 1000;

/// After so long while the focus is in a frame of the page, which gives no sign of who reads in it.
const READING_MS: i64 = 5 * ALONE_MS;

/// Whether amounts can be read on the screen.
#[derive(Clone, Copy, Debug)]
pub struct AmountsContext {
    shared_device: Memo<bool>,
    revealed: RwSignal<bool>,
}

/// On a device of several, amounts are masked until asked for, and again when the page or its window is left, hidden or
/// loses the focus, or nobody is at it.
pub fn provide_amounts(session: SessionContext) {
    let context = AmountsContext {
        shared_device: Memo::new(move |_| {
            session
                .details()
                .is_some_and(|session| session.shared_device)
        }),
        revealed: RwSignal::new(false),
    };
    provide_context(context);
    Effect::new(move |_| {
        context.revealed.set(false);
        if context.shared_device.get() {
            let seen_at_ms = StoredValue::new(facts::now_ms());
            presence::when_left(move || context.revealed.set(false));
            presence::when_unfocused(move || context.revealed.set(false));
            presence::when_at_work(move || seen_at_ms.set_value(facts::now_ms()));
            presence::every_second(move || {
                let away_ms = facts::now_ms().saturating_sub(seen_at_ms.get_value());
                let is_alone =
                    away_ms >= READING_MS || (away_ms >= ALONE_MS && !presence::is_in_frame());
                if is_alone && context.revealed.get_untracked() {
                    context.revealed.set(false);
                }
            });
        }
    });
}

/// Whether amounts can be read on the screen.
#[must_use]
pub fn use_amounts() -> AmountsContext {
    expect_context()
}

impl AmountsContext {
    /// Amounts that stay as they are: masked, as on a device of several, or readable.
    #[must_use]
    pub fn fixed(are_masked: bool) -> Self {
        Self {
            shared_device: Memo::new(move |_| are_masked),
            revealed: RwSignal::new(false),
        }
    }

    /// True when the agent said that others use the device too, tracked.
    #[must_use]
    pub fn is_shared_device(self) -> bool {
        self.shared_device.get()
    }

    /// True while amounts are masked, tracked.
    #[must_use]
    pub fn are_masked(self) -> bool {
        self.shared_device.get() && !self.revealed.get()
    }

    /// Shows or masks them.
    pub fn switch(self) {
        self.revealed.update(|revealed| *revealed = !*revealed);
    }

    /// What tells an amount to whoever can reckon, an index or a rate, as it may be seen now, tracked.
    #[must_use]
    pub fn telling(self, words: String, locale: Locale) -> String {
        if self.are_masked() && !words.is_empty() {
            locale.agent_texts().masked_amount().to_owned()
        } else {
            words
        }
    }

    /// An amount as it may be seen now, tracked.
    #[must_use]
    pub fn money(self, amount: Cents, locale: Locale) -> String {
        if self.are_masked() {
            locale.agent_texts().masked_amount().to_owned()
        } else {
            numbers::money(amount, locale)
        }
    }
}
