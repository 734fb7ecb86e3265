//! What the help page says in every language, as data in the order shown; knows no language and no markup.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

/// Sentences as the lines of one text: each text of its own would cost eight bytes more than its words.
macro_rules! lines {
    ($($line:literal),+ $(,)?) => { concat!($($line, "\n"),+) };
}
pub(super) use lines;

/// The way to a setting by browser or device, as the lines of one text.
macro_rules! ways {
    ($($with:literal => $way:literal),+ $(,)?) => { concat!($($with, "\t", $way, "\n"),+) };
}
pub(super) use ways;

/// Sentences for `/help`.
pub trait HelpTexts {
    fn help_title(&self) -> &'static str;
    fn help_lead(&self) -> &'static str;
    fn help_contents(&self) -> &'static str;
    fn help_signs(&self) -> &'static str;
    fn help_why(&self) -> &'static str;
    fn help_steps(&self) -> &'static str;
    fn help_paths(&self) -> &'static str;
    fn help_mended(&self) -> &'static str;
    fn help_portal_host(&self) -> &'static str;
    fn help_intranet_host(&self) -> &'static str;
    fn help_host_unknown(&self) -> &'static str;
    fn help_links(&self) -> &'static str;
    /// The whole help, in the order shown; each language has the same sections under the same ids.
    fn help_themes(&self) -> &'static [HelpTheme];
}

/// Sections that belong together in the contents.
#[derive(Debug)]
pub struct HelpTheme {
    /// Its name.
    pub title: &'static str,
    /// Its sections.
    pub sections: &'static [HelpSection],
}

/// What one anchor leads to.
#[derive(Debug)]
pub struct HelpSection {
    /// The anchor: `/help#id`.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it says.
    pub body: HelpBody,
}

/// What a section says.
#[derive(Debug)]
pub enum HelpBody {
    /// Things to know, in any order.
    Points {
        /// What they are about.
        text: &'static str,
        /// One a line.
        points: &'static str,
    },
    /// Things to do, one after the other.
    Steps {
        /// What they lead to.
        text: &'static str,
        /// One a line.
        steps: &'static str,
    },
    /// Something that stands in the way of signing in.
    Cause {
        /// How a person notices it.
        signs: &'static str,
        /// Where it comes from.
        why: &'static str,
        /// What to do, one after the other.
        steps: &'static str,
        /// Where the setting is, one a line: a browser or a device, a tab, the way through its menus.
        paths: &'static str,
        /// How a person knows that it is mended.
        mended: &'static str,
    },
}
