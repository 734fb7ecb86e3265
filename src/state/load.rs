//! Data on its way into a page, with its states; knows no resource.

use super::session::SessionContext;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use leptos::prelude::{
    Effect, RwSignal, Set, Track, Update, expect_context, on_cleanup, set_timeout_with_handle,
    use_context,
};
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::future::Future;
use std::time::Duration;

/// After this time a spinner is shown: before, it would only flicker.
const SLOW: Duration = Duration::from_millis(500);

/// Data on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load<T> {
    /// Asked for, less than half a second ago.
    Loading,
    /// Asked for, and longer than that.
    Slow,
    /// Here.
    Loaded(T),
    /// Not to be had, for this reason.
    Failed(ApiError),
}

/// Data on its way, and a new try.
#[derive(Debug)]
pub struct Loader<T: Send + Sync + 'static> {
    /// The state, tracked.
    pub load: RwSignal<Load<T>>,
    attempt: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: Send + Sync + 'static> Loader<T> {
    /// A loader that stands still in one state.
    #[must_use]
    pub fn fixed(load: Load<T>) -> Self {
        Self {
            load: RwSignal::new(load),
            attempt: RwSignal::new(0),
        }
    }

    /// Asks again.
    pub fn retry(self) {
        self.load.set(Load::Loading);
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Asks now, and again when a signal that `fetch` reads changes; the last question wins over late answers, and a page
/// that goes takes its question back. What is shown stays until the next answer, or until half a second has passed.
pub fn use_load<T, Fetched>(fetch: impl Fn(Client) -> Fetched + 'static) -> Loader<T>
where
    T: Clone + Send + Sync + 'static,
    Fetched: Future<Output = Result<T, ApiError>> + 'static,
{
    let loader = Loader::fixed(Load::Loading);
    let client: Client = expect_context();
    let session = use_context::<SessionContext>();
    Effect::new(move |_| {
        loader.attempt.track();
        if let Some(session) = session {
            let _ = session.renewals();
        }
        let answer = fetch(client.clone());
        let slow = set_timeout_with_handle(move || loader.load.set(Load::Slow), SLOW).ok();
        on_cleanup(move || {
            if let Some(slow) = slow {
                slow.clear();
            }
        });
        spawn_local_scoped_with_cancellation(async move {
            let answer = answer.await;
            if let Some(slow) = slow {
                slow.clear();
            }
            if let (Err(error), Some(session)) = (&answer, session) {
                session.was_refused(error);
            }
            loader.load.set(match answer {
                Ok(data) => Load::Loaded(data),
                Err(error) => Load::Failed(error),
            });
        });
    });
    loader
}
