//! Everything that a running backend holds, and its router; knows no socket.

use crate::clock::Clock;
use crate::content::kept::Kept;
use crate::faults::Faults;
use crate::options::Options;
use crate::security::attempts::Attempts;
use crate::security::cookie::CookiePolicy;
use crate::security::password::Checker;
use crate::settings::Settings;
use crate::start_error::StartError;
use crate::store::Store;
use crate::{answer, faults, guard, routes, seed, site};
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use nomade::contract::endpoint::BASE_PATH;
use nomade::contract::probe::NetworkVerdict;
use std::sync::{Arc, Mutex, PoisonError};
use tower_http::catch_panic::CatchPanicLayer;

/// A backend without a socket: what handlers share.
#[derive(Debug)]
pub struct Backend {
    pub(crate) options: Options,
    pub(crate) clock: Clock,
    pub(crate) store: Store,
    pub(crate) settings: Settings,
    pub(crate) cookies: CookiePolicy,
    pub(crate) passwords: Checker,
    pub(crate) attempts: Attempts,
    pub(crate) faults: Faults,
    /// The last few files that were drawn.
    pub(crate) kept: Kept,
    /// Signs the values of the probe cookie; a restart forgets them.
    pub(crate) probe_key: [u8; 32],
    /// The key of the lockout's names.
    pub(crate) name_key: Vec<u8>,
    hashes: &'static [String],
    network: Mutex<Option<NetworkVerdict>>,
}

impl Backend {
    /// Opens the database and brings it up to date; `options.port` must be the one that is listened on.
    ///
    /// # Errors
    /// Why it could not.
    pub async fn open(options: Options) -> Result<Arc<Self>, StartError> {
        let path = options.database.clone();
        let opened = tokio::task::spawn_blocking(move || Self::open_now(options)).await;
        opened
            .unwrap_or_else(|error| Err(StartError::Database(path, error.to_string())))
            .map(Arc::new)
    }

    fn open_now(options: Options) -> Result<Self, StartError> {
        options.validate()?;
        let failed = |reason: String| StartError::Database(options.database.clone(), reason);
        let store = Store::open(&options.database)?;
        let clock = Clock::new(options.starts_at);
        let hashes = seed::accounts::hashes().map_err(|error| failed(error.to_string()))?;
        let name_key = store
            .call_now(|database| {
                if seed::bring_up_to_date(
                    database,
                    (options.seed, options.documents),
                    hashes,
                    clock.now(),
                )? {
                    tracing::warn!(
                        seed = options.seed.name(),
                        "the database held another seed and was emptied"
                    );
                }
                seed::name_key(database)
            })
            .map_err(|error| failed(error.to_string()))?;
        Ok(Self {
            cookies: CookiePolicy::of(&options),
            settings: Settings::new().map_err(|error| failed(error.to_string()))?,
            passwords: Checker::new().map_err(|error| failed(error.to_string()))?,
            attempts: Attempts::new(options.failures_a_minute),
            faults: Faults::default(),
            kept: Kept::default(),
            probe_key: crate::security::secret::random_bytes(),
            network: Mutex::new(None),
            clock,
            store,
            name_key,
            hashes,
            options,
        })
    }

    /// What the network of every client is taken for.
    pub(crate) fn network(&self) -> NetworkVerdict {
        let verdict = *self.network.lock().unwrap_or_else(PoisonError::into_inner);
        verdict.unwrap_or(NetworkVerdict::Ok)
    }

    pub(crate) fn set_network(&self, verdict: Option<NetworkVerdict>) {
        *self.network.lock().unwrap_or_else(PoisonError::into_inner) = verdict;
    }

    /// Everything as at the first start: data, clock, network, settings, faults, limits and sessions.
    pub(crate) async fn start_again(&self) -> Result<(), crate::problem::Refusal> {
        self.clock.reset();
        self.settings.reset();
        self.attempts.reset();
        self.faults.reset();
        self.set_network(None);
        let seed = (self.options.seed, self.options.documents);
        let (hashes, now) = (self.hashes, self.clock.now());
        self.store
            .call(move |database| seed::start_again(database, seed, hashes, now))
            .await
    }

    /// The host that agents should see: the one of the options, or the one that was asked, if it reads like one.
    pub(crate) fn canonical_host(&self, asked: Option<&str>) -> String {
        let is_host = |host: &&str| {
            host.len() <= 255
                && host
                    .parse::<axum::http::uri::Authority>()
                    .is_ok_and(|it| !it.as_str().contains('@'))
                && host
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
                && host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
        };
        self.options
            .canonical_host
            .clone()
            .or_else(|| asked.filter(is_host).map(str::to_ascii_lowercase))
            .unwrap_or_else(|| format!("{}:{}", self.options.host_name(), self.options.port))
    }
}

/// The whole service: API, test controls if they are on, and site.
pub fn router(backend: &Arc<Backend>) -> Router {
    let api = routes::api().layer(from_fn_with_state(backend.clone(), guard::check));
    let mut router = Router::new().nest(BASE_PATH, api).fallback(site::serve);
    if backend.options.test_controls {
        router = router.nest("/test", routes::test_controls::routes(backend));
    }
    router
        .method_not_allowed_fallback(routes::method_not_allowed)
        .layer(CatchPanicLayer::custom(answer::panicked))
        .layer(from_fn(answer::in_time))
        .layer(from_fn_with_state(backend.clone(), faults::apply))
        .layer(from_fn_with_state(backend.clone(), answer::complete))
        .with_state(backend.clone())
}
