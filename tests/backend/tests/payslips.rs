//! Payslips: listed, searched, read, drawn, and never another agent's.

use crate::support::{Client, backend, backend_with, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use nomade::contract::payslips::{
    Payslip, PayslipLineKind, PayslipSeries, PayslipTotals, Payslips,
};
use portal_backend::{Options, Seed};
use serde_json::json;

async fn all(client: &mut Client, filter: &str) -> Vec<nomade::contract::payslips::PayslipSummary> {
    let mut items = Vec::new();
    let mut cursor = None;
    loop {
        let after = cursor
            .map(|cursor| format!("&cursor={cursor}"))
            .unwrap_or_default();
        let answer = client.get(&format!("/payslips?{filter}{after}")).await.ok();
        let page: Payslips = serde_json::from_slice(&answer.body).unwrap();
        items.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            return items;
        }
    }
}

#[tokio::test]
async fn pages_hold_every_payslip_once_the_newest_first() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let first: Payslips = serde_json::from_slice(&client.get("/payslips").await.ok().body).unwrap();
    assert_eq!(
        (first.items.len(), first.years),
        (24, vec![2026, 2025, 2024])
    );
    let all = all(&mut client, "").await;
    assert_eq!(all.len(), 31);
    assert!(all.is_sorted_by_key(|payslip| std::cmp::Reverse((payslip.period, payslip.paid_on))));
    let ids: std::collections::BTreeSet<_> = all.iter().map(|payslip| &payslip.id).collect();
    assert_eq!(ids.len(), 31);
    assert_eq!(
        (all[0].period.to_string(), all[0].new),
        ("2026-10-01".to_owned(), true)
    );
    assert_eq!(all.iter().filter(|payslip| payslip.new).count(), 1);
}

#[tokio::test]
async fn a_large_seed_goes_back_ten_years() {
    let router = backend_with(Options {
        seed: Seed::Large,
        ..Options::default()
    })
    .await;
    let mut client = signed_in(&router, "agent.demo").await;
    let all = all(&mut client, "").await;
    assert_eq!(all.len(), 121);
    assert_eq!(all.last().unwrap().period.to_string(), "2016-11-01");
}

#[tokio::test]
async fn lists_are_filtered_by_year_and_by_words() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for (filter, expected) in [
        ("year=2026", 11),
        ("year=2025", 12),
        ("year=1999", 0),
        ("query=r%C3%A9gularisation", 1),
        ("query=REGUL", 1),
        ("query=octobre", 3),
        ("query=october+2026", 1),
        ("query=octobre&year=2025", 1),
        ("query=%00", 0),
        ("query=%FF%FE", 0),
        ("unknown=1", 31),
    ] {
        assert_eq!(all(&mut client, filter).await.len(), expected, "{filter}");
    }
}

#[tokio::test]
async fn parameters_that_are_none_are_refused_by_name() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for (query, field) in [
        ("year=", "year"),
        ("year=abc", "year"),
        ("year=-1", "year"),
        ("year=1899", "year"),
        ("year=3000", "year"),
        ("year=99999999999999999999", "year"),
        ("year=2026.5", "year"),
        ("year=2026&year=2025", "year"),
        ("query=", "query"),
        (&format!("query={}", "x".repeat(101)), "query"),
        ("cursor=", "cursor"),
        ("cursor=-1", "cursor"),
        ("cursor=0", "cursor"),
        ("cursor=%00", "cursor"),
        ("cursor=AAAA", "cursor"),
    ] {
        let answer = client.get(&format!("/payslips?{query}")).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"][0]["name"], field, "{query}");
    }
}

#[tokio::test]
async fn a_payslip_adds_up_and_the_year_is_the_sum_of_its_months() {
    let mut client = signed_in(&backend().await, "manager.demo").await;
    let mut year: Option<(i32, PayslipTotals)> = None;
    for summary in all(&mut client, "").await.into_iter().rev() {
        let answer = client.get(&format!("/payslips/{}", summary.id)).await.ok();
        let payslip: Payslip = serde_json::from_slice(&answer.body).unwrap();
        let sum = |kind| {
            payslip
                .lines
                .iter()
                .filter(|line| line.kind == kind)
                .filter_map(|line| line.amount)
                .map(|cents| cents.0)
                .sum::<i64>()
        };
        let totals = payslip.totals;
        assert_eq!(totals.gross.0, sum(PayslipLineKind::Earning));
        assert_eq!(totals.contributions.0, sum(PayslipLineKind::Contribution));
        assert_eq!(totals.tax.0, sum(PayslipLineKind::Tax));
        assert_eq!(
            totals.net_payable.0,
            totals.net_before_tax.0 + totals.tax.0 + sum(PayslipLineKind::Other)
        );
        assert_eq!(summary.net_payable, totals.net_payable);
        let this_year = chrono::Datelike::year(&summary.period);
        let before = match year {
            Some((number, totals)) if number == this_year => totals,
            _ => PayslipTotals::default(),
        };
        let so_far = payslip.year_to_date;
        assert_eq!(so_far.gross.0, before.gross.0 + totals.gross.0);
        assert_eq!(
            so_far.net_payable.0,
            before.net_payable.0 + totals.net_payable.0
        );
        assert_eq!(so_far.taxable.0, before.taxable.0 + totals.taxable.0);
        assert_eq!(
            so_far.employer_contributions.0,
            before.employer_contributions.0 + totals.employer_contributions.0
        );
        year = Some((this_year, so_far));
    }
}

#[tokio::test]
async fn lines_that_people_ask_about_are_explained() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let newest = all(&mut client, "year=2026").await.remove(0);
    let payslip: Payslip = serde_json::from_slice(
        &client
            .get(&format!("/payslips/{}", newest.id))
            .await
            .ok()
            .body,
    )
    .unwrap();
    for label in [
        "CSG",
        "CRDS",
        "CNRACL",
        "RAFP",
        "Transfert",
        "Prélèvement",
        "net social",
    ] {
        let line = payslip
            .lines
            .iter()
            .find(|line| line.label.contains(label))
            .unwrap();
        let text = line.explanation.as_ref().unwrap();
        assert!(
            !text.fr.is_empty() && !text.en.is_empty() && text.fr != text.en,
            "{label}"
        );
    }
}

#[tokio::test]
async fn a_payslip_is_new_until_it_is_opened_and_the_list_opens_nothing() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let newest =
        |items: Vec<nomade::contract::payslips::PayslipSummary>| items.into_iter().next().unwrap();
    let id = newest(all(&mut client, "").await).id;
    assert!(newest(all(&mut client, "").await).new);
    assert_eq!(
        client.get(&format!("/payslips/{id}")).await.ok().json()["new"],
        false
    );
    assert!(!newest(all(&mut client, "").await).new);
}

#[tokio::test]
async fn the_next_payslip_comes_with_its_pay_day() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client
        .post(
            "/test/portal",
            json!({ "session": { "idle_s": 4_000_000, "absolute_s": 4_000_000 } }),
        )
        .await
        .ok();
    client.wait(4 * 24 * 3600).await;
    assert_eq!(all(&mut client, "").await.len(), 31);
    client.wait(24 * 3600).await;
    let all = all(&mut client, "").await;
    assert_eq!(
        (all.len(), all[0].period.to_string(), all[0].new),
        (32, "2026-11-01".to_owned(), true)
    );
}

#[tokio::test]
async fn the_series_has_a_point_for_each_payslip_the_oldest_first() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let series: PayslipSeries =
        serde_json::from_slice(&client.get("/payslips/series").await.ok().body).unwrap();
    assert_eq!(series.points.len(), 31);
    assert!(series.points.is_sorted_by_key(|point| point.period));
}

#[tokio::test]
async fn another_agents_payslip_is_not_found() {
    let router = backend().await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let id = all(&mut manager, "").await.remove(0).id;
    let mut agent = signed_in(&router, "agent.demo").await;
    for path in [
        format!("/payslips/{id}"),
        format!("/payslips/{id}/document"),
        "/payslips/none".to_owned(),
        "/payslips/%00".to_owned(),
    ] {
        agent.get(&path).await.refused(404, "not_found");
    }
    assert!(all(&mut manager, "").await[0].new);
}

#[tokio::test]
async fn the_document_is_the_same_pdf_each_time_under_a_neutral_name() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let id = all(&mut client, "").await.remove(0).id;
    let path = format!("/payslips/{id}/document");
    let saved = client.get(&path).await.ok();
    assert!(saved.body.starts_with(b"%PDF-"));
    assert!(saved.body.trim_ascii_end().ends_with(b"%%EOF"));
    for (name, value) in [
        ("content-type", "application/pdf"),
        (
            "content-disposition",
            "attachment; filename=\"bulletin-2026-10.pdf\"",
        ),
        ("cache-control", "no-store"),
        ("accept-ranges", "bytes"),
        ("x-content-type-options", "nosniff"),
        (
            "content-security-policy",
            "default-src 'none'; frame-ancestors 'none'",
        ),
    ] {
        assert_eq!(saved.header(name), value);
    }
    let shown = client.get(&format!("{path}?for=view")).await.ok();
    for (name, value) in [
        (
            "content-disposition",
            "inline; filename=\"bulletin-2026-10.pdf\"",
        ),
        ("content-security-policy", "frame-ancestors 'self'"),
        ("x-frame-options", "SAMEORIGIN"),
        ("etag", saved.header("etag")),
    ] {
        assert_eq!(shown.header(name), value);
    }
    assert!(shown.body == saved.body, "other bytes");
    let range = [("range", "bytes=-100"), ("if-range", saved.header("etag"))];
    let end = client.send_with(Method::GET, &path, None, &range).await;
    assert_eq!(end.status, 206);
    assert!(saved.body.ends_with(&end.body) && end.body.len() == 100);
}

#[tokio::test]
async fn on_a_shared_device_a_payslip_is_shown_and_not_saved() {
    let router = backend().await;
    let mut client = signed_in_on_shared_device(&router, "agent.demo").await;
    let id = all(&mut client, "").await.remove(0).id;
    let payslip = client.get(&format!("/payslips/{id}")).await.ok().json();
    assert_eq!(payslip["actions"], json!(["view"]));
    let path = format!("/payslips/{id}/document");
    client.get(&path).await.refused(403, "action_refused");
    client.get(&format!("{path}?for=view")).await.ok();
    let mut own = signed_in(&router, "agent.demo").await;
    let payslip = own.get(&format!("/payslips/{id}")).await.ok().json();
    assert_eq!(payslip["actions"], json!(["view", "download"]));
}

#[tokio::test]
async fn a_module_that_is_off_says_so() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client
        .post(
            "/test/portal",
            json!({ "modules": { "payslips": { "state": "off" } } }),
        )
        .await
        .ok();
    for path in [
        "/payslips",
        "/payslips/series",
        "/payslips/x",
        "/payslips/x/document",
    ] {
        client.get(path).await.refused(404, "module_off");
    }
}

#[tokio::test]
async fn signed_out_nothing_is_read() {
    let mut client = Client::of(&backend().await);
    for path in [
        "/agent",
        "/payslips",
        "/payslips/series",
        "/payslips/x",
        "/payslips/x/document",
        "/sessions",
    ] {
        client.get(path).await.refused(401, "signed_out");
    }
}
