//! How the file of a document is made from what the database has of it; knows no request.

use super::{Content, archive, pictures, update};
use crate::certificates;
use crate::pdf::{self, words};
use crate::store::documents::{Employment, Stored};
use nomade::contract::agent::Agent;
use nomade::contract::documents::DocumentSummary;
use sha2::{Digest, Sha256};

/// Whose document it is, as some files say.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The agent.
    pub agent: Agent,
    /// The agent's employment on the day of the document.
    pub employment: Employment,
}

/// The names of the recipes; a certificate's is followed by its kind.
pub mod name {
    /// A drawn PDF, filled up to its length.
    pub const PDF: &str = "pdf";
    /// A drawn PDF that names the agent, filled up to its length.
    pub const CERTIFICATE: &str = "certificate:";
    /// A JPEG picture.
    pub const JPEG: &str = "jpeg";
    /// A PNG picture.
    pub const PNG: &str = "png";
    /// A text.
    pub const TEXT: &str = "text";
    /// A ZIP archive.
    pub const ARCHIVE: &str = "archive";
    /// The bytes that a test has put into the database.
    pub const GIVEN: &str = "given";
    /// As many bytes as are said, which mean nothing.
    pub const FILLER: &str = "filler";
}

/// The file of that document, the same bytes each time.
///
/// # Errors
/// Why it can't be made, without what is in it.
pub fn make(stored: &Stored, owner: &Owner) -> Result<Content, String> {
    let summary = &stored.document.summary;
    match stored.recipe.as_str() {
        name::JPEG => pictures::card().map(Content::of),
        name::PNG => pictures::scan().map(Content::of),
        name::ARCHIVE => archive::forms().map(Content::of),
        name::TEXT => Ok(Content::of(text(summary, &stored.document.issuer))),
        name::GIVEN => Ok(Content::of(stored.bytes.clone().unwrap_or_default())),
        name::FILLER => Ok(Content::filler(seed(&summary.id), summary.size)),
        name::PDF => filled(summary, pdf::notice(&stored.document)),
        other => match other
            .strip_prefix(name::CERTIFICATE)
            .and_then(certificates::named)
        {
            Some(certificate) => filled(
                summary,
                pdf::certificate(&stored.document, certificate.id, owner),
            ),
            None => Err("no such recipe".to_owned()),
        },
    }
}

/// The length of a file that is no PDF, for whoever notes it in the database.
///
/// # Errors
/// Why it can't be made.
pub fn length_of(recipe: &str, summary: &DocumentSummary, issuer: &str) -> Result<u64, String> {
    Ok(match recipe {
        name::JPEG => pictures::card()?.len() as u64,
        name::PNG => pictures::scan()?.len() as u64,
        name::ARCHIVE => archive::forms()?.len() as u64,
        name::TEXT => text(summary, issuer).len() as u64,
        _ => summary.size,
    })
}

fn filled(
    summary: &DocumentSummary,
    drawn: Result<Vec<u8>, pdf::DrawError>,
) -> Result<Content, String> {
    let drawn = drawn.map_err(|error| error.to_string())?;
    update::padded(drawn, summary.size, seed(&summary.id))
        .ok_or_else(|| "what was drawn is longer than the file".to_owned())
}

/// Where the filler of a file begins.
fn seed(id: &str) -> u64 {
    let digest: [u8; 32] = Sha256::digest(id.as_bytes()).into();
    digest
        .first_chunk()
        .map(|first| u64::from_le_bytes(*first))
        .unwrap_or_default()
}

fn text(summary: &DocumentSummary, issuer: &str) -> String {
    let mut text = format!(
        "{}\r\n{issuer}, le {}\r\n\r\n",
        summary.title,
        words::day(summary.issued_on)
    );
    for paragraph in pdf::PARAGRAPHS {
        text.push_str(paragraph);
        text.push_str("\r\n\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::accounts::ROLES;
    use chrono::{DateTime, NaiveDate};
    use nomade::contract::documents::Document;

    fn stored(recipe: &str, title: &str, size: u64) -> Stored {
        Stored {
            document: Document {
                summary: DocumentSummary {
                    id: "d".to_owned(),
                    title: title.to_owned(),
                    category: "career".to_owned(),
                    issued_on: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
                    media_type: "application/pdf".to_owned(),
                    size,
                    new: true,
                },
                issuer: String::new(),
                actions: Vec::new(),
            },
            recipe: recipe.to_owned(),
            bytes: Some(b"given".to_vec()),
        }
    }

    fn owner() -> Owner {
        let day = NaiveDate::from_ymd_opt(2019, 3, 4).unwrap();
        let account = ROLES[0].account("a".into(), String::new(), day, DateTime::default());
        Owner {
            agent: account.agent,
            employment: Employment {
                since: day,
                position: "Rédacteur".to_owned(),
                paid: vec![(day, 268_011, 212_230)],
            },
        }
    }

    #[test]
    fn every_recipe_gives_the_same_bytes_each_time_and_the_length_that_is_noted() {
        // Characters that the font has not, and a title of several lines.
        let title = format!("\u{202e}漢字 {}", "Arrêté ".repeat(40));
        for recipe in [
            name::PDF,
            "certificate:employment",
            "certificate:salary",
            "certificate:service_record",
            name::JPEG,
            name::PNG,
            name::TEXT,
            name::ARCHIVE,
            name::GIVEN,
            name::FILLER,
        ] {
            let mut stored = stored(recipe, &title, 61_440);
            let summary = &stored.document.summary;
            let length = length_of(recipe, summary, "").unwrap();
            stored.document.summary.size = length;
            let (first, again) = (make(&stored, &owner()), make(&stored, &owner()));
            assert_eq!(first, again, "{recipe}");
            let first = first.unwrap();
            let is_given = recipe == name::GIVEN;
            assert_eq!(
                first.length(),
                if is_given { 5 } else { length },
                "{recipe}"
            );
        }
    }

    #[test]
    fn what_can_not_be_made_is_told() {
        for (recipe, size) in [("unknown", 1), ("certificate:gold", 1), (name::PDF, 1_000)] {
            assert!(make(&stored(recipe, "x", size), &owner()).is_err());
        }
    }
}
