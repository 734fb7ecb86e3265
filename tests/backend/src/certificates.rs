//! The certificates that can be asked for, and when a request reaches which state; knows no database and no page.

use crate::clock::{Moment, paris_date};
use crate::leave::calendar::is_working_day;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::Paris;
use nomade::contract::documents::{DocumentRequestKind, DocumentRequestState};
use nomade::contract::localized::Localized;

/// A certificate that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its id in the contract.
    pub id: &'static str,
    label: (&'static str, &'static str),
    description: (&'static str, &'static str),
    /// In how many working days it is there; none for at once.
    working_days: u32,
    /// Why it is refused, always, if it is.
    pub refusal: Option<&'static str>,
}

/// How long after it was asked for what needs nobody is begun, and is there.
const AT_ONCE: (TimeDelta, TimeDelta) = (TimeDelta::seconds(20), TimeDelta::seconds(60));
/// How long after it was asked for a refusal comes.
const REFUSED_AFTER: TimeDelta = TimeDelta::days(1);
/// When somebody takes up what was asked for the working day before, and when certificates are put down.
const HOURS: (u32, u32) = (9, 10);

/// All of them, in the organisation's order.
pub const CERTIFICATES: [Certificate; 4] = [
    Certificate {
        id: "employment",
        label: ("Attestation d’emploi", "Certificate of employment"),
        description: (
            "Que vous travaillez à la Ville, et depuis quand.",
            "That you work for the City, and since when.",
        ),
        working_days: 0,
        refusal: None,
    },
    Certificate {
        id: "salary",
        label: ("Attestation de salaire", "Salary certificate"),
        description: (
            "Ce que vous avez gagné ces trois derniers mois.",
            "What you earned in the last three months.",
        ),
        working_days: 2,
        refusal: None,
    },
    Certificate {
        id: "service_record",
        label: ("État des services", "Service record"),
        description: (
            "Vos emplois et vos périodes de service.",
            "Your positions and periods of service.",
        ),
        working_days: 10,
        refusal: None,
    },
    Certificate {
        id: "transfer",
        label: ("Attestation de mutation", "Transfer certificate"),
        description: (
            "Que vous changez de direction, et à quelle date.",
            "That you move to another department, and on which day.",
        ),
        working_days: 3,
        refusal: Some(
            "Cette attestation est délivrée par la direction d’accueil : adressez-lui votre demande.",
        ),
    },
];

/// The certificate of that id.
#[must_use]
pub fn named(id: &str) -> Option<&'static Certificate> {
    CERTIFICATES.iter().find(|it| it.id == id)
}

impl Certificate {
    /// Its name.
    #[must_use]
    pub fn label(&self) -> Localized {
        localized(self.label)
    }

    /// As the contract offers it.
    #[must_use]
    pub fn offered(&self) -> DocumentRequestKind {
        DocumentRequestKind {
            id: self.id.to_owned(),
            label: self.label(),
            description: localized(self.description),
            working_days: self.working_days,
        }
    }

    /// The day by which it is expected, when it is asked for then.
    #[must_use]
    pub fn expected_on(&self, asked_at: Moment) -> NaiveDate {
        if self.working_days == 0 {
            return paris_date(asked_at + AT_ONCE.1);
        }
        working_day(paris_date(asked_at), self.working_days)
    }

    /// How far a request of then is now, and since when.
    #[must_use]
    pub fn state(&self, asked_at: Moment, now: Moment) -> (DocumentRequestState, Moment) {
        use DocumentRequestState::{InProgress, Ready, Received, Refused};
        let (begun, ended) = if self.working_days == 0 {
            (asked_at + AT_ONCE.0, asked_at + AT_ONCE.1)
        } else {
            let begun = at(working_day(paris_date(asked_at), 1), HOURS.0);
            (begun, at(self.expected_on(asked_at), HOURS.1))
        };
        let refused = asked_at + REFUSED_AFTER;
        match self.refusal {
            Some(_) if now >= refused => (Refused, refused),
            Some(_) => (Received, asked_at),
            None if now >= ended => (Ready, ended),
            None if now >= begun => (InProgress, begun),
            None => (Received, asked_at),
        }
    }
}

fn localized((fr, en): (&str, &str)) -> Localized {
    Localized {
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}

/// So many working days after that day; neither weekends nor public holidays are.
fn working_day(day: NaiveDate, working_days: u32) -> NaiveDate {
    let (mut day, mut left) = (day, working_days);
    while left > 0 {
        day = day + Days::new(1);
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// That day in Paris, at that hour; it is never one that the clocks leave out.
fn at(day: NaiveDate, hour: u32) -> Moment {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let local = day.and_time(time);
    local
        .and_local_timezone(Paris)
        .earliest()
        .map_or(local.and_utc(), |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use DocumentRequestState as State;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn a_request_goes_through_its_states_at_their_hours() {
        for (id, asked_at, now, state, since) in [
            (
                "employment",
                "2026-11-22T18:00:00+01:00",
                "2026-11-22T18:00:19+01:00",
                State::Received,
                "2026-11-22T18:00:00+01:00",
            ),
            (
                "employment",
                "2026-11-22T18:00:00+01:00",
                "2026-11-22T18:00:20+01:00",
                State::InProgress,
                "2026-11-22T18:00:20+01:00",
            ),
            (
                "employment",
                "2026-11-22T18:00:00+01:00",
                "2026-11-23T18:00:00+01:00",
                State::Ready,
                "2026-11-22T18:01:00+01:00",
            ),
            // A Friday evening: the weekend does not count.
            (
                "salary",
                "2026-11-20T18:00:00+01:00",
                "2026-11-23T08:59:59+01:00",
                State::Received,
                "2026-11-20T18:00:00+01:00",
            ),
            (
                "salary",
                "2026-11-20T18:00:00+01:00",
                "2026-11-23T09:00:00+01:00",
                State::InProgress,
                "2026-11-23T09:00:00+01:00",
            ),
            (
                "salary",
                "2026-11-20T18:00:00+01:00",
                "2026-11-24T10:00:00+01:00",
                State::Ready,
                "2026-11-24T10:00:00+01:00",
            ),
            (
                "transfer",
                "2026-11-20T18:00:00+01:00",
                "2026-11-21T17:59:59+01:00",
                State::Received,
                "2026-11-20T18:00:00+01:00",
            ),
            (
                "transfer",
                "2026-11-20T18:00:00+01:00",
                "2026-12-01T00:00:00+01:00",
                State::Refused,
                "2026-11-21T18:00:00+01:00",
            ),
        ] {
            let certificate = named(id).unwrap();
            assert_eq!(
                certificate.state(moment(asked_at), moment(now)),
                (state, moment(since)),
                "{id} at {now}"
            );
        }
    }

    #[test]
    fn it_is_expected_on_a_working_day_of_paris() {
        for (id, asked_at, expected) in [
            ("employment", "2026-11-22T23:59:30+01:00", "2026-11-23"),
            ("salary", "2026-11-22T18:51:02+01:00", "2026-11-24"),
            ("salary", "2026-11-19T23:30:00+00:00", "2026-11-24"),
            ("service_record", "2026-11-16T09:12:40+01:00", "2026-11-30"),
            // Christmas and New Year's Day are on Fridays: neither counts.
            ("salary", "2026-12-24T10:00:00+01:00", "2026-12-29"),
            ("service_record", "2026-12-18T10:00:00+01:00", "2027-01-05"),
            // Ascension.
            ("salary", "2027-05-05T10:00:00+02:00", "2027-05-10"),
        ] {
            let day = named(id).unwrap().expected_on(moment(asked_at));
            assert_eq!(day.to_string(), expected, "{id}");
        }
    }
}
