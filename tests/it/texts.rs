//! The sentences: French typography, and that what the contract and the design name exactly is named so.

use crate::support::tree::files;
use nomade::i18n::locale::Locale;

#[test]
fn french_puts_a_space_that_never_breaks_before_its_tall_signs() {
    for (path, text) in files("src/i18n/fr", "rs") {
        for line in text
            .lines()
            .filter(|line| line.trim_start().starts_with(['"', 'f']))
        {
            let Some(sentence) = line.split('"').nth(1) else {
                continue;
            };
            for sign in ["?", "!", ";", "»"] {
                for (at, _) in sentence.match_indices(sign) {
                    let before = &sentence[..at];
                    assert!(
                        before.ends_with("\\u{202f}") || before.ends_with("\\u{a0}"),
                        "{path}: “{sentence}” lacks it before {sign}"
                    );
                }
            }
            assert!(
                !sentence.contains('\''),
                "{path}: “{sentence}” has a straight apostrophe"
            );
            assert!(
                !sentence.contains(" :"),
                "{path}: “{sentence}” may break before its colon"
            );
        }
    }
}

#[test]
fn counts_follow_each_language() {
    let (fr, en) = (Locale::Fr.texts(), Locale::En.texts());
    assert_eq!(
        [fr.seconds(0), fr.seconds(1), fr.seconds(2)],
        ["0 seconde", "1 seconde", "2 secondes"]
    );
    assert_eq!(
        [en.seconds(0), en.seconds(1), en.seconds(2)],
        ["0 seconds", "1 second", "2 seconds"]
    );
    assert_eq!(
        [fr.duration(0), fr.duration(119), fr.duration(121)],
        ["1 seconde", "119 secondes", "3 minutes"]
    );
}
