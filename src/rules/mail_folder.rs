//! The folders of the mail: which one is shown, whom its rows name, and where a message may go; knows no page and no sentence.

use crate::contract::mail::{MailFolder, MailFolderRole, MailMessageSummary};

/// The folder with this role, the first of several.
#[must_use]
pub fn of_role(folders: &[MailFolder], role: MailFolderRole) -> Option<&MailFolder> {
    folders.iter().find(|folder| folder.role == role)
}

/// The folder with this id; without an id, what arrives.
#[must_use]
pub fn named<'a>(folders: &'a [MailFolder], id: Option<&str>) -> Option<&'a MailFolder> {
    match id {
        Some(id) => folders.iter().find(|folder| folder.id == id),
        None => of_role(folders, MailFolderRole::Inbox),
    }
}

/// The role of a folder; of one that is not known, that of the agent's own.
#[must_use]
pub fn role(folders: &[MailFolder], id: Option<&str>) -> MailFolderRole {
    match named(folders, id) {
        Some(folder) => folder.role,
        None if id.is_none() => MailFolderRole::Inbox,
        None => MailFolderRole::Other,
    }
}

/// True where a row names those to whom it goes: the agent wrote all of them.
#[must_use]
pub fn names_recipients(role: MailFolderRole) -> bool {
    matches!(role, MailFolderRole::Sent | MailFolderRole::Drafts)
}

/// True when a search goes through one folder alone: the others leave it out.
#[must_use]
pub fn is_searched_alone(role: MailFolderRole) -> bool {
    matches!(role, MailFolderRole::Trash | MailFolderRole::Junk)
}

/// True when a message may be put into a folder of this role: nothing becomes a draft, and a draft goes nowhere but to
/// the trash and back.
#[must_use]
pub fn may_go(message: &MailMessageSummary, to: MailFolderRole) -> bool {
    match to {
        MailFolderRole::Drafts => message.draft.is_some(),
        MailFolderRole::Trash => true,
        _ => message.draft.is_none(),
    }
}

/// Where messages can be put by choosing: all folders but those that the portal fills, and the one that they are in.
#[must_use]
pub fn targets(folders: &[MailFolder], here: Option<&str>) -> Vec<MailFolder> {
    let here = named(folders, here).map(|folder| folder.id.clone());
    let is_offered =
        |folder: &&MailFolder| !names_recipients(folder.role) && Some(&folder.id) != here.as_ref();
    folders.iter().filter(is_offered).cloned().collect()
}

/// True when a row stays in a list once its message is in the folder `now`: it was in `listed_in` when it was listed.
#[must_use]
pub fn stays(folders: &[MailFolder], listed_in: &str, now: &str, is_search_of_all: bool) -> bool {
    now == listed_in || (is_search_of_all && !is_searched_alone(role(folders, Some(now))))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{may_go, named, of_role, role, stays, targets};
    use crate::contract::mail::{MailFolder, MailFolderRole as Role, MailMessageSummary};

    fn folders() -> Vec<MailFolder> {
        let folder = |id: &str, role| MailFolder {
            id: id.to_owned(),
            role,
            name: String::new(),
            total: 0,
            unread: 0,
        };
        vec![
            folder("f_in", Role::Inbox),
            folder("f_drafts", Role::Drafts),
            folder("f_sent", Role::Sent),
            folder("f_junk", Role::Junk),
            folder("f_trash", Role::Trash),
            folder("f_own", Role::Other),
        ]
    }

    fn ids(folders: &[MailFolder]) -> Vec<&str> {
        folders.iter().map(|folder| folder.id.as_str()).collect()
    }

    #[test]
    fn an_address_without_a_folder_is_what_arrives() {
        let folders = folders();
        let id = |folder: Option<&MailFolder>| folder.map(|folder| folder.id.clone());
        assert_eq!(id(named(&folders, None)).as_deref(), Some("f_in"));
        assert_eq!(id(named(&folders, Some("f_own"))).as_deref(), Some("f_own"));
        assert_eq!(named(&folders, Some("x")), None);
        assert_eq!(named(&[], None), None);
        assert_eq!(role(&[], None), Role::Inbox);
        assert_eq!(role(&folders, Some("x")), Role::Other);
        assert_eq!(
            id(of_role(&folders, Role::Trash)).as_deref(),
            Some("f_trash")
        );
    }

    #[test]
    fn messages_go_where_the_portal_does_not_put_them_itself() {
        let folders = folders();
        assert_eq!(
            ids(&targets(&folders, None)),
            ["f_junk", "f_trash", "f_own"]
        );
        assert_eq!(
            ids(&targets(&folders, Some("f_trash"))),
            ["f_in", "f_junk", "f_own"]
        );
    }

    #[test]
    fn a_draft_goes_to_the_trash_and_back_and_nothing_becomes_one() {
        let message = |draft: Option<&str>| {
            let json = format!(
                r#"{{"id":"m","folder":"f","from":{{"name":"","address":"","external":false}},"to":[],"subject":"",
                "start":"","at":"2026-11-22T18:42:00+01:00","read":true,"flagged":false,"answered":false,
                "has_attachments":false,"draft":{}}}"#,
                serde_json::to_string(&draft).unwrap()
            );
            serde_json::from_str::<MailMessageSummary>(&json).unwrap()
        };
        let (draft, letter) = (message(Some("d")), message(None));
        for (to, goes, draft_goes) in [
            (Role::Trash, true, true),
            (Role::Archive, true, false),
            (Role::Other, true, false),
            (Role::Drafts, false, true),
        ] {
            assert_eq!(
                (may_go(&letter, to), may_go(&draft, to)),
                (goes, draft_goes)
            );
        }
    }

    #[test]
    fn a_row_leaves_the_list_that_its_message_leaves() {
        let folders = folders();
        for (now, is_search_of_all, is_there) in [
            ("f_in", false, true),
            ("f_own", false, false),
            ("f_own", true, true),
            ("f_trash", true, false),
            ("f_junk", true, false),
        ] {
            assert_eq!(
                stays(&folders, "f_in", now, is_search_of_all),
                is_there,
                "{now}"
            );
        }
    }
}
