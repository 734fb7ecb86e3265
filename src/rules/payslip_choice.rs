//! Which payslips one can be compared with; knows no sentence and no call.

use crate::contract::payslips::PayslipPoint;
use chrono::NaiveDate;

/// A payslip to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its month.
    pub period: NaiveDate,
    /// Its label, where several are of this month.
    pub label: Option<String>,
}

/// The payslips other than `id`, the newest first.
#[must_use]
pub fn others(points: &[PayslipPoint], id: &str) -> Vec<Choice> {
    let mut points: Vec<&PayslipPoint> = points.iter().collect();
    points.sort_by_key(|point| point.period);
    let months: Vec<NaiveDate> = points.iter().map(|point| point.period).collect();
    let of_month = |period| months.iter().filter(|month| **month == period).count();
    let others = points.iter().rev().filter(|point| point.id != id);
    others
        .map(|point| Choice {
            id: point.id.clone(),
            period: point.period,
            label: (of_month(point.period) > 1).then(|| point.label.clone()),
        })
        .collect()
}

/// The one that most people want to compare `id` with: the last before its month, else the oldest of the rest.
#[must_use]
pub fn usual(points: &[PayslipPoint], id: &str) -> Option<String> {
    let period = points.iter().find(|point| point.id == id)?.period;
    let others = others(points, id);
    let before = others.iter().find(|choice| choice.period < period);
    before.or(others.last()).map(|choice| choice.id.clone())
}

#[cfg(test)]
mod tests {
    use super::{others, usual};
    use crate::contract::money::Cents;
    use crate::contract::payslips::PayslipPoint;
    use chrono::NaiveDate;

    fn point(id: &str, month: u32, label: &str) -> PayslipPoint {
        PayslipPoint {
            id: id.to_owned(),
            label: label.to_owned(),
            period: NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default(),
            gross: Cents(1),
            net_payable: Cents(1),
        }
    }

    fn points() -> Vec<PayslipPoint> {
        vec![
            point("a", 8, "Bulletin de paie"),
            point("b", 9, "Bulletin de paie"),
            point("c", 9, "Régularisation"),
            point("d", 10, "Bulletin de paie"),
        ]
    }

    #[test]
    fn the_others_come_newest_first_with_their_label_where_the_month_does_not_tell() {
        let found: Vec<_> = others(&points(), "b")
            .into_iter()
            .map(|choice| (choice.id, choice.label))
            .collect();
        let label = Some("Régularisation".to_owned());
        assert_eq!(
            found,
            [
                ("d".to_owned(), None),
                ("c".to_owned(), label),
                ("a".to_owned(), None)
            ]
        );
        assert_eq!(others(&points(), "unknown").len(), 4);
    }

    #[test]
    fn the_month_before_is_offered_first() {
        for (id, offered) in [
            ("d", Some("c")),
            ("c", Some("a")),
            ("b", Some("a")),
            ("a", Some("b")),
            ("unknown", None),
        ] {
            assert_eq!(usual(&points(), id).as_deref(), offered, "{id}");
        }
        assert_eq!(usual(&[point("a", 8, "")], "a"), None);
    }
}
