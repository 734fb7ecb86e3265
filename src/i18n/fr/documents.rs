//! French sentences for HR documents; knows nothing else.

use super::French;
use crate::contract::documents::DocumentSort;
use crate::i18n::texts::{DocumentTexts, NoPreview};

impl DocumentTexts for French {
    fn document_title(&self) -> &'static str {
        "Document"
    }
    fn documents_lead(&self) -> &'static str {
        "Les documents que votre employeur met à votre disposition, et les attestations que vous demandez."
    }
    fn documents_tabs(&self) -> &'static str {
        "Documents et attestations"
    }
    fn my_documents(&self) -> &'static str {
        "Mes documents"
    }
    fn certificates(&self) -> &'static str {
        "Demandes d’attestation"
    }
    fn all_documents(&self) -> &'static str {
        "Tous mes documents"
    }
    fn categories_label(&self) -> &'static str {
        "Catégories"
    }
    fn all_categories(&self) -> &'static str {
        "Toutes"
    }
    // French counts 0 and 1 as singular.
    fn category_holds(&self, count: u32, new: u32) -> String {
        let documents = if count < 2 { "document" } else { "documents" };
        match new {
            0 => format!("{count} {documents}"),
            1 => format!("{count} {documents}, dont 1 nouveau"),
            new => format!("{count} {documents}, dont {new} nouveaux"),
        }
    }
    fn unnamed_category(&self) -> &'static str {
        "Autre catégorie"
    }
    fn sort_label(&self) -> &'static str {
        "Trier"
    }
    fn sort(&self, sort: DocumentSort) -> &'static str {
        match sort {
            DocumentSort::Newest => "Plus récents",
            DocumentSort::Oldest => "Plus anciens",
            DocumentSort::Title => "Par titre",
        }
    }
    fn search_documents(&self) -> &'static str {
        "Rechercher dans mes documents"
    }
    fn search_documents_hint(&self) -> &'static str {
        "Un mot du titre, une catégorie ou une date."
    }
    fn documents_found(&self, n: usize, goes_on: bool, words: &str) -> String {
        let (found, after) = match (n, goes_on) {
            (0, _) => ("Aucun document trouvé".to_owned(), ""),
            (1, true) => (
                "1 document sur cette page".to_owned(),
                ", et d’autres ensuite",
            ),
            (n, true) => (
                format!("{n} documents sur cette page"),
                ", et d’autres ensuite",
            ),
            (1, false) => ("1 document trouvé sur cette page".to_owned(), ""),
            (n, false) => (format!("{n} documents trouvés sur cette page"), ""),
        };
        format!("{found} pour «\u{a0}{words}\u{a0}»{after}.")
    }
    fn no_documents(&self) -> &'static str {
        "Aucun document pour le moment. Vos documents apparaissent ici dès que votre employeur les dépose."
    }
    fn no_documents_in_category(&self) -> &'static str {
        "Aucun document dans cette catégorie."
    }
    fn no_documents_found(&self) -> &'static str {
        "Aucun document ne correspond à cette recherche."
    }
    fn show_all_documents(&self) -> &'static str {
        "Afficher toutes les catégories"
    }
    fn latest_documents(&self) -> &'static str {
        "Derniers documents"
    }
    fn new_documents(&self, n: u32) -> String {
        match n {
            0 | 1 => format!("{n} nouveau document"),
            n => format!("{n} nouveaux documents"),
        }
    }

    fn category_label(&self) -> &'static str {
        "Catégorie"
    }
    fn issued_label(&self) -> &'static str {
        "Date du document"
    }
    fn issuer_label(&self) -> &'static str {
        "Émis par"
    }
    fn file_label(&self) -> &'static str {
        "Fichier"
    }
    fn preview_heading(&self) -> &'static str {
        "Aperçu"
    }
    fn preview_of(&self, title: &str) -> String {
        format!("Aperçu de {title}")
    }
    fn show_preview(&self, size: Option<&str>) -> String {
        match size {
            Some(size) => format!("Afficher l’aperçu ({size})"),
            None => "Afficher l’aperçu".to_owned(),
        }
    }
    fn mask_preview(&self) -> &'static str {
        "Masquer l’aperçu"
    }
    fn preview_masked(&self) -> &'static str {
        "D’autres personnes utilisent cet appareil\u{a0}: l’aperçu n’est affiché qu’à votre demande, et il est masqué dès que vous quittez cette page ou cette fenêtre, ou après une minute sans signe de vous."
    }
    fn preview_large(&self) -> &'static str {
        "L’aperçu charge le fichier en entier, et celui-ci est volumineux."
    }
    fn checking_file(&self) -> &'static str {
        "Vérification du fichier…"
    }
    fn no_preview(&self, why: NoPreview) -> &'static str {
        match why {
            NoPreview::NotAllowed => "Ce document ne peut pas être affiché ici.",
            NoPreview::OtherType => "Ce type de fichier ne s’affiche pas dans une page.",
            NoPreview::Active => {
                "Par précaution, le portail n’affiche jamais ce type de fichier\u{a0}: il peut contenir un programme."
            }
            NoPreview::NoViewer => "Votre navigateur n’affiche pas les PDF dans une page.",
            NoPreview::ViewerSaves => {
                "Le lecteur de PDF de ce navigateur propose toujours d’enregistrer et d’imprimer\u{a0}: le portail n’y affiche donc rien quand d’autres personnes utilisent l’appareil."
            }
            NoPreview::NotSentToBeShown => {
                "Le portail n’envoie pas ce fichier pour qu’il s’affiche dans une page."
            }
            NoPreview::OtherSite => {
                "Ici, les fichiers viennent d’un autre site et ne s’affichent pas dans cette page."
            }
            NoPreview::TooLong => "Ce texte est trop long pour être affiché dans cette page.",
            NoPreview::NotDrawn => "Votre navigateur n’a pas pu afficher cette image.",
        }
    }
    fn no_preview_step(&self, is_download_allowed: bool, is_shared_device: bool) -> &'static str {
        if is_download_allowed {
            "Téléchargez le document pour l’ouvrir sur votre appareil."
        } else if is_shared_device {
            "Sur un appareil partagé, il ne peut pas être téléchargé\u{a0}: ouvrez-le depuis un appareil qui n’est qu’à vous."
        } else {
            "Pour le lire, adressez-vous à votre service des ressources humaines."
        }
    }
    fn preview_incomplete(&self) -> &'static str {
        "Si l’aperçu reste vide ou ne montre que la première page, comme sur certains téléphones, téléchargez le document pour tout lire."
    }
    fn preview_missing(&self) -> &'static str {
        "L’aperçu ne s’affiche pas\u{202f}?"
    }
    fn open_in_tab(&self) -> &'static str {
        "Ouvrir dans un nouvel onglet"
    }
}
