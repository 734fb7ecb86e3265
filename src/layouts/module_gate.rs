//! What stands before the pages of a module: they are drawn once the portal is known to offer it; knows no page's content.

use super::space_title::space_title;
use crate::browser::focus;
use crate::components::dynamic::part;
use crate::components::loaded::wait;
use crate::components::module_link::module_link;
use crate::components::notice::{Notice, NoticeVariant};
use crate::contract::portal::Portal;
use crate::route::{Route, SpaceRoute};
use crate::rules::module_offer::{Offer, offer};
use crate::state::load::Load;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// What is let be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Scene {
    /// The portal has not told yet.
    Waiting { is_slow: bool },
    /// The page, or why there is none.
    Told(Offer),
}

/// What follows `before`, as far as the portal has answered.
fn scene(before: Option<&Scene>, load: &Load<Portal>, module: &str) -> Scene {
    let told = |portal: Option<&Portal>| {
        let modules = portal.map(|portal| &portal.modules);
        Scene::Told(offer(modules, module))
    };
    match (before, load) {
        // Somebody may be writing on it: it goes when it is left, and what it asks for is refused meanwhile.
        (Some(Scene::Told(Offer::Here)), _) => Scene::Told(Offer::Here),
        (_, Load::Loaded(portal)) => told(Some(portal)),
        // What was told once holds until it is told anew.
        (Some(before @ Scene::Told(_)), _) => before.clone(),
        (_, Load::Loading) => Scene::Waiting { is_slow: false },
        (_, Load::Slow) => Scene::Waiting { is_slow: true },
        // The page says itself what fails.
        (_, Load::Failed(_)) => told(None),
    }
}

/// The page of the space at `route`, once the portal offers the module that it is a part of or can't be asked; where the
/// module is, when that is elsewhere; else that it is not offered. What is part of no module is drawn at once.
///
/// Architecture Invariant: before it is known that a module is here, nothing is asked of it.
pub fn module_gate(route: Memo<Route>, page: fn(Route) -> AnyView) -> AnyView {
    let module = Memo::new(move |_| route.with(module_of));
    part(move || match module.get() {
        Some((name, home)) => gate(name, home, route, page),
        None => pages(None, route, page),
    })
    .into_any()
}

fn module_of(route: &Route) -> Option<(&'static str, SpaceRoute)> {
    match route {
        Route::Space(space) => space.module(),
        _ => None,
    }
}

/// The pages of one module, or of none. One of another is not for here: nobody says whether a change of page or of module
/// is heard of first.
fn pages(module: Option<&'static str>, route: Memo<Route>, page: fn(Route) -> AnyView) -> AnyView {
    part(move || {
        let route = route.get();
        if module_of(&route).map(|(name, _)| name) == module {
            page(route)
        } else {
            ().into_any()
        }
    })
    .into_any()
}

fn gate(
    module: &'static str,
    home: SpaceRoute,
    route: Memo<Route>,
    page: fn(Route) -> AnyView,
) -> AnyView {
    let (locale, portal) = (use_locale(), use_portal());
    let load = portal.loader().load;
    let scene =
        Memo::new(move |before: Option<&Scene>| load.with(|load| scene(before, load, module)));
    let was_led = StoredValue::new(false);
    Effect::new(move |was_waiting: Option<bool>| {
        let is_waiting = scene.with(|scene| matches!(scene, Scene::Waiting { .. }));
        if was_waiting == Some(true) && !is_waiting && was_led.get_value() {
            // The heading that had the focus is gone.
            focus::lead_to_soon("main h1");
        }
        is_waiting
    });
    part(move || match scene.get() {
        Scene::Told(Offer::Here) => pages(Some(module), route, page),
        Scene::Waiting { is_slow } => {
            let title = move || match route.get() {
                Route::Space(page) => space_title(&page, locale.get()),
                _ => "",
            };
            view! {
                <div class="stack">
                    <h1 tabindex="-1" on:focus=move |_| was_led.set_value(true)>{title}</h1>
                    {wait(is_slow)}
                </div>
            }
            .into_any()
        }
        Scene::Told(Offer::Elsewhere(url)) => {
            let hosts = portal.config(|config| config.link_hosts.clone());
            in_place_of(home.clone(), module_link(url, &hosts))
        }
        Scene::Told(Offer::No) => in_place_of(home.clone(), not_offered()),
    })
    .into_any()
}

/// What stands in place of every page of the module whose first page is `home`, under its name.
fn in_place_of(home: SpaceRoute, words: AnyView) -> AnyView {
    let locale = use_locale();
    let title = move || space_title(&home, locale.get());
    view! { <div class="stack"><h1 tabindex="-1">{title}</h1>{words}</div> }.into_any()
}

fn not_offered() -> AnyView {
    let locale = use_locale();
    let title = Signal::derive(move || locale.texts().module_off_title().to_owned());
    view! {
        <Notice variant=NoticeVariant::Information title>
            <p>{locale.say(|t| t.module_off_text())}</p>
            <p class="notice__step">
                <a class="button" href=Route::Space(SpaceRoute::Home).href()>{locale.say(|t| t.back_to_space())}</a>
            </p>
        </Notice>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Offer, Scene, scene};
    use crate::api::answer::ApiError;
    use crate::contract::portal::{Module, ModuleState, Portal};
    use crate::state::load::Load;

    /// A portal where the mail is in this state.
    fn told(state: ModuleState) -> serde_json::Result<Load<Portal>> {
        let text = include_str!("../../tests/fixtures/portal/ordinary.json");
        let mut portal: Portal = serde_json::from_str(text)?;
        let url = (state == ModuleState::Link).then(|| "https://webmail.example/".to_owned());
        portal
            .modules
            .insert("mail".to_owned(), Module { state, url });
        Ok(Load::Loaded(portal))
    }

    /// What is seen last of the mail, while the portal answers so.
    fn last(loads: &[Load<Portal>]) -> Option<Scene> {
        loads.iter().fold(None, |before, load| {
            Some(scene(before.as_ref(), load, "mail"))
        })
    }

    #[test]
    fn a_page_waits_for_the_first_word_and_then_follows_the_last_until_it_is_open()
    -> serde_json::Result<()> {
        let failed = || Load::Failed(ApiError::Offline);
        let waiting = |is_slow| Scene::Waiting { is_slow };
        let (here, off) = (Scene::Told(Offer::Here), Scene::Told(Offer::No));
        let elsewhere = Scene::Told(Offer::Elsewhere("https://webmail.example/".to_owned()));
        let (on, no, link) = (
            told(ModuleState::On)?,
            told(ModuleState::Off)?,
            told(ModuleState::Link)?,
        );
        let (on, no, link) = (|| on.clone(), || no.clone(), || link.clone());
        for (loads, seen) in [
            (vec![Load::Loading], waiting(false)),
            (vec![Load::Loading, Load::Slow], waiting(true)),
            (vec![Load::Loading, on()], here.clone()),
            (vec![Load::Slow, no()], off.clone()),
            (vec![Load::Loading, link()], elsewhere.clone()),
            (vec![Load::Loading, failed()], here.clone()),
            // Asked anew, what is known holds.
            (vec![no(), Load::Loading, Load::Slow], off.clone()),
            (vec![link(), Load::Slow, failed()], elsewhere.clone()),
            (vec![no(), Load::Slow, on()], here.clone()),
            (vec![no(), link()], elsewhere),
            // What is open stays.
            (vec![on(), Load::Slow, failed()], here.clone()),
            (vec![on(), no()], here.clone()),
            (vec![failed(), Load::Loading, no()], here),
        ] {
            assert_eq!(last(&loads), Some(seen), "{loads:?}");
        }
        Ok(())
    }
}
