//! What the portal is, from config.json and `GET /portal`; knows no page.

use super::load::{Load, Loader, use_load};
use crate::api;
use crate::api::client::Client;
use crate::browser::document;
use crate::contract::config::Config;
use crate::contract::localized::Localized;
use crate::contract::portal::{Portal, SupportContact};
use leptos::prelude::{Effect, Get, StoredValue, WithValue, expect_context, provide_context};

/// The settings and the portal's own answer.
#[derive(Clone, Copy, Debug)]
pub struct PortalContext {
    config: StoredValue<Config>,
    loader: Loader<Portal>,
}

/// Takes the settings, calls the portal that they name, and asks it what it is.
pub fn provide_portal(config: Config) {
    provide_context(Client::new(&config.api_base));
    let theme = config.theme.clone();
    Effect::new(move |_| {
        theme
            .iter()
            .for_each(|(name, value)| document::set_colour(name, value));
    });
    let loader = use_load(move |client| async move { api::portal::get(&client).await });
    provide_context(PortalContext {
        config: StoredValue::new(config),
        loader,
    });
}

/// The settings and the portal's own answer.
#[must_use]
pub fn use_portal() -> PortalContext {
    expect_context()
}

/// The client of the portal that the settings name.
#[must_use]
pub fn use_client() -> Client {
    expect_context()
}

impl PortalContext {
    /// Reads from the settings.
    pub fn config<T>(self, read: impl FnOnce(&Config) -> T) -> T {
        self.config.with_value(read)
    }

    /// The portal's answer, tracked; `None` while it has not come.
    #[must_use]
    pub fn answer(self) -> Option<Portal> {
        match self.loader.load.get() {
            Load::Loaded(portal) => Some(portal),
            _ => None,
        }
    }

    /// The portal's answer with its failures, and a new try.
    #[must_use]
    pub fn loader(self) -> Loader<Portal> {
        self.loader
    }

    /// The portal's name: its own, or the settings' until it has answered.
    #[must_use]
    pub fn name(self) -> Localized {
        self.answer().map_or_else(
            || self.config(|config| config.name.clone()),
            |portal| portal.name,
        )
    }

    /// The legal warning, likewise; empty where neither has one.
    #[must_use]
    pub fn legal_notice(self) -> Localized {
        self.answer().map_or_else(
            || self.config(|config| config.legal_notice.clone()),
            |portal| portal.legal_notice,
        )
    }

    /// The organisation's name, likewise.
    #[must_use]
    pub fn organisation(self) -> Localized {
        self.answer().map_or_else(
            || self.config(|config| config.organisation.clone()),
            |portal| portal.organisation,
        )
    }

    /// Whom to call: the portal's contacts, or the settings' line until it has answered, tracked.
    #[must_use]
    pub fn support_contacts(self) -> Vec<SupportContact> {
        match self.answer() {
            Some(portal) => portal.support_contacts,
            None => vec![self.last_resort()],
        }
    }

    /// The settings' own support line.
    #[must_use]
    pub fn last_resort(self) -> SupportContact {
        self.config(|config| SupportContact {
            population: String::new(),
            label: config.organisation.clone(),
            phone: Some(config.support.phone.clone()),
            email: None,
            hours: config.support.hours.clone(),
        })
    }
}
