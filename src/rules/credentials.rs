//! What was typed into the form, made into credentials or refused; knows no field and no sentence.

use crate::contract::session::{Credentials, Password};

/// The longest username that the contract takes, in characters.
pub const USERNAME_LENGTH: usize = 254;
/// The longest password that the contract takes, in characters.
pub const PASSWORD_LENGTH: usize = 1024;

/// A password that nobody has typed at for so long is wiped from the form: somebody left it behind.
pub const PASSWORD_IDLE_MS: i64 = 5 * 60 * 1000;

/// A username as the portal writes it; comes only from [`normalised_username`].
#[derive(Clone, PartialEq, Eq)]
pub struct Username {
    text: String,
    changes: Vec<UsernameChange>,
}

/// How a username differs from what was typed, to be said to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UsernameChange {
    /// Spaces and invisible characters are gone.
    Spaces,
    /// The `@` of an address is gone, and what came after it.
    Domain,
    /// Accents are gone, and what a phone's keyboard made of hyphens and apostrophes.
    Accents,
    /// Capitals became small letters.
    Capitals,
}

impl Username {
    /// The username.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What was changed, in the order of the variants; empty when it was typed so.
    #[must_use]
    pub fn changes(&self) -> &[UsernameChange] {
        &self.changes
    }
}

impl std::fmt::Debug for Username {
    // People type their password into the wrong field.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Username(redacted)")
    }
}

/// The username that somebody means: without spaces, without the domain of an address, without accents, in small letters.
///
/// Idempotent. `decompose` is the compatibility decomposition (Unicode Standard Annex 15, form NFKD), which every
/// platform has: its tables would weigh more than the login.
#[must_use]
pub fn normalised_username(typed: &str, decompose: impl Fn(&str) -> String) -> Username {
    let (mut spaces, mut domain, mut accents, mut capitals) = (false, false, false, false);
    let mut text = String::with_capacity(typed.len());
    for letter in decompose(typed).chars() {
        if letter == '@' {
            domain = true;
            break;
        }
        if is_blank(letter) {
            spaces = true;
            continue;
        }
        for small in letter.to_lowercase() {
            capitals |= small != letter;
            if is_mark(small) {
                accents = true;
            } else if let Some(plain) = plain(small) {
                accents = true;
                text.push_str(plain);
            } else {
                text.push(small);
            }
        }
    }
    let found = [
        (spaces, UsernameChange::Spaces),
        (domain, UsernameChange::Domain),
        (accents, UsernameChange::Accents),
        (capitals, UsernameChange::Capitals),
    ];
    let found = found.into_iter().filter(|(is_there, _)| *is_there);
    Username {
        text,
        changes: found.map(|(_, change)| change).collect(),
    }
}

/// White space, control characters, and what can't be seen: zero widths, directions, soft hyphens, variation selectors.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The combining marks of the Latin script.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// What has no decomposition and is yet typed for plainer letters.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2018}' | '\u{2019}' => "'",
        _ => return None,
    })
}

/// Why the form can't be sent yet; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidCredentials {
    /// No username was typed.
    UsernameMissing,
    /// Longer than any username.
    UsernameTooLong,
    /// No password was typed.
    PasswordMissing,
    /// Longer than any password.
    PasswordTooLong,
}

/// Credentials that are worth sending, the password as typed.
///
/// # Errors
///
/// Every reason why they are not, in the order of the fields.
pub fn validate(
    username: &Username,
    password: String,
    shared_device: bool,
) -> Result<Credentials, Vec<InvalidCredentials>> {
    let password = Password::new(password);
    let mut reasons = Vec::new();
    if username.text.is_empty() {
        reasons.push(InvalidCredentials::UsernameMissing);
    } else if username.text.chars().count() > USERNAME_LENGTH {
        reasons.push(InvalidCredentials::UsernameTooLong);
    }
    if password.is_empty() {
        reasons.push(InvalidCredentials::PasswordMissing);
    } else if password.expose().chars().count() > PASSWORD_LENGTH {
        reasons.push(InvalidCredentials::PasswordTooLong);
    }
    if reasons.is_empty() {
        Ok(Credentials {
            username: username.text.clone(),
            password,
            shared_device,
        })
    } else {
        Err(reasons)
    }
}

#[cfg(test)]
mod tests;
