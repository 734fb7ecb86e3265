//! Asking for a certificate, once, whatever happens on the way; knows no markup.

use super::attempt::{Answer, ask, settle};
use crate::browser::{focus, random};
use crate::components::document_request_failure::RequestFailure;
use crate::components::document_request_form::{DocumentRequestDraft, REQUEST_HEADING};
use crate::components::document_request_receipt::{REQUEST_RECEIPT, Recorded};
use crate::contract::documents::DocumentRequests;
use crate::rules::document_request::{ValidDocumentRequest, validate};
use crate::rules::idempotency::idempotency_key;
use crate::state::drafts::{use_draft, use_memory};
use crate::state::load::{Load, Loader};
use crate::state::once::{Former, LastTry};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is on its way, and what has arrived: it outlives a page that is left meanwhile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// The name of the request that is on its way.
    pub under_way: Option<String>,
    /// The request that was recorded last, until a page that has told it goes.
    pub recorded: Option<Recorded>,
    /// So many were recorded.
    pub deeds: u32,
}

/// What becomes of the requests of this page.
#[derive(Clone, Copy, Debug)]
pub struct Requesting {
    /// Sends what is chosen and written.
    pub send: Callback<()>,
    /// What is on its way, and what has arrived.
    pub sending: RwSignal<Sending>,
    /// Why it was not taken.
    pub failure: RwSignal<Option<RequestFailure>>,
}

impl Requesting {
    /// Nothing sent yet.
    #[must_use]
    pub fn new(send: Callback<()>) -> Self {
        Self {
            send,
            sending: RwSignal::new(Sending::default()),
            failure: RwSignal::new(None),
        }
    }
}

/// What is chosen and written: it outlives this page, and signing in again in its place.
#[must_use]
pub fn draft_of_request() -> RwSignal<DocumentRequestDraft> {
    use_draft("documents/request")
}

/// What is on its way, and what has arrived: kept where the draft is.
#[must_use]
pub fn sending_of_request() -> RwSignal<Sending> {
    use_memory("documents/request/sending")
}

/// Sends requests one at a time, whichever page stands, and leads the focus to what came of it.
pub fn use_requesting(requests: Loader<DocumentRequests>) -> Requesting {
    let (session, client, draft) = (use_session(), use_client(), draft_of_request());
    let (sending, failure) = (sending_of_request(), RwSignal::new(None));
    // A receipt is told once.
    on_cleanup(move || {
        let _ = sending.try_update_untracked(|sending| sending.recorded = None);
    });
    let send = Callback::new(move |()| {
        if sending.with_untracked(|sending| sending.under_way.is_some()) {
            return;
        }
        let valid = match checked(requests, draft) {
            Ok(valid) => valid,
            Err(wrong) => {
                failure.set(Some(wrong));
                return focus::focus_soon("#error-summary");
            }
        };
        // The summary goes, and takes the focus of whoever tries again from there with it.
        if focus::is_within("#error-summary") {
            focus::focus_soon(REQUEST_HEADING);
        }
        failure.set(None);
        let (key, former) = named(draft, &valid);
        sending.update(|sending| {
            sending.recorded = None;
            sending.under_way = Some(key.clone());
        });
        let client = client.clone();
        spawn_local(async move {
            let is_ours = || {
                let is_it = |sending: &Sending| sending.under_way.as_ref() == Some(&key);
                sending.with_untracked(is_it)
            };
            let adopt = || {
                if is_ours() {
                    adopt(draft, &valid, &key);
                }
            };
            let answer = ask(&client, &valid, &key, former.as_ref(), &adopt).await;
            // Nobody, or somebody else, is here by now.
            if !is_ours() {
                return;
            }
            draft.update(|draft| settle(draft, &answer));
            sending.update(|sending| arrive(sending, &answer));
            let is_page_here = failure.try_set(answer.as_ref().err().cloned()).is_none();
            match &answer {
                Ok(_) if is_page_here => focus::focus_soon(REQUEST_RECEIPT),
                // Another page of it may stand by now.
                Ok(_) => focus::lead_to_soon(REQUEST_RECEIPT),
                Err(_) if is_page_here => focus::focus_soon("#error-summary"),
                Err(_) => {}
            }
            if let Err(RequestFailure::Call(error)) = &answer {
                session.was_refused(error);
            }
        });
    });
    Requesting {
        send,
        sending,
        failure,
    }
}

/// It is on its way no longer.
fn arrive(sending: &mut Sending, answer: &Answer) {
    sending.under_way = None;
    if let Ok((told, _)) = answer {
        sending.recorded = Some(told.clone());
        sending.deeds = sending.deeds.wrapping_add(1);
    }
}

/// What is chosen and written, if it can be sent: a kind that is no longer offered counts as none.
fn checked(
    requests: Loader<DocumentRequests>,
    draft: RwSignal<DocumentRequestDraft>,
) -> Result<ValidDocumentRequest, RequestFailure> {
    draft.update(|draft| {
        let is_gone = requests.load.with_untracked(|load| match load {
            Load::Loaded(requests) => requests.kinds.iter().all(|kind| kind.id != draft.kind),
            _ => false,
        });
        if is_gone {
            draft.kind.clear();
        }
    });
    draft
        .with_untracked(|draft| validate(&draft.kind, &draft.note))
        .map_err(RequestFailure::Incomplete)
}

/// The name of this wish: that of the last try of the same, or a new one, and then the last try of another, of which
/// nobody knows yet what became.
fn named(
    draft: RwSignal<DocumentRequestDraft>,
    valid: &ValidDocumentRequest,
) -> (String, Option<Former>) {
    let (key, former) = draft.with_untracked(|draft| match &draft.tried {
        Some(tried) if tried == valid.body() => (draft.key.clone(), None),
        Some(_) => {
            let former = Former {
                key: draft.key.clone(),
                may_come: matches!(draft.last_try, LastTry::Lost | LastTry::NotRecorded),
            };
            (idempotency_key(random::bits()), Some(former))
        }
        None => (idempotency_key(random::bits()), None),
    });
    // Of another it is asked first: until then its name is the one that is kept.
    if former.is_none() {
        adopt(draft, valid, &key);
    }
    (key, former)
}

/// From here on this is what is tried, under that name.
fn adopt(draft: RwSignal<DocumentRequestDraft>, valid: &ValidDocumentRequest, key: &str) {
    draft.update(|draft| {
        // What was forgotten meanwhile stays so.
        if *draft != DocumentRequestDraft::default() {
            key.clone_into(&mut draft.key);
            draft.tried = Some(valid.body().clone());
        }
    });
}
