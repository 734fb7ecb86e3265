//! Whom a message may go to: the people of the organisation, and those whom the agent has written to; knows no message.

use super::limits;
use crate::clock::Moment;
use crate::search::order_of;
use crate::seed::accounts::ROLES;
use crate::seed::mail::contacts;
use chrono::NaiveDate;
use nomade::contract::mail::{MailContact, MailDirectory, MailPerson};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// How many are told at most.
const MOST: usize = 10;

/// Somebody, with the words that a search looks at.
struct Entry {
    name: Vec<String>,
    others: Vec<String>,
    contact: MailContact,
}

impl Entry {
    fn of(contact: MailContact) -> Self {
        let words = |text: &str| order_of(text).split(' ').map(str::to_owned).collect();
        let MailPerson { name, address, .. } = &contact.person;
        Self {
            name: words(name),
            others: words(&format!("{address} {}", contact.service)),
            contact,
        }
    }

    /// How good a hit it is, the best least: every word begins one of the name, or one of anything; nothing when it is none.
    fn rank(&self, words: &[String]) -> Option<u8> {
        let begins = |list: &[String], word: &String| list.iter().any(|it| it.starts_with(word));
        if words.iter().all(|word| begins(&self.name, word)) {
            return Some(0);
        }
        let anywhere = |word| begins(&self.name, word) || begins(&self.others, word);
        words.iter().all(anywhere).then_some(1)
    }
}

/// Everybody of the directory, the demonstration's accounts among them.
fn everybody() -> &'static [Entry] {
    static EVERYBODY: OnceLock<Vec<Entry>> = OnceLock::new();
    EVERYBODY.get_or_init(|| {
        let accounts = ROLES.iter().map(|role| {
            let account = role.account(
                String::new(),
                String::new(),
                NaiveDate::default(),
                Moment::default(),
            );
            let agent = account.agent;
            MailContact {
                person: MailPerson {
                    name: format!("{} {}", agent.given_name, agent.family_name),
                    external: limits::is_outside(&agent.email),
                    address: agent.email,
                },
                service: agent.service,
            }
        });
        let mut known = BTreeSet::new();
        accounts
            .chain(contacts())
            .filter(|it| known.insert(it.person.address.to_lowercase()))
            .map(Entry::of)
            .collect()
    })
}

/// The name that the directory has for an address of the organisation.
#[must_use]
pub fn name_of(address: &str) -> Option<&'static str> {
    let person = everybody().iter().map(|entry| &entry.contact.person);
    person
        .filter(|it| !it.external)
        .find(|it| it.address.eq_ignore_ascii_case(address))
        .map(|it| it.name.as_str())
}

/// Those of whom each word begins one of the name, the service or the address, the best first.
///
/// # Errors
/// When the database fails.
pub fn search(
    connection: &Connection,
    agent_id: &str,
    query: &str,
) -> rusqlite::Result<MailDirectory> {
    let words = order_of(query);
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Ok(MailDirectory::default());
    }
    let written_to = written_to(connection, agent_id)?;
    let strangers = written_to.iter().filter(|it| {
        let address = &it.contact.person.address;
        let known = |entry: &Entry| entry.contact.person.address.eq_ignore_ascii_case(address);
        !everybody().iter().any(known)
    });
    let mut found: Vec<_> = everybody()
        .iter()
        .chain(strangers)
        .filter_map(|entry| Some((entry.rank(&words)?, &entry.name, entry)))
        .collect();
    found.sort_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)));
    Ok(MailDirectory {
        more: found.len() > MOST,
        people: found
            .into_iter()
            .take(MOST)
            .map(|(.., entry)| entry.contact.clone())
            .collect(),
    })
}

fn written_to(connection: &Connection, agent_id: &str) -> rusqlite::Result<Vec<Entry>> {
    connection
        .prepare_cached("SELECT name, address FROM mail_written_to WHERE agent_id = ?1")?
        .query_map([agent_id], |row| {
            let address: String = row.get(1)?;
            Ok(Entry::of(MailContact {
                person: MailPerson {
                    name: row.get(0)?,
                    external: limits::is_outside(&address),
                    address,
                },
                service: String::new(),
            }))
        })?
        .collect()
}
