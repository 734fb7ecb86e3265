//! What an address says about the list of payslips; knows no page, no call and no sentence.

/// How much of the pay over time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlotSpan {
    /// The last twelve months.
    #[default]
    Year,
    /// The last thirty-six.
    ThreeYears,
    /// Everything.
    All,
}

/// In the order in which they are offered, each by its name in the address.
pub const SPANS: [(PlotSpan, &str); 3] = [
    (PlotSpan::Year, "1y"),
    (PlotSpan::ThreeYears, "3y"),
    (PlotSpan::All, "all"),
];

/// The years that a backend takes.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

impl PlotSpan {
    /// The span that is called so; another name is the default.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let known = SPANS.into_iter().find(|(_, known)| *known == name);
        known.map(|(span, _)| span).unwrap_or_default()
    }

    /// So many months, `None` for all.
    #[must_use]
    pub fn months(self) -> Option<i64> {
        match self {
            Self::Year => Some(12),
            Self::ThreeYears => Some(36),
            Self::All => None,
        }
    }
}

/// Which payslips are listed, and how much of the pay over time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PayslipsAddress {
    /// The year, `None` for all.
    pub year: Option<i16>,
    /// The span of the plot.
    pub span: PlotSpan,
}

impl PayslipsAddress {
    /// What the values of the query string ask for; a year that is none asks for all.
    #[must_use]
    pub fn read(year: Option<&str>, span: Option<&str>) -> Self {
        Self {
            year: year
                .and_then(|year| year.parse().ok())
                .filter(|year| YEARS.contains(year)),
            span: span.map(PlotSpan::named).unwrap_or_default(),
        }
    }

    /// The address below `path`; what is the default stands nowhere.
    #[must_use]
    pub fn href(self, path: &str) -> String {
        let year = self.year.map(|year| format!("year={year}"));
        let span = SPANS.into_iter().find_map(|(span, name)| {
            (span == self.span && span != PlotSpan::default()).then(|| format!("span={name}"))
        });
        let query: Vec<String> = [year, span].into_iter().flatten().collect();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PayslipsAddress, PlotSpan, SPANS};

    #[test]
    fn an_address_comes_back_from_its_own_writing() {
        for (span, _) in SPANS {
            for year in [None, Some(2026), Some(1900), Some(2999)] {
                let asked = PayslipsAddress { year, span };
                let href = asked.href("/x");
                let value = |name: &str| {
                    let query = href.split_once('?')?.1;
                    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
                    pairs.find_map(|(known, value)| (known == name).then_some(value))
                };
                assert_eq!(
                    PayslipsAddress::read(value("year"), value("span")),
                    asked,
                    "{href}"
                );
            }
        }
        assert_eq!(PayslipsAddress::default().href("/x"), "/x");
    }

    #[test]
    fn what_is_no_year_and_no_span_asks_for_the_default() {
        for strange in [
            "",
            "x",
            "-1",
            "1899",
            "3000",
            "99999",
            "3Y",
            "all&year=1",
            "2026.0",
        ] {
            assert_eq!(
                PayslipsAddress::read(Some(strange), Some(strange)),
                PayslipsAddress::default(),
                "{strange}"
            );
        }
        assert_eq!(PlotSpan::named("all"), PlotSpan::All);
    }
}
