//! `/space/payslips/{id}`: one payslip as a page: its facts, its totals and its lines.

use crate::api;
use crate::browser::document;
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::payslip_lines::PayslipLines;
use crate::components::payslip_totals::PayslipTotalsTable;
use crate::contract::endpoint;
use crate::contract::payslips::{Payslip, PayslipAction};
use crate::i18n::{dates, numbers};
use crate::route::{Route, SpaceRoute};
use crate::state::amounts::use_amounts;
use crate::state::load::{Loader, use_load};
use crate::state::locale::{LocaleContext, use_locale};
use crate::state::portal::use_client;
use leptos::prelude::*;

/// Loads the payslip.
#[component]
pub fn PayslipPage(
    /// Its id, from the address.
    id: String,
) -> impl IntoView {
    let document_url = use_client().url(&endpoint::payslip_document(&id));
    let payslip = use_load(move |client| {
        let id = id.clone();
        async move { api::payslips::get(&client, &id).await }
    });
    view! { <PayslipView payslip document_url/> }
}

/// The payslip, or why it can't be shown, under the way back.
#[component]
pub fn PayslipView(
    /// The payslip.
    payslip: Loader<Payslip>,
    /// Where its PDF is.
    document_url: String,
) -> impl IntoView {
    let locale = use_locale();
    let month = move || match payslip.load.get() {
        crate::state::load::Load::Loaded(payslip) => format!(
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
            <Loaded loader=payslip view=move |payslip| view! { <PayslipSheet payslip document_url=document_url.clone()/> }/>
        </div>
    }
}

#[component]
fn PayslipSheet(payslip: Payslip, document_url: String) -> impl IntoView {
    let (locale, amounts) = (use_locale(), use_amounts());
    // A PDF ends in the device's files on many phones: where others come to them, the page has to do.
    let readable = !amounts.is_shared_device()
        && payslip
            .actions
            .iter()
            .any(|action| matches!(action, PayslipAction::View | PayslipAction::Download));
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
            {part(move || facts(&payslip, locale))}
            <PayslipTotalsTable month=totals year_to_date/>
            <PayslipLines lines/>
        </div>
    }
}

fn facts(payslip: &Payslip, locale: LocaleContext) -> impl IntoView + use<> {
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
        (t.index_label(), payslip.index.clone(), true),
        (
            t.hours_label(),
            numbers::hundredths(payslip.hours_hundredths, current),
            false,
        ),
    ];
    let rows = facts.map(|(name, value, as_printed)| {
        view! { <div class="facts__row"><dt>{name}</dt><dd lang=as_printed.then_some("fr")>{value}</dd></div> }
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}
