//! How files of documents and payslips are named, framed and asked for; prints no title.

use super::backend::{Backend, Need};
use super::document_files::{ok, ranged, samples, shown};
use super::documents::all;
use super::payslips::{all as payslips, text};
use super::{Check, Seen, ensure};
use nomade::contract::documents::Purpose;
use nomade::contract::endpoint::{
    AGENT as AGENT_PATH, document, document_content, file, payslip, payslip_document,
};
use serde_json::json;

const AGENT: &[Need] = &[
    Need::Role("agent"),
    Need::Module("documents"),
    Need::Module("payslips"),
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a file is shown inline and saved as an attachment, under a neutral name",
        expects: "inline for view, attachment for download and without `for`, nothing of the title or the person",
        needs: AGENT,
        run: names,
    },
    Check {
        says: "nothing in a file runs in the portal's name",
        expects: "nosniff, and frame-ancestors that name no other site; sandbox unless it is a PDF",
        needs: AGENT,
        run: policies,
    },
    Check {
        says: "a file is never compressed",
        expects: "no Content-Encoding where br and gzip are accepted",
        needs: AGENT,
        run: not_compressed,
    },
    Check {
        says: "a file is asked for to be shown or to be saved, and for nothing else",
        expects: "400 invalid_request or 422 invalid_fields",
        needs: AGENT,
        run: other_purposes,
    },
    Check {
        says: "on a shared device a file is shown and not saved",
        expects: "`actions` without download, 403 action_refused for it, 200 to be shown",
        needs: AGENT,
        run: shared_device,
    },
];

fn names(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let agent = visitor.get(AGENT_PATH)?.json();
    let mut seen = Vec::new();
    for sample in samples(&visitor)? {
        for (path, way) in [
            (file(&sample.path, Purpose::View), "inline"),
            (file(&sample.path, Purpose::Download), "attachment"),
            (sample.path.clone(), "attachment"),
        ] {
            let answer = ok(visitor.get(&path)?, 200)?;
            let told = answer.header("content-disposition").unwrap_or_default();
            ensure(told.starts_with(way), || format!("{told} for {way}"))?;
            let name = told.to_lowercase();
            let words = sample.title.to_lowercase();
            let mut telling = words.split(|c: char| !c.is_alphanumeric());
            let person = ["username", "family_name"].map(|it| text(&agent, it).to_lowercase());
            let tells = telling
                .any(|it| it.chars().count() > 3 && name.contains(it) && it != "document")
                || person.iter().any(|it| name.contains(it));
            ensure(!tells, || {
                "the file's name tells the title or the person".to_owned()
            })?;
            seen.push(told.to_owned());
        }
    }
    Ok(seen.swap_remove(0))
}

fn policies(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let mut seen = String::new();
    for sample in samples(&visitor)? {
        let answer = shown(&visitor, &sample.path)?;
        let policies: Vec<&str> = answer.headers("content-security-policy").collect();
        let policy = policies.join(", ");
        let sniffs = answer.header("x-content-type-options") != Some("nosniff");
        let is_pdf = answer.media_type() == "application/pdf";
        let kept = !sniffs
            && (policy.contains("frame-ancestors 'self'")
                || policy.contains("frame-ancestors 'none'"))
            && (is_pdf || policy.contains("sandbox"));
        ensure(kept, || format!("`{policy}`, sniffed: {sniffs}"))?;
        seen = policy;
    }
    Ok(seen)
}

fn not_compressed(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for sample in samples(&visitor)? {
        let accepts = [("accept-encoding", "br, gzip")];
        let answer = ranged(&visitor, &sample.path, &accepts)?;
        let coding = answer.header("content-encoding").unwrap_or("identity");
        ensure(answer.status == 200 && coding == "identity", || {
            format!("{}, {coding}", answer.brief())
        })?;
    }
    Ok("none".to_owned())
}

fn other_purposes(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for sample in samples(&visitor)? {
        for wrong in ["for=", "for=print", "for=VIEW"] {
            let answer = visitor.get(&format!("{}?{wrong}", sample.path))?;
            ensure([400, 422].contains(&answer.status), || {
                format!("{wrong}: {}", answer.brief())
            })?;
        }
    }
    Ok("refused".to_owned())
}

fn shared_device(backend: &Backend) -> Seen {
    let own = backend.signed_in("agent")?;
    let documents = all(&own)?;
    let payslip_id = text(&payslips(&own)?[0], "id").to_owned();
    let document_id = text(&documents[0], "id").to_owned();
    let visitor = backend.visitor();
    backend.sign_in_again(&visitor, "agent", true)?;
    for (item, path) in [
        (payslip(&payslip_id), payslip_document(&payslip_id)),
        (document(&document_id), document_content(&document_id)),
    ] {
        let actions = ok(visitor.get(&item)?, 200)?.json()["actions"].clone();
        let offered = actions.as_array().cloned().unwrap_or_default();
        ensure(!offered.contains(&json!("download")), || {
            format!("{actions} on a shared device")
        })?;
        for saved in [path.clone(), file(&path, Purpose::Download)] {
            let answer = visitor.get(&saved)?;
            ensure(answer.brief() == "403 action_refused", || answer.brief())?;
            let part = visitor.call("GET", &saved).header("range", "bytes=0-9");
            let part = part.send()?;
            ensure(part.brief() == "403 action_refused", || part.brief())?;
        }
        if offered.contains(&json!("view")) {
            shown(&visitor, &path)?;
        }
    }
    Ok("403 action_refused, 200 to be shown".to_owned())
}
