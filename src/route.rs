//! The addresses of the portal: `enum Route` and its URL, both ways; knows no router and no page.

use crate::contract::endpoint::segment;
use crate::rules::activity_filter::ActivityFilter;
use crate::rules::document_filter::DocumentFilter;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_filter::MailFilter;

/// A page of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: the space when signed in, else the login.
    Root,
    /// `/login`
    Login,
    /// `/login/consent`: charter and terms, when a version is new to the agent.
    Consent,
    /// `/password`
    Password,
    /// `/help`
    Help,
    /// `/diagnostics`: the connection check-up.
    Diagnostics,
    /// `/legal`, `/charter`, `/terms`, `/privacy`: a text of the organisation.
    Text(TextName),
    /// `/accessibility`: the declaration of accessibility.
    Accessibility,
    /// `/signed-out`: the receipt.
    SignedOut,
    /// Below `/space`: for the agent who is signed in.
    Space(SpaceRoute),
    /// Anything else.
    NotFound,
}

/// A text of the organisation that anyone can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextName {
    /// Who publishes the portal.
    Legal,
    /// The charter of use.
    Charter,
    /// The terms of use.
    Terms,
    /// What is kept of a person, why and how long.
    Privacy,
}

impl TextName {
    /// The name in the URL and in the contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Charter => "charter",
            Self::Terms => "terms",
            Self::Privacy => "privacy",
        }
    }
}

/// A page of the agent space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpaceRoute {
    /// `/space`
    Home,
    /// `/space/payslips`
    Payslips,
    /// `/space/payslips/{id}`
    Payslip(String),
    /// `/space/documents`: HR documents, and the certificates that were asked for.
    Documents,
    /// `/space/documents/{id}`
    Document(String),
    /// `/space/leave`: balances, and the agent's requests.
    Leave,
    /// `/space/leave/new`: asking for leave.
    LeaveAsking,
    /// `/space/leave/calendar`: who is away.
    LeaveCalendar,
    /// `/space/leave/approvals`: what the agent validates.
    LeaveApprovals,
    /// `/space/leave/{id}`
    LeaveRequest(String),
    /// `/space/mail`: what arrives.
    Mail,
    /// `/space/mail/{folder}`
    MailFolder(String),
    /// `/space/mail/{folder}/{id}`
    MailMessage(String, String),
    /// `/space/mail/compose`: writing; what it answers, or which draft it is, stands in the query string.
    MailCompose,
    /// `/space/activity`: the journal and the open sessions.
    Activity,
    /// `/space/profile`: who the portal thinks the agent is.
    Profile,
    /// Anything else below `/space`.
    NotFound,
}

impl Route {
    /// The route of a URL's path; total, never panics.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let route = match segments.next() {
            None => Self::Root,
            Some("login") => match segments.next() {
                None => Self::Login,
                Some("consent") => Self::Consent,
                Some(_) => Self::NotFound,
            },
            Some("password") => Self::Password,
            Some("help") => Self::Help,
            Some("diagnostics") => Self::Diagnostics,
            Some("signed-out") => Self::SignedOut,
            Some("legal") => Self::Text(TextName::Legal),
            Some("charter") => Self::Text(TextName::Charter),
            Some("terms") => Self::Text(TextName::Terms),
            Some("privacy") => Self::Text(TextName::Privacy),
            Some("accessibility") => Self::Accessibility,
            Some("space") => return Self::Space(SpaceRoute::from_segments(segments)),
            Some(_) => Self::NotFound,
        };
        if segments.next().is_some() {
            Self::NotFound
        } else {
            route
        }
    }

    /// The URL's path; `from_path` gives the route back, except for [`Route::NotFound`], which leads to the root.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Root | Self::NotFound => "/".to_owned(),
            Self::Login => "/login".to_owned(),
            Self::Consent => "/login/consent".to_owned(),
            Self::Password => "/password".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::Diagnostics => "/diagnostics".to_owned(),
            Self::Text(name) => format!("/{}", name.as_str()),
            Self::Accessibility => "/accessibility".to_owned(),
            Self::SignedOut => "/signed-out".to_owned(),
            Self::Space(space) => space.href(),
        }
    }

    /// This page, which leads on to `target` (a path with its query) when it is done: the login, or the consent.
    #[must_use]
    pub fn then(&self, target: &str) -> String {
        format!("{}?then={}", self.href(), segment(target))
    }
}

impl SpaceRoute {
    fn from_segments<'a>(mut segments: impl Iterator<Item = &'a str>) -> Self {
        match (segments.next(), segments.next(), segments.next()) {
            (None, _, _) => Self::Home,
            (Some("payslips"), None, _) => Self::Payslips,
            (Some("payslips"), Some(id), None) => decoded(id).map_or(Self::NotFound, Self::Payslip),
            (Some("documents"), None, _) => Self::Documents,
            (Some("documents"), Some(id), None) => {
                decoded(id).map_or(Self::NotFound, Self::Document)
            }
            (Some("leave"), None, _) => Self::Leave,
            (Some("leave"), Some("new"), None) => Self::LeaveAsking,
            (Some("leave"), Some("calendar"), None) => Self::LeaveCalendar,
            (Some("leave"), Some("approvals"), None) => Self::LeaveApprovals,
            (Some("leave"), Some(id), None) => {
                decoded(id).map_or(Self::NotFound, Self::LeaveRequest)
            }
            (Some("mail"), None, _) => Self::Mail,
            (Some("mail"), Some("compose"), None) => Self::MailCompose,
            (Some("mail"), Some(folder), None) => {
                decoded(folder).map_or(Self::NotFound, Self::MailFolder)
            }
            (Some("mail"), Some(folder), Some(id)) if segments.next().is_none() => {
                match (decoded(folder), decoded(id)) {
                    (Some(folder), Some(id)) => Self::MailMessage(folder, id),
                    _ => Self::NotFound,
                }
            }
            (Some("activity"), None, _) => Self::Activity,
            (Some("profile"), None, _) => Self::Profile,
            _ => Self::NotFound,
        }
    }

    /// The module that the page is a part of, by its name in the contract, and the first page of that module.
    #[must_use]
    pub fn module(&self) -> Option<(&'static str, Self)> {
        match self {
            Self::Home | Self::Profile | Self::NotFound => None,
            Self::Payslips | Self::Payslip(_) => Some(("payslips", Self::Payslips)),
            Self::Documents | Self::Document(_) => Some(("documents", Self::Documents)),
            Self::Leave
            | Self::LeaveAsking
            | Self::LeaveCalendar
            | Self::LeaveApprovals
            | Self::LeaveRequest(_) => Some(("leave", Self::Leave)),
            Self::Mail | Self::MailFolder(_) | Self::MailMessage(..) | Self::MailCompose => {
                Some(("mail", Self::Mail))
            }
            Self::Activity => Some(("activity", Self::Activity)),
        }
    }

    /// The URL's path.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/space".to_owned(),
            Self::Payslips => "/space/payslips".to_owned(),
            Self::Payslip(id) => format!("/space/payslips/{}", segment(id)),
            Self::Documents => "/space/documents".to_owned(),
            Self::Document(id) => format!("/space/documents/{}", segment(id)),
            Self::Leave => "/space/leave".to_owned(),
            Self::LeaveAsking => "/space/leave/new".to_owned(),
            Self::LeaveCalendar => "/space/leave/calendar".to_owned(),
            Self::LeaveApprovals => "/space/leave/approvals".to_owned(),
            Self::LeaveRequest(id) => format!("/space/leave/{}", segment(id)),
            Self::Mail => "/space/mail".to_owned(),
            Self::MailFolder(folder) => format!("/space/mail/{}", segment(folder)),
            Self::MailMessage(folder, id) => {
                format!("/space/mail/{}/{}", segment(folder), segment(id))
            }
            Self::MailCompose => "/space/mail/compose".to_owned(),
            Self::Activity => "/space/activity".to_owned(),
            Self::Profile => "/space/profile".to_owned(),
        }
    }
}

/// The documents as `filter` asks for them.
#[must_use]
pub fn documents_href(filter: &DocumentFilter) -> String {
    let (href, query) = (SpaceRoute::Documents.href(), filter.query());
    if query.is_empty() {
        href
    } else {
        format!("{href}?{query}")
    }
}

/// The certificates that were asked for, a tab of the documents.
#[must_use]
pub fn document_requests_href() -> String {
    format!("{}?tab=requests", SpaceRoute::Documents.href())
}

/// The messages as `filter` asks for them.
#[must_use]
pub fn mail_href(filter: &MailFilter) -> String {
    let folder = filter.folder.clone();
    let href = folder
        .map_or(SpaceRoute::Mail, SpaceRoute::MailFolder)
        .href();
    match filter.query() {
        "" => href,
        query => format!("{href}?{query}"),
    }
}

/// Writing what `composing` asks for.
#[must_use]
pub fn mail_compose_href(composing: &MailComposing) -> String {
    let href = SpaceRoute::MailCompose.href();
    match composing.query() {
        none if none.is_empty() => href,
        query => format!("{href}?{query}"),
    }
}

/// The journal as `filter` asks for it, with the report of one event open when its id is given.
#[must_use]
pub fn activity_href(filter: ActivityFilter, report: Option<&str>) -> String {
    let mut href = SpaceRoute::Activity.href();
    let mut query = filter.query();
    if let Some(id) = report {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str("report=");
        query.push_str(&segment(id));
    }
    if !query.is_empty() {
        href.push('?');
        href.push_str(&query);
    }
    href
}

/// One path segment without its percent-encoding, `None` when it is not UTF-8.
fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        let hex = |digit: Option<u8>| {
            char::from(digit?)
                .to_digit(16)
                .and_then(|value| u8::try_from(value).ok())
        };
        bytes.push(if byte == b'%' {
            hex(rest.next())? * 16 + hex(rest.next())?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests;
