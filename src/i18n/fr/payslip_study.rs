//! French sentences for what changes between payslips and how pay evolves; knows nothing else.

use super::French;
use crate::i18n::texts::PayslipStudyTexts;
use crate::rules::payslip_address::PlotSpan;

impl PayslipStudyTexts for French {
    fn compare_with(&self) -> &'static str {
        "Comparer avec un autre bulletin"
    }
    fn compared_payslip(&self) -> &'static str {
        "Bulletin à comparer"
    }
    fn compare(&self) -> &'static str {
        "Comparer"
    }
    fn no_other_payslip(&self) -> &'static str {
        "Vous n’avez pas d’autre bulletin à comparer."
    }
    fn comparison_title(&self) -> &'static str {
        "Comparaison de deux bulletins"
    }
    fn column_difference(&self) -> &'static str {
        "Écart"
    }
    fn employer_share(&self) -> &'static str {
        "part patronale"
    }
    fn change_added(&self) -> &'static str {
        "Nouveau"
    }
    fn change_removed(&self) -> &'static str {
        "Supprimé"
    }
    fn difference_too_large(&self) -> &'static str {
        "Trop grand pour être calculé"
    }
    fn show_unchanged(&self) -> &'static str {
        "Afficher aussi les lignes identiques"
    }
    fn nothing_changed(&self) -> &'static str {
        "Rien n’a changé entre ces deux bulletins."
    }
    fn back_to_payslip(&self) -> &'static str {
        "Revenir au bulletin"
    }
    fn same_payslip(&self) -> &'static str {
        "C’est le même bulletin des deux côtés\u{a0}: revenez au bulletin pour en choisir un autre."
    }
    fn compared_missing_title(&self) -> &'static str {
        "Le bulletin à comparer est introuvable"
    }
    fn compared_missing_text(&self) -> &'static str {
        "L’adresse est peut-être incomplète. Revenez au bulletin pour en choisir un autre."
    }
    fn comparison_caption(&self, before: &str, after: &str) -> String {
        format!("Différences entre {before} et {after}")
    }
    fn rate_changed(&self, before: &str, after: &str) -> String {
        format!("Taux\u{a0}: {before}, puis {after}")
    }
    fn whole_payslip(&self, month: &str) -> String {
        format!("Bulletin complet\u{a0}: {month}")
    }

    fn plot_heading(&self) -> &'static str {
        "Évolution"
    }
    fn plot_span_label(&self) -> &'static str {
        "Période du graphique"
    }
    fn plot_masked(&self) -> &'static str {
        "Les montants sont masqués\u{a0}: le graphique s’affichera avec eux. Le bouton qui les affiche est en haut de la page."
    }
    fn plot_table(&self) -> &'static str {
        "Lire en tableau"
    }
    fn plot_span(&self, span: PlotSpan) -> &'static str {
        match span {
            PlotSpan::Year => "12 mois",
            PlotSpan::ThreeYears => "3 ans",
            PlotSpan::All => "Tout",
        }
    }
    fn plot_of_month(&self, month: &str) -> String {
        format!("Rémunération brute et net à payer en {month}")
    }
    fn plot_of_months(&self, from: &str, to: &str) -> String {
        format!("Rémunération brute et net à payer entre {from} et {to}")
    }
    fn plot_extremes(&self, lowest: &str, its_month: &str, highest: &str, month: &str) -> String {
        format!(
            "Net le plus bas\u{a0}: {lowest} ({its_month})\u{202f}; le plus haut\u{a0}: {highest} ({month})."
        )
    }
    fn short_month(&self, month0: u32) -> &'static str {
        match month0 {
            0 => "janv.",
            1 => "févr.",
            2 => "mars",
            3 => "avr.",
            4 => "mai",
            5 => "juin",
            6 => "juil.",
            7 => "août",
            8 => "sept.",
            9 => "oct.",
            10 => "nov.",
            _ => "déc.",
        }
    }
}
