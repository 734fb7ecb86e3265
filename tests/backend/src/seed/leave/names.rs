//! Names for colleagues: common given names with common family names, in every combination; of nobody.

const GIVEN: [&str; 40] = [
    "Camille",
    "Thomas",
    "Inès",
    "Hugo",
    "Léa",
    "Karim",
    "Nadia",
    "Julien",
    "Sarah",
    "Antoine",
    "Fatou",
    "Mathieu",
    "Claire",
    "Paul",
    "Aminata",
    "Lucas",
    "Chloé",
    "Nicolas",
    "Yasmine",
    "Pierre",
    "Émilie",
    "Samir",
    "Julie",
    "Vincent",
    "Aïcha",
    "Romain",
    "Céline",
    "Mehdi",
    "Sophie",
    "Guillaume",
    "Marie",
    "Olivier",
    "Hélène",
    "Rachid",
    "Manon",
    "Benoît",
    "Laure",
    "Idriss",
    "Anaïs",
    "Zoé",
];

const FAMILY: [&str; 40] = [
    "Bernard",
    "Petit",
    "Moreau",
    "Girard",
    "Fontaine",
    "Benali",
    "Lefèvre",
    "Martin",
    "Diallo",
    "Dubois",
    "Traoré",
    "Robert",
    "Richard",
    "Durand",
    "Leroy",
    "Simon",
    "Laurent",
    "Michel",
    "Garcia",
    "David",
    "Bertrand",
    "Roux",
    "Haddad",
    "Fournier",
    "Morel",
    "Lambert",
    "Rousseau",
    "Faure",
    "Mercier",
    "Blanc",
    "Guérin",
    "Nguyen",
    "Chevalier",
    "Gauthier",
    "Perrin",
    "Clément",
    "Masson",
    "Marchand",
    "Cissé",
    "Étienne",
];

/// A given and a family name; the first 1,600 are all different.
#[must_use]
pub fn name(number: usize) -> (&'static str, &'static str) {
    let given = GIVEN[number % GIVEN.len()];
    let family = FAMILY[(number + number / GIVEN.len()) % FAMILY.len()];
    (given, family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_all_different() {
        let names: BTreeSet<_> = (0..1_600).map(name).collect();
        assert_eq!(names.len(), 1_600);
        assert_eq!(name(0), ("Camille", "Bernard"));
    }
}
