//! What changes from one payslip to another, as a table; knows no call.

mod comparison_table;

use super::dynamic::{part, text};
use super::payslip_choice::month_and_label;
use crate::contract::payslips::{Payslip, PayslipSummary};
use crate::i18n::locale::Locale;
use crate::route::{Route, SpaceRoute};
use crate::rules::payslip_comparison::{compare, in_order};
use crate::state::amounts::use_amounts;
use crate::state::locale::use_agent_locale;
use comparison_table::{Writes, table};
use leptos::prelude::*;

const SWITCH: &str = "show-unchanged";

/// Both payslips line by line, the older one before; at first only what changed. A change is told by a sign or a word,
/// never by colour alone.
#[component]
pub fn PayslipComparison(
    /// One payslip.
    one: Payslip,
    /// The other, of whatever month.
    other: Payslip,
) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    let (before, after) = in_order(&one, &other);
    let comparison = compare(before, after);
    let is_same_month = before.summary.period == after.summary.period;
    let payslips = [before, after].map(|payslip| Named {
        summary: payslip.summary.clone(),
        has_label: is_same_month,
    });
    let links = payslips.clone().map(Named::link).collect_view();
    let is_same = comparison.is_same();
    let shows_all = RwSignal::new(false);
    let table = part(move || {
        let writes = Writes {
            amounts,
            locale: locale.get(),
        };
        let names = [&payslips[0], &payslips[1]].map(|payslip| payslip.name(writes.locale));
        table(&comparison, &names, shows_all.get(), writes)
    });
    view! {
        <div class="comparison">
            {is_same.then(|| view! { <p class="empty">{locale.say(|t| t.nothing_changed())}</p> })}
            <label class="checkbox__label comparison__switch" for=SWITCH>
                <input
                    class="checkbox__input"
                    type="checkbox"
                    id=SWITCH
                    prop:checked=shows_all
                    on:change=move |event| shows_all.set(event_target_checked(&event))
                />
                <span>{locale.say(|t| t.show_unchanged())}</span>
            </label>
            {table}
            <ul class="comparison__payslips">{links}</ul>
        </div>
    }
}

/// A payslip and how it is called.
#[derive(Clone)]
struct Named {
    summary: PayslipSummary,
    has_label: bool,
}

impl Named {
    fn name(&self, locale: Locale) -> String {
        let label = self.has_label.then_some(self.summary.label.as_str());
        month_and_label(self.summary.period, label, locale)
    }

    fn link(self) -> impl IntoView {
        let locale = use_agent_locale();
        let href = Route::Space(SpaceRoute::Payslip(self.summary.id.clone())).href();
        let words = text(move || locale.texts().whole_payslip(&self.name(locale.get())));
        view! { <li><a href=href>{words}</a></li> }
    }
}
