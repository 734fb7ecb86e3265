//! The self-signed certificate of `--tls`; knows no request.

use crate::start_error::StartError;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use std::net::IpAddr;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// A certificate made for this run, and what speaks TLS with it.
pub struct Identity {
    /// What a client must be told to trust.
    pub certificate_pem: String,
    /// Turns connections into encrypted ones.
    pub acceptor: TlsAcceptor,
}

/// Makes a certificate for localhost and for the address that is listened on.
///
/// # Errors
/// When the library can't make one.
pub fn identity(host: IpAddr) -> Result<Identity, StartError> {
    let failed = |error: &dyn std::fmt::Display| StartError::Certificate(error.to_string());
    let names = vec![
        "localhost".to_owned(),
        "127.0.0.1".to_owned(),
        "::1".to_owned(),
        host.to_string(),
    ];
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(names).map_err(|error| failed(&error))?;
    let key =
        PrivateKeyDer::try_from(signing_key.serialize_der()).map_err(|error| failed(&error))?;
    // Named rather than taken from the process: another crate in a test binary may have installed its own.
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(vec![cert.der().clone()], key)
        })
        .map_err(|error| failed(&error))?;
    Ok(Identity {
        certificate_pem: cert.pem(),
        acceptor: TlsAcceptor::from(Arc::new(config)),
    })
}
