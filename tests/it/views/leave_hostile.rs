//! The page of the agent's own leave with data that nobody should send.

use super::leave::assert_sound;
use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::components::leave_balance::{leave_balances, rights_left};
use nomade::contract::leave::{LeaveBalances, LeaveDays, LeaveRequest, LeaveRequests};
use nomade::i18n::locale::Locale;
use nomade::pages::leave_page::LeaveView;
use nomade::rules::leave_address::LeaveAddress;
use nomade::rules::session::SessionStatus;
use nomade::state::listing::use_listing;
use nomade::state::load::{Load, Loader};
use nomade::state::locale::use_agent_locale;

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

#[test]
fn absurd_numbers_are_numbers_like_others() {
    let mut data: LeaveBalances = fixture("leave/balances_ordinary");
    for (balance, number) in data.items.iter_mut().zip([i32::MIN, i32::MAX, -1, 1, 0]) {
        balance.left = Some(number);
        balance.acquired = Some(number);
        balance.holds_until = Some("9999-12-31".parse().unwrap());
        balance.usable_from = "0001-01-01".parse().unwrap();
        balance.label.fr = "\u{202e}x\u{0}".to_owned();
    }
    for locale in BOTH {
        let items = data.items.clone();
        let html = view_in(locale, SessionStatus::SignedOut, move || {
            let today = "2026-11-23".parse().unwrap();
            let table = leave_balances(&items, today, use_agent_locale());
            view! { {table}{rights_left(&items, today, use_agent_locale())} }
        });
        assert_sound(&html);
        let most = if locale == Locale::Fr {
            "1073741823,5"
        } else {
            "1073741823.5"
        };
        assert!(html.contains(most), "{html}");
    }
}

#[test]
fn hostile_requests_are_rows_like_others() {
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        let hostile: LeaveRequest = fixture("leave/request_hostile");
        let mut years: LeaveDays = fixture("leave/days_december");
        for absence in &mut years.absences {
            absence.period = hostile.summary.period;
            absence.label = hostile.summary.label.clone();
        }
        let requests = LeaveRequests {
            items: vec![hostile.summary; 3],
            years: vec![i32::MAX, i32::MIN, 1],
            next_cursor: None,
        };
        view! {
            <LeaveView
                address=Signal::stored(LeaveAddress::read(None, None, Some("9999")))
                year=Signal::stored(9999)
                today=Signal::stored("9999-12-31".parse().unwrap())
                validates=Signal::stored(true)
                listing=use_listing("leave")
                balances=Loader::fixed(Load::Loaded(fixture("leave/balances_ordinary")))
                days=Loader::fixed(Load::Loaded(years))
                requests=Loader::fixed(Load::Loaded(requests))
            />
        }
    });
    assert_sound(&html);
    assert!(
        html.contains("du 1er janvier 1 au 31 décembre 9999"),
        "{html}"
    );
    assert_eq!(html.matches("leave-list__row").count(), 3, "{html}");
}
