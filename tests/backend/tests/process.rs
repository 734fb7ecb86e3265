//! The program as a process: its start, its refusals, its stop, and what survives its death.

use serde_json::json;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

const BIN: &str = env!("CARGO_BIN_EXE_portal-backend");

/// A running server.
pub struct Program {
    pub child: Child,
    pub port: u16,
}

/// A whole answer.
pub struct Reply {
    pub status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn cookie(&self) -> String {
        let line = self
            .head
            .lines()
            .find(|line| line.to_ascii_lowercase().starts_with("set-cookie:"))
            .unwrap();
        line.split_once(':')
            .unwrap()
            .1
            .trim()
            .split(';')
            .next()
            .unwrap()
            .to_owned()
    }
}

impl Program {
    /// Starts it on a free port with a database in `folder`, and waits until it says where it is.
    pub fn start(arguments: &[&str], folder: &Path) -> Self {
        let mut child = command(arguments, folder).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = loop {
            let line = lines
                .next()
                .unwrap_or_else(|| panic!("it ended before it was ready"))
                .unwrap();
            if let Some((_, port)) = line.split_once("://localhost:") {
                break port.trim().parse().unwrap();
            }
        };
        // What it prints further is read, so that it never waits for a reader.
        thread::spawn(move || lines.count());
        Self { child, port }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([format!("-{name}"), self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    /// Stops it as a service manager does, and gives its log.
    pub fn stop(mut self) -> String {
        self.signal("TERM");
        let mut log = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut log)
            .unwrap();
        assert!(self.child.wait().unwrap().success(), "{log}");
        log
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended already, mostly.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(BIN);
    command
        .current_dir(folder)
        .args(["--port", "0", "--database"])
        .arg(folder.join("portal.sqlite"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Sends a request and reads the answer to its end; an answer that is cut is an error.
fn try_request(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Reply> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply {
        status,
        head,
        body: answer[end + 4..].to_vec(),
    })
}

/// The same, when it must succeed.
pub fn request(port: u16, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
    try_request(port, method, path, headers, body)
        .unwrap_or_else(|| panic!("no answer to {method} {path}"))
}

pub fn sign_in(port: u16) -> Option<Reply> {
    let body =
        json!({ "username": "agent.demo", "password": "Nomade-2026!", "shared_device": false })
            .to_string();
    try_request(port, "POST", "/api/v1/session", &[], &body)
}

#[test]
fn what_was_written_survives_a_kill_in_the_middle_of_writing() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&[], folder.path());
    let port = program.port;
    let (told, heard) = mpsc::channel();
    let writers: Vec<_> = (0..3)
        .map(|_| {
            let told = told.clone();
            // Until the server is gone: the kill falls between two of these, or into one.
            thread::spawn(move || {
                while let Some(reply) = sign_in(port) {
                    assert_eq!(reply.status, 200);
                    if told.send(reply.cookie()).is_err() {
                        break;
                    }
                }
            })
        })
        .collect();
    drop(told);
    let mut cookies: Vec<String> = heard.iter().take(12).collect();
    program.signal("KILL");
    cookies.extend(heard.iter());
    for writer in writers {
        writer.join().unwrap();
    }
    drop(program);

    let program = Program::start(&[], folder.path());
    for cookie in &cookies {
        let session = request(
            program.port,
            "GET",
            "/api/v1/session",
            &[("Cookie", cookie)],
            "",
        )
        .json();
        assert_eq!(session["state"], "signed_in");
    }
    program.stop();
}

#[test]
fn the_start_tells_the_address_and_the_accounts() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = command(&["--test-controls"], folder.path())
        .spawn()
        .unwrap();
    let mut said = String::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        said.push_str(&line);
        if line.contains("Ctrl+C") {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    for part in [
        "http://localhost:",
        "agent.demo",
        "manager.demo",
        "nouveau.demo",
        "bientot.demo",
        "expire.demo",
        "bloque.demo",
        "Nomade-2026!",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn what_can_not_work_is_one_line_and_an_exit_that_is_not_zero() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    std::fs::write(folder.path().join("no-database"), "x".repeat(5000)).unwrap();
    for (arguments, part) in [
        (vec!["--port", &port], "is taken"),
        (vec!["--database", "no-database"], "not a SQLite database"),
        (vec!["--database", "."], "can't be opened"),
        (vec!["--site", "nowhere"], "no site"),
        (
            vec!["--host", "192.0.2.1", "--tls", "--test-controls"],
            "--test-controls is refused",
        ),
        (vec!["--host", "0.0.0.0"], "plain http is refused"),
        (vec!["--host", "192.0.2.1", "--tls"], "cannot listen"),
        (vec!["--origin", "https://page.example/"], "not an origin"),
    ] {
        // A later option of the same name wins.
        let output = Command::new(BIN)
            .current_dir(folder.path())
            .args(if arguments.contains(&"--database") {
                vec![]
            } else {
                vec!["--database", ":memory:"]
            })
            .args(if arguments.contains(&"--port") {
                vec![]
            } else {
                vec!["--port", "0"]
            })
            .args(&arguments)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(
            said.lines().count() == 1
                && said.starts_with("portal-backend: ")
                && said.contains(part),
            "{arguments:?}: {said}"
        );
    }
    for arguments in [
        vec!["--port", "99999"],
        vec!["--seed", "huge"],
        vec!["--nonsense"],
        vec!["--host", "nowhere"],
    ] {
        let output = Command::new(BIN).args(&arguments).output().unwrap();
        assert!(
            !output.status.success() && !output.stderr.is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_stop_lets_the_answer_on_its_way_go_out() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&["--test-controls"], folder.path());
    let port = program.port;
    let fault =
        json!({ "method": "GET", "path": "/api/v1/portal", "kind": "delay:400" }).to_string();
    assert_eq!(
        request(port, "POST", "/test/faults", &[], &fault).status,
        204
    );
    let mut slow = TcpStream::connect(("127.0.0.1", port)).unwrap();
    slow.write_all(b"GET /api/v1/portal HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    wait_until_taken(port);
    program.stop();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.contains("contract_version"),
        "{answer}"
    );
}

/// Until the slow request has taken its fault, and is being answered.
fn wait_until_taken(port: u16) {
    while request(port, "GET", "/test/faults", &[], "").json()["waiting"] != 0 {}
}

#[test]
fn another_seed_replaces_the_data_and_the_same_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let cookie = {
        let program = Program::start(&[], folder.path());
        let cookie = sign_in(program.port).unwrap().cookie();
        program.stop();
        cookie
    };
    let program = Program::start(&[], folder.path());
    let session = request(
        program.port,
        "GET",
        "/api/v1/session",
        &[("Cookie", &cookie)],
        "",
    )
    .json();
    assert_eq!(session["state"], "signed_in");
    program.stop();
    let program = Program::start(&["--seed", "large"], folder.path());
    let session = request(
        program.port,
        "GET",
        "/api/v1/session",
        &[("Cookie", &cookie)],
        "",
    )
    .json();
    assert_eq!(session["state"], "signed_out");
    assert!(program.stop().contains("held another seed"));
}
