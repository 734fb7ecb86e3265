//! Tables of usernames as people, phones and hostile hands type them.

use super::{InvalidCredentials, UsernameChange as Change, normalised_username, validate};
use unicode_normalization::UnicodeNormalization;

fn decompose(text: &str) -> String {
    text.nfkd().collect()
}

#[test]
fn a_username_is_what_was_meant_and_says_what_was_changed() {
    use Change::{Accents, Capitals, Domain, Spaces};
    let table: &[(&str, &str, &[Change])] = &[
        ("agent.demo", "agent.demo", &[]),
        ("  agent.demo ", "agent.demo", &[Spaces]),
        ("agent .demo", "agent.demo", &[Spaces]),
        ("agent.\u{a0}demo\u{202f}", "agent.demo", &[Spaces]),
        ("agent.demo\r\n", "agent.demo", &[Spaces]),
        (
            "\u{feff}agent\u{200b}.\u{2066}demo\u{ad}",
            "agent.demo",
            &[Spaces],
        ),
        ("agent.demo@paris.example", "agent.demo", &[Domain]),
        (
            " Agent.Demo@Paris.example ",
            "agent.demo",
            &[Spaces, Domain, Capitals],
        ),
        ("agent.demo@Mairie de Paris", "agent.demo", &[Domain]),
        ("agent.demo@a@b", "agent.demo", &[Domain]),
        ("Agent.Demo", "agent.demo", &[Capitals]),
        ("AGENT.DEMO", "agent.demo", &[Capitals]),
        ("zoé.lefèvre", "zoe.lefevre", &[Accents]),
        ("ZOÉ.LEFÈVRE", "zoe.lefevre", &[Accents, Capitals]),
        ("zoe\u{301}.lefe\u{300}vre", "zoe.lefevre", &[Accents]),
        ("françois.noël", "francois.noel", &[Accents]),
        ("cœur.læticia", "coeur.laeticia", &[Accents]),
        ("jean\u{2011}luc.martin", "jean-luc.martin", &[Accents]),
        ("jean\u{2013}luc.martin", "jean-luc.martin", &[Accents]),
        ("n\u{2019}diaye.awa", "n'diaye.awa", &[Accents]),
        ("jean-luc.martin", "jean-luc.martin", &[]),
        ("ａｇｅｎｔ.ｄｅｍｏ＠ｐａｒｉｓ", "agent.demo", &[Domain]),
        ("İpek.Çelik", "ipek.celik", &[Accents, Capitals]),
        ("STRAẞE", "strasse", &[Accents, Capitals]),
        ("@paris.example", "", &[Domain]),
        (" \t\u{200d}", "", &[Spaces]),
        ("", "", &[]),
        ("' OR 1=1 --", "'or1=1--", &[Spaces, Capitals]),
        ("<script>", "<script>", &[]),
        ("\u{202e}omed.tnega", "omed.tnega", &[Spaces]),
        ("иван.петров", "иван.петров", &[]),
    ];
    for (typed, meant, changes) in table {
        let username = normalised_username(typed, decompose);
        assert_eq!(username.as_str(), *meant, "{typed:?}");
        assert_eq!(username.changes(), *changes, "{typed:?}");
        let again = normalised_username(username.as_str(), decompose);
        assert_eq!(again.as_str(), *meant, "{typed:?}, again");
    }
}

#[test]
fn every_letter_comes_out_of_a_second_reading_as_it_went_in() {
    for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
        let once = normalised_username(&letter.to_string(), decompose);
        let twice = normalised_username(once.as_str(), decompose);
        assert_eq!(once.as_str(), twice.as_str(), "{letter:?}");
    }
}

#[test]
fn the_password_is_never_touched() {
    let password = " P\u{e9} w\t\u{2019}";
    let username = normalised_username("a", decompose);
    let credentials = validate(&username, password.to_owned(), true).ok();
    let sent = credentials.map(|it| (it.password.expose().to_owned(), it.shared_device));
    assert_eq!(sent, Some((password.to_owned(), true)));
}

#[test]
fn what_is_wrong_is_named_in_the_order_of_the_fields() {
    use InvalidCredentials::{PasswordMissing, PasswordTooLong, UsernameMissing, UsernameTooLong};
    let (name, key) = ("a".repeat(254), "é".repeat(1024));
    let table: [(&str, &str, &[InvalidCredentials]); 6] = [
        (" ", "", &[UsernameMissing, PasswordMissing]),
        ("a", "", &[PasswordMissing]),
        ("@paris.example", "p", &[UsernameMissing]),
        (&name, &key, &[]),
        (&format!("{name}a"), "p", &[UsernameTooLong]),
        ("a", &format!("{key}e"), &[PasswordTooLong]),
    ];
    for (typed, password, reasons) in table {
        let username = normalised_username(typed, decompose);
        let found = validate(&username, password.to_owned(), false);
        assert_eq!(found.err().unwrap_or_default(), reasons, "{typed:.9}");
    }
}

#[test]
fn neither_username_nor_credentials_nor_password_can_be_printed() {
    let username = normalised_username("agent.demo", decompose);
    let credentials = validate(&username, "secret".to_owned(), false);
    let printed = format!("{username:?} {credentials:?}");
    assert!(
        !printed.contains("secret") && !printed.contains("agent.demo"),
        "{printed}"
    );
}
