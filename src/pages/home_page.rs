//! `/space`: the frame of the day: last connection, notices, and a tile a module, each loading and failing alone.

use crate::api;
use crate::api::payslips::PayslipQuery;
use crate::components::dynamic::{part, text};
use crate::components::loaded::Loaded;
use crate::components::notice::{Notice as NoticeBox, NoticeVariant};
use crate::components::sign_in_news::{LastConnection, PasswordExpiry};
use crate::contract::leave::ApprovalState;
use crate::contract::notices::{Notice, NoticeKind, Notices};
use crate::contract::portal::Portal;
use crate::contract::session::Session;
use crate::route::{Route, TextName};
use crate::rules::activity_filter::ActivityFilter;
use crate::rules::document_filter::DocumentFilter;
use crate::rules::mail_filter::MailFilter;
use crate::rules::module_offer::Offer;
use crate::state::load::{Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_portal;
use crate::state::session::use_session;
use chrono::Days;
use leptos::prelude::*;

pub mod leave_tile;
pub mod mail_tile;
pub mod tiles;

use tiles::{TileLoads, offered, tiles};

/// So far ahead the next absence is looked for.
const AHEAD: Days = Days::new(366);

/// Loads each tile for itself, once it is known to be offered.
#[component]
pub fn HomePage() -> impl IntoView {
    let (session, portal) = (use_session(), use_portal());
    let notices = use_load(|client| async move { api::notices::list(&client).await });
    let loads = TileLoads {
        payslips: || {
            use_load(|client| async move {
                api::payslips::list(&client, &PayslipQuery::default()).await
            })
        },
        documents: || {
            use_load(|client| async move {
                api::documents::list(&client, &DocumentFilter::default(), "", None).await
            })
        },
        balances: || use_load(|client| async move { api::leave::balances(&client).await }),
        days: |from| {
            use_load(move |client| async move {
                let to = from.checked_add_days(AHEAD).unwrap_or(from);
                api::leave::days(&client, from, to).await
            })
        },
        approvals: || {
            use_load(|client| async move {
                api::leave::approvals(&client, ApprovalState::Waiting, None).await
            })
        },
        mail_folders: || use_load(|client| async move { api::mail::folders(&client).await }),
        mail: || {
            use_load(|client| async move {
                api::mail::list(&client, &MailFilter::default(), None).await
            })
        },
        activity: || {
            use_load(|client| async move {
                api::activity::list(&client, ActivityFilter::default(), None).await
            })
        },
    };
    view! { <HomeView session=Signal::derive(move || session.details()) notices portal=Signal::derive(move || portal.answer()) loads/> }
}

/// The greeting and the tiles.
#[component]
pub fn HomeView(
    /// What the portal told about the session.
    #[prop(into)]
    session: Signal<Option<Session>>,
    /// The organisation's messages.
    notices: Loader<Notices>,
    /// What the portal is, `None` while it has not answered.
    portal: Signal<Option<Portal>>,
    /// What the tiles show.
    loads: TileLoads,
) -> impl IntoView {
    let locale = use_agent_locale();
    let greeting = move || {
        let agent = session.get().and_then(|session| session.agent);
        locale
            .texts()
            .greeting(&agent.map(|agent| agent.given_name).unwrap_or_default())
    };
    let has_journal = Memo::new(move |_| {
        portal.with(|portal| portal.is_some()) && offered(portal, "activity") == Offer::Here
    });
    view! {
        <div class="stack">
            <h1 tabindex="-1">{text(greeting)}</h1>
            {part(move || session.get().map(|session| {
                let connection = session.last_connection.clone();
                view! {
                    <LastConnection connection in_journal=has_journal/>
                    <PasswordExpiry session/>
                }
            }))}
            <Loaded loader=notices view=move |notices: Notices| {
                notices.items.into_iter().map(|notice| view! { <NoticeItem notice/> }).collect_view()
            }/>
            <div class="tiles">{tiles(portal, session, loads)}</div>
            <p class="home__charter">
                {locale.say(|t| t.charter_reminder())}{" "}
                <a href=Route::Text(TextName::Charter).href()>{locale.say(|t| t.text_title(TextName::Charter))}</a>{" – "}
                <a href=Route::Text(TextName::Terms).href()>{locale.say(|t| t.text_title(TextName::Terms))}</a>
            </p>
        </div>
    }
}

#[component]
fn NoticeItem(notice: Notice) -> impl IntoView {
    let locale = use_agent_locale();
    let variant = match notice.kind {
        NoticeKind::Warning => NoticeVariant::Warning,
        NoticeKind::Information | NoticeKind::Unknown => NoticeVariant::Information,
    };
    let title = Signal::derive(move || locale.pick(&notice.title));
    view! { <NoticeBox variant title><p>{text(move || locale.pick(&notice.text))}</p></NoticeBox> }
}
