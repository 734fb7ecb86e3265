//! Chance, for names that must not come twice; knows no name.

/// 128 bits that nobody foresees; where the browser has no such source, bits that are unlikely to come twice.
#[must_use]
pub fn bits() -> [u8; 16] {
    let mut bits = [0; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bits).ok());
    if filled.is_none() {
        for byte in &mut bits {
            // Below 256.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is from 0 to 255"
            )]
            let some = (js_sys::Math::random() * 256.0) as u8;
            *byte = some;
        }
    }
    bits
}
