//! Ways through e-mail and what is seen of it; knows the portal by its labels and its contract only.

use crate::actions;
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::webdriver::{Answer, Element, Refusal};
use serde_json::{Value, json};

/// The way to e-mail.
pub const MAIL: &str = "Messagerie";
/// What arrives.
pub const LIST: &str = "/space/mail";
/// The folders of the agent, as the page names them.
pub const INBOX: &str = "Boîte de réception";
pub const JUNK: &str = "Indésirables";
pub const TRASH: &str = "Corbeille";
pub const ARCHIVE: &str = "Archives";
/// The heading above what is read.
pub const TEXT: &str = "Texte du message";
/// Who has read the HTML can ask for the words.
pub const AS_WORDS: &str = "Afficher le texte seul";

/// The rows of the list, and the folders beside it: a folder is found by how its name begins, its counts follow.
const ROWS: &str = "const rows = Array.from(document.querySelectorAll('main ul li')).filter((row) => row.querySelector('input[type=checkbox]') && row.querySelector('a'));";
const FOLDER: &str = "const plain = (text) => text.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim(); const folder = Array.from(document.querySelectorAll('main nav a[href^=\"/space/mail\"]')).find((link) => plain(link.textContent).startsWith(arguments[0]));";

/// Goes to what arrives.
#[track_caller]
pub fn open_list(page: &Page) {
    actions::follow(page, MAIL);
    page.until_path(LIST);
    until_rows(page, "the messages", |rows| !rows.is_empty());
}

/// Goes to a folder, by its name beside the list.
#[track_caller]
pub fn open_folder(page: &Page, name: &str) {
    follow_folder(page, name);
    until_answered(page);
}

/// The same in whatever language, before anything of it is there.
#[track_caller]
pub fn follow_folder(page: &Page, name: &str) {
    page.until(&format!("the folder {name:?}, to be followed"), || {
        let there = format!(
            "{FOLDER} folder?.scrollIntoView({{ block: 'center' }}); return folder ?? null"
        );
        let found = page.session().run(&there, &[json!(name)])?;
        match Element::from_json(&found) {
            Some(link) => page.session().click(&link).map(Some),
            None => Ok(None),
        }
    });
    find::heading(page, name);
}

/// How many messages a folder holds, and how many of them were not read, as the page says.
pub fn counts(page: &Page, folder: &str) -> Answer<Option<(u64, u64)>> {
    let says = format!(
        "{FOLDER} const holds = plain(folder?.textContent ?? '').match(/\\((\\d+) messages?(?:, dont (\\d+) non lus?)?\\)$/); return holds && [Number(holds[1]), Number(holds[2] ?? 0)]"
    );
    let told = page.session().run(&says, &[json!(folder)])?;
    Ok(told[0].as_u64().zip(told[1].as_u64()))
}

/// The same, as soon as it is there.
#[track_caller]
pub fn counted(page: &Page, folder: &str) -> (u64, u64) {
    page.until(&format!("the counts of {folder:?}"), || {
        counts(page, folder)
    })
}

/// Waits until a folder holds so many messages, so many of them unread.
#[track_caller]
pub fn until_counts(page: &Page, folder: &str, wanted: (u64, u64)) {
    page.until_equal(&format!("the counts of {folder:?}"), &Some(wanted), || {
        counts(page, folder)
    });
}

/// What the rows of the list say, from the top.
pub fn rows(page: &Page) -> Answer<Vec<String>> {
    let listed = format!("{ROWS} return rows.map((row) => row.querySelector('a').textContent)");
    let listed = checks::strings(&page.session().run(&listed, &[])?);
    Ok(listed.iter().map(|row| find::plain(row)).collect())
}

/// Where the rows lead, from the top.
pub fn links(page: &Page) -> Vec<String> {
    let links =
        format!("{ROWS} return rows.map((row) => row.querySelector('a').getAttribute('href'))");
    checks::strings(&page.run(&links, &[]))
}

/// Waits until the list is right.
#[track_caller]
pub fn until_rows(page: &Page, awaited: &str, right: impl Fn(&[String]) -> bool) {
    page.until(awaited, || {
        let rows = rows(page)?;
        match right(&rows) {
            true => Ok(Some(())),
            false => Err(Refusal::so_far(&rows)),
        }
    });
}

/// Nothing of the list is on its way.
#[track_caller]
pub fn until_answered(page: &Page) {
    let there = format!(
        "{ROWS} return rows.length > 0 || /^(Aucun|La corbeille est vide)/m.test(document.querySelector('main').innerText)"
    );
    page.until_true("the messages, or why there are none", &there, &[]);
}

/// Opens the message of that subject, from the list.
#[track_caller]
pub fn open(page: &Page, subject: &str) {
    follow_row(page, subject);
    find::heading(page, TEXT);
}

/// The same in whatever language.
#[track_caller]
pub fn follow_row(page: &Page, subject: &str) {
    let there = format!(
        "{ROWS} const link = rows.map((row) => row.querySelector('a')).find((link) => link.textContent.includes(arguments[0])); link?.scrollIntoView({{ block: 'center' }}); return link ?? null"
    );
    page.until(&format!("the message {subject:?}, to be followed"), || {
        let found = page.session().run(&there, &[json!(subject)])?;
        match Element::from_json(&found) {
            Some(link) => page.session().click(&link).map(Some),
            None => Ok(None),
        }
    });
    find::heading(page, subject);
}

/// The focus is on the row of that subject, all of it in sight.
#[track_caller]
pub fn until_come_back(page: &Page, subject: &str) {
    page.until_true(
        &format!("the focus on the row of {subject:?}, in sight"),
        "const link = document.activeElement, box = link.getBoundingClientRect(); return link.matches('main li a') && link.textContent.includes(arguments[0]) && box.top >= 0 && box.bottom <= innerHeight",
        &[json!(subject)],
    );
}

/// Brings a letter of that subject to the inbox of the agent, with what else it holds, and gives its id.
pub fn deliver(page: &Page, subject: &str, more: &Value) -> String {
    let mut letter = json!({
        "username": "agent.demo", "subject": subject,
        "from": { "name": "Camille Bernard", "address": "camille.bernard@ville.example" },
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        letter[name] = value.clone();
    }
    page.portal.deliver(&letter)
}

/// Chooses the message of that subject, or lets it go.
#[track_caller]
pub fn choose(page: &Page, subject: &str) {
    let boxed = format!(
        "{ROWS} const box = rows.find((row) => row.textContent.includes(arguments[0]))?.querySelector('input'); box?.scrollIntoView({{ block: 'center' }}); return box ?? null"
    );
    page.until(&format!("{subject:?}, to be chosen"), || {
        let found = page.session().run(&boxed, &[json!(subject)])?;
        match Element::from_json(&found) {
            Some(choice) => page.session().click(&choice).map(Some),
            None => Ok(None),
        }
    });
}
