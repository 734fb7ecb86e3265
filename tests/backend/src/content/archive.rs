//! A small ZIP archive of texts, the same bytes each time; knows no person.

use bytes::Bytes;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What is in it, by name.
const ENTRIES: [(&str, &str); 3] = [
    (
        "lisez-moi.txt",
        "Formulaires de la prévoyance : à remplir, à signer et à rendre au service des ressources humaines.\r\n",
    ),
    (
        "adhesion.txt",
        "Demande d’adhésion à la prévoyance\r\n\r\nNom :\r\nPrénom :\r\nDate :\r\nSignature :\r\n",
    ),
    (
        "beneficiaires.txt",
        "Désignation des bénéficiaires\r\n\r\nNom :\r\nLien de parenté :\r\nPart, en pour cent :\r\n",
    ),
];

/// The archive; nothing in it is compressed.
///
/// # Errors
/// When it can't be written.
pub fn forms() -> Result<Bytes, String> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in ENTRIES {
        archive
            .start_file(name, options)
            .map_err(|error| error.to_string())?;
        archive
            .write_all(text.as_bytes())
            .map_err(|error| error.to_string())?;
    }
    let whole = archive.finish().map_err(|error| error.to_string())?;
    Ok(whole.into_inner().into())
}
