//! What the checks find, as a person reads it: every cause has its words, its step and its help, in both languages.

use super::render::view_in;
use nomade::components::check_strip::{Said, Shown, card as notice, words};
use nomade::components::checkup_code::report;
use nomade::components::finding_card::finding_card;
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::Guide;
use nomade::rules::finding::{Cause, Check, Confidence, Evidence, Finding, Severity};
use nomade::rules::session::SessionStatus;
use nomade::state::checkup::Checkup;

const LOCALES: [Locale; 2] = [Locale::Fr, Locale::En];

fn checkup(findings: Vec<Finding>) -> Checkup {
    Checkup {
        findings,
        ..Checkup::default()
    }
}

fn card(locale: Locale, cause: Cause) -> String {
    let found = checkup(vec![Finding::certain(cause, vec![Evidence::Status(403)])]);
    view_in(locale, SessionStatus::SignedOut, move || {
        finding_card(cause.check(), &found, locale.texts())
    })
}

#[test]
fn every_cause_has_its_verdict_its_evidence_and_where_it_asks_something_its_step_and_its_help() {
    for locale in LOCALES {
        for &cause in Cause::ALL {
            let (t, html) = (locale.texts(), card(locale, cause));
            assert!(
                html.contains(&escaped(t.verdict(cause))),
                "{cause:?}: {html}"
            );
            assert!(html.contains("403"), "{cause:?} hides what was seen");
            let asks = cause.severity() >= Severity::Advice;
            for guide in Guide::ALL {
                assert_eq!(
                    t.step(cause, guide).is_empty(),
                    !asks && !matches!(cause, Cause::BrowserUnknown | Cause::CookiesUnread),
                    "{cause:?} {guide:?}"
                );
            }
            let help = format!("href=\"/help#{}\"", cause.anchor());
            assert_eq!(
                html.contains(&help),
                !cause.anchor().is_empty(),
                "{cause:?}"
            );
        }
    }
}

#[test]
fn no_two_causes_of_a_check_have_the_same_verdict() {
    for locale in LOCALES {
        let verdicts: std::collections::BTreeSet<_> = Cause::ALL
            .iter()
            .map(|cause| locale.texts().verdict(*cause))
            .collect();
        assert_eq!(verdicts.len(), Cause::ALL.len());
    }
}

#[test]
fn another_explanation_is_shown_as_such() {
    let found = checkup(vec![
        Finding::likely(Cause::CaptivePortal, Vec::new()),
        Finding {
            confidence: Confidence::Possible,
            ..Finding::certain(Cause::FilteringProxy, Vec::new())
        },
    ]);
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, move || {
        finding_card(Check::Network, &found, Locale::Fr.texts())
    });
    assert!(html.contains("(probable)"), "{html}");
    assert!(html.contains("Autre explication possible"), "{html}");
    assert!(html.contains("data-cause=\"captive-portal\""), "{html}");
}

#[test]
fn a_check_without_an_answer_says_that_it_runs() {
    let html = view_in(Locale::En, SessionStatus::SignedOut, || {
        let found = Checkup {
            running: true,
            ..Checkup::default()
        };
        finding_card(Check::Cookies, &found, Locale::En.texts())
    });
    assert!(
        html.contains("Checking…") && html.contains("aria-busy=\"true\""),
        "{html}"
    );
}

#[test]
fn the_summary_counts_what_is_worth_a_word_and_no_more() {
    let t = Locale::Fr.texts();
    let fine = checkup(vec![
        Finding::certain(Cause::NetworkFine, Vec::new()),
        // Its right, and no matter.
        Finding::certain(Cause::SystemUnread, Vec::new()),
    ]);
    assert_eq!(words(&fine, t), (0, t.checks_fine().to_owned()));
    let unread = checkup(vec![Finding::certain(Cause::CookiesUnread, Vec::new())]);
    assert_eq!(words(&unread, t), (0, t.checks_unread().to_owned()));
    let two = checkup(vec![
        Finding::certain(Cause::CookiesBlocked, Vec::new()),
        Finding::certain(Cause::BrowserOutdated, Vec::new()),
        Finding {
            confidence: Confidence::Possible,
            ..Finding::certain(Cause::FilteringProxy, Vec::new())
        },
    ]);
    assert_eq!(words(&two, t), (2, t.checks_done(2)));
    assert_eq!(
        two.obstacle().map(|finding| finding.cause),
        Some(Cause::CookiesBlocked)
    );
}

#[test]
fn the_report_holds_every_finding_and_the_code() {
    let found = checkup(vec![
        Finding::certain(
            Cause::Vpn,
            vec![Evidence::AddressSeen("203.0.113.7".to_owned())],
        ),
        Finding::certain(Cause::ClockWrong, vec![Evidence::ClockAhead(-600)]),
    ]);
    let report = report(&found, Locale::En.texts());
    for part in ["Network", "VPN", "203.0.113.7", "10 min behind", "→"] {
        assert!(report.contains(part), "{part} is missing in {report}");
    }
    assert!(
        report.lines().nth(1).is_some_and(|code| code.len() == 14),
        "{report}"
    );
}

fn running(findings: Vec<Finding>) -> Checkup {
    Checkup {
        running: true,
        ..checkup(findings)
    }
}

fn certain(cause: Cause) -> Vec<Finding> {
    vec![Finding::certain(cause, Vec::new())]
}

#[test]
fn an_obstacle_that_is_gone_is_remembered_until_the_next_run() {
    let vpn = checkup(certain(Cause::Vpn)).after(None);
    assert_eq!(vpn.overcome, None);
    // While an answer is due it may come back.
    let first = running(certain(Cause::NetworkFine)).after(Some(&vpn));
    assert_eq!(
        (first.overcome, first.solved()),
        (Some(Check::Network), None)
    );
    let last = checkup(certain(Cause::NetworkFine)).after(Some(&first));
    let solved = last.solved().map(|finding| finding.cause);
    assert_eq!(solved, Some(Cause::NetworkFine));
    let next = running(certain(Cause::NetworkFine)).after(Some(&last));
    assert_eq!(next.overcome, None);
    let back = checkup(certain(Cause::Offline)).after(Some(&last));
    assert_eq!(back.overcome, None);
    // What is only less bad, or could not be asked again, is not solved.
    for cause in [Cause::NetworkSlow, Cause::MaintenanceSoon] {
        assert_eq!(checkup(certain(cause)).after(Some(&vpn)).solved(), None);
    }
    let cookies = checkup(certain(Cause::CookiesBlocked));
    let unread = checkup(certain(Cause::CookiesUnread)).after(Some(&cookies));
    assert_eq!(unread.solved(), None);
    // What never stood in the way was not overcome.
    let fine = checkup(certain(Cause::NetworkFine)).after(Some(&running(Vec::new())));
    assert_eq!(fine.overcome, None);
}

#[test]
fn the_notice_is_news_only_when_it_says_something_else_than_when_it_was_drawn() {
    let lost = |lost| Evidence::Unanswered { lost, asked: 4 };
    let unreachable = |seen| checkup(vec![Finding::certain(Cause::Unreachable, vec![seen])]);
    let drawn = Shown::after(None, &unreachable(lost(4)), false);
    assert!(drawn.said.is_some() && !drawn.news, "{drawn:?}");
    // What the notice does not say does not matter.
    assert_eq!(
        Shown::after(Some(&drawn), &unreachable(lost(2)), false),
        drawn
    );
    let vpn = Shown::after(Some(&drawn), &checkup(certain(Cause::Vpn)), false);
    assert!(vpn.news);
    let again = Shown::after(Some(&vpn), &unreachable(lost(4)), false);
    assert!(again.news && again.said == drawn.said);
    // On an empty page the first that is found is news.
    let empty = Shown::after(None, &running(Vec::new()), false);
    assert_eq!(empty, Shown::default());
    assert!(Shown::after(Some(&empty), &checkup(certain(Cause::Vpn)), false).news);
}

#[test]
fn the_notice_stays_until_the_last_answer_and_then_says_that_it_is_solved() {
    let found = checkup(certain(Cause::Vpn));
    let vpn = Shown::after(None, &found, false);
    let first = running(certain(Cause::NetworkFine)).after(Some(&found));
    assert_eq!(Shown::after(Some(&vpn), &first, false), vpn);
    let last = checkup(certain(Cause::NetworkFine)).after(Some(&first));
    let solved = Shown::after(Some(&vpn), &last, false);
    assert_eq!(solved.said, Some(Said::Solved(Cause::NetworkFine)));
    assert!(solved.news);
    // An obstacle that is explained elsewhere is not said twice; that it is gone is said nowhere else.
    assert_eq!(Shown::after(None, &found, true).said, None);
    assert_eq!(Shown::after(None, &last, true).said, solved.said);
    for locale in LOCALES {
        let t = locale.texts();
        let said = solved.said.clone().unwrap();
        let html = view_in(locale, SessionStatus::SignedOut, move || notice(&said, t));
        assert!(html.contains(t.verdict(Cause::NetworkFine)), "{html}");
        assert!(!html.contains("check-notice__card"), "{html}");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
