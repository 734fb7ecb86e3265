//! The journal in every state: what it holds, what it leaves out, strange and hostile events, and the way to the older ones.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::activity::{Activity, ActivityEvent, ActivityKind};
use nomade::i18n::locale::Locale;
use nomade::pages::activity_page::journal::JournalView;
use nomade::pages::activity_page::older::Older;
use nomade::pages::activity_page::reporting::Reporting;
use nomade::rules::activity_filter::ActivityAddress;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

/// The journal as `asked` for it, with what `change` makes of the rest.
pub fn journal(
    locale: Locale,
    asked: ActivityAddress,
    loader: impl FnOnce() -> Loader<Activity> + Send + 'static,
    change: impl FnOnce(Older, Reporting) + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let nothing = Callback::new(|_| ());
        let (older, reporting) = (
            Older::new(Callback::new(|()| ())),
            Reporting::new(nothing, nothing),
        );
        change(older, reporting);
        view! {
            <JournalView
                asked=Signal::stored(asked)
                journal=loader()
                older
                reporting
                apply=Callback::new(|_| ())
            />
        }
    })
}

fn shown(locale: Locale, asked: ActivityAddress, activity: Activity) -> String {
    let loader = move || Loader::fixed(Load::Loaded(activity));
    journal(locale, asked, loader, |_, _| ())
}

fn all() -> ActivityAddress {
    ActivityAddress::default()
}

fn event(id: &str) -> ActivityEvent {
    let activity: Activity = fixture("activity/page_ordinary");
    let first = activity.items.into_iter().next().unwrap();
    ActivityEvent {
        id: id.to_owned(),
        ..first
    }
}

fn of(items: Vec<ActivityEvent>) -> Activity {
    Activity {
        items,
        next_cursor: None,
        ..fixture("activity/page_ordinary")
    }
}

#[test]
fn the_journal_is_drawn_in_every_state_and_its_filters_stay() {
    for locale in BOTH {
        for (index, words) in [
            ("", ""),
            ("prend plus de temps", "longer than usual"),
            ("Bulletin de paie téléchargé", "Payslip downloaded"),
            ("hors connexion", "You are offline"),
        ]
        .into_iter()
        .enumerate()
        {
            let loader = move || {
                let data = fixture::<Activity>("activity/page_ordinary");
                let all = states(data, ApiError::Offline);
                all.into_iter().nth(index).unwrap().1
            };
            let html = journal(locale, all(), loader, |_, _| ());
            let words = if locale == Locale::Fr {
                words.0
            } else {
                words.1
            };
            assert!(html.contains(words), "{index}: {html}");
            assert!(html.contains("id=\"period-from\""), "{index}: {html}");
            assert_eq!(html.matches("year-choice__link").count(), 5, "{html}");
        }
    }
}

#[test]
fn events_stand_under_their_day_with_what_happened_where_and_with_what() {
    let html = shown(Locale::Fr, all(), fixture("activity/page_ordinary"));
    for words in [
        ">22 novembre 2026<",
        ">18:43<",
        "Bulletin de paie téléchargé",
        "href=\"/space/payslips/p_9fA3\"",
        "Connexion",
        "Déconnexion",
        "Autre session fermée",
        "Tentative de connexion refusée",
        "Charte et conditions acceptées",
        "<bdi>Firefox 153, Linux</bdi>",
        "<bdi>2001:db8::17</bdi>",
        "Navigateur inconnu",
        "Cette session",
        "Depuis le 26 avril 2026, l’activité est enregistrée",
        "14 événements affichés",
        "Afficher les événements plus anciens",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches("activity-list__day").count(), 5, "{html}");
    assert_eq!(html.matches("Ce n’était pas moi").count(), 14, "{html}");
    let html = shown(Locale::En, all(), fixture("activity/page_last"));
    assert!(!html.contains("Show older events"), "{html}");
    assert!(html.contains("Activity is recorded since"), "{html}");
}

#[test]
fn an_empty_journal_says_whether_something_was_left_out() {
    let html = shown(Locale::Fr, all(), of(Vec::new()));
    assert!(html.contains("Aucun événement pour le moment."), "{html}");
    assert!(!html.contains("Afficher toute l’activité"), "{html}");
    let views = ActivityAddress {
        kind: Some(ActivityKind::View),
        ..all()
    };
    let html = shown(Locale::Fr, views, of(Vec::new()));
    assert!(
        html.contains("Aucun événement ne correspond à ce choix.")
            && html.contains("Afficher toute l’activité")
            && html.contains("Depuis le 26 avril 2026"),
        "{html}"
    );
}

#[test]
fn a_choice_has_its_own_address_and_keeps_the_others() {
    let asked = ActivityAddress {
        kind: Some(ActivityKind::View),
        from: "2026-11-01".to_owned(),
        ..all()
    };
    let html = shown(Locale::Fr, asked, of(Vec::new()));
    assert!(
        html.contains("href=\"/space/activity?kind=download&amp;from=2026-11-01\"")
            && html.contains("href=\"/space/activity?from=2026-11-01\""),
        "{html}"
    );
    let current: Vec<&str> = html.split("aria-current=\"true\"").collect();
    assert_eq!(current.len(), 2, "{html}");
    assert!(
        current[1].starts_with(" class=\"year-choice__link\">Consultations<"),
        "{html}"
    );
}

#[test]
fn a_period_that_is_none_is_said_at_its_field() {
    for (from, to, field, words) in [
        ("2026-02-30", "", "period-from", "Cette date n’existe pas."),
        ("", "demain", "period-to", "Cette date n’existe pas."),
        (
            "2026-11-02",
            "2026-11-01",
            "period-to",
            "La fin de la période est avant son début.",
        ),
    ] {
        let asked = ActivityAddress {
            from: from.to_owned(),
            to: to.to_owned(),
            ..all()
        };
        let html = shown(Locale::Fr, asked, of(Vec::new()));
        assert!(html.contains(words), "{from} {to}: {html}");
        assert!(
            html.contains(&format!("aria-describedby=\"{field}-error\"")),
            "{from} {to}: {html}"
        );
        assert_eq!(html.matches("aria-invalid").count(), 1, "{html}");
    }
}

#[test]
fn what_a_newer_portal_adds_is_told_by_its_kind_or_neutrally() {
    let newer = || fixture::<Activity>("activity/page_event.newer");
    let html = shown(Locale::Fr, all(), newer());
    for words in [
        "Autre événement",
        "Événement de connexion",
        "<bdi lang=\"fr\">Formation, du 21 au 24 décembre 2026</bdi>",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(
        !html.contains("t_4Rt"),
        "no link to what has no page: {html}"
    );
    assert!(shown(Locale::En, all(), newer()).contains("Other event"));
}

#[test]
fn what_happened_with_leave_leads_to_its_request() {
    let page = || fixture::<Activity>("activity/page_leave");
    let html = shown(Locale::Fr, all(), page());
    assert!(html.contains("href=\"/space/leave/"), "{html}");
    assert!(!html.contains("Autre événement"), "{html}");
    assert!(!shown(Locale::En, all(), page()).contains("Other event"));
}

#[test]
fn hostile_words_are_shown_as_words_and_turn_nothing_around_them() {
    let mut hostile = event("e_\"><script>");
    hostile.with = "<script>alert(1)</script>\u{202e}".to_owned();
    hostile.from = "\u{202e}7.0.0.1".to_owned();
    let item = hostile.item.as_mut().unwrap();
    item.label = "</bdi><img src=x onerror=alert(1)>\u{2066}".to_owned();
    item.id = "../../login?x=\"y\"".to_owned();
    for locale in BOTH {
        let html = shown(locale, all(), of(vec![hostile.clone()]));
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{html}"
        );
        assert!(
            html.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;\u{202e}</bdi>"),
            "{html}"
        );
        assert!(html.contains("<bdi>\u{202e}7.0.0.1</bdi>"), "{html}");
        assert!(
            html.contains("/space/payslips/..%2F..%2Flogin%3Fx%3D%22y%22"),
            "{html}"
        );
        assert!(
            html.contains("/space/activity?report=e_%22%3E%3Cscript%3E"),
            "{html}"
        );
    }
}

#[test]
fn a_thousand_events_are_drawn() {
    let events = (0..1000).map(|number| event(&number.to_string())).collect();
    let html = shown(Locale::Fr, all(), of(events));
    assert_eq!(html.matches("class=\"activity-list__row\"").count(), 1000);
    assert!(html.contains("1000 événements affichés"));
}

#[test]
fn older_events_that_did_not_come_leave_the_others_where_they_are() {
    let loader = || Loader::fixed(Load::Loaded(fixture("activity/page_ordinary")));
    let html = journal(Locale::Fr, all(), loader, |older, _| {
        older.failure.set(Some(ApiError::Offline));
    });
    assert!(
        html.contains("hors connexion") && html.contains("14 événements affichés"),
        "{html}"
    );
    let html = journal(
        Locale::Fr,
        all(),
        || Loader::fixed(Load::Loaded(fixture("activity/page_ordinary"))),
        |older, _| older.first.set(Some("e_5Ga8".to_owned())),
    );
    assert_eq!(html.matches("data-new").count(), 1, "{html}");
}
