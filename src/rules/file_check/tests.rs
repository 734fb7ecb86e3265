//! The cases of `file_check`: sizes that contradict each other, types that lie, files that end too early.

use super::{
    FileType, InvalidFile, at_end, bare, ending_said, expected, found, going_on, largest, type_of,
    type_said,
};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const MOST: u64 = 200_000_000;
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const EXE: &[u8] = b"MZ\x90\0\x03\0\0\0";

#[test]
fn a_file_is_what_its_first_bytes_say() {
    for (head, file_type) in [
        (&b"%PDF-1.7\n"[..], FileType::Pdf),
        (PNG, FileType::Png),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", FileType::Jpeg),
        (b"GIF89a\x01\0", FileType::Gif),
        (b"RIFF\x24\0\0\0WEBPVP8 ", FileType::WebP),
        (b"RIFF\x24\0\0\0WAVEfmt ", FileType::Unknown),
        (b"PK\x03\x04\x14\0", FileType::Archive),
        (b"II*\0\x08\0\0\0", FileType::Tiff),
        (b"MM\0*\0\0\0\x08", FileType::Tiff),
        (b"\0\0\0\x18ftypheic\0\0", FileType::Heic),
        (b"\0\0\0\x18ftypmif1\0\0", FileType::Heic),
        (b"\0\0\0\x18ftypisom\0\0", FileType::Unknown),
        (OLE, FileType::OldOffice),
        (b"{\\rtf1\\ansi", FileType::Rtf),
        (EXE, FileType::Program),
        (b"\x7fELF\x02\x01", FileType::Program),
        (b"#!/bin/sh\nrm -rf /", FileType::Program),
        (b"MZ est un prefixe de code", FileType::Text),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", FileType::Calendar),
        (b"BEGIN:VCARD\r\n", FileType::Text),
        ("Bonjour à tous,\r\n".as_bytes(), FileType::Text),
        (b"caf\xe9 en ancien codage", FileType::Text),
        (b"du texte\0et un zero", FileType::Unknown),
        (b"<!DOCTYPE html><title>", FileType::WebPage),
        (b"\xef\xbb\xbf \n<HTML>", FileType::WebPage),
        (b"<script>alert(1)</script>", FileType::WebPage),
        (b"<!-- x --><html>", FileType::WebPage),
        (b"<?xml version=\"1.0\"?><svg onload=x>", FileType::Drawing),
        (b"<svg xmlns=\"\">", FileType::Drawing),
        (b"<?xml version=\"1.0\"?><bulletin/>", FileType::Text),
        (b"3 < 4 et <html> est un mot", FileType::Text),
        (b"", FileType::Unknown),
        (b"%PD", FileType::Text),
    ] {
        assert_eq!(type_of(head), file_type, "{head:?}");
    }
}

#[test]
fn a_file_that_is_what_it_was_said_to_be_has_its_media_type_and_ending() {
    const ODT: &str = "application/vnd.oasis.opendocument.text";
    for (said, head, media_type, ending) in [
        (
            &["application/pdf"][..],
            &b"%PDF-1.4"[..],
            "application/pdf",
            "pdf",
        ),
        (
            &["Application/PDF; x=y"],
            b"%PDF-1.4",
            "application/pdf",
            "pdf",
        ),
        (&["image/jpeg"], b"\xff\xd8\xff\xdb", "image/jpeg", "jpg"),
        (&[ODT], b"PK\x03\x04", ODT, "odt"),
        (
            &["application/octet-stream"],
            b"PK\x03\x04",
            "application/zip",
            "zip",
        ),
        (&["text/csv"], b"a;b\n", "text/csv", "csv"),
        (&["text/plain"], b"a;b\n", "text/plain", "txt"),
        (
            &["text/calendar", "text/calendar; charset=utf-8"],
            b"BEGIN:VCALENDAR\r\n",
            "text/calendar",
            "ics",
        ),
        (&["text/plain"], b"BEGIN:VCALENDAR\r\n", "text/plain", "txt"),
        // Under this name markup is only read.
        (&["text/plain"], b"<html><p>", "text/plain", "txt"),
        (
            &["text/plain", "text/plain; charset=utf-8"],
            b"<svg>",
            "text/plain",
            "txt",
        ),
        (&["text/plain"], b"{\\rtf1", "text/plain", "txt"),
        (&["application/msword"], OLE, "application/msword", "doc"),
        (
            &["application/vnd.ms-excel"],
            OLE,
            "application/vnd.ms-excel",
            "xls",
        ),
        (
            &["application/vnd.ms-powerpoint"],
            OLE,
            "application/vnd.ms-powerpoint",
            "ppt",
        ),
        (
            &["application/x-new"],
            OLE,
            "application/octet-stream",
            "bin",
        ),
        (&["text/rtf"], b"{\\rtf1", "text/rtf", "rtf"),
        (&["application/rtf"], b"{\\rtf1", "application/rtf", "rtf"),
        (&["image/tiff"], b"II*\0\x08", "image/tiff", "tif"),
        (&["image/heic"], b"\0\0\0\x18ftypheix", "image/heic", "heic"),
        (
            &["application/octet-stream"],
            b"%PDF-1.4",
            "application/pdf",
            "pdf",
        ),
        (
            &["application/x-new"],
            b"\x01\x02",
            "application/octet-stream",
            "bin",
        ),
        (
            &["application/x-msdownload"],
            EXE,
            "application/x-msdownload",
            "bin",
        ),
        (
            &[ODT, "application/octet-stream"],
            b"PK\x03\x04",
            ODT,
            "odt",
        ),
    ] {
        let found = found(said, head);
        assert_eq!(
            found.map(|found| (found.media_type, found.ending)),
            Ok((media_type, ending)),
            "{said:?}"
        );
    }
}

#[test]
fn a_file_whose_type_lies_is_refused_whoever_told_it() {
    for (said, head, was_said, is) in [
        (
            &["application/pdf"][..],
            EXE,
            FileType::Pdf,
            FileType::Program,
        ),
        (
            &["application/pdf"],
            b"<html>",
            FileType::Pdf,
            FileType::WebPage,
        ),
        (&["image/png"], b"<svg>", FileType::Png, FileType::Drawing),
        (&["image/png"], b"%PDF-1.4", FileType::Png, FileType::Pdf),
        (&["text/plain"], b"a\0b", FileType::Text, FileType::Unknown),
        (&["application/pdf"], b"", FileType::Pdf, FileType::Unknown),
        (
            &["application/octet-stream"],
            EXE,
            FileType::Unknown,
            FileType::Program,
        ),
        (
            &["", "x/y"],
            b"<script>",
            FileType::Unknown,
            FileType::WebPage,
        ),
        (
            &["application/pdf", "text/plain"],
            b"<html>",
            FileType::Pdf,
            FileType::Text,
        ),
        (&["text/csv"], b"<html>", FileType::Text, FileType::WebPage),
        (
            &["application/msword"],
            b"PK\x03\x04",
            FileType::OldOffice,
            FileType::Archive,
        ),
        // The list and the answer must both be right.
        (
            &["application/pdf", "text/plain"],
            b"%PDF-1.4",
            FileType::Text,
            FileType::Pdf,
        ),
        (
            &["text/plain", "application/pdf"],
            b"%PDF-1.4",
            FileType::Text,
            FileType::Pdf,
        ),
    ] {
        let lies = InvalidFile::TypeLies {
            said: was_said,
            found: is,
        };
        assert_eq!(found(said, head), Err(lies), "{said:?} {head:?}");
    }
}

#[test]
fn sizes_that_contradict_each_other_or_are_absurd_are_told_before_anything_comes() {
    for (said, answered, expected_size) in [
        (None, None, Ok(None)),
        (Some(12), None, Ok(Some(12))),
        (None, Some(12), Ok(Some(12))),
        (Some(12), Some(12), Ok(Some(12))),
        (Some(MOST), None, Ok(Some(MOST))),
        (
            Some(12),
            Some(6),
            Err(InvalidFile::Truncated {
                received: 6,
                expected: Some(12),
            }),
        ),
        (Some(6), Some(12), Err(InvalidFile::TooLong { expected: 6 })),
        (Some(0), None, Err(InvalidFile::Empty)),
        (None, Some(0), Err(InvalidFile::Empty)),
        (
            Some(9_007_199_254_740_991),
            Some(12),
            Err(InvalidFile::TooLarge {
                size: 9_007_199_254_740_991,
                most: MOST,
            }),
        ),
        (
            None,
            Some(MOST + 1),
            Err(InvalidFile::TooLarge {
                size: MOST + 1,
                most: MOST,
            }),
        ),
    ] {
        assert_eq!(
            expected(said, answered, MOST),
            expected_size,
            "{said:?} {answered:?}"
        );
    }
}

#[test]
fn more_than_was_announced_is_never_taken_in() {
    assert_eq!(going_on(12, Some(12), MOST), Ok(()));
    assert_eq!(
        going_on(13, Some(12), MOST),
        Err(InvalidFile::TooLong { expected: 12 })
    );
    assert_eq!(going_on(MOST, None, MOST), Ok(()));
    assert_eq!(
        going_on(MOST + 1, None, MOST),
        Err(InvalidFile::TooLarge {
            size: MOST + 1,
            most: MOST
        })
    );
    // What is touched has less memory.
    assert!(largest(true) < largest(false) && largest(false) == MOST);
}

#[test]
fn a_half_is_never_taken_for_the_whole() {
    let truncated = |received, expected| Err(InvalidFile::Truncated { received, expected });
    assert_eq!(at_end(12, Some(12), FileType::Pdf, b"...%%EOF\n"), Ok(()));
    assert_eq!(at_end(12, None, FileType::Pdf, b"...%%EOF"), Ok(()));
    assert_eq!(
        at_end(6, Some(12), FileType::Pdf, b"%%EOF"),
        truncated(6, Some(12))
    );
    assert_eq!(
        at_end(6, None, FileType::Pdf, b"%PDF-1.7 obj"),
        truncated(6, None)
    );
    // As long as announced, and still without its end.
    assert_eq!(
        at_end(6, Some(6), FileType::Pdf, b"%PDF-1.7 obj"),
        truncated(6, None)
    );
    assert_eq!(at_end(6, None, FileType::Png, b"IDAT"), truncated(6, None));
    assert_eq!(at_end(6, None, FileType::Text, b"words"), Ok(()));
    let whole = b"END:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(at_end(27, None, FileType::Calendar, whole), Ok(()));
    assert_eq!(
        at_end(6, None, FileType::Calendar, b"END:VEVENT"),
        truncated(6, None)
    );
    assert_eq!(
        at_end(0, None, FileType::Unknown, b""),
        Err(InvalidFile::Empty)
    );
}

#[test]
fn a_media_type_is_known_whatever_its_case_and_parameters() {
    assert_eq!(bare(" Text/Plain ; charset=utf-8"), "text/plain");
    assert_eq!(type_said("IMAGE/PNG"), FileType::Png);
    assert_eq!(type_said("image/x-new"), FileType::Unknown);
    assert_eq!(ending_said("application/pdf"), Some("pdf"));
    assert_eq!(ending_said(""), None);
}
