//! What a person does, in the words of the portal; knows no class, no id and no markup.

use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::webdriver::{Answer, Element};
use crate::keys;
use crate::words::Words;
use serde_json::json;
use std::ops::Deref;

/// A demo account.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    /// What is typed under Identifiant.
    pub username: &'static str,
    /// What is typed under Mot de passe.
    pub password: &'static str,
}

/// The password of all demo accounts.
pub const DEMO_PASSWORD: &str = "Nomade-2026!";

const fn demo(username: &'static str) -> Account {
    Account {
        username,
        password: DEMO_PASSWORD,
    }
}

/// An ordinary agent.
pub const AGENT: Account = demo("agent.demo");
/// Another agent.
pub const MANAGER: Account = demo("manager.demo");
/// Has not accepted the charter.
pub const NEWCOMER: Account = demo("nouveau.demo");
/// The password has expired.
pub const EXPIRED: Account = demo("expire.demo");
/// Locked after too many wrong passwords.
pub const LOCKED: Account = demo("bloque.demo");

/// Proof that somebody has signed in on this page.
pub struct SignedInAgent<'a> {
    page: &'a Page,
}

impl Deref for SignedInAgent<'_> {
    type Target = Page;

    fn deref(&self) -> &Page {
        self.page
    }
}

/// Opens the login and signs in, in French.
pub fn sign_in<'a>(page: &'a Page, account: &Account) -> SignedInAgent<'a> {
    page.open("/login");
    sign_in_here(page, account, &Words::FRENCH)
}

/// Signs in on the login form that the page shows.
pub fn sign_in_here<'a>(page: &'a Page, account: &Account, words: &Words) -> SignedInAgent<'a> {
    submit_login(page, account.username, account.password, words);
    signed_in_here(page, words)
}

/// Waits until somebody is signed in, however that came.
pub fn signed_in_here<'a>(page: &'a Page, words: &Words) -> SignedInAgent<'a> {
    find::button(page, words.log_out);
    SignedInAgent { page }
}

/// Fills in the login form and sends it, whatever comes of it.
pub fn submit_login(page: &Page, username: &str, password: &str, words: &Words) {
    fill_in(page, words.username, username);
    fill_in(page, words.password, password);
    press_button(page, words.log_in);
}

/// Signs out and waits for the receipt.
pub fn sign_out(agent: SignedInAgent<'_>, words: &Words) {
    press_button(agent.page, words.log_out);
    agent.until_path("/signed-out");
    find::heading(agent.page, words.signed_out);
}

/// Opens a payslip by its month, from the list.
pub fn open_payslip(agent: &SignedInAgent<'_>, month: &str, words: &Words) {
    follow(agent, words.payslips);
    find::heading(agent, words.payslips);
    follow(agent, month);
    find::table(agent, words.totals);
}

/// Chooses the other language by its own name.
pub fn switch_language(page: &Page, now: &Words, then: &Words) {
    let switch = find::named(page, then.language, &[find::Role::Button, find::Role::Link]);
    click(page, &switch);
    page.until_true(
        &format!("the page in {}, after {}", then.language, now.language),
        "return document.documentElement.lang === arguments[0]",
        &[json!(then.tag)],
    );
}

/// Replaces what a field holds. The program may put its own field in place of the page's before somebody is in it.
pub fn fill_in(page: &Page, label: &str, text: &str) {
    page.until(&format!("typing into {label}"), || {
        let field = find::field(page, label);
        // Not every driver brings what it types into to where it can be seen.
        bring_into_sight(page, &field)?;
        page.session().to_element(&field, "clear", &json!({}))?;
        page.session()
            .to_element(&field, "value", &json!({ "text": text }))
            .map(Some)
    });
}

fn bring_into_sight(page: &Page, element: &Element) -> Answer {
    page.session().run(
        "arguments[0].scrollIntoView({ block: 'center' })",
        &[element.to_json()],
    )
}

/// What a field holds.
pub fn value_of(page: &Page, label: &str) -> String {
    let field = find::field(page, label);
    find::property(page, &field, "value")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Follows the link named exactly so.
pub fn follow(page: &Page, name: &str) {
    click_when_there(page, find::Role::Link, name);
}

/// Presses the button named exactly so.
pub fn press_button(page: &Page, name: &str) {
    click_when_there(page, find::Role::Button, name);
}

/// Breaks what the program relies on, the browser's ways to make elements, follows a link, and mends them again.
///
/// The program has met the fault by then; checks and drivers need those ways too.
pub fn follow_with_a_broken_browser(page: &Page, link: &str, words: &Words) {
    let sabotage = r"
const broken = () => { throw new Error('broken on purpose'); };
const ways = [[Document, 'createElement'], [Document, 'createElementNS'], [Node, 'cloneNode']];
const sound = ways.map(([kind, name]) => kind.prototype[name]);
window.mend = () => ways.forEach(([kind, name], index) => { kind.prototype[name] = sound[index]; });
for (const [kind, name] of ways) kind.prototype[name] = broken;
";
    page.run(sabotage, &[]);
    follow(page, link);
    find::heading(page, words.broken);
    page.run("window.mend()", &[]);
}

/// Unfolds, or folds, the text under that name.
pub fn unfold(page: &Page, name: &str) {
    page.until(&format!("unfolding {name:?}"), || {
        let summary = find::summary(page, name);
        bring_into_sight(page, &summary)?;
        page.session().click(&summary).map(Some)
    });
}

/// Moves the focus by keyboard, forward, to what is named so.
pub fn tab_to(page: &Page, name: &str) {
    const FURTHEST: u32 = 120;
    for _ in 0..FURTHEST {
        page.press(&[keys::TAB]);
        let focused = page.focused().map(|focused| find::name_of(page, &focused));
        if matches!(focused, Some(Ok(found)) if found == name) {
            return;
        }
    }
    panic!("{FURTHEST} times Tab do not lead to {name:?}");
}

/// Chooses an option of a list by its words.
pub fn choose(page: &Page, label: &str, option: &str) {
    page.until(&format!("{option:?} in {label:?}"), || {
        let list = find::field(page, label);
        let options = "return Array.from(arguments[0].options).find((option) => option.textContent.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim() === arguments[1])";
        let found = page.session().run(options, &[list.to_json(), json!(option)])?;
        match Element::from_json(&found) {
            Some(found) => page.session().click(&found).map(Some),
            None => Ok(None),
        }
    });
}

/// Presses the button, or follows the link, named exactly so.
pub fn press(page: &Page, name: &str) {
    page.until(&format!("pressing {name:?}"), || {
        let found = find::named(page, name, &[find::Role::Button, find::Role::Link]);
        bring_into_sight(page, &found)?;
        page.session().click(&found).map(Some)
    });
}

/// Clicks an element.
pub fn click(page: &Page, element: &Element) {
    page.must("clicking", page.session().click(element));
}

/// A page that is still settling may replace the element between finding and clicking: then it is found again.
fn click_when_there(page: &Page, role: find::Role, name: &str) {
    page.until(&format!("{role:?} {name:?}, to be clicked"), || {
        let Some(element) = find::now(page, role, name)? else {
            return Ok(None);
        };
        if page.engine == Engine::WebKit {
            // Its driver refuses what lies below the window's lower edge.
            bring_into_sight(page, &element)?;
        }
        page.session().click(&element).map(Some)
    });
}
