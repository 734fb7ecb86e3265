//! Whether the portal offers a module, and how; knows no page and no address that is allowed.

use crate::contract::portal::{Module, ModuleState};
use std::collections::BTreeMap;

/// How a module is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// In this portal.
    Here,
    /// At another address, which may still have to be refused; empty when none was told.
    Elsewhere(String),
    /// Not at all.
    No,
}

/// How `module` is offered. Without an answer of the portal (`None`), nothing is taken away.
#[must_use]
pub fn offer(modules: Option<&BTreeMap<String, Module>>, module: &str) -> Offer {
    let Some(modules) = modules else {
        return Offer::Here;
    };
    match modules.get(module) {
        Some(module) => match module.state {
            ModuleState::On => Offer::Here,
            ModuleState::Link => Offer::Elsewhere(module.url.clone().unwrap_or_default()),
            ModuleState::Off | ModuleState::Unknown => Offer::No,
        },
        None => Offer::No,
    }
}

#[cfg(test)]
mod tests {
    use super::{Offer, offer};
    use crate::contract::portal::{Module, ModuleState};
    use std::collections::BTreeMap;

    #[test]
    fn a_module_is_offered_as_the_portal_says_and_what_it_does_not_name_is_off() {
        let module = |state, url: Option<&str>| Module {
            state,
            url: url.map(str::to_owned),
        };
        let modules = BTreeMap::from([
            ("on".to_owned(), module(ModuleState::On, Some("https://x"))),
            ("off".to_owned(), module(ModuleState::Off, None)),
            (
                "link".to_owned(),
                module(ModuleState::Link, Some("https://mail.example")),
            ),
            ("nowhere".to_owned(), module(ModuleState::Link, None)),
            ("newer".to_owned(), module(ModuleState::Unknown, None)),
        ]);
        for (name, offered) in [
            ("on", Offer::Here),
            ("off", Offer::No),
            ("link", Offer::Elsewhere("https://mail.example".to_owned())),
            ("nowhere", Offer::Elsewhere(String::new())),
            ("newer", Offer::No),
            ("absent", Offer::No),
        ] {
            assert_eq!(offer(Some(&modules), name), offered, "{name}");
            assert_eq!(offer(None, name), Offer::Here, "{name}");
        }
    }
}
