//! What the organisation's mail takes, and which addresses are its own; knows no message.

use nomade::contract::mail::MailSettings;

/// The domains of the organisation.
pub const DOMAINS: [&str; 1] = ["ville.example"];
/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 25_000_000;
/// The most that the files of one message weigh, in bytes.
pub const LARGEST_MESSAGE: u64 = 30_000_000;
/// To how many addresses one message goes.
pub const MOST_RECIPIENTS: usize = 100;
/// The longest address (RFC 5321, 4.5.3.1), in characters.
pub const LONGEST_ADDRESS: usize = 254;

/// The same as the contract tells it.
#[must_use]
pub fn settings() -> MailSettings {
    MailSettings {
        domains: DOMAINS.map(str::to_owned).to_vec(),
        max_attachment_bytes: LARGEST_FILE as u64,
        max_message_bytes: LARGEST_MESSAGE,
        max_recipients: u32::try_from(MOST_RECIPIENTS).unwrap_or(u32::MAX),
    }
}

/// True for an address of another domain than the organisation's, and for what is none.
#[must_use]
pub fn is_outside(address: &str) -> bool {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    !DOMAINS
        .iter()
        .any(|own| own.eq_ignore_ascii_case(domain.trim()))
}

/// True for an address that a message can be sent to: a name that needs no quotes, and a host with a domain (RFC 5321, 4.1.2).
#[must_use]
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= LONGEST_ADDRESS
        && local.len() <= 64
        && local.split('.').all(is_atom)
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_sent_to_is_an_address() {
        for (text, expected) in [
            ("agent.demo@ville.example", true),
            ("o'brien+tri@sous.domaine.example", true),
            ("agent.demo", false),
            ("@ville.example", false),
            ("agent@", false),
            ("agent@ville", false),
            ("agent..demo@ville.example", false),
            (".agent@ville.example", false),
            ("agent@ville..example", false),
            ("agent@-ville.example", false),
            ("agent@ville.example.", false),
            ("a@b@ville.example", false),
            ("agent demo@ville.example", false),
            ("agent@ville.example\r\nBcc: x@evil.example", false),
            ("<agent@ville.example>", false),
            ("agént@ville.example", false),
            ("", false),
            (&format!("{}@ville.example", "a".repeat(64)), true),
            (&format!("{}@ville.example", "a".repeat(65)), false),
        ] {
            assert_eq!(is_address(text), expected, "{text}");
        }
    }

    #[test]
    fn outside_is_what_is_of_no_domain_of_the_organisation() {
        for (address, expected) in [
            ("agent.demo@ville.example", false),
            ("AGENT.DEMO@Ville.Example", false),
            ("agent@sous.ville.example", true),
            ("agent@ville.example.evil.example", true),
            ("agent@ville.example@evil.example", true),
            ("ville.example", true),
            ("", true),
        ] {
            assert_eq!(is_outside(address), expected, "{address}");
        }
    }
}
