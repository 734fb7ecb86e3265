//! The language of the page, switched without losing anything; knows no sentence of its own.

use crate::browser::{document, storage};
use crate::contract::localized::Localized;
use crate::i18n::locale::Locale;
use crate::i18n::texts::Texts;
use leptos::prelude::{Effect, Get, RwSignal, Set, Update, expect_context, provide_context};

/// The language of the page.
#[derive(Clone, Copy, Debug)]
pub struct LocaleContext(RwSignal<Locale>);

/// Starts in `initial` and keeps the document's `lang` right from then on.
pub fn provide_locale(initial: Locale) {
    let locale = RwSignal::new(initial);
    provide_context(LocaleContext(locale));
    Effect::new(move |_| document::set_language(locale.get().tag()));
}

/// The language of the page.
#[must_use]
pub fn use_locale() -> LocaleContext {
    expect_context()
}

impl LocaleContext {
    /// The language, tracked.
    #[must_use]
    pub fn get(self) -> Locale {
        self.0.get()
    }

    /// The sentences, tracked.
    #[must_use]
    pub fn texts(self) -> &'static dyn Texts {
        self.0.get().texts()
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
        self.0.set(locale);
    }

    /// Switches to the other language, for this visit and the next.
    pub fn switch(self) {
        self.0.update(|locale| {
            *locale = locale.other();
            storage::keep_language(locale.tag());
        });
    }
}
