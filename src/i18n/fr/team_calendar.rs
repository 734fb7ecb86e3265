//! French sentences for the calendar of a team; knows nothing else.

use super::French;
use crate::i18n::texts::TeamCalendarTexts;
use crate::rules::team_calendar::CalendarView;

// French counts 0 and 1 as singular.
impl TeamCalendarTexts for French {
    fn team_calendar_lead(&self, validates: bool) -> &'static str {
        if validates {
            "Les absences des équipes dont vous validez les congés, avec celles qui attendent une décision."
        } else {
            "Les absences accordées dans votre service. Le motif de celles de vos collègues n’est pas indiqué."
        }
    }
    fn team_month(&self) -> &'static str {
        "Mois affiché"
    }
    fn team_previous_month(&self) -> &'static str {
        "Mois précédent"
    }
    fn team_next_month(&self) -> &'static str {
        "Mois suivant"
    }
    fn team_this_month(&self) -> &'static str {
        "Aujourd’hui"
    }
    fn team_go_to(&self) -> &'static str {
        "Aller au mois"
    }
    fn team_go_month(&self) -> &'static str {
        "Mois"
    }
    fn team_go_year(&self) -> &'static str {
        "Année"
    }
    fn team_go(&self) -> &'static str {
        "Afficher ce mois"
    }
    fn team_invalid_year(&self) -> &'static str {
        "Indiquez une année entre 1970 et 2999."
    }
    fn teams_label(&self) -> &'static str {
        "Équipes"
    }
    fn all_teams(&self) -> &'static str {
        "Toutes"
    }
    fn unnamed_team(&self) -> &'static str {
        "Équipe sans nom"
    }
    fn team_views(&self) -> &'static str {
        "Présentation"
    }
    fn team_view(&self, view: CalendarView) -> &'static str {
        match view {
            CalendarView::Grid => "Grille",
            CalendarView::List => "Liste",
        }
    }
    fn team_search(&self) -> &'static str {
        "Rechercher une personne"
    }
    fn team_search_hint(&self) -> &'static str {
        "Un prénom ou un nom, même en partie."
    }
    fn team_found(&self, n: usize, words: &str) -> String {
        match n {
            0 => format!("Personne ne correspond à «\u{a0}{words}\u{a0}»."),
            1 => format!("1 personne trouvée pour «\u{a0}{words}\u{a0}»."),
            n => format!("{n} personnes trouvées pour «\u{a0}{words}\u{a0}»."),
        }
    }
    fn team_nobody(&self) -> &'static str {
        "Personne à afficher."
    }
    fn team_alone(&self) -> &'static str {
        "Vous êtes la seule personne de ce calendrier."
    }
    fn team_today(&self, n: usize) -> String {
        match n {
            0 => "Personne n’est absent aujourd’hui.".to_owned(),
            1 => "1 personne est absente aujourd’hui\u{a0}:".to_owned(),
            n => format!("{n} personnes sont absentes aujourd’hui\u{a0}:"),
        }
    }
    fn team_grid(&self, month: &str) -> String {
        format!("Absences de {month}")
    }
    fn team_grid_hint(&self) -> &'static str {
        "Les flèches du clavier font défiler la grille."
    }
    fn team_person(&self) -> &'static str {
        "Personne"
    }
    fn team_away(&self) -> &'static str {
        "Absents"
    }
    fn team_counts(&self, away: u32, waiting: u32) -> String {
        let word = if away < 2 { "absent" } else { "absents" };
        format!("{away} {word}, {waiting} en attente")
    }
    fn team_counts_sign(&self) -> &'static str {
        "1 absent, 2 si tout est accordé"
    }
    fn team_never_away(&self) -> &'static str {
        "aucune absence"
    }
    fn team_list_heading(&self, month: &str) -> String {
        format!("Qui est absent en {month}")
    }
    fn team_present(&self, n: usize) -> String {
        match n {
            0 => "Tout le monde a au moins une absence ce mois-ci.".to_owned(),
            1 => "1 autre personne n’a aucune absence ce mois-ci.".to_owned(),
            n => format!("{n} autres personnes n’ont aucune absence ce mois-ci."),
        }
    }
    fn team_nobody_away(&self, month: &str) -> String {
        format!("Personne n’est absent en {month}.")
    }
    fn team_legend(&self) -> &'static str {
        "Légende"
    }
    fn team_half_day(&self) -> &'static str {
        "Demi-journée"
    }
    fn team_day_off(&self) -> &'static str {
        "Jour non travaillé"
    }
    fn team_holidays(&self) -> &'static str {
        "Jours fériés et de fermeture\u{a0}:"
    }
    fn weekday_letter(&self, day: u32) -> &'static str {
        match day {
            0 => "L",
            1 | 2 => "M",
            3 => "J",
            4 => "V",
            5 => "S",
            _ => "D",
        }
    }
}
