//! Certificates and letters on paper; knows no database, and no person but the agent whom a certificate names.

use super::paint::{Properties, paint};
use super::sheet::{Cell, Sheet, THREE_COLUMNS, TWO_COLUMNS};
use super::{DrawError, words};
use crate::content::recipe::Owner;
use chrono::NaiveDate;
use nomade::contract::documents::Document;
use nomade::contract::money::Cents;

/// What a letter of the demonstration says.
pub const PARAGRAPHS: [&str; 4] = [
    "Le présent document vous est adressé dans votre espace personnel. Il y reste consultable et peut être enregistré à tout moment pendant la durée de votre activité à la Ville.",
    "Vu le code général de la fonction publique et les délibérations du Conseil de Paris qui en portent application, les dispositions ci-dessous prennent effet à la date indiquée.",
    "Toute contestation peut être portée devant le service des ressources humaines de votre direction, puis devant le tribunal administratif de Paris, dans les deux mois suivant la notification.",
    "Conservez ce document : il peut vous être demandé pour faire valoir vos droits. Le service des ressources humaines de votre direction répond à vos questions du lundi au vendredi ; ses coordonnées figurent sur la page d’aide du portail, avec celles de l’assistance. Un original signé est gardé à votre dossier individuel, que vous pouvez consulter sur rendez-vous.",
];
const WITHOUT_VALUE: &str = "Document de démonstration, sans valeur.";

/// A letter, a decision, a form: what the demonstration's documents are; it names nobody.
///
/// # Errors
/// When the library refuses, which is when the document would not be accessible.
pub fn notice(document: &Document) -> Result<Vec<u8>, DrawError> {
    let mut sheet = begun(document);
    for paragraph in PARAGRAPHS {
        sheet.paragraph(paragraph);
    }
    sheet.heading(2, "Références");
    let day = words::day(document.summary.issued_on);
    sheet.table(
        TWO_COLUMNS,
        &["Élément", "Valeur"],
        &[
            row("Objet", &document.summary.title),
            row("Service", &document.issuer),
            row("Date d’effet", &day),
        ],
    );
    sheet.paragraph(WITHOUT_VALUE);
    finished(sheet, document)
}

/// A certificate of that kind.
///
/// # Errors
/// The same.
pub fn certificate(document: &Document, kind: &str, owner: &Owner) -> Result<Vec<u8>, DrawError> {
    let (agent, employment) = (&owner.agent, &owner.employment);
    let mut sheet = begun(document);
    sheet.paragraph(&format!(
        "La direction des ressources humaines de la Ville de Paris atteste que {} travaille à la Ville de Paris.",
        agent.full_name()
    ));
    sheet.heading(2, "Situation");
    sheet.table(
        TWO_COLUMNS,
        &["Élément", "Valeur"],
        &[
            row("Agent", &agent.full_name()),
            row("Grade", &employment.position),
            row("Direction", &agent.service),
            row("En fonction depuis", &words::day(employment.since)),
        ],
    );
    match kind {
        "salary" => salary(&mut sheet, &employment.paid),
        "service_record" => services(&mut sheet, employment.since, document.summary.issued_on),
        _ => {}
    }
    sheet.paragraph("Cette attestation est délivrée pour servir et valoir ce que de droit.");
    sheet.paragraph(WITHOUT_VALUE);
    finished(sheet, document)
}

fn salary(sheet: &mut Sheet, paid: &[(NaiveDate, i64, i64)]) {
    sheet.heading(2, "Rémunération des trois derniers mois");
    let rows: Vec<Vec<Cell>> = paid
        .iter()
        .map(|(period, gross, net)| {
            vec![
                Cell::label(&words::month(*period)),
                Cell::value(Some(format!("{}\u{a0}€", words::cents(Cents(*gross))))),
                Cell::value(Some(format!("{}\u{a0}€", words::cents(Cents(*net))))),
            ]
        })
        .collect();
    sheet.table(THREE_COLUMNS, &["Mois", "Total brut", "Net à payer"], &rows);
}

fn services(sheet: &mut Sheet, since: NaiveDate, until: NaiveDate) {
    sheet.heading(2, "Périodes de service");
    sheet.table(
        THREE_COLUMNS,
        &["Employeur", "Du", "Au"],
        &[vec![
            Cell::label("Ville de Paris, temps complet"),
            Cell::value(Some(words::day(since))),
            Cell::value(Some(words::day(until))),
        ]],
    );
}

fn begun(document: &Document) -> Sheet {
    let mut sheet = Sheet::new();
    sheet.heading(1, &document.summary.title);
    sheet.paragraph(&format!(
        "Ville de Paris – {}",
        if document.issuer.is_empty() {
            "Direction des ressources humaines"
        } else {
            &document.issuer
        }
    ));
    sheet.paragraph(&format!(
        "Paris, le {}",
        words::day(document.summary.issued_on)
    ));
    sheet
}

fn row(label: &str, value: &str) -> Vec<Cell> {
    let value = Some(value.to_owned()).filter(|value| !value.is_empty());
    vec![Cell::label(label), Cell::value(value)]
}

fn finished(sheet: Sheet, document: &Document) -> Result<Vec<u8>, DrawError> {
    let properties = Properties {
        title: &document.summary.title,
        author: "Ville de Paris",
        day: document.summary.issued_on,
    };
    paint(sheet, &properties)
}
