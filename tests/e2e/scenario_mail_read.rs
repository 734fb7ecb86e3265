//! E-mail as it is read and put in order: found, opened, moved, taken back, deleted, and put right when the portal refuses.

use crate::actions::{self, AGENT, SignedInAgent};
use crate::checks::{self, traces};
use crate::document_steps::without_viewer;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::mail_steps::{
    self, ARCHIVE, INBOX, LIST, MAIL, TRASH, choose, counted, deliver, open_folder, until_counts,
    until_rows,
};
use crate::scenario_take_away::{ARRIVED, take};
use crate::session_steps;
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const SEARCH: &str = "Rechercher dans ma messagerie";
const UNDO: &str = "Annuler";
const REMOVE: &str = "Supprimer";
const DELETE: &str = "Supprimer définitivement";
const GUIDE: &str = "Relecture du guide d’accueil";
const TEAM: &str = "Point d’équipe de lundi";
const PAYSLIP: &str = "Votre bulletin de paie est disponible";
/// As many nodes as a page of fifty messages may have.
const MOST_NODES: u64 = 3000;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_message_is_read_and_its_place_is_found_again,
        [ByEngine] two_are_moved_and_taken_back_by_keyboard_alone,
        [Nowhere held] what_the_portal_refuses_is_put_right,
        [Nowhere] a_search_of_mail_leaves_no_trace,
        [Nowhere] several_are_deleted_and_then_for_good,
        [Nowhere downloads] an_attachment_is_saved_under_a_neutral_name,
        [Nowhere] who_pretends_to_be_a_colleague_is_said_to_be_none,
        [Nowhere held] mail_that_is_off_or_elsewhere_shows_no_message,
        [Nowhere large] five_thousand_messages_stay_light,
    ]
}

/// Signs in and goes to what arrives.
fn open_mail(page: &Page) -> SignedInAgent<'_> {
    let agent = actions::sign_in(page, &AGENT);
    mail_steps::open_list(&agent);
    agent
}

fn has(rows: &[String], subject: &str) -> bool {
    rows.iter().any(|row| row.contains(subject))
}

fn a_message_is_read_and_its_place_is_found_again(page: &Page) {
    deliver(
        page,
        "Le guide est en ligne",
        &json!({ "text": "Bonjour,\n\nLe guide est ici : https://intranet.ville.example/guide?page=4\nMéfiez-vous de https://nomade.ville.example@traceur.example/." }),
    );
    let agent = open_mail(page);
    let (total, unread) = counted(&agent, INBOX);
    assert!(unread > 0 && total > unread, "{total} {unread}");
    mail_steps::open(&agent, "Le guide est en ligne");
    // What is read is where it leads, or no link at all.
    let links = "return Array.from(document.querySelectorAll('main a[target=_blank]'), (link) => [link.href, link.rel, link.innerText.replace(/\\s+/g, ' ').split(' (')[0].trim()])";
    let links = agent.run(links, &[]);
    assert_eq!(links[0][0], "https://intranet.ville.example/guide?page=4");
    let said = links[0][2].as_str().unwrap_or_default();
    assert!(said.contains("[intranet.ville.example]"), "{links}");
    assert!(
        links[0][1]
            .as_str()
            .unwrap_or_default()
            .contains("noopener")
    );
    assert_eq!(links.as_array().map(Vec::len), Some(1), "{links}");
    agent.until_text("[lien désactivé");
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::frame(&agent, &FR));
    actions::follow(&agent, "Retour au dossier « Boîte de réception »");
    agent.until_path(LIST);
    until_counts(&agent, INBOX, (total, unread - 1));
    mail_steps::until_come_back(&agent, "Le guide est en ligne");
    // Only what was not read, in an address that can be kept.
    actions::follow(&agent, "Non lus");
    agent.until_address("/space/mail?unread=1");
    until_rows(&agent, "the unread alone", |rows| {
        rows.len() as u64 == unread - 1 && rows.iter().all(|row| row.contains("Non lu"))
    });
    checks::nothing(checks::quiet_console(&agent));
}

/// Goes back by keyboard to what is named so.
fn tab_back_to(page: &Page, name: &str) {
    for _ in 0..60 {
        page.press(&[keys::SHIFT, keys::TAB]);
        let focused = page.focused().map(|focused| find::name_of(page, &focused));
        if matches!(focused, Some(Ok(found)) if found == name) {
            return;
        }
    }
    panic!("Tab does not lead back to {name:?}");
}

fn two_are_moved_and_taken_back_by_keyboard_alone(page: &Page) {
    let agent = open_mail(page);
    let before = counted(&agent, INBOX);
    let names = "return Array.from(document.querySelectorAll('main li label'), (label) => label.textContent)";
    let names: Vec<String> = checks::strings(&agent.run(names, &[]))
        .iter()
        .map(|name| find::plain(name))
        .collect();
    let listed = agent.must("reading the rows", mail_steps::rows(&agent));
    actions::tab_to(&agent, &names[0]);
    agent.press(&[keys::SPACE]);
    agent.until_text("1 message choisi");
    actions::tab_to(&agent, &names[1]);
    agent.press(&[keys::SPACE]);
    agent.until_text("2 messages choisis");
    checks::nothing(checks::axe::axe(&agent));
    actions::tab_to(&agent, "Archiver");
    agent.press(&[keys::ENTER]);
    agent.until_text("2 messages déplacés vers « Archives ».");
    until_rows(&agent, "the others", |rows| rows.first() == listed.get(2));
    until_counts_total(&agent, INBOX, before.0 - 2);
    // On what follows those that went.
    agent.until_true(
        "the focus on the first row",
        "return document.activeElement === document.querySelector('main li input[type=checkbox]').closest('li').querySelector('a')",
        &[],
    );
    tab_back_to(&agent, UNDO);
    agent.press(&[keys::ENTER]);
    agent.until_text("C’est annulé : 2 messages remis à leur place.");
    until_rows(&agent, "all of them", |rows| rows == listed);
    agent.until_true(
        "the focus on what came of it",
        "return document.activeElement.getAttribute('role') === 'status'",
        &[],
    );
    until_counts(&agent, INBOX, before);
    agent.reload();
    until_rows(&agent, "all of them, as the portal has them", |rows| {
        rows == listed
    });
    checks::nothing(checks::quiet_console(&agent));
}

fn until_counts_total(page: &Page, folder: &str, total: u64) {
    page.until_equal(&format!("what {folder:?} holds"), &Some(total), || {
        Ok(mail_steps::counts(page, folder)?.map(|(total, _)| total))
    });
}

fn what_the_portal_refuses_is_put_right(page: &Page) {
    let agent = open_mail(page);
    let before = counted(&agent, INBOX);
    let listed = agent.must("reading the rows", mail_steps::rows(&agent));
    let changes = "/api/v1/mail/messages*";
    agent.portal.spoil("PATCH", changes, "status:500", 1);
    agent.portal.front().hold(&["PATCH /api/v1/mail/messages*"]);
    choose(&agent, GUIDE);
    choose(&agent, TEAM);
    actions::press_button(&agent, "Archiver");
    // Gone from the list before the portal has said a word.
    until_rows(&agent, "the others", |rows| {
        !has(rows, GUIDE) && !has(rows, TEAM) && has(rows, PAYSLIP)
    });
    until_counts_total(&agent, INBOX, before.0 - 2);
    agent.portal.front().let_pass();
    agent.until_text("Cela n’a pas abouti : les messages sont de nouveau comme avant.");
    until_rows(&agent, "all of them", |rows| rows == listed);
    until_counts(&agent, INBOX, before);
    checks::nothing(checks::axe::axe(&agent));
    // The answer is lost once it was done: asked again, it is the same.
    agent.portal.spoil("PATCH", changes, "after_commit_drop", 1);
    for subject in [GUIDE, TEAM] {
        choose(&agent, subject);
    }
    actions::press_button(&agent, "Archiver");
    agent.until_text("2 messages déplacés vers « Archives ».");
    until_counts_total(&agent, INBOX, before.0 - 2);
    agent.reload();
    until_rows(&agent, "the others, as the portal has them", |rows| {
        !has(rows, GUIDE) && !has(rows, TEAM) && has(rows, PAYSLIP)
    });
    open_folder(&agent, ARCHIVE);
    until_rows(&agent, "both", |rows| has(rows, GUIDE) && has(rows, TEAM));
}

fn a_search_of_mail_leaves_no_trace(page: &Page) {
    let agent = open_mail(page);
    let personal = traces::Personal::of(&agent);
    mail_steps::open_list(&agent);
    actions::fill_in(&agent, SEARCH, "PERMANENCES");
    agent.until_text("sur cette page pour « PERMANENCES »");
    until_rows(&agent, "what was found", |rows| {
        has(rows, "Calendrier des permanences")
    });
    let found = agent.must("reading the rows", mail_steps::rows(&agent));
    agent.until_address(LIST);
    let places = "return [document.title, location.href, JSON.stringify(history.state), window.name, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat(), ...performance.getEntriesByType('resource').map((entry) => entry.name)].join(' ').toLowerCase()";
    let kept = agent.until("the call of the search to be noted", || {
        let kept = agent.session().run(places, &[])?;
        let kept = kept.as_str().unwrap_or_default().to_owned();
        Ok(Some(kept).filter(|kept| kept.contains("/mail/search")))
    });
    assert!(!kept.contains("permanence"), "{kept}");
    checks::nothing(traces::nothing_personal_kept(&agent, &personal));
    mail_steps::open(&agent, "Re: Calendrier des permanences");
    assert!(!agent.title().contains("ermanence"), "{}", agent.title());
    agent.back();
    until_rows(&agent, "what was found", |rows| rows == found);
    actions::until_value(&agent, SEARCH, "PERMANENCES");
    actions::fill_in(&agent, SEARCH, "licorne");
    agent.until_text("Aucun message ne correspond à cette recherche.");
    checks::nothing(checks::axe::axe(&agent));
    actions::press_button(&agent, "Effacer la recherche");
    until_rows(&agent, "all of them", |rows| has(rows, GUIDE));
}

fn several_are_deleted_and_then_for_good(page: &Page) {
    let agent = open_mail(page);
    let (before, _) = counted(&agent, TRASH);
    for subject in [GUIDE, TEAM] {
        choose(&agent, subject);
    }
    actions::press_button(&agent, REMOVE);
    agent.until_text("2 messages mis à la corbeille.");
    until_counts_total(&agent, TRASH, before + 2);
    open_folder(&agent, TRASH);
    until_rows(&agent, "both", |rows| has(rows, GUIDE) && has(rows, TEAM));
    for subject in [GUIDE, TEAM] {
        choose(&agent, subject);
    }
    actions::press_button(&agent, DELETE);
    agent.until_text("Supprimer définitivement 2 messages ?");
    checks::nothing(checks::axe::axe(&agent));
    agent.press(&[keys::ESCAPE]);
    session_steps::until_no_dialog(&agent);
    // Asked only: they are still there, and chosen.
    agent.until_text("2 messages choisis");
    find::with_focus(&agent, DELETE);
    agent.press(&[keys::ENTER]);
    agent.until_text("Supprimer définitivement 2 messages ?");
    actions::tab_to(&agent, DELETE);
    agent.press(&[keys::ENTER]);
    session_steps::until_no_dialog(&agent);
    agent.until_text("2 messages supprimés définitivement.");
    until_rows(&agent, "what is left", |rows| {
        !has(rows, GUIDE) && !has(rows, TEAM)
    });
    until_counts_total(&agent, TRASH, before);
    assert!(find::now(&agent, find::Role::Button, UNDO).is_ok_and(|undo| undo.is_none()));
    agent.reload();
    until_rows(&agent, "what is left, as the portal has it", |rows| {
        rows.len() as u64 == before && !has(rows, GUIDE)
    });
}

fn an_attachment_is_saved_under_a_neutral_name(page: &Page) {
    let agent = open_mail(page);
    mail_steps::open(&agent, "Facture de la papeterie");
    without_viewer(&agent);
    actions::press_button(&agent, "Ouvrir Facture 26-0977.pdf");
    take(&agent, "Télécharger (PDF, 62 ko)");
    agent.until_text(ARRIVED);
    agent.until_text("Le navigateur enregistre piece-jointe-2026-11-06.pdf");
    let files = agent.until("the file", || {
        let files = agent.downloads();
        // Chromium gives it another name until it is whole.
        let is_whole = |(name, length): &(String, u64)| *length == 61_952 && !name.starts_with('.');
        Ok(Some(files).filter(|files| files.iter().any(is_whole)))
    });
    assert_eq!(files, [("piece-jointe-2026-11-06.pdf".to_owned(), 61_952)]);
    checks::nothing(checks::axe::axe(&agent));
    checks::nothing(checks::quiet_console(&agent));
}

fn who_pretends_to_be_a_colleague_is_said_to_be_none(page: &Page) {
    let subject = "URGENT : votre compte agent sera suspendu";
    let agent = open_mail(page);
    let external = |subject: &str| {
        let rows = mail_steps::rows(&agent).unwrap_or_default();
        let row = rows.into_iter().find(|row| row.contains(subject));
        row.is_some_and(|row| row.contains("Externe"))
    };
    assert!(external(subject));
    assert!(external("Commande 26-1184 expédiée"));
    assert!(!external(GUIDE), "a colleague");
    mail_steps::open(&agent, subject);
    agent.until_text("Ce message ne vient pas d’un collègue");
    agent.until_text("L’expéditeur n’est pas prouvé");
    agent.until_text("drh.information@ville-example.support-agents.example");
    agent.until_text("Le site où mène chaque lien est écrit entre crochets.");
    // As words too, each address says where it leads.
    actions::press_button(&agent, mail_steps::AS_WORDS);
    agent.until_text("[traceur.example]");
    let links = "return Array.from(document.querySelectorAll('main a[target=_blank]'), (link) => link.textContent.includes(`[${new URL(link.href).host}]`))";
    assert_eq!(agent.run(links, &[]), json!([true, true]));
    checks::nothing(checks::axe::axe(&agent));
    agent.set_narrowest();
    checks::nothing(checks::no_horizontal_scroll(&agent));
}

fn mail_that_is_off_or_elsewhere_shows_no_message(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    find::link(&agent, FR.latest_month);
    // What the home page asks of the mail has come.
    agent.until_text("messages non lus");
    let door = agent.portal.front();
    agent.portal.count("*", "/api/v1/mail/*");
    let open = |mail: serde_json::Value| {
        agent
            .portal
            .change_portal(&json!({ "modules": { "mail": mail } }));
        // Until it is known whether the mail is here, nothing is asked of it.
        door.hold(&["GET /api/v1/portal"]);
        agent.open(LIST);
        find::heading(&agent, MAIL);
        agent.until_text(FR.still_loading);
        checks::nothing(checks::axe::axe(&agent));
        assert_eq!(agent.portal.counted(), 0);
        door.let_pass();
    };
    open(json!({ "state": "link", "url": "https://webmail.evil.example/" }));
    // No host is allowed in these settings.
    agent.until_text("dont l’adresse n’est pas une adresse autorisée");
    find::heading(&agent, MAIL);
    checks::nothing(checks::axe::axe(&agent));
    open(json!({ "state": "off" }));
    find::heading(&agent, "Ce service n’est pas proposé");
    find::heading(&agent, MAIL);
    assert!(!agent.text().contains(GUIDE), "{}", agent.text());
    assert_eq!(agent.portal.counted(), 0);
    checks::nothing(checks::axe::axe(&agent));
    open(json!({ "state": "on" }));
    until_rows(&agent, "the messages", |rows| has(rows, GUIDE));
}

fn five_thousand_messages_stay_light(page: &Page) {
    let agent = open_mail(page);
    let (total, _) = counted(&agent, INBOX);
    assert!(total > 2500, "{total}");
    let nodes = || {
        let count = "return document.querySelectorAll('*').length";
        agent.run(count, &[]).as_u64().unwrap_or(u64::MAX)
    };
    let first = nodes();
    let mut last = agent.must("reading the rows", mail_steps::rows(&agent));
    for number in 2..=6 {
        actions::press_button(&agent, "Page suivante");
        agent.until_text(&format!("Page {number}"));
        until_rows(&agent, "other messages", |rows| {
            rows.len() == 50 && rows.iter().all(|row| !last.contains(row))
        });
        last = agent.must("reading the rows", mail_steps::rows(&agent));
        find::with_focus(&agent, MAIL);
        let now = nodes();
        assert!(
            now < MOST_NODES && now < first + first / 4,
            "{first}, then {now}"
        );
    }
    // Back from a message, it is the same page of the list.
    let path = mail_steps::links(&agent)[49].clone();
    agent.run(
        "document.querySelector(`main a[href='${arguments[0]}']`).click()",
        &[json!(path)],
    );
    find::heading(&agent, mail_steps::TEXT);
    agent.back();
    agent.until_text("Page 6");
    until_rows(&agent, "the same messages", |rows| rows == last);
    agent.until_true(
        "the focus on the row of the message",
        "return document.activeElement.getAttribute('href') === arguments[0]",
        &[json!(path)],
    );
    actions::fill_in(&agent, SEARCH, "04999");
    agent.until_text("1 message sur cette page");
    assert!(nodes() < first);
}
