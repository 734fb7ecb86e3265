//! The arithmetic that the contract promises of a payslip; knows no backend.

use serde_json::Value;

/// The first promise of `GET /payslips/{id}` that `payslip` breaks.
pub fn does_not_add_up(payslip: &Value) -> Option<String> {
    let lines = payslip["lines"].as_array()?;
    // A payslip without lines (an old one, scanned) has nothing to add.
    if lines.is_empty() {
        return None;
    }
    let sum = |kind: Option<&str>| -> i128 {
        lines
            .iter()
            .filter(|line| kind.is_none_or(|kind| line["kind"] == kind))
            .filter_map(|line| line["amount"].as_i64())
            .map(i128::from)
            .sum()
    };
    let sums = [
        ("gross", Some("earning")),
        ("contributions", Some("contribution")),
        ("tax", Some("tax")),
        ("net_payable", None),
    ];
    for (total, kind) in sums {
        let said = payslip["totals"][total].as_i64().map_or(0, i128::from);
        if said != sum(kind) {
            return Some(format!(
                "`totals.{total}` is {said} and the lines give {}",
                sum(kind)
            ));
        }
    }
    let (listed, total) = (&payslip["net_payable"], &payslip["totals"]["net_payable"]);
    (listed != total)
        .then(|| format!("`net_payable` is {listed} and `totals.net_payable` is {total}"))
}
