//! The addresses of the portal, both ways.

use super::{Route, SpaceRoute, TextName, activity_href, mail_compose_href, mail_href};
use crate::rules::activity_filter::{ActivityFilter, kind_named};
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_filter::MailFilter;

#[test]
fn every_route_comes_back_from_its_own_address() {
    for route in [
        Route::Root,
        Route::Login,
        Route::Password,
        Route::Help,
        Route::Diagnostics,
        Route::SignedOut,
        Route::Consent,
        Route::Text(TextName::Legal),
        Route::Text(TextName::Charter),
        Route::Text(TextName::Terms),
        Route::Text(TextName::Privacy),
        Route::Accessibility,
        Route::Space(SpaceRoute::Home),
        Route::Space(SpaceRoute::Payslips),
        Route::Space(SpaceRoute::Payslip("2026-10".to_owned())),
        Route::Space(SpaceRoute::Payslip("a/b é?#%..".to_owned())),
        Route::Space(SpaceRoute::Documents),
        Route::Space(SpaceRoute::Document("d_8sKe".to_owned())),
        Route::Space(SpaceRoute::Document("a/b é?#%..".to_owned())),
        Route::Space(SpaceRoute::Mail),
        Route::Space(SpaceRoute::MailFolder("f_1".to_owned())),
        Route::Space(SpaceRoute::MailMessage(
            "f/1".to_owned(),
            "compose".to_owned(),
        )),
        Route::Space(SpaceRoute::MailCompose),
        Route::Space(SpaceRoute::Activity),
        Route::Space(SpaceRoute::Profile),
    ] {
        assert_eq!(Route::from_path(&route.href()), route);
    }
}

#[test]
fn every_page_of_the_space_but_the_agent_s_own_is_below_the_first_page_of_its_module() {
    for (path, module) in [
        ("/space", None),
        ("/space/profile", None),
        ("/space/nowhere", None),
        ("/space/payslips", Some("payslips")),
        ("/space/payslips/2026-10", Some("payslips")),
        ("/space/documents", Some("documents")),
        ("/space/documents/d_8sKe", Some("documents")),
        ("/space/leave", Some("leave")),
        ("/space/leave/new", Some("leave")),
        ("/space/leave/calendar", Some("leave")),
        ("/space/leave/approvals", Some("leave")),
        ("/space/leave/l_1", Some("leave")),
        ("/space/mail", Some("mail")),
        ("/space/mail/f_1", Some("mail")),
        ("/space/mail/f_1/m_1", Some("mail")),
        ("/space/mail/compose", Some("mail")),
        ("/space/activity", Some("activity")),
    ] {
        let found = match Route::from_path(path) {
            Route::Space(space) => space.module(),
            _ => None,
        };
        assert_eq!(found.as_ref().map(|(name, _)| *name), module, "{path}");
        if let Some((name, home)) = found {
            assert_eq!(home.href(), format!("/space/{name}"), "{path}");
        }
    }
}

#[test]
fn unknown_and_malformed_addresses_are_not_found() {
    for path in [
        "/x",
        "/login/x",
        "/login/consent/x",
        "/charter/x",
        "/spaceship",
        "/password/a/b",
    ] {
        assert_eq!(Route::from_path(path), Route::NotFound, "{path}");
    }
    for path in [
        "/space/x",
        "/space/payslips/a/b",
        "/space/payslips/%",
        "/space/payslips/%zz",
        "/space/payslips/%ff",
        "/space/mail/%ff",
        "/space/mail/a/b/c",
        "/space/activity/x",
        "/space/profile/x",
    ] {
        assert_eq!(
            Route::from_path(path),
            Route::Space(SpaceRoute::NotFound),
            "{path}"
        );
    }
}

#[test]
fn the_journal_is_found_again_by_its_address() {
    let filter = ActivityFilter {
        kind: kind_named("view"),
        ..ActivityFilter::default()
    };
    for (filter, report, href) in [
        (ActivityFilter::default(), None, "/space/activity"),
        (filter, None, "/space/activity?kind=view"),
        (
            filter,
            Some("e&1"),
            "/space/activity?kind=view&report=e%261",
        ),
        (
            ActivityFilter::default(),
            Some("e_1"),
            "/space/activity?report=e_1",
        ),
    ] {
        assert_eq!(activity_href(filter, report), href);
    }
}

#[test]
fn a_folder_its_filter_and_what_is_written_have_addresses() {
    let folder = Some("f/1".to_owned());
    assert_eq!(mail_href(&MailFilter::default()), "/space/mail");
    assert_eq!(
        mail_href(&MailFilter::read(folder, Some("1"))),
        "/space/mail/f%2F1?unread=1"
    );
    assert_eq!(
        mail_compose_href(&MailComposing::New),
        "/space/mail/compose"
    );
    assert_eq!(
        mail_compose_href(&MailComposing::Forward("m&1".to_owned())),
        "/space/mail/compose?forward=m%261"
    );
}

#[test]
fn a_slash_at_the_end_makes_no_difference() {
    assert_eq!(
        Route::from_path("/space/payslips/"),
        Route::Space(SpaceRoute::Payslips)
    );
}
