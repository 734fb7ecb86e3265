//! Ways through leave, and what the portal has of it; knows the portal by its labels and its contract only.

use crate::actions::{self, Account, DEMO_PASSWORD};
use crate::checks::{self, traces};
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::webdriver::Refusal;
use crate::words::Words;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

const FR: Words = Words::FRENCH;

/// A colleague of the manager, who validates the same leave.
pub const ADJOINT: Account = account("adjoint.demo");
/// Who validates at the second level.
pub const DIRECTION: Account = account("direction.demo");

const fn account(username: &'static str) -> Account {
    Account {
        username,
        password: DEMO_PASSWORD,
    }
}

/// The page of the agent's own leave.
pub const LIST: &str = "/space/leave";
/// The form.
pub const ASKING: &str = "/space/leave/new";
/// What waits for who validates.
pub const APPROVALS: &str = "/space/leave/approvals";
/// Who is away.
pub const CALENDAR: &str = "/space/leave/calendar";
/// The requests, in the contract.
pub const REQUESTS: &str = "/api/v1/leave/requests";
/// Every call about one of them.
pub const ONE: &str = "/api/v1/leave/requests/*";

/// Waits at level 1: seven half-days, six of them of the rights of last year.
pub const WAITING: &str = "Congés annuels, du 28 décembre 2026 au 4 janvier 2027 à midi";
/// Was granted: nine half-days.
pub const GRANTED: &str = "Congés annuels, du 15 au 19 février 2027";
/// Was refused, with a reason.
pub const REFUSED: &str = "Congé exceptionnel, le 18 mai 2026";

/// Goes to the agent's own leave.
#[track_caller]
pub fn open_leave(page: &Page) {
    actions::follow(page, FR.leave.leave);
    page.until_path(LIST);
    find::link(page, WAITING);
}

/// Opens a request by its name in the list, and gives its id.
#[track_caller]
pub fn open(page: &Page, name: &str) -> String {
    open_leave(page);
    actions::follow(page, name);
    find::heading(page, FR.leave.trail);
    let path = page.path();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Goes to the form.
#[track_caller]
pub fn open_form(page: &Page) {
    actions::follow(page, FR.leave.leave);
    find::heading(page, FR.leave.rights);
    actions::follow(page, FR.leave.ask);
    page.until_path(ASKING);
    find::button(page, FR.files.send_request);
}

/// The agent's requests, as the portal has them.
pub fn requests(page: &Page) -> Vec<Value> {
    told(page, REQUESTS)["items"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

/// A request, as the portal has it for who is signed in.
pub fn request(page: &Page, id: &str) -> Value {
    told(page, &format!("{REQUESTS}/{id}"))
}

/// What the portal tells who is signed in.
#[track_caller]
pub fn told(page: &Page, path: &str) -> Value {
    let answer = page.portal.get(path, &traces::cookie_header(page));
    assert_eq!(answer.status, 200, "GET {path}: {}", answer.body);
    answer.json()
}

/// The request that was made since `before` is the only one, and it is told.
#[track_caller]
pub fn one_more(page: &Page, before: &[Value]) -> Value {
    let mut made = requests(page);
    made.retain(|request| before.iter().all(|known| known["id"] != request["id"]));
    assert_eq!(made.len(), 1, "made: {made:?}");
    made.remove(0)
}

/// None was made since `before`.
#[track_caller]
pub fn none_more(page: &Page, before: &[Value]) {
    assert_eq!(requests(page).len(), before.len(), "nothing was made");
}

/// What happened to a request, by the contract's names, the earliest first.
pub fn deeds(request: &Value) -> Vec<&str> {
    let trail = request["trail"].as_array().into_iter().flatten();
    trail.filter_map(|step| step["deed"].as_str()).collect()
}

/// Waits until a right stands so in the table: acquired, taken, pending, left.
#[track_caller]
pub fn until_balance(page: &Page, right: &str, wanted: [&str; 4]) {
    let row = "const row = Array.from(document.querySelectorAll('main tbody tr')).find((row) => row.querySelector('th')?.textContent.includes(arguments[0])); return Array.from(row?.querySelectorAll('td') ?? [], (cell) => cell.textContent.trim())";
    page.until_returns(
        &format!("what the table says of {right}"),
        row,
        &[json!(right)],
        json!(wanted),
    );
}

/// Somebody at another device, in the words of the contract.
pub struct Elsewhere<'a> {
    page: &'a Page,
    session: (String, String),
}

impl<'a> Elsewhere<'a> {
    /// Signs in there.
    #[track_caller]
    pub fn sign_in(page: &'a Page, account: &Account) -> Self {
        let session = page
            .portal
            .sign_in_elsewhere(account.username, account.password);
        Self { page, session }
    }

    /// What the portal tells them.
    #[track_caller]
    pub fn told(&self, path: &str) -> Value {
        let answer = self.page.portal.get(path, &self.session.0);
        assert_eq!(answer.status, 200, "GET {path}: {}", answer.body);
        answer.json()
    }

    /// The id of the request of that person that waits for them, by its first day.
    #[track_caller]
    pub fn waiting(&self, who: &str, from: &str) -> String {
        let told = self.told("/api/v1/leave/approvals");
        let items = told["items"].as_array().into_iter().flatten();
        let mut requests = items.map(|item| &item["request"]);
        let found = requests
            .find(|it| it["agent"]["name"] == who && it["period"]["from"] == from)
            .unwrap_or_else(|| panic!("nothing of {who} waits from {from} on: {told}"));
        found["id"].as_str().unwrap_or_default().to_owned()
    }

    /// A request as they may see it.
    #[track_caller]
    pub fn request(&self, id: &str) -> Value {
        self.told(&format!("{REQUESTS}/{id}"))
    }

    /// Puts what is there in place of itself with that change, as it is now.
    #[track_caller]
    pub fn change(&self, path: &str, change: &Value) {
        let mut body = self.told(path);
        let revision = format!("\"{}\"", body["revision"].as_str().unwrap_or_default());
        if let (Some(body), Some(change)) = (body.as_object_mut(), change.as_object()) {
            body.retain(|name, _| !matches!(name.as_str(), "id" | "revision" | "saved_at"));
            body.extend(change.clone());
        }
        let session = (self.session.0.as_str(), self.session.1.as_str());
        let header = Some(("If-Match", revision.as_str()));
        let answer = self
            .page
            .portal
            .send_with("PUT", path, session, header, &body);
        assert_eq!(answer.status, 200, "a change elsewhere: {}", answer.body);
    }

    /// Decides on it, as it is now.
    #[track_caller]
    pub fn decide(&self, id: &str, outcome: &str, reason: &str) -> Value {
        let revision = self.request(id)["revision"].clone();
        let session = (self.session.0.as_str(), self.session.1.as_str());
        let revision = format!("\"{}\"", revision.as_str().unwrap_or_default());
        let answer = self.page.portal.send_with(
            "POST",
            &format!("{REQUESTS}/{id}/decision"),
            session,
            Some(("If-Match", &revision)),
            &json!({ "outcome": outcome, "reason": reason }),
        );
        assert_eq!(answer.status, 200, "a decision elsewhere: {}", answer.body);
        answer.json()
    }
}

/// Waits until a field is marked as wrong, and its description holds these words.
#[track_caller]
pub fn until_wrong(page: &Page, label: &str, words: &str) {
    let said = "const [field, words] = arguments; const plain = (text) => (text ?? '').replace(/[\\s\\u00a0\\u202f]+/g, ' '); const ids = (field.getAttribute('aria-describedby') ?? '').split(' '); return field.getAttribute('aria-invalid') === 'true' && ids.some((id) => id && plain(document.getElementById(id)?.textContent).includes(words))";
    page.until(&format!("{words:?} at {label:?}"), || {
        let Some(field) = find::field_now(page, label)? else {
            return Ok(None);
        };
        let is_said = page.session().run(said, &[field.to_json(), json!(words)])?;
        Ok((is_said == true).then_some(()))
    });
}

/// Waits until the page has counted what is chosen now: so many days, in the portal's words.
#[track_caller]
pub fn until_counted(page: &Page, days: &str) {
    let counted = "const heading = Array.from(document.querySelectorAll('main h2')).find((heading) => heading.textContent === arguments[0]); const panel = heading?.closest('section'); return panel && panel.ariaBusy !== 'true' && !panel.hasAttribute('aria-busy') ? panel.innerText.replace(/[\\s\\u00a0\\u202f]+/g, ' ') : ''";
    let wanted = format!("{days} de congé");
    page.until(&format!("{wanted:?} to be counted"), || {
        let told = page.session().run(counted, &[json!(FR.leave.preview)])?;
        let told = told.as_str().unwrap_or_default();
        if told.contains(&wanted) {
            Ok(Some(()))
        } else {
            Err(Refusal::so_far(&told))
        }
    });
}

/// Waits until the preview tells that of a right: what is left before and after.
#[track_caller]
pub fn until_left(page: &Page, right: &str, before: &str, after: &str) {
    let row = "const table = Array.from(document.querySelectorAll('main table')).find((table) => table.caption?.textContent === arguments[1]); const row = Array.from(table?.tBodies[0]?.rows ?? []).find((row) => row.cells[0].textContent === arguments[0]); return Array.from(row?.cells ?? [], (cell) => cell.textContent.replace(/[\\s\\u00a0\\u202f]+/g, ' ')).slice(1)";
    page.until_returns(
        &format!("what would be left of {right}"),
        row,
        &[json!(right), json!(FR.leave.preview_rights)],
        json!([before, after]),
    );
}

/// Chooses a kind and whole days, and waits until they are counted: what comes above a button would move it.
#[track_caller]
pub fn choose_days(page: &Page, kind: &str, (from, to): (&str, &str), days: &str) {
    actions::tick(page, kind);
    actions::fill_in(page, FR.leave.first_day, from);
    actions::fill_in(page, FR.leave.last_day, to);
    // What a field has to say is said when it is left.
    actions::enter(page, FR.leave.comment);
    until_counted(page, days);
}

/// Puts a text into a field at once, as pasting does.
#[track_caller]
pub fn paste(page: &Page, label: &str, text: &str) {
    actions::enter(page, label);
    let paste = "const field = document.activeElement; field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
    page.run(paste, &[json!(text)]);
}

/// Whether the page would have the browser ask before it goes.
#[track_caller]
pub fn until_asks_before_unload(page: &Page, asks: bool) {
    let asked = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented";
    page.until_returns("whether something would be lost", asked, &[], asks);
}

/// Presses a button five times at once.
#[track_caller]
pub fn press_at_once(page: &Page, name: &str) {
    let button = find::button(page, name).to_json();
    page.run(
        "for (let n = 0; n < 5; n += 1) arguments[0].click()",
        &[button],
    );
}

/// What every page owes, now.
#[track_caller]
pub fn is_sound(page: &Page) {
    checks::nothing(checks::axe::axe(page));
    checks::nothing(checks::frame(page, &FR));
}

/// Waits until a choice is made.
#[track_caller]
pub fn until_ticked(page: &Page, label: &str) {
    page.until_equal(
        &format!("whether {label:?} is chosen"),
        &json!(true),
        || {
            let chosen = find::now_of_field(page, label, "checked")?;
            Ok(chosen.unwrap_or_default())
        },
    );
}

/// A file of the device's owner, there until it is dropped.
pub struct OwnFile {
    path: PathBuf,
}

impl OwnFile {
    /// A file of that name with these bytes.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = format!("nomade-e2e-{}-own-{number}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("a file");
        Self { path }
    }

    /// Chooses it in the field of that label.
    #[track_caller]
    pub fn choose(&self, page: &Page, label: &str) {
        page.until(&format!("choosing a file in {label:?}"), || {
            let field = find::field(page, label);
            let path = json!({ "text": self.path });
            page.session().to_element(&field, "value", &path).map(Some)
        });
    }
}

impl Drop for OwnFile {
    fn drop(&mut self) {
        if let Some(folder) = self.path.parent() {
            let _absent_is_fine = std::fs::remove_dir_all(folder);
        }
    }
}

/// A PDF of about so many bytes.
pub fn pdf(bytes: usize) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%".to_vec();
    file.resize(bytes.max(file.len()), b'x');
    file.extend_from_slice(b"\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
    file
}

/// Types the password where the session ended; a dialog that comes back then keeps the rest of the page away.
#[track_caller]
pub fn sign_in_again_to_a_dialog(page: &Page, account: &Account) {
    actions::fill_in(page, FR.password, account.password);
    actions::press_button(page, FR.log_in);
    find::gone(page, Role::Heading, FR.session_over);
}
