//! The demonstration accounts, one a role; knows their careers and no amount computed from them.

use crate::clock::{Moment, paris_date};
use crate::security::password;
use crate::seed::organisation::{PASSWORD_DAYS, TEXT_VERSION};
use crate::seed::pay::Career;
use crate::store::agents::Account;
use argon2::password_hash::Error;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::Paris;
use nomade::contract::agent::Agent;
use nomade::contract::money::{Cents, Rate};
use nomade::contract::session::Password;
use std::sync::OnceLock;

/// The password of all of them.
pub const PASSWORD: &str = "Nomade-2026!";

/// A role that a demonstration shows.
#[derive(Debug)]
pub struct Role {
    /// What is typed to sign in.
    pub username: &'static str,
    /// What the account shows, for whoever starts the server.
    pub purpose: &'static str,
    given_name: &'static str,
    population: &'static str,
    service: &'static str,
    validates_leave: bool,
    state: State,
    /// What they are paid for.
    pub career: Career,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ordinary,
    NotAcceptedTexts,
    PasswordExpiresSoon,
    PasswordExpired,
    AlwaysLocked,
}

const CLERK: Career = Career {
    position: "Rédacteur principal de 2e classe",
    first_index: 421,
    step: 13,
    extra_points: 0,
    bonus: Cents(61_000),
    on_call: Some(Cents(10_928)),
    yearly_bonus: Cents(45_000),
    transfer: Cents(2_317),
    children: 1,
    tax: Rate(3_400),
};

const MANAGER: Career = Career {
    position: "Attaché principal",
    first_index: 605,
    step: 22,
    extra_points: 25,
    bonus: Cents(115_000),
    on_call: None,
    yearly_bonus: Cents(120_000),
    transfer: Cents(3_242),
    children: 2,
    tax: Rate(8_900),
};

const TECHNICIAN: Career = Career {
    position: "Adjoint technique principal de 2e classe",
    first_index: 382,
    step: 8,
    extra_points: 10,
    bonus: Cents(33_500),
    on_call: Some(Cents(11_620)),
    yearly_bonus: Cents(30_000),
    transfer: Cents(1_392),
    children: 0,
    tax: Rate(1_200),
};

/// All of them.
pub static ROLES: [Role; 8] = [
    Role {
        username: "agent.demo",
        purpose: "un agent / an agent",
        given_name: "Agent",
        population: "services",
        service: "Direction des ressources humaines",
        validates_leave: false,
        state: State::Ordinary,
        career: CLERK,
    },
    Role {
        username: "manager.demo",
        purpose: "valide les congés de son équipe / validates the leave of a team",
        given_name: "Manager",
        population: "services",
        service: "Direction des ressources humaines",
        validates_leave: true,
        state: State::Ordinary,
        career: MANAGER,
    },
    Role {
        username: "adjoint.demo",
        purpose: "valide les mêmes congés / validates the same leave",
        given_name: "Adjoint",
        population: "services",
        service: "Direction des ressources humaines",
        validates_leave: true,
        state: State::Ordinary,
        career: MANAGER,
    },
    Role {
        username: "direction.demo",
        purpose: "valide au second niveau / validates at the second level",
        given_name: "Direction",
        population: "services",
        service: "Direction des ressources humaines",
        validates_leave: true,
        state: State::Ordinary,
        career: MANAGER,
    },
    Role {
        username: "nouveau.demo",
        purpose: "charte à accepter / has to accept the charter",
        given_name: "Nouveau",
        population: "schools",
        service: "Direction des affaires scolaires",
        validates_leave: false,
        state: State::NotAcceptedTexts,
        career: TECHNICIAN,
    },
    Role {
        username: "bientot.demo",
        purpose: "mot de passe bientôt expiré / password expires in 5 days",
        given_name: "Bientôt",
        population: "early_childhood",
        service: "Direction des familles et de la petite enfance",
        validates_leave: false,
        state: State::PasswordExpiresSoon,
        career: Career {
            children: 3,
            ..CLERK
        },
    },
    Role {
        username: "expire.demo",
        purpose: "mot de passe expiré / password expired",
        given_name: "Expiré",
        population: "technical",
        service: "Direction de la propreté et de l’eau",
        validates_leave: false,
        state: State::PasswordExpired,
        career: TECHNICIAN,
    },
    Role {
        username: "bloque.demo",
        purpose: "compte verrouillé / account locked",
        given_name: "Bloqué",
        population: "municipal_police",
        service: "Direction de la police municipale et de la prévention",
        validates_leave: false,
        state: State::AlwaysLocked,
        career: CLERK,
    },
];

/// A hash of [`PASSWORD`] for each role, made once in a process: each takes a good part of a tenth of a second.
///
/// # Errors
/// When the library can't hash.
pub fn hashes() -> Result<&'static [String], &'static Error> {
    static HASHES: OnceLock<Result<Vec<String>, Error>> = OnceLock::new();
    let hash = |_| password::hash(&Password::new(PASSWORD.to_owned()));
    HASHES
        .get_or_init(|| ROLES.iter().map(hash).collect())
        .as_deref()
}

impl Role {
    /// False for whoever has yet to accept the texts: that comes with the first connection.
    #[must_use]
    pub fn has_connected(&self) -> bool {
        self.state != State::NotAcceptedTexts
    }

    /// The account as it is at `now`: demonstrations of time (a password that expires in five days) count from there.
    #[must_use]
    pub fn account(
        &self,
        id: String,
        password_hash: String,
        paid_since: NaiveDate,
        now: Moment,
    ) -> Account {
        let expires_at = match self.state {
            State::PasswordExpiresSoon => end_of_day(now, 5),
            State::PasswordExpired => now - TimeDelta::days(10),
            _ => now + TimeDelta::days(120),
        };
        let accepted = (self.state != State::NotAcceptedTexts).then(|| TEXT_VERSION.to_owned());
        Account {
            agent: Agent {
                id,
                username: self.username.to_owned(),
                given_name: self.given_name.to_owned(),
                family_name: "Démo".to_owned(),
                email: format!("{}@ville.example", self.username),
                population: self.population.to_owned(),
                service: self.service.to_owned(),
                validates_leave: self.validates_leave,
            },
            password_hash,
            password_changed_at: expires_at - TimeDelta::days(PASSWORD_DAYS.into()),
            password_expires_at: expires_at,
            always_locked: self.state == State::AlwaysLocked,
            charter_version: accepted.clone(),
            terms_version: accepted,
            paid_since,
        }
    }
}

/// The last second of the day in Paris, so many days after today: whoever counts days gets that number.
fn end_of_day(now: Moment, days: u64) -> Moment {
    let date = paris_date(now) + Days::new(days);
    NaiveTime::from_hms_opt(23, 59, 59)
        .and_then(|time| date.and_time(time).and_local_timezone(Paris).latest())
        .map_or(now + TimeDelta::days(5), |end| end.to_utc())
}
