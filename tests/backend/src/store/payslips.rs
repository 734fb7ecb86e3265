//! Payslips in the database, always asked for by their agent; knows no rule of pay.

use crate::clock::Moment;
use nomade::contract::localized::Localized;
use nomade::contract::money::{Cents, Rate};
use nomade::contract::payslips::{
    Payslip, PayslipLine, PayslipLineKind, PayslipSummary, PayslipTotals,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A payslip in a list, with its place in the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Grows with time; never leaves the backend but in a cursor.
    pub seq: i64,
    /// What the list shows.
    pub summary: PayslipSummary,
    /// For the series.
    pub gross: Cents,
}

const SUMMARY: &str = "seq, id, label, period, paid_on, net_payable, opened_at IS NULL, gross";

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        seq: row.get(0)?,
        summary: PayslipSummary {
            id: row.get(1)?,
            label: row.get(2)?,
            period: row.get(3)?,
            paid_on: row.get(4)?,
            net_payable: Cents(row.get(5)?),
            new: row.get(6)?,
        },
        gross: Cents(row.get(7)?),
    })
}

/// All payslips of an agent, the newest month first, and in a month the one paid last.
///
/// # Errors
/// When the database fails.
pub fn of_agent(connection: &Connection, agent_id: &str) -> rusqlite::Result<Vec<Listed>> {
    let sql = format!(
        "SELECT {SUMMARY} FROM payslip WHERE agent_id = ?1 ORDER BY period DESC, paid_on DESC, seq DESC"
    );
    connection
        .prepare_cached(&sql)?
        .query_map([agent_id], listed)?
        .collect()
}

/// Notes that the agent has opened it: it is no longer new.
///
/// # Errors
/// When the database fails.
pub fn open(
    connection: &Connection,
    agent_id: &str,
    id: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE payslip SET opened_at = ?3 WHERE agent_id = ?1 AND id = ?2 AND opened_at IS NULL")?
        .execute(params![agent_id, id, now])?;
    Ok(())
}

/// One payslip of this agent; what may be done with it is the session's to say.
///
/// # Errors
/// When the database fails.
pub fn find(
    connection: &Connection,
    agent_id: &str,
    id: &str,
) -> rusqlite::Result<Option<Payslip>> {
    let sql = format!(
        "SELECT {SUMMARY}, employer, position, salary_index, hours_hundredths, {TOTALS}
         FROM payslip WHERE agent_id = ?1 AND id = ?2"
    );
    let head = connection
        .prepare_cached(&sql)?
        .query_row([agent_id, id], |row| {
            let head = listed(row)?;
            let payslip = Payslip {
                summary: head.summary,
                employer: row.get(8)?,
                position: row.get(9)?,
                index: row.get(10)?,
                hours_hundredths: row.get(11)?,
                lines: Vec::new(),
                totals: totals(row, 12)?,
                year_to_date: PayslipTotals::default(),
                actions: Vec::new(),
            };
            Ok((head.seq, payslip))
        })
        .optional()?;
    let Some((seq, mut payslip)) = head else {
        return Ok(None);
    };
    payslip.lines = lines(connection, seq)?;
    payslip.year_to_date = year_to_date(connection, agent_id, seq)?;
    Ok(Some(payslip))
}

const TOTALS: &str = "gross, contributions, employer_contributions, net_social, net_before_tax, taxable, tax, net_payable";

fn totals(row: &Row<'_>, first: usize) -> rusqlite::Result<PayslipTotals> {
    let cents = |n: usize| row.get(first + n).map(Cents);
    Ok(PayslipTotals {
        gross: cents(0)?,
        contributions: cents(1)?,
        employer_contributions: cents(2)?,
        net_social: cents(3)?,
        net_before_tax: cents(4)?,
        taxable: cents(5)?,
        tax: cents(6)?,
        net_payable: cents(7)?,
    })
}

/// The sums of the year up to that payslip, itself included, in the order in which they are listed.
fn year_to_date(
    connection: &Connection,
    agent_id: &str,
    seq: i64,
) -> rusqlite::Result<PayslipTotals> {
    let sums = TOTALS
        .split(", ")
        .map(|column| format!("sum(payslip.{column})"))
        .collect::<Vec<_>>()
        .join(", ");
    let sql = format!(
        "SELECT {sums} FROM payslip JOIN payslip AS this ON this.seq = ?2
         WHERE payslip.agent_id = ?1 AND substr(payslip.period, 1, 4) = substr(this.period, 1, 4)
           AND (payslip.period, payslip.paid_on, payslip.seq) <= (this.period, this.paid_on, this.seq)"
    );
    connection
        .prepare_cached(&sql)?
        .query_row(params![agent_id, seq], |row| totals(row, 0))
}

fn lines(connection: &Connection, seq: i64) -> rusqlite::Result<Vec<PayslipLine>> {
    connection
        .prepare_cached(
            "SELECT code, label, kind, base, rate, amount, employer_amount, fr, en
             FROM payslip_line LEFT JOIN explanation USING (code) WHERE payslip_seq = ?1 ORDER BY ordinal",
        )?
        .query_map([seq], |row| {
            let kind: String = row.get(2)?;
            let (fr, en): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
            Ok(PayslipLine {
                code: row.get(0)?,
                label: row.get(1)?,
                kind: kind_named(&kind),
                base: row.get::<_, Option<i64>>(3)?.map(Cents),
                rate: row.get::<_, Option<i64>>(4)?.map(Rate),
                amount: row.get::<_, Option<i64>>(5)?.map(Cents),
                employer_amount: row.get::<_, Option<i64>>(6)?.map(Cents),
                explanation: fr.zip(en).map(|(fr, en)| Localized { fr, en }),
            })
        })?
        .collect()
}

/// Adds a payslip with its lines, unless the agent has one of that label in that month.
///
/// # Errors
/// When the database fails.
pub fn add(
    connection: &Connection,
    agent_id: &str,
    payslip: &Payslip,
    opened_at: Option<Moment>,
) -> rusqlite::Result<()> {
    let Payslip {
        summary, totals, ..
    } = payslip;
    let added = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO payslip (id, agent_id, label, period, paid_on, employer, position, salary_index, hours_hundredths,
               opened_at, gross, contributions, employer_contributions, net_social, net_before_tax, taxable, tax, net_payable)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        )?
        .execute(params![
            summary.id,
            agent_id,
            summary.label,
            summary.period,
            summary.paid_on,
            payslip.employer,
            payslip.position,
            payslip.index,
            payslip.hours_hundredths,
            opened_at,
            totals.gross.0,
            totals.contributions.0,
            totals.employer_contributions.0,
            totals.net_social.0,
            totals.net_before_tax.0,
            totals.taxable.0,
            totals.tax.0,
            totals.net_payable.0,
        ])?;
    if added == 0 {
        return Ok(());
    }
    let seq = connection.last_insert_rowid();
    let mut insert = connection
        .prepare_cached("INSERT INTO payslip_line VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
    for (ordinal, line) in (0_i64..).zip(&payslip.lines) {
        insert.execute(params![
            seq,
            ordinal,
            line.code,
            line.label,
            kind_name(line.kind),
            line.base.map(|cents| cents.0),
            line.rate.map(|rate| rate.0),
            line.amount.map(|cents| cents.0),
            line.employer_amount.map(|cents| cents.0),
        ])?;
    }
    Ok(())
}

/// Adds or replaces what the lines of that code mean.
///
/// # Errors
/// When the database fails.
pub fn explain(connection: &Connection, code: &str, text: &Localized) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO explanation VALUES (?1, ?2, ?3)")?
        .execute([code, &text.fr, &text.en])?;
    Ok(())
}

fn kind_name(kind: PayslipLineKind) -> &'static str {
    match kind {
        PayslipLineKind::Earning => "earning",
        PayslipLineKind::Contribution => "contribution",
        PayslipLineKind::Tax => "tax",
        PayslipLineKind::Other | PayslipLineKind::Unknown => "other",
    }
}

fn kind_named(name: &str) -> PayslipLineKind {
    match name {
        "earning" => PayslipLineKind::Earning,
        "contribution" => PayslipLineKind::Contribution,
        "tax" => PayslipLineKind::Tax,
        _ => PayslipLineKind::Other,
    }
}
