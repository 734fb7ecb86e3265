//! French and English: the switch, and numbers and dates as the browser's own Intl writes them.

use crate::actions::{self, AGENT};
use crate::checks;
use crate::find;
use crate::harness::page::Page;
use crate::harness::scenario::{Scenario, scenarios};
use crate::words::Words;
use serde_json::json;

const FR: Words = Words::FRENCH;
const EN: Words = Words::ENGLISH;

pub fn scenarios() -> Vec<Scenario> {
    scenarios![
        [ByEngine] switching_the_language_keeps_what_was_typed,
        [Nowhere] the_chosen_language_is_remembered,
        [ByEngine] amounts_and_dates_are_written_as_the_browser_writes_them,
        [Nowhere] an_agent_reads_a_payslip_in_english,
    ]
}

fn switching_the_language_keeps_what_was_typed(page: &Page) {
    page.open("/login");
    actions::fill_in(page, FR.username, "agent.demo");
    actions::fill_in(page, FR.password, "à moitié");
    actions::switch_language(page, &FR, &EN);
    find::heading(page, EN.login_heading);
    actions::until_value(page, EN.username, "agent.demo");
    actions::until_value(page, EN.password, "à moitié");
    actions::switch_language(page, &EN, &FR);
    actions::until_value(page, FR.password, "à moitié");
    checks::nothing(checks::frame(page, &FR));
}

fn the_chosen_language_is_remembered(page: &Page) {
    page.open("/login");
    actions::switch_language(page, &FR, &EN);
    page.reload();
    find::heading(page, EN.login_heading);
    checks::nothing(checks::frame(page, &EN));
    page.open("/password");
    find::heading(page, EN.forgot_heading);
}

fn an_agent_reads_a_payslip_in_english(page: &Page) {
    page.open("/login");
    actions::switch_language(page, &FR, &EN);
    let agent = actions::sign_in_here(page, &AGENT, &EN);
    actions::open_payslip(&agent, EN.latest_month, &EN);
    for total in [EN.net_before_tax, EN.net_social, EN.tax, EN.net_payable] {
        agent.until_text(total);
    }
    actions::sign_out(agent, &EN);
}

/// Every amount, rate and date of the latest payslip by Intl, from the API's own JSON: those that the page does not show.
const MISSING: &str = r"
const [tag] = arguments;
const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/\u2212/g, '-').toLowerCase();
const money = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' });
const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 3 });
const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const read = (path) => fetch(`/api/v1${path}`).then((answer) => answer.json());
return read('/payslips').then((list) => read(`/payslips/${list.items[0].id}`)).then((payslip) => {
  const cents = [...Object.values(payslip.totals), ...Object.values(payslip.year_to_date), ...payslip.lines.flatMap((line) => [line.base, line.amount, line.employer_amount])];
  const rates = payslip.lines.map((line) => line.rate);
  const known = (value) => value !== null && value !== undefined;
  const expected = [
    ...cents.filter(known).map((value) => money.format(value / 100)),
    ...rates.filter(known).map((value) => percent.format(value / 100000)),
    day.format(new Date(payslip.paid_on)), month.format(new Date(payslip.period)),
  ].map(plain);
  const shown = plain(document.body.innerText);
  return { count: expected.length, missing: [...new Set(expected.filter((text) => !shown.includes(text)))] };
});
";

fn amounts_and_dates_are_written_as_the_browser_writes_them(page: &Page) {
    let agent = actions::sign_in(page, &AGENT);
    actions::open_payslip(&agent, FR.latest_month, &FR);
    for (words, tag) in [(&FR, "fr-FR"), (&EN, "en-GB")] {
        if words.tag == "en" {
            actions::switch_language(&agent, &FR, &EN);
            find::table(&agent, EN.totals);
        }
        let awaited = format!("what {tag} by Intl writes otherwise");
        agent.until_equal(&awaited, &json!([]), || {
            let told = agent.session().run(MISSING, &[json!(tag)])?;
            assert!(
                told["count"].as_u64().is_some_and(|count| count > 20),
                "{told}"
            );
            Ok(told["missing"].clone())
        });
    }
}
