//! People, moments and folders of messages as words, the same on every page of e-mail; knows no page.

use super::dates::{day, long_date, month_name, time};
use super::locale::Locale;
use crate::contract::instant::Instant;
use crate::contract::mail::{MailFolder, MailFolderRole, MailMessageSummary, MailPerson};
use crate::rules::display_label::display_label;
use crate::rules::mail_folder::names_recipients;
use chrono::{Datelike, NaiveDate};

/// So many addressees are named in a list.
const NAMED: usize = 2;

/// When, as short as can be without doubt: `18:42` today, `22 novembre` this year, else `22 novembre 2025`.
#[must_use]
pub fn moment(at: Instant, today: Option<NaiveDate>, locale: Locale) -> String {
    let date = at.wall_clock().date();
    match today {
        Some(today) if today == date => time(at),
        Some(today) if today.year() == date.year() => {
            format!("{} {}", day(date, locale), month_name(date, locale))
        }
        _ => long_date(date, locale),
    }
}

/// The name of a person as it may be shown; the address where there is none.
#[must_use]
pub fn person_name(person: &MailPerson) -> Option<String> {
    display_label(&person.name).or_else(|| display_label(&person.address))
}

/// Whom a row of a folder names: the sender, or those to whom it goes.
#[must_use]
pub fn row_names(message: &MailMessageSummary, role: MailFolderRole, locale: Locale) -> String {
    let t = locale.agent_texts();
    if !names_recipients(role) {
        let name = person_name(&message.from);
        return name.unwrap_or_else(|| t.mail_nobody_named(true).to_owned());
    }
    let mut names: Vec<String> = message.to.iter().filter_map(person_name).collect();
    let left = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if names.is_empty() {
        return t.mail_nobody_named(false).to_owned();
    }
    let mut names = names.join(", ");
    if left > 0 {
        names.push(' ');
        names.push_str(&t.mail_and_others(left));
    }
    t.mail_to_whom(&names)
}

/// The subject as it may be shown.
#[must_use]
pub fn subject(message: &MailMessageSummary, locale: Locale) -> String {
    let subject = display_label(&message.subject);
    subject.unwrap_or_else(|| locale.agent_texts().mail_no_subject().to_owned())
}

/// The name of a folder: the portal's for those with a role, the agent's own for the others.
#[must_use]
pub fn folder_name(folder: &MailFolder, locale: Locale) -> String {
    let own = match folder.role {
        MailFolderRole::Other => display_label(&folder.name),
        _ => None,
    };
    own.unwrap_or_else(|| locale.agent_texts().mail_folder(folder.role).to_owned())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::moment;
    use crate::contract::instant::Instant;
    use crate::i18n::locale::Locale;
    use chrono::{DateTime, NaiveDate};

    #[test]
    fn a_moment_is_as_short_as_can_be_without_doubt() {
        let at = |text: &str| Instant::from(DateTime::parse_from_rfc3339(text).unwrap());
        let today = NaiveDate::from_ymd_opt(2026, 11, 23);
        for (moment_at, today, fr, en) in [
            ("2026-11-23T08:05:00+01:00", today, "08:05", "08:05"),
            (
                "2026-11-01T08:05:00+01:00",
                today,
                "1er novembre",
                "1 November",
            ),
            (
                "2025-11-23T08:05:00+01:00",
                today,
                "23 novembre 2025",
                "23 November 2025",
            ),
            (
                "2026-11-23T08:05:00+01:00",
                None,
                "23 novembre 2026",
                "23 November 2026",
            ),
        ] {
            assert_eq!(moment(at(moment_at), today, Locale::Fr), fr);
            assert_eq!(moment(at(moment_at), today, Locale::En), en);
        }
    }
}
