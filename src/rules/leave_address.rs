//! What an address says about the page of the agent's own leave; knows no page, no call and no sentence.

use super::leave_filter::LeaveFilter;

/// Which requests are listed, and of which year the picture is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeaveAddress {
    /// The requests.
    pub filter: LeaveFilter,
    /// The year of the picture, `None` for the one that is running.
    pub calendar: Option<i32>,
}

impl LeaveAddress {
    /// What the values of the query string ask for; what makes no sense counts for nothing.
    #[must_use]
    pub fn read(year: Option<&str>, state: Option<&str>, calendar: Option<&str>) -> Self {
        Self {
            filter: LeaveFilter::from_query(year, state),
            // The same years as of the requests.
            calendar: LeaveFilter::from_query(calendar, None).year,
        }
    }

    /// The address below `path`; what is the default stands nowhere.
    #[must_use]
    pub fn href(self, path: &str) -> String {
        let calendar = self.calendar.map(|year| format!("calendar={year}"));
        let mut pairs = vec![self.filter.query()];
        pairs.extend(calendar);
        pairs.retain(|pair| !pair.is_empty());
        match pairs.join("&") {
            none if none.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LeaveAddress;
    use crate::rules::leave_filter::LeaveFilter;

    /// The value of a name in an address.
    fn value<'a>(href: &'a str, name: &str) -> Option<&'a str> {
        let (_, query) = href.split_once('?')?;
        let mut pairs = query.split('&');
        pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    #[test]
    fn an_address_leads_to_what_it_was_made_of() {
        for state in LeaveFilter::states().map(Some).chain([None]) {
            for year in [None, Some(2026)] {
                for calendar in [None, Some(2027)] {
                    let filter = LeaveFilter { year, state };
                    let address = LeaveAddress { filter, calendar };
                    let href = address.href("/p");
                    let [year, state, calendar] =
                        ["year", "state", "calendar"].map(|name| value(&href, name));
                    assert_eq!(LeaveAddress::read(year, state, calendar), address, "{href}");
                }
            }
        }
        assert_eq!(LeaveAddress::default().href("/p"), "/p");
    }

    #[test]
    fn nonsense_asks_for_the_default() {
        for bad in ["", "x", "0001", "-1", "99999", "2026 "] {
            let read = LeaveAddress::read(Some(bad), Some(bad), Some(bad));
            assert_eq!(read, LeaveAddress::default(), "{bad:?}");
        }
    }
}
