//! `/space/payslips/{id}`: one payslip as a page: its facts, its totals and its lines; or, with `?with={id}`, what
//! changes from it to another.

use crate::api;
use crate::api::files::FileOrder;
use crate::browser::{document, focus};
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::payslip_choice::{Comparing, PayslipChoice};
use crate::components::payslip_lines::PayslipLines;
use crate::components::payslip_totals::PayslipTotalsTable;
use crate::components::take_away::TakeAway;
use crate::contract::documents::Purpose;
use crate::contract::endpoint::{self, segment};
use crate::contract::payslips::{Payslip, PayslipAction};
use crate::i18n::{dates, numbers};
use crate::route::{Route, SpaceRoute};
use crate::rules::file_name::FileStem;
use crate::state::amounts::{AmountsContext, use_amounts};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::location::{use_query, use_refine};
use crate::state::portal::use_client;
use crate::state::take_away::Takeable;
use leptos::prelude::*;

pub mod comparison;

use comparison::ComparisonView;

/// Loads the payslip, and the one that the address asks to compare it with.
#[component]
pub fn PayslipPage(
    /// Its id, from the address.
    id: String,
) -> impl IntoView {
    let path = endpoint::payslip_document(&id);
    let document_url = use_client().url(&endpoint::file(&path, Purpose::View));
    let with = use_query("with");
    let with = Memo::new(move |_| with.get().filter(|with| !with.is_empty()));
    let payslip = load(id.clone());
    let (refine, href) = (
        use_refine(),
        Route::Space(SpaceRoute::Payslip(id.clone())).href(),
    );
    let comparing = Comparing {
        series: || use_load(|client| async move { api::payslips::series(&client).await }),
        compare: Callback::new(move |other: String| {
            refine(&format!("{href}?with={}", segment(&other)));
        }),
    };
    // Another view under the same route: what had the focus is gone.
    Effect::new(move |before: Option<Option<String>>| {
        let now = with.get();
        if before.is_some_and(|before| before != now) {
            focus::lead_to_soon("main h1");
        }
        now
    });
    part(move || match with.get() {
        Some(with) => {
            let other = (with != id).then(|| load(with));
            view! { <ComparisonView id=id.clone() payslip other/> }.into_any()
        }
        None => {
            view! { <PayslipView payslip document_url=document_url.clone() comparing/> }.into_any()
        }
    })
}

fn load(id: String) -> Loader<Payslip> {
    use_load(move |client| {
        let id = id.clone();
        async move { api::payslips::get(&client, &id).await }
    })
}

/// The payslip, or why it can't be shown, under the way back.
#[component]
pub fn PayslipView(
    /// The payslip.
    payslip: Loader<Payslip>,
    /// Where its PDF is.
    document_url: String,
    /// What a comparison needs.
    comparing: Comparing,
) -> impl IntoView {
    let locale = use_agent_locale();
    let month = move || match payslip.load.get() {
        Load::Loaded(payslip) => format!(
            "{} – {}",
            locale.texts().payslip_title(),
            dates::month(payslip.summary.period, locale.get())
        ),
        _ => locale.texts().payslip_title().to_owned(),
    };
    view! {
        <div class="stack">
            <p class="back-link"><a href=Route::Space(SpaceRoute::Payslips).href()><Icon name="arrow-left"/>{locale.say(|t| t.all_payslips())}</a></p>
            <h1 tabindex="-1">{text(month)}</h1>
            <Loaded loader=payslip view=move |payslip| view! { <PayslipSheet payslip document_url=document_url.clone() comparing/> }/>
        </div>
    }
}

#[component]
fn PayslipSheet(payslip: Payslip, document_url: String, comparing: Comparing) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    let (id, actions) = (payslip.summary.id.clone(), payslip.actions.clone());
    let is_download_allowed = actions.contains(&PayslipAction::Download);
    let takeable = Takeable {
        order: FileOrder {
            path: endpoint::payslip_document(&id),
            media_type: "application/pdf".to_owned(),
            size: None,
        },
        stem: FileStem::Payslip(payslip.summary.period),
    };
    let Payslip {
        totals,
        year_to_date,
        lines,
        ..
    } = payslip.clone();
    view! {
        <div class="payslip">
            <p class="payslip__net">
                <span class="payslip__net-label">{locale.say(|t| t.total_payable())}</span>
                <strong class="payslip__net-amount">{text(move || amounts.money(totals.net_payable, locale.get()))}</strong>
            </p>
            <PayslipActions actions document_url/>
            <TakeAway takeable allowed=is_download_allowed/>
            <PayslipChoice id comparing/>
            {part(move || facts(&payslip, amounts, locale))}
            <PayslipTotalsTable month=totals year_to_date/>
            <PayslipLines lines/>
        </div>
    }
}

/// What can be done with the payslip as a whole.
#[component]
fn PayslipActions(actions: Vec<PayslipAction>, document_url: String) -> impl IntoView {
    let (locale, amounts) = (use_agent_locale(), use_amounts());
    // A PDF ends in the device's files on many phones: where others come to them, the page has to do.
    let readable = !amounts.is_shared_device() && actions.contains(&PayslipAction::View);
    view! {
        <div class="payslip__actions">
            {readable.then(|| view! {
                <a class="button" href=document_url target="_blank" rel="external noreferrer">
                    <Icon name="file"/>{locale.say(|t| t.open_pdf())}
                    <span class="visually-hidden">{locale.say(|t| t.new_tab())}</span>
                </a>
            })}
            <button class="button" type="button" on:click=move |_| document::print()>
                <Icon name="printer"/>{locale.say(|t| t.print())}
            </button>
        </div>
    }
}

fn facts(payslip: &Payslip, amounts: AmountsContext, locale: AgentLocale) -> impl IntoView + use<> {
    let (t, current) = (locale.texts(), locale.get());
    let facts = [
        (
            t.period_label(),
            dates::month(payslip.summary.period, current),
            false,
        ),
        (
            t.paid_label(),
            dates::long_date(payslip.summary.paid_on, current),
            false,
        ),
        (t.employer_label(), payslip.employer.clone(), true),
        (t.position_label(), payslip.position.clone(), true),
        (
            t.index_label(),
            amounts.telling(payslip.index.clone(), current),
            true,
        ),
        (
            t.hours_label(),
            numbers::hundredths(payslip.hours_hundredths, current),
            false,
        ),
    ];
    // What the employer leaves empty is not shown as empty.
    let facts = facts.into_iter().filter(|(_, value, _)| !value.is_empty());
    let rows = facts.map(|(name, value, as_printed)| {
        view! { <div class="facts__row"><dt>{name}</dt><dd lang=as_printed.then_some("fr")>{value}</dd></div> }
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}
