//! The language of the page, switched without losing anything; knows no sentence of its own.

use crate::browser::{document, storage};
use crate::contract::localized::Localized;
use crate::i18n::locale::Locale;
use crate::i18n::texts::{AgentTexts, Texts};
use leptos::prelude::{
    Effect, Get, GetUntracked, RwSignal, Set, Update, expect_context, provide_context,
};
use std::ops::Deref;

/// The language of the page.
#[derive(Clone, Copy, Debug)]
pub struct LocaleContext {
    locale: RwSignal<Locale>,
    /// The choice may stay on the device for the next visit.
    is_kept: RwSignal<bool>,
}

/// Starts in `initial` and keeps the document's `lang` right from then on.
pub fn provide_locale(initial: Locale) {
    let locale = RwSignal::new(initial);
    provide_context(LocaleContext {
        locale,
        is_kept: RwSignal::new(true),
    });
    Effect::new(move |_| document::set_language(locale.get().tag()));
}

/// The language of the page.
#[must_use]
pub fn use_locale() -> LocaleContext {
    expect_context()
}

/// The language of the page, for what only an agent sees: whoever names it brings every sentence of the space along.
#[derive(Clone, Copy, Debug)]
pub struct AgentLocale(LocaleContext);

/// The language of the page, for what only an agent sees.
#[must_use]
pub fn use_agent_locale() -> AgentLocale {
    AgentLocale(use_locale())
}

impl Deref for AgentLocale {
    type Target = LocaleContext;

    fn deref(&self) -> &LocaleContext {
        &self.0
    }
}

impl AgentLocale {
    /// The sentences, those of the space among them, tracked.
    #[must_use]
    pub fn texts(self) -> &'static dyn AgentTexts {
        self.get().agent_texts()
    }

    /// A sentence that follows the language.
    pub fn say(
        self,
        sentence: fn(&'static dyn AgentTexts) -> &'static str,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || sentence(self.texts())
    }
}

impl LocaleContext {
    /// The language, tracked.
    #[must_use]
    pub fn get(self) -> Locale {
        self.locale.get()
    }

    /// The sentences, tracked.
    #[must_use]
    pub fn texts(self) -> &'static dyn Texts {
        self.locale.get().texts()
    }

    /// A sentence that follows the language. One closure type serves them all, which keeps the program small.
    pub fn say(
        self,
        sentence: fn(&'static dyn Texts) -> &'static str,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || sentence(self.texts())
    }

    /// An organisation's own text, in the language of the page.
    #[must_use]
    pub fn pick(self, text: &Localized) -> String {
        self.get().pick(text).to_owned()
    }

    /// Goes on in a language that was chosen before the program was there.
    pub fn set(self, locale: Locale) {
        self.locale.set(locale);
    }

    /// Switches to the other language, for this visit and, unless others use the device, the next.
    pub fn switch(self) {
        self.locale.update(|locale| *locale = locale.other());
        if self.is_kept.get_untracked() {
            storage::keep_language(self.locale.get_untracked().tag());
        }
    }

    /// From now on nothing of the choice stays on the device, and what stayed there is gone.
    pub fn keep_nothing(self) {
        self.is_kept.set(false);
        storage::forget_language();
    }
}
