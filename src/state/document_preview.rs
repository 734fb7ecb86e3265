//! Whether a file can be shown in the page, and the file once it was looked at; knows no markup.

use super::amounts::use_amounts;
use super::portal::use_client;
use super::session::SessionContext;
use crate::api;
use crate::api::client::Client;
use crate::api::files::{FileError, FileOrder, Stopped};
use crate::browser::file_facts;
use crate::contract::documents::Purpose;
use crate::contract::endpoint;
use crate::i18n::texts::NoPreview;
use crate::rules::display_label::display_text;
use crate::rules::file_check::{FileType, expected, largest, type_said};
use crate::rules::file_preview::is_large;
use leptos::prelude::{
    Callback, Effect, Get, RwSignal, Set, Track, Update, expect_context, provide_context,
    use_context,
};
use leptos::reactive::spawn_local_scoped_with_cancellation;

/// The longest text that is shown in a page, in bytes: some fifty sheets.
const LONGEST_TEXT: u64 = 200_000;

/// What there is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewState {
    /// Others use the device, and nobody has asked for it.
    Masked,
    /// It is of so many bytes, and nobody has asked for it.
    Large(u64),
    /// The file is being looked at.
    Checking,
    /// A picture, by its address.
    Picture(String),
    /// A PDF, by its address.
    Pdf(String),
    /// The words of a text.
    Text(String),
    /// Nothing, for this reason.
    No(NoPreview),
    /// Nothing, because the file did not come or is not what it was said to be.
    Failed(FileError),
}

/// A file in the page.
#[derive(Clone, Copy, Debug)]
pub struct Preview {
    /// What there is to show.
    pub state: RwSignal<PreviewState>,
    /// Its length, where that is told before it is brought.
    pub large: Option<u64>,
    /// Brings it however large it is, now and whenever it may be seen again.
    pub accept: Callback<()>,
    /// Looks again.
    pub retry: Callback<()>,
}

/// Whether a large file is wanted, decided once for a page: signing in again in its place asks no more.
#[derive(Clone, Copy)]
struct WantedLarge(RwSignal<bool>);

/// Nobody wants a large file yet; to be called by the page of one document.
pub fn provide_preview_choice() {
    provide_context(WantedLarge(RwSignal::new(false)));
}

/// Looks at a file before it is shown, each time that it may be seen; nothing of it is in the document while it may not.
#[must_use]
pub fn use_preview(order: FileOrder, is_allowed: bool) -> Preview {
    let (client, amounts) = (use_client(), use_amounts());
    let session: SessionContext = expect_context();
    let (state, attempt) = (RwSignal::new(PreviewState::Checking), RwSignal::new(0_u32));
    let large = order.size.filter(|size| is_large(Some(*size)));
    let is_wanted = use_context().map_or_else(|| RwSignal::new(false), |WantedLarge(it)| it);
    Effect::new(move |_| {
        attempt.track();
        if amounts.are_masked() {
            return state.set(PreviewState::Masked);
        }
        let is_shared = amounts.is_shared_device();
        if let Some(known) = known_ahead(&client, &order, is_allowed, is_shared) {
            return state.set(known);
        }
        if let (Some(size), false) = (large, is_wanted.get()) {
            return state.set(PreviewState::Large(size));
        }
        state.set(PreviewState::Checking);
        let (client, order) = (client.clone(), order.clone());
        spawn_local_scoped_with_cancellation(async move {
            let seen = look(&client, &order, is_shared).await;
            let seen = seen.unwrap_or_else(|why| {
                if let FileError::Call(error) = &why {
                    session.was_refused(error);
                }
                PreviewState::Failed(why)
            });
            let _ = state.try_set(seen);
        });
    });
    let retry = Callback::new(move |()| attempt.update(|attempt| *attempt += 1));
    Preview {
        state,
        large,
        accept: Callback::new(move |()| is_wanted.set(true)),
        retry,
    }
}

/// What is known before the file is asked for: a file that is not shown is not looked at either, for the journal would
/// tell that it was.
fn known_ahead(
    client: &Client,
    order: &FileOrder,
    is_allowed: bool,
    is_shared: bool,
) -> Option<PreviewState> {
    let said = type_said(&order.media_type);
    let is_of_this_site = || file_facts::is_of_this_site(&client.url(&order.path));
    let why = match said {
        _ if !is_allowed => NoPreview::NotAllowed,
        said if said.is_active() => NoPreview::Active,
        said if !said.is_picture() && !matches!(said, FileType::Pdf | FileType::Text) => {
            NoPreview::OtherType
        }
        FileType::Text if order.size.is_some_and(|size| size > LONGEST_TEXT) => NoPreview::TooLong,
        FileType::Pdf if !file_facts::shows_pdf() => NoPreview::NoViewer,
        FileType::Pdf if is_shared && !file_facts::hides_pdf_tools() => NoPreview::ViewerSaves,
        said if said != FileType::Text && !is_of_this_site() => NoPreview::OtherSite,
        _ => {
            let most = largest(file_facts::is_touched());
            let wrong = expected(order.size, None, most).err()?;
            return Some(PreviewState::Failed(FileError::Invalid(wrong)));
        }
    };
    Some(PreviewState::No(why))
}

async fn look(
    client: &Client,
    order: &FileOrder,
    is_shared: bool,
) -> Result<PreviewState, FileError> {
    if type_said(&order.media_type) == FileType::Text {
        return match api::files::fetch(client, order, Purpose::View, None, |_| ()).await {
            Ok(received) if received.parts.received() > LONGEST_TEXT => {
                Ok(PreviewState::No(NoPreview::TooLong))
            }
            Ok(received) => Ok(PreviewState::Text(display_text(&received.parts.bytes()))),
            Err(Stopped { why, .. }) => Err(why),
        };
    }
    let Some(found) = api::files::peek(client, order).await? else {
        return Ok(PreviewState::No(NoPreview::NotSentToBeShown));
    };
    let url = client.url(&endpoint::file(&order.path, Purpose::View));
    Ok(match found.file_type {
        FileType::Pdf if is_shared => PreviewState::Pdf(format!("{url}#toolbar=0")),
        FileType::Pdf => PreviewState::Pdf(url),
        file_type if file_type.is_picture() => PreviewState::Picture(url),
        _ => PreviewState::No(NoPreview::OtherType),
    })
}
