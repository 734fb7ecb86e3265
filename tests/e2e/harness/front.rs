//! A door before the portal, for what its own test controls can't do: it lets a file wait for a word, or has browsers report
//! what the Content-Security-Policy stops.
//!
//! A script in the page would be too late for what is stopped at the start, and only Chromium's driver has a log of it;
//! `report-uri` works in all three engines. Nothing else of an answer changes, the policy itself least of all.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

const REPORTS: &str = "/reported-by-the-browser";
const LONGEST_HEAD: usize = 64 << 10;

/// The door, open as long as the tests run.
#[derive(Clone, Debug)]
pub struct Front {
    /// The port that browsers are sent to.
    pub port: u16,
    asks_for_reports: bool,
    reports: Arc<Mutex<Vec<String>>>,
    /// The paths that nothing is answered to for now, and the word when that changes.
    held: Arc<(Mutex<Vec<String>>, Condvar)>,
    /// The first lines of the requests that the portal has answered.
    answered: Arc<Mutex<Vec<String>>>,
}

impl Front {
    /// Opens a door before the server on `port` of this machine.
    pub fn before(port: u16, asks_for_reports: bool) -> Result<Self, String> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let own_port = listener
            .local_addr()
            .map_err(|error| error.to_string())?
            .port();
        let front = Self {
            port: own_port,
            asks_for_reports,
            reports: Arc::default(),
            held: Arc::default(),
            answered: Arc::default(),
        };
        let keeper = front.clone();
        std::thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let keeper = keeper.clone();
                // A broken connection is the browser's business: it asked, it goes.
                std::thread::spawn(move || keeper.pass_on(browser, port));
            }
        });
        Ok(front)
    }

    /// What browsers reported so far, each as the JSON that they sent.
    pub fn reports(&self) -> Vec<String> {
        self.reports
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Lets whoever asks for one of these paths wait from now on, and nobody else; `*` ends the beginning of many, and a
    /// method may stand before: `PUT /api/v1/session`.
    pub fn hold(&self, paths: &[&str]) {
        let (held, word) = &*self.held;
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = paths.iter().map(|path| (*path).to_owned()).collect();
        word.notify_all();
    }

    /// Nobody waits any more.
    pub fn let_pass(&self) {
        self.hold(&[]);
    }

    /// The portal has answered such a request, and done whatever was to be done for it; `PUT /api/v1/session`.
    pub fn has_answered(&self, request: &str) -> bool {
        self.times_answered(request) > 0
    }

    /// How often the portal has answered such a request.
    pub fn times_answered(&self, request: &str) -> usize {
        let answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        let beginning = format!("{request} ");
        answered
            .iter()
            .filter(|line| line.starts_with(&beginning))
            .count()
    }

    fn wait_for_the_word(&self, head: &str) {
        let mut line = head.split(' ');
        let (method, target) = (line.next(), line.next().unwrap_or_default());
        let path = target.split('?').next().unwrap_or_default();
        let is_it = |held: &String| {
            let (its_method, its_path) = match held.split_once(' ') {
                Some((its_method, its_path)) => (Some(its_method), its_path),
                None => (method, held.as_str()),
            };
            let fits = match its_path.strip_suffix('*') {
                Some(beginning) => path.starts_with(beginning),
                None => path == its_path,
            };
            fits && its_method == method
        };
        let (held, word) = &*self.held;
        let held = held.lock().unwrap_or_else(PoisonError::into_inner);
        let passes = word.wait_while(held, |held| held.iter().any(is_it));
        drop(passes);
    }

    fn pass_on(&self, mut browser: TcpStream, port: u16) -> Option<()> {
        let (request, body) = read_request(&mut browser)?;
        if request.starts_with(&format!("POST {REPORTS} ")) {
            let report = String::from_utf8_lossy(&body).into_owned();
            self.reports
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(report);
            return browser
                .write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
                .ok();
        }
        self.wait_for_the_word(&request);
        let mut portal = TcpStream::connect(("127.0.0.1", port)).ok()?;
        portal
            .write_all(with_header(&request, "Connection", "close").as_bytes())
            .ok()?;
        portal.write_all(&body).ok()?;
        let answer = read_to_the_end(&mut portal);
        self.answered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend(request.lines().next().map(str::to_owned));
        let end = end_of_head(&answer)?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut head = with_header(&head, "Connection", "close");
        if self.asks_for_reports {
            head = asking_for_reports(&head);
        }
        browser.write_all(head.as_bytes()).ok()?;
        browser.write_all(&answer[end..]).ok()
    }
}

fn read_request(browser: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 16 << 10];
    let end = loop {
        if let Some(end) = end_of_head(&bytes) {
            break end;
        }
        let read = browser
            .read(&mut chunk)
            .ok()
            .filter(|read| *read > 0 && bytes.len() < LONGEST_HEAD)?;
        bytes.extend_from_slice(&chunk[..read]);
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = header(&head, "content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0);
    let mut body = bytes.split_off(end);
    while body.len() < length {
        let read = browser.read(&mut chunk).ok().filter(|read| *read > 0)?;
        body.extend_from_slice(&chunk[..read]);
    }
    Some((head, body))
}

/// What came until the other side closed or broke off; a broken answer is passed on broken.
fn read_to_the_end(portal: &mut TcpStream) -> Vec<u8> {
    let mut answer = Vec::new();
    let _broken_off = portal.read_to_end(&mut answer);
    answer
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .map(|start| start + 4)
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines
        .find(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

fn with_header(head: &str, name: &str, value: &str) -> String {
    let others = |line: &&str| {
        !line
            .split_once(':')
            .is_some_and(|(found, _)| found.eq_ignore_ascii_case(name))
    };
    let kept: Vec<&str> = head.trim_end().lines().filter(others).collect();
    format!("{}\r\n{name}: {value}\r\n\r\n", kept.join("\r\n"))
}

fn asking_for_reports(head: &str) -> String {
    match header(head, "content-security-policy") {
        Some(policy) => with_header(
            head,
            "Content-Security-Policy",
            &format!("{policy}; report-uri {REPORTS}"),
        ),
        None => head.to_owned(),
    }
}
