//! Finding things as people name them, by ARIA role and accessible name, never by class or id.

use crate::harness::page::Page;
use crate::harness::webdriver::{Answer, Element, Refusal};
use serde_json::{Value, json};

/// A role, with the elements that may have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Button,
    Heading,
    Link,
    Table,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::Table => "table",
        }
    }

    /// Where to look; the browser's own computed role decides.
    fn candidates(self) -> &'static str {
        match self {
            Self::Button => {
                "button, summary, input[type=submit], input[type=button], [role=button]"
            }
            Self::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Self::Link => "a[href], [role=link]",
            Self::Table => "table, [role=table]",
        }
    }
}

/// Every element that could bear the name and is shown; the browser's computed name decides.
const SHOWN_AND_SAYING: &str = r"
const [selector, wanted] = arguments;
const plain = (text) => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim().toLowerCase();
const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
const referred = (element) => (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent);
const spoken = (node) => node.nodeType === 3 ? node.data : node.ariaHidden === 'true' ? '' : Array.from(node.childNodes, spoken).join('');
const sayings = (element) => [
  element.textContent, spoken(element), element.getAttribute('aria-label'), element.title, element.value, ...referred(element),
  ...Array.from(element.labels ?? [], (label) => label.textContent),
  ...Array.from(element.querySelectorAll('img[alt]'), (image) => image.alt),
];
return Array.from(document.querySelectorAll(selector))
  .filter((element) => shown(element) && sayings(element).some((text) => plain(text).includes(plain(wanted))));
";

const FIELDS: &str = "input, textarea, select, [role=textbox]";

/// The button named exactly so, as soon as it is there.
#[track_caller]
pub fn button(page: &Page, name: &str) -> Element {
    by_role(page, Role::Button, name)
}

/// The link named exactly so, as soon as it is there.
#[track_caller]
pub fn link(page: &Page, name: &str) -> Element {
    by_role(page, Role::Link, name)
}

/// The heading named exactly so, as soon as it is there.
#[track_caller]
pub fn heading(page: &Page, name: &str) -> Element {
    by_role(page, Role::Heading, name)
}

/// The table with exactly that caption, as soon as it is there.
#[track_caller]
pub fn table(page: &Page, caption: &str) -> Element {
    by_role(page, Role::Table, caption)
}

/// The element named exactly so, of any of those roles, as soon as it is there.
#[track_caller]
pub fn named(page: &Page, name: &str, roles: &[Role]) -> Element {
    page.until(&format!("something named {name:?} ({roles:?})"), || {
        for role in roles {
            if let Some(found) = now(page, *role, name)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    })
}

/// The element of that role named exactly so, as soon as it is there.
#[track_caller]
pub fn by_role(page: &Page, role: Role, name: &str) -> Element {
    page.until(&format!("the {} named {name:?}", role.name()), || {
        now(page, role, name)
    })
}

/// The element of that role named exactly so, if it is there now.
pub fn now(page: &Page, role: Role, name: &str) -> Answer<Option<Element>> {
    first_named(page, role.candidates(), Some(role), name)
}

/// The form field labelled exactly so, as soon as it is there; a password field has no role of its own.
#[track_caller]
pub fn field(page: &Page, label: &str) -> Element {
    page.until(&format!("the field labelled {label:?}"), || {
        field_now(page, label)
    })
}

/// The form field labelled exactly so, if it is there now.
pub fn field_now(page: &Page, label: &str) -> Answer<Option<Element>> {
    match first_named(page, FIELDS, None, label)? {
        Some(field) => Ok(Some(field)),
        None => file_field_now(page, label),
    }
}

/// Firefox names a field for a file by what is chosen in it, too.
fn file_field_now(page: &Page, label: &str) -> Answer<Option<Element>> {
    let labelled = r"
const plain = (text) => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
return Array.from(document.querySelectorAll('input[type=file]'))
  .find((field) => Array.from(field.labels ?? []).some((label) => plain(label.textContent) === arguments[0]));
";
    let found = page.session().run(labelled, &[json!(plain(label))])?;
    Ok(Element::from_json(&found))
}

/// A property of the field labelled exactly so, as soon as both are there: the program may put its own field in place of the
/// page's between two questions.
#[track_caller]
pub fn property_of_field(page: &Page, label: &str, name: &str) -> Value {
    page.until(
        &format!("the {name} of the field labelled {label:?}"),
        || now_of_field(page, label, name),
    )
}

/// The same, if the field is there now.
pub fn now_of_field(page: &Page, label: &str, name: &str) -> Answer<Option<Value>> {
    match field_now(page, label)? {
        Some(field) => now_of(page, &field, name).map(Some),
        None => Ok(None),
    }
}

/// Waits until nothing of that role and name is there any more.
#[track_caller]
pub fn gone(page: &Page, role: Role, name: &str) {
    page.until(&format!("no {} named {name:?}", role.name()), || {
        Ok(now(page, role, name)?.is_none().then_some(()))
    });
}

/// Waits until the focus is on what is named so, and gives it.
#[track_caller]
pub fn with_focus(page: &Page, name: &str) -> Element {
    page.until(&format!("the focus on {name:?}"), || {
        let Some(focused) = page.focused() else {
            return Ok(None);
        };
        let found = name_of(page, &focused)?;
        if is_name(&found, name) {
            Ok(Some(focused))
        } else {
            Err(Refusal::so_far(&found))
        }
    })
}

/// What unfolds the text under that name, as soon as it is there; engines have different roles for it.
#[track_caller]
pub fn summary(page: &Page, name: &str) -> Element {
    page.until(&format!("{name:?}, to be unfolded"), || {
        first_named(page, "summary", None, name)
    })
}

/// Capitals that the style sets are part of the name in one engine and not in another, and so are spaces between blocks.
fn is_name(found: &str, name: &str) -> bool {
    let spoken = |name: &str| name.to_lowercase().replace(" ,", ",").replace(" :", ":");
    spoken(found) == spoken(name)
}

/// The computed name of an element, spaces made plain.
pub fn name_of(page: &Page, element: &Element) -> Answer<String> {
    let label = page.session().of_element(element, "computedlabel")?;
    Ok(plain(label.as_str().unwrap_or_default()))
}

/// The computed role of an element.
pub fn role_of(page: &Page, element: &Element) -> Answer<String> {
    let role = page.session().of_element(element, "computedrole")?;
    Ok(role.as_str().unwrap_or_default().to_owned())
}

fn first_named(
    page: &Page,
    candidates: &str,
    role: Option<Role>,
    name: &str,
) -> Answer<Option<Element>> {
    let found = page
        .session()
        .run(SHOWN_AND_SAYING, &[json!(candidates), json!(name)])?;
    for element in found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Element::from_json)
    {
        let role_is_right = match role {
            Some(role) => role_of(page, &element)? == role.name(),
            None => true,
        };
        if role_is_right && is_name(&name_of(page, &element)?, name) {
            return Ok(Some(element));
        }
    }
    Ok(None)
}

/// French sets no-break spaces before some signs; a person reads spaces.
pub fn plain(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter == '\u{202f}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A property of an element, as a script sees it.
#[track_caller]
pub fn property(page: &Page, element: &Element, name: &str) -> Value {
    page.must("reading a property", now_of(page, element, name))
}

fn now_of(page: &Page, element: &Element, name: &str) -> Answer {
    page.session().run(
        "return arguments[0][arguments[1]]",
        &[element.to_json(), json!(name)],
    )
}
