//! Holds the house together: who may import whom, what a file opens with, and how long it may be.

use crate::support::tree::files;

/// The rooms in reading order: each imports only what stands before it, and its own.
const ROOMS: [&str; 10] = [
    "contract",
    "rules",
    "route",
    "i18n",
    "browser",
    "api",
    "state",
    "components",
    "layouts",
    "pages",
];

/// Who may name a crate that is a door to the outside.
const DOORS: [(&str, &[&str]); 7] = [
    ("web_sys", &["browser", "api"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["browser"]),
    ("wasm_bindgen_futures", &["browser", "start"]),
    ("gloo_net", &["api"]),
    ("leptos_router", &["state", "app", "bin"]),
    (
        "leptos",
        &[
            "browser",
            "state",
            "components",
            "layouts",
            "pages",
            "app",
            "start",
            "bin",
        ],
    ),
];

/// The rooms that the reference backend shares, and may import.
const SHARED: [&str; 2] = ["contract", "rules"];

fn room(path: &str) -> String {
    let below = path.trim_start_matches("src/");
    below
        .split('/')
        .next()
        .unwrap()
        .trim_end_matches(".rs")
        .to_owned()
}

/// The code of a file: without comments, and without its own tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every room of ours that `code` names, by `crate::room` or, in a program, `nomade::room`; also inside braces.
fn imported(code: &str, root: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for part in code.split(&format!("{root}::")).skip(1) {
        let list = part
            .strip_prefix('{')
            .map_or(part, |group| group.split('}').next().unwrap());
        let names = if part.starts_with('{') {
            list.split(',').collect()
        } else {
            vec![list]
        };
        for name in names {
            rooms.push(
                name.trim()
                    .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .next()
                    .unwrap()
                    .to_owned(),
            );
        }
    }
    rooms
}

#[test]
fn each_room_imports_only_what_stands_before_it() {
    for (path, text) in files("src", "rs") {
        let own = room(&path);
        let Some(place) = ROOMS.iter().position(|room| *room == own) else {
            continue;
        };
        for import in imported(&code(&text), "crate") {
            let known = ROOMS.iter().position(|room| *room == import);
            assert!(
                known.is_some_and(|other| other <= place),
                "{path} may not import crate::{import}"
            );
        }
    }
}

#[test]
fn pages_never_import_pages_and_nobody_climbs_out_of_a_room() {
    for (path, text) in files("src/pages", "rs") {
        assert!(
            !code(&text).contains("crate::pages"),
            "{path} imports a page"
        );
    }
    for (path, text) in files("src", "rs") {
        let depth = path.matches('/').count();
        if depth <= 2 {
            assert!(
                !code(&text).contains("super::super"),
                "{path} climbs out of its room"
            );
        }
    }
}

#[test]
fn the_outside_is_reached_through_its_doors_only() {
    for (path, text) in files("src", "rs") {
        let (own, code) = (room(&path), code(&text));
        for (door, rooms) in DOORS {
            let names = |suffix: &str| {
                let needle = format!("{door}{suffix}");
                code.match_indices(&needle)
                    .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            };
            assert!(
                !names("::") || rooms.contains(&own.as_str()),
                "{path} names {door}"
            );
        }
        assert!(
            ["main", "bin", "start"].contains(&own.as_str()) || !code.contains("target_arch"),
            "{path} asks which machine it is on"
        );
    }
}

#[test]
fn the_backend_imports_the_contract_and_the_rules_and_nothing_else_of_ours() {
    for (path, text) in files("tests/backend/src", "rs") {
        for import in imported(&code(&text), "nomade") {
            assert!(
                SHARED.contains(&import.as_str()),
                "{path} may not import nomade::{import}"
            );
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for folder in ["src", "tests"] {
        for (path, text) in files(folder, "rs") {
            assert!(
                text.starts_with("//! "),
                "{path} does not open with a //! sentence"
            );
        }
    }
}

#[test]
fn files_stay_short() {
    for (folder, most) in [
        ("src/components", 200),
        ("src/pages", 260),
        ("src", 400),
        ("tests", 400),
    ] {
        for (path, text) in files(folder, "rs") {
            let lines = text.lines().count();
            assert!(
                lines <= most,
                "{path} has {lines} lines of {most}: split it"
            );
        }
    }
}

#[test]
fn every_component_has_its_own_styles_or_none() {
    // A class is written where one search finds it: a style sheet's block is named by some view or by index.html.
    let mut markup: String = files("src", "rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    markup.push_str(
        &std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap(),
    );
    for (path, text) in files("style", "css") {
        for class in classes(&text) {
            assert!(
                markup.contains(&class),
                "{path} styles .{class}, which no view has"
            );
        }
    }
}

#[test]
fn every_part_of_a_component_that_is_named_is_styled_or_looked_for() {
    let users: Vec<String> = files("style", "css")
        .iter()
        .flat_map(|(_, text)| classes(text))
        .collect();
    let tests: String = files("tests", "rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for (path, text) in files("src", "rs") {
        for class in named_parts(&text) {
            assert!(
                users.iter().any(|user| user == class) || tests.contains(class),
                "{path} names .{class}, which has no style and which no test looks for"
            );
        }
    }
}

/// The classes of a view that are parts of a block, as `payslip-list__row`.
fn named_parts(rust: &str) -> Vec<&str> {
    let values = rust
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    values
        .flat_map(str::split_whitespace)
        .filter(|class| class.contains("__"))
        .collect()
}

fn classes(css: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let selectors = css
        .split('{')
        .filter_map(|part| part.rsplit(['}', ';', '/']).next());
    selectors
        .flat_map(|selector| {
            selector
                .split('.')
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter_map(|part| part.split(|c| !is_name(c)).next().map(str::to_owned))
        .filter(|class| class.starts_with(|c: char| c.is_ascii_alphabetic()))
        .collect()
}
