//! What went wrong with a form, in one place that takes the focus; knows no form.

use super::icon::Icon;
use leptos::prelude::*;

/// The id of the summary, to move the focus to.
pub const ERROR_SUMMARY_ID: &str = "error-summary";

/// One thing that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryError {
    /// The words.
    pub text: String,
    /// The id of the field that it is about, when it is about one.
    pub field: Option<&'static str>,
}

/// A summary that can take the focus and leads to the fields.
#[component]
pub fn ErrorSummary(
    /// What failed, in a line.
    #[prop(into)]
    title: String,
    /// Each thing that went wrong, where there are several or a field is one's own to mend.
    errors: Vec<SummaryError>,
    /// The next step, and what support needs.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let errors_empty = errors.is_empty();
    let items = errors
        .into_iter()
        .map(|SummaryError { text, field }| match field {
            Some(field) => {
                view! { <li><a href=format!("#{field}") rel="external" on:click=move |event| {
                    event.prevent_default();
                    crate::browser::focus::focus_id(field);
                }>{text}</a></li> }
                .into_any()
            }
            None => view! { <li>{text}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <div class="error-summary" id=ERROR_SUMMARY_ID tabindex="-1" role="group" aria-labelledby="error-summary-title">
            <h2 class="error-summary__title" id="error-summary-title"><Icon name="alert"/>{title}</h2>
            {(!errors_empty).then(|| view! { <ul class="error-summary__list">{items}</ul> })}
            {children.map(|children| children())}
        </div>
    }
}
