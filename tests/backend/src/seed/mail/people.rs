//! Who writes and stands in the directory: common names in every combination, roles and services; of nobody.

use crate::search;
use crate::seed::leave::names::name;
use nomade::contract::mail::{MailContact, MailPerson};

/// How many people of the organisation stand in the directory.
const PEOPLE: usize = 300;
/// The organisation's mail.
const DOMAIN: &str = "ville.example";

const SERVICES: [&str; 18] = [
    "Direction des ressources humaines",
    "Direction des finances et des achats",
    "Direction des affaires scolaires",
    "Direction des familles et de la petite enfance",
    "Direction de la propreté et de l’eau",
    "Direction de la voirie et des déplacements",
    "Direction des espaces verts",
    "Direction des affaires culturelles",
    "Direction de la jeunesse et des sports",
    "Direction du logement et de l’habitat",
    "Direction des solidarités",
    "Direction de la police municipale et de la prévention",
    "Direction des systèmes d’information",
    "Direction des constructions publiques",
    "Direction de l’urbanisme",
    "Secrétariat général",
    "Service de la formation",
    "Service de l’action sociale",
];

/// Those of elsewhere: name, address, what they do.
const OUTSIDE: [(&str, &str, &str); 6] = [
    (
        "Papeterie des Deux Ponts",
        "commandes@papeterie-deux-ponts.example",
        "Fournisseur",
    ),
    (
        "Céline Lambert",
        "c.lambert@imprimerie-lambert.example",
        "Imprimerie Lambert",
    ),
    (
        "Centre de gestion",
        "concours@centre-gestion.example",
        "Concours et examens",
    ),
    (
        "Mutuelle des agents",
        "contact@mutuelle-agents.example",
        "Prévoyance",
    ),
    (
        "Olivier Faure",
        "olivier.faure@cabinet-faure.example",
        "Cabinet Faure, audit",
    ),
    (
        "Communauté de communes du Val",
        "accueil@cc-du-val.example",
        "Collectivité partenaire",
    ),
];

/// The account of that name, as the directory has it.
pub fn account(username: &str) -> Option<MailPerson> {
    let given = match username {
        "agent.demo" => "Agent",
        "manager.demo" => "Manager",
        "adjoint.demo" => "Adjoint",
        "direction.demo" => "Direction",
        "nouveau.demo" => "Nouveau",
        "bientot.demo" => "Bientôt",
        "expire.demo" => "Expiré",
        "bloque.demo" => "Bloqué",
        _ => return None,
    };
    Some(inside(&format!("{given} Démo"), username))
}

/// Somebody of the organisation.
fn inside(name: &str, local: &str) -> MailPerson {
    MailPerson {
        name: name.to_owned(),
        address: format!("{local}@{DOMAIN}"),
        external: false,
    }
}

/// One of the people of the directory.
pub fn colleague(number: usize) -> MailPerson {
    let (given, family) = name(number);
    let local = [given, family].map(|part| search::words(part).join("-"));
    inside(&format!("{given} {family}"), &local.join("."))
}

/// Where they work.
pub fn service_of(number: usize) -> &'static str {
    // The first are the team of the demonstration.
    let place = if number < 12 {
        0
    } else {
        number % SERVICES.len()
    };
    SERVICES.get(place).copied().unwrap_or_default()
}

/// A service that writes under its own name.
pub fn service(name: &str, local: &str) -> MailPerson {
    inside(name, local)
}

/// Somebody of elsewhere.
pub fn outside(name: &str, address: &str) -> MailPerson {
    MailPerson {
        name: name.to_owned(),
        address: address.to_owned(),
        external: true,
    }
}

/// Who stands in the directory: people of the organisation, and a few of elsewhere.
#[must_use]
pub fn contacts() -> Vec<MailContact> {
    let people = (0..PEOPLE).map(|number| MailContact {
        person: colleague(number),
        service: service_of(number).to_owned(),
    });
    let others = OUTSIDE.iter().map(|(name, address, what)| MailContact {
        person: outside(name, address),
        service: (*what).to_owned(),
    });
    people.chain(others).collect()
}
