//! When a session ends; knows the portal's times and no database.

use crate::clock::Moment;
use crate::store::sessions::StoredSession;
use chrono::TimeDelta;
use nomade::contract::portal::{Portal, SessionTimes};
use nomade::contract::session::SessionState;

/// How long a page may be away while it reloads.
pub const RELOAD: TimeDelta = TimeDelta::seconds(20);

/// When the session ends if nobody extends it; never after [`absolute_end`].
#[must_use]
pub fn idle_end(session: &StoredSession, times: &SessionTimes) -> Moment {
    let idle_s = if session.shared_device {
        times.shared_device_idle_s
    } else {
        times.idle_s
    };
    let idle_end = session.extended_at + TimeDelta::seconds(idle_s.into());
    idle_end.min(absolute_end(session, times))
}

/// When the session ends whatever happens.
#[must_use]
pub fn absolute_end(session: &StoredSession, times: &SessionTimes) -> Moment {
    session.opened_at + TimeDelta::seconds(times.absolute_s.into())
}

/// True when the session is over at `now`: idle, too old, or its page went away and did not come back.
#[must_use]
pub fn is_over(session: &StoredSession, times: &SessionTimes, now: Moment) -> bool {
    now >= idle_end(session, times)
        || session
            .leaving_at
            .is_some_and(|leaving_at| now >= leaving_at + RELOAD)
}

/// How far the sign-in has come: the texts in force must be the ones that the agent accepted.
#[must_use]
pub fn state(session: &StoredSession, portal: &Portal) -> SessionState {
    let charter = session.account.charter_version.as_ref();
    let terms = session.account.terms_version.as_ref();
    if charter == Some(&portal.charter.version) && terms == Some(&portal.terms.version) {
        SessionState::SignedIn
    } else {
        SessionState::ConsentRequired
    }
}
