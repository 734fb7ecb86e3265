//! Who else of a team is away on the days of a request; knows no call.

use super::icon::Icon;
use crate::contract::leave::{LeaveApproval, TeamAbsence};
use crate::i18n::leave_words;
use crate::rules::display_label::display_label;
use crate::rules::leave_decision::colleagues_away;
use crate::rules::team_calendar::is_away;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The portal names at most so many.
const NAMED: usize = 20;

/// How many of the team are away, and who, when and whether it is granted; in words where nobody is.
pub fn clash_list(approval: &LeaveApproval, number: usize, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let heading = format!("approval-clashes-{number}");
    let named_by = heading.clone();
    let away = colleagues_away(approval);
    let count = (away > 0).then(|| {
        let or_more = approval.clashes.len() >= NAMED;
        let words = t.clashes_count(away, approval.team_size, or_more);
        view! { {t.colon()}<strong>{words}</strong> }
    });
    let rows: Vec<AnyView> = approval
        .clashes
        .iter()
        .map(|clash| row(clash, locale))
        .collect();
    let list = if rows.is_empty() {
        view! { <p class="leave-clash-list__none">{t.no_clashes()}</p> }.into_any()
    } else {
        view! { <ul class="leave-clash-list__rows">{rows}</ul> }.into_any()
    };
    view! {
        <div class="leave-clash-list" role="group" aria-labelledby=named_by>
            <h3 class="leave-clash-list__heading" id=heading><Icon name="users"/><span>{t.clashes_heading()}{count}</span></h3>
            {list}
        </div>
    }
    .into_any()
}

fn row(clash: &TeamAbsence, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let name = display_label(&clash.person.name);
    let name = name.unwrap_or_else(|| t.unnamed_colleague().to_owned());
    let icon = if is_away(clash.state) {
        "check"
    } else {
        "hourglass"
    };
    view! {
        <li class="leave-clash-list__row">
            <span class="leave-clash-list__who"><bdi>{name}</bdi></span>
            <span class="leave-clash-list__when">{leave_words::period(clash.period, language)}</span>
            <span class="leave-clash-list__state"><Icon name=icon/>{t.leave_state(clash.state)}</span>
        </li>
    }
    .into_any()
}
