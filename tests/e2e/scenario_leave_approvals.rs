//! What waits for who validates: granted, refused with a reason, taken back in time; each decision once, and never over another's.

use crate::actions::{self, AGENT, MANAGER, SignedInAgent};
use crate::checks;
use crate::find::{self, Role};
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::keys;
use crate::leave_steps::{self, ADJOINT, APPROVALS, Elsewhere, WAITING, deeds, is_sound, request};
use crate::session_steps;
use crate::words::Words;
use serde_json::{Value, json};

const FR: Words = Words::FRENCH;
/// Waits at the first level of two.
pub const INES: &str = "Inès Moreau, le 3 décembre 2026";
pub const KARIM: &str = "Karim Benali, le 11 décembre 2026, matin";
/// In the team of which the manager is a delegate; one level alone.
const SARAH: &str = "Sarah Diallo, le 11 décembre 2026";
/// A granted leave that its agent wants to be cancelled.
const HUGO: &str = "Hugo Girard, du 21 au 24 décembre 2026 à midi";
const MINE: &str = "Agent Démo, du 28 décembre 2026 au 4 janvier 2027 à midi";
pub const HELD: &str = "Votre accord est enregistré";
pub const REFUSED: &str = "Demande refusée";
const UNDONE: &str = "Votre décision est annulée : la demande attend de nouveau";
pub const REASON: &str = "Motif du refus (obligatoire)";
pub const SEND: &str = "Refuser la demande";
pub const WHY: &str = "Deux collègues sont déjà absents ces jours-là.";

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] a_request_is_granted_at_its_level_and_that_is_undone,
        [Nowhere] a_decision_can_not_be_undone_when_its_time_is_over,
        [ByEngine] a_refusal_needs_a_reason_that_the_agent_reads,
        [ByEngine] a_refusal_by_keyboard_alone,
        [ByEngine] the_focus_is_never_under_the_bar,
        [Nowhere] several_are_granted_and_one_had_changed,
        [Nowhere] several_are_refused_for_one_reason,
        [Nowhere] a_decision_on_behalf_of_another_says_so,
        [Nowhere] a_cancellation_is_granted_and_still_waits,
        [Nowhere] ones_own_request_is_never_offered,
        [Nowhere] who_validates_nothing_finds_no_way_there,
        [Nowhere] what_was_attached_is_seen_by_who_validates,
    ]
}

pub fn grant(of: &str) -> String {
    format!("Accorder : {of}")
}

pub fn refuse(of: &str) -> String {
    format!("Refuser : {of}")
}

pub fn undo(of: &str) -> String {
    format!("Annuler ma décision : {of}")
}

/// Signs the manager in and goes to what waits.
pub fn open_approvals(page: &Page) -> SignedInAgent<'_> {
    let manager = actions::sign_in(page, &MANAGER);
    actions::follow(&manager, FR.leave.approvals);
    manager.until_path(APPROVALS);
    find::button(&manager, &grant(INES));
    manager
}

/// The id of a request that waits for the manager.
fn id_of(page: &Page, who: &str, from: &str) -> String {
    Elsewhere::sign_in(page, &MANAGER).waiting(who, from)
}

pub fn id_of_ines(page: &Page) -> String {
    id_of(page, "Inès Moreau", "2026-12-03")
}

/// What no button may offer any more.
pub fn no_decision_on(page: &Page, of: &str) {
    find::gone(page, Role::Button, &grant(of));
    find::gone(page, Role::Button, &refuse(of));
}

/// How the request stands at its level.
fn stands(request: &Value) -> (&str, u64) {
    let state = request["state"].as_str().unwrap_or_default();
    (state, request["level"]["n"].as_u64().unwrap_or_default())
}

/// The focus is on what became of that request, in its card: no more is moved after that.
pub fn until_at(page: &Page, of: &str) {
    let who = of.split(',').next().unwrap_or_default();
    page.until_true(
        &format!("the focus in the card of {who}"),
        "return document.activeElement.matches('[tabindex=\"-1\"]') && document.activeElement.closest('article')?.querySelector('h2')?.textContent === arguments[0]",
        &[who.into()],
    );
}

fn a_request_is_granted_at_its_level_and_that_is_undone(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    manager.until_text("9 demandes attendent votre décision.");
    is_sound(&manager);
    actions::press_button(&manager, &grant(INES));
    manager.until_text(HELD);
    // Nobody says that it is granted.
    manager.until_text(
        "Le congé n’est pas encore accordé : la demande attend maintenant le niveau 2 sur 2.",
    );
    until_at(&manager, INES);
    manager.until_text("8 demandes attendent votre décision.");
    no_decision_on(&manager, INES);
    assert_eq!(stands(&request(&manager, &ines)), ("pending", 2));
    // Not later: it can be taken back for a minute.
    actions::press_button(&manager, &undo(INES));
    manager.until_text(UNDONE);
    until_at(&manager, INES);
    is_sound(&manager);
    find::button(&manager, &grant(INES));
    find::gone(&manager, Role::Button, &undo(INES));
    let now = request(&manager, &ines);
    assert_eq!(stands(&now), ("pending", 1));
    assert_eq!(deeds(&now), ["asked", "approved", "decision_undone"]);
    checks::nothing(checks::quiet_console(&manager));
}

fn a_decision_can_not_be_undone_when_its_time_is_over(page: &Page) {
    let ines = id_of_ines(page);
    let manager = open_approvals(page);
    actions::press_button(&manager, &grant(INES));
    manager.until_text("Vous pouvez annuler votre décision jusqu’à");
    // The page's own clock has not moved.
    manager.portal.advance_clock(120);
    actions::press_button(&manager, &undo(INES));
    manager.until_text("Le délai pour annuler votre décision est passé : elle est maintenue");
    find::gone(&manager, Role::Button, &undo(INES));
    no_decision_on(&manager, INES);
    assert_eq!(deeds(&request(&manager, &ines)), ["asked", "approved"]);
    is_sound(&manager);
    // It stands among what was decided.
    actions::follow(&manager, "Décidées");
    manager.until_address("/space/leave/approvals?state=decided");
    manager.until_text("Inès Moreau");
    manager.reload();
    manager.until_text("Inès Moreau");
    find::gone(&manager, Role::Button, &undo(INES));
    no_decision_on(&manager, INES);
}

fn a_refusal_needs_a_reason_that_the_agent_reads(page: &Page) {
    let mine = id_of(page, "Agent Démo", "2026-12-28");
    let manager = open_approvals(page);
    manager
        .portal
        .count("POST", &format!("/api/v1/leave/requests/{mine}/decision"));
    actions::press_button(&manager, &refuse(MINE));
    find::heading(&manager, "Refuser");
    manager.until_text(MINE);
    actions::press_button(&manager, SEND);
    leave_steps::until_wrong(&manager, REASON, "Écrivez le motif du refus.");
    find::with_focus(&manager, REASON);
    checks::nothing(checks::axe::axe(&manager));
    actions::fill_in(&manager, REASON, &"é".repeat(501));
    leave_steps::until_wrong(&manager, REASON, "Ce motif est trop long");
    actions::press_button(&manager, SEND);
    find::with_focus(&manager, REASON);
    assert_eq!(manager.portal.counted(), 0, "nothing was sent");
    actions::fill_in(&manager, REASON, WHY);
    actions::press_button(&manager, SEND);
    manager.until_text(REFUSED);
    session_steps::until_no_dialog(&manager);
    until_at(&manager, MINE);
    no_decision_on(&manager, MINE);
    assert_eq!(manager.portal.counted(), 1);
    let now = request(&manager, &mine);
    assert_eq!(deeds(&now), ["asked", "refused"]);
    assert_eq!(now["trail"][1]["reason"], WHY);
    leave_steps::until_asks_before_unload(&manager, false);
    actions::sign_out(manager, &FR);
    let agent = actions::sign_in(page, &AGENT);
    leave_steps::open(&agent, WAITING);
    agent.until_text("La demande a été refusée : ces jours ne sont pas décomptés.");
    agent.until_text(&format!("Motif : {WHY}"));
    agent.until_text("par Manager Démo");
    find::gone(&agent, Role::Button, "Annuler la demande");
}

fn a_refusal_by_keyboard_alone(page: &Page) {
    let karim = id_of(page, "Karim Benali", "2026-12-11");
    let manager = open_approvals(page);
    actions::tab_to(&manager, &refuse(KARIM));
    manager.press(&[keys::ENTER]);
    find::heading(&manager, "Refuser");
    manager.press(&[keys::ESCAPE]);
    session_steps::until_no_dialog(&manager);
    // Back on the button.
    find::with_focus(&manager, &refuse(KARIM));
    manager.press(&[keys::ENTER]);
    find::heading(&manager, "Refuser");
    actions::tab_to(&manager, REASON);
    for letter in WHY.chars() {
        manager.press(&[letter]);
    }
    actions::until_value(&manager, REASON, WHY);
    actions::tab_to(&manager, SEND);
    manager.press(&[keys::ENTER]);
    manager.until_text(REFUSED);
    until_at(&manager, KARIM);
    let now = request(&manager, &karim);
    assert_eq!(deeds(&now), ["asked", "refused"]);
    assert_eq!(now["trail"][1]["reason"], WHY);
    // From there on to the decision that is taken back.
    actions::tab_to(&manager, &undo(KARIM));
    manager.press(&[keys::ENTER]);
    manager.until_text(UNDONE);
    until_at(&manager, KARIM);
    assert_eq!(stands(&request(&manager, &karim)), ("pending", 1));
}

fn choose(page: &Page, of: &str) {
    actions::tick(page, &format!("Sélectionner la demande de {of}"));
}

/// WCAG 2.4.11, with the bar of what is chosen at the foot of the window.
fn the_focus_is_never_under_the_bar(page: &Page) {
    let manager = open_approvals(page);
    choose(&manager, INES);
    manager.until_text("1 demande sélectionnée");
    let is_seen = "const one = document.activeElement;
        const box = one.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return !!top && (top === one || one.contains(top) || top.contains(one) || top.closest('label')?.control === one);";
    // From the first card to the last, whose buttons are the last of the page.
    let mut visited = 0;
    loop {
        manager.press(&[keys::TAB]);
        let Some(focused) = manager.focused() else {
            break;
        };
        let here = "return !!arguments[0].closest('main')";
        if manager.session().run(here, &[focused.to_json()]).ok() != Some(json!(true)) {
            break;
        }
        visited += 1;
        let name = find::name_of(&manager, &focused).unwrap_or_default();
        let what = format!("{name:?}, which has the focus, to be seen");
        manager.until_true(&what, is_seen, &[]);
    }
    assert!(visited > 20, "{visited} stops");
}

fn several_are_granted_and_one_had_changed(page: &Page) {
    let manager = open_approvals(page);
    let here = Elsewhere::sign_in(page, &ADJOINT);
    let (ines, karim) = (
        here.waiting("Inès Moreau", "2026-12-03"),
        here.waiting("Karim Benali", "2026-12-11"),
    );
    let sarah = id_of(page, "Sarah Diallo", "2026-12-11");
    for one in [INES, KARIM, SARAH] {
        choose(&manager, one);
    }
    manager.until_text("3 demandes sélectionnées");
    checks::nothing(checks::axe::axe(&manager));
    here.decide(&karim, "refuse", WHY);
    actions::press_button(&manager, "Accorder la sélection (3)");
    let title = "2 décisions enregistrées sur 3";
    find::heading(&manager, title);
    find::with_focus(&manager, title);
    manager.until_text("votre accord est enregistré, un autre niveau suit");
    manager.until_text("changée entre-temps, non décidée");
    manager.until_text(SARAH);
    is_sound(&manager);
    assert_eq!(stands(&request(&manager, &ines)), ("pending", 2));
    assert_eq!(stands(&request(&manager, &sarah)), ("approved", 1));
    assert_eq!(deeds(&request(&manager, &karim)), ["asked", "refused"]);
    no_decision_on(&manager, KARIM);
    manager.until_text("Adjoint Démo a refusé la demande");
    manager.until_text("6 demandes attendent votre décision.");
}

fn several_are_refused_for_one_reason(page: &Page) {
    let (ines, sarah) = (id_of_ines(page), id_of(page, "Sarah Diallo", "2026-12-11"));
    let manager = open_approvals(page);
    for one in [INES, SARAH] {
        choose(&manager, one);
    }
    actions::press_button(&manager, "Refuser la sélection (2)");
    manager.until_text("Le même motif sera lu par les personnes qui ont fait ces 2 demandes.");
    actions::fill_in(&manager, REASON, WHY);
    actions::press_button(&manager, "Refuser les 2 demandes");
    find::with_focus(&manager, "2 décisions enregistrées sur 2");
    session_steps::until_no_dialog(&manager);
    for id in [ines, sarah] {
        let now = request(&manager, &id);
        assert_eq!(deeds(&now), ["asked", "refused"]);
        assert_eq!(now["trail"][1]["reason"], WHY);
    }
    leave_steps::until_asks_before_unload(&manager, false);
}

fn a_decision_on_behalf_of_another_says_so(page: &Page) {
    let sarah = id_of(page, "Sarah Diallo", "2026-12-11");
    let manager = open_approvals(page);
    manager.until_text("Vous décidez au nom de Nadia Lefèvre");
    actions::press_button(&manager, &grant(SARAH));
    // One level alone: it is granted.
    manager.until_text("Congé accordé");
    let now = request(&manager, &sarah);
    assert_eq!(stands(&now), ("approved", 1));
    assert_eq!(now["trail"][1]["by"]["name"], "Manager Démo");
    assert_eq!(now["trail"][1]["on_behalf_of"]["name"], "Nadia Lefèvre");
    actions::follow(&manager, "Décidées");
    manager.until_text("Sarah Diallo");
    manager.until_text("au nom de Nadia Lefèvre");
    is_sound(&manager);
}

fn a_cancellation_is_granted_and_still_waits(page: &Page) {
    let hugo = id_of(page, "Hugo Girard", "2026-12-21");
    let manager = open_approvals(page);
    manager.until_text("Annulation demandée : Changement de dates.");
    actions::press_button(&manager, &format!("Accorder l’annulation : {HUGO}"));
    manager.until_text(
        "Le congé n’est pas encore annulé : la demande attend maintenant le niveau 2 sur 2.",
    );
    assert_eq!(
        stands(&request(&manager, &hugo)),
        ("cancellation_pending", 2)
    );
}

fn ones_own_request_is_never_offered(page: &Page) {
    let manager = open_approvals(page);
    let cards = "return Array.from(document.querySelectorAll('main article h2'), (name) => name.textContent)";
    let cards = checks::strings(&manager.run(cards, &[]));
    assert_eq!(cards.len(), 9, "{cards:?}");
    assert!(
        !cards.iter().any(|name| name == "Manager Démo"),
        "{cards:?}"
    );
    // And it is read without a way to decide on it.
    actions::follow(&manager, FR.leave.leave);
    actions::follow(&manager, "Congés annuels, du 8 au 12 février 2027");
    find::button(&manager, "Annuler la demande");
    let decide = find::now(&manager, Role::Link, "Décider");
    assert_eq!(decide.ok().flatten(), None);
    let text = manager.text();
    assert!(!text.contains("Accorder"), "{text}");
    // A colleague's has that way.
    let ines = id_of_ines(page);
    manager.open(&format!("/space/leave/{ines}"));
    actions::follow(&manager, "Décider");
    manager.until_path(APPROVALS);
    find::button(&manager, &grant(INES));
}

fn who_validates_nothing_finds_no_way_there(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    leave_steps::open_leave(&agent);
    for role in [Role::Link, Role::Button] {
        let way = find::now(&agent, role, FR.leave.approvals);
        assert_eq!(way.ok().flatten(), None);
    }
    agent.open(APPROVALS);
    agent.until_text("Aucune demande n’attend votre décision.");
    is_sound(&agent);
    checks::nothing(checks::quiet_console(&agent));
}

fn what_was_attached_is_seen_by_who_validates(page: &Page) {
    let manager = open_approvals(page);
    let name = "return Array.from(document.querySelectorAll('main button')).find((button) => button.textContent.startsWith('Voir la pièce jointe'))?.textContent";
    let name = manager.until("a way to what was attached", || {
        let name = manager.session().run(name, &[])?;
        Ok(name.as_str().map(find::plain))
    });
    actions::press_button(&manager, &name);
    manager.until_true(
        "what was attached, in its frame",
        "return !!document.querySelector('main article iframe')",
        &[],
    );
    find::with_focus(&manager, "Fermer la pièce jointe");
    is_sound(&manager);
    actions::press_button(&manager, "Fermer la pièce jointe");
    manager.until_true("no frame", "return !document.querySelector('iframe')", &[]);
    find::with_focus(&manager, &name);
}
