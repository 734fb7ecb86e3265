//! `config.json`, the settings that one build takes from the place where it is served; inert data.

use super::localized::Localized;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands in `config.json` beside `index.html`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where the contract is served: a path of this host, or an https origin with a path.
    pub api_base: String,
    /// The portal's name, until `GET /portal` has answered.
    pub name: Localized,
    /// The organisation's name, until `GET /portal` has answered.
    pub organisation: Localized,
    /// The legal warning, until `GET /portal` has answered: the same text there and here, and nothing moves; a general
    /// one when empty.
    #[serde(default)]
    pub legal_notice: Localized,
    /// The hosts that `Mot de passe oublié ?` may lead to.
    pub identity_hosts: Vec<String>,
    /// The hosts that a module which is on another site may lead to; none when absent.
    #[serde(default)]
    pub link_hosts: Vec<String>,
    /// Whom to call when even `GET /portal` does not answer.
    pub support: ConfigSupport,
    /// Colours by token name (`accent`, `accent-dark`), each `#rrggbb`; what is absent keeps the portal's own.
    #[serde(default)]
    pub theme: BTreeMap<String, String>,
}

/// The support contact of last resort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigSupport {
    /// A telephone number as it is dialled in France.
    pub phone: String,
    /// When somebody answers.
    pub hours: Localized,
}
