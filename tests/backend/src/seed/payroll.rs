//! Which months are paid, and the payslips that come of them; knows no rate.

use crate::clock::{Moment, paris_date};
use crate::options::Seed;
use crate::security::secret::random_id;
use crate::seed::accounts::{ROLES, Role};
use crate::seed::{pay, rates};
use crate::store::{agents, payslips};
use chrono::{Datelike, Days, Months, NaiveDate};
use nomade::contract::payslips::{Payslip, PayslipSummary, PayslipTotals};
use rusqlite::Connection;

/// How many months are paid at the start.
#[must_use]
pub fn months(seed: Seed) -> u32 {
    match seed {
        Seed::Demo => 30,
        Seed::Large => 120,
    }
}

/// Which month, counted from the first, has a second payslip.
fn adjusted_month(seed: Seed) -> u32 {
    months(seed) - 6
}

/// A payslip counts as read when it was paid longer ago than this at the start.
const READ_AFTER: Days = Days::new(35);

/// Gives every agent the payslips of the months that are paid by `now`, each once.
///
/// # Errors
/// When the database fails.
pub fn pay_everybody(connection: &Connection, seed: Seed, now: Moment) -> rusqlite::Result<()> {
    let today = paris_date(now);
    for account in agents::all(connection)? {
        let Some(role) = ROLES
            .iter()
            .find(|role| role.username == account.agent.username)
        else {
            continue;
        };
        let newest: Option<NaiveDate> = connection.query_row(
            "SELECT max(period) FROM payslip WHERE agent_id = ?1",
            [&account.agent.id],
            |row| row.get(0),
        )?;
        for number in 0.. {
            let period = account.paid_since + Months::new(number);
            if rates::pay_day(period) > today {
                break;
            }
            for payslip in month(role, seed, number, period, newest) {
                let read = newest.is_none() && payslip.summary.paid_on + READ_AFTER < today;
                payslips::add(connection, &account.agent.id, &payslip, read.then_some(now))?;
            }
        }
    }
    Ok(())
}

/// The payslips of one month, unless a later one is there already.
fn month(
    role: &Role,
    seed: Seed,
    number: u32,
    period: NaiveDate,
    newest: Option<NaiveDate>,
) -> Vec<Payslip> {
    if newest.is_some_and(|newest| period <= newest) {
        return Vec::new();
    }
    let index = role.career.index(number);
    let ordinary = pay::ordinary(&role.career, index, period);
    let mut month = vec![payslip(
        role,
        index,
        period,
        ("Bulletin de paie", rates::pay_day(period)),
        ordinary,
    )];
    if number == adjusted_month(seed) {
        let paid_on = rates::before_weekend(period + Months::new(1), 12);
        let adjustment = pay::adjustment(&role.career, period);
        month.push(payslip(
            role,
            index,
            period,
            ("Régularisation", paid_on),
            adjustment,
        ));
    }
    month
}

fn payslip(
    role: &Role,
    index: i64,
    period: NaiveDate,
    (label, paid_on): (&str, NaiveDate),
    (lines, totals): pay::Pay,
) -> Payslip {
    Payslip {
        summary: PayslipSummary {
            id: random_id(),
            label: label.to_owned(),
            period,
            paid_on,
            net_payable: totals.net_payable,
            new: true,
        },
        employer: "Ville de Paris".to_owned(),
        position: role.career.position.to_owned(),
        index: format!("Indice majoré {index}"),
        hours_hundredths: 15_167,
        lines,
        totals,
        year_to_date: PayslipTotals::default(),
        actions: Vec::new(),
    }
}

/// The first day of the newest month whose pay day has come.
pub fn last_paid_month(today: NaiveDate) -> NaiveDate {
    let this = today.with_day(1).unwrap_or(today);
    if rates::pay_day(this) <= today {
        this
    } else {
        this - Months::new(1)
    }
}
