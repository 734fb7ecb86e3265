//! Taking a file away in each of its states: offered, asked about, on its way, handed over, failed, refused; and that nothing is claimed that is not so.

use super::render::view_in;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::api::files::{FileError, FileOrder, Progress};
use nomade::components::take_away::{TakeAway, TakeAwayView};
use nomade::contract::problem::{Problem, ProblemCode};
use nomade::i18n::locale::Locale;
use nomade::rules::file_check::{FileType, InvalidFile};
use nomade::rules::file_name::FileStem;
use nomade::rules::session::SessionStatus;
use nomade::state::take_away::{Takeable, TakingAway, TakingState};

fn takeable() -> Takeable {
    Takeable {
        order: FileOrder {
            path: "/documents/d_8sKe/content".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: Some(48_213),
        },
        stem: FileStem::Document("2026-09-01".parse().unwrap()),
    }
}

fn drawn(locale: Locale, change: impl FnOnce(TakingAway) + Send + 'static) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let taking = TakingAway::new(Callback::new(|_| ()));
        change(taking);
        let href = "/api/v1/documents/d_8sKe/content?for=download".to_owned();
        view! { <TakeAwayView takeable=takeable() taking href/> }
    })
}

fn failed(why: FileError, can_resume: bool) -> String {
    drawn(Locale::Fr, move |taking| {
        taking.state.set(TakingState::Failed { why, can_resume });
    })
}

#[test]
fn what_is_offered_says_its_kind_and_its_length() {
    let html = drawn(Locale::Fr, |_| ());
    assert!(
        html.contains("Télécharger (PDF, 48\u{a0}ko)") && !html.contains("<progress"),
        "{html}"
    );
    assert!(!html.contains("<dialog") && !html.contains("<a "), "{html}");
    let html = drawn(Locale::En, |_| ());
    assert!(html.contains("Download (PDF, 48\u{a0}kB)"), "{html}");
}

#[test]
fn the_caution_names_what_can_happen_to_a_file() {
    for (locale, words) in [
        (
            Locale::Fr,
            [
                "Avant de télécharger",
                "pas chiffré",
                "d’autres personnes l’utilisent",
                "corbeille comprise",
                "Annuler",
            ],
        ),
        (
            Locale::En,
            [
                "Before you download",
                "not be encrypted",
                "other people may use it",
                "from the bin too",
                "Cancel",
            ],
        ),
    ] {
        let html = drawn(locale, |taking| taking.state.set(TakingState::Asking));
        for words in words {
            assert!(html.contains(words), "{words}: {html}");
        }
        // The button stays: the focus comes back to it.
        assert_eq!(
            html.matches("data-variant=\"primary\"").count(),
            2,
            "{html}"
        );
        assert!(html.contains("aria-describedby=\"take-away-caution-text\""));
    }
}

#[test]
fn the_way_is_told_in_bytes_and_spoken_at_each_quarter() {
    let on_its_way = |received, expected| {
        drawn(Locale::Fr, move |taking| {
            taking.state.set(TakingState::Receiving);
            taking.progress.set(Progress { received, expected });
        })
    };
    let html = on_its_way(12_400_000, Some(50_000_000));
    assert!(
        html.contains("12,4\u{a0}Mo sur 50\u{a0}Mo") && html.contains("value=\"24\""),
        "{html}"
    );
    assert!(!html.contains("% du fichier"), "{html}");
    assert!(
        html.contains("Annuler") && !html.contains("Télécharger ("),
        "{html}"
    );
    let html = on_its_way(27_000_000, Some(50_000_000));
    assert!(
        html.contains("50\u{202f}% du fichier sont arrivés."),
        "{html}"
    );
    for (received, words) in [
        (1, "1\u{a0}octet reçu<"),
        (1_240_000, "1,2\u{a0}Mo reçu<"),
        (12_400_000, "12,4\u{a0}Mo reçus<"),
    ] {
        let html = on_its_way(received, None);
        assert!(html.contains(words), "{words}: {html}");
    }
    let html = on_its_way(500, None);
    assert!(
        html.contains("500\u{a0}octets reçus") && !html.contains("value="),
        "{html}"
    );
    // Whatever is announced, no more than all of it has come.
    assert!(on_its_way(u64::MAX, Some(1)).contains("value=\"100\""));
}

#[test]
fn what_was_handed_over_is_not_called_saved() {
    let html = drawn(Locale::Fr, |taking| {
        let name = "document-2026-09-01.pdf".to_owned();
        taking.state.set(TakingState::HandedOver(name));
    });
    assert!(
        html.contains("Le navigateur enregistre document-2026-09-01.pdf…"),
        "{html}"
    );
    assert!(!html.contains("Partager"), "{html}");
    let html = drawn(Locale::En, |taking| {
        taking
            .state
            .set(TakingState::HandedOver("document.pdf".to_owned()));
        taking.can_share.set(true);
        taking.share_failed.set(true);
    });
    assert!(
        html.contains("Share") && html.contains("Sharing did not open."),
        "{html}"
    );
}

#[test]
fn whatever_failed_nothing_is_claimed_and_there_is_a_way_on() {
    let refused = |code| {
        FileError::Call(ApiError::Refused(Problem {
            status: 403,
            code,
            trace_id: "t-9".to_owned(),
            fields: Vec::new(),
            retry_after: None,
            address: None,
            until: None,
        }))
    };
    let half = InvalidFile::Truncated {
        received: 6_000,
        expected: Some(12_000),
    };
    let lies = InvalidFile::TypeLies {
        said: FileType::Pdf,
        found: FileType::Program,
    };
    let absurd = InvalidFile::TooLarge {
        size: 9_007_199_254_740_991,
        most: 100_000_000,
    };
    for (why, words) in [
        (FileError::Call(ApiError::Offline), "hors connexion"),
        (FileError::Call(ApiError::Filtered), "s’est interposé"),
        (refused(ProblemCode::ActionRefused), "t-9"),
        (refused(ProblemCode::NotFound), "t-9"),
        (FileError::Invalid(InvalidFile::Empty), "Il est vide."),
        (
            FileError::Invalid(half),
            "Il en manque la fin\u{a0}: 6\u{a0}ko au lieu de 12\u{a0}ko.",
        ),
        (
            FileError::Invalid(InvalidFile::TooLong { expected: 12_000 }),
            "plus long que les 12\u{a0}ko annoncés",
        ),
        (
            FileError::Invalid(lies),
            "annoncé comme un PDF et contient un programme",
        ),
        (
            FileError::Invalid(absurd),
            "Il fait 9\u{a0}Po\u{202f}; le portail ne prend pas les fichiers de plus de 100\u{a0}Mo.",
        ),
    ] {
        let html = failed(why.clone(), false);
        if why != FileError::Call(ApiError::Filtered) {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert!(
            html.contains("Cette fois, rien n’a été enregistré.") && !html.contains("reste sur"),
            "{html}"
        );
        assert!(html.contains("Télécharger (PDF"), "{html}");
        assert!(!html.contains("Reprendre"), "{html}");
    }
    let html = drawn(Locale::Fr, |taking| {
        taking.state.set(TakingState::Cancelled);
    });
    assert!(
        html.contains("Téléchargement annulé\u{a0}: rien n’a été enregistré."),
        "{html}"
    );
}

#[test]
fn an_earlier_copy_is_not_denied() {
    for state in [
        TakingState::Cancelled,
        TakingState::NotSaved,
        TakingState::Failed {
            why: FileError::Call(ApiError::Offline),
            can_resume: false,
        },
    ] {
        let html = drawn(Locale::Fr, move |taking| {
            taking.was_handed_over.set(true);
            taking.state.set(state);
        });
        let words = "enregistré auparavant depuis cette page reste sur cet appareil";
        assert!(html.contains(words), "{html}");
    }
}

#[test]
fn a_file_that_could_not_be_saved_says_why_and_can_be_opened() {
    let html = drawn(Locale::Fr, |taking| taking.state.set(TakingState::NotSaved));
    for words in [
        "n’a pas pu être enregistré",
        "la mémoire de cet appareil ne suffit pas ou le navigateur a refusé",
        "Cette fois, rien n’a été enregistré.",
        "Recommencer",
        "Ouvrir le fichier (PDF, 48\u{a0}ko)",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("n’enregistre pas un fichier"), "{html}");
}

#[test]
fn who_is_elsewhere_on_the_page_is_told_of_the_end_where_a_status_stands_already() {
    let told = "<p role=\"status\" class=\"visually-hidden\">";
    let html = drawn(Locale::Fr, |_| ());
    assert!(html.contains(told), "{html}");
    for (state, words) in [
        (
            TakingState::HandedOver("document.pdf".to_owned()),
            "Le fichier est arrivé entier.",
        ),
        (
            TakingState::Failed {
                why: FileError::Cut(Progress::default()),
                can_resume: true,
            },
            "Le téléchargement s’est interrompu",
        ),
    ] {
        for unseen in [false, true] {
            let state = state.clone();
            let html = drawn(Locale::Fr, move |taking| {
                taking.state.set(state);
                taking.ended_unseen.set(unseen);
            });
            assert_eq!(html.contains(&format!("{told}{words}")), unseen, "{html}");
        }
    }
}

#[test]
fn what_broke_off_can_be_gone_on_with_where_its_beginning_is_kept() {
    let cut = FileError::Cut(Progress {
        received: 12_400_000,
        expected: Some(50_000_000),
    });
    let html = failed(cut.clone(), true);
    for words in [
        "Le téléchargement s’est interrompu",
        "12,4\u{a0}Mo sur 50\u{a0}Mo étaient arrivés.",
        "Reprenez là où il s’est arrêté.",
        ">Reprendre<",
        "Recommencer",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let html = failed(cut, false);
    assert!(!html.contains("Repren"), "{html}");
}

#[test]
fn a_browser_that_saves_nothing_from_a_page_opens_the_file_itself() {
    let html = drawn(Locale::Fr, |taking| taking.can_save.set(false));
    assert!(
        html.contains("href=\"/api/v1/documents/d_8sKe/content?for=download\"")
            && html.contains("rel=\"external noreferrer\"")
            && html.contains("n’enregistre pas un fichier depuis une page"),
        "{html}"
    );
    assert!(!html.contains("Télécharger ("), "{html}");
}

#[test]
fn what_the_portal_does_not_allow_is_not_offered() {
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        view! { <TakeAway takeable=takeable() allowed=false/> }
    });
    assert!(
        html.contains("ne peut pas être téléchargé") && !html.contains("<button"),
        "{html}"
    );
}

#[test]
fn on_a_shared_device_nothing_is_downloaded() {
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        super::documents::share_the_device();
        view! { <TakeAway takeable=takeable() allowed=true/> }
    });
    assert!(
        html.contains("rien ne s’y télécharge") && !html.contains("<button"),
        "{html}"
    );
}
