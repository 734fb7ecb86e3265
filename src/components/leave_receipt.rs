//! What became of asking for leave; knows no call.

use super::icon::Icon;
use crate::contract::leave::LeaveRequest;
use crate::i18n::leave_words::{days, period};
use crate::route::SpaceRoute;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The heading, to move the focus to.
pub const LEAVE_RECEIPT: &str = "#leave-receipt";

/// A request that is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedLeave {
    /// Its id.
    pub id: String,
    /// The request; `None` when it is recorded and could not be read.
    pub request: Option<LeaveRequest>,
    /// True when its answer was lost, and it was asked for what became of it.
    pub after_all: bool,
}

/// What was recorded, who decides next, and the ways on.
pub fn leave_receipt(
    recorded: &RecordedLeave,
    again: Callback<()>,
    locale: AgentLocale,
) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let request = recorded.request.as_ref();
    let what = request.map(|request| {
        let label = display_label(&locale.pick(&request.summary.label));
        let label = label.unwrap_or_else(|| t.unnamed_leave().to_owned());
        let when = period(request.summary.period, language);
        let half_days = days(i64::from(request.summary.half_days), language);
        view! { <p><strong><bdi>{label}</bdi></strong>{", "}{when}{", "}{half_days}</p> }
    });
    let follow = match request {
        Some(request) => t.leave_receipt_follow(request.level.n, request.level.of),
        None => t.leave_receipt_unread().to_owned(),
    };
    let href = SpaceRoute::LeaveRequest(recorded.id.clone()).href();
    view! {
        <section class="leave-receipt" aria-labelledby="leave-receipt">
            <h2 class="leave-receipt__heading" id="leave-receipt" tabindex="-1"><Icon name="check"/>{t.request_done()}</h2>
            {what}
            {recorded.after_all.then(|| view! { <p>{t.request_done_after_all()}</p> })}
            <p>{follow}</p>
            <p class="leave-receipt__ways">
                <a class="button" data-variant="primary" href=href>{t.leave_receipt_open()}</a>
                <button class="button" type="button" on:click=move |_| again.run(())>{t.ask_for_another_leave()}</button>
                <a class="button" href=SpaceRoute::Leave.href()>{t.all_my_leave()}</a>
            </p>
        </section>
    }
    .into_any()
}
