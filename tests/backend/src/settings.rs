//! What `GET /portal` says, and the rules that follow from it; knows the merge patches of tests and no request but its host.

use crate::seed::organisation::demonstration;
use nomade::contract::portal::{Lockout, ModuleState, Portal};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};

/// The portal as it is now.
#[derive(Debug)]
pub struct Settings {
    current: Mutex<Arc<Current>>,
}

/// The portal's description, as it is served and as it is obeyed.
#[derive(Debug)]
pub struct Current {
    /// What is served; a test may have put values there that [`Portal`] does not know.
    pub document: Value,
    /// What is obeyed.
    pub portal: Portal,
}

impl Settings {
    /// The settings of the demonstration organisation.
    ///
    /// # Errors
    /// When they are not a portal, which a test excludes.
    pub fn new() -> Result<Self, serde_json::Error> {
        Ok(Self {
            current: Mutex::new(Arc::new(Current::of(demonstration())?)),
        })
    }

    /// The portal as it is now.
    #[must_use]
    pub fn current(&self) -> Arc<Current> {
        self.current
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Changes what `patch` names (RFC 7396), if the result is still a portal.
    ///
    /// # Errors
    /// When it is not; nothing changes then.
    pub fn patch(&self, patch: &Value) -> Result<(), serde_json::Error> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let mut document = current.document.clone();
        merge(&mut document, patch);
        *current = Arc::new(Current::of(document)?);
        Ok(())
    }

    /// Takes every patch back.
    pub fn reset(&self) {
        if let Ok(first) = Current::of(demonstration()) {
            *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(first);
        }
    }
}

impl Current {
    fn of(mut document: Value) -> Result<Self, serde_json::Error> {
        if let Value::Object(fields) = &mut document {
            // A merge patch takes `null` for "remove it"; on the wire these two are always there.
            for name in ["intranet_host", "maintenance"] {
                fields.entry(name).or_insert(Value::Null);
            }
            fields.entry("canonical_host").or_insert(json!(""));
        }
        let portal = serde_json::from_value(document.clone())?;
        Ok(Self { document, portal })
    }

    /// What is served: with `host` as the canonical one unless the settings name another.
    #[must_use]
    pub fn served(&self, host: &str) -> Value {
        let mut document = self.document.clone();
        if self.portal.canonical_host.is_empty() {
            document["canonical_host"] = json!(host);
        }
        document
    }

    /// True when the organisation offers that module here.
    #[must_use]
    pub fn has_module(&self, name: &str) -> bool {
        self.portal
            .modules
            .get(name)
            .is_some_and(|module| module.state == ModuleState::On)
    }

    /// When wrong passwords lock.
    #[must_use]
    pub fn lockout(&self) -> Lockout {
        self.portal.lockout
    }
}

/// RFC 7396.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let Value::Object(fields) = target else {
        return;
    };
    for (name, value) in patch {
        if value.is_null() {
            fields.remove(name);
        } else {
            merge(fields.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demonstration_is_a_portal_for_every_role() {
        let current = Settings::new().unwrap().current();
        for role in &crate::seed::accounts::ROLES {
            let account = role.account(
                String::new(),
                String::new(),
                chrono::NaiveDate::default(),
                chrono::DateTime::default(),
            );
            let known = |contact: &nomade::contract::portal::SupportContact| {
                contact.population == account.agent.population
            };
            assert!(
                current.portal.support_contacts.iter().any(known),
                "{}",
                role.username
            );
        }
    }

    #[test]
    fn a_patch_changes_what_it_names_and_is_taken_back() {
        let settings = Settings::new().unwrap();
        settings.patch(&json!({ "session": { "idle_s": 5 }, "modules": { "payslips": { "state": "off" } }, "help_links": null })).unwrap_err();
        settings.patch(&json!({ "session": { "idle_s": 5 }, "modules": { "payslips": { "state": "off" } }, "maintenance": null })).unwrap();
        let current = settings.current();
        assert_eq!(
            (
                current.portal.session.idle_s,
                current.portal.session.absolute_s
            ),
            (5, 28_800)
        );
        assert!(!current.has_module("payslips"));
        assert_eq!(current.document["maintenance"], Value::Null);
        settings.reset();
        assert!(settings.current().has_module("payslips"));
    }

    #[test]
    fn a_value_of_a_newer_contract_is_served_as_it_was_given() {
        let settings = Settings::new().unwrap();
        settings
            .patch(&json!({ "modules": { "mail": { "state": "preview" } }, "new_field": 1 }))
            .unwrap();
        let served = settings.current().served("localhost:8080");
        assert_eq!(served["modules"]["mail"]["state"], "preview");
        assert_eq!(served["new_field"], 1);
        assert_eq!(served["canonical_host"], "localhost:8080");
    }

    #[test]
    fn merging_follows_the_standard() {
        for (target, patch, expected) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (
                json!({"a": "b", "b": "c"}),
                json!({"a": null}),
                json!({"b": "c"}),
            ),
            (
                json!({"a": [1]}),
                json!({"a": {"b": null}}),
                json!({"a": {}}),
            ),
            (
                json!({"a": {"b": "c"}}),
                json!({"a": {"b": "d", "c": null}}),
                json!({"a": {"b": "d"}}),
            ),
            (json!([1]), json!({"a": 1}), json!({"a": 1})),
            (json!({"a": 1}), json!(["c"]), json!(["c"])),
        ] {
            let mut merged = target;
            merge(&mut merged, &patch);
            assert_eq!(merged, expected);
        }
    }
}
