//! Keys that have no letter, as WebDriver writes them; knows no page.

/// Backspace.
pub const BACKSPACE: char = '\u{e003}';
/// Tab.
pub const TAB: char = '\u{e004}';
/// Enter.
pub const ENTER: char = '\u{e007}';
/// Escape.
pub const ESCAPE: char = '\u{e00c}';
/// Space.
pub const SPACE: char = ' ';
/// Shift.
pub const SHIFT: char = '\u{e008}';
/// Page Down.
pub const PAGE_DOWN: char = '\u{e00f}';
/// End.
pub const END: char = '\u{e010}';
/// Home.
pub const HOME: char = '\u{e011}';
/// The arrow to the left.
pub const LEFT: char = '\u{e012}';
/// The arrow up.
pub const UP: char = '\u{e013}';
/// The arrow to the right.
pub const RIGHT: char = '\u{e014}';
/// The arrow down.
pub const DOWN: char = '\u{e015}';
