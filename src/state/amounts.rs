//! Whether amounts can be read on the screen; knows no page.

use super::session::SessionContext;
use crate::browser::presence;
use crate::contract::money::Cents;
use crate::i18n::locale::Locale;
use crate::i18n::numbers;
use leptos::prelude::{Effect, Get, Memo, RwSignal, Set, Update, expect_context, provide_context};

/// Whether amounts can be read on the screen.
#[derive(Clone, Copy, Debug)]
pub struct AmountsContext {
    shared_device: Memo<bool>,
    revealed: RwSignal<bool>,
}

/// On a device of several, amounts are masked until asked for, and again when the page is left or hidden.
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
            presence::when_left(move || context.revealed.set(false));
        }
    });
}

/// Whether amounts can be read on the screen.
#[must_use]
pub fn use_amounts() -> AmountsContext {
    expect_context()
}

impl AmountsContext {
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

    /// An amount as it may be seen now, tracked.
    #[must_use]
    pub fn money(self, amount: Cents, locale: Locale) -> String {
        if self.are_masked() {
            locale.texts().masked_amount().to_owned()
        } else {
            numbers::money(amount, locale)
        }
    }
}
