//! Which of the agent's requests for leave are listed, as the address says it; knows no list.

use crate::contract::leave::LeaveState;

/// Which requests are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeaveFilter {
    /// Only those that touch this year.
    pub year: Option<i32>,
    /// Only those in this state.
    pub state: Option<LeaveState>,
}

const STATES: [(LeaveState, &str); 5] = [
    (LeaveState::Pending, "pending"),
    (LeaveState::Approved, "approved"),
    (LeaveState::Refused, "refused"),
    (LeaveState::Cancelled, "cancelled"),
    (LeaveState::CancellationPending, "cancellation_pending"),
];

impl LeaveFilter {
    /// The states that can be filtered by, in the order in which they are offered.
    pub fn states() -> impl Iterator<Item = LeaveState> {
        STATES.into_iter().map(|(state, _)| state)
    }

    /// The name of a state in the address; `None` for one that a newer contract added.
    #[must_use]
    pub fn name(state: LeaveState) -> Option<&'static str> {
        let known = STATES.iter().find(|(known, _)| *known == state);
        known.map(|(_, name)| *name)
    }

    /// What the address asks for; anything unknown counts for nothing.
    #[must_use]
    pub fn from_query(year: Option<&str>, state: Option<&str>) -> Self {
        Self {
            year: year
                .and_then(|year| year.parse().ok())
                .filter(|year| (1900..=9999).contains(year)),
            state: state.and_then(|state| {
                let known = STATES.iter().find(|(_, name)| *name == state);
                known.map(|(state, _)| *state)
            }),
        }
    }

    /// The query string, without its `?`; empty when everything is listed.
    #[must_use]
    pub fn query(self) -> String {
        let year = self.year.map(|year| format!("year={year}"));
        let state = self.state.and_then(Self::name);
        let pairs: Vec<String> = year
            .into_iter()
            .chain(state.map(|state| format!("state={state}")))
            .collect();
        pairs.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::LeaveFilter;

    #[test]
    fn a_filter_is_found_again_in_its_own_address() {
        for state in LeaveFilter::states().map(Some).chain([None]) {
            for year in [None, Some(2026)] {
                let filter = LeaveFilter { year, state };
                let query = filter.query();
                let value = |name: &str| {
                    let mut pairs = query.split('&');
                    pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
                };
                let again = LeaveFilter::from_query(value("year"), value("state"));
                assert_eq!(again, filter, "{query}");
            }
        }
    }

    #[test]
    fn nonsense_in_the_address_lists_everything() {
        for (year, state) in [
            ("99999999999", "approved "),
            ("-5", "Pending"),
            ("", ""),
            ("2026x", "%"),
        ] {
            let filter = LeaveFilter::from_query(Some(year), Some(state));
            assert_eq!(filter, LeaveFilter::default(), "{year:?} {state:?}");
        }
    }
}
