//! Passwords, hashed and checked with Argon2id, in the same time whether or not there is an account; knows no account.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use nomade::contract::session::Password;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Checks passwords, a few at a time: each check takes 19 MiB and a good part of a processor.
#[derive(Clone, Debug)]
pub struct Checker {
    turns: Arc<Semaphore>,
    nobody: Arc<str>,
}

impl Checker {
    /// A checker for this machine.
    ///
    /// # Errors
    /// When the library can't hash, which its own parameters exclude.
    pub fn new() -> Result<Self, Error> {
        let turns = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Ok(Self {
            turns: Arc::new(Semaphore::new(turns)),
            nobody: hash(&Password::new(super::secret::random_id()))?.into(),
        })
    }

    /// True when `password` is the one of `stored`. Without an account it is checked against nobody's, and fails as slowly.
    pub async fn matches(&self, password: Password, stored: Option<String>) -> bool {
        let Ok(_turn) = self.turns.acquire().await else {
            return false;
        };
        let nobody = self.nobody.clone();
        let check = move || {
            let known = stored.is_some();
            let text = stored.as_deref().unwrap_or(&nobody);
            let right = PasswordHash::new(text).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(password.expose().as_bytes(), &hash)
                    .is_ok()
            });
            known && right
        };
        tokio::task::spawn_blocking(check).await.unwrap_or(false)
    }
}

/// The PHC string of a password, with a salt of its own.
///
/// # Errors
/// When the library can't hash.
pub fn hash(password: &Password) -> Result<String, Error> {
    Argon2::default()
        .hash_password(password.expose().as_bytes())
        .map(|hash| hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_an_account_matches() {
        let checker = Checker::new().unwrap();
        let stored = hash(&Password::new("Nomade-2026!".to_owned())).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let right = || Password::new("Nomade-2026!".to_owned());
        assert!(checker.matches(right(), Some(stored.clone())).await);
        assert!(
            !checker
                .matches(Password::new("nomade-2026!".to_owned()), Some(stored))
                .await
        );
        assert!(!checker.matches(right(), None).await);
        assert!(
            !checker
                .matches(right(), Some("not a hash".to_owned()))
                .await
        );
    }
}
