//! Two pictures, drawn and encoded once in a process; knows no person: what looks like writing is none.

use bytes::Bytes;
use jpeg_encoder::{ColorType, Encoder};
use std::sync::OnceLock;

const CARD: (u16, u16) = (760, 480);
const SCAN: (u16, u16) = (640, 905);

/// The photograph of a card, as JPEG.
///
/// # Errors
/// When it can't be encoded.
pub fn card() -> Result<Bytes, String> {
    static MADE: OnceLock<Result<Bytes, String>> = OnceLock::new();
    let encode = || {
        let mut jpeg = Vec::new();
        let pixels = drawn(CARD, |x, y, noise| {
            let light = 150 + u8::try_from(x * 70 / u32::from(CARD.0)).unwrap_or_default();
            match (x, y) {
                (40..=220, 90..=330) => [light / 2, light / 2 + 20, light - 60],
                (260..=700, _) if is_writing(x, y, 48) => [30, 40, 70],
                (_, 0..=60) => [20, 60, 130],
                _ => [light, light, light.saturating_add(noise % 24)],
            }
        });
        Encoder::new(&mut jpeg, 92)
            .encode(&pixels, CARD.0, CARD.1, ColorType::Rgb)
            .map_err(|error| error.to_string())?;
        Ok(jpeg.into())
    };
    MADE.get_or_init(encode).clone()
}

/// A page that was scanned, as PNG: paper has noise, which does not compress.
///
/// # Errors
/// When it can't be encoded.
pub fn scan() -> Result<Bytes, String> {
    static MADE: OnceLock<Result<Bytes, String>> = OnceLock::new();
    let encode = || {
        let mut file = Vec::new();
        let pixels = drawn(SCAN, |x, y, noise| {
            let paper = 238 + noise % 16;
            match (x, y) {
                (60..=580, 90..=840) if is_writing(x, y, 26) => [40 + noise % 30; 3],
                (150..=490, 40..=60) => [30 + noise % 16, 60, 120],
                _ => [paper, paper, paper - noise % 8],
            }
        });
        let mut encoder = png::Encoder::new(&mut file, SCAN.0.into(), SCAN.1.into());
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header().map_err(|error| error.to_string())?;
        writer
            .write_image_data(&pixels)
            .and_then(|()| writer.finish())
            .map_err(|error| error.to_string())?;
        Ok(file.into())
    };
    MADE.get_or_init(encode).clone()
}

/// Red, green and blue of each point, row by row; `point` is told where it is, and some noise that is the same each time.
fn drawn((width, height): (u16, u16), point: impl Fn(u32, u32, u8) -> [u8; 3]) -> Vec<u8> {
    let (width, height) = (u32::from(width), u32::from(height));
    let mut pixels = Vec::with_capacity(3 * (width * height) as usize);
    for y in 0..height {
        for x in 0..width {
            let [noise, ..] = super::mixed(u64::from(y * width + x)).to_le_bytes();
            pixels.extend_from_slice(&point(x, y, noise));
        }
    }
    pixels
}

/// True where lines of words would stand, one every `line` points.
fn is_writing(x: u32, y: u32, line: u32) -> bool {
    let word = (x + 37 * (y / line)) % 61;
    (y % line) * 3 < line && word > 7 && !x.is_multiple_of(5)
}
