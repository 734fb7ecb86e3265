//! What picking days in a calendar chooses: a first and a last day; knows no calendar and no form.

use chrono::{Days, NaiveDate};

/// The days that are chosen, and what the next one picked is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The first, `None` while none is chosen.
    pub from: Option<NaiveDate>,
    /// The last, `None` while none is chosen.
    pub to: Option<NaiveDate>,
    /// True when the next day picked is the other end.
    pub is_open: bool,
}

/// Where a day stands in what is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is not in it.
    Outside,
    /// It is its first day, and more follow.
    First,
    /// It is between the first and the last.
    Between,
    /// It is its last day, and others are before.
    Last,
    /// It is all of it.
    Only,
}

impl Selection {
    /// What is chosen once `day` is picked: a first pick is one whole day, which the next one makes longer, at either end;
    /// the third begins anew. `span` days after the first is proposed as the last where a length is known.
    ///
    /// The first day is never after the last.
    #[must_use]
    pub fn with(self, day: NaiveDate, span: Option<u64>) -> Self {
        match (self.is_open, self.from, self.to) {
            (true, Some(from), _) => Self {
                from: Some(from.min(day)),
                to: Some(from.max(day)),
                is_open: false,
            },
            // Only the last day was typed: this one is the first, unless it is after it.
            (false, None, Some(to)) if day <= to => Self {
                from: Some(day),
                to: Some(to),
                is_open: false,
            },
            _ => {
                let last = span.and_then(|span| day.checked_add_days(Days::new(span)));
                Self {
                    from: Some(day),
                    to: Some(last.unwrap_or(day)),
                    is_open: true,
                }
            }
        }
    }

    /// Where `day` stands in it; nowhere in what ends before it begins.
    #[must_use]
    pub fn place_of(self, day: NaiveDate) -> Place {
        let (from, to) = match (self.from, self.to) {
            (Some(from), Some(to)) if from <= to => (from, to),
            (Some(only), None) | (None, Some(only)) => (only, only),
            _ => return Place::Outside,
        };
        match (day == from, day == to) {
            (true, true) => Place::Only,
            (true, false) => Place::First,
            (false, true) => Place::Last,
            (false, false) if from < day && day < to => Place::Between,
            (false, false) => Place::Outside,
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{Place, Selection};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 8, n).unwrap()
    }

    fn days(selection: Selection) -> (Option<NaiveDate>, Option<NaiveDate>, bool) {
        (selection.from, selection.to, selection.is_open)
    }

    #[test]
    fn one_pick_is_a_day_and_two_are_a_period_whichever_comes_first() {
        let one = Selection::default().with(day(10), None);
        assert_eq!(days(one), (Some(day(10)), Some(day(10)), true));
        assert_eq!(
            days(one.with(day(14), None)),
            (Some(day(10)), Some(day(14)), false)
        );
        let back = one.with(day(3), None);
        assert_eq!(days(back), (Some(day(3)), Some(day(10)), false));
        assert_eq!(
            days(one.with(day(10), None)),
            (Some(day(10)), Some(day(10)), false)
        );
        assert_eq!(
            days(back.with(day(20), None)),
            (Some(day(20)), Some(day(20)), true)
        );
    }

    #[test]
    fn a_known_length_proposes_the_last_day_which_can_be_picked_anew() {
        let proposed = Selection::default().with(day(10), Some(4));
        assert_eq!(days(proposed), (Some(day(10)), Some(day(14)), true));
        assert_eq!(
            days(proposed.with(day(11), Some(4))),
            (Some(day(10)), Some(day(11)), false)
        );
        let endless = Selection::default().with(day(10), Some(u64::MAX));
        assert_eq!(endless.to, Some(day(10)));
    }

    #[test]
    fn a_last_day_that_was_typed_keeps_its_place() {
        let typed = Selection {
            to: Some(day(20)),
            ..Selection::default()
        };
        assert_eq!(
            days(typed.with(day(17), None)),
            (Some(day(17)), Some(day(20)), false)
        );
        assert_eq!(
            days(typed.with(day(25), None)),
            (Some(day(25)), Some(day(25)), true)
        );
        assert_eq!(typed.place_of(day(20)), Place::Only);
        let wrong = Selection {
            from: Some(day(9)),
            to: Some(day(3)),
            is_open: false,
        };
        assert_eq!(wrong.place_of(day(5)), Place::Outside);
    }

    proptest! {
        #[test]
        fn whatever_is_picked_the_first_is_never_after_the_last(
            picks in proptest::collection::vec(1..=3_652_059_i32, 1..12),
            span in proptest::option::of(0..400_u64),
        ) {
            let mut selection = Selection::default();
            for pick in picks {
                let picked = NaiveDate::from_num_days_from_ce_opt(pick).unwrap();
                selection = selection.with(picked, span);
                prop_assert!(selection.from.is_some() && selection.from <= selection.to);
                prop_assert_ne!(selection.place_of(picked), Place::Outside);
            }
        }
    }
}
