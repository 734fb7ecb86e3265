//! The folders and the list of messages in every state, what was done told, and hostile messages as rows like others.

use super::render::{fixture, portal_with_all, states, told_portal_at, view_in};
use chrono::NaiveDate;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::mail::{MailFolders, MailMessages};
use nomade::contract::portal::ModuleState;
use nomade::i18n::locale::Locale;
use nomade::pages::mail_page::list::MailView;
use nomade::rules::mail_filter::MailFilter;
use nomade::rules::session::SessionStatus;
use nomade::state::listing::use_listing;
use nomade::state::load::{Load, Loader};
use nomade::state::mail_hand::use_mail_hand;

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

/// What the list is drawn from.
struct Case {
    locale: Locale,
    folder: Option<&'static str>,
    unread: bool,
    words: &'static str,
    folders: Option<&'static str>,
}

const ORDINARY: Case = Case {
    locale: Locale::Fr,
    folder: None,
    unread: false,
    words: "",
    folders: Some("mail/folders_ordinary"),
};

fn list(case: Case, messages: impl FnOnce() -> Loader<MailMessages> + Send + 'static) -> String {
    view_in(case.locale, SessionStatus::SignedOut, move || {
        let (listing, hand) = (use_listing("mail"), use_mail_hand());
        listing.typed.set(case.words.to_owned());
        listing.search_now();
        hand.shelf
            .folders
            .set(case.folders.map(fixture::<MailFolders>));
        let filter = MailFilter {
            folder: case.folder.map(str::to_owned),
            unread: case.unread,
        };
        let today = Signal::stored(NaiveDate::from_ymd_opt(2026, 11, 22));
        view! { <MailView filter=Signal::stored(filter) listing counts=Loader::fixed(Load::Loading) messages=messages() hand today/> }
    })
}

fn shown(case: Case, page: &'static str) -> String {
    list(case, move || Loader::fixed(Load::Loaded(fixture(page))))
}

#[test]
fn the_list_is_drawn_in_every_state_and_the_search_and_the_folders_stay() {
    for locale in BOTH {
        for (index, (fr, en)) in [
            ("loaded__wait", "loaded__wait"),
            ("prend plus de temps", "longer than usual"),
            ("mail-list__link", "mail-list__link"),
            ("hors connexion", "You are offline"),
        ]
        .into_iter()
        .enumerate()
        {
            let loader = move || {
                let data = fixture::<MailMessages>("mail/page_first");
                let mut all = states(data, ApiError::Offline).into_iter();
                all.nth(index).unwrap().1
            };
            let html = list(Case { locale, ..ORDINARY }, loader);
            let words = if locale == Locale::Fr { fr } else { en };
            assert!(html.contains(words), "{index}: {html}");
            assert!(html.contains("id=\"list-search\""), "{index}: {html}");
            assert!(html.contains("mail-folders__link"), "{index}: {html}");
            assert!(html.contains("href=\"/space/mail/compose\""), "{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
        }
    }
}

#[test]
fn every_folder_has_its_name_its_counts_and_its_address() {
    let html = shown(ORDINARY, "mail/page_first");
    for words in [
        "<bdi>Boîte de réception</bdi>",
        "(128 messages, dont 7 non lus)",
        "<bdi>Messages envoyés</bdi>",
        "(64 messages)",
        "<bdi>Budget 2027</bdi>",
        "(23 messages, dont 1 non lu)",
        "href=\"/space/mail/fo_7Bud\"",
        "Dossier\u{a0}: Boîte de réception",
        "aria-expanded=\"false\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("href=\"/space/mail/fo_1Inb\""), "{html}");
    let current = "href=\"/space/mail\" aria-current=\"page\"";
    assert!(html.contains(current), "{html}");
    let english = Case {
        locale: Locale::En,
        folder: Some("fo_7Bud"),
        ..ORDINARY
    };
    let html = shown(english, "mail/page_first");
    for words in [
        "<bdi>Inbox</bdi>",
        "(128 messages, 7 unread)",
        "href=\"/space/mail/fo_7Bud\" aria-current=\"page\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let unknown = Case {
        folders: None,
        ..ORDINARY
    };
    assert!(!shown(unknown, "mail/page_first").contains("<nav class=\"mail-folders"));
}

#[test]
fn a_row_says_who_what_when_and_its_marks_in_words() {
    let html = shown(ORDINARY, "mail/page_first");
    for words in [
        "href=\"/space/mail/fo_1Inb/m_7pRt\"",
        ">Camille Bernard</bdi>",
        ">Réunion de service de jeudi</bdi>",
        ">(sans objet)</bdi>",
        ">18:42<",
        ">20 novembre<",
        "Choisir «\u{a0}Devis n° 2026-1187\u{a0}», Sophie Renaud",
        "Tout choisir sur cette page",
        "Page suivante",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let count = |mark: &str| html.matches(&format!("data-kind=\"{mark}\"")).count();
    assert_eq!(
        [
            "unread", "external", "flagged", "answered", "files", "draft"
        ]
        .map(count),
        [2, 1, 1, 1, 2, 0],
        "{html}"
    );
    assert!(
        !html.contains("mail-choice__bar"),
        "nothing is chosen: {html}"
    );
}

#[test]
fn sent_messages_and_drafts_name_whom_they_go_to_and_a_draft_is_written_on() {
    let sent = Case {
        folder: Some("fo_3Snt"),
        ..ORDINARY
    };
    let html = shown(sent, "mail/page_sent");
    assert!(
        html.contains("À\u{a0}: Camille Bernard, Sophie Renaud"),
        "{html}"
    );
    let drafts = Case {
        folder: Some("fo_2Drf"),
        ..ORDINARY
    };
    let html = shown(drafts, "mail/page_drafts");
    for words in [
        "href=\"/space/mail/compose?draft=br_1Kq\"",
        "À\u{a0}: Camille Bernard",
        "(sans destinataire)",
        "data-kind=\"draft\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn an_empty_list_says_what_was_left_out() {
    for (folder, unread, words, said) in [
        (
            None,
            false,
            "",
            "Aucun message dans votre boîte de réception.",
        ),
        (None, true, "", "Aucun message non lu dans ce dossier."),
        (Some("fo_2Drf"), false, "", "Aucun brouillon."),
        (Some("fo_6Trs"), false, "", "La corbeille est vide."),
        (Some("fo_7Bud"), false, "", "Aucun message dans ce dossier."),
        (None, true, "devis", "Aucun message ne correspond"),
    ] {
        let case = Case {
            folder,
            unread,
            words,
            ..ORDINARY
        };
        let html = shown(case, "mail/page_none");
        assert!(html.contains(said), "{said}: {html}");
        assert_eq!(
            html.contains("Aucun message trouvé pour"),
            !words.is_empty()
        );
        assert_eq!(html.contains("?unread=1"), words.is_empty(), "{html}");
    }
}

#[test]
fn the_filter_stands_in_the_address_and_a_search_stands_in_none() {
    let own = Case {
        folder: Some("fo_7Bud"),
        unread: true,
        ..ORDINARY
    };
    let html = shown(own, "mail/page_first");
    assert!(
        html.contains(
            "href=\"/space/mail/fo_7Bud?unread=1\" data-noscroll=\"\" aria-current=\"true\""
        ),
        "{html}"
    );
    let search = Case {
        words: "renaud",
        ..ORDINARY
    };
    let html = shown(search, "mail/page_first");
    let found = "6 messages sur cette page pour «\u{a0}renaud\u{a0}», et d’autres ensuite.";
    assert!(html.contains(found), "{html}");
    assert!(html.contains("sauf la corbeille"), "{html}");
    assert!(
        html.contains("mail-list__folder"),
        "a search names the folders: {html}"
    );
    for part in html.split("href=\"").skip(1) {
        assert!(
            !part.split('"').next().unwrap().contains("renaud"),
            "{html}"
        );
    }
    let alone = Case {
        folder: Some("fo_6Trs"),
        words: "renaud",
        ..ORDINARY
    };
    let html = shown(alone, "mail/page_first");
    assert!(html.contains("dans ce dossier seulement"), "{html}");
}

/// What must never stand in a page, whatever a message holds.
pub fn assert_sound(html: &str) {
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    for part in html.split("href=\"").skip(1) {
        let href = part.split('"').next().unwrap().to_ascii_lowercase();
        assert!(
            !href.starts_with("javascript") && !href.starts_with("data"),
            "{href}"
        );
    }
    let unseen = html.chars().find(|letter| {
        (letter.is_control() && *letter != '\n' && *letter != '\t')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(unseen, None, "{html}");
}

#[test]
fn every_page_of_the_fixtures_can_be_drawn() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mail");
    for case in std::fs::read_dir(folder).unwrap() {
        let path = case.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        if name.starts_with("page_") {
            let data: MailMessages = serde_json::from_str(&text).unwrap();
            for locale in BOTH {
                let data = data.clone();
                let html = list(Case { locale, ..ORDINARY }, || {
                    Loader::fixed(Load::Loaded(data))
                });
                assert_sound(&html);
            }
        } else if name.starts_with("folders_") {
            let name: &'static str = Box::leak(format!("mail/{name}").into_boxed_str());
            let case = Case {
                folders: Some(name),
                ..ORDINARY
            };
            assert_sound(&shown(case, "mail/page_first"));
        }
    }
}

#[test]
fn the_address_of_the_mail_is_a_page_under_its_heading() {
    for address in ["/space/mail", "/space/mail/fo_7Bud", "/space/mail?unread=1"] {
        let agent = fixture("agent/agent");
        let portal = Load::Loaded(portal_with_all(ModuleState::On));
        let signed_in = SessionStatus::SignedIn(agent);
        let html = told_portal_at(address, Locale::Fr, signed_in, portal);
        assert!(html.contains(">Messagerie</h1>"), "{address}: {html}");
        assert!(html.contains("id=\"list-search\""), "{address}: {html}");
    }
}
