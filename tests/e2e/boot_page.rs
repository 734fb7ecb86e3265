//! The page before the program, as scenarios meet it; knows the place where it stands, and no word.

use crate::harness::page::Page;

/// Lets the program be asked for in vain for a while, once.
pub fn delay_program(page: &Page, ms: u32) {
    page.portal.spoil(
        "GET",
        &page.portal.program_path(),
        &format!("delay:{ms}"),
        1,
    );
}

/// Waits until the program's own form stands in place of the static one.
pub fn taken_over(page: &Page) {
    let over = "return document.querySelector('#boot-pieces form') === null && document.querySelector('form') !== null";
    page.until_true("the program's own page", over, &[]);
}

/// The static login stands now.
pub fn still_static(page: &Page) {
    let there = "return document.querySelector('#boot-pieces form') !== null";
    assert_eq!(page.run(there, &[]), true, "the static page stands");
}
