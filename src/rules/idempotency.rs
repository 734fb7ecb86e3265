//! The name of a wish, under which it counts once however often it is sent; knows no wish.

/// An idempotency key of 128 random bits, in the letters of base64url (RFC 4648, section 5).
#[must_use]
pub fn idempotency_key(random: [u8; 16]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits = u128::from_be_bytes(random);
    (0..22_u32)
        .map(|place| {
            // The last letter has two bits of its own.
            let six = if place < 21 {
                bits >> (122 - 6 * place)
            } else {
                bits << 4
            };
            char::from(LETTERS[(six & 63) as usize])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::idempotency_key;

    #[test]
    fn a_key_is_base64url_of_all_its_bits() {
        for (random, key) in [
            ([0; 16], "AAAAAAAAAAAAAAAAAAAAAA"),
            ([0xff; 16], "_____________________w"),
            (
                [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                "AAECAwQFBgcICQoLDA0ODw",
            ),
        ] {
            assert_eq!(idempotency_key(random), key);
        }
    }
}
