//! What was attached to the requests of the demonstration, made once in a process.

use crate::content::pictures;
use crate::pdf;
use bytes::Bytes;
use chrono::NaiveDate;
use nomade::contract::documents::{Document, DocumentSummary};
use std::sync::OnceLock;

/// A letter, as PDF.
///
/// # Errors
/// When it can't be drawn.
pub fn letter() -> rusqlite::Result<(&'static str, Bytes)> {
    static DRAWN: OnceLock<Result<Bytes, String>> = OnceLock::new();
    let draw = || {
        let document = Document {
            summary: DocumentSummary {
                id: String::new(),
                title: "Justificatif de l’événement".to_owned(),
                category: String::new(),
                issued_on: NaiveDate::from_ymd_opt(2026, 1, 15).unwrap_or_default(),
                media_type: String::new(),
                size: 0,
                new: false,
            },
            issuer: "Mairie".to_owned(),
            actions: Vec::new(),
        };
        let drawn = pdf::notice(&document);
        drawn.map(Bytes::from).map_err(|error| error.to_string())
    };
    told("application/pdf", DRAWN.get_or_init(draw).clone())
}

/// A page that was photographed, as JPEG.
///
/// # Errors
/// When it can't be drawn.
pub fn photograph() -> rusqlite::Result<(&'static str, Bytes)> {
    told("image/jpeg", pictures::card())
}

fn told(
    media_type: &'static str,
    made: Result<Bytes, String>,
) -> rusqlite::Result<(&'static str, Bytes)> {
    made.map(|bytes| (media_type, bytes))
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
