//! The parts of what would come of a request: rights, obstacles, overlaps, refused periods, colleagues; knows no call.

use super::icon::Icon;
use crate::contract::leave::{
    LeaveAbsence, LeaveBalanceChange, LeaveObstacle, LeavePeriod, LeavePreview, RefusedPeriod,
    TeamAbsence,
};
use crate::i18n::leave_words::{days, period};
use crate::route::SpaceRoute;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The most lines of a list that are shown: what is longer is said by its number.
const MOST: usize = 30;

/// So many colleagues are away, each counted once.
#[must_use]
pub fn people_away(preview: &LeavePreview) -> usize {
    let people: BTreeSet<&str> = preview
        .colleagues
        .iter()
        .map(|absence| absence.person.id.as_str())
        .collect();
    people.len()
}

/// Why it would be refused, each with what to do.
pub fn obstacle_list(obstacles: &[LeaveObstacle], locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let lines: Vec<AnyView> = obstacles
        .iter()
        .map(|obstacle| {
            let (what, step) = t.obstacle(*obstacle);
            view! { <li><strong>{what}</strong>{" "}{step}</li> }.into_any()
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <div class="leave-preview__obstacles">
                <h3 class="leave-preview__title"><Icon name="alert"/>{t.preview_obstacles()}</h3>
                <ul class="leave-preview__list">{lines}</ul>
            </div>
        }
        .into_any()
    })
}

/// The agent's own leave on these days, each with the way to it.
pub fn overlap_list(overlaps: &[LeaveAbsence], locale: AgentLocale) -> Option<AnyView> {
    let (t, language) = (locale.texts(), locale.get());
    let lines = overlaps.iter().take(MOST).map(|absence| {
        let label = display_label(&locale.pick(&absence.label));
        let label = label.unwrap_or_else(|| t.unnamed_leave().to_owned());
        let href = SpaceRoute::LeaveRequest(absence.request_id.clone()).href();
        let when = period(absence.period, language);
        view! { <li><a href=href><bdi>{label}</bdi>{", "}{when}</a>{" ("}{t.leave_state(absence.state).to_lowercase()}{")"}</li> }
            .into_any()
    });
    listed(t.preview_overlaps(), lines.collect())
}

/// The periods in which no leave is granted.
pub fn refused_list(periods: &[RefusedPeriod], locale: AgentLocale) -> Option<AnyView> {
    let (t, language) = (locale.texts(), locale.get());
    let lines = periods.iter().take(MOST).map(|refused| {
        let whole = LeavePeriod {
            from: refused.from,
            from_noon: false,
            to: refused.to,
            to_noon: false,
        };
        let label = display_label(&locale.pick(&refused.label));
        let label = label.map(|label| view! { {", "}<bdi>{label}</bdi> });
        view! { <li>{period(whole, language)}{label}</li> }.into_any()
    });
    listed(t.preview_refused_periods(), lines.collect())
}

/// Who else is away, as far as the agent may know; nothing for who has no team.
pub fn colleague_list(preview: &LeavePreview, locale: AgentLocale) -> Option<AnyView> {
    let (t, language) = (locale.texts(), locale.get());
    if preview.team_size < 2 && preview.colleagues.is_empty() {
        return None;
    }
    let heading = t.colleagues_away(people_away(preview), preview.team_size);
    if preview.colleagues.is_empty() {
        return Some(view! { <p>{heading}</p> }.into_any());
    }
    let line = |absence: &TeamAbsence| {
        let name = display_label(&absence.person.name);
        let name = name.unwrap_or_else(|| t.unnamed_colleague().to_owned());
        let when = period(absence.period, language);
        let state = t.leave_state(absence.state).to_lowercase();
        view! { <li><bdi>{name}</bdi>{", "}{when}{" ("}{state}{")"}</li> }.into_any()
    };
    let lines: Vec<AnyView> = preview.colleagues.iter().take(MOST).map(line).collect();
    listed(heading, lines)
}

fn listed(heading: impl Into<String>, lines: Vec<AnyView>) -> Option<AnyView> {
    let heading: String = heading.into();
    (!lines.is_empty()).then(|| {
        view! {
            <div>
                <h3 class="leave-preview__title">{heading}</h3>
                <ul class="leave-preview__list">{lines}</ul>
            </div>
        }
        .into_any()
    })
}

/// The rights that it would use, before and after.
pub fn balance_table(balances: &[LeaveBalanceChange], locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    if balances.is_empty() {
        return view! { <p>{t.preview_no_right()}</p> }.into_any();
    }
    let rows: Vec<AnyView> = balances
        .iter()
        .take(MOST)
        .map(|balance| {
            let label = display_label(&locale.pick(&balance.label));
            let label = label.unwrap_or_else(|| t.unnamed_leave().to_owned());
            let [before, after] =
                [balance.before, balance.after].map(|half_days| days(half_days.into(), language));
            let is_short = (balance.after < 0).then_some("");
            view! {
                <tr>
                    <th scope="row"><bdi>{label}</bdi></th>
                    <td data-label=t.preview_before()>{before}</td>
                    <td data-label=t.preview_after() data-short=is_short><strong>{after}</strong></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="leave-preview__table">
            <caption class="leave-preview__title">{t.preview_rights()}</caption>
            <thead><tr>
                <th scope="col">{t.preview_right()}</th>
                <th scope="col">{t.preview_before()}</th>
                <th scope="col">{t.preview_after()}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
