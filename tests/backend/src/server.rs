//! The socket: listening, one task a connection, and a stop that lets answers finish; knows no route.

use crate::application::{Backend, router};
use crate::faults::Dropped;
use crate::guard::Peer;
use crate::options::Options;
use crate::security::cookie::CookiePolicy;
use crate::start_error::StartError;
use crate::stream::Shared;
use crate::tls;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// How long a connection may be idle, or take to say what it wants.
const HEADER_TIME: Duration = Duration::from_secs(75);
/// How long a client may take to agree on encryption.
const HANDSHAKE_TIME: Duration = Duration::from_secs(10);
/// How long a stop waits for the answers that are on their way.
const STOP_TIME: Duration = Duration::from_secs(10);

/// What is said before an answer is lost: that the request was heard, which is no answer.
///
/// Without a byte of an answer a browser asks again by itself, and a loss that a test asked for once would never reach the
/// page: Chromium asks anything again, a write too, over a connection that stood open before it was needed, Firefox
/// whatever only reads, ten times.
const HEARD: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// A server that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    url: String,
    certificate_pem: Option<String>,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
}

/// Listens, brings the database up to date, and serves in the background from then on.
///
/// # Errors
/// Why it could not; nothing is left running then.
pub async fn start(options: Options) -> Result<Server, StartError> {
    options.validate()?;
    let asked = SocketAddr::new(options.host, options.port);
    let listener = TcpListener::bind(asked)
        .await
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::AddrInUse => StartError::PortTaken(asked),
            _ => StartError::Listen(asked, error),
        })?;
    let address = listener
        .local_addr()
        .map_err(|error| StartError::Listen(asked, error))?;
    let identity = options
        .tls
        .then(|| tls::identity(options.host))
        .transpose()?;
    let (certificate_pem, acceptor) = identity.map(|it| (it.certificate_pem, it.acceptor)).unzip();
    let url = format!(
        "{}://{}:{}",
        options.scheme(),
        options.host_name(),
        address.port()
    );
    let backend = Backend::open(Options {
        port: address.port(),
        ..options
    })
    .await?;
    if backend.cookies == CookiePolicy::Loopback {
        tracing::warn!(
            "plain http on a loopback address: the session cookie is sent without Secure and without __Host-"
        );
    }
    let (stop, stopped) = oneshot::channel();
    let keep_alive = !backend.options.test_controls;
    let accept = Accept {
        router: router(&backend),
        acceptor,
        keep_alive,
    };
    let running = tokio::spawn(serve(listener, Arc::new(accept), stopped));
    Ok(Server {
        address,
        url,
        certificate_pem,
        stop,
        running,
    })
}

impl Server {
    /// Where the site and the API are, as a browser is told: `http://localhost:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// The address that is listened on, with its true port.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The certificate that a client must be told to trust, with [`Options::tls`].
    #[must_use]
    pub fn certificate_pem(&self) -> Option<&str> {
        self.certificate_pem.as_deref()
    }

    /// Takes no more connections and returns when the answers on their way have gone out, after ten seconds at most.
    pub async fn stop(self) {
        // An error means that it has stopped already.
        let _ = self.stop.send(());
        let _ = self.running.await;
    }
}

struct Accept {
    router: Router,
    acceptor: Option<TlsAcceptor>,
    keep_alive: bool,
}

async fn serve(listener: TcpListener, accept: Arc<Accept>, mut stopped: oneshot::Receiver<()>) {
    let graceful = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = &mut stopped => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                tokio::spawn(connection(
                    accept.clone(),
                    stream,
                    Peer::of(peer),
                    graceful.watcher(),
                ));
            }
            Err(error) => {
                // Too many open files, mostly: it passes when connections end.
                tracing::error!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(STOP_TIME, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some answers did not go out in time");
    }
}

async fn connection(accept: Arc<Accept>, stream: TcpStream, peer: Peer, watcher: Watcher) {
    // Answers are small and whole: waiting to fill a packet only makes them late.
    let _ = stream.set_nodelay(true);
    match &accept.acceptor {
        None => answer(&accept, stream, peer, watcher).await,
        Some(acceptor) => {
            if let Ok(Ok(stream)) =
                tokio::time::timeout(HANDSHAKE_TIME, acceptor.accept(stream)).await
            {
                answer(&accept, stream, peer, watcher).await;
            }
        }
    }
}

async fn answer(
    accept: &Accept,
    stream: impl AsyncRead + AsyncWrite + Unpin + 'static,
    peer: Peer,
    watcher: Watcher,
) {
    let service = service_fn(|request: Request<Incoming>| {
        let router = accept.router.clone();
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(peer);
            let Ok(response) = router.oneshot(request).await;
            sent(response)
        }
    });
    let mut stream = Shared::new(stream);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .keep_alive(accept.keep_alive)
        .serve_connection(TokioIo::new(stream.clone()), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
        let cause = std::error::Error::source(&error);
        if cause.is_some_and(|cause| cause.is::<Lost>()) {
            // Who does not hear it has gone.
            let _ = stream.write_all(HEARD).await;
            let _ = stream.shutdown().await;
        }
    }
}

/// An answer that a test lost: hyper lets go of the connection without a byte of it.
#[derive(Debug)]
struct Lost;

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the answer was lost on request")
    }
}

impl std::error::Error for Lost {}

fn sent(response: Response<Body>) -> Result<Response<Body>, Lost> {
    match response.extensions().get::<Dropped>() {
        Some(Dropped) => Err(Lost),
        None => Ok(response),
    }
}
