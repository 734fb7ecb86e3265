//! `/diagnostics`: the connection check-up, with its evidence, its next steps and its code for support.

use crate::components::check_strip::words;
use crate::components::checkup_code::CheckupCode;
use crate::components::code_reader::CodeReader;
use crate::components::dynamic::{part, text};
use crate::components::finding_card::finding_card;
use crate::components::icon::Icon;
use crate::route::Route;
use crate::rules::finding::Check;
use crate::state::checkup::use_checkup;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// Runs the checks and shows what they find.
#[component]
pub fn DiagnosticsPage() -> impl IntoView {
    let (locale, checkup, portal) = (use_locale(), use_checkup(), use_portal());
    checkup.watch_anew();
    let line = move || words(&checkup.get(), locale.texts()).1;
    let running = Memo::new(move |_| checkup.get().running);
    let intranet = part(move || {
        let portal = portal.answer()?;
        let intranet = portal.intranet_host?;
        let words = locale
            .texts()
            .intranet_explanation(&intranet, &portal.canonical_host);
        Some(view! { <p class="checkup__intranet">{words}</p> })
    });
    view! {
        <div class="stack checkup">
            <h1 tabindex="-1">{locale.say(|t| t.checkup_title())}</h1>
            <p>{locale.say(|t| t.checkup_intro())}</p>
            <div class="checkup__bar">
                <p class="checkup__line" role="status">{text(line)}</p>
                <button
                    class="button"
                    type="button"
                    aria-disabled=move || running.get().then_some("true")
                    on:click=move |_| if !running.get_untracked() { checkup.run() }
                >
                    <Icon name="refresh"/>{locale.say(|t| t.run_again())}
                </button>
            </div>
            {part(move || {
                let (found, t) = (checkup.get(), locale.texts());
                let cards = Check::ALL.into_iter().map(|check| finding_card(check, &found, t)).collect::<Vec<_>>();
                view! { <ul class="checkup__list">{cards}</ul> }
            })}
            {intranet}
            <CheckupCode/>
            <CodeReader/>
            <p>
                <a href=Route::Login.href()><Icon name="arrow-left"/>{locale.say(|t| t.back_to_login())}</a>
            </p>
        </div>
    }
}
