//! What the agent has typed and not sent yet, in memory alone; knows no form.

use crate::browser::departure;
use leptos::prelude::{
    Effect, GetValue, Owner, RwSignal, Set, SetValue, StoredValue, UpdateValue, WithUntracked,
    WithValue, expect_context, provide_context,
};
use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

/// Everything that has been typed and not sent.
///
/// Architecture Invariant: it lives in memory and belongs to one agent; it outlives the page and a new sign-in of that
/// agent, and nothing else.
#[derive(Clone, Copy, Debug)]
pub struct DraftsContext {
    owner: StoredValue<Option<Owner>>,
    kept: StoredValue<HashMap<String, Kept>>,
    /// The id of the agent whose they are.
    whose: StoredValue<Option<String>>,
    /// True once the document is being left for good: nobody is asked any more.
    left: StoredValue<bool>,
}

#[derive(Clone)]
struct Kept {
    draft: Arc<dyn Any + Send + Sync>,
    is_there: Question,
    forget: fn(&(dyn Any + Send + Sync)),
}

impl std::fmt::Debug for Kept {
    // What was typed is nobody's business.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept(redacted)")
    }
}

/// Nothing is typed yet; who leaves with something unsent is asked first.
pub fn provide_drafts() -> DraftsContext {
    let context = DraftsContext {
        owner: StoredValue::new(Owner::current()),
        kept: StoredValue::new(HashMap::new()),
        whose: StoredValue::new(None),
        left: StoredValue::new(false),
    };
    provide_context(context);
    Effect::new(move |_| {
        departure::ask_before_unload(move || !context.left.get_value() && context.is_any_there());
    });
    context
}

/// Everything that has been typed and not sent.
#[must_use]
pub fn use_drafts() -> DraftsContext {
    expect_context()
}

/// What is typed under `key`, empty at first and the same each time: a page that comes back finds it again. It counts as
/// unsent while it is not `T::default()`; set that once it is sent.
#[must_use]
pub fn use_draft<T>(key: &str) -> RwSignal<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    use_drafts().of(key, is_typed::<T>)
}

/// What is remembered under `key` as a draft is, for the same agent and no longer; but nothing of it is unsent, and nobody
/// is asked about it.
#[must_use]
pub fn use_memory<T>(key: &str) -> RwSignal<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    use_drafts().of(key, |_| false)
}

type Question = fn(&(dyn Any + Send + Sync)) -> bool;

fn is_typed<T>(draft: &(dyn Any + Send + Sync)) -> bool
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    draft
        .downcast_ref::<RwSignal<T>>()
        .is_some_and(|draft| draft.with_untracked(|typed| *typed != T::default()))
}

impl DraftsContext {
    fn of<T>(self, key: &str, is_there: Question) -> RwSignal<T>
    where
        T: Clone + Default + PartialEq + Send + Sync + 'static,
    {
        let known = self.kept.with_value(|kept| {
            kept.get(key)
                .and_then(|kept| kept.draft.downcast_ref::<RwSignal<T>>().copied())
        });
        if let Some(draft) = known {
            return draft;
        }
        let new = || RwSignal::new(T::default());
        // Not the page's, which may go before the draft does.
        let owner = self.owner.with_value(Clone::clone);
        let draft = owner.map_or_else(new, |owner| owner.with(new));
        let kept = Kept {
            draft: Arc::new(draft),
            is_there,
            forget: |draft| {
                if let Some(draft) = draft.downcast_ref::<RwSignal<T>>() {
                    draft.set(T::default());
                }
            },
        };
        self.kept.update_value(|all| {
            all.insert(key.to_owned(), kept);
        });
        draft
    }

    /// True while something is typed and not sent.
    #[must_use]
    pub fn is_any_there(self) -> bool {
        self.kept.with_value(|all| {
            all.values()
                .any(|kept| (kept.is_there)(kept.draft.as_ref()))
        })
    }

    /// This agent is here now: what another one typed is forgotten.
    pub fn belong_to(self, agent_id: &str) {
        let is_theirs = self
            .whose
            .with_value(|whose| whose.as_deref().is_none_or(|whose| whose == agent_id));
        if !is_theirs {
            self.forget_all();
        }
        self.whose.set_value(Some(agent_id.to_owned()));
    }

    /// Forgets everything, and has nobody asked: this document is being left for good.
    pub fn leave(self) {
        self.left.set_value(true);
        self.forget_all();
    }

    /// Forgets everything: nobody, or somebody else, is here now.
    pub fn forget_all(self) {
        let all: Vec<Kept> = self.kept.with_value(|all| all.values().cloned().collect());
        for kept in all {
            (kept.forget)(kept.draft.as_ref());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DraftsContext, use_draft, use_drafts, use_memory};
    use leptos::prelude::{GetUntracked, Owner, Set, StoredValue, provide_context};
    use std::collections::HashMap;

    /// As in the page, without the question before leaving, which needs a browser.
    fn with_drafts(test: impl FnOnce(DraftsContext)) {
        Owner::new().with(|| {
            provide_context(DraftsContext {
                owner: StoredValue::new(Owner::current()),
                kept: StoredValue::new(HashMap::new()),
                whose: StoredValue::new(None),
                left: StoredValue::new(false),
            });
            test(use_drafts());
        });
    }

    #[test]
    fn a_page_that_comes_back_finds_what_was_typed() {
        with_drafts(|drafts| {
            let page = Owner::new();
            page.with(|| use_draft::<String>("note").set("une phrase".to_owned()));
            page.cleanup();
            drop(page);
            assert!(drafts.is_any_there());
            let again = use_draft::<String>("note");
            assert_eq!(again.get_untracked(), "une phrase");
            assert_eq!(use_draft::<String>("another").get_untracked(), "");
            again.set(String::new());
            assert!(!drafts.is_any_there(), "it was sent");
        });
    }

    #[test]
    fn what_one_agent_typed_is_nothing_to_another() {
        with_drafts(|drafts| {
            drafts.belong_to("a");
            let note = use_draft::<String>("note");
            note.set("une phrase".to_owned());
            drafts.belong_to("a");
            assert_eq!(note.get_untracked(), "une phrase");
            drafts.belong_to("b");
            assert_eq!(note.get_untracked(), "");
            assert!(!drafts.is_any_there());
        });
    }

    #[test]
    fn what_is_remembered_lasts_as_a_draft_does_and_nobody_is_asked_about_it() {
        with_drafts(|drafts| {
            drafts.belong_to("a");
            use_memory::<String>("receipt").set("une phrase".to_owned());
            assert!(!drafts.is_any_there());
            assert_eq!(
                use_memory::<String>("receipt").get_untracked(),
                "une phrase"
            );
            drafts.belong_to("b");
            assert_eq!(use_memory::<String>("receipt").get_untracked(), "");
        });
    }

    #[test]
    fn everything_can_be_forgotten_at_once() {
        with_drafts(|drafts| {
            use_draft::<String>("note").set("une phrase".to_owned());
            use_draft::<Vec<u8>>("list").set(vec![1]);
            drafts.forget_all();
            assert!(!drafts.is_any_there());
            assert!(use_draft::<Vec<u8>>("list").get_untracked().is_empty());
        });
    }

    #[test]
    fn a_draft_is_never_printed() {
        with_drafts(|drafts| {
            use_draft::<String>("note").set("une phrase".to_owned());
            assert!(!format!("{drafts:?}").contains("phrase"));
        });
    }
}
