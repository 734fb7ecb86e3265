//! Signing in and each way in which it fails for a reason of the account; locks no real account.

use super::backend::{Backend, Need, made_up_name, try_to_sign_in};
use super::times::{instant, seconds_between};
use super::{Check, Seen, ensure};
use crate::support::client::credentials;
use nomade::contract::endpoint::{AGENT, SESSION};

pub const CHECKS: &[Check] = &[
    Check {
        says: "the right password opens a session",
        expects: "200 signed_in, the same agent in POST, GET and /agent",
        needs: &[Need::Role("agent")],
        run: right_password,
    },
    Check {
        says: "an account that does not exist is not told apart",
        expects: "401 invalid_credentials",
        needs: &[],
        run: unknown_account,
    },
    Check {
        says: "a refused sign-in opens no session",
        expects: "signed_out and no cookie",
        needs: &[],
        run: no_session_when_refused,
    },
    Check {
        says: "an expired password is told after the right password",
        expects: "403 password_expired, no session",
        needs: &[Need::Role("expired")],
        run: expired,
    },
    Check {
        says: "a password that expires soon still opens a session and says when",
        expects: "200 signed_in, `password.expires_at` within 30 days",
        needs: &[Need::Role("expiring")],
        run: expiring,
    },
    Check {
        says: "a locked account says how long",
        expects: "423 account_locked, `retry_after` the same in body and header",
        needs: &[Need::Role("locked")],
        run: locked,
    },
    Check {
        says: "the connection before is told",
        expects: "`last_connection` with a time before now",
        needs: &[Need::Role("agent")],
        run: last_connection,
    },
    Check {
        says: "an open session does not keep its browser from signing in",
        expects: "POST /session without X-CSRF-Token: 200",
        needs: &[Need::Role("agent")],
        run: no_token_needed,
    },
];

fn right_password(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let opened = backend.sign_in_again(&visitor, "agent", false)?;
    ensure(opened["state"] == "signed_in", || {
        opened["state"].to_string()
    })?;
    let (read, agent) = (visitor.get(SESSION)?.json(), visitor.get(AGENT)?.json());
    ensure(
        read["state"] == "signed_in" && opened["agent"] == agent && read["agent"] == agent,
        || "three different agents".to_owned(),
    )?;
    ensure(
        agent["username"]
            .as_str()
            .is_some_and(|it| it.eq_ignore_ascii_case(backend.username("agent"))),
        || "another `username`".to_owned(),
    )?;
    Ok("200 signed_in, the same agent".to_owned())
}

fn unknown_account(backend: &Backend) -> Seen {
    let answer = try_to_sign_in(&backend.visitor(), &made_up_name(), "wrong", false)?;
    ensure(answer.status == 401, || answer.brief())?;
    Ok(answer.brief())
}

fn no_session_when_refused(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let refused = try_to_sign_in(&visitor, &made_up_name(), "wrong", false)?;
    let state = visitor.get(SESSION)?.json()["state"].clone();
    ensure(
        refused.header("set-cookie").is_none() && state == "signed_out",
        || format!("{state}, {} cookies", visitor.cookies.borrow().len()),
    )?;
    Ok(format!("{}, then {state}", refused.brief()))
}

fn expired(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let answer = backend.try_sign_in(&visitor, "expired", false)?;
    ensure(
        answer.brief() == "403 password_expired"
            && visitor.get(SESSION)?.json()["state"] == "signed_out",
        || answer.brief(),
    )?;
    Ok(answer.brief())
}

fn expiring(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let mut session = backend.sign_in_again(&visitor, "expiring", false)?;
    session["password_expires_at"] = session["password"]["expires_at"].clone();
    let seconds = seconds_between(&session, "now", "password_expires_at")?;
    ensure((1..=30 * 86_400).contains(&seconds), || {
        format!("in {seconds} s")
    })?;
    Ok(format!(
        "{}, expires in {} days",
        session["state"],
        seconds / 86_400
    ))
}

fn locked(backend: &Backend) -> Seen {
    let answer = backend.try_sign_in(&backend.visitor(), "locked", false)?;
    ensure(answer.status == 423, || answer.brief())?;
    let (body, header) = (
        answer.json()["retry_after"].to_string(),
        answer.header("retry-after").unwrap_or_default().to_owned(),
    );
    ensure(body == header, || {
        format!("`retry_after` {body}, Retry-After {header}")
    })?;
    Ok(format!("{}, {body} s", answer.brief()))
}

fn last_connection(backend: &Backend) -> Seen {
    drop(backend.signed_in("agent")?);
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "agent", false)?;
    let before = instant(&session, "now")?
        .since(instant(&session["last_connection"], "at")?)
        .num_seconds();
    // The one just opened by this check, so not long ago.
    ensure((0..=120).contains(&before), || format!("{before} s ago"))?;
    Ok(format!(
        "{before} s ago, with {}",
        session["last_connection"]["with"]
    ))
}

fn no_token_needed(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let body = credentials(backend.username("agent"), backend.password("agent"), false);
    let answer = visitor
        .call("POST", SESSION)
        .token(None)
        .json(&body)
        .send()?;
    ensure(answer.status == 200, || answer.brief())?;
    Ok(answer.brief())
}
