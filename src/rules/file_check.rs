//! Whether a file that came is the file that was announced: whole, of its size, of its type; knows no call and believes no header over the bytes.

pub mod signature;

#[cfg(test)]
mod tests;

use signature::type_of;

/// The largest file that is taken in, in bytes: until it is saved the browser keeps all of it in memory, and phones and
/// tablets, which are touched, end a page that holds some hundred megabytes.
#[must_use]
pub fn largest(is_touched: bool) -> u64 {
    if is_touched { 100_000_000 } else { 200_000_000 }
}

/// So many first bytes tell the type.
pub const HEAD: usize = 512;

/// So many last bytes tell whether a PDF goes on to its end (ISO 32000-1, annex H.3).
pub const TAIL: usize = 1024;

/// What a file is, as its bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileType {
    /// A PDF.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A WebP picture.
    WebP,
    /// A TIFF picture, which few browsers show.
    Tiff,
    /// A HEIC picture, which few browsers show.
    Heic,
    /// A document of Office as it was until 2007 (OLE), which can hold a program and does nothing in a page.
    OldOffice,
    /// A text with its layout (RTF).
    Rtf,
    /// A ZIP archive, which an office document is too.
    Archive,
    /// Events for a calendar (iCalendar, RFC 5545).
    Calendar,
    /// Words without markup.
    Text,
    /// A web page, which can hold a program.
    WebPage,
    /// An SVG drawing, which can hold a program.
    Drawing,
    /// A program.
    Program,
    /// None of these.
    Unknown,
}

impl FileType {
    /// True for what browsers show without running anything of it.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::WebP)
    }

    /// True for what can do something by itself where it is opened.
    #[must_use]
    pub fn is_active(self) -> bool {
        matches!(self, Self::WebPage | Self::Drawing | Self::Program)
    }
}

/// The media types that are told apart, each with what its bytes must be and the ending of its name.
const KNOWN: [(&str, FileType, &str); 29] = [
    ("application/pdf", FileType::Pdf, "pdf"),
    ("image/png", FileType::Png, "png"),
    ("image/jpeg", FileType::Jpeg, "jpg"),
    ("image/gif", FileType::Gif, "gif"),
    ("image/webp", FileType::WebP, "webp"),
    ("image/tiff", FileType::Tiff, "tif"),
    ("image/heic", FileType::Heic, "heic"),
    ("application/msword", FileType::OldOffice, "doc"),
    ("application/vnd.ms-excel", FileType::OldOffice, "xls"),
    ("application/vnd.ms-powerpoint", FileType::OldOffice, "ppt"),
    ("application/rtf", FileType::Rtf, "rtf"),
    ("text/rtf", FileType::Rtf, "rtf"),
    ("application/zip", FileType::Archive, "zip"),
    (
        "application/vnd.oasis.opendocument.text",
        FileType::Archive,
        "odt",
    ),
    (
        "application/vnd.oasis.opendocument.spreadsheet",
        FileType::Archive,
        "ods",
    ),
    (
        "application/vnd.oasis.opendocument.presentation",
        FileType::Archive,
        "odp",
    ),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType::Archive,
        "docx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType::Archive,
        "xlsx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileType::Archive,
        "pptx",
    ),
    ("text/calendar", FileType::Calendar, "ics"),
    ("text/plain", FileType::Text, "txt"),
    ("text/csv", FileType::Text, "csv"),
    ("text/html", FileType::WebPage, "html"),
    ("application/xhtml+xml", FileType::WebPage, "html"),
    ("image/svg+xml", FileType::Drawing, "svg"),
    // Under this name no double click runs it.
    ("application/x-msdownload", FileType::Program, "bin"),
    (
        "application/vnd.microsoft.portable-executable",
        FileType::Program,
        "bin",
    ),
    ("application/x-executable", FileType::Program, "bin"),
    ("application/x-sh", FileType::Program, "bin"),
];

/// A media type without its parameters, in small letters.
#[must_use]
pub fn bare(media_type: &str) -> String {
    let bare = media_type.split(';').next().unwrap_or_default();
    bare.trim().to_ascii_lowercase()
}

/// What a file of that media type must be; [`FileType::Unknown`] for one that is not told apart.
#[must_use]
pub fn type_said(media_type: &str) -> FileType {
    known(media_type).map_or(FileType::Unknown, |(_, file_type, _)| file_type)
}

/// The ending of the names of that media type, such as `odt`.
#[must_use]
pub fn ending_said(media_type: &str) -> Option<&'static str> {
    known(media_type).map(|(_, _, ending)| ending)
}

fn known(media_type: &str) -> Option<(&'static str, FileType, &'static str)> {
    let bare = bare(media_type);
    KNOWN.into_iter().find(|(name, ..)| *name == bare)
}

/// Why a file is not the one that was announced; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidFile {
    /// There is nothing in it.
    Empty,
    /// It ends before its end.
    Truncated {
        /// So many bytes came.
        received: u64,
        /// So many were announced; `None` when only its last bytes tell.
        expected: Option<u64>,
    },
    /// It goes on after its end.
    TooLong {
        /// So many bytes were announced.
        expected: u64,
    },
    /// Its bytes are not what it was said to be.
    TypeLies {
        /// What it was said to be.
        said: FileType,
        /// What it is.
        found: FileType,
    },
    /// It is larger than what is taken in.
    TooLarge {
        /// So many bytes were announced, or have come.
        size: u64,
        /// So many are taken in at most.
        most: u64,
    },
}

/// How long the file is, from what its list said and what its own answer says, of which `most` bytes are taken in;
/// `None` when neither does.
///
/// # Errors
///
/// The two contradict each other, or it is too large or empty: then it is not even begun.
pub fn expected(
    said: Option<u64>,
    answered: Option<u64>,
    most: u64,
) -> Result<Option<u64>, InvalidFile> {
    let size = said.max(answered);
    match size {
        Some(size) if size > most => return Err(InvalidFile::TooLarge { size, most }),
        Some(0) => return Err(InvalidFile::Empty),
        _ => {}
    }
    match (said, answered) {
        (Some(said), Some(answered)) if answered < said => Err(InvalidFile::Truncated {
            received: answered,
            expected: Some(said),
        }),
        (Some(said), Some(answered)) if answered > said => {
            Err(InvalidFile::TooLong { expected: said })
        }
        _ => Ok(size),
    }
}

/// While it comes, of which `most` bytes are taken in.
///
/// # Errors
///
/// More has come than was announced, or than is taken in.
pub fn going_on(received: u64, expected: Option<u64>, most: u64) -> Result<(), InvalidFile> {
    match expected {
        Some(expected) if received > expected => Err(InvalidFile::TooLong { expected }),
        _ if received > most => Err(InvalidFile::TooLarge {
            size: received,
            most,
        }),
        _ => Ok(()),
    }
}

/// When all has come that comes: `tail` is its last [`TAIL`] bytes, or all of them.
///
/// # Errors
///
/// It is empty, or not whole.
pub fn at_end(
    received: u64,
    expected: Option<u64>,
    found: FileType,
    tail: &[u8],
) -> Result<(), InvalidFile> {
    let truncated = Err(InvalidFile::Truncated { received, expected });
    match expected {
        Some(expected) if received < expected => return truncated,
        _ if received == 0 => return Err(InvalidFile::Empty),
        _ => {}
    }
    // Where nobody said its length, or said that of a half, a half could be taken for the whole.
    let ends = match found {
        FileType::Pdf => contains(tail, b"%%EOF"),
        FileType::Png => contains(tail, b"IEND"),
        FileType::Calendar => contains(tail, b"END:VCALENDAR"),
        _ => true,
    };
    // Its length may be as announced: then the announcement was of a half too, and no number says so.
    let half = InvalidFile::Truncated {
        received,
        expected: expected.filter(|expected| received < *expected),
    };
    if ends { Ok(()) } else { Err(half) }
}

/// The media type and the ending of the name that the bytes allow, from what was said of them and their first
/// [`HEAD`] bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub file_type: FileType,
    /// As a media type.
    pub media_type: &'static str,
    /// The ending of its name.
    pub ending: &'static str,
}

/// What a file is; `said` is each media type that somebody told, and all must hold. What was said to be plain text is
/// text whatever markup it begins with: under that name it is only ever read.
///
/// # Errors
///
/// The bytes are something else.
pub fn found(said: &[&str], head: &[u8]) -> Result<Found, InvalidFile> {
    let is_plain = said.iter().any(|said| bare(said) == "text/plain");
    let found = match type_of(head) {
        FileType::WebPage | FileType::Drawing | FileType::Rtf | FileType::Calendar if is_plain => {
            FileType::Text
        }
        found => found,
    };
    for said in said {
        let said = type_said(said);
        // What is not told apart may be anything, except what can do something by itself.
        let fits = match said {
            FileType::Unknown => !found.is_active(),
            said => said == found,
        };
        if !fits {
            return Err(InvalidFile::TypeLies { said, found });
        }
    }
    // Of several kinds whose bytes are alike, the one that it was said to be.
    let name = said.iter().find_map(|said| known(said));
    let name = name.filter(|(_, file_type, _)| *file_type == found);
    let name = name.or_else(|| {
        // Several programs write OLE files, and none opens another's.
        KNOWN
            .into_iter()
            .find(|(_, file_type, _)| *file_type == found && *file_type != FileType::OldOffice)
    });
    let (media_type, ending) = name.map_or(
        ("application/octet-stream", "bin"),
        |(media_type, _, ending)| (media_type, ending),
    );
    Ok(Found {
        file_type: found,
        media_type,
        ending,
    })
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
