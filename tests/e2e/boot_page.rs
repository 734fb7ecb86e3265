//! The page before the program, as scenarios meet it; knows the place where it stands, and no word.

use crate::harness::page::Page;

/// Has browsers wait for the program until the word, in scenarios that are `held`: no time is long enough for every machine.
pub fn hold_program(page: &Page) {
    let portal = &page.portal;
    let programs = [portal.program_path(), portal.space_program_path()];
    portal
        .front()
        .hold(&programs.each_ref().map(String::as_str));
}

/// The word: the program comes.
pub fn let_program_come(page: &Page) {
    page.portal.front().let_pass();
}

/// Waits until the program's own form stands in place of the static one.
#[track_caller]
pub fn taken_over(page: &Page) {
    let over = "return document.querySelector('#boot-pieces form') === null && document.querySelector('form') !== null";
    page.until_true("the program's own page", over, &[]);
}

/// The static login stands now.
#[track_caller]
pub fn still_static(page: &Page) {
    let there = "return document.querySelector('#boot-pieces form') !== null";
    assert_eq!(page.run(there, &[]), true, "the static page stands");
}
