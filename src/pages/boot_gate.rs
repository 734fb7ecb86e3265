//! What index.html holds for the time before the program and without it, rendered by the build; knows no session and no call.
//!
//! The boot script (public/boot.js) finds its pieces by `id` and `data-…`. In texts it replaces `{name}`, `{organisation}`,
//! `{legal_notice}`, `{phone}` and `{hours}` by what config.json says, which an organisation may have edited since the build.
//! No icon stands here: a browser that is too old for the style sheet would draw it across the page.

use crate::contract::config::{Config, ConfigSupport};
use crate::contract::localized::Localized;
use crate::i18n::boot_texts::{BootCause, BootWords};
use crate::i18n::locale::Locale;
use crate::rules::reply::OWN_PAGE_ID;
use leptos::prelude::*;

/// One language's pieces that are rendered elsewhere.
#[derive(Clone, Debug)]
pub struct BootPages {
    /// The language.
    pub locale: Locale,
    /// The tab's title on the login.
    pub title: String,
    /// The markup of the login.
    pub login: String,
    /// The markup of the page on which something is on its way.
    pub wait: String,
}

/// `config` with the marks in place of what the boot script fills in.
#[must_use]
pub fn marked(config: &Config) -> Config {
    let same = |mark: &str| Localized {
        fr: mark.to_owned(),
        en: mark.to_owned(),
    };
    Config {
        name: same("{name}"),
        organisation: same("{organisation}"),
        legal_notice: same("{legal_notice}"),
        support: ConfigSupport {
            phone: "{phone}".to_owned(),
            hours: same("{hours}"),
        },
        ..config.clone()
    }
}

/// Everything that the boot script takes from, and where it puts it.
#[component]
pub fn BootPieces(
    /// The settings of the build, until those of the place have come; as JSON.
    settings: String,
    /// The settings of the build, for who has no scripts.
    config: Config,
    /// Each language's pieces.
    pages: Vec<BootPages>,
) -> impl IntoView {
    let pieces = pages.into_iter().map(|pages| {
        let tag = pages.locale.tag();
        view! {
            <template hidden=true id=format!("login-{tag}") data-title=pages.title><div class="boot-part" inner_html=pages.login></div></template>
            <template hidden=true id=format!("wait-{tag}")><div class="boot-part" inner_html=pages.wait></div></template>
            <GateTemplate locale=pages.locale/>
        }
    });
    view! {
        {pieces.collect_view()}
        <noscript><main class="page gate"><InBothLanguages config=config.clone() cause=BootCause::JavaScript/></main></noscript>
        <div id=OWN_PAGE_ID class="boot-part" data-settings=settings>
            <div class="boot-part"></div>
            <div class="boot-part" hidden=true></div>
            <aside class="boot-status">
                <p role="status"></p>
                <p class="boot-status__bytes"></p>
                <button class="button" type="button" data-boot="retry" hidden=true></button>
            </aside>
            // The style sheet shows it after a while, unless the boot script has begun to write beside it.
            <div class="boot-fallback"><div class="page gate"><InBothLanguages config cause=BootCause::Blocked/></div></div>
        </div>
    }
}

/// The page for every cause in one language; the boot script keeps the one that it met.
#[component]
fn GateTemplate(locale: Locale) -> impl IntoView {
    let (t, words) = (locale.texts(), locale.boot_texts());
    let causes = BootCause::TOLD_BY_SCRIPT.map(|cause| {
        let told = words.boot_cause(cause);
        let actions = match cause {
            BootCause::Crash => view! {
                <a class="button" data-variant="primary" href="/">{words.boot_way_back()}</a>
                <a class="button" href="/help#program">{words.boot_help()}</a>
            }
            .into_any(),
            // A new release has other files: only a new page names them.
            _ if cause == BootCause::Missing || !cause.may_pass() => view! {
                <button class="button" data-variant="primary" type="button" data-boot="reload">{t.reload_page()}</button>
            }
            .into_any(),
            _ => view! {
                <button class="button" data-variant="primary" type="button" data-boot="retry">{t.try_again()}</button>
            }
            .into_any(),
        };
        view! {
            <section class="gate__cause" data-cause=cause.name()>
                <h1 tabindex="-1">{told.title}</h1>
                <WhatToDo locale told/>
                <p class="gate__actions">{actions}</p>
                {cause.may_pass().then(|| view! { <p class="gate__trying">{words.boot_trying()}</p> })}
            </section>
        }
    });
    view! {
        <template
            hidden=true
            id=format!("gate-{}", locale.tag())
            data-loading=words.boot_loading()
            data-progress=words.boot_progress()
            data-stalled=words.boot_stalled()
            data-pending=words.boot_pending()
            data-dropped=words.boot_dropped()
            data-mended=words.boot_mended()
            data-before=words.boot_mended_before()
            data-again=words.boot_again()
            data-legal_notice=t.legal_fallback()
            data-try=t.try_again()
            data-show=t.show_password()
            data-hide=t.hide_password()
        >
            <div class="boot-part">
                <header class="site-header">
                    <div class="site-header__bar">
                        <p class="site-header__brand">"{name}"</p>
                        <button class="button language-switch" data-variant="quiet" type="button" lang=locale.other().tag()>{t.other_language()}</button>
                    </div>
                </header>
                <main class="page gate" id="content">
                    {causes.collect_view()}
                    <LegalAndSupport locale support=t.support_line("{phone}", "{hours}") legal="{legal_notice}".to_owned()/>
                </main>
                <footer class="site-footer"><p>"{organisation}"</p></footer>
            </div>
        </template>
    }
}

/// The reason and the steps, in any browser and in each.
#[component]
fn WhatToDo(locale: Locale, told: BootWords) -> impl IntoView {
    let words = locale.boot_texts();
    let list = |steps: &'static [&'static str]| {
        let items: Vec<_> = steps
            .iter()
            .map(|step| view! { <li>{*step}</li> })
            .collect();
        view! { <ol class="gate__steps">{items}</ol> }
    };
    let in_browser: Vec<_> = told
        .in_browser
        .iter()
        .map(|browser| {
            view! {
                <section data-browser=browser.browser>
                    <h3>{words.boot_in_browser(browser.name)}</h3>
                    {list(browser.steps)}
                </section>
            }
        })
        .collect();
    view! {
        <p>{told.reason}</p>
        {(!told.steps.is_empty()).then(|| view! { <h2>{words.boot_what_to_do()}</h2> {list(told.steps)} })}
        {in_browser}
    }
}

/// What must be readable whatever happens.
#[component]
fn LegalAndSupport(locale: Locale, support: String, legal: String) -> impl IntoView {
    let t = locale.texts();
    view! {
        <section class="gate__aside">
            <h2>{t.support_heading()}</h2>
            <p>{support}</p>
        </section>
        <section class="gate__aside">
            <h2>{t.legal_heading()}</h2>
            <p>{legal}</p>
        </section>
    }
}

/// The page for when the boot script itself does not run; nothing can choose the language then, so both are there.
#[component]
fn InBothLanguages(
    config: Config,
    /// Why it does not run.
    cause: BootCause,
) -> impl IntoView {
    let title = |locale: Locale| view! { <span lang=locale.tag()>{locale.boot_texts().boot_cause(cause).title}</span> };
    let parts = [Locale::Fr, Locale::En].map(|locale| {
        let told = locale.boot_texts().boot_cause(cause);
        let hours = locale.pick(&config.support.hours);
        let support = locale.texts().support_line(&config.support.phone, hours);
        let legal = match locale.pick(&config.legal_notice) {
            "" => locale.texts().legal_fallback().to_owned(),
            notice => notice.to_owned(),
        };
        view! {
            <section class="gate__cause" lang=locale.tag()>
                <WhatToDo locale told/>
                <LegalAndSupport locale support legal/>
            </section>
        }
    });
    view! {
        <h1>{title(Locale::Fr)}" – "{title(Locale::En)}</h1>
        {parts.collect_view()}
    }
}
