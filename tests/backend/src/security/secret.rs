//! Random values and their digests; knows nothing of what they open.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// What a session cookie holds: 256 random bits, of which the server keeps only the digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(random_bytes::<32>()))
    }

    /// One that came back in a cookie.
    #[must_use]
    pub fn received(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// For the cookie alone.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

/// An opaque identifier of 128 random bits, in the contract's alphabet for ids.
#[must_use]
pub fn random_id() -> String {
    URL_SAFE_NO_PAD.encode(random_bytes::<16>())
}

/// A trace id: 128 random bits in hexadecimal, easy to read out.
#[must_use]
pub fn random_trace_id() -> String {
    random_bytes::<16>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// `N` bytes of the system's randomness.
#[expect(
    clippy::expect_used,
    reason = "without randomness there is no secret: the request must end here, as an internal error"
)]
#[must_use]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// HMAC-SHA-256 of `parts`, each preceded by its length so that they can't be shifted into one another.
#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn keyed(key: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac
}

/// The keyed digest of `parts`.
#[must_use]
pub fn keyed_digest(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    keyed(key, parts).finalize().into_bytes().into()
}

/// A text that only the holder of `key` can make: a random half and its keyed digest, bound to `purpose`.
#[must_use]
pub fn sign_random(key: &[u8], purpose: &str) -> String {
    let nonce = random_bytes::<16>();
    let mut bytes = nonce.to_vec();
    bytes.extend(keyed_digest(key, &[purpose.as_bytes(), &nonce]));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// True when [`sign_random`] made `text` with that key and purpose; takes the same time wherever it differs.
#[must_use]
pub fn is_signed(key: &[u8], purpose: &str, text: &str) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(text) else {
        return false;
    };
    let Some((nonce, digest)) = bytes.split_first_chunk::<16>() else {
        return false;
    };
    keyed(key, &[purpose.as_bytes(), nonce])
        .verify_slice(digest)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_text_is_known_by_its_key_and_purpose_only() {
        let text = sign_random(b"key", "csrf");
        assert!(is_signed(b"key", "csrf", &text));
        assert!(!is_signed(b"other", "csrf", &text));
        assert!(!is_signed(b"key", "probe", &text));
        assert!(!is_signed(b"key", "csrf", &text[1..]));
        for nonsense in ["", "A", "AAAA", "é", "\0", "====", &"A".repeat(10_000)] {
            assert!(!is_signed(b"key", "csrf", nonsense), "{nonsense:.20}");
        }
    }

    #[test]
    fn a_secret_is_not_printed() {
        let secret = Secret::random();
        assert!(!format!("{secret:?}").contains(secret.expose()));
        assert_eq!(secret.expose().len(), 43);
    }

    #[test]
    fn ids_fit_the_contract() {
        let id = random_id();
        assert!(
            id.len() <= 64
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        );
    }
}
