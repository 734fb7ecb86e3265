//! Two payslips compared: each loads and fails on its own; knows no call.

use crate::api::answer::ApiError;
use crate::components::dynamic::part;
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::notice::{Notice, NoticeVariant};
use crate::components::payslip_comparison::PayslipComparison;
use crate::contract::payslips::Payslip;
use crate::contract::problem::ProblemCode;
use crate::route::{Route, SpaceRoute};
use crate::state::load::{Load, Loader};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// The comparison, or why it can't be shown, under the way back to the payslip.
#[component]
pub fn ComparisonView(
    /// The id of the payslip that is compared.
    id: String,
    /// That payslip.
    payslip: Loader<Payslip>,
    /// The one that it is compared with; `None` where the address names the same twice.
    other: Option<Loader<Payslip>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let back = Route::Space(SpaceRoute::Payslip(id)).href();
    let body = match other {
        Some(other) => view! { <Compared payslip other back=back.clone()/> }.into_any(),
        None => view! { <p class="empty">{locale.say(|t| t.same_payslip())}</p> }.into_any(),
    };
    view! {
        <div class="stack">
            <p class="back-link"><a href=back><Icon name="arrow-left"/>{locale.say(|t| t.back_to_payslip())}</a></p>
            <h1 tabindex="-1">{locale.say(|t| t.comparison_title())}</h1>
            {body}
        </div>
    }
}

/// One after the other, so that there is one wait and one next step at a time.
#[component]
fn Compared(payslip: Loader<Payslip>, other: Loader<Payslip>, back: String) -> impl IntoView {
    let is_missing = Memo::new(move |_| other.load.with(is_missing));
    part(move || {
        if is_missing.get() {
            return view! { <Missing back=back.clone()/> }.into_any();
        }
        let both = move |one: Payslip| {
            view! { <Loaded loader=other view=move |other| view! { <PayslipComparison one=one.clone() other/> }/> }
        };
        view! { <Loaded loader=payslip view=both/> }.into_any()
    })
}

/// Nothing is there, or it is another agent's: an address that was changed by hand, or an old one.
fn is_missing(load: &Load<Payslip>) -> bool {
    matches!(load, Load::Failed(ApiError::Refused(problem)) if problem.code == ProblemCode::NotFound)
}

#[component]
fn Missing(back: String) -> impl IntoView {
    let locale = use_agent_locale();
    let title = Signal::derive(move || locale.texts().compared_missing_title().to_owned());
    view! {
        <Notice variant=NoticeVariant::Failure title>
            <p>{locale.say(|t| t.compared_missing_text())}</p>
            <p class="notice__step"><a class="button" href=back>{locale.say(|t| t.back_to_payslip())}</a></p>
        </Notice>
    }
}
