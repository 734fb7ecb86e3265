//! https with the certificate made at the start, as a client that trusts it sees it.

use portal_backend::{Options, start};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

#[tokio::test]
async fn over_https_the_strict_cookie_is_set_and_browsers_are_told_to_stay() {
    let options = Options {
        port: 0,
        database: ":memory:".into(),
        tls: true,
        ..Options::default()
    };
    let server = start(options).await.unwrap();
    assert!(server.url().starts_with("https://localhost:"));
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_slice(server.certificate_pem().unwrap().as_bytes()).unwrap())
        .unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(server.address()).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .unwrap();
    let body = r#"{"username":"agent.demo","password":"Nomade-2026!","shared_device":false}"#;
    let host = server.url().replace("https://", "");
    let request = format!(
        "POST /api/v1/session HTTP/1.1\r\nHost: {host}\r\nOrigin: https://{host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A missing farewell of TLS is no matter here: the answer has its own length.
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains("set-cookie: __Host-session="));
    assert!(answer.contains("; Path=/; HttpOnly; Secure; SameSite=Lax\r\n"));
    assert!(answer.contains("strict-transport-security: max-age=63072000\r\n"));
    server.stop().await;
}

#[tokio::test]
async fn a_taken_port_is_said_so() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let options = Options {
        port: taken.local_addr().unwrap().port(),
        database: ":memory:".into(),
        ..Options::default()
    };
    let error = start(options).await.unwrap_err();
    assert!(error.to_string().contains("is taken"), "{error}");
}
