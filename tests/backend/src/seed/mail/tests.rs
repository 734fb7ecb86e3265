//! What the mailboxes of the demonstration hold, and that cleaning takes the sting out of each letter of the corpus.

use super::*;
use crate::mail::html::{MOST_HTML, MOST_TEXT, clean, page};
use crate::mail::words::decoded;
use nomade::contract::mail::{MailFolderRole, MailWarning};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

fn now() -> DateTime<FixedOffset> {
    "2026-11-22T18:42:00+01:00".parse().unwrap()
}

fn of(username: &str) -> Vec<Letter> {
    letters(username, Seed::Demo, now())
}

fn corpus() -> Vec<Letter> {
    let of_corpus = |letter: &Letter| letter.subject.starts_with(hostile::SUBJECT);
    of("agent.demo").into_iter().filter(of_corpus).collect()
}

/// The tags of cleaned HTML, in lower case: everything between `<` and `>`, neither of which stands in a value.
fn tags(html: &str) -> Vec<String> {
    let parts = html.split('<').skip(1);
    parts
        .map(|part| part.split('>').next().unwrap().to_ascii_lowercase())
        .collect()
}

#[test]
fn every_account_has_mail_in_folders_that_are_shown() {
    let count = |username, role| {
        let letters = of(username);
        letters
            .iter()
            .filter(|letter| letter.folder == role)
            .count()
    };
    for (role, least) in [
        (MailFolderRole::Inbox, 30),
        (MailFolderRole::Sent, 8),
        (MailFolderRole::Archive, 8),
        (MailFolderRole::Drafts, 2),
        (MailFolderRole::Trash, 2),
        (MailFolderRole::Other, 4),
        (MailFolderRole::Junk, 27),
    ] {
        assert!(count("agent.demo", role) >= least, "{role:?}");
    }
    assert_eq!(of("manager.demo").len(), 25);
    for role in &crate::seed::accounts::ROLES {
        assert!(of(role.username).len() >= 6, "{}", role.username);
    }
    assert!(of("nobody").is_empty());
}

#[test]
fn letters_are_of_the_past_and_the_same_each_time() {
    for start in [
        "2026-11-22T18:42:00+01:00",
        "2027-01-01T00:01:00+01:00",
        "2028-03-26T03:30:00+02:00",
    ] {
        let now: DateTime<FixedOffset> = start.parse().unwrap();
        for letter in letters("agent.demo", Seed::Demo, now) {
            assert!(
                letter.at < now && letter.at > now - chrono::TimeDelta::days(380),
                "{}",
                letter.subject
            );
            let own = matches!(letter.folder, MailFolderRole::Sent | MailFolderRole::Drafts);
            assert_eq!(letter.from.address == "agent.demo@ville.example", own);
        }
    }
    assert_eq!(
        format!("{:?}", of("manager.demo")),
        format!("{:?}", of("manager.demo"))
    );
}

#[test]
fn the_mailbox_shows_what_is_hard_to_show() {
    let letters = of("agent.demo");
    let any = |holds: &dyn Fn(&Letter) -> bool| assert!(letters.iter().any(holds));
    any(&|letter| letter.subject.is_empty() && letter.text.is_some());
    any(&|letter| letter.text.is_none() && letter.html.is_none());
    any(&|letter| letter.subject.chars().count() > 300);
    any(&|letter| letter.warnings == [MailWarning::LooksInternal, MailWarning::SenderUnproven]);
    any(&|letter| letter.to.len() > 20 && !letter.reply_to.is_empty());
    any(&|letter| letter.files.len() >= 5);
    any(&|letter| letter.text.as_ref().is_some_and(|words| decoded(words).1));
    let newsletter = letters
        .iter()
        .find(|letter| letter.subject.starts_with("La Lettre"))
        .unwrap();
    let cleaned = clean(&decoded(newsletter.html.as_ref().unwrap()).0);
    assert_eq!((cleaned.remote_images, cleaned.parts_removed), (5, false));
    assert!(
        cleaned
            .text
            .contains("Date\tRendez-vous\tLieu\n3 décembre\tForum des métiers\tHalle centrale")
    );
}

#[test]
fn the_large_seed_is_large_and_made_at_once() {
    let start = Instant::now();
    let letters = letters("agent.demo", Seed::Large, now());
    assert!(letters.len() > MANY && start.elapsed() < Duration::from_secs(5));
    let subjects: BTreeSet<_> = letters.iter().map(|letter| &letter.subject).collect();
    assert!(subjects.len() > MANY);
}

#[test]
fn everybody_in_the_directory_has_an_address_of_their_own() {
    let contacts = contacts();
    let addresses: BTreeSet<_> = contacts.iter().map(|it| &it.person.address).collect();
    assert_eq!((contacts.len(), addresses.len()), (306, 306));
    for contact in &contacts {
        let inside = contact.person.address.ends_with("@ville.example");
        assert_eq!(inside, !contact.person.external);
        assert!(contact.person.address.is_ascii() && !contact.service.is_empty());
    }
}

#[test]
fn nothing_of_the_corpus_runs_fetches_or_sends_once_it_is_cleaned() {
    let corpus = corpus();
    assert!(corpus.len() >= 50);
    for letter in corpus {
        let case = &letter.subject;
        let Some(words) = &letter.html else { continue };
        let start = Instant::now();
        let cleaned = clean(&decoded(words).0);
        assert!(start.elapsed() < Duration::from_secs(5), "{case}");
        assert!(
            cleaned.html.len() <= MOST_HTML && cleaned.text.len() <= MOST_TEXT,
            "{case}"
        );
        for tag in tags(&cleaned.html) {
            let name = tag
                .split([' ', '/'])
                .find(|part| !part.is_empty())
                .unwrap_or_default();
            for forbidden in [
                "script", "form", "iframe", "svg", "math", "style", "meta", "base", "link",
                "object", "embed", "input", "button",
            ] {
                assert_ne!(name, forbidden, "{case}: {tag}");
            }
            for forbidden in [
                " on",
                " id=",
                " name=",
                "url(",
                "javascript:",
                "vbscript:",
                "srcset",
                "position",
                "=\"//",
                "=\"/",
                "\"http://traceur",
            ] {
                assert!(
                    !tag.contains(forbidden) || tag.contains(" title="),
                    "{case}: {tag}"
                );
            }
        }
        assert!(clean(&cleaned.html).html == cleaned.html, "{case}");
        // Nothing closes the frame's own elements.
        let page = page(&cleaned.html);
        assert_eq!(page.matches("</body>").count(), 1, "{case}");
    }
}

#[test]
fn the_corpus_is_told_of_where_something_was_taken_out() {
    let silent = [
        "attributs-ouverts",
        "balises-ouvertes",
        "encodage-utf7",
        "faux-collegue",
        "images-distantes",
        "images-par-milliers",
        "imbrication-moderee",
        "lien-prechargement",
        "liens-trompeurs",
        "ligne-sans-fin-html",
        "mailto",
        "mise-en-forme-multipliee",
        "pixel-espion",
        "punycode",
        "retour-au-portail",
        "sans-contraste",
        "style-attribut",
        "style-exfiltration",
        "tableau-enorme",
    ];
    let corpus = corpus();
    let quiet: BTreeSet<_> = corpus
        .iter()
        .filter(|letter| {
            let words = letter.html.as_ref();
            words.is_some_and(|words| !clean(&decoded(words).0).parts_removed)
        })
        .map(|letter| letter.subject.trim_start_matches(hostile::SUBJECT))
        .filter(|case| !case.starts_with("bidi"))
        .collect();
    assert_eq!(quiet, BTreeSet::from(silent));
}

#[test]
fn true_hosts_stand_behind_the_links_of_the_corpus() {
    let html = |case: &str| {
        let subject = format!("{}{case}", hostile::SUBJECT);
        let letter = corpus()
            .into_iter()
            .find(|letter| letter.subject == subject)
            .unwrap();
        clean(&decoded(&letter.html.unwrap()).0).html
    };
    let links = html("liens-trompeurs");
    assert!(!links.contains("[nomade.ville.example]</span><br><a href=\"https://nomade"));
    assert_eq!(links.matches("[traceur.example").count(), 7);
    assert!(html("punycode").contains("[nomade.xn--vlle-l9d.example]"));
    assert!(html("mailto").contains("[vol@traceur.example]"));
    assert!(!html("mailto").contains("body="));
}
