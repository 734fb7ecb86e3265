//! Every page in every state: what must hold on all of them, and their pictures in target/gallery.

use crate::actions;
use crate::checks::{self, Findings};
use crate::find;
use crate::harness::engine::Engine;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::harness::window::Theme;
use crate::tour::{self, Stop};
use crate::tour_of_leave;
use crate::tour_of_mail;
use crate::tour_of_mail_writing;
use crate::words::Words;
use std::collections::BTreeMap;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] every_page_is_sound_in_french,
        [ByEngine] every_page_is_sound_in_english,
        [ByEngine] every_page_of_leave_is_sound_in_french,
        [ByEngine] every_page_of_leave_is_sound_in_english,
        [ByEngine] every_page_of_writing_mail_is_sound_in_french,
        [Nowhere] every_page_of_writing_mail_is_sound_in_english,
        [ByEngine] every_page_of_mail_is_sound_in_french,
        [Nowhere] every_page_of_mail_is_sound_in_english,
    ]
}

fn every_page_is_sound_in_french(page: &Page) {
    visit(page, &Words::FRENCH, tour::stops());
}

fn every_page_is_sound_in_english(page: &Page) {
    in_english(page);
    visit(page, &Words::ENGLISH, tour::stops());
}

fn every_page_of_leave_is_sound_in_french(page: &Page) {
    visit(page, &Words::FRENCH, tour_of_leave::STOPS.iter());
}

fn every_page_of_leave_is_sound_in_english(page: &Page) {
    in_english(page);
    visit(page, &Words::ENGLISH, tour_of_leave::STOPS.iter());
}

fn every_page_of_writing_mail_is_sound_in_french(page: &Page) {
    visit(page, &Words::FRENCH, tour_of_mail_writing::STOPS.iter());
}

fn every_page_of_writing_mail_is_sound_in_english(page: &Page) {
    in_english(page);
    visit(page, &Words::ENGLISH, tour_of_mail_writing::STOPS.iter());
}

fn every_page_of_mail_is_sound_in_french(page: &Page) {
    visit(page, &Words::FRENCH, tour_of_mail::STOPS.iter());
}

fn every_page_of_mail_is_sound_in_english(page: &Page) {
    in_english(page);
    visit(page, &Words::ENGLISH, tour_of_mail::STOPS.iter());
}

fn in_english(page: &Page) {
    page.open("/login");
    find::button(page, Words::FRENCH.log_in);
    actions::switch_language(page, &Words::FRENCH, &Words::ENGLISH);
}

fn visit(page: &Page, words: &Words, stops: impl Iterator<Item = &'static Stop>) {
    let mut findings = Findings::new();
    let mut titles: BTreeMap<String, &str> = BTreeMap::new();
    for stop in stops {
        (stop.reach)(page, words);
        let mut found = look(page, words, stop.name);
        let title = page.title();
        // States of one page share its title; two pages never do.
        let kind = stop.name.split('-').next().unwrap_or(stop.name);
        if let Some(other) = titles
            .insert(title.clone(), kind)
            .filter(|other| *other != kind)
        {
            found.push(format!("bears the title of {other}, {title:?}"));
        }
        findings.extend(
            found
                .into_iter()
                .map(|what| format!("{}: {what}", stop.name)),
        );
    }
    checks::nothing(findings);
}

/// Checks and pictures of one page in one state, in each theme and size that the engine can show.
fn look(page: &Page, words: &Words, name: &str) -> Findings {
    let mut findings = Findings::new();
    for theme in [Theme::Light, Theme::Dark] {
        if !page.prefer_theme(theme) {
            continue;
        }
        picture(page, words, name, theme, "desktop");
        findings.extend(checks::axe::axe(page));
        if page.engine == Engine::Chromium {
            page.set_viewport(360, 740);
            picture(page, words, name, theme, "phone");
            page.set_desktop();
        }
    }
    page.prefer_theme(Theme::Light);
    findings.extend(checks::frame(page, words));
    page.set_narrowest();
    findings.extend(checks::no_horizontal_scroll(page));
    // What is small enough to be missed by a finger shows in a narrow window.
    findings.extend(checks::axe::axe(page));
    page.set_desktop();
    findings.extend(checks::no_third_party(page));
    findings.sort();
    findings.dedup();
    findings
}

fn picture(page: &Page, words: &Words, name: &str, theme: Theme, size: &str) {
    let file = format!(
        "{}-{name}-{}-{}-{size}.png",
        page.engine.name(),
        words.tag,
        theme.name()
    );
    let saved = page.save_picture(
        &crate::harness::project_folder()
            .join("target/gallery")
            .join(file),
    );
    saved.unwrap_or_else(|error| panic!("the picture of {name}: {error}"));
}
