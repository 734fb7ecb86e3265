//! Why the server could not start, each as one line that says what to do; knows no exit code.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Why the server could not start.
#[derive(Debug)]
pub enum StartError {
    /// Test controls on an address that others reach.
    TestControlsInPublic(IpAddr),
    /// Sign-in without TLS on an address that others reach.
    PlainHttpInPublic(IpAddr),
    /// Not an origin.
    Origin(String),
    /// The folder holds no site.
    Site(PathBuf),
    /// Something else listens there already.
    PortTaken(SocketAddr),
    /// The system refuses to listen there.
    Listen(SocketAddr, std::io::Error),
    /// The database can't be opened, read or brought up to date.
    Database(PathBuf, String),
    /// No certificate could be made.
    Certificate(String),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TestControlsInPublic(host) => write!(
                f,
                "--test-controls is refused on {host}: it lets anyone who reaches the server reset it; use a loopback --host such as 127.0.0.1"
            ),
            Self::PlainHttpInPublic(host) => write!(
                f,
                "plain http is refused on {host}: passwords would cross the network in the clear; add --tls or use a loopback --host such as 127.0.0.1"
            ),
            Self::Origin(origin) => write!(
                f,
                "`{origin}` is not an origin: write it as browsers do, such as https://portail.example or http://localhost:8081, in lower case and without a path"
            ),
            Self::Site(path) => write!(
                f,
                "there is no site in {}: no index.html there; build it first (`make build`) or leave --site out",
                path.display()
            ),
            Self::PortTaken(address) => write!(
                f,
                "{address} is taken: something listens there already; stop it or choose another --port (0 takes any free one)"
            ),
            Self::Listen(address, error) => write!(f, "cannot listen on {address}: {error}"),
            Self::Database(path, reason) => write!(
                f,
                "cannot use the database {}: {reason}; mend it, remove it, or name another with --database",
                path.display()
            ),
            Self::Certificate(reason) => {
                write!(f, "no certificate could be made for --tls: {reason}")
            }
        }
    }
}

impl std::error::Error for StartError {}
