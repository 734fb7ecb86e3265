//! What is attached to the letters of the demonstration; knows no letter.

use crate::content::pictures;
use crate::mail::letter::{LetterContent, LetterFile};

/// A PDF of that length, made when it is asked for.
pub fn pdf(name: &str, length: u64) -> LetterFile {
    file(name, "application/pdf", LetterContent::PdfOf(length))
}

/// A plain text.
pub fn text(name: &str, words: &str) -> LetterFile {
    let bytes = words.as_bytes().to_vec();
    file(name, "text/plain", LetterContent::Bytes(bytes))
}

/// A table, as spreadsheets exchange them.
pub fn table(name: &str, rows: &str) -> LetterFile {
    let bytes = rows.as_bytes().to_vec();
    file(name, "text/csv", LetterContent::Bytes(bytes))
}

/// A photograph; none when it can't be drawn.
pub fn photograph(name: &str) -> Option<LetterFile> {
    let bytes = pictures::card().ok()?;
    let content = LetterContent::Bytes(bytes.to_vec());
    Some(file(name, "image/jpeg", content))
}

/// A file that says that it is of another kind than it is.
pub fn file(name: &str, media_type: &str, content: LetterContent) -> LetterFile {
    LetterFile {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        content,
    }
}
