//! Leads to the receipt in this document when no new one can be had; knows no receipt.

use crate::state::location::use_redirect;
use crate::state::session::use_session;
use leptos::prelude::*;

/// Follows a sign-out that the network keeps in this document; to be called once, inside the router.
pub fn follow() {
    let (session, redirect) = (use_session(), use_redirect());
    Effect::new(move |_| {
        if let Some(receipt) = session.receipt_here() {
            redirect(&receipt);
        }
    });
}
