//! Proof that the run finds what is wrong with mail: one fault each, and backends whose answers are spoilt.

use super::backend::{Backend, Site};
use super::faulty_answers::{PROBLEM, STORED, answer, finds};
use super::mail_breaches::{of_folders, of_html, of_message};
use super::{Check, mail, mail_bodies, mail_changes, mail_drafts, mail_sending, report};
use crate::support::fixtures;
use nomade::contract::mail::{MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES};
use serde_json::{Value, json};

fn fixture(name: &str) -> Value {
    let path = fixtures::folder().join(format!("mail/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The same value with something else in one field.
fn with(value: &Value, field: &str, other: Value) -> Value {
    let mut value = value.clone();
    value[field] = other;
    value
}

#[test]
fn folders_that_are_missing_or_count_wrong_are_found() {
    let kept = fixture("folders_ordinary")["folders"].clone();
    let kept = kept.as_array().unwrap();
    assert_eq!(of_folders(kept), None);
    for role in 0..6 {
        let mut without = kept.clone();
        without.remove(role);
        assert!(of_folders(&without).is_some(), "{role}");
        let mut twice = kept.clone();
        twice.push(kept[role].clone());
        assert!(of_folders(&twice).is_some(), "{role} twice");
    }
    let mut wrong = kept.clone();
    wrong[0]["unread"] = json!(1_000);
    assert!(of_folders(&wrong).is_some());
}

#[test]
fn messages_whose_fields_do_not_fit_each_other_are_found() {
    for (kept, role) in [
        ("message_plain", "inbox"),
        ("message_html", "inbox"),
        ("message_attachments", "inbox"),
        ("message_sent", "sent"),
        ("message_trash", "trash"),
        ("message_empty", "inbox"),
    ] {
        assert_eq!(of_message(&fixture(kept), role), None, "{kept}");
    }
    let plain = fixture("message_plain");
    for (field, other) in [
        ("has_attachments", json!(true)),
        ("actions", json!(["reply", "delete"])),
        (
            "bcc",
            json!([{ "name": "", "address": "a@b.example", "external": true }]),
        ),
        ("remote_images", json!(1)),
        ("start", json!("a\nb")),
    ] {
        assert!(
            of_message(&with(&plain, field, other), "inbox").is_some(),
            "{field}"
        );
    }
}

#[test]
fn html_that_runs_sends_or_leads_away_is_found() {
    let document = |body: &str| {
        format!(
            "<!doctype html><html><head><meta charset=utf-8><style>p {{ color: red }}</style></head><body>{body}</body></html>"
        )
    };
    let rel = "target=\"_blank\" rel=\"noopener noreferrer\"";
    let host = "<span class=\"link-host\"> [exemple.fr]</span>";
    for kept in [
        "<p style=\"color: red\">1 < 2 &lt;script&gt; onclick=x</p>".to_owned(),
        format!("<a href=\"https://u@Exemple.fr:8080/a?b\" {rel}><b>ici</b></a>{host}"),
        format!("<a href=\"mailto:a@exemple.fr\" {rel}>a</a>"),
        "<img src=\"https://exemple.fr/a.png\"><img src='data:image/png;base64,AA=='>".to_owned(),
        "<a name=\"haut\"></a><table><tr><td bgcolor=red>a".to_owned(),
    ] {
        assert_eq!(of_html(&document(&kept)), None, "{kept}");
    }
    for wrong in [
        "<script>alert(1)</script>".to_owned(),
        "<SCRIPT/src=//x>".to_owned(),
        "<p onclick=x>".to_owned(),
        "<img/onerror=x src=https://x>".to_owned(),
        "<img src=\"https://x\" \nONLOAD = 'x'>".to_owned(),
        "<p><svg><a></a></svg>".to_owned(),
        "<form><input></form>".to_owned(),
        "<button formaction=x>".to_owned(),
        "<iframe srcdoc=x>".to_owned(),
        "<meta http-equiv=refresh content='0;url=https://x'>".to_owned(),
        "<base href=https://x>".to_owned(),
        "<link rel=stylesheet href=https://x>".to_owned(),
        "<img src=http://x/a.png>".to_owned(),
        "<img src=\"data:text/html,x\">".to_owned(),
        format!("<a href=\"java\nscript:alert(1)\" {rel}>a</a>"),
        format!("<a href=\"javascript&colon;alert(1)\" {rel}>a</a>"),
        format!("<a href=\"data:text/html,x\" {rel}>a</a>"),
        format!("<a href=\"/relative\" {rel}>a</a>"),
        format!("<a href=\"https://exemple.fr/\" {rel}>a</a>"),
        format!("<a href=\"https://exemple.fr@piege.example/\" {rel}>a</a>{host}"),
        format!("<a href=\"https://exemple.fr/\" target=_blank>a</a>{host}"),
        format!("<a href=\"https://exemple.fr/\" rel=\"noopener noreferrer\">a</a>{host}"),
    ] {
        assert!(of_html(&document(&wrong)).is_some(), "{wrong}");
    }
    assert!(of_html("<p>a").is_some());
}

#[test]
fn each_fault_of_a_body_s_headers_is_found() {
    let path = "/mail/messages/m_1/body";
    let whole = [
        STORED,
        ("content-type", "text/html; charset=utf-8"),
        ("content-security-policy", MAIL_BODY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
    ];
    let of = |headers: &[(&str, &str)]| answer("GET", path, 200, headers, "<!doctype html>");
    assert_eq!(of(&whole).faults(), Vec::<String>::new());
    for missing in 0..whole.len() {
        let mut headers = whole.to_vec();
        let (name, _) = headers.remove(missing);
        assert!(!of(&headers).faults().is_empty(), "{name}");
    }
    let laxer = format!("{MAIL_BODY_POLICY_WITH_IMAGES} allow-scripts");
    for (name, value) in [
        ("content-security-policy", laxer.as_str()),
        ("content-security-policy", "default-src 'none'"),
        ("referrer-policy", "unsafe-url"),
        ("content-type", "application/xhtml+xml"),
    ] {
        let changed: Vec<_> = whole
            .iter()
            .map(|it| if it.0 == name { (name, value) } else { *it })
            .collect();
        assert!(!of(&changed).faults().is_empty(), "{name}: {value}");
        // A second one beside the right one is no better.
        let mut both = whole.to_vec();
        both.push((name, value));
        assert!(
            name == "content-type" || !of(&both).faults().is_empty(),
            "{name} twice"
        );
    }
}

#[test]
fn answers_of_mail_that_the_document_does_not_have_are_found() {
    let problem = |status: u16, code: &str| {
        json!({ "status": status, "code": code, "trace_id": "0123456789" }).to_string()
    };
    let of = |method: &str, path: &str, status: u16, body: &str| {
        answer(method, path, status, &[STORED, PROBLEM], body)
    };
    finds(
        &of(
            "PATCH",
            "/mail/messages/m_1",
            412,
            &problem(412, "changed_meanwhile"),
        ),
        "no such status",
    );
    finds(
        &of(
            "GET",
            "/mail/messages/m_1",
            404,
            &problem(404, "signed_out"),
        ),
        "/code",
    );
    finds(
        &of("PUT", "/mail/messages", 404, &problem(404, "not_found")),
        "405 was due",
    );
    let kept = of(
        "DELETE",
        "/mail/outbox/o_1",
        403,
        &problem(403, "action_refused"),
    );
    assert_eq!(kept.faults(), Vec::<String>::new());
}

#[test]
fn a_backend_whose_mail_is_spoilt_on_the_way_is_found_out() {
    let backend = Backend::in_process(Site::Http);
    let groups: [&[Check]; 5] = [
        mail::CHECKS,
        mail_changes::CHECKS,
        mail_bodies::CHECKS,
        mail_drafts::CHECKS,
        mail_sending::CHECKS,
    ];
    let mut missed = Vec::new();
    for check in groups.into_iter().flatten() {
        backend.reset().unwrap();
        let fault = json!({ "method": "*", "path": "/api/v1/mail*", "kind": "wrong_type", "times": 10_000 });
        backend.door.beside("/test/faults", &fault).unwrap();
        if report::run(&backend, std::iter::once(check)).kept > 0 {
            missed.push(check.says);
        }
    }
    // Those that begin with a reset take the fault back.
    assert!(missed.len() <= 16, "{missed:#?}");
}
