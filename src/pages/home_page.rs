//! `/space`: the frame of the day: last connection, notices, and a tile a module, each loading and failing alone.

use crate::api;
use crate::components::dynamic::{part, text};
use crate::components::loaded::Loaded;
use crate::components::notice::{Notice as NoticeBox, NoticeVariant};
use crate::components::payslip_list::PayslipRow;
use crate::components::sign_in_news::{LastConnection, PasswordExpiry};
use crate::contract::notices::{Notice, NoticeKind, Notices};
use crate::contract::payslips::Payslips;
use crate::contract::session::Session;
use crate::route::{Route, SpaceRoute, TextName};
use crate::state::load::{Loader, use_load};
use crate::state::locale::use_locale;
use crate::state::session::use_session;
use leptos::prelude::*;

/// Loads each tile for itself.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = use_session();
    let notices = use_load(|client| async move { api::notices::list(&client).await });
    let payslips = use_load(|client| async move { api::payslips::list(&client, None, None).await });
    view! { <HomeView session=Signal::derive(move || session.details()) notices payslips/> }
}

/// The greeting and the tiles.
#[component]
pub fn HomeView(
    /// What the portal told about the session.
    #[prop(into)]
    session: Signal<Option<Session>>,
    /// The organisation's messages.
    notices: Loader<Notices>,
    /// The first page of payslips.
    payslips: Loader<Payslips>,
) -> impl IntoView {
    let locale = use_locale();
    let greeting = move || {
        let agent = session.get().and_then(|session| session.agent);
        locale
            .texts()
            .greeting(&agent.map(|agent| agent.given_name).unwrap_or_default())
    };
    view! {
        <div class="stack">
            <h1 tabindex="-1">{text(greeting)}</h1>
            {part(move || session.get().map(|session| {
                let connection = session.last_connection.clone();
                view! {
                    <LastConnection connection/>
                    <PasswordExpiry session/>
                }
            }))}
            <Loaded loader=notices view=move |notices: Notices| {
                notices.items.into_iter().map(|notice| view! { <NoticeItem notice/> }).collect_view()
            }/>
            <div class="tiles">
                <section class="tile" aria-labelledby="tile-payslips">
                    <h2 class="tile__title" id="tile-payslips">{locale.say(|t| t.latest_payslip())}</h2>
                    <Loaded loader=payslips view=move |payslips: Payslips| match payslips.items.into_iter().next() {
                        Some(payslip) => view! { <ul class="payslip-list__items"><PayslipRow payslip/></ul> }.into_any(),
                        None => view! { <p>{locale.say(|t| t.no_payslips())}</p> }.into_any(),
                    }/>
                    <p class="tile__more"><a href=Route::Space(SpaceRoute::Payslips).href()>{locale.say(|t| t.all_payslips())}</a></p>
                </section>
            </div>
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
    let locale = use_locale();
    let variant = match notice.kind {
        NoticeKind::Warning => NoticeVariant::Warning,
        NoticeKind::Information | NoticeKind::Unknown => NoticeVariant::Information,
    };
    let title = Signal::derive(move || locale.pick(&notice.title));
    view! { <NoticeBox variant title><p>{text(move || locale.pick(&notice.text))}</p></NoticeBox> }
}
