//! Another server on this machine, which nobody may reach: it hears whatever knocks and answers nothing; knows no page.

use std::io::Read;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// So much of what knocked is kept, to tell it by.
const KEPT: usize = 200;

/// The server, open as long as the tests run.
///
/// A connection counts, whatever is said over it: a request that a policy stops opens none, in any engine.
#[derive(Clone, Debug)]
pub struct Wire {
    /// Its port.
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Wire {
    /// Listens.
    pub fn listen() -> Result<Self, String> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let port = listener
            .local_addr()
            .map_err(|error| error.to_string())?
            .port();
        let wire = Self {
            port,
            heard: Arc::default(),
        };
        let keeper = wire.clone();
        std::thread::spawn(move || {
            for mut stranger in listener.incoming().flatten() {
                let mut said = [0; KEPT];
                // Most say something at once; who says nothing is heard too.
                let _ = stranger.set_read_timeout(Some(Duration::from_millis(300)));
                let length = stranger.read(&mut said).unwrap_or_default();
                let said = String::from_utf8_lossy(&said[..length]).into_owned();
                keeper
                    .heard
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(said);
            }
        });
        Ok(wire)
    }

    /// What knocked so far, by the beginning of what it said.
    pub fn heard(&self) -> Vec<String> {
        self.heard
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
