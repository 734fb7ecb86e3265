//! Validating leave in every state: what waits, what is granted to be done with it, what came of a decision, several together, and hostile data.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::leave_approval_card::ApprovalCard;
use nomade::components::leave_decision_verdict::Verdict;
use nomade::contract::leave::{
    ApprovalState, LeaveAction, LeaveApproval, LeaveApprovals, LeaveState,
};
use nomade::i18n::locale::Locale;
use nomade::pages::leave_approvals_page::ApprovalsView;
use nomade::pages::leave_approvals_page::deciding::Deciding;
use nomade::rules::leave_decision::DecisionAct;
use nomade::rules::session::SessionStatus;
use nomade::state::document_preview::{Preview, PreviewState};
use nomade::state::listing::use_listing;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

pub fn page(
    locale: Locale,
    tab: ApprovalState,
    approvals: impl FnOnce() -> Loader<LeaveApprovals> + Send + 'static,
    change: impl FnOnce(Deciding) + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let deciding = Deciding::new(Callback::new(|_| ()), Callback::new(|()| ()));
        change(deciding);
        let look = |_, _| Preview {
            state: RwSignal::new(PreviewState::Masked),
            large: None,
            accept: Callback::new(|()| ()),
            retry: Callback::new(|()| ()),
        };
        view! { <ApprovalsView tab=Signal::stored(tab) approvals=approvals() listing=use_listing("leave-approvals") deciding look/> }
    })
}

pub fn ordinary() -> LeaveApprovals {
    fixture("leave/approvals_ordinary")
}

pub fn shown(locale: Locale, data: LeaveApprovals) -> String {
    changed(locale, data, |_| ())
}

pub fn changed(
    locale: Locale,
    data: LeaveApprovals,
    change: impl FnOnce(Deciding) + Send + 'static,
) -> String {
    let loader = move || Loader::fixed(Load::Loaded(data));
    page(locale, ApprovalState::Waiting, loader, change)
}

/// The request that has clashes, alone.
pub fn one() -> LeaveApproval {
    ordinary().items.pop().unwrap()
}

/// The list of that request, with what `change` makes of its card.
pub fn card(
    locale: Locale,
    approval: LeaveApproval,
    change: impl FnOnce(ApprovalCard) + Send + 'static,
) -> String {
    let data = LeaveApprovals {
        items: vec![approval.clone()],
        waiting: 1,
        next_cursor: None,
    };
    changed(locale, data, move |deciding| {
        change(deciding.card(approval));
    })
}

pub fn has(html: &str, words: &[&str]) {
    for words in words {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn the_page_is_drawn_in_every_state_and_its_tabs_stay() {
    for locale in BOTH {
        for (index, (fr, en)) in [
            ("loaded__wait", "loaded__wait"),
            ("prend plus de temps", "longer than usual"),
            ("leave-approval__card", "leave-approval__card"),
            ("hors connexion", "You are offline"),
        ]
        .into_iter()
        .enumerate()
        {
            let loader = move || {
                let states = states(ordinary(), ApiError::Offline);
                states.into_iter().nth(index).unwrap().1
            };
            let html = page(locale, ApprovalState::Waiting, loader, |_| ());
            has(&html, &[if locale == Locale::Fr { fr } else { en }]);
            has(
                &html,
                &[
                    "href=\"/space/leave/approvals?state=decided\"",
                    "aria-current=\"page\"",
                ],
            );
        }
    }
}

#[test]
fn where_nothing_waits_or_was_decided_it_is_said() {
    let none = || Loader::fixed(Load::Loaded(LeaveApprovals::default()));
    let waiting = page(Locale::Fr, ApprovalState::Waiting, none, |_| ());
    has(&waiting, &["Aucune demande n’attend votre décision."]);
    let decided = page(Locale::En, ApprovalState::Decided, none, |_| ());
    has(&decided, &["You have decided nothing in the last 90 days."]);
    assert!(!decided.contains("checkbox"), "{decided}");
}

#[test]
fn a_request_says_who_what_when_how_long_and_what_would_be_left() {
    let html = shown(Locale::Fr, ordinary());
    has(
        &html,
        &[
            "4 demandes attendent votre décision.",
            "<bdi>Agent Démo</bdi>",
            "<bdi>Congés annuels</bdi>",
            "du 28 décembre 2026 au 4 janvier 2027 à midi",
            "4,5\u{a0}jours",
            "Niveau 1 sur 2",
            "Il resterait 5\u{a0}jours",
            "<bdi>Je reste joignable le 28 au matin.</bdi>",
            "Vous décidez au nom de <bdi>Nadia Lefèvre</bdi>",
            "Demandé le 22 novembre 2026",
            "Étapes précédentes",
        ],
    );
    let html = shown(Locale::En, ordinary());
    has(
        &html,
        &["28 December 2026 to 4 January 2027 at noon", "Level 1 of 2"],
    );
}

#[test]
fn who_else_is_away_is_told_with_how_many_of_the_team() {
    let html = card(Locale::Fr, one(), |_| ());
    has(
        &html,
        &[
            "2 absents sur 9",
            "<bdi>Camille Bernard</bdi>",
            "du 28 au 31 décembre 2026",
            "Accordé",
            "En attente",
        ],
    );
    let mut alone = one();
    alone.clashes.clear();
    has(
        &card(Locale::Fr, alone, |_| ()),
        &["Personne d’autre n’est absent."],
    );
    let mut many = one();
    let clash = many.clashes.first().unwrap().clone();
    many.clashes = (0..20)
        .map(|n| {
            let mut clash = clash.clone();
            clash.person.id = format!("c_{n}");
            clash
        })
        .collect();
    has(
        &card(Locale::Fr, many, |_| ()),
        &["au moins 20 absents sur 9"],
    );
}

#[test]
fn a_balance_that_would_be_exceeded_is_told_in_words() {
    let mut short = one();
    short.left_after = Some(-5);
    let html = card(Locale::Fr, short.clone(), |_| ());
    has(
        &html,
        &[
            "Solde dépassé\u{a0}: il manquerait 2,5\u{a0}jours",
            "data-short",
        ],
    );
    short.left_after = None;
    let html = card(Locale::Fr, short, |_| ());
    assert!(
        !html.contains("resterait") && !html.contains("manquerait"),
        "{html}"
    );
}

#[test]
fn a_cancellation_is_told_with_its_reason_and_decided_in_its_own_words() {
    let mut items = ordinary().items;
    let cancellation = items.remove(2);
    let html = card(Locale::Fr, cancellation, |_| ());
    has(
        &html,
        &[
            "<strong>Annulation demandée</strong>",
            "<bdi>Changement de dates.</bdi>",
            "Accorder l’annulation",
            "Refuser l’annulation",
        ],
    );
}

#[test]
fn only_what_the_portal_grants_has_a_button() {
    let html = card(Locale::Fr, one(), |_| ());
    has(&html, &[">Accorder<", ">Refuser<"]);
    assert!(!html.contains("Annuler ma décision"), "{html}");
    let mut none = one();
    none.request.actions = vec![LeaveAction::Unknown];
    none.request.summary.state = LeaveState::Unknown;
    let html = card(Locale::Fr, none, |_| ());
    assert!(!html.contains("leave-approval__buttons"), "{html}");
    has(&html, &["En cours de traitement", "data-state=\"closed\""]);
    let mut refuse = one();
    refuse.request.actions = vec![LeaveAction::Refuse];
    let html = card(Locale::En, refuse, |_| ());
    assert!(
        html.contains(">Refuse<") && !html.contains(">Approve<"),
        "{html}"
    );
}

#[test]
fn an_attachment_is_offered_where_it_is_granted_and_shown_when_it_is_asked_for() {
    let mut items = ordinary().items;
    let with_file = items.remove(0);
    let html = card(Locale::Fr, with_file.clone(), |_| ());
    has(
        &html,
        &[
            "Voir la pièce jointe (PDF, 120\u{a0}ko)",
            "aria-expanded=\"false\"",
        ],
    );
    assert!(!html.contains("id=\"preview\""), "{html}");
    let mut hidden = with_file.clone();
    hidden.request.actions = vec![LeaveAction::Approve];
    assert!(!card(Locale::Fr, hidden, |_| ()).contains("pièce jointe"));
    let data = LeaveApprovals {
        items: vec![with_file],
        waiting: 1,
        next_cursor: None,
    };
    let html = changed(Locale::Fr, data, |deciding| deciding.open_file.set(Some(1)));
    has(
        &html,
        &[
            "id=\"preview\"",
            "Fermer la pièce jointe",
            "aria-expanded=\"true\"",
        ],
    );
}

#[test]
fn a_long_comment_is_folded_and_nothing_in_it_acts() {
    let mut long = one();
    long.request.comment = "ligne\n".repeat(40);
    has(
        &card(Locale::Fr, long, |_| ()),
        &[
            "<details class=\"leave-approval__comment\"",
            "Lire le commentaire (239 caractères)",
        ],
    );
    let mut hostile = one();
    hostile.request = fixture("leave/request_hostile");
    hostile.request.actions = vec![LeaveAction::Approve, LeaveAction::Refuse];
    hostile.left_after = Some(i32::MIN);
    hostile.team_size = u32::MAX;
    for locale in BOTH {
        let html = card(locale, hostile.clone(), |_| ());
        assert!(
            !html.contains("<script") && !html.contains("<img src=x"),
            "{html}"
        );
        assert!(
            !html.contains('\u{202e}') && !html.contains('\u{7}'),
            "{html}"
        );
    }
}

#[test]
fn a_card_stays_while_the_portal_lists_the_same_state_of_it() {
    let html = card(Locale::Fr, one(), |_| ());
    assert!(html.contains("data-state=\"open\""), "{html}");
    let listed = changed(Locale::Fr, ordinary(), |deciding| {
        let first = deciding.card(one());
        first.chosen.set(true);
        assert_eq!(deciding.card(one()).number, first.number);
        let mut newer = one();
        newer.request.revision = "9".to_owned();
        assert_ne!(deciding.card(newer).number, first.number);
    });
    assert!(listed.contains("leave-approval"), "{listed}");
}

#[test]
fn what_stands_around_a_request_is_as_the_portal_tells_it_now() {
    let told = |under_way: bool| {
        let mut now = ordinary();
        for item in &mut now.items {
            item.clashes.clear();
            item.left_after = Some(-3);
            item.on_behalf_of = None;
            item.request.actions = vec![LeaveAction::Approve];
        }
        let listed = now.clone();
        changed(Locale::Fr, listed, move |deciding| {
            let cards: Vec<ApprovalCard> = ordinary()
                .items
                .into_iter()
                .map(|item| deciding.card(item))
                .collect();
            for card in &cards {
                card.chosen.set(true);
                if under_way {
                    card.verdict.set(Verdict::UnderWay(DecisionAct::Approve));
                }
            }
            deciding.listed(&now);
            assert!(cards.iter().all(|card| card.chosen.get_untracked()));
        })
    };
    let html = told(false);
    has(
        &html,
        &[
            "Personne d’autre n’est absent.",
            "Solde dépassé\u{a0}: il manquerait 1,5\u{a0}jour",
        ],
    );
    assert!(
        !html.contains("absents sur") && !html.contains("au nom de"),
        "{html}"
    );
    assert!(!html.contains(">Refuser<"), "{html}");
    // What is on its way is told to the end as it was asked.
    has(&told(true), &["2 absents sur 9", ">Refuser<"]);
}

#[test]
fn a_list_that_was_asked_for_before_a_decision_does_not_undo_it() {
    let html = changed(Locale::Fr, ordinary(), |deciding| {
        let card = deciding.card(one());
        let decided = fixture("leave/request_just_decided");
        card.approval.update(|approval| approval.request = decided);
        deciding.listed(&ordinary());
        assert!(!card.is_open(), "the answer is older");
    });
    has(&html, &["leave-approval"]);
}

#[test]
fn what_was_decided_is_told_with_what_can_still_be_undone() {
    let loader = || Loader::fixed(Load::Loaded(fixture("leave/approvals_decided")));
    let html = page(Locale::Fr, ApprovalState::Decided, loader, |_| ());
    has(
        &html,
        &[
            "<bdi>Responsable Démo</bdi> a accordé la demande (niveau 1 sur 2) le 23 novembre 2026 à 08:02",
            "Annuler ma décision",
            "En attente",
        ],
    );
    assert!(
        !html.contains("attend votre décision") && !html.contains("checkbox"),
        "{html}"
    );
}
