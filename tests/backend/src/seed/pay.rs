//! The lines and totals of one month's pay, computed from a career and the published rates; knows no database.

use crate::seed::draft::Draft;
use crate::seed::rates::{
    RESIDENCE, family_supplement, health_cover, index_pay, share, transport_refund,
};
use chrono::{Datelike, NaiveDate};
use nomade::contract::money::{Cents, Rate};
use nomade::contract::payslips::{PayslipLine, PayslipTotals};

/// The codes that are looked up elsewhere.
pub mod code {
    pub(crate) const TRANSFER: &str = "0510";
    pub(crate) const HEALTH_COVER: &str = "0610";
    pub(crate) const PENSION: &str = "4010";
    pub(crate) const ADDITIONAL_PENSION: &str = "4020";
    pub(crate) const CSG_DEDUCTIBLE: &str = "4110";
    pub(crate) const CSG_NOT_DEDUCTIBLE: &str = "4120";
    pub(crate) const CRDS: &str = "4130";
    pub(crate) const TAX: &str = "9000";
    pub(crate) const NET_SOCIAL: &str = "9900";
}

/// What decides an agent's pay.
#[derive(Clone, Copy, Debug)]
pub struct Career {
    /// As printed.
    pub position: &'static str,
    /// Points of index in the first month.
    pub first_index: i64,
    /// Points more every two years.
    pub step: i64,
    /// Points for a demanding post (NBI).
    pub extra_points: i64,
    /// The monthly bonus of the post (IFSE).
    pub bonus: Cents,
    /// What a weekend on call pays, one in three months.
    pub on_call: Option<Cents>,
    /// The yearly bonus paid in June (CIA).
    pub yearly_bonus: Cents,
    /// What the transfer of bonuses into points takes away.
    pub transfer: Cents,
    /// Children that count for the supplement.
    pub children: u8,
    /// The rate of income tax that the tax office gave.
    pub tax: Rate,
}

impl Career {
    /// Points of index, so many months after the first.
    #[must_use]
    pub fn index(&self, months: u32) -> i64 {
        self.first_index + self.step * i64::from(months / 24)
    }
}

/// The lines of a month and their totals.
pub type Pay = (Vec<PayslipLine>, PayslipTotals);

/// An ordinary month.
#[must_use]
pub fn ordinary(career: &Career, index: i64, period: NaiveDate) -> Pay {
    let mut draft = Draft::default();
    let salary = index_pay(index, period);
    let extra = index_pay(career.extra_points, period);
    let pensionable = Cents(salary.0 + extra.0);
    draft.earning("0101", "Traitement brut indiciaire", salary);
    if career.extra_points > 0 {
        draft.earning("0205", "Nouvelle bonification indiciaire (NBI)", extra);
    }
    draft.rated_earning("0310", "Indemnité de résidence", pensionable, RESIDENCE);
    if let Some(amount) = family_supplement(career.children, index, period) {
        draft.earning("0320", "Supplément familial de traitement", amount);
    }
    draft.earning(
        "0410",
        "Indemnité de fonctions, de sujétions et d’expertise (IFSE)",
        career.bonus,
    );
    if let Some(amount) = career.on_call.filter(|_| period.month().is_multiple_of(3)) {
        draft.earning("0430", "Indemnité d’astreinte", amount);
    }
    if period.month() == 6 {
        draft.earning(
            "0420",
            "Complément indemnitaire annuel (CIA)",
            career.yearly_bonus,
        );
    }
    let bonuses = Cents(draft.gross().0 - pensionable.0);
    draft.earning(
        code::TRANSFER,
        "Transfert primes/points",
        Cents(-career.transfer.0),
    );
    if let Some(amount) = health_cover(period) {
        draft.earning(
            code::HEALTH_COVER,
            "Participation employeur à la complémentaire santé",
            amount,
        );
    }
    draft.contributions(pensionable, bonuses, period);
    draft.tax(career.tax, period);
    draft.other(
        "9510",
        "Remboursement domicile-travail",
        transport_refund(period),
    );
    draft.finish()
}

/// The second payslip of a month: a step that was decided late, less a bonus paid for days of absence.
#[must_use]
pub fn adjustment(career: &Career, period: NaiveDate) -> Pay {
    const MONTHS_LATE: i64 = 3;
    let mut draft = Draft::default();
    let arrears = Cents(index_pay(career.step, period).0 * MONTHS_LATE);
    draft.earning("0191", "Rappel traitement brut indiciaire", arrears);
    draft.rated_earning("0391", "Rappel indemnité de résidence", arrears, RESIDENCE);
    draft.earning(
        "0491",
        "Retenue IFSE, absences",
        Cents(-share(career.bonus, Rate(3_333)).0),
    );
    let bonuses = Cents(draft.gross().0 - arrears.0);
    draft.contributions(arrears, bonuses, period);
    draft.tax(career.tax, period);
    draft.other(
        "9591",
        "Trop-perçu remboursement domicile-travail",
        Cents(-share(transport_refund(period), Rate(33_333)).0),
    );
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::accounts::ROLES;
    use chrono::Months;
    use nomade::contract::payslips::PayslipLineKind;

    fn amount(pay: &Pay, code: &str) -> Option<i64> {
        pay.0
            .iter()
            .find(|line| line.code == code)
            .and_then(|line| line.amount)
            .map(|cents| cents.0)
    }

    #[test]
    fn the_lines_of_every_month_of_every_role_add_up_to_the_totals() {
        let first = NaiveDate::from_ymd_opt(2016, 11, 1).unwrap();
        for role in &ROLES {
            for months in 0..130 {
                let period = first + Months::new(months);
                for (lines, totals) in [
                    ordinary(&role.career, role.career.index(months), period),
                    adjustment(&role.career, period),
                ] {
                    let sum = |kind| {
                        lines
                            .iter()
                            .filter(|line| line.kind == kind)
                            .filter_map(|line| line.amount)
                            .map(|amount| amount.0)
                            .sum::<i64>()
                    };
                    let (earned, contributed) = (
                        sum(PayslipLineKind::Earning),
                        sum(PayslipLineKind::Contribution),
                    );
                    let (taxed, other) = (sum(PayslipLineKind::Tax), sum(PayslipLineKind::Other));
                    assert_eq!(totals.gross.0, earned);
                    assert_eq!(totals.contributions.0, contributed);
                    assert_eq!(totals.tax.0, taxed);
                    assert_eq!(totals.net_before_tax.0, earned + contributed);
                    assert_eq!(totals.net_payable.0, earned + contributed + taxed + other);
                    let employer = lines
                        .iter()
                        .filter_map(|line| line.employer_amount)
                        .map(|amount| amount.0)
                        .sum::<i64>();
                    assert_eq!(totals.employer_contributions.0, employer);
                    for line in &lines {
                        if let (Some(base), Some(rate), Some(amount)) =
                            (line.base, line.rate, line.amount)
                        {
                            assert_eq!(share(base, rate).0.abs(), amount.0.abs(), "{}", line.label);
                        }
                    }
                    assert!(totals.net_payable.0 > 0, "{} in {period}", role.username);
                }
            }
        }
    }

    #[test]
    fn a_month_is_computed_as_by_hand() {
        let career = Career {
            position: "Rédacteur",
            first_index: 478,
            step: 13,
            extra_points: 0,
            bonus: Cents(61_000),
            on_call: None,
            yearly_bonus: Cents(0),
            transfer: Cents(2_317),
            children: 0,
            tax: Rate(3_400),
        };
        let pay = ordinary(&career, 478, NaiveDate::from_ymd_opt(2026, 10, 1).unwrap());
        // 2353.09 + 70.59 + 610.00 - 23.17 + 15.00
        assert_eq!(pay.1.gross.0, 302_551);
        assert_eq!(amount(&pay, "0310"), Some(7_059));
        assert_eq!(amount(&pay, code::PENSION), Some(-26_119));
        // Bonuses of 680.59 count up to a fifth of 2353.09: 470.62.
        assert_eq!(amount(&pay, code::ADDITIONAL_PENSION), Some(-2_353));
        // 98.25 % of 3025.51: 2972.56.
        assert_eq!(amount(&pay, code::CSG_DEDUCTIBLE), Some(-20_213));
        assert_eq!(amount(&pay, code::CSG_NOT_DEDUCTIBLE), Some(-7_134));
        assert_eq!(amount(&pay, code::CRDS), Some(-1_486));
        assert_eq!(pay.1.taxable.0, 302_551 - 26_119 - 2_353 - 20_213);
        assert_eq!(pay.1.tax.0, -8_631);
        assert_eq!(pay.1.net_before_tax.0, 245_246);
        assert_eq!(pay.1.net_social.0, 243_746);
        assert_eq!(pay.1.net_payable.0, 245_246 - 8_631 + 6_810);
    }

    #[test]
    fn no_income_tax_was_withheld_before_2019() {
        let period = NaiveDate::from_ymd_opt(2018, 12, 1).unwrap();
        let pay = ordinary(&ROLES[0].career, 400, period);
        assert_eq!((pay.1.tax, amount(&pay, code::TAX)), (Cents(0), None));
    }
}
