//! What became of asking for a certificate; knows no call.

use super::icon::Icon;
use crate::contract::documents::DocumentRequest;
use crate::i18n::dates::long_date;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The heading, to move the focus to.
pub const REQUEST_RECEIPT: &str = "#request-receipt";

/// A request that is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The request; `None` when it is recorded and could not be read.
    pub request: Option<DocumentRequest>,
    /// True when its answer was lost, and it was asked for what became of it.
    pub after_all: bool,
}

/// What was recorded, and where to follow it.
pub fn request_receipt(recorded: &Recorded, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let request = recorded.request.as_ref();
    let label = request.and_then(|request| display_label(&locale.pick(&request.label)));
    let expected = request.and_then(|request| request.expected_on);
    view! {
        <section class="request-receipt" aria-labelledby="request-receipt">
            <h2 class="request-receipt__heading" id="request-receipt" tabindex="-1"><Icon name="check"/>{t.request_done()}</h2>
            {label.map(|label| view! { <p><strong><bdi>{label}</bdi></strong></p> })}
            {recorded.after_all.then(|| view! { <p>{t.request_done_after_all()}</p> })}
            {expected.map(|day| view! { <p>{t.expected_on(&long_date(day, language))}</p> })}
            <p>{t.request_follow()}</p>
        </section>
    }
    .into_any()
}
