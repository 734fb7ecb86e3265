//! What an agent reads of leave: kinds, rights, days and who is away; prints no name.

use super::backend::{Backend, Need};
use super::document_files::ok;
use super::leave_breaches::{of_balances, of_days};
use super::lists::items;
use super::payslips::{ids, text};
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use chrono::{DateTime, Datelike, Days, NaiveDate};
use nomade::contract::endpoint::{
    AGENT as AGENT_PATH, LEAVE_APPROVALS, LEAVE_ATTACHMENTS, LEAVE_BALANCES, LEAVE_CALENDAR,
    LEAVE_DAYS, LEAVE_KINDS, LEAVE_PREVIEW, LEAVE_REQUESTS, SESSION, leave_request,
};
use serde_json::{Value, json};

pub const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("leave")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "each kind of leave says what is to be attached where something is",
        expects: "no id twice, `attachment_label` where `attachment` is not none",
        needs: AGENT,
        run: kinds,
    },
    Check {
        says: "of each right the half-days add up, and what lapses first comes first",
        expects: "`left` is `acquired` without `taken` and `pending`",
        needs: AGENT,
        run: balances,
    },
    Check {
        says: "weekends and public holidays are off, each day once and in its order",
        expects: "both halves, `holiday` with its name before other reasons, over a year",
        needs: AGENT,
        run: days,
    },
    Check {
        says: "days of leave that are none, in the wrong order or too many are refused",
        expects: "400 invalid_request or 422 invalid_fields",
        needs: AGENT,
        run: wrong_days,
    },
    Check {
        says: "a calendar holds its reader, and of colleagues no more than may be known",
        expects: "one person at least; who validates nothing sees of others what is granted, without a kind",
        needs: AGENT,
        run: calendar,
    },
    Check {
        says: "an agent who validates nothing has nothing to validate",
        expects: "an empty page, `waiting` 0",
        needs: AGENT,
        run: nothing_to_validate,
    },
    Check {
        says: "a session that waits for consent reads nothing of leave and asks for none",
        expects: "403 consent_required",
        needs: &[Need::Role("consent"), Need::Module("leave")],
        run: waits_for_consent,
    },
    Check {
        says: "leave is read in a session only",
        expects: "401 signed_out",
        needs: AGENT,
        run: signed_out,
    },
    Check {
        says: "leave that is off is not found",
        expects: "404 module_off",
        needs: &[Need::Role("agent"), Need::Module("leave"), Need::Controls],
        run: module_off,
    },
];

/// The day in Paris, by the server's clock.
pub fn today(visitor: &Visitor<'_>) -> Result<NaiveDate, Fault> {
    let session = visitor.get(SESSION)?.json();
    let now = DateTime::parse_from_rfc3339(text(&session, "now"));
    now.map(|now| now.date_naive())
        .map_err(|error| Fault::Broken(format!("`now`: {error}")))
}

pub fn told(visitor: &Visitor<'_>, path: &str) -> Result<Value, Fault> {
    Ok(ok(visitor.get(path)?, 200)?.json())
}

fn keeps(breach: Option<String>) -> Result<(), Fault> {
    breach.map_or(Ok(()), |seen| Err(Fault::Broken(seen)))
}

fn kinds(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let kinds = items(&told(&visitor, LEAVE_KINDS)?);
    if kinds.is_empty() {
        return Err(Fault::NothingToSee("no leave is offered".to_owned()));
    }
    ensure(ids(&kinds).len() == kinds.len(), || {
        "an id twice".to_owned()
    })?;
    for kind in &kinds {
        let takes_one = kind["attachment"] != "none";
        ensure(kind["attachment_label"].is_null() != takes_one, || {
            format!("{}: {}", kind["id"], kind["attachment_label"])
        })?;
    }
    Ok(format!("{} kinds", kinds.len()))
}

fn balances(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let balances = told(&visitor, LEAVE_BALANCES)?;
    keeps(of_balances(&balances))?;
    match items(&balances).len() {
        0 => Err(Fault::NothingToSee("the account has no right".to_owned())),
        count => Ok(format!("{count} rights")),
    }
}

fn days(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let year = today(&visitor)?.year();
    let mut seen = 0;
    for year in [year, year + 1] {
        let (from, to) = (format!("{year}-01-01"), format!("{year}-12-31"));
        let path = format!("{LEAVE_DAYS}?from={from}&to={to}");
        let days = told(&visitor, &path)?;
        keeps(of_days(&days, (&from, &to)))?;
        seen += days["days_off"].as_array().map_or(0, Vec::len);
    }
    Ok(format!("{seen} days off in two years"))
}

fn wrong_days(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for (path, most) in [(LEAVE_DAYS, 400), (LEAVE_CALENDAR, 62)] {
        let first = today(&visitor)?;
        let range = |days: u64| format!("{path}?from={first}&to={}", first + Days::new(days));
        ok(visitor.get(&range(most))?, 200)?;
        ok(visitor.get(&range(0))?, 200)?;
        let before = first - Days::new(1);
        for wrong in [
            range(most + 1),
            format!("{path}?from={first}&to={before}"),
            format!("{path}?from={first}"),
            format!("{path}?to={first}"),
            format!("{path}?from=yesterday&to={first}"),
            format!("{path}?from=2027-02-29&to=2027-03-01"),
            format!("{path}?from=&to="),
        ] {
            let answer = visitor.get(&wrong)?;
            ensure([400, 422].contains(&answer.status), || {
                format!("{wrong}: {}", answer.brief())
            })?;
        }
    }
    Ok("refused".to_owned())
}

fn calendar(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let agent = told(&visitor, AGENT_PATH)?;
    let name = format!(
        "{} {}",
        text(&agent, "given_name"),
        text(&agent, "family_name")
    );
    let first = today(&visitor)?;
    let (from, to) = (first.to_string(), (first + Days::new(62)).to_string());
    let calendar = told(&visitor, &format!("{LEAVE_CALENDAR}?from={from}&to={to}"))?;
    keeps(of_days(&calendar, (&from, &to)))?;
    let people = calendar["people"].as_array().cloned().unwrap_or_default();
    let own = people
        .iter()
        .filter(|it| it["person"]["name"] == name.as_str());
    ensure(own.count() > 0, || "the reader is not in it".to_owned())?;
    let teams = calendar["teams"].as_array().cloned().unwrap_or_default();
    for person in &people {
        ensure(ids(&teams).contains(text(person, "team")), || {
            "somebody is in no team".to_owned()
        })?;
        let absences = person["absences"].as_array().cloned().unwrap_or_default();
        let begins = |it: &Value| text(&it["period"], "from").to_owned();
        ensure(absences.is_sorted_by_key(begins), || {
            "absences not in their order".to_owned()
        })?;
        for absence in absences {
            let period = &absence["period"];
            let touches =
                text(period, "from") <= to.as_str() && text(period, "to") >= from.as_str();
            ensure(touches, || "an absence of other days".to_owned())?;
            let is_own = person["person"]["name"] == name.as_str();
            let state = text(&absence, "state");
            let is_known =
                absence["label"].is_null() && ["approved", "cancellation_pending"].contains(&state);
            ensure(
                is_own || agent["validates_leave"] == true || is_known,
                || format!("of a colleague: {state}, {}", absence["label"]),
            )?;
        }
    }
    Ok(format!("{} people in {} teams", people.len(), teams.len()))
}

fn nothing_to_validate(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    if told(&visitor, AGENT_PATH)?["validates_leave"] == true {
        return Err(Fault::NothingToSee("the agent validates leave".to_owned()));
    }
    for state in ["", "?state=waiting", "?state=decided"] {
        let page = told(&visitor, &format!("{LEAVE_APPROVALS}{state}"))?;
        ensure(items(&page).is_empty() && page["waiting"] == 0, || {
            format!("{state}: {} waiting", page["waiting"])
        })?;
    }
    for wrong in ["state=all", "state=", "cursor=never-was", "cursor="] {
        let answer = visitor.get(&format!("{LEAVE_APPROVALS}?{wrong}"))?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{wrong}: {}", answer.brief())
        })?;
    }
    Ok("an empty page".to_owned())
}

/// What a list of leave is asked for with.
fn paths() -> Vec<String> {
    let days = "from=2026-12-01&to=2026-12-02";
    let days = [LEAVE_DAYS, LEAVE_CALENDAR].map(|path| format!("{path}?{days}"));
    let plain = [LEAVE_KINDS, LEAVE_BALANCES, LEAVE_REQUESTS, LEAVE_APPROVALS];
    let request = leave_request("l_1");
    plain
        .map(str::to_owned)
        .into_iter()
        .chain(days)
        .chain([request])
        .collect()
}

/// Refuses every call with that.
fn refuses(visitor: &Visitor<'_>, brief: &str) -> Seen {
    for path in paths() {
        let answer = visitor.get(&path)?;
        ensure(answer.brief() == brief, || {
            format!("{path}: {}", answer.brief())
        })?;
    }
    let period =
        json!({ "from": "2026-12-01", "from_noon": false, "to": "2026-12-01", "to_noon": false });
    let question = json!({ "kind": "annual", "period": period });
    let wish = json!({ "kind": "annual", "period": period, "comment": "", "attachment": null });
    let key = "0123456789abcdef";
    let called = [
        visitor.call("POST", LEAVE_PREVIEW).json(&question),
        visitor
            .call("POST", LEAVE_REQUESTS)
            .json(&wish)
            .header("idempotency-key", key),
        visitor
            .call("POST", LEAVE_ATTACHMENTS)
            .raw("application/pdf", b"%PDF-1.7")
            .header("idempotency-key", key),
    ];
    for call in called {
        let answer = call.send()?;
        ensure(answer.brief() == brief, || answer.brief())?;
    }
    Ok(brief.to_owned())
}

fn waits_for_consent(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "consent", false)?;
    if session["state"] != "consent_required" {
        return Err(Fault::NothingToSee(
            "the account has accepted the texts".to_owned(),
        ));
    }
    refuses(&visitor, "403 consent_required")
}

fn signed_out(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    for path in paths() {
        let answer = visitor.get(&path)?;
        ensure(answer.brief() == "401 signed_out", || {
            format!("{path}: {}", answer.brief())
        })?;
    }
    Ok("401 signed_out".to_owned())
}

fn module_off(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let off = json!({ "modules": { "leave": { "state": "off" } } });
        backend.door.beside("/test/portal", &off)?;
        refuses(&visitor, "404 module_off")
    })
}
