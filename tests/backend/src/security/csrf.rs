//! The tokens that unsafe calls of a session carry; knows no session but by its secret.

use crate::security::secret::{Secret, is_signed, sign_random};
use axum::http::HeaderMap;
use nomade::contract::session::CSRF_HEADER;

const PURPOSE: &str = "csrf";

/// A further token of the session; those given before stay valid, because other tabs hold them.
///
/// Nothing is stored: a token is signed with the secret that only the cookie of that session carries, and ends with it.
#[must_use]
pub fn token(secret: &Secret) -> String {
    sign_random(secret.expose().as_bytes(), PURPOSE)
}

/// True when the request carries one token, and it is of this session.
#[must_use]
pub fn is_carried(headers: &HeaderMap, secret: &Secret) -> bool {
    let mut values = headers.get_all(CSRF_HEADER).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value
            .to_str()
            .is_ok_and(|text| is_signed(secret.expose().as_bytes(), PURPOSE, text)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn carrying(token: &str) -> HeaderMap {
        let value = HeaderValue::from_str(token).unwrap_or(HeaderValue::from_static(""));
        HeaderMap::from_iter([(axum::http::HeaderName::from_static("x-csrf-token"), value)])
    }

    #[test]
    fn every_token_of_a_session_stays_valid() {
        let secret = Secret::random();
        let (first, second) = (token(&secret), token(&secret));
        assert_ne!(first, second);
        assert!(is_carried(&carrying(&first), &secret));
        assert!(is_carried(&carrying(&second), &secret));
    }

    #[test]
    fn a_token_of_another_session_is_not_taken() {
        assert!(!is_carried(
            &carrying(&token(&Secret::random())),
            &Secret::random()
        ));
        assert!(!is_carried(&HeaderMap::new(), &Secret::random()));
    }
}
