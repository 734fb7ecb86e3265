//! What stands in the way of signing in, above the form, and that it is gone; knows no rule.

use super::told;
use crate::components::dynamic::part;
use crate::components::finding_words::{cause_name, guide, help_href};
use crate::components::icon::Icon;
use crate::i18n::texts::{Guide, Texts};
use crate::rules::finding::{Cause, Finding};
use crate::state::checkup::{Checkup, use_checkup};
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// What the notice says; nothing that it does not say, so that it is not read out anew when only that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// This stands in the way.
    Obstacle(Finding, Guide),
    /// Something did, and now there is this.
    Solved(Cause),
}

/// What the notice says now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Nothing while nothing stands in the way.
    pub said: Option<Said>,
    /// False as long as it says what it said when it was first drawn.
    pub news: bool,
}

impl Shown {
    /// What the notice says after `before`; nothing of an obstacle while it is `explained` elsewhere on the page.
    #[must_use]
    pub fn after(before: Option<&Self>, checkup: &Checkup, explained: bool) -> Self {
        let said = if let Some(finding) = checkup.obstacle() {
            let seen = super::telling(finding).cloned().into_iter().collect();
            let finding = Finding::certain(finding.cause, seen);
            let guide = guide(checkup.recognised.as_ref());
            (!explained).then_some(Said::Obstacle(finding, guide))
        } else if checkup.running {
            // It may be back when the last answer is in: until then what was said stays.
            before.and_then(|before| before.said.clone())
        } else {
            checkup.solved().map(|finding| Said::Solved(finding.cause))
        };
        let news = before.is_some_and(|before| before.news || before.said != said);
        Self { said, news }
    }
}

/// What stands in the way of signing in, above the form; nothing when nothing does. The strip below runs the checks.
#[component]
pub fn CheckNotice(
    /// True while the same is said elsewhere on the page.
    #[prop(optional, into)]
    said: Signal<bool>,
) -> impl IntoView {
    let (locale, checkup) = (use_locale(), use_checkup());
    let shown =
        Memo::new(move |before: Option<&Shown>| Shown::after(before, &checkup.get(), said.get()));
    let place = move |news: bool| {
        part(move || {
            let shown = shown.get();
            let said = shown.said.filter(|_| shown.news == news);
            said.map(|said| card(&said, locale.texts()))
        })
    };
    view! {
        // What is known when this is drawn was read out where it was found, such as on the page before the program.
        <div class="check-notice">{place(false)}</div>
        <div class="check-notice" role="alert">{place(true)}</div>
    }
}

/// What the notice says, in words.
#[must_use]
pub fn card(said: &Said, t: &'static dyn Texts) -> AnyView {
    match said {
        Said::Obstacle(finding, guide) => {
            let told = told(finding, t);
            let help = help_href(finding).map(|href| view! { <a href=href>{t.help_link(t.check_name(finding.cause.check()))}</a> });
            view! {
                <div class="check-notice__card" data-cause=cause_name(finding.cause)>
                    <Icon name="stop"/>
                    <div class="check-notice__body">
                        <p class="check-notice__verdict">{t.verdict(finding.cause)}</p>
                        {(!told.is_empty()).then(|| view! { <p>{told}</p> })}
                        <p>{t.step(finding.cause, *guide)}</p>
                        <p>{help}</p>
                    </div>
                </div>
            }
            .into_any()
        }
        Said::Solved(cause) => view! {
            <div class="notice" data-cause=cause_name(*cause)>
                <Icon name="check"/>
                <p>{t.verdict(*cause)}</p>
            </div>
        }
        .into_any(),
    }
}
