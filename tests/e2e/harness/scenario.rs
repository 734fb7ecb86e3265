//! A scenario and its trials: one an engine, each with a portal and a browser of its own; knows no topic.

use super::circumstances::{Circumstances, Differs};
use super::downloads;
use super::driver::Turn;
use super::engine::Engine;
use super::page::Page;
use super::portal::Portal;
use super::report;
use super::settings::Setting;
use libtest_mimic::{Failed, Trial};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// What a scenario does, once a browser stands open.
pub type Steps = fn(&Page);

/// Something that a person does, told in steps.
pub struct Scenario {
    name: String,
    circumstances: Circumstances,
    steps: Steps,
}

impl Scenario {
    /// Prefer [`scenarios!`].
    pub fn new(module: &str, name: &str, circumstances: Circumstances, steps: Steps) -> Self {
        let topic = module.rsplit("scenario_").next().unwrap_or(module);
        Self {
            name: format!("{topic}::{name}"),
            circumstances,
            steps,
        }
    }

    /// One trial for each engine that `chosen` asks for.
    pub fn trials(&self, chosen: &Chosen) -> Vec<(Engine, Trial)> {
        let trial = |engine: Engine| {
            let (steps, circumstances) = (self.steps, self.circumstances);
            let name = format!("{}::{}", self.name, engine.name());
            let named = name.clone();
            (
                engine,
                Trial::test(name, move || run(&named, engine, &circumstances, steps)),
            )
        };
        Engine::ALL
            .into_iter()
            .filter(|engine| chosen.includes(*engine, self.circumstances.differs))
            .map(trial)
            .collect()
    }
}

/// A list of scenarios: `[differs] name`, in a fresh browser over plain http unless the words of
/// [`Circumstances`] say otherwise: `[ChromiumAndFirefox two_sites cookies_off] name`.
macro_rules! scenarios {
    ($([$differs:ident $($word:ident $(($argument:expr))?)*] $name:ident,)*) => {
        vec![$($crate::harness::scenario::Scenario::new(
            module_path!(),
            stringify!($name),
            const {
                use $crate::harness::circumstances::{Circumstances, Differs};
                Circumstances::of(Differs::$differs)$(.$word($($argument)?))*
            },
            $name,
        )),*]
    };
}
pub(crate) use scenarios;

/// Which engines `ENGINES` asks for.
pub struct Chosen(Option<Vec<Engine>>);

impl Chosen {
    /// Unset: by scenario; `all`; or a list such as `chromium,firefox`.
    pub fn from_environment() -> Result<Self, String> {
        let asked = std::env::var("ENGINES").unwrap_or_default();
        match asked.trim() {
            "" => Ok(Self(None)),
            "all" => Ok(Self(Some(Engine::ALL.to_vec()))),
            list => list
                .split(',')
                .map(|name| named(name.trim()))
                .collect::<Result<_, _>>()
                .map(|engines| Self(Some(engines))),
        }
    }

    fn includes(&self, engine: Engine, differs: Differs) -> bool {
        match &self.0 {
            Some(engines) => differs.admits(engine) && engines.contains(&engine),
            None => differs.includes(engine),
        }
    }
}

fn named(name: &str) -> Result<Engine, String> {
    let found = Engine::ALL.into_iter().find(|engine| engine.name() == name);
    found.ok_or_else(|| format!("ENGINES knows chromium, firefox, webkit and all, not {name:?}"))
}

/// Spreads each engine's trials evenly, so that two workers seldom wait for the same engine.
pub fn weave(trials: Vec<(Engine, Trial)>) -> Vec<Trial> {
    let total = |engine: Engine| trials.iter().filter(|(of, _)| *of == engine).count().max(1);
    let totals = Engine::ALL.map(total);
    let mut seen = [0_usize; 3];
    let mut placed: Vec<(usize, Trial)> = Vec::new();
    for (engine, trial) in trials {
        let index = engine as usize;
        placed.push(((2 * seen[index] + 1) * 10_000 / totals[index], trial));
        seen[index] += 1;
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, trial)| trial).collect()
}

thread_local! {
    /// The last panic of this thread, with its place, which a caught panic no longer knows.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics for the report of their trial, instead of between the lines of others.
pub fn keep_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or("a panic without words");
        LAST_PANIC.with_borrow_mut(|last| *last = format!("{place}: {words}"));
    }));
}

/// Why a trial did not go to its end.
struct Failure {
    words: String,
    /// What the page showed then.
    shown: String,
    /// The browser was lost, for that reason: nothing is known of the page then.
    loss: Option<String>,
}

impl From<String> for Failure {
    fn from(words: String) -> Self {
        Self {
            words,
            shown: String::new(),
            loss: None,
        }
    }
}

fn run(
    name: &str,
    engine: Engine,
    circumstances: &Circumstances,
    steps: Steps,
) -> Result<(), Failed> {
    let mut turn = Turn::wait_for(engine);
    let start = Instant::now();
    let mut told = attempt(name, &mut turn, circumstances, steps);
    // Once, and for a lost browser alone: whatever was found wrong in a page stays found.
    if let Err(Failure {
        loss: Some(reason), ..
    }) = &told
    {
        report::begun_again(name, reason);
        turn.give_up();
        told = attempt(name, &mut turn, circumstances, steps);
    }
    report::took(name, start.elapsed());
    told.map_err(|failure| {
        report::failed(name, &failure.words);
        Failed::from(format!("{}\n{}", failure.words, failure.shown))
    })
}

fn attempt(
    name: &str,
    turn: &mut Turn,
    circumstances: &Circumstances,
    steps: Steps,
) -> Result<(), Failure> {
    let engine = turn.engine;
    let portal = Portal::start(circumstances)?;
    let session = turn.open_session(circumstances.settings())?;
    let page = Page::new(engine, session.clone(), portal);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        page.set_desktop();
        for setting in circumstances.settings() {
            if let (Setting::UserAgent(other), Engine::Chromium) = (setting, engine) {
                page.pretend(other);
            }
        }
        steps(&page);
    }));
    let told = outcome.map_err(|_| {
        let words = LAST_PANIC.with_borrow(Clone::clone);
        let words = match page.is_at() {
            Some(at) => format!("{words}\nat {at}"),
            None => words,
        };
        // Before the description asks more of the browser.
        let loss = session.loss();
        // Describing a broken page may panic in turn; the first words must not be lost.
        let shown = catch_unwind(AssertUnwindSafe(|| page.describe_failure(name)));
        let shown = shown.unwrap_or_else(|_| "the page could not be described".into());
        Failure { words, shown, loss }
    });
    turn.close_session(session);
    downloads::remove(engine);
    page.portal.stop();
    told
}
