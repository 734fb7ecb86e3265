//! What a sign-out hands on to its receipt, in the address; carries nothing about a person, and believes nothing that it reads.

use crate::contract::activity::ActivityItemKind;
use crate::contract::endpoint::segment;
use crate::contract::instant::Instant;
use chrono::{DateTime, SecondsFormat};

/// The most downloads of a kind that a receipt speaks of.
const MOST: u32 = 999;

/// How the session ended here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WayOut {
    /// The agent signed out, and the portal was told.
    #[default]
    SignedOut,
    /// The agent signed out, and the portal could not be told.
    PortalUnreached,
    /// The agent signed out in another tab.
    InAnotherTab,
    /// The session of a shared device was over.
    TimeOver,
}

/// How many files of a kind were downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What kind of file.
    pub kind: ActivityItemKind,
    /// How many.
    pub count: u32,
}

/// What the receipt is told; everything else it asks the browser and the portal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// How the session ended here.
    pub way_out: WayOut,
    /// When the session ends by itself, where the portal could not be told.
    pub ends_at: Option<Instant>,
    /// What was downloaded, by kind.
    pub taken: Vec<Taken>,
}

const WAYS: [(WayOut, &str); 4] = [
    (WayOut::SignedOut, "signed_out"),
    (WayOut::PortalUnreached, "unreached"),
    (WayOut::InAnotherTab, "another_tab"),
    (WayOut::TimeOver, "time_over"),
];

const KINDS: [(ActivityItemKind, &str); 3] = [
    (ActivityItemKind::Payslip, "payslip"),
    (ActivityItemKind::Document, "document"),
    (ActivityItemKind::Unknown, "other"),
];

/// Only payslips and documents have a name of their own: no other word than theirs stands in an address.
fn told_as(kind: ActivityItemKind) -> ActivityItemKind {
    match kind {
        ActivityItemKind::Payslip | ActivityItemKind::Document => kind,
        ActivityItemKind::DocumentRequest
        | ActivityItemKind::LeaveRequest
        | ActivityItemKind::MailMessage
        | ActivityItemKind::Unknown => ActivityItemKind::Unknown,
    }
}

impl Receipt {
    /// The query string, with its `?`; empty when there is nothing to add.
    #[must_use]
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        if self.way_out != WayOut::SignedOut {
            let way = WAYS.iter().find(|(way, _)| *way == self.way_out);
            pairs.extend(way.map(|(_, word)| format!("way={word}")));
        }
        pairs.extend(self.ends_at.map(|at| {
            let at = DateTime::from(at).to_rfc3339_opts(SecondsFormat::Secs, false);
            format!("until={}", segment(&at))
        }));
        let taken: Vec<String> = KINDS
            .iter()
            .filter_map(|(kind, word)| {
                let of_kind = self
                    .taken
                    .iter()
                    .filter(|taken| told_as(taken.kind) == *kind);
                let count = of_kind.fold(0_u32, |sum, taken| sum.saturating_add(taken.count));
                (count > 0).then(|| format!("{word}.{}", count.min(MOST)))
            })
            .collect();
        if !taken.is_empty() {
            pairs.push(format!("taken={}", taken.join("~")));
        }
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }
    /// What the query string tells, as far as it can be understood: whoever made the link up gets an ordinary receipt.
    #[must_use]
    pub fn read(way: Option<&str>, until: Option<&str>, taken: Option<&str>) -> Self {
        let way_out = way.and_then(|word| WAYS.iter().find(|(_, known)| *known == word));
        let ends_at = until.and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        let mut known: Vec<Taken> = Vec::new();
        for part in taken.unwrap_or_default().split('~') {
            let read = part.split_once('.').and_then(|(word, count)| {
                let (kind, _) = KINDS.iter().find(|(_, known)| *known == word)?;
                let count = count
                    .parse()
                    .ok()
                    .filter(|count| (1..=MOST).contains(count))?;
                Some(Taken { kind: *kind, count })
            });
            if let Some(read) = read.filter(|read| known.iter().all(|it| it.kind != read.kind)) {
                known.push(read);
            }
        }
        Self {
            way_out: way_out.map(|(way, _)| *way).unwrap_or_default(),
            ends_at: ends_at.map(Instant::from),
            taken: known,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Receipt, Taken, WayOut};
    use crate::contract::activity::ActivityItemKind as Kind;
    use crate::contract::instant::Instant;
    use chrono::DateTime;

    #[test]
    fn nothing_special_adds_nothing_to_the_address() {
        assert_eq!(Receipt::default().query(), "");
        assert_eq!(Receipt::read(None, None, None), Receipt::default());
    }

    #[test]
    fn what_is_handed_on_is_read_again() {
        let receipt = Receipt {
            way_out: WayOut::PortalUnreached,
            ends_at: DateTime::parse_from_rfc3339("2026-11-22T18:42:00+01:00")
                .ok()
                .map(Instant::from),
            taken: vec![
                Taken {
                    kind: Kind::Payslip,
                    count: 2,
                },
                Taken {
                    kind: Kind::Unknown,
                    count: 1,
                },
            ],
        };
        let query = receipt.query();
        assert_eq!(
            query,
            "?way=unreached&until=2026-11-22T18%3A42%3A00%2B01%3A00&taken=payslip.2~other.1"
        );
        let read = Receipt::read(
            Some("unreached"),
            Some("2026-11-22T18:42:00+01:00"),
            Some("payslip.2~other.1"),
        );
        assert_eq!(read, receipt);
        assert_eq!(
            read.ends_at.map(Instant::wall_clock),
            receipt.ends_at.map(Instant::wall_clock)
        );
    }

    #[test]
    fn files_of_leave_count_as_others_and_none_is_lost() {
        let taken = |kind, count| Taken { kind, count };
        let receipt = Receipt {
            taken: vec![
                taken(Kind::LeaveRequest, 2),
                taken(Kind::Document, 1),
                taken(Kind::Unknown, 1),
                taken(Kind::DocumentRequest, 0),
            ],
            ..Receipt::default()
        };
        assert_eq!(receipt.query(), "?taken=document.1~other.3");
    }

    #[test]
    fn what_is_made_up_is_not_believed() {
        for (way, until, taken) in [
            ("hacked", "tomorrow", "payslip.0"),
            ("<b>", "", "payslip.1000"),
            (
                "SIGNED_OUT",
                "2026-13-01T00:00:00+01:00",
                "gold.3~payslip.-1~payslip",
            ),
        ] {
            let read = Receipt::read(Some(way), Some(until), Some(taken));
            assert_eq!(read, Receipt::default(), "{way} {until} {taken}");
        }
        let twice = Receipt::read(None, None, Some("payslip.1~payslip.7"));
        assert_eq!(
            twice.taken,
            [Taken {
                kind: Kind::Payslip,
                count: 1
            }]
        );
    }
}
