//! What befalls a session, and what is seen of it; knows the portal by its labels, its contract and its channel only.

use crate::actions::{Account, SignedInAgent};
use crate::boot_page;
use crate::checks::traces;
use crate::find;
use crate::harness::page::Page;
use crate::words::Words;
use crate::{actions, keys};
use chrono::DateTime;
use serde_json::{Value, json};

/// What a session lasts without an answer, as the reference backend starts.
const IDLE_S: u32 = 15 * 60;

/// What it lasts at most.
const ABSOLUTE_S: i64 = 8 * 3600;

/// Sets the portal's times, for sessions that are open too.
pub fn set_times(page: &Page, times: &Value) {
    page.portal.change_portal(&json!({ "session": times }));
}

/// Says a word on the channel of the portal's tabs, as another tab would.
pub fn tell_tabs(page: &Page, word: &str) {
    let tell = "const channel = new BroadcastChannel('intraparis-nomade'); channel.postMessage(arguments[0]); channel.close()";
    page.run(tell, &[json!(word)]);
}

/// Lets time pass on the portal until so many seconds are left of a fresh session, and the page learn of it.
pub fn come_near_the_end(page: &Page, left_s: u32) {
    page.portal.advance_clock(IDLE_S - left_s);
    tell_tabs(page, "changed");
}

/// Has the portal end the session for good in so many seconds, whatever its agent does, and the page learn of it.
pub fn come_near_the_absolute_end(page: &Page, left_s: i64) {
    let told = session(page);
    let time = |name: &str| DateTime::parse_from_rfc3339(told[name].as_str().unwrap_or_default());
    let (now, end) = (time("now"), time("absolute_expires_at"));
    let left = end.expect("an absolute end") - now.expect("the portal's time");
    let absolute_s = ABSOLUTE_S - left.num_seconds() + left_s;
    set_times(page, &json!({ "absolute_s": absolute_s }));
    tell_tabs(page, "changed");
}

/// Lets so much time pass on the portal that no session is left, and the page learn of it.
pub fn outlast_every_session(page: &Page) {
    page.portal.advance_clock(24 * 3600);
    tell_tabs(page, "changed");
}

/// Ends the session by time, and waits until the page asks for the password.
#[track_caller]
pub fn expire(page: &Page, words: &Words) {
    outlast_every_session(page);
    find::heading(page, words.session_over);
}

/// Waits for the warning.
#[track_caller]
pub fn until_warned(page: &Page, words: &Words) {
    find::heading(page, words.session_ending);
}

/// Waits until no dialog stands before the page.
#[track_caller]
pub fn until_no_dialog(page: &Page) {
    page.until_true("no dialog", NO_DIALOG, &[]);
}

/// A script that tells whether no dialog stands.
pub const NO_DIALOG: &str = "return document.querySelector('dialog, [role=dialog]') === null";

/// Types the password where the session ended, and sends it.
#[track_caller]
pub fn sign_in_again(page: &Page, account: &Account, words: &Words) {
    actions::fill_in(page, words.password, account.password);
    actions::press_button(page, words.log_in);
    find::button(page, words.log_out);
}

/// What the portal says of the browser's session; asking extends nothing.
pub fn session(page: &Page) -> Value {
    page.portal
        .get("/api/v1/session", &traces::cookie_header(page))
        .json()
}

/// When the portal will end the session if nobody extends it; later ones compare greater.
pub fn idle_end(page: &Page) -> String {
    let told = session(page);
    told["idle_expires_at"]
        .as_str()
        .unwrap_or_else(|| panic!("no session: {told}"))
        .to_owned()
}

/// Puts the device's clock on the wall forward, or back, as far as this page can see; the clock that only runs stays.
pub fn shift_clock(page: &Page, seconds: i64) {
    // The window's own: a driver's script may have another.
    let shift = "const [seconds] = arguments; const date = window.Date; const now = date.now.bind(date); date.now = () => now() + 1000 * seconds";
    page.run(shift, &[json!(seconds)]);
}

/// What a device does that wakes up: the page is seen again.
pub fn wake(page: &Page) {
    page.run("document.dispatchEvent(new Event('visibilitychange'))", &[]);
}

/// Waits until so many milliseconds have passed on the page's own clock, which nobody shifts.
#[track_caller]
pub fn let_pass(page: &Page, ms: u32) {
    let start = page.run("return performance.now()", &[]);
    page.until_true(
        &format!("{ms} ms of the page's own time"),
        "return performance.now() - arguments[0] >= arguments[1]",
        &[start, json!(ms)],
    );
}

/// A sign that somebody is at the page that changes nothing in it.
pub fn press_a_key(page: &Page) {
    page.press(&[keys::SHIFT]);
}

/// Opens the login and signs in on a device that others use too.
#[track_caller]
pub fn sign_in_on_shared_device<'a>(
    page: &'a Page,
    account: &Account,
    words: &Words,
) -> SignedInAgent<'a> {
    page.open("/login");
    share_device(page, words);
    actions::sign_in_here(page, account, words)
}

/// Says on the login that others use the device too.
#[track_caller]
pub fn share_device(page: &Page, words: &Words) {
    boot_page::taken_over(page);
    actions::tick(page, words.shared_device);
}
