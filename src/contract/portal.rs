//! What the portal is and which rules it follows; the same for everybody, known before sign-in.

use super::instant::Instant;
use super::localized::Localized;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The answer of `GET /portal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portal {
    /// `major.minor` of the contract that the backend speaks.
    pub contract_version: String,
    /// The organisation's name.
    pub organisation: Localized,
    /// The portal's name.
    pub name: Localized,
    /// The one host, with its port if it has one, that agents should see in the address bar.
    pub canonical_host: String,
    /// The host of the internal intranet, which does not answer from outside; `null` when there is none.
    pub intranet_host: Option<String>,
    /// The legal warning shown before the form.
    pub legal_notice: Localized,
    /// The charter of use in force.
    pub charter: TextVersion,
    /// The terms of use in force.
    pub terms: TextVersion,
    /// Where passwords are renewed; shown only when config.json allows its host.
    pub identity_service: IdentityService,
    /// Further help, outside the portal.
    pub help_links: Vec<HelpLink>,
    /// Whom to call, by population.
    pub support_contacts: Vec<SupportContact>,
    /// From which major version a browser is fine, and below which it is too old.
    pub browser_minimums: BTreeMap<String, BrowserMinimum>,
    /// From which version an operating system still gets updates.
    pub system_minimums: BTreeMap<String, u32>,
    /// What a new password must satisfy.
    pub password_rules: PasswordRules,
    /// How long sessions last.
    pub session: SessionTimes,
    /// When wrong passwords lock.
    pub lockout: Lockout,
    /// What the organisation offers, by module name (`payslips`, `leave`, `mail`, `documents`, `activity`).
    pub modules: BTreeMap<String, Module>,
    /// An announced interruption, `null` when there is none.
    pub maintenance: Option<Maintenance>,
}

/// A text that agents accept, by version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextVersion {
    /// Changes whenever agents must accept again.
    pub version: String,
    /// When this version came into force.
    pub published_on: NaiveDate,
}

/// Where passwords are renewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityService {
    /// Its name.
    pub name: Localized,
    /// An https address.
    pub password_url: String,
}

/// A link that helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLink {
    /// What it leads to.
    pub label: Localized,
    /// An https address.
    pub url: String,
}

/// Whom a group of agents calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportContact {
    /// The stable name of the group, as in `Agent::population`.
    pub population: String,
    /// The group, in words.
    pub label: Localized,
    /// A telephone number as it is dialled in France, `null` without one.
    pub phone: Option<String>,
    /// An address, `null` without one.
    pub email: Option<String>,
    /// When somebody answers.
    pub hours: Localized,
}

/// Which versions of a browser do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrowserMinimum {
    /// From this major version on, all is well.
    pub recommended: u32,
    /// Below this major version, it may fail.
    pub required: u32,
}

/// What a new password must satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordRules {
    /// In characters.
    pub min_length: u32,
    /// An upper-case letter.
    pub upper_case: bool,
    /// A lower-case letter.
    pub lower_case: bool,
    /// A digit.
    pub digit: bool,
    /// A character that is neither letter nor digit.
    pub special: bool,
    /// How many former passwords are refused.
    pub history: u32,
    /// After how many days it expires.
    pub max_age_days: u32,
}

/// How long sessions last, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTimes {
    /// Without a sign of the agent.
    pub idle_s: u32,
    /// The same on a shared device.
    pub shared_device_idle_s: u32,
    /// Whatever happens.
    pub absolute_s: u32,
    /// The warning before the end.
    pub warn_before_s: u32,
}

/// When wrong passwords lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lockout {
    /// After how many wrong passwords.
    pub attempts: u32,
    /// For how many seconds.
    pub duration_s: u32,
}

/// Whether and how a module is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// On, off or elsewhere.
    pub state: ModuleState,
    /// Where it is, when `state` is `link`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Whether a module is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModuleState {
    /// In this portal.
    On,
    /// Not offered.
    Off,
    /// At another address.
    Link,
    /// A state that a newer contract added; treated as off.
    #[serde(other)]
    Unknown,
}

/// An announced interruption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maintenance {
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
    /// What it is about.
    pub message: Localized,
}
