//! What became of a report, and what to do next; knows no call and no session.

use super::dynamic::part;
use super::icon::Icon;
use super::password_renewal::IdentityLink;
use super::support_line::SupportLine;
use super::trace_reference::TraceReference;
use crate::contract::activity::ActivityReport;
use crate::route::Route;
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// The heading, to move the focus to.
pub const REPORT_RECEIPT: &str = "#report-receipt";

/// The reference, large; what was done; the steps that are the agent's own.
#[component]
pub fn ReportReceipt(
    /// What the portal answered.
    report: ActivityReport,
    /// Ends this session.
    sign_out: Callback<()>,
) -> impl IntoView {
    let (locale, portal) = (use_agent_locale(), use_portal());
    // Only where the settings allow; while the portal has not told the way, the page that has it.
    let renewal = part(move || match portal.answer() {
        Some(portal_told) => {
            let hosts = portal.config(|config| config.identity_hosts.clone());
            view! { <IdentityLink url=portal_told.identity_service.password_url hosts/> }.into_any()
        }
        None => {
            view! { <p><a href=Route::Password.href()>{locale.say(|t| t.renew_password())}</a></p> }
                .into_any()
        }
    });
    view! {
        <section class="report-receipt" aria-labelledby="report-receipt">
            <h2 class="report-receipt__heading" id="report-receipt" tabindex="-1"><Icon name="check"/>{locale.say(|t| t.report_done())}</h2>
            <TraceReference trace_id=report.number/>
            <p>{locale.say(|t| t.report_sessions_ended())}</p>
            <h3>{locale.say(|t| t.report_next())}</h3>
            <ol class="report-receipt__steps">
                <li><p>{locale.say(|t| t.report_next_password())}</p>{renewal}</li>
                <li><p>{locale.say(|t| t.report_next_support())}</p><SupportLine/></li>
                <li>
                    <p>{locale.say(|t| t.report_next_leave())}</p>
                    <p>
                        <button class="button" type="button" on:click=move |_| sign_out.run(())>
                            <Icon name="log-out"/>{locale.say(|t| t.log_out())}
                        </button>
                    </p>
                </li>
            </ol>
        </section>
    }
}
