//! Where in the portal the person is, as a route; knows no page.

use crate::route::Route;
use leptos::prelude::{
    Effect, Get, Memo, WithUntracked, expect_context, provide_context, use_context,
};
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

#[derive(Clone, Copy)]
struct RouteContext {
    route: Memo<Route>,
    visit: Memo<Visit>,
}

/// The page that is shown, and the one that was left for it.
#[derive(Clone, PartialEq)]
struct Visit {
    now: Route,
    former: Option<Route>,
}

/// Turns the address into a route; to be called inside the router, which knows the address.
pub fn provide_route() -> Memo<Route> {
    let pathname = use_location().pathname;
    let visit = Memo::new(move |before: Option<&Visit>| {
        let now = Route::from_path(&pathname.get());
        match before {
            Some(before) if before.now == now => before.clone(),
            _ => Visit {
                now,
                former: before.map(|before| before.now.clone()),
            },
        }
    });
    let route = Memo::new(move |_| visit.get().now);
    provide_context(RouteContext { route, visit });
    // The router holds the address bar back until the new page stands; ours stands at once.
    let address = use_context::<BrowserUrl>();
    Effect::new(move |_| {
        pathname.get();
        if let Some(address) = &address {
            address.ready_to_complete();
        }
    });
    route
}

/// The route of the page.
#[must_use]
pub fn use_route() -> Memo<Route> {
    expect_context::<RouteContext>().route
}

/// The page that was left for this one, in memory alone; `None` on the first of a document.
#[must_use]
pub fn use_former_route() -> Option<Route> {
    let context = use_context::<RouteContext>()?;
    context.visit.with_untracked(|visit| visit.former.clone())
}

/// The path of the page with its query.
#[must_use]
pub fn use_path_and_query() -> Memo<String> {
    let location = use_location();
    Memo::new(move |_| {
        let (path, query) = (location.pathname.get(), location.search.get());
        if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        }
    })
}

/// The address of the page on its own site, with its query and its part; no path of it can name another site.
#[must_use]
pub fn use_own_address() -> Memo<String> {
    let (path, hash) = (use_path_and_query(), use_location().hash);
    Memo::new(move |_| {
        let (path, hash) = (path.get(), hash.get());
        format!("/{}{hash}", path.trim_start_matches('/'))
    })
}

/// One value of the query string.
#[must_use]
pub fn use_query(name: &'static str) -> Memo<Option<String>> {
    let query = use_location().query;
    Memo::new(move |_| query.get().get(name))
}

/// The part of the page that the address names after `#`; empty when it names none.
#[must_use]
pub fn use_anchor() -> Memo<String> {
    let hash = use_location().hash;
    Memo::new(move |_| hash.get().trim_start_matches('#').to_owned())
}

/// Leads to another page of the portal; `replace_with` leaves no trace of this one in the history.
pub fn use_redirect() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |path: &str| {
        navigate(
            path,
            NavigateOptions {
                replace: true,
                resolve: false,
                ..Default::default()
            },
        );
    }
}

/// Leads to the same page with another query, in the place in the page where the person is.
pub fn use_refine() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |path: &str| {
        navigate(
            path,
            NavigateOptions {
                scroll: false,
                resolve: false,
                ..Default::default()
            },
        );
    }
}
