//! Taking a file away: the button, the caution, the way and what came of it; knows no resource and no session.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::take_away_outcome::{caution, outcome, spoken};
use crate::api::files::Progress;
use crate::i18n::file_words::{bytes, kind_and_size};
use crate::i18n::texts::AgentTexts;
use crate::rules::file_name::FileStem;
use crate::state::amounts::use_amounts;
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::take_away::{
    Act, Takeable, TakingAway, TakingPlace, TakingState, place_of, use_file_href, use_take_away,
};
use leptos::prelude::*;

/// Offers a file to be saved where that is allowed and the device is the agent's own; says why not elsewhere.
#[component]
pub fn TakeAway(
    /// The file.
    takeable: Takeable,
    /// True when the portal lets it be downloaded.
    allowed: bool,
) -> impl IntoView {
    let amounts = use_amounts();
    let is_shared = Memo::new(move |_| amounts.is_shared_device());
    part(move || {
        if is_shared.get() {
            not_offered(|t| t.download_not_here())
        } else if allowed {
            let href = use_file_href(&takeable.order);
            let taking = use_take_away(takeable.clone());
            view! { <TakeAwayView takeable=takeable.clone() taking href/> }.into_any()
        } else {
            not_offered(|t| t.download_not_allowed())
        }
    })
}

fn not_offered(why: fn(&'static dyn AgentTexts) -> &'static str) -> AnyView {
    let locale = use_agent_locale();
    view! { <p class="take-away__why"><Icon name="info"/><span>{locale.say(why)}</span></p> }
        .into_any()
}

/// What stands in place of the button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Controls {
    Offer,
    Resume,
    OfferOrOpen,
    UnderWay,
    Open,
}

/// The file in each of its states.
#[component]
pub fn TakeAwayView(
    /// The file.
    takeable: Takeable,
    /// How far it is.
    taking: TakingAway,
    /// Its address, for a browser that must open it to save it.
    href: String,
) -> impl IntoView {
    let locale = use_agent_locale();
    let controls = Memo::new(move |_| match taking.state.get() {
        _ if !taking.can_save.get() => Controls::Open,
        TakingState::Receiving => Controls::UnderWay,
        TakingState::Failed {
            can_resume: true, ..
        } => Controls::Resume,
        TakingState::NotSaved => Controls::OfferOrOpen,
        _ => Controls::Offer,
    });
    let is_asking = Memo::new(move |_| taking.state.get() == TakingState::Asking);
    let (place, stem) = (place_of(takeable.stem), takeable.stem);
    let label = move || match stem {
        FileStem::Leave(_) => locale.texts().add_to_calendar(),
        _ => locale.texts().take_away_label(),
    };
    let order = takeable.order;
    let named = move || kind_and_size(&order.media_type, order.size, locale.get());
    let act = taking.act;
    let told = move || {
        let is_told = taking.ended_unseen.get();
        let told = is_told.then(|| spoken(&taking.state.get(), locale));
        told.unwrap_or_default()
    };
    let shown = part(move || {
        match controls.get() {
        Controls::UnderWay => under_way(taking, place, locale),
        Controls::Open => view! {
            <p class="take-away__why"><Icon name="info"/><span>{locale.texts().cannot_save()}</span></p>
            {open(&href, named(), locale)}
        }
        .into_any(),
        Controls::OfferOrOpen => view! {
            {button(act, Act::Ask, "download", locale.texts().download_again().to_owned(), true)}
            {open(&href, named(), locale)}
        }
        .into_any(),
        Controls::Resume => view! {
            {button(act, Act::Resume, "refresh", locale.texts().resume_download().to_owned(), true)}
            {button(act, Act::Ask, "download", locale.texts().download_again().to_owned(), false)}
        }
        .into_any(),
        Controls::Offer => view! {
            {offer(act, stem, &named(), locale)}
            {part(move || taking.can_share.get().then(|| button(act, Act::Share, "share", locale.texts().share_file().to_owned(), false)))}
        }
        .into_any(),
    }
    });
    view! {
        <div class="take-away" role="group" aria-label=label>
            <div class="take-away__outcome" id=place.outcome tabindex="-1">{part(move || outcome(&taking.state.get(), taking.was_handed_over.get(), locale))}</div>
            <div class="take-away__controls">{shown}</div>
            <p class="take-away__said" role="status">{part(move || taking.share_failed.get().then(|| locale.texts().share_failed()))}</p>
            <p class="visually-hidden" role="status">{text(told)}</p>
            {part(move || is_asking.get().then(|| caution(act, locale)))}
        </div>
    }
}

fn button(
    act: Callback<Act>,
    does: Act,
    icon: &'static str,
    words: String,
    is_first: bool,
) -> AnyView {
    let variant = is_first.then_some("primary");
    view! {
        <button class="button" data-variant=variant type="button" on:click=move |_| act.run(does)><Icon name=icon/>{words}</button>
    }
    .into_any()
}

/// The first button; a calendar file is named by what it is for.
fn offer(act: Callback<Act>, stem: FileStem, named: &str, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let (icon, words, is_first) = match stem {
        FileStem::Leave(_) => ("calendar", t.add_to_calendar().to_owned(), false),
        _ => ("download", t.download(named), true),
    };
    button(act, Act::Ask, icon, words, is_first)
}

fn open(href: &str, named: String, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    view! {
        <p>
            <a class="button" href=href.to_owned() target="_blank" rel="external noreferrer">
                <Icon name="external"/>{t.open_file(&named)}<span class="visually-hidden">{t.new_tab()}</span>
            </a>
        </p>
    }
    .into_any()
}

/// The way in bytes; spoken at each quarter, for it moves ten times a second.
fn under_way(taking: TakingAway, place: TakingPlace, locale: AgentLocale) -> AnyView {
    let progress = taking.progress;
    let quarter = Memo::new(move |_| percent(progress.get()).map(|percent| percent / 25 * 25));
    let how_far = move || {
        let (t, language) = (locale.texts(), locale.get());
        let Progress { received, expected } = progress.get();
        let received = bytes(received, language);
        match expected {
            Some(expected) => t.received_of(&received, &bytes(expected, language)),
            None => t.received_so_far(&received),
        }
    };
    let spoken = move || {
        let quarter = quarter.get().filter(|percent| *percent > 0);
        quarter.map_or_else(String::new, |percent| {
            locale.texts().received_percent(percent)
        })
    };
    // Without a value it moves to and fro.
    let value = move || percent(progress.get()).map(|percent| percent.to_string());
    view! {
        <div class="take-away__way">
            <p class="take-away__title" id=place.under_way tabindex="-1">{locale.say(|t| t.receiving())}</p>
            <progress class="take-away__progress" max="100" value=value aria-labelledby=place.under_way></progress>
            <p class="take-away__bytes">{text(how_far)}</p>
            <p class="visually-hidden" role="status">{text(spoken)}</p>
        </div>
        {button(taking.act, Act::Cancel, "stop", locale.texts().cancel().to_owned(), false)}
    }
    .into_any()
}

fn percent(Progress { received, expected }: Progress) -> Option<u64> {
    let expected = expected.filter(|expected| *expected > 0)?;
    Some((received.saturating_mul(100) / expected).min(100))
}
