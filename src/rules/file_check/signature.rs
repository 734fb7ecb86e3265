//! What the first bytes of a file say that it is; knows no media type and no length.

use super::{FileType, HEAD, contains};

/// The beginnings that tell a type (WHATWG MIME Sniffing, where it has them).
const SIGNATURES: [(&[u8], FileType); 15] = [
    (b"%PDF-", FileType::Pdf),
    (b"\x89PNG\r\n\x1a\n", FileType::Png),
    (b"\xff\xd8\xff", FileType::Jpeg),
    (b"GIF87a", FileType::Gif),
    (b"GIF89a", FileType::Gif),
    (b"II*\0", FileType::Tiff),
    (b"MM\0*", FileType::Tiff),
    (b"\xd0\xcf\x11\xe0", FileType::OldOffice),
    (b"{\\rtf", FileType::Rtf),
    (b"BEGIN:VCALENDAR", FileType::Calendar),
    (b"PK\x03\x04", FileType::Archive),
    (b"PK\x05\x06", FileType::Archive),
    (b"\x7fELF", FileType::Program),
    (b"\xcf\xfa\xed\xfe", FileType::Program),
    (b"#!", FileType::Program),
];

/// What a file is, from its first bytes.
#[must_use]
pub fn type_of(head: &[u8]) -> FileType {
    let head = head.get(..HEAD).unwrap_or(head);
    for (signature, file_type) in SIGNATURES {
        if head.starts_with(signature) {
            return file_type;
        }
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return FileType::WebP;
    }
    const HEIC: [&[u8]; 3] = [b"ftypheic", b"ftypheix", b"ftypmif1"];
    if HEIC.iter().any(|brand| head.get(4..12) == Some(*brand)) {
        return FileType::Heic;
    }
    let is_text = !head.is_empty() && head.iter().all(|byte| is_of_text(*byte));
    if head.starts_with(b"MZ") && !is_text {
        return FileType::Program;
    }
    if !is_text {
        return FileType::Unknown;
    }
    let words: Vec<u8> = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start()
        .to_ascii_lowercase();
    markup(&words).unwrap_or(FileType::Text)
}

/// A web page or a drawing, however much stands before its first element.
fn markup(words: &[u8]) -> Option<FileType> {
    let opens = |names: &[&[u8]]| names.iter().any(|name| words.starts_with(name));
    if opens(&[b"<svg", b"<!doctype svg"]) {
        return Some(FileType::Drawing);
    }
    const PAGES: [&[u8]; 8] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<script",
        b"<iframe",
        b"<meta",
        b"<title",
    ];
    if opens(&PAGES) {
        return Some(FileType::WebPage);
    }
    if !opens(&[b"<?xml", b"<!--", b"<!doctype"]) {
        return None;
    }
    if contains(words, b"<svg") {
        return Some(FileType::Drawing);
    }
    let is_page = [&b"<html"[..], b"<script", b"<body"];
    is_page
        .iter()
        .any(|name| contains(words, name))
        .then_some(FileType::WebPage)
}

/// Neither NUL nor another control character that no text has (WHATWG MIME Sniffing, "binary data byte").
fn is_of_text(byte: u8) -> bool {
    !matches!(byte, 0x00..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f)
}
