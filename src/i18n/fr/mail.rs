//! E-mail as it is read, in French; knows nothing else.

use super::French;
use crate::contract::mail::{MailFolderRole, MailWarning};
use crate::i18n::texts::{MailDone, MailPart, MailTexts};
use crate::rules::mail_attachment::FileDanger;
use crate::rules::mail_change::MailMark;

/// French counts 0 and 1 as singular.
fn messages(n: usize) -> String {
    format!("{n} message{}", s(n))
}

fn s(n: usize) -> &'static str {
    if n < 2 { "" } else { "s" }
}

impl MailTexts for French {
    fn mail_message_title(&self) -> &'static str {
        "Message"
    }
    fn new_mail(&self) -> &'static str {
        "Nouveau message"
    }
    fn refresh_mail(&self) -> &'static str {
        "Relever le courrier"
    }
    fn mail_folders(&self) -> &'static str {
        "Dossiers"
    }
    fn mail_folder_shown(&self, name: &str) -> String {
        format!("Dossier\u{a0}: {name}")
    }
    fn mail_folder(&self, role: MailFolderRole) -> &'static str {
        match role {
            MailFolderRole::Inbox => "Boîte de réception",
            MailFolderRole::Drafts => "Brouillons",
            MailFolderRole::Sent => "Messages envoyés",
            MailFolderRole::Archive => "Archives",
            MailFolderRole::Junk => "Indésirables",
            MailFolderRole::Trash => "Corbeille",
            MailFolderRole::Other => "Dossier sans nom",
        }
    }
    fn mail_folder_holds(&self, total: u32, unread: u32) -> String {
        let word = if total < 2 { "message" } else { "messages" };
        match unread {
            0 => format!("{total} {word}"),
            1 => format!("{total} {word}, dont 1 non lu"),
            unread => format!("{total} {word}, dont {unread} non lus"),
        }
    }
    fn mail_filter(&self) -> &'static str {
        "Messages affichés"
    }
    fn all_messages(&self) -> &'static str {
        "Tous"
    }
    fn unread_messages(&self) -> &'static str {
        "Non lus"
    }
    fn search_mail(&self) -> &'static str {
        "Rechercher dans ma messagerie"
    }
    fn search_mail_hint(&self, is_alone: bool) -> &'static str {
        if is_alone {
            "Un nom, un mot de l’objet ou du texte, dans ce dossier seulement."
        } else {
            "Un nom, un mot de l’objet ou du texte, dans tous les dossiers sauf la corbeille et les indésirables."
        }
    }
    fn messages_found(&self, n: usize, goes_on: bool, words: &str) -> String {
        let found = match n {
            0 => "Aucun message trouvé".to_owned(),
            n => format!("{} sur cette page", messages(n)),
        };
        let after = if goes_on {
            ", et d’autres ensuite"
        } else {
            ""
        };
        format!("{found} pour «\u{a0}{words}\u{a0}»{after}.")
    }
    fn no_messages(&self, role: MailFolderRole) -> &'static str {
        match role {
            MailFolderRole::Inbox => "Aucun message dans votre boîte de réception.",
            MailFolderRole::Drafts => "Aucun brouillon.",
            MailFolderRole::Sent => "Aucun message envoyé.",
            MailFolderRole::Trash => "La corbeille est vide.",
            MailFolderRole::Archive | MailFolderRole::Junk | MailFolderRole::Other => {
                "Aucun message dans ce dossier."
            }
        }
    }
    fn no_unread_messages(&self) -> &'static str {
        "Aucun message non lu dans ce dossier."
    }
    fn no_messages_found(&self) -> &'static str {
        "Aucun message ne correspond à cette recherche."
    }
    fn messages_left(&self) -> &'static str {
        "Il n’y a plus de message sur cette page."
    }
    fn mail_no_subject(&self) -> &'static str {
        "(sans objet)"
    }
    fn mail_nobody_named(&self, is_sender: bool) -> &'static str {
        if is_sender {
            "(expéditeur inconnu)"
        } else {
            "(sans destinataire)"
        }
    }
    fn mail_to_whom(&self, names: &str) -> String {
        format!("À\u{a0}: {names}")
    }
    fn mail_and_others(&self, n: usize) -> String {
        match n {
            1 => "et 1 autre".to_owned(),
            n => format!("et {n} autres"),
        }
    }
    fn mail_unread(&self) -> &'static str {
        "Non lu"
    }
    fn mail_flagged(&self) -> &'static str {
        "Suivi"
    }
    fn mail_answered(&self) -> &'static str {
        "Répondu"
    }
    fn mail_with_files(&self) -> &'static str {
        "Pièce jointe"
    }
    fn mail_external(&self) -> &'static str {
        "Externe"
    }
    fn mail_draft(&self) -> &'static str {
        "Brouillon"
    }
    fn choose_message(&self, subject: &str, who: &str) -> String {
        format!("Choisir «\u{a0}{subject}\u{a0}», {who}")
    }
    fn choose_all_messages(&self) -> &'static str {
        "Tout choisir sur cette page"
    }
    fn messages_chosen(&self, n: usize) -> String {
        format!("{} choisi{}", messages(n), s(n))
    }
    fn mail_deeds(&self) -> &'static str {
        "Actions"
    }
    fn mail_mark(&self, mark: MailMark) -> &'static str {
        match mark {
            MailMark::Read => "Marquer comme lu",
            MailMark::Unread => "Marquer comme non lu",
            MailMark::Flagged => "Suivre",
            MailMark::Unflagged => "Ne plus suivre",
        }
    }
    fn mail_archive(&self) -> &'static str {
        "Archiver"
    }
    fn trash_message(&self) -> &'static str {
        "Supprimer"
    }
    fn delete_for_good(&self) -> &'static str {
        "Supprimer définitivement"
    }
    fn mail_move_to(&self) -> &'static str {
        "Déplacer vers"
    }
    fn mail_choose_folder(&self) -> &'static str {
        "Choisir un dossier"
    }
    fn mail_move_now(&self) -> &'static str {
        "Déplacer"
    }
    fn delete_title(&self, n: usize) -> String {
        match n {
            0 | 1 => "Supprimer définitivement ce message\u{202f}?".to_owned(),
            n => format!("Supprimer définitivement {n} messages\u{202f}?"),
        }
    }
    fn delete_text(&self) -> &'static str {
        "Cette suppression ne peut pas être annulée."
    }
    fn mail_done(&self, done: MailDone<'_>, n: usize) -> String {
        let (messages, s) = (messages(n), s(n));
        match done {
            MailDone::Marked(MailMark::Read) => format!("{messages} marqué{s} comme lu{s}."),
            MailDone::Marked(MailMark::Unread) => format!("{messages} marqué{s} comme non lu{s}."),
            MailDone::Marked(MailMark::Flagged) => format!("{messages} suivi{s}."),
            MailDone::Marked(MailMark::Unflagged) => format!("Suivi retiré de {messages}."),
            MailDone::Moved(name) => format!("{messages} déplacé{s} vers «\u{a0}{name}\u{a0}»."),
            MailDone::Trashed => format!("{messages} mis à la corbeille."),
            MailDone::Deleted => format!("{messages} supprimé{s} définitivement."),
        }
    }
    fn mail_undone(&self, n: usize) -> String {
        let place = if n < 2 { "sa place" } else { "leur place" };
        format!("C’est annulé\u{a0}: {} remis à {place}.", messages(n))
    }
    fn mail_refused(&self, n: usize) -> String {
        match n {
            0 | 1 => "1 message n’a pas pu être modifié ainsi\u{a0}: il est resté comme il était."
                .to_owned(),
            n => format!(
                "{n} messages n’ont pas pu être modifiés ainsi\u{a0}: ils sont restés comme ils étaient."
            ),
        }
    }
    fn mail_missing(&self, n: usize) -> String {
        match n {
            0 | 1 => "1 message n’existe plus.".to_owned(),
            n => format!("{n} messages n’existent plus."),
        }
    }
    fn mail_failed(&self, is_undo: bool) -> &'static str {
        if is_undo {
            "L’annulation n’a pas abouti\u{a0}: les messages sont restés où ils étaient."
        } else {
            "Cela n’a pas abouti\u{a0}: les messages sont de nouveau comme avant."
        }
    }
    fn mail_lost(&self) -> &'static str {
        "La réponse du service s’est perdue\u{a0}: la liste vient d’être relue, vérifiez-la avant de recommencer."
    }
    fn mail_undo(&self) -> &'static str {
        "Annuler"
    }
    fn unread_in_inbox(&self, n: u32) -> String {
        match n {
            0 => "Aucun message non lu".to_owned(),
            1 => "1 message non lu".to_owned(),
            n => format!("{n} messages non lus"),
        }
    }
    fn open_mail(&self) -> &'static str {
        "Voir la messagerie"
    }

    fn all_of_folder(&self, name: &str) -> String {
        format!("Retour au dossier «\u{a0}{name}\u{a0}»")
    }
    fn mail_part(&self, part: MailPart) -> &'static str {
        match part {
            MailPart::From => "De",
            MailPart::To => "À",
            MailPart::Cc => "Copie à",
            MailPart::Bcc => "Copie cachée à",
            MailPart::ReplyTo => "Réponse à",
        }
    }
    fn mail_date(&self) -> &'static str {
        "Date"
    }
    fn all_people(&self, n: usize) -> String {
        format!("Afficher les {n} personnes")
    }
    fn fewer_people(&self) -> &'static str {
        "En afficher moins"
    }
    fn mail_warning_title(&self, warning: MailWarning) -> &'static str {
        match warning {
            MailWarning::LooksInternal => "Ce message ne vient pas d’un collègue",
            MailWarning::SenderUnproven => "L’expéditeur n’est pas prouvé",
            MailWarning::PartsRemoved => "Des éléments ont été retirés",
            MailWarning::DamagedText => "Le texte est abîmé",
            MailWarning::Unknown => "Soyez prudent avec ce message",
        }
    }
    fn mail_warning_text(&self, warning: MailWarning) -> &'static str {
        match warning {
            MailWarning::LooksInternal => {
                "Le nom est celui d’une personne de votre organisation, mais l’adresse est extérieure. Ne répondez pas, n’ouvrez rien\u{a0}: appelez cette personne au numéro que vous lui connaissez."
            }
            MailWarning::SenderUnproven => {
                "Rien ne prouve que ce message vient de l’adresse affichée. Ne donnez aucune information et n’ouvrez ni lien ni pièce jointe sans avoir vérifié par un autre moyen."
            }
            MailWarning::PartsRemoved => {
                "Ce message contenait des éléments qui peuvent agir tout seuls ou vous suivre. Ils ne sont pas affichés. S’il vous manque quelque chose, demandez-le à l’expéditeur."
            }
            MailWarning::DamagedText => {
                "Certains caractères n’ont pas pu être lus. En cas de doute, demandez à l’expéditeur de renvoyer son message."
            }
            MailWarning::Unknown => {
                "Votre service de messagerie le signale. N’ouvrez ni lien ni pièce jointe sans avoir vérifié auprès de l’expéditeur."
            }
        }
    }
    fn mail_actions(&self) -> &'static str {
        "Actions sur ce message"
    }
    fn mail_reply(&self) -> &'static str {
        "Répondre"
    }
    fn mail_reply_all(&self) -> &'static str {
        "Répondre à tous"
    }
    fn mail_forward(&self) -> &'static str {
        "Transférer"
    }
    fn go_on_writing(&self) -> &'static str {
        "Continuer ce brouillon"
    }
    fn mail_text(&self) -> &'static str {
        "Texte du message"
    }
    fn no_text(&self) -> &'static str {
        "Ce message ne contient pas de texte."
    }
    fn show_as_words(&self) -> &'static str {
        "Afficher le texte seul"
    }
    fn show_as_html(&self) -> &'static str {
        "Afficher la mise en forme"
    }
    fn checking_html(&self) -> &'static str {
        "Vérification du message…"
    }
    fn html_unsafe(&self) -> &'static str {
        "La mise en forme n’est pas affichée\u{a0}: le service ne l’a pas envoyée avec les protections attendues. Voici le texte seul."
    }
    fn html_other_site(&self) -> &'static str {
        "Ici, les messages viennent d’un autre site et leur mise en forme ne s’affiche pas. Voici le texte seul."
    }
    fn html_failed(&self) -> &'static str {
        "La mise en forme n’a pas pu être chargée. Voici le texte seul."
    }
    fn mail_frame(&self) -> &'static str {
        "Message mis en forme"
    }
    fn frame_links(&self) -> &'static str {
        "Le site où mène chaque lien est écrit entre crochets. Les liens s’ouvrent dans un nouvel onglet."
    }
    fn enlarge_frame(&self) -> &'static str {
        "Agrandir"
    }
    fn reduce_frame(&self) -> &'static str {
        "Réduire"
    }
    fn images_held_back(&self, n: u32) -> String {
        let what = match n {
            0 | 1 => "1 image distante n’est pas affichée".to_owned(),
            n => format!("{n} images distantes ne sont pas affichées"),
        };
        format!(
            "{what}. Si vous les affichez, l’expéditeur peut savoir que vous avez lu ce message, quand et d’où."
        )
    }
    fn show_images(&self) -> &'static str {
        "Afficher les images distantes"
    }
    fn images_shown(&self) -> &'static str {
        "Les images distantes sont affichées."
    }
    fn hide_images(&self) -> &'static str {
        "Ne plus les afficher"
    }
    fn quoted_lines(&self, n: usize) -> String {
        format!("Texte cité ({n} lignes)")
    }
    fn show_more_text(&self) -> &'static str {
        "Afficher la suite"
    }
    fn doubtful_link(&self) -> &'static str {
        "[lien désactivé\u{a0}: son adresse peut tromper]"
    }
    fn mail_files(&self, n: usize) -> String {
        format!("{n} pièce{0} jointe{0}", s(n))
    }
    fn unnamed_file(&self) -> &'static str {
        "Fichier sans nom"
    }
    fn show_file(&self, name: &str) -> String {
        format!("Ouvrir {name}")
    }
    fn hide_file(&self, name: &str) -> String {
        format!("Fermer {name}")
    }
    fn file_not_granted(&self) -> &'static str {
        "Le portail ne permet ni d’afficher ni de télécharger cette pièce jointe."
    }
    fn file_danger(&self, danger: FileDanger) -> &'static str {
        match danger {
            FileDanger::Active => {
                "Attention, ce fichier peut contenir un programme. Ne l’ouvrez que si vous l’attendiez et que l’expéditeur vous l’a confirmé."
            }
            FileDanger::Disguised => {
                "Attention, ce fichier se fait passer pour un autre\u{a0}: son nom est celui d’un programme. Ne l’ouvrez pas."
            }
            FileDanger::Macros => {
                "Attention, ce document peut contenir des macros. N’activez pas son contenu si vous ne l’attendiez pas."
            }
        }
    }
}
