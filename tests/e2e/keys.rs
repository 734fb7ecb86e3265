//! Keys that have no letter, as WebDriver writes them; knows no page.

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
