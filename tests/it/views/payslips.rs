//! The list of payslips in every state, with its years, its search and its pages.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::payslips::Payslips;
use nomade::i18n::locale::Locale;
use nomade::pages::payslips_page::PayslipsView;
use nomade::rules::payslip_address::{PayslipsAddress, PlotSpan};
use nomade::rules::session::SessionStatus;
use nomade::state::listing::{Listing, use_listing};
use nomade::state::load::{Load, Loader};

/// The page's view, for the address alone.
pub fn payslips(
    loader: impl FnOnce() -> Loader<Payslips> + Send + 'static,
    locale: Locale,
) -> String {
    listed(loader, PayslipsAddress::default(), |_| (), locale)
}

fn listed(
    loader: impl FnOnce() -> Loader<Payslips> + Send + 'static,
    asked: PayslipsAddress,
    at: impl FnOnce(Listing) + Send + 'static,
    locale: Locale,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let listing = use_listing("payslips");
        at(listing);
        let (payslips, series) = (loader(), Loader::fixed(Load::Loading));
        view! { <PayslipsView asked=Signal::stored(asked) listing payslips series/> }
    })
}

fn first_page() -> Loader<Payslips> {
    Loader::fixed(Load::Loaded(fixture("payslips/page_first")))
}

fn no_match() -> Loader<Payslips> {
    Loader::fixed(Load::Loaded(fixture("payslips/page_no_match")))
}

fn search(listing: Listing, words: &str) {
    listing.typed.set(words.to_owned());
    listing.search_now();
}

#[test]
fn the_list_is_drawn_in_every_state_and_its_search_stays() {
    for (index, fr, en) in [
        (0, "loaded__wait", "loaded__wait"),
        (1, "prend plus de temps", "longer than usual"),
        (2, "payslip-list__link", "payslip-list__link"),
        (3, "hors connexion", "You are offline"),
    ] {
        for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
            let loader = move || {
                let data = fixture::<Payslips>("payslips/page_first");
                let all = states(data, ApiError::Offline);
                all.into_iter().nth(index).unwrap().1
            };
            let html = payslips(loader, locale);
            assert!(html.contains(words), "{index}: {html}");
            assert!(html.contains("role=\"search\""), "{index}: {html}");
            assert!(html.contains("maxlength=\"100\""), "{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
        }
    }
}

#[test]
fn an_empty_list_says_so_instead_of_showing_nothing() {
    let none = || Loader::fixed(Load::Loaded(Payslips::default()));
    let html = payslips(none, Locale::Fr);
    assert!(html.contains("Vos bulletins apparaissent ici"), "{html}");
    assert!(!html.contains("Effacer la recherche"), "{html}");
    let of_1999 = PayslipsAddress {
        year: Some(1999),
        ..PayslipsAddress::default()
    };
    let html = listed(none, of_1999, |_| (), Locale::Fr);
    assert!(html.contains("Aucun bulletin de paie pour 1999"), "{html}");
}

#[test]
fn each_year_is_a_link_that_keeps_the_span_and_leaves_the_search_out() {
    let asked = PayslipsAddress {
        year: Some(2025),
        span: PlotSpan::All,
    };
    let html = listed(
        first_page,
        asked,
        |listing| search(listing, "Dupont"),
        Locale::Fr,
    );
    for href in [
        "href=\"/space/payslips?span=all\"",
        "href=\"/space/payslips?year=2026&amp;span=all\"",
        "href=\"/space/payslips?year=2025&amp;span=all\" aria-current=\"true\"",
    ] {
        assert!(html.contains(href), "{href}: {html}");
    }
    for link in html.split("href=\"").skip(1) {
        let href = link.split('"').next().unwrap();
        assert!(!href.contains("Dupont"), "{href}");
    }
}

#[test]
fn a_search_says_how_much_it_found_and_nothing_found_leads_back_to_all() {
    let html = listed(first_page, PayslipsAddress::default(), |_| (), Locale::Fr);
    assert!(!html.contains("pour «"), "nothing is searched for: {html}");
    let html = listed(
        first_page,
        PayslipsAddress::default(),
        |listing| search(listing, "paie"),
        Locale::Fr,
    );
    assert!(
        html.contains("4 bulletins sur cette page pour «\u{a0}paie\u{a0}»"),
        "{html}"
    );
    for (year, locale, words) in [
        (
            None,
            Locale::Fr,
            "Aucun bulletin ne correspond à «\u{a0}&lt;prime&gt;\u{a0}».",
        ),
        (
            Some(2025),
            Locale::Fr,
            "Aucun bulletin de 2025 ne correspond à",
        ),
        (None, Locale::En, "No payslip matches “&lt;prime&gt;”."),
    ] {
        let asked = PayslipsAddress {
            year,
            ..PayslipsAddress::default()
        };
        let html = listed(
            no_match,
            asked,
            |listing| search(listing, "<prime>"),
            locale,
        );
        assert!(html.contains(words), "{html}");
        let clear = locale.agent_texts().clear_search();
        assert_eq!(
            html.matches(clear).count(),
            2,
            "in the field and below: {html}"
        );
    }
}

#[test]
fn the_way_through_the_pages_has_only_the_steps_that_lead_somewhere() {
    let last = || Loader::fixed(Load::Loaded(fixture("payslips/page_last")));
    let turned = |listing: Listing| listing.turn_to_next("c".to_owned());
    let all = PayslipsAddress::default();
    let (next, back) = ("Page suivante", "Page précédente");
    let html = listed(first_page, all, |_| (), Locale::Fr);
    assert!(html.contains(next) && !html.contains(back), "{html}");
    assert!(html.contains(">Page 1<"), "{html}");
    let html = listed(first_page, all, turned, Locale::Fr);
    assert!(html.contains(next) && html.contains(back), "{html}");
    let html = listed(last, all, turned, Locale::Fr);
    assert!(!html.contains(next) && html.contains(back), "{html}");
    assert!(html.contains(">Page 2<"), "{html}");
    let html = listed(last, all, |_| (), Locale::Fr);
    assert!(!html.contains("page-turner"), "one page only: {html}");
}
