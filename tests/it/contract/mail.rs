//! What the document and the types say twice of mail, word for word and number for number; knows no fixture.

use crate::support::document::document;
use nomade::contract::documents::LONGEST_SEARCH;
use nomade::contract::mail::{
    LONGEST_MAIL_NAME, LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MAIL_BODY_POLICY,
    MAIL_BODY_POLICY_WITH_IMAGES, MOST_MAIL_CHANGES,
};
use serde_json::{Value, json};

fn at(pointer: &str) -> &'static Value {
    let found = document().root().pointer(pointer);
    found.unwrap_or_else(|| panic!("nothing at {pointer}"))
}

#[test]
fn the_policies_of_a_body_are_those_of_the_types_and_its_only_headers_of_their_name() {
    let policies = at("/components/headers/MailBodyPolicy/schema/enum");
    assert_eq!(
        *policies,
        json!([MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES])
    );
    let operation = document().operation("GET", "/mail/messages/m_1/body");
    let (_, answer) = operation.unwrap().responses().next().unwrap();
    for name in [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Cache-Control",
    ] {
        let header = document().resolve(&answer["headers"][name]);
        assert_eq!(header["required"], true, "{name}");
    }
    assert!(answer["content"]["text/html"].is_object());
}

#[test]
fn a_policy_lets_nothing_run_and_nothing_be_sent_and_pictures_make_the_only_difference() {
    for policy in [MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES] {
        let parts: Vec<&str> = policy.split("; ").collect();
        for due in [
            "default-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        ] {
            assert!(parts.contains(&due), "{due}");
        }
        let sandbox = parts.iter().find(|it| it.starts_with("sandbox"));
        let sandbox = sandbox.expect("a sandbox");
        for never in ["script", "same-origin", "forms", "top-navigation", "modals"] {
            assert!(!sandbox.contains(never), "{never}");
        }
        assert!(!policy.contains("script-src") && !policy.contains("unsafe-eval"));
    }
    let with_images = MAIL_BODY_POLICY.replace("img-src data:", "img-src data: https:");
    assert_eq!(with_images, MAIL_BODY_POLICY_WITH_IMAGES);
}

#[test]
fn who_serves_a_backend_is_told_the_policy_word_for_word() {
    let told = include_str!("../../../README.md");
    assert!(told.lines().any(|line| line == MAIL_BODY_POLICY));
}

#[test]
fn the_limits_of_the_document_are_those_of_the_types() {
    let schemas = "/components/schemas";
    for (place, limit) in [
        ("MailAddress/properties/name/maxLength", LONGEST_MAIL_NAME),
        (
            "NewMailDraft/properties/subject/maxLength",
            LONGEST_MAIL_SUBJECT,
        ),
        ("NewMailDraft/properties/text/maxLength", LONGEST_MAIL_TEXT),
        (
            "MailDraft/properties/subject/maxLength",
            LONGEST_MAIL_SUBJECT,
        ),
        ("MailDraft/properties/text/maxLength", LONGEST_MAIL_TEXT),
        ("MailSearch/properties/query/maxLength", LONGEST_SEARCH),
        (
            "MailDirectorySearch/properties/query/maxLength",
            LONGEST_SEARCH,
        ),
        (
            "MailChanges/allOf/1/properties/ids/maxItems",
            MOST_MAIL_CHANGES,
        ),
        ("MailChanged/properties/items/maxItems", MOST_MAIL_CHANGES),
    ] {
        assert_eq!(*at(&format!("{schemas}/{place}")), limit, "{place}");
    }
}
