//! The lines of one payslip while they are written, and what they add up to; knows no career.

use crate::seed::pay::{Pay, code};
use crate::seed::rates::{
    ADDITIONAL_PENSION, ADDITIONAL_PENSION_CEILING, AUTONOMY, CRDS, CSG_BASE, CSG_NOT_DEDUCTIBLE,
    DISABILITY, FAMILY, HEALTH, HOUSING, TRAINING, csg_deductible, pension, share, tax_is_withheld,
    transport_levy,
};
use chrono::NaiveDate;
use nomade::contract::money::{Cents, Rate};
use nomade::contract::payslips::{PayslipLine, PayslipLineKind, PayslipTotals};

/// A payslip that is being written.
#[derive(Default)]
pub struct Draft {
    lines: Vec<PayslipLine>,
}

impl Draft {
    fn push(
        &mut self,
        code: &str,
        label: &str,
        kind: PayslipLineKind,
        base: Option<(Cents, Option<Rate>)>,
        amounts: (Option<Cents>, Option<Cents>),
    ) {
        self.lines.push(PayslipLine {
            code: code.to_owned(),
            label: label.to_owned(),
            kind,
            base: base.map(|(base, _)| base),
            rate: base.and_then(|(_, rate)| rate),
            amount: amounts.0,
            employer_amount: amounts.1,
            explanation: None,
        });
    }

    /// An amount that adds to gross pay; negative to take away.
    pub fn earning(&mut self, code: &str, label: &str, amount: Cents) {
        self.push(
            code,
            label,
            PayslipLineKind::Earning,
            None,
            (Some(amount), None),
        );
    }

    /// A part of `base` that adds to gross pay.
    pub fn rated_earning(&mut self, code: &str, label: &str, base: Cents, rate: Rate) {
        self.push(
            code,
            label,
            PayslipLineKind::Earning,
            Some((base, Some(rate))),
            (Some(share(base, rate)), None),
        );
    }

    /// An amount that moves after tax.
    pub fn other(&mut self, code: &str, label: &str, amount: Cents) {
        self.push(
            code,
            label,
            PayslipLineKind::Other,
            None,
            (Some(amount), None),
        );
    }

    /// The agent's share is taken away, the employer's is told beside it.
    fn contribution(
        &mut self,
        code: &str,
        label: &str,
        base: Cents,
        agent: Option<Rate>,
        employer: Option<Rate>,
    ) {
        let amount = agent.map(|rate| Cents(-share(base, rate).0));
        let employer = employer.map(|rate| share(base, rate));
        self.push(
            code,
            label,
            PayslipLineKind::Contribution,
            Some((base, agent)),
            (amount, employer),
        );
    }

    /// All contributions, of which `pensionable` and `bonuses` are the bases besides gross pay.
    pub fn contributions(&mut self, pensionable: Cents, bonuses: Cents, period: NaiveDate) {
        let gross = self.gross();
        let csg_base = share(gross, CSG_BASE);
        let (agent, employer) = pension(period);
        self.contribution(
            code::PENSION,
            "Retenue pour pension civile (CNRACL)",
            pensionable,
            Some(agent),
            Some(employer),
        );
        let counted = bonuses.min(share(pensionable, ADDITIONAL_PENSION_CEILING));
        if counted > Cents(0) {
            let both = Some(ADDITIONAL_PENSION);
            self.contribution(
                code::ADDITIONAL_PENSION,
                "Retraite additionnelle (RAFP)",
                counted,
                both,
                both,
            );
        }
        self.contribution(
            code::CSG_DEDUCTIBLE,
            "CSG déductible",
            csg_base,
            Some(csg_deductible(period)),
            None,
        );
        self.contribution(
            code::CSG_NOT_DEDUCTIBLE,
            "CSG non déductible",
            csg_base,
            Some(CSG_NOT_DEDUCTIBLE),
            None,
        );
        self.contribution(code::CRDS, "CRDS", csg_base, Some(CRDS), None);
        for (code, label, base, rate) in [
            (
                "5010",
                "Allocation temporaire d’invalidité (ATIACL)",
                pensionable,
                DISABILITY,
            ),
            ("5020", "Assurance maladie", pensionable, HEALTH),
            ("5030", "Allocations familiales", pensionable, FAMILY),
            ("5040", "Aide au logement (FNAL)", pensionable, HOUSING),
            (
                "5050",
                "Contribution solidarité autonomie",
                pensionable,
                AUTONOMY,
            ),
            (
                "5060",
                "Versement mobilité",
                pensionable,
                transport_levy(period),
            ),
            (
                "5070",
                "Formation professionnelle (CNFPT)",
                pensionable,
                TRAINING,
            ),
        ] {
            self.contribution(code, label, base, None, Some(rate));
        }
    }

    /// Income tax at that rate, once it is withheld and if there is anything to tax.
    pub fn tax(&mut self, rate: Rate, period: NaiveDate) {
        let taxable = self.taxable();
        if tax_is_withheld(period) && taxable > Cents(0) {
            let amount = Cents(-share(taxable, rate).0);
            self.push(
                code::TAX,
                "Prélèvement à la source de l’impôt sur le revenu",
                PayslipLineKind::Tax,
                Some((taxable, Some(rate))),
                (Some(amount), None),
            );
        }
    }

    fn sum(&self, counts: impl Fn(&PayslipLine) -> bool) -> Cents {
        let amounts = self
            .lines
            .iter()
            .filter(|line| counts(line))
            .filter_map(|line| line.amount);
        Cents(amounts.map(|amount| amount.0).sum())
    }

    fn of_kind(&self, kind: PayslipLineKind) -> Cents {
        self.sum(|line| line.kind == kind)
    }

    /// Gross pay so far.
    pub fn gross(&self) -> Cents {
        self.of_kind(PayslipLineKind::Earning)
    }

    fn taxable(&self) -> Cents {
        let deducted = self.sum(|line| {
            line.kind == PayslipLineKind::Contribution
                && ![code::CSG_NOT_DEDUCTIBLE, code::CRDS].contains(&line.code.as_str())
        });
        Cents(self.gross().0 + deducted.0)
    }

    /// The lines and what they add up to.
    pub fn finish(mut self) -> Pay {
        let gross = self.gross();
        let contributions = self.of_kind(PayslipLineKind::Contribution);
        let tax = self.of_kind(PayslipLineKind::Tax);
        let other = self.of_kind(PayslipLineKind::Other);
        let net_before_tax = Cents(gross.0 + contributions.0);
        let cover = self.sum(|line| line.code == code::HEALTH_COVER);
        let totals = PayslipTotals {
            gross,
            contributions,
            employer_contributions: Cents(
                self.lines
                    .iter()
                    .filter_map(|line| line.employer_amount)
                    .map(|amount| amount.0)
                    .sum(),
            ),
            // Collective health cover does not count for social benefits.
            net_social: Cents(net_before_tax.0 - cover.0),
            net_before_tax,
            taxable: self.taxable(),
            tax,
            net_payable: Cents(net_before_tax.0 + tax.0 + other.0),
        };
        // Printed like a line because people look for it there; it moves no money.
        self.push(
            code::NET_SOCIAL,
            "Montant net social",
            PayslipLineKind::Other,
            Some((totals.net_social, None)),
            (None, None),
        );
        (self.lines, totals)
    }
}
