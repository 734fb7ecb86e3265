//! Where somebody is in a list: what is searched for and the pages turned, in memory alone; knows no resource.

use super::session::SessionContext;
use crate::api::answer::ApiError;
use crate::contract::problem::ProblemCode;
use crate::rules::search_words;
use leptos::prelude::{
    Effect, GetUntracked, Owner, RwSignal, Set, SetValue, StoredValue, Update, UpdateValue, With,
    WithUntracked, WithValue, expect_context, on_cleanup, provide_context, set_timeout_with_handle,
};
use std::collections::HashMap;
use std::time::Duration;

/// What is typed is searched for once nothing more has been typed for so long.
const REST: Duration = Duration::from_millis(300);

/// Where somebody is in one list.
///
/// Architecture Invariant: it lives in memory and belongs to one agent; a search may hold a name, so it never stands in
/// the address or in any storage.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// What stands in the search field, at each keystroke.
    pub typed: RwSignal<String>,
    shown: RwSignal<Shown>,
}

/// Where somebody was in a list at some moment.
#[derive(Clone, PartialEq, Eq)]
pub struct Place(Shown);

impl std::fmt::Debug for Place {
    // What is searched for is nobody's business.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Place(redacted)")
    }
}

/// What is asked of the backend.
#[derive(Clone, Default, PartialEq, Eq)]
struct Shown {
    words: String,
    /// Of which filter the pages are: the cursor of one leads nowhere in another.
    filter: String,
    /// The cursors of the pages turned to; none on the first.
    cursors: Vec<String>,
}

/// Where somebody is in each list.
#[derive(Clone, Copy, Debug)]
struct ListingsContext {
    owner: StoredValue<Option<Owner>>,
    kept: StoredValue<HashMap<&'static str, Listing>>,
    /// The id of the agent whose they are.
    whose: StoredValue<Option<String>>,
}

/// Nothing is searched for yet; what is goes when nobody, or another agent, is here.
pub fn provide_listings(session: SessionContext) {
    let context = ListingsContext::new();
    provide_context(context);
    Effect::new(move |_| {
        let status = session.status();
        context.belong_to(status.agent().map(|agent| agent.id.as_str()));
    });
}

/// Where somebody is in the list `key`, at its beginning at first and the same each time: a page that comes back finds
/// its search and its page again.
#[must_use]
pub fn use_listing(key: &'static str) -> Listing {
    expect_context::<ListingsContext>().of(key)
}

impl ListingsContext {
    fn new() -> Self {
        Self {
            owner: StoredValue::new(Owner::current()),
            kept: StoredValue::new(HashMap::new()),
            whose: StoredValue::new(None),
        }
    }

    fn of(self, key: &'static str) -> Listing {
        if let Some(known) = self.kept.with_value(|kept| kept.get(key).copied()) {
            return known;
        }
        // Not the page's, which may go before the search does.
        let owner = self.owner.with_value(Clone::clone);
        let listing = owner.map_or_else(Listing::new, |owner| owner.with(Listing::new));
        self.kept.update_value(|kept| {
            kept.insert(key, listing);
        });
        listing
    }

    /// This agent is here now, or nobody: what another one searched for is forgotten.
    fn belong_to(self, agent_id: Option<&str>) {
        let is_theirs = self
            .whose
            .with_value(|whose| whose.is_none() || whose.as_deref() == agent_id);
        if !is_theirs {
            let all: Vec<Listing> = self
                .kept
                .with_value(|kept| kept.values().copied().collect());
            for listing in all {
                listing.forget();
            }
        }
        self.whose.set_value(agent_id.map(str::to_owned));
    }
}

impl Listing {
    fn new() -> Self {
        let listing = Self {
            typed: RwSignal::new(String::new()),
            shown: RwSignal::new(Shown::default()),
        };
        Effect::new(move |_| {
            let words = listing.typed.with(|typed| search_words::words(typed));
            if listing.shown.with_untracked(|shown| shown.words == words) {
                return;
            }
            let rest = set_timeout_with_handle(move || listing.search_now(), REST).ok();
            // A newer keystroke takes it back.
            on_cleanup(move || {
                if let Some(rest) = rest {
                    rest.clear();
                }
            });
        });
        listing
    }

    /// The words that are searched for, tracked; empty when nothing is. They follow what is typed after a rest.
    #[must_use]
    pub fn words(self) -> String {
        self.shown.with(|shown| shown.words.clone())
    }

    /// The cursor of the page shown, tracked; `None` on the first.
    #[must_use]
    pub fn cursor(self) -> Option<String> {
        self.shown.with(|shown| shown.cursors.last().cloned())
    }

    /// The number of the page shown, tracked; the first is 1.
    #[must_use]
    pub fn page_number(self) -> usize {
        self.shown.with(|shown| shown.cursors.len()) + 1
    }

    /// Searches for what is typed without waiting for a rest; other words begin with their first page.
    pub fn search_now(self) {
        // The page may have gone with everything else meanwhile.
        let Some(typed) = self.typed.try_get_untracked() else {
            return;
        };
        let words = search_words::words(&typed);
        if self.shown.with_untracked(|shown| shown.words != words) {
            self.shown.update(|shown| {
                shown.words = words;
                shown.cursors.clear();
            });
        }
    }

    /// Searches for nothing any more.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.search_now();
    }

    /// Where somebody is now, to be told by what was drawn there.
    #[must_use]
    pub fn place(self) -> Place {
        Place(self.shown.with_untracked(Clone::clone))
    }

    /// True while nobody has gone from there: what was drawn for other words or another page leads nowhere.
    #[must_use]
    pub fn is_at(self, place: &Place) -> bool {
        self.shown.with_untracked(|shown| *shown == place.0)
    }

    /// Shows the page that `cursor` leads to; the same twice is once.
    pub fn turn_to_next(self, cursor: String) {
        let is_there = |shown: &Shown| shown.cursors.last() == Some(&cursor);
        if !self.shown.with_untracked(is_there) {
            self.shown.update(|shown| shown.cursors.push(cursor));
        }
    }

    /// Shows the page before, the first at the utmost.
    pub fn turn_back(self) {
        if !self.shown.with_untracked(|shown| shown.cursors.is_empty()) {
            self.shown.update(|shown| {
                shown.cursors.pop();
            });
        }
    }

    /// Shows the first page.
    pub fn reset_pages(self) {
        if !self.shown.with_untracked(|shown| shown.cursors.is_empty()) {
            self.shown.update(|shown| shown.cursors.clear());
        }
    }

    /// From now on the pages are those of `filter` (a year, a kind, an order): another one begins with its first page.
    /// Called where the cursor is read, before it, no page is asked for with the cursor of another filter.
    pub fn show_pages_of(self, filter: &str) {
        if self.shown.with_untracked(|shown| shown.filter != filter) {
            self.shown.update(|shown| {
                filter.clone_into(&mut shown.filter);
                shown.cursors.clear();
            });
        }
    }

    /// Takes it into account when a page could not be had: with a cursor that the backend does not know any more, the
    /// first page is shown.
    pub fn was_refused(self, error: &ApiError) {
        if matches!(error, ApiError::Refused(problem) if problem.code == ProblemCode::InvalidFields)
        {
            self.reset_pages();
        }
    }

    fn forget(self) {
        self.typed.set(String::new());
        self.shown.set(Shown::default());
    }
}

#[cfg(test)]
mod tests {
    use super::{Listing, ListingsContext, use_listing};
    use crate::api::answer::ApiError;
    use crate::contract::problem::{Problem, ProblemCode};
    use leptos::prelude::{GetUntracked, Owner, Set, provide_context, untrack};

    fn with_listings(test: impl FnOnce(ListingsContext)) {
        Owner::new().with(|| {
            let context = ListingsContext::new();
            provide_context(context);
            test(context);
        });
    }

    fn search(listing: Listing, words: &str) {
        listing.typed.set(words.to_owned());
        listing.search_now();
    }

    /// The words, the cursor and the number of the page.
    fn seen(listing: Listing) -> (String, Option<String>, usize) {
        untrack(|| (listing.words(), listing.cursor(), listing.page_number()))
    }

    fn refused(code: ProblemCode) -> ApiError {
        ApiError::Refused(Problem {
            status: 422,
            code,
            trace_id: "t-1".to_owned(),
            fields: Vec::new(),
            retry_after: None,
            address: None,
            until: None,
        })
    }

    #[test]
    fn typing_alone_asks_for_nothing_and_a_search_asks_for_its_words() {
        with_listings(|_| {
            let listing = use_listing("payslips");
            listing.typed.set("  prime".to_owned());
            assert_eq!(seen(listing), (String::new(), None, 1));
            listing.search_now();
            assert_eq!(seen(listing), ("prime".to_owned(), None, 1));
            listing.clear();
            assert_eq!(seen(listing), (String::new(), None, 1));
            assert_eq!(listing.typed.get_untracked(), "");
        });
    }

    #[test]
    fn a_page_that_comes_back_finds_its_search_and_its_page_again() {
        with_listings(|_| {
            let page = Owner::new();
            page.with(|| {
                let listing = use_listing("payslips");
                search(listing, "prime");
                listing.turn_to_next("a".to_owned());
            });
            page.cleanup();
            drop(page);
            let again = use_listing("payslips");
            assert_eq!(seen(again), ("prime".to_owned(), Some("a".to_owned()), 2));
            assert_eq!(seen(use_listing("documents")), (String::new(), None, 1));
        });
    }

    #[test]
    fn pages_are_turned_one_at_a_time_and_never_before_the_first() {
        with_listings(|_| {
            let listing = use_listing("payslips");
            listing.turn_back();
            for cursor in ["a", "a", "b"] {
                listing.turn_to_next(cursor.to_owned());
            }
            assert_eq!(seen(listing).1.as_deref(), Some("b"));
            assert_eq!(seen(listing).2, 3, "a double click turns one page");
            listing.turn_back();
            assert_eq!(seen(listing).1.as_deref(), Some("a"));
            listing.turn_back();
            listing.turn_back();
            assert_eq!(seen(listing), (String::new(), None, 1));
        });
    }

    #[test]
    fn what_was_drawn_for_another_page_or_other_words_knows_it() {
        with_listings(|_| {
            let listing = use_listing("payslips");
            listing.turn_to_next("a".to_owned());
            let place = listing.place();
            assert!(listing.is_at(&place));
            listing.turn_back();
            assert!(!listing.is_at(&place), "a double click on the way back");
            search(listing, "prime");
            listing.turn_to_next("a".to_owned());
            assert!(!listing.is_at(&place), "the page of other words");
            assert!(!format!("{place:?}").contains("prime"));
        });
    }

    #[test]
    fn other_words_and_another_filter_begin_with_their_first_page() {
        with_listings(|_| {
            let listing = use_listing("payslips");
            listing.show_pages_of("2026");
            listing.turn_to_next("a".to_owned());
            search(listing, "prime");
            assert_eq!(seen(listing), ("prime".to_owned(), None, 1));
            listing.turn_to_next("a".to_owned());
            search(listing, " prime ");
            assert_eq!(seen(listing).2, 2, "the same words");
            listing.show_pages_of("2026");
            assert_eq!(seen(listing).2, 2, "the same filter");
            listing.show_pages_of("2025");
            assert_eq!(seen(listing), ("prime".to_owned(), None, 1));
            listing.turn_to_next("a".to_owned());
            listing.reset_pages();
            assert_eq!(seen(listing), ("prime".to_owned(), None, 1));
        });
    }

    #[test]
    fn a_page_that_the_backend_does_not_know_any_more_is_not_asked_for_for_ever() {
        with_listings(|_| {
            let listing = use_listing("payslips");
            listing.turn_to_next("a".to_owned());
            listing.was_refused(&ApiError::Offline);
            listing.was_refused(&refused(ProblemCode::ConsentRequired));
            assert_eq!(seen(listing).2, 2);
            listing.was_refused(&refused(ProblemCode::InvalidFields));
            assert_eq!(seen(listing).2, 1);
        });
    }

    #[test]
    fn what_one_agent_searched_for_is_nothing_to_another_or_to_nobody() {
        for next in [Some("b"), None] {
            with_listings(|listings| {
                listings.belong_to(None);
                listings.belong_to(Some("a"));
                let listing = use_listing("payslips");
                search(listing, "prime");
                listing.turn_to_next("x".to_owned());
                listings.belong_to(Some("a"));
                assert_eq!(seen(listing).2, 2);
                listings.belong_to(next);
                assert_eq!(seen(listing), (String::new(), None, 1));
                assert_eq!(listing.typed.get_untracked(), "");
            });
        }
    }

    #[test]
    fn a_search_is_never_printed() {
        with_listings(|listings| {
            let listing = use_listing("payslips");
            search(listing, "prime");
            assert!(!format!("{listing:?} {listings:?}").contains("prime"));
        });
    }
}
