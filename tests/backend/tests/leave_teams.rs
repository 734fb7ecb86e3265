//! Who is away: what an agent sees of colleagues, what those who validate see, and a team of hundreds.

use crate::leave::{all, ask, preview};
use crate::leave_approvals::approvals;
use crate::support::{Client, backend, backend_with, signed_in};
use nomade::contract::leave::{CalendarPerson, DayOffReason, LeaveCalendar, LeaveState as State};
use portal_backend::{Options, Seed};
use std::time::{Duration, Instant};

async fn calendar(client: &mut Client, days: &str) -> LeaveCalendar {
    let answer = client.get(&format!("/leave/calendar?{days}")).await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

const DECEMBER: &str = "from=2026-12-01&to=2026-12-31";

fn of<'a>(calendar: &'a LeaveCalendar, name: &str) -> &'a CalendarPerson {
    let mut people = calendar.people.iter();
    people.find(|it| it.person.name == name).unwrap()
}

#[tokio::test]
async fn an_agent_sees_that_colleagues_are_away_and_neither_why_nor_what_waits() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let told = calendar(&mut client, DECEMBER).await;
    assert_eq!((told.teams.len(), told.people.len()), (1, 9));
    assert_eq!(told.teams[0].label, "Pôle paie et carrières");
    let names: Vec<_> = told
        .people
        .iter()
        .map(|it| it.person.name.as_str())
        .collect();
    // By family name, without accents.
    let expected = [
        "Karim Benali",
        "Camille Bernard",
        "Adjoint Démo",
        "Agent Démo",
        "Manager Démo",
        "Léa Fontaine",
        "Hugo Girard",
        "Inès Moreau",
        "Thomas Petit",
    ];
    assert_eq!(names, expected);
    for person in told
        .people
        .iter()
        .filter(|it| it.person.name != "Agent Démo")
    {
        for absence in &person.absences {
            assert_eq!((absence.state, &absence.label), (State::Approved, &None));
        }
    }
    // One waits; the other's cancellation does, which is nobody's business.
    assert_eq!(of(&told, "Inès Moreau").absences, []);
    assert_eq!(of(&told, "Hugo Girard").absences.len(), 2);
    let own: Vec<_> = of(&told, "Agent Démo")
        .absences
        .iter()
        .map(|it| (it.state, it.label.is_some()))
        .collect();
    assert_eq!(
        own,
        [
            (State::Pending, true),
            (State::Approved, true),
            (State::Pending, true)
        ]
    );
    let off = |day: &str| {
        told.days_off
            .iter()
            .find(|it| it.on.to_string() == day)
            .map(|it| it.reason)
    };
    assert_eq!(off("2026-12-24"), Some(DayOffReason::Closed));
    assert_eq!(off("2026-12-25"), Some(DayOffReason::Holiday));
    // Nobody's part time is told.
    assert_eq!(off("2026-12-02"), None);
    let told = preview(&mut client, "annual", "2026-12-07..2026-12-11").await;
    assert!(told.colleagues.iter().all(|it| it.state == State::Approved));
    assert!(
        told.colleagues
            .iter()
            .all(|it| it.person.name != "Inès Moreau")
    );
}

#[tokio::test]
async fn those_who_validate_see_what_waits_and_why_somebody_is_away() {
    let router = backend().await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let told = calendar(&mut manager, DECEMBER).await;
    let labels: Vec<_> = told.teams.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["Pôle paie et carrières", "Bureau de la formation"]);
    assert_eq!(told.people.len(), 14);
    let ines = &of(&told, "Inès Moreau").absences[0];
    assert_eq!(
        (ines.state, ines.label.as_ref().unwrap().fr.as_str()),
        (State::Pending, "RTT")
    );
    let hugo: Vec<_> = of(&told, "Hugo Girard")
        .absences
        .iter()
        .map(|it| it.state)
        .collect();
    assert_eq!(hugo, [State::Approved, State::CancellationPending]);
    // Who validates another team than their own is there too, and sees of their own what everybody sees.
    let mut direction = signed_in(&router, "direction.demo").await;
    let told = calendar(&mut direction, "from=2027-01-01&to=2027-01-31").await;
    let own = of(&told, "Direction Démo");
    assert_eq!(own.absences[0].state, State::Pending);
    assert!(told.people.len() > 14);
    let mut alone = signed_in(&router, "bientot.demo").await;
    let told = calendar(&mut alone, DECEMBER).await;
    assert_eq!(
        (told.people.len(), told.people[0].person.name.as_str()),
        (1, "Bientôt Démo")
    );
    let asked = ask(&mut alone, "rtt", "2026-12-14").await;
    // Whose person is a colleague is no key to anything.
    let me = alone.get("/agent").await.ok().json();
    assert_ne!(asked.agent.id, me["id"].as_str().unwrap());
    let waiting = approvals(&mut direction, "waiting").await;
    assert!(
        waiting
            .iter()
            .any(|it| it.request.summary.id == asked.summary.id)
    );
}

#[tokio::test]
async fn days_of_a_calendar_are_in_their_order_and_not_too_many() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    calendar(&mut client, "from=2026-12-01&to=2027-02-01").await;
    calendar(&mut client, "from=9999-12-31&to=9999-12-31").await;
    calendar(&mut client, "from=0001-01-01&to=0001-01-02").await;
    for days in [
        "",
        "from=2026-12-01",
        "from=2026-12-02&to=2026-12-01",
        "from=2026-12-01&to=2027-02-02",
        "from=x&to=y",
    ] {
        let answer = client.get(&format!("/leave/calendar?{days}")).await;
        answer.refused(422, "invalid_fields");
    }
}

#[tokio::test]
async fn a_team_of_three_hundred_is_told_and_quickly() {
    let router = backend_with(Options {
        seed: Seed::Large,
        ..Options::default()
    })
    .await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let started = Instant::now();
    let told = calendar(&mut manager, "from=2026-11-01&to=2027-01-02").await;
    let taken = started.elapsed();
    assert_eq!(told.people.len(), 305);
    let away: usize = told.people.iter().map(|it| it.absences.len()).sum();
    assert!(away > 300, "{away}");
    let order: Vec<_> = told
        .people
        .iter()
        .map(|it| it.person.name.clone())
        .collect();
    assert!(order.windows(2).any(|two| two[0] != two[1]));
    // Unoptimised, on a machine that does other things: what matters is that it does not grow with what was asked for.
    assert!(taken < Duration::from_secs(10), "{taken:?}");
    let waiting = approvals(&mut manager, "waiting").await;
    assert!(waiting.len() > 50, "{}", waiting.len());
    let ids: std::collections::BTreeSet<_> =
        waiting.iter().map(|it| &it.request.summary.id).collect();
    assert_eq!(ids.len(), waiting.len());
    assert!(waiting.is_sorted_by_key(|it| it.request.summary.period.from));
    assert!(waiting.iter().all(|it| it.clashes.len() <= 20));
    let mut agent = signed_in(&router, "agent.demo").await;
    assert_eq!(all(&mut agent, "").await.len(), 13);
    let told = preview(&mut agent, "annual", "2026-12-21..2026-12-23").await;
    assert!(told.colleagues.len() <= 20 && told.team_size == 300);
}
