//! The sentences of the profile and of the home page's tiles that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

/// Sentences for who the portal thinks the agent is.
pub trait ProfileTexts {
    fn profile_title(&self) -> &'static str;
    fn profile_identity(&self) -> &'static str;
    fn profile_name(&self) -> &'static str;
    fn profile_email(&self) -> &'static str;
    fn profile_service(&self) -> &'static str;
    fn profile_population(&self) -> &'static str;
    fn profile_correction(&self) -> &'static str;
    fn profile_password_changed(&self) -> &'static str;
    fn profile_password_expires(&self) -> &'static str;
    fn profile_sessions(&self) -> &'static str;
    fn profile_language(&self) -> &'static str;
    fn profile_language_text(&self) -> &'static str;
    fn profile_texts(&self) -> &'static str;
    fn profile_accepted(&self, version: &str, date: &str) -> String;
    fn profile_not_accepted(&self) -> &'static str;
}

/// Sentences for the tiles of the home page.
pub trait TileTexts {
    fn leave(&self) -> &'static str;
    fn mail(&self) -> &'static str;
    fn documents(&self) -> &'static str;
    fn latest_activity(&self) -> &'static str;
    fn all_activity(&self) -> &'static str;
    fn not_me_activity(&self) -> &'static str;
    fn module_elsewhere(&self) -> &'static str;
    fn module_link(&self, host: &str) -> String;
    fn module_link_unsafe(&self) -> &'static str;
}
