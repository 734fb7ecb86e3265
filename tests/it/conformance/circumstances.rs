//! What can be seen only where the backend's circumstances are in hand: network, maintenance, modules; puts everything back.

use super::backend::{Backend, Need};
use super::times::instant;
use super::{Check, Seen, ensure};
use chrono::{DateTime, FixedOffset, TimeDelta};
use nomade::contract::endpoint::{
    ACTIVITY, DOCUMENT_REQUESTS, DOCUMENTS, DOCUMENTS_SEARCH, PAYSLIPS, PAYSLIPS_SERIES, PORTAL,
    PROBE_NETWORK, SESSION, activity_report, document, document_content, payslip, payslip_document,
    text,
};
use nomade::contract::instant::Instant;
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::json;

const NEEDS: &[Need] = &[Need::Role("agent"), Need::Controls];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a refused network says which address was seen",
        expects: "403 network_blocked with the address of the probe",
        needs: NEEDS,
        run: refused_network,
    },
    Check {
        says: "an announced maintenance keeps agents out and says until when",
        expects: "503 maintenance with `until`; GET /portal and the texts still 200",
        needs: NEEDS,
        run: maintenance,
    },
    Check {
        says: "a module that is off is not found",
        expects: "404 module_off",
        needs: NEEDS,
        run: module_off,
    },
];

fn refused_network(backend: &Backend) -> Seen {
    backend.restored(|| {
        for verdict in ["vpn", "blocked"] {
            backend
                .door
                .beside("/test/network", &json!({ "verdict": verdict }))?;
            let visitor = backend.visitor();
            let probe = visitor.get(PROBE_NETWORK)?.json();
            let answer = backend.try_sign_in(&visitor, "agent", false)?;
            let told = probe["verdict"] == verdict
                && answer.brief() == "403 network_blocked"
                && answer.json()["address"] == probe["address"];
            ensure(told, || {
                format!(
                    "probe {probe}, sign-in {}, address {}",
                    answer.brief(),
                    answer.json()["address"]
                )
            })?;
        }
        Ok("403 network_blocked with the address of the probe".to_owned())
    })
}

fn maintenance(backend: &Backend) -> Seen {
    backend.restored(|| {
        let now =
            DateTime::<FixedOffset>::from(instant(&backend.visitor().get(SESSION)?.json(), "now")?);
        let (from, until) = (now - TimeDelta::hours(1), now + TimeDelta::hours(1));
        let message = json!({ "fr": "Mise à jour", "en": "Update" });
        backend.door.beside("/test/portal", &json!({ "maintenance": { "from": from.to_rfc3339(), "until": until.to_rfc3339(), "message": message } }))?;
        let answer = backend.try_sign_in(&backend.visitor(), "agent", false)?;
        let told = answer.brief() == "503 maintenance"
            && instant(&answer.json(), "until")? == Instant::from(until);
        ensure(told, || {
            format!("{}, until {}", answer.brief(), answer.json()["until"])
        })?;
        let portal = backend.visitor().get(PORTAL)?;
        ensure(
            portal.status == 200 && !portal.json()["maintenance"].is_null(),
            || portal.brief(),
        )?;
        let legal = backend.visitor().get(&text("legal"))?;
        ensure(legal.status == 200, || format!("legal: {}", legal.brief()))?;
        Ok(answer.brief())
    })
}

fn module_off(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let id = visitor.get(PAYSLIPS)?.json()["items"][0]["id"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        backend.door.beside(
            "/test/portal",
            &json!({ "modules": { "payslips": { "state": "off" }, "activity": { "state": "off" }, "documents": { "state": "off" } } }),
        )?;
        for path in [
            PAYSLIPS.to_owned(),
            PAYSLIPS_SERIES.to_owned(),
            payslip(&id),
            payslip_document(&id),
            ACTIVITY.to_owned(),
            DOCUMENTS.to_owned(),
            DOCUMENT_REQUESTS.to_owned(),
            document("d_1"),
            document_content("d_1"),
        ] {
            let answer = visitor.get(&path)?;
            ensure(answer.brief() == "404 module_off", || {
                format!("{path}: {}", answer.brief())
            })?;
        }
        let report = visitor.call("POST", &activity_report("e_1"));
        let answer = report.json(&json!({ "comment": "" })).send()?;
        ensure(answer.brief() == "404 module_off", || {
            format!("a report: {}", answer.brief())
        })?;
        let words = json!({ "query": "a", "category": null, "sort": "title", "cursor": null });
        let search = visitor.call("POST", DOCUMENTS_SEARCH).json(&words).send()?;
        let asked = visitor.call("POST", DOCUMENT_REQUESTS);
        let asked = asked.header(IDEMPOTENCY_KEY_HEADER, "0123456789abcdef");
        let asked = asked.json(&json!({ "kind": "salary", "note": "" })).send()?;
        for answer in [search, asked] {
            ensure(answer.brief() == "404 module_off", || answer.brief())?;
        }
        Ok("404 module_off".to_owned())
    })
}
