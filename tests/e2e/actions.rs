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
/// Validates the leave of [`AGENT`], and has letters from them: this space rightly names that agent.
pub const MANAGER: Account = demo("manager.demo");
/// An agent of another service, whose space says nothing of [`AGENT`]: whatever names that agent there is a leak.
pub const STRANGER: Account = demo("bientot.demo");
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
#[track_caller]
pub fn sign_in<'a>(page: &'a Page, account: &Account) -> SignedInAgent<'a> {
    page.open("/login");
    sign_in_here(page, account, &Words::FRENCH)
}

/// Signs in on the login form that the page shows.
#[track_caller]
pub fn sign_in_here<'a>(page: &'a Page, account: &Account, words: &Words) -> SignedInAgent<'a> {
    submit_login(page, account.username, account.password, words);
    signed_in_here(page, words)
}

/// Waits until somebody is signed in, however that came.
#[track_caller]
pub fn signed_in_here<'a>(page: &'a Page, words: &Words) -> SignedInAgent<'a> {
    find::button(page, words.log_out);
    SignedInAgent { page }
}

/// Fills in the login form and sends it, whatever comes of it.
#[track_caller]
pub fn submit_login(page: &Page, username: &str, password: &str, words: &Words) {
    fill_in(page, words.username, username);
    fill_in(page, words.password, password);
    press_button(page, words.log_in);
}

/// Signs out and waits for the receipt.
#[track_caller]
pub fn sign_out(agent: SignedInAgent<'_>, words: &Words) {
    press_button(agent.page, words.log_out);
    agent.until_path("/signed-out");
    find::heading(agent.page, words.signed_out);
}

/// Opens a payslip by its month, from the list.
#[track_caller]
pub fn open_payslip(agent: &SignedInAgent<'_>, month: &str, words: &Words) {
    follow(agent, words.payslips);
    find::heading(agent, words.payslips);
    follow(agent, month);
    find::table(agent, words.totals);
}

/// Chooses the other language by its own name. One click that is taken must be enough: a second would switch back.
#[track_caller]
pub fn switch_language(page: &Page, now: &Words, then: &Words) {
    let in_it = "return document.documentElement.lang === arguments[0]";
    let mut was_refused = false;
    page.until(
        &format!("the switch from {} to {}", now.language, then.language),
        || {
            // A click that was refused because the program took over may have counted all the same.
            if was_refused && page.session().run(in_it, &[json!(then.tag)])? == true {
                return Ok(Some(()));
            }
            for role in [find::Role::Button, find::Role::Link] {
                if let Some(switch) = find::now(page, role, then.language)? {
                    was_refused = true;
                    bring_into_sight_of_webkit(page, &switch)?;
                    return page.session().click(&switch).map(|_| Some(()));
                }
            }
            Ok(None)
        },
    );
    page.until_true(
        &format!("the page in {}, after {}", then.language, now.language),
        in_it,
        &[json!(then.tag)],
    );
}

/// Replaces what a field holds. The program may put its own field in place of the page's before somebody is in it.
#[track_caller]
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

/// WebKit's driver refuses what lies below the window's lower edge.
fn bring_into_sight_of_webkit(page: &Page, element: &Element) -> Answer<()> {
    if page.engine == Engine::WebKit {
        bring_into_sight(page, element)?;
    }
    Ok(())
}

/// What a field holds now.
#[track_caller]
pub fn value_of(page: &Page, label: &str) -> String {
    let value = find::property_of_field(page, label, "value");
    value.as_str().unwrap_or_default().to_owned()
}

/// Waits until a field holds exactly that.
#[track_caller]
pub fn until_value(page: &Page, label: &str, text: &str) {
    page.until_equal(&format!("what {label:?} holds"), &json!(text), || {
        let value = find::now_of_field(page, label, "value")?;
        Ok(value.unwrap_or_default())
    });
}

/// Ticks a box, or chooses a kind, that is not yet: the program may put its own in place of the page's before the click.
#[track_caller]
pub fn tick(page: &Page, label: &str) {
    page.until(&format!("{label:?} to be ticked"), || {
        let Some(choice) = find::field_now(page, label)? else {
            return Ok(None);
        };
        let is_ticked = "return arguments[0].checked";
        if page.session().run(is_ticked, &[choice.to_json()])? == true {
            return Ok(Some(()));
        }
        // In the middle: what stays at the window's edge may lie over what a driver takes for visible.
        bring_into_sight(page, &choice)?;
        page.session().click(&choice).map(|_| None)
    });
}

/// Puts the focus into a field by a click, whichever page it is of by then.
#[track_caller]
pub fn enter(page: &Page, label: &str) -> Element {
    page.until(&format!("the focus in {label:?}"), || {
        let Some(field) = find::field_now(page, label)? else {
            return Ok(None);
        };
        bring_into_sight_of_webkit(page, &field)?;
        page.session().click(&field)?;
        Ok(page.focused().filter(|focused| *focused == field))
    })
}

/// Follows the link named exactly so.
#[track_caller]
pub fn follow(page: &Page, name: &str) {
    click_when_there(page, find::Role::Link, name);
}

/// Presses the button named exactly so.
#[track_caller]
pub fn press_button(page: &Page, name: &str) {
    click_when_there(page, find::Role::Button, name);
}

/// Breaks what the program relies on, the browser's ways to make elements, follows a link, and mends them again.
///
/// The program has met the fault by then; checks and drivers need those ways too.
#[track_caller]
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
#[track_caller]
pub fn unfold(page: &Page, name: &str) {
    page.until(&format!("unfolding {name:?}"), || {
        let summary = find::summary(page, name);
        bring_into_sight(page, &summary)?;
        page.session().click(&summary).map(Some)
    });
}

/// Moves the focus by keyboard, forward, to what is named so.
#[track_caller]
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
#[track_caller]
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
#[track_caller]
pub fn press(page: &Page, name: &str) {
    page.until(&format!("pressing {name:?}"), || {
        let found = find::named(page, name, &[find::Role::Button, find::Role::Link]);
        bring_into_sight(page, &found)?;
        page.session().click(&found).map(Some)
    });
}

/// A page that is still settling may replace the element between finding and clicking: then it is found again.
#[track_caller]
fn click_when_there(page: &Page, role: find::Role, name: &str) {
    page.until(&format!("{role:?} {name:?}, to be clicked"), || {
        let Some(element) = find::now(page, role, name)? else {
            return Ok(None);
        };
        bring_into_sight_of_webkit(page, &element)?;
        page.session().click(&element).map(Some)
    });
}
