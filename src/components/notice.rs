//! A message that is not an error of the person's; knows no source.

use super::icon::Icon;
use leptos::prelude::*;

/// How pressing a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeVariant {
    /// Good to know.
    Information,
    /// Something will not work as usual.
    Warning,
    /// Something did not work.
    Failure,
}

/// A titled message in the page.
#[component]
pub fn Notice(
    /// How pressing it is; the words say so too.
    variant: NoticeVariant,
    /// One line.
    #[prop(into)]
    title: Signal<String>,
    /// The message.
    children: Children,
) -> impl IntoView {
    let (name, icon) = match variant {
        NoticeVariant::Information => ("information", "info"),
        NoticeVariant::Warning => ("warning", "alert"),
        NoticeVariant::Failure => ("failure", "alert"),
    };
    view! {
        <section class="notice" data-variant=name>
            <Icon name=icon/>
            <div class="notice__body">
                <h2 class="notice__title">{title}</h2>
                {children()}
            </div>
        </section>
    }
}
