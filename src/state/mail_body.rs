//! How a message's text is read: as words, or as HTML in a frame once its answer was judged; knows no markup.

use super::session::SessionContext;
use crate::api;
use crate::api::answer::ApiError;
use crate::api::mail_body::MailBody;
use crate::state::portal::use_client;
use leptos::prelude::{Callback, Effect, Get, RwSignal, Set, Track, Update, expect_context};
use leptos::reactive::spawn_local_scoped_with_cancellation;

/// What there is to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyState {
    /// Its words: it has nothing else, or they were asked for.
    Words,
    /// The HTML is being looked at.
    Checking,
    /// The HTML, by its address.
    Framed(String),
    /// Its words, since the HTML can't be trusted as it was answered.
    Unsafe,
    /// Its words, since the HTML comes from another site.
    OtherSite,
    /// Its words, since the HTML did not come.
    Failed(ApiError),
}

/// The text of a message, and what is wanted of it.
#[derive(Clone, Copy, Debug)]
pub struct BodyReading {
    /// What there is to read.
    pub state: RwSignal<BodyState>,
    /// True while its words are preferred.
    pub wants_words: RwSignal<bool>,
    /// True once the pictures that are elsewhere were asked for.
    pub wants_images: RwSignal<bool>,
    /// Looks again.
    pub retry: Callback<()>,
}

impl BodyReading {
    /// Standing still.
    #[must_use]
    pub fn fixed(state: BodyState) -> Self {
        Self {
            wants_words: RwSignal::new(state == BodyState::Words),
            state: RwSignal::new(state),
            wants_images: RwSignal::new(false),
            retry: Callback::new(|()| ()),
        }
    }
}

/// Looks at the HTML of the message `id` before it is shown; without any its words are all there is.
#[must_use]
pub fn use_body_reading(id: String, has_html: bool) -> BodyReading {
    let (client, session): (_, SessionContext) = (use_client(), expect_context());
    let first = if has_html {
        BodyState::Checking
    } else {
        BodyState::Words
    };
    let attempt = RwSignal::new(0_u32);
    let reading = BodyReading {
        wants_words: RwSignal::new(false),
        retry: Callback::new(move |()| attempt.update(|attempt| *attempt += 1)),
        ..BodyReading::fixed(first)
    };
    let state = reading.state;
    Effect::new(move |_| {
        attempt.track();
        if !has_html || reading.wants_words.get() {
            return state.set(BodyState::Words);
        }
        let with_images = reading.wants_images.get();
        state.set(BodyState::Checking);
        let (client, id) = (client.clone(), id.clone());
        spawn_local_scoped_with_cancellation(async move {
            let seen = match api::mail_body::look(&client, &id, with_images).await {
                Ok(MailBody::Safe(url)) => BodyState::Framed(url),
                Ok(MailBody::Unsafe) => BodyState::Unsafe,
                Ok(MailBody::OtherSite) => BodyState::OtherSite,
                Err(error) => {
                    session.was_refused(&error);
                    BodyState::Failed(error)
                }
            };
            let _ = state.try_set(seen);
        });
    });
    reading
}
