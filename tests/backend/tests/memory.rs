//! How much memory the program takes for large files, as Linux tells it.

use crate::process::{Program, request, sign_in};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;

/// Reads the whole file without keeping it, and gives its length.
fn read_through(port: u16, path: &str, cookie: &str) -> usize {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap() > 2 {
        line.clear();
    }
    let (mut length, mut piece) = (0, vec![0; 65_536]);
    loop {
        match reader.read(&mut piece).unwrap() {
            0 => return length,
            count => length += count,
        }
    }
}

/// The most memory that the process has held so far, in kilobytes.
fn most_memory(program: &Program) -> i64 {
    let path = format!("/proc/{}/status", program.child.id());
    let status = std::fs::read_to_string(path).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.unwrap().split_whitespace().nth(1).unwrap();
    number.parse().unwrap()
}

#[test]
fn four_downloads_of_fifty_megabytes_at_once_take_no_more_memory_than_their_pieces() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&[], folder.path());
    let port = program.port;
    let cookie = sign_in(port).unwrap().cookie();
    let headers = [("Cookie", cookie.as_str())];
    let documents = request(port, "GET", "/api/v1/documents", &headers, "").json();
    let items = documents["items"].as_array().unwrap().clone();
    let largest = items.iter().find(|it| it["size"] == 52_428_800).unwrap();
    let id = largest["id"].as_str().unwrap();
    let path = format!("/api/v1/documents/{id}/content");
    // What is drawn of it is drawn once before.
    let first = [headers[0], ("Range", "bytes=0-99")];
    assert_eq!(request(port, "GET", &path, &first, "").status, 206);
    let before = most_memory(&program);
    let readers: Vec<_> = (0..4)
        .map(|_| {
            let (path, cookie) = (path.clone(), cookie.clone());
            thread::spawn(move || read_through(port, &path, &cookie))
        })
        .collect();
    for reader in readers {
        assert_eq!(reader.join().unwrap(), 52_428_800);
    }
    let growth = most_memory(&program) - before;
    assert!(growth < 16 * 1024, "{growth} kB more");
    program.stop();
}
