//! HR documents and the certificates that are asked for; names are the employer's own French, and a file is known by its type and size only.

use super::instant::Instant;
use super::localized::Localized;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The answer of `GET /documents` and of `POST /documents/search`: one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Documents {
    /// This page's documents, in the order asked for.
    pub items: Vec<DocumentSummary>,
    /// Every category of the organisation, in its order.
    pub categories: Vec<DocumentCategory>,
    /// What `cursor` takes for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// A category, and how many documents of the agent are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentCategory {
    /// What `category` takes.
    pub id: String,
    /// Its name.
    pub label: Localized,
    /// How many documents, whatever is searched for.
    pub count: u32,
    /// How many of them have not been opened.
    pub new: u32,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Opaque.
    pub id: String,
    /// The employer's title, in French. May hold anything that somebody typed.
    pub title: String,
    /// The id of its category.
    pub category: String,
    /// The day that it bears.
    pub issued_on: NaiveDate,
    /// The media type that the file is said to have (`application/pdf`).
    pub media_type: String,
    /// The length of the file, in bytes.
    pub size: u64,
    /// True until the agent has opened it.
    pub new: bool,
}

/// The answer of `GET /documents/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The same as in the list.
    #[serde(flatten)]
    pub summary: DocumentSummary,
    /// Who made it, as printed (`Direction des ressources humaines`); may be empty.
    pub issuer: String,
    /// What the agent may do with it in this session.
    pub actions: Vec<DocumentAction>,
}

/// What may be done with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentAction {
    /// Show the file.
    View,
    /// Save the file.
    Download,
    /// An action that a newer contract added, not offered.
    #[serde(other)]
    Unknown,
}

/// In which order documents are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentSort {
    /// By the day that they bear, the latest first.
    #[default]
    Newest,
    /// By the day that they bear, the earliest first.
    Oldest,
    /// By title, as a French dictionary has it.
    Title,
}

/// The body of `POST /documents/search`: words stand in no address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSearch {
    /// Words of the title, of the category or of the date; 1 to [`LONGEST_SEARCH`] characters.
    pub query: String,
    /// Only documents of this category.
    pub category: Option<String>,
    /// The order.
    pub sort: DocumentSort,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// The longest search, in characters.
pub const LONGEST_SEARCH: usize = 100;

/// Why a file is asked for: what the journal says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// It is shown on the page.
    View,
    /// It is saved on the device.
    Download,
}

impl Purpose {
    /// The value of the query parameter `for`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Download => "download",
        }
    }
}

/// The answer of `GET /documents/requests`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRequests {
    /// What can be asked for, in the organisation's order.
    pub kinds: Vec<DocumentRequestKind>,
    /// What the agent has asked for, the latest first.
    pub items: Vec<DocumentRequest>,
}

/// A certificate that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRequestKind {
    /// What `kind` takes.
    pub id: String,
    /// Its name.
    pub label: Localized,
    /// What it is good for.
    pub description: Localized,
    /// In how many working days it is usually there; 0 for at once.
    pub working_days: u32,
}

/// The body of `POST /documents/requests`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDocumentRequest {
    /// The id of the kind.
    pub kind: String,
    /// What the agent adds, at most [`LONGEST_NOTE`] characters; may be empty.
    pub note: String,
}

/// The longest note of a request, in characters.
pub const LONGEST_NOTE: usize = 1000;

/// A certificate that the agent has asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRequest {
    /// Opaque.
    pub id: String,
    /// The id of its kind, which may no longer be offered.
    pub kind: String,
    /// The name of its kind, as it was then.
    pub label: Localized,
    /// What the agent added.
    pub note: String,
    /// How far it is.
    pub state: DocumentRequestState,
    /// When it was asked for.
    pub asked_at: Instant,
    /// Since when it is in its state.
    pub since: Instant,
    /// The day by which it is expected; `null` when it is there, refused, or nobody knows.
    pub expected_on: Option<NaiveDate>,
    /// The document, once it is there.
    pub document_id: Option<String>,
    /// Why it was refused, in French; `null` when it was not.
    pub reason: Option<String>,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentRequestState {
    /// Nobody has looked at it.
    Received,
    /// Somebody is at it.
    InProgress,
    /// The document is there.
    Ready,
    /// It was refused.
    Refused,
    /// A state that a newer contract added, shown as being dealt with.
    #[serde(other)]
    Unknown,
}
