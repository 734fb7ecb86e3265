//! Which messages an address lists; knows no page, no call and nothing that is searched for.

/// Which messages are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailFilter {
    /// The id of the folder, `None` for what arrives.
    pub folder: Option<String>,
    /// Only those that have not been read.
    pub unread: bool,
}

impl MailFilter {
    /// What the address asks for: the folder stands in its path; another value of `unread` than 1 counts for nothing.
    #[must_use]
    pub fn read(folder: Option<String>, unread: Option<&str>) -> Self {
        Self {
            folder,
            unread: unread == Some("1"),
        }
    }

    /// The query string of the address, without its `?`; empty when every message is listed.
    #[must_use]
    pub fn query(&self) -> &'static str {
        if self.unread { "unread=1" } else { "" }
    }

    /// What the pages of the list belong to: a cursor of one leads nowhere in another.
    #[must_use]
    pub fn key(&self) -> String {
        let folder = self.folder.as_deref().unwrap_or_default();
        format!("{folder}?{}", self.query())
    }
}

#[cfg(test)]
mod tests {
    use super::MailFilter;

    #[test]
    fn an_address_asks_for_all_messages_or_for_the_unread_ones() {
        for (value, unread, query) in [
            (None, false, ""),
            (Some("1"), true, "unread=1"),
            (Some("0"), false, ""),
            (Some("true"), false, ""),
        ] {
            let filter = MailFilter::read(None, value);
            assert_eq!((filter.unread, filter.query()), (unread, query));
        }
    }

    #[test]
    fn each_folder_and_each_filter_has_pages_of_its_own() {
        let folder = || Some("f_1".to_owned());
        let keys = [
            MailFilter::read(None, None).key(),
            MailFilter::read(None, Some("1")).key(),
            MailFilter::read(folder(), None).key(),
            MailFilter::read(folder(), Some("1")).key(),
        ];
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{key}");
        }
    }
}
