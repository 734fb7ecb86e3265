//! The tile of leave: what waits for a decision, what is left of the first rights, and the next absence; knows no call.

use super::tiles::TileLoads;
use crate::components::dynamic::part;
use crate::components::icon::Icon;
use crate::components::leave_balance::rights_left;
use crate::components::leave_state::{leave_label, leave_state};
use crate::components::loaded::Loaded;
use crate::contract::leave::{LeaveApprovals, LeaveBalances, LeaveDays};
use crate::contract::session::Session;
use crate::i18n::leave_words::period;
use crate::route::SpaceRoute;
use crate::rules::leave_year::next_absence;
use crate::state::locale::{AgentLocale, use_agent_locale};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The lines of the tile, each loading and failing alone. Nothing is asked for before it is known who is here.
pub fn leave_tile(session: Signal<Option<Session>>, loads: TileLoads) -> AnyView {
    let locale = use_agent_locale();
    let today = Memo::new(move |_| {
        session.with(|session| session.as_ref().map(|it| it.now.wall_clock().date()))
    });
    let validates = Memo::new(move |_| {
        session.with(|session| {
            let agent = session.as_ref().and_then(|session| session.agent.as_ref());
            agent.is_some_and(|agent| agent.validates_leave)
        })
    });
    let to_decide = part(move || {
        validates.get().then(|| {
            view! { <Loaded loader=(loads.approvals)() view=move |approvals: LeaveApprovals| to_decide(approvals.waiting, locale)/> }
        })
    });
    let mine = part(move || today.get().map(|today| mine(today, loads, locale)));
    view! { {to_decide}{mine} }.into_any()
}

/// What waits for the agent's decision leads to it; where nothing waits, nothing is said.
fn to_decide(waiting: u32, locale: AgentLocale) -> Option<AnyView> {
    (waiting > 0).then(|| {
        view! {
            <p class="tile__news"><a class="leave-tile__decide" href=SpaceRoute::LeaveApprovals.href()><Icon name="clipboard-check"/>{locale.texts().leave_to_decide(waiting)}</a></p>
        }
        .into_any()
    })
}

fn mine(today: NaiveDate, loads: TileLoads, locale: AgentLocale) -> AnyView {
    view! {
        <Loaded loader=(loads.balances)() view=move |balances: LeaveBalances| rights_left(&balances.items, today, locale)/>
        <Loaded loader=(loads.days)(today) view=move |days: LeaveDays| next(&days, today, locale)/>
    }
    .into_any()
}

fn next(days: &LeaveDays, today: NaiveDate, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let Some(absence) = next_absence(days, today) else {
        return view! { <p>{t.no_absence_ahead()}</p> }.into_any();
    };
    let href = SpaceRoute::LeaveRequest(absence.request_id.clone()).href();
    let label = leave_label(&absence.label, locale);
    view! {
        <div class="leave-tile__next">
            <p class="leave-tile__name">{t.next_absence()}</p>
            <p><a href=href><bdi>{label}</bdi>{", "}{period(absence.period, locale.get())}</a></p>
            <p>{leave_state(absence.state, t)}</p>
        </div>
    }
    .into_any()
}
