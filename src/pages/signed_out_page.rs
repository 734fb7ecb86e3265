//! `/signed-out`: the receipt: what the browser and the portal say is left, and what to do on a shared computer.

use crate::browser::storage::{self, Kept};
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::spinner::Spinner;
use crate::contract::instant::Instant;
use crate::i18n::dates;
use crate::route::Route;
use crate::rules::receipt::{Receipt, WayOut};
use crate::rules::session::SessionStatus;
use crate::state::locale::use_locale;
use crate::state::location::use_query;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the portal says of the session, asked after the sign-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortalSays {
    /// It has not answered yet.
    Asked,
    /// There is none.
    Closed,
    /// There is one, until then if nobody extends it.
    Open(Option<Instant>),
    /// It does not answer.
    Unknown,
    /// Nothing answers; it is tried again and again.
    NotReached,
}

/// Asks the browser and the portal, and tells what they say.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    let (session, client) = (use_session(), use_client());
    let [way, until, taken] = ["way", "until", "taken"].map(use_query);
    let receipt = Memo::new(move |_| {
        let (way, until, taken) = (way.get(), until.get(), taken.get());
        Receipt::read(way.as_deref(), until.as_deref(), taken.as_deref())
    });
    let kept = RwSignal::new(None);
    let asks = client.clone();
    Effect::new(move |_| {
        // The tab that signs out may still be telling the portal.
        session.look_again(&asks);
        spawn_local(async move {
            let told = storage::kept().await;
            let _ = kept.try_set(Some(told));
        });
    });
    let portal = Signal::derive(move || match session.status() {
        _ if session.receipt_here().is_some() => PortalSays::NotReached,
        SessionStatus::SignedOut | SessionStatus::Expired(_) | SessionStatus::SigningInAgain(_) => {
            PortalSays::Closed
        }
        SessionStatus::Checking if session.check_failure().is_some() => PortalSays::Unknown,
        SessionStatus::SignedIn(_) | SessionStatus::ConsentRequired(_) => {
            let ends = session
                .details()
                .and_then(|session| session.idle_expires_at.min(session.absolute_expires_at));
            PortalSays::Open(ends)
        }
        _ => PortalSays::Asked,
    });
    let close = Callback::new(move |()| session.sign_out(client.clone()));
    view! { <SignedOutView receipt portal kept close/> }
}

/// The receipt.
#[component]
pub fn SignedOutView(
    /// What the sign-out handed on.
    #[prop(into)]
    receipt: Signal<Receipt>,
    /// What the portal says.
    #[prop(into)]
    portal: Signal<PortalSays>,
    /// What the browser says; `None` while it is asked.
    kept: RwSignal<Option<Kept>>,
    /// Signs out of what is still open.
    close: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let title = move || locale.texts().receipt_title(receipt.get().way_out);
    let lead = move || locale.texts().receipt_lead(receipt.get().way_out);
    let portal_line = part(move || portal_line(portal.get(), &receipt.get(), close));
    let kept_lines = part(move || {
        kept.get().map_or_else(
            || {
                view! { <li><Spinner label=Signal::derive(locale.say(|t| t.loading()))/></li> }
                    .into_any()
            },
            kept_lines,
        )
    });
    let remains = part(move || {
        let t = locale.texts();
        let taken = receipt.get().taken;
        let taken = taken
            .into_iter()
            .map(|taken| view! { <li><strong>{t.receipt_taken(taken)}</strong></li> });
        let always = [
            t.receipt_downloads(),
            t.receipt_passwords(),
            t.receipt_history(),
        ];
        let always = always.map(|line| view! { <li>{line}</li> });
        view! { <ul class="receipt__list">{taken.collect_view()}{always.into_iter().collect_view()}</ul> }
    });
    let steps = part(move || {
        let steps = locale.texts().receipt_shared_steps();
        steps
            .iter()
            .map(|step| view! { <li>{*step}</li> })
            .collect_view()
    });
    view! {
        <div class="stack receipt">
            <h1 tabindex="-1">{title}</h1>
            <p>{lead}</p>
            <section class="receipt__checked" aria-labelledby="receipt-checked">
                <h2 id="receipt-checked">{locale.say(|t| t.receipt_checked())}</h2>
                <ul class="receipt__checks" role="list">{portal_line}{kept_lines}</ul>
            </section>
            <section aria-labelledby="receipt-remains">
                <h2 id="receipt-remains">{locale.say(|t| t.receipt_remains_heading())}</h2>
                {remains}
            </section>
            <section aria-labelledby="receipt-shared">
                <h2 id="receipt-shared">{locale.say(|t| t.receipt_shared_heading())}</h2>
                <ol>{steps}</ol>
            </section>
            <p><a class="button" href=Route::Login.href() rel="external"><Icon name="log-in"/>{locale.say(|t| t.log_in_again())}</a></p>
        </div>
    }
}

/// One thing that was checked.
fn checked(is_well: bool, words: String, more: Option<AnyView>) -> AnyView {
    let icon = if is_well { "check" } else { "alert" };
    view! { <li class="receipt__check" data-well=is_well.then_some("")><Icon name=icon/><div><p>{text(move || words.clone())}</p>{more}</div></li> }
        .into_any()
}

fn portal_line(portal: PortalSays, receipt: &Receipt, close: Callback<()>) -> AnyView {
    let locale = use_locale();
    let t = locale.texts();
    // What the sign-out knew is told where the portal does not answer now either.
    let at = match portal {
        PortalSays::Open(at) => at,
        _ => receipt
            .ends_at
            .filter(|_| receipt.way_out == WayOut::PortalUnreached),
    };
    let closes = at.map(|at| view! { <p>{t.receipt_closes_at(&dates::time(at))}</p> }.into_any());
    match portal {
        PortalSays::Asked => {
            view! { <li><Spinner label=Signal::derive(locale.say(|t| t.loading()))/></li> }
                .into_any()
        }
        PortalSays::Closed => checked(true, t.receipt_portal_closed().to_owned(), None),
        PortalSays::Open(_) => {
            let button = view! {
                {closes}
                <p><button class="button" type="button" on:click=move |_| close.run(())>{t.receipt_close_portal()}</button></p>
            };
            checked(
                false,
                t.receipt_portal_open().to_owned(),
                Some(button.into_any()),
            )
        }
        PortalSays::Unknown => checked(false, t.receipt_portal_unknown().to_owned(), closes),
        PortalSays::NotReached => checked(false, t.receipt_portal_awaited().to_owned(), closes),
    }
}

fn kept_lines(kept: Kept) -> AnyView {
    let t = use_locale().texts();
    let is_none = |count: Option<u32>| count.is_none_or(|count| count == 0);
    let language = kept
        .language
        .then(|| view! { <p>{t.receipt_language()}</p> }.into_any());
    // One line for what no page of ours uses, and it says nothing when one of them is not told.
    let told = [kept.caches, kept.databases, kept.workers];
    let left: u32 = told.iter().flatten().sum();
    let sites = (left > 0 || told.iter().all(Option::is_some)).then_some(left);
    view! {
        {checked(is_none(kept.entries), t.receipt_entries(kept.entries), language)}
        {checked(kept.cookies == 0, t.receipt_cookies(kept.cookies), None)}
        {checked(sites == Some(0), t.receipt_caches(sites), None)}
    }
    .into_any()
}
