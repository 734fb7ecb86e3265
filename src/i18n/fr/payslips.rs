//! French sentences for payslips; knows nothing else.

use super::French;
use crate::i18n::texts::PayslipTexts;

impl PayslipTexts for French {
    fn payslips_title(&self) -> &'static str {
        "Bulletins de paie"
    }
    fn payslip_title(&self) -> &'static str {
        "Bulletin de paie"
    }
    fn year_label(&self) -> &'static str {
        "Année"
    }
    fn all_years(&self) -> &'static str {
        "Toutes"
    }
    fn no_payslips(&self) -> &'static str {
        "Aucun bulletin de paie"
    }
    fn no_payslips_text(&self) -> &'static str {
        "Vos bulletins apparaissent ici dès que la paie est versée."
    }
    fn no_payslips_year(&self, year: &str) -> String {
        format!("Aucun bulletin de paie pour {year}")
    }
    fn no_payslips_matching(&self, words: &str, year: Option<&str>) -> String {
        match year {
            Some(year) => {
                format!("Aucun bulletin de {year} ne correspond à «\u{a0}{words}\u{a0}».")
            }
            None => format!("Aucun bulletin ne correspond à «\u{a0}{words}\u{a0}»."),
        }
    }
    fn search_payslips(&self) -> &'static str {
        "Rechercher un bulletin"
    }
    fn search_payslips_hint(&self) -> &'static str {
        "Par son libellé ou son mois, par exemple régularisation ou octobre."
    }
    // French counts 0 and 1 as singular.
    fn payslips_found(&self, n: usize, more: bool, words: &str) -> String {
        let found = match (n, more) {
            (0, _) => return "Aucun bulletin trouvé".to_owned(),
            (1, false) => "1 bulletin trouvé".to_owned(),
            (1, true) => "1 bulletin sur cette page".to_owned(),
            (n, false) => format!("{n} bulletins trouvés"),
            (n, true) => format!("{n} bulletins sur cette page"),
        };
        format!("{found} pour «\u{a0}{words}\u{a0}»")
    }
    fn payslips_of(&self, year: &str) -> String {
        format!("Bulletins de {year}")
    }
    fn new_mark(&self) -> &'static str {
        "Nouveau"
    }
    fn paid_on(&self, date: &str) -> String {
        format!("Versé le {date}")
    }
    fn open_pdf(&self) -> &'static str {
        "Ouvrir le PDF"
    }
    fn period_label(&self) -> &'static str {
        "Période"
    }
    fn paid_label(&self) -> &'static str {
        "Date de versement"
    }
    fn employer_label(&self) -> &'static str {
        "Employeur"
    }
    fn position_label(&self) -> &'static str {
        "Grade"
    }
    fn index_label(&self) -> &'static str {
        "Indice"
    }
    fn hours_label(&self) -> &'static str {
        "Heures"
    }
    fn lines_caption(&self) -> &'static str {
        "Détail des lignes"
    }
    fn column_line(&self) -> &'static str {
        "Libellé"
    }
    fn column_base(&self) -> &'static str {
        "Base"
    }
    fn column_rate(&self) -> &'static str {
        "Taux"
    }
    fn column_amount(&self) -> &'static str {
        "Part salariale"
    }
    fn column_employer(&self) -> &'static str {
        "Part patronale"
    }
    fn group_earnings(&self) -> &'static str {
        "Rémunération"
    }
    fn group_contributions(&self) -> &'static str {
        "Cotisations et contributions sociales"
    }
    fn group_tax(&self) -> &'static str {
        "Impôt sur le revenu"
    }
    fn group_other(&self) -> &'static str {
        "Autres mouvements"
    }
    fn what_is(&self, label: &str) -> String {
        format!("Qu’est-ce que «\u{a0}{label}\u{a0}»\u{202f}?")
    }
    fn totals_caption(&self) -> &'static str {
        "Totaux"
    }
    fn column_month(&self) -> &'static str {
        "Mois"
    }
    fn column_year_to_date(&self) -> &'static str {
        "Cumul annuel"
    }
    fn total_gross(&self) -> &'static str {
        "Rémunération brute"
    }
    fn total_contributions(&self) -> &'static str {
        "Cotisations salariales"
    }
    fn total_employer(&self) -> &'static str {
        "Cotisations patronales"
    }
    fn total_net_social(&self) -> &'static str {
        "Montant net social"
    }
    fn total_before_tax(&self) -> &'static str {
        "Net à payer avant impôt"
    }
    fn total_taxable(&self) -> &'static str {
        "Net imposable"
    }
    fn total_tax(&self) -> &'static str {
        "Impôt prélevé à la source"
    }
    fn total_payable(&self) -> &'static str {
        "Net à payer"
    }
}
