//! `/consent`: the charter and the terms before an agent, and the agent's word on them; knows no other agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::guard::{Current, SignedIn};
use crate::life;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::session::describe;
use crate::routes::texts::in_force;
use crate::seed::texts::{CHARTER, TERMS, changes};
use crate::store::activity::{self, Deed};
use crate::store::{consent, sessions};
use axum::Json;
use axum::extract::State;
use nomade::contract::activity::ActivityCode;
use nomade::contract::consent::{Acceptance, Consent, ConsentGiven, ConsentText};
use nomade::contract::portal::Portal;
use nomade::contract::problem::ProblemCode;
use nomade::contract::session::Session;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Both texts in force, each with what this agent accepted of it and what changed since.
///
/// # Errors
/// `signed_out`, or what the database answers.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<Consent>, Refusal> {
    let agent_id = current.stored.account.agent.id;
    let accepted = backend.store.call(move |database| {
        let of = |text| consent::last(database, &agent_id, text);
        Ok((of(CHARTER)?, of(TERMS)?))
    });
    let (charter, terms) = accepted.await?;
    let portal = &backend.settings.current().portal;
    Ok(Json(Consent {
        charter: before_agent(CHARTER, charter, portal)?,
        terms: before_agent(TERMS, terms, portal)?,
    }))
}

fn before_agent(
    name: &str,
    accepted: Option<Acceptance>,
    portal: &Portal,
) -> Result<ConsentText, Refusal> {
    let text = in_force(name, portal).ok_or(ProblemCode::InternalError)?;
    let version = accepted.as_ref().map(|it| it.version.as_str());
    Ok(ConsentText {
        changes: changes(name, version, &text.version),
        text,
        accepted,
    })
}

/// Notes that the agent accepts the versions that were read, if they are the ones in force, and extends the session: it is
/// an act of the person. What is accepted anew stands in the journal.
///
/// # Errors
/// `invalid_fields`, `changed_meanwhile` when another version is in force, `signed_out`, or what the database answers.
pub async fn give(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Session>, Refusal> {
    let given = given(&mut body)?;
    let settings = backend.settings.current();
    let portal = &settings.portal;
    if given.charter_version != portal.charter.version
        || given.terms_version != portal.terms.version
    {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    let now = backend.clock.now();
    let Current { secret, stored, .. } = current;
    let digest = secret.digest();
    let accepted = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let agent_id = &stored.account.agent.id;
        let mut is_new = false;
        for accepted in [
            (CHARTER, given.charter_version.as_str()),
            (TERMS, given.terms_version.as_str()),
        ] {
            is_new |= consent::accept(&transaction, agent_id, accepted, now)?;
        }
        if is_new {
            let deed = Deed {
                code: ActivityCode::ConsentGiven,
                at: now,
                caller: &caller,
                session_id: Some(&stored.id),
                item: None,
            };
            activity::record(&transaction, agent_id, &deed)?;
        }
        sessions::extend(&transaction, &stored.id, now)?;
        let session = sessions::of_digest(&transaction, &digest)?;
        // Another tab may have signed out meanwhile: then nothing was accepted.
        if session.is_some() {
            transaction.commit()?;
        }
        Ok(session)
    });
    let stored = accepted.await?.ok_or(ProblemCode::SignedOut)?;
    let current = Current {
        state: life::state(&stored, portal),
        secret,
        stored,
    };
    Ok(Json(describe(&backend, Some(&current)).await?))
}

fn given(body: &mut Map<String, Value>) -> Result<ConsentGiven, Refusal> {
    let mut fields = Fields::of(body);
    let given = ConsentGiven {
        charter_version: fields.text("charter_version", 64),
        terms_version: fields.text("terms_version", 64),
    };
    fields.done()?;
    Ok(given)
}
