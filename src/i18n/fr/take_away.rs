//! French sentences for files on their way to the device; knows nothing else.

use super::French;
use crate::i18n::file_words::bytes;
use crate::i18n::locale::Locale;
use crate::i18n::texts::TakeAwayTexts;
use crate::rules::file_check::{FileType, InvalidFile};

impl TakeAwayTexts for French {
    // French counts 0 and 1 as singular.
    fn bytes(&self, n: u64) -> String {
        if n < 2 {
            format!("{n}\u{a0}octet")
        } else {
            format!("{n}\u{a0}octets")
        }
    }
    fn file_type(&self, file_type: FileType) -> &'static str {
        match file_type {
            FileType::Pdf => "PDF",
            FileType::Png => "Image PNG",
            FileType::Jpeg => "Image JPEG",
            FileType::Gif => "Image GIF",
            FileType::WebP => "Image WebP",
            FileType::Tiff => "Image TIFF",
            FileType::Heic => "Image HEIC",
            FileType::OldOffice => "Document Office",
            FileType::Rtf => "RTF",
            FileType::Archive => "Archive",
            FileType::Calendar => "Agenda",
            FileType::Text => "Texte",
            FileType::WebPage => "Page web",
            FileType::Drawing => "Dessin SVG",
            FileType::Program => "Programme",
            FileType::Unknown => "Fichier",
        }
    }
    fn take_away_label(&self) -> &'static str {
        "Télécharger le fichier"
    }
    fn download(&self, kind_and_size: &str) -> String {
        format!("Télécharger ({kind_and_size})")
    }
    fn download_again(&self) -> &'static str {
        "Recommencer le téléchargement"
    }
    fn resume_download(&self) -> &'static str {
        "Reprendre"
    }
    fn share_file(&self) -> &'static str {
        "Partager"
    }
    fn share_failed(&self) -> &'static str {
        "Le partage ne s’est pas ouvert."
    }
    fn caution_title(&self) -> &'static str {
        "Avant de télécharger"
    }
    fn caution_text(&self) -> &'static str {
        "Le fichier quitte le portail, qui ne peut plus le protéger ni l’effacer\u{a0}:"
    }
    fn caution_points(&self) -> [&'static str; 3] {
        [
            "le disque de cet appareil n’est peut-être pas chiffré\u{202f};",
            "d’autres personnes l’utilisent peut-être\u{202f};",
            "supprimez le fichier après usage, corbeille comprise.",
        ]
    }
    fn caution_accept(&self) -> &'static str {
        "Télécharger"
    }
    fn receiving(&self) -> &'static str {
        "Téléchargement en cours…"
    }
    fn received_of(&self, received: &str, expected: &str) -> String {
        format!("{received} sur {expected}")
    }
    fn received_so_far(&self, received: &str) -> String {
        let received_is = if is_singular(received) {
            "reçu"
        } else {
            "reçus"
        };
        format!("{received} {received_is}")
    }
    fn received_percent(&self, percent: u64) -> String {
        format!("{percent}\u{202f}% du fichier sont arrivés.")
    }
    fn download_cancelled(&self) -> &'static str {
        "Téléchargement annulé\u{a0}: rien n’a été enregistré."
    }
    fn download_handed_over(&self, name: &str) -> String {
        format!("Le fichier est arrivé entier. Le navigateur enregistre {name}…")
    }
    fn download_next(&self) -> &'static str {
        "Il vous demande peut-être où\u{202f}; sinon, cherchez dans vos téléchargements. Supprimez le fichier après usage, corbeille comprise."
    }
    fn nothing_saved(&self) -> &'static str {
        "Cette fois, rien n’a été enregistré."
    }
    fn earlier_copy(&self) -> &'static str {
        "Le fichier que vous avez enregistré auparavant depuis cette page reste sur cet appareil\u{a0}: supprimez-le après usage, corbeille comprise."
    }
    fn not_saved_title(&self) -> &'static str {
        "Le fichier n’a pas pu être enregistré"
    }
    fn not_saved_text(&self) -> &'static str {
        "Il est arrivé entier, mais la mémoire de cet appareil ne suffit pas ou le navigateur a refusé. Réessayez sur un ordinateur, ou ouvrez le fichier pour l’enregistrer avec le menu du navigateur."
    }
    fn cut_title(&self) -> &'static str {
        "Le téléchargement s’est interrompu"
    }
    fn cut_text(&self, received: &str, expected: Option<&str>) -> String {
        let had_come = if is_singular(received) {
            "était arrivé"
        } else {
            "étaient arrivés"
        };
        match expected {
            Some(expected) => format!("{received} sur {expected} {had_come}."),
            None => format!("{received} {had_come}."),
        }
    }
    fn cut_resume(&self) -> &'static str {
        "Reprenez là où il s’est arrêté."
    }
    fn invalid_file_title(&self) -> &'static str {
        "Ce fichier n’est pas celui qui est annoncé"
    }
    fn invalid_file(&self, why: InvalidFile) -> String {
        match why {
            InvalidFile::Empty => "Il est vide.".to_owned(),
            InvalidFile::Truncated {
                received,
                expected: Some(expected),
            } => format!(
                "Il en manque la fin\u{a0}: {} au lieu de {}.",
                bytes(received, Locale::Fr),
                bytes(expected, Locale::Fr)
            ),
            InvalidFile::Truncated { expected: None, .. } => "Il en manque la fin.".to_owned(),
            InvalidFile::TooLong { expected } => format!(
                "Il est plus long que les {} annoncés.",
                bytes(expected, Locale::Fr)
            ),
            InvalidFile::TypeLies { said, found } => match (of(said), of(found)) {
                (Some(said), Some(found)) => {
                    format!("Il est annoncé comme {said} et contient {found}.")
                }
                (Some(said), None) => {
                    format!("Il est annoncé comme {said} et contient autre chose.")
                }
                (None, Some(found)) => format!("Il contient {found}, ce qui n’était pas annoncé."),
                (None, None) => "Son contenu n’est pas celui qui était annoncé.".to_owned(),
            },
            InvalidFile::TooLarge { size, most } => format!(
                "Il fait {}\u{202f}; le portail ne prend pas les fichiers de plus de {}.",
                bytes(size, Locale::Fr),
                bytes(most, Locale::Fr)
            ),
        }
    }
    fn invalid_file_step(&self) -> &'static str {
        "Signalez-le au support\u{a0}: le fichier doit être déposé de nouveau."
    }
    fn download_not_allowed(&self) -> &'static str {
        "Ce fichier ne peut pas être téléchargé."
    }
    fn download_not_here(&self) -> &'static str {
        "Vous avez indiqué que d’autres personnes utilisent cet appareil\u{a0}: rien ne s’y télécharge, pour que rien n’y reste."
    }
    fn cannot_save(&self) -> &'static str {
        "Votre navigateur n’enregistre pas un fichier depuis une page. Ouvrez le fichier, puis enregistrez-le avec le menu du navigateur (ou, sur un téléphone, le bouton de partage). Pensez à le supprimer après usage."
    }
    fn open_file(&self, kind_and_size: &str) -> String {
        format!("Ouvrir le fichier ({kind_and_size})")
    }
}

/// French counts what is less than two as one, in whatever unit: `1,2 Mo reçu`.
fn is_singular(counted: &str) -> bool {
    let mut letters = counted.chars();
    matches!(letters.next(), Some('0' | '1'))
        && letters.next().is_none_or(|letter| !letter.is_ascii_digit())
}

fn of(file_type: FileType) -> Option<&'static str> {
    Some(match file_type {
        FileType::Pdf => "un PDF",
        FileType::Png => "une image PNG",
        FileType::Jpeg => "une image JPEG",
        FileType::Gif => "une image GIF",
        FileType::WebP => "une image WebP",
        FileType::Tiff => "une image TIFF",
        FileType::Heic => "une image HEIC",
        FileType::OldOffice => "un ancien document Office",
        FileType::Rtf => "un texte RTF",
        FileType::Archive => "une archive",
        FileType::Calendar => "un fichier d’agenda",
        FileType::Text => "un texte",
        FileType::WebPage => "une page web",
        FileType::Drawing => "un dessin SVG",
        FileType::Program => "un programme",
        FileType::Unknown => return None,
    })
}
