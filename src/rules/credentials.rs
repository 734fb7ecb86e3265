//! What was typed into the form, made into credentials or refused; knows no field and no sentence.

use crate::contract::session::{Credentials, Password};

/// Why the form can't be sent yet; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidCredentials {
    /// No username was typed.
    UsernameMissing,
    /// No password was typed.
    PasswordMissing,
}

/// Credentials that are worth sending; the username is trimmed and in lower case, the password as typed.
///
/// # Errors
///
/// Every reason why they are not, in the order of the fields.
pub fn validate(
    username: &str,
    password: String,
    shared_device: bool,
) -> Result<Credentials, Vec<InvalidCredentials>> {
    let username = username.trim().to_lowercase();
    let password = Password::new(password);
    let mut reasons = Vec::new();
    if username.is_empty() {
        reasons.push(InvalidCredentials::UsernameMissing);
    }
    if password.is_empty() {
        reasons.push(InvalidCredentials::PasswordMissing);
    }
    if reasons.is_empty() {
        Ok(Credentials {
            username,
            password,
            shared_device,
        })
    } else {
        Err(reasons)
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidCredentials, validate};

    #[test]
    fn the_username_is_trimmed_and_the_password_never_touched() {
        let credentials = validate("  Agent.Demo ", " p w ".to_owned(), false);
        let credentials = credentials.ok();
        assert_eq!(
            credentials.as_ref().map(|c| c.username.as_str()),
            Some("agent.demo")
        );
        assert_eq!(
            credentials.as_ref().map(|c| c.password.expose()),
            Some(" p w ")
        );
    }

    #[test]
    fn what_is_missing_is_named_in_the_order_of_the_fields() {
        assert_eq!(
            validate(" ", String::new(), false).err(),
            Some(vec![
                InvalidCredentials::UsernameMissing,
                InvalidCredentials::PasswordMissing
            ])
        );
        assert_eq!(
            validate("a", String::new(), false).err(),
            Some(vec![InvalidCredentials::PasswordMissing])
        );
    }

    #[test]
    fn neither_credentials_nor_password_can_be_printed() {
        let credentials = validate("agent.demo", "secret".to_owned(), false);
        let printed = format!("{credentials:?}");
        assert!(
            !printed.contains("secret") && !printed.contains("agent.demo"),
            "{printed}"
        );
    }
}
