//! A tile for each module that the portal offers, here or elsewhere; knows no call.

use super::leave_tile::leave_tile;
use super::mail_tile::mail_tile;
use crate::components::activity_list::activity_brief;
use crate::components::document_list::document_list;
use crate::components::dynamic::part;
use crate::components::loaded::Loaded;
use crate::components::module_link::module_link;
use crate::components::payslip_list::PayslipRow;
use crate::contract::activity::Activity;
use crate::contract::documents::Documents;
use crate::contract::leave::{LeaveApprovals, LeaveBalances, LeaveDays};
use crate::contract::mail::{MailFolders, MailMessages};
use crate::contract::payslips::Payslips;
use crate::contract::portal::Portal;
use crate::contract::session::Session;
use crate::i18n::texts::AgentTexts;
use crate::route::SpaceRoute;
use crate::rules::module_offer::{Offer, offer};
use crate::state::load::Loader;
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::portal::use_portal;
use chrono::NaiveDate;
use leptos::prelude::*;

type Words = fn(&'static dyn AgentTexts) -> &'static str;

/// In the order of the page: the name in the contract, and in words.
const MODULES: [(&str, Words); 5] = [
    ("payslips", |t| t.payslips()),
    ("leave", |t| t.leave()),
    ("mail", |t| t.mail()),
    ("documents", |t| t.documents()),
    ("activity", |t| t.activity()),
];

/// So many events stand on the tile.
const EVENTS: usize = 3;

/// So many documents stand on the tile.
const DOCUMENTS: usize = 3;

/// How each tile gets what it shows; asked only for tiles that are there.
#[derive(Clone, Copy, Debug)]
pub struct TileLoads {
    /// The first page of payslips.
    pub payslips: fn() -> Loader<Payslips>,
    /// The first page of documents.
    pub documents: fn() -> Loader<Documents>,
    /// The agent's rights to leave.
    pub balances: fn() -> Loader<LeaveBalances>,
    /// The agent's leave from this day on.
    pub days: fn(NaiveDate) -> Loader<LeaveDays>,
    /// What waits for the agent's decision.
    pub approvals: fn() -> Loader<LeaveApprovals>,
    /// The folders of the mail.
    pub mail_folders: fn() -> Loader<MailFolders>,
    /// The first page of what arrives.
    pub mail: fn() -> Loader<MailMessages>,
    /// The first page of the journal.
    pub activity: fn() -> Loader<Activity>,
}

/// The tiles. One stays as it is while another comes or goes.
pub fn tiles(
    portal: Signal<Option<Portal>>,
    session: Signal<Option<Session>>,
    loads: TileLoads,
) -> AnyView {
    let tiles: Vec<AnyView> = MODULES
        .into_iter()
        .map(|(name, words)| {
            let offered = Memo::new(move |_| offered(portal, name));
            part(move || match offered.get() {
                Offer::Here => here(name, session, loads),
                Offer::Elsewhere(url) => Some(elsewhere(name, words, url)),
                Offer::No => None,
            })
            .into_any()
        })
        .collect();
    tiles.into_any()
}

/// How a module is offered, tracked.
#[must_use]
pub fn offered(portal: Signal<Option<Portal>>, module: &str) -> Offer {
    portal.with(|portal| offer(portal.as_ref().map(|portal| &portal.modules), module))
}

/// A module of this portal; one without a page here has no tile.
fn here(name: &'static str, session: Signal<Option<Session>>, loads: TileLoads) -> Option<AnyView> {
    let locale = use_agent_locale();
    match name {
        "payslips" => {
            let body = view! {
                <Loaded loader=(loads.payslips)() view=move |payslips: Payslips| match payslips.items.into_iter().next() {
                    Some(payslip) => view! { <ul class="payslip-list__items"><PayslipRow payslip/></ul> }.into_any(),
                    None => view! { <p>{locale.say(|t| t.no_payslips())}</p> }.into_any(),
                }/>
                {more(SpaceRoute::Payslips, |t| t.all_payslips())}
            };
            Some(tile(name, |t| t.latest_payslip(), body.into_any()))
        }
        "leave" => {
            let body = view! {
                {leave_tile(session, loads)}
                {more(SpaceRoute::Leave, |t| t.all_leave())}
            };
            Some(tile(name, |t| t.leave(), body.into_any()))
        }
        "mail" => {
            let body = view! {
                {mail_tile(session, loads)}
                {more(SpaceRoute::Mail, |t| t.open_mail())}
            };
            Some(tile(name, |t| t.mail(), body.into_any()))
        }
        "documents" => {
            let body = view! {
                <Loaded loader=(loads.documents)() view=move |documents: Documents| latest_documents(documents, locale)/>
                {more(SpaceRoute::Documents, |t| t.all_documents())}
            };
            Some(tile(name, |t| t.latest_documents(), body.into_any()))
        }
        "activity" => {
            let body = view! {
                <Loaded loader=(loads.activity)() view=move |activity: Activity| {
                    let events: Vec<_> = activity.items.into_iter().take(EVENTS).collect();
                    if events.is_empty() {
                        view! { <p>{locale.say(|t| t.no_activity())}</p> }.into_any()
                    } else {
                        activity_brief(&events, locale.get())
                    }
                }/>
                {more(SpaceRoute::Activity, |t| t.all_activity())}
            };
            Some(tile(name, |t| t.latest_activity(), body.into_any()))
        }
        _ => None,
    }
}

fn latest_documents(mut documents: Documents, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    if documents.items.is_empty() {
        return view! { <p>{t.no_documents()}</p> }.into_any();
    }
    documents.items.truncate(DOCUMENTS);
    let new = documents
        .categories
        .iter()
        .fold(0_u32, |sum, category| sum.saturating_add(category.new));
    view! {
        {(new > 0).then(|| view! { <p class="tile__news">{t.new_documents(new)}</p> })}
        {document_list(&documents.items, &documents.categories, locale)}
    }
    .into_any()
}

fn elsewhere(name: &'static str, words: Words, url: String) -> AnyView {
    let hosts = use_portal().config(|config| config.link_hosts.clone());
    tile(name, words, module_link(url, &hosts))
}

fn more(to: SpaceRoute, words: Words) -> AnyView {
    let locale = use_agent_locale();
    view! { <p class="tile__more"><a href=to.href()>{locale.say(words)}</a></p> }.into_any()
}

fn tile(name: &'static str, title: Words, body: AnyView) -> AnyView {
    let locale = use_agent_locale();
    let id = format!("tile-{name}");
    let heading = id.clone();
    view! {
        <section class="tile" aria-labelledby=id>
            <h2 class="tile__title" id=heading>{locale.say(title)}</h2>
            {body}
        </section>
    }
    .into_any()
}
