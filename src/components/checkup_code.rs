//! The code to read out over the phone, and the report to copy; knows no rule.

use super::dynamic::{part, text};
use super::finding_words::guide;
use super::icon::Icon;
use crate::browser::document;
use crate::i18n::texts::Texts;
use crate::rules::checkup_code::{encode, summary};
use crate::state::checkup::{Checkup, use_checkup};
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The code and the report, once every check has answered.
#[component]
pub fn CheckupCode() -> impl IntoView {
    let (locale, checkup, portal) = (use_locale(), use_checkup(), use_portal());
    let copied = RwSignal::new(None);
    // While the checks run again the code stays, and with it whatever has the focus there.
    let code = Memo::new(move |before: Option<&Option<String>>| {
        let found = checkup.get();
        if found.running {
            return before.cloned().flatten();
        }
        Some(encode(&summary(&found.findings, found.recognised.as_ref())))
    });
    let there = Memo::new(move |_| code.get().is_some());
    Effect::new(move |_| {
        code.get();
        copied.set(None);
    });
    let copy = move |_| {
        let report = untrack(move || report(&checkup.get(), locale.texts()));
        spawn_local(async move { copied.set(Some(document::copy(report).await)) });
    };
    let said = move || {
        let t = locale.texts();
        match copied.get() {
            Some(true) => t.report_copied(),
            Some(false) => t.report_not_copied(),
            None => "",
        }
        .to_owned()
    };
    part(move || {
        there.get().then(|| {
            let t = locale.texts();
            let (phone, hours) = portal.config(|config| (config.support.phone.clone(), config.support.hours.clone()));
            view! {
                <section class="checkup-code" aria-labelledby="checkup-code-heading">
                    <h2 id="checkup-code-heading">{t.code_heading()}</h2>
                    <p>{t.code_text()}</p>
                    <p>{t.support_line(&phone, &locale.pick(&hours))}</p>
                    <p><code class="checkup-code__code" id="checkup-code">{text(move || code.get().unwrap_or_default())}</code></p>
                    <p>
                        <button class="button" type="button" on:click=copy><Icon name="copy"/>{t.copy_report()}</button>
                    </p>
                    <p role="status">{text(said)}</p>
                    {part(move || (copied.get() == Some(false)).then(|| view! { <pre class="checkup-code__report" tabindex="0">{report(&checkup.get(), locale.texts())}</pre> }))}
                </section>
            }
        })
    })
}

/// What was found as plain text, for a message to support.
#[must_use]
pub fn report(checkup: &Checkup, t: &dyn Texts) -> String {
    let guide = guide(checkup.recognised.as_ref());
    let code = encode(&summary(&checkup.findings, checkup.recognised.as_ref()));
    let mut report = format!("{}\n{code}\n", t.report_title());
    for finding in &checkup.findings {
        let cause = finding.cause;
        report.push_str(&format!(
            "\n{} – {} ({})\n",
            t.check_name(cause.check()),
            t.verdict(cause),
            t.confidence(finding.confidence)
        ));
        for seen in &finding.evidence {
            let words = t.evidence(seen);
            if !words.is_empty() {
                report.push_str(&format!("  {words}\n"));
            }
        }
        let step = t.step(cause, guide);
        if !step.is_empty() {
            report.push_str(&format!("  → {step}\n"));
        }
    }
    report
}
