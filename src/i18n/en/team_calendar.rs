//! English sentences for the calendar of a team; knows nothing else.

use super::English;
use crate::i18n::texts::TeamCalendarTexts;
use crate::rules::team_calendar::CalendarView;

impl TeamCalendarTexts for English {
    fn team_calendar_lead(&self, validates: bool) -> &'static str {
        if validates {
            "Who is away in the teams whose leave you validate, with what waits for a decision."
        } else {
            "The leave that was granted in your service. Why your colleagues are away is not told."
        }
    }
    fn team_month(&self) -> &'static str {
        "Month shown"
    }
    fn team_previous_month(&self) -> &'static str {
        "Previous month"
    }
    fn team_next_month(&self) -> &'static str {
        "Next month"
    }
    fn team_this_month(&self) -> &'static str {
        "Today"
    }
    fn team_go_to(&self) -> &'static str {
        "Go to a month"
    }
    fn team_go_month(&self) -> &'static str {
        "Month"
    }
    fn team_go_year(&self) -> &'static str {
        "Year"
    }
    fn team_go(&self) -> &'static str {
        "Show this month"
    }
    fn team_invalid_year(&self) -> &'static str {
        "Enter a year between 1970 and 2999."
    }
    fn teams_label(&self) -> &'static str {
        "Teams"
    }
    fn all_teams(&self) -> &'static str {
        "All"
    }
    fn unnamed_team(&self) -> &'static str {
        "Team without a name"
    }
    fn team_views(&self) -> &'static str {
        "Layout"
    }
    fn team_view(&self, view: CalendarView) -> &'static str {
        match view {
            CalendarView::Grid => "Grid",
            CalendarView::List => "List",
        }
    }
    fn team_search(&self) -> &'static str {
        "Search for a person"
    }
    fn team_search_hint(&self) -> &'static str {
        "A given name or a family name, or part of one."
    }
    fn team_found(&self, n: usize, words: &str) -> String {
        match n {
            0 => format!("Nobody matches “{words}”."),
            1 => format!("1 person found for “{words}”."),
            n => format!("{n} people found for “{words}”."),
        }
    }
    fn team_nobody(&self) -> &'static str {
        "Nobody to show."
    }
    fn team_alone(&self) -> &'static str {
        "You are the only person in this calendar."
    }
    fn team_today(&self, n: usize) -> String {
        match n {
            0 => "Nobody is away today.".to_owned(),
            1 => "1 person is away today:".to_owned(),
            n => format!("{n} people are away today:"),
        }
    }
    fn team_grid(&self, month: &str) -> String {
        format!("Absences of {month}")
    }
    fn team_grid_hint(&self) -> &'static str {
        "The arrow keys scroll the grid."
    }
    fn team_person(&self) -> &'static str {
        "Person"
    }
    fn team_away(&self) -> &'static str {
        "Away"
    }
    fn team_counts(&self, away: u32, waiting: u32) -> String {
        format!("{away} away, {waiting} waiting")
    }
    fn team_counts_sign(&self) -> &'static str {
        "1 away, 2 if all is granted"
    }
    fn team_never_away(&self) -> &'static str {
        "no absence"
    }
    fn team_list_heading(&self, month: &str) -> String {
        format!("Who is away in {month}")
    }
    fn team_present(&self, n: usize) -> String {
        match n {
            0 => "Everybody is away at least once this month.".to_owned(),
            1 => "1 other person has no absence this month.".to_owned(),
            n => format!("{n} other people have no absence this month."),
        }
    }
    fn team_nobody_away(&self, month: &str) -> String {
        format!("Nobody is away in {month}.")
    }
    fn team_legend(&self) -> &'static str {
        "Legend"
    }
    fn team_half_day(&self) -> &'static str {
        "Half-day"
    }
    fn team_day_off(&self) -> &'static str {
        "Day off"
    }
    fn team_holidays(&self) -> &'static str {
        "Public holidays and closed days:"
    }
    fn weekday_letter(&self, day: u32) -> &'static str {
        match day {
            0 => "M",
            1 | 3 => "T",
            2 => "W",
            4 => "F",
            _ => "S",
        }
    }
}
