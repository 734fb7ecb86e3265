//! What a client sent, read strictly and within limits; knows no route.

use crate::problem::Refusal;
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use chrono::NaiveDate;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use nomade::contract::problem::ProblemCode;
use serde_json::{Map, Value};
use std::time::Duration;

/// The largest body that is taken.
pub const BODY_LIMIT: usize = 64 * 1024;
/// The largest body that is taken where somebody may write at length: the longest text of a message, however it is escaped.
pub const LONG_BODY_LIMIT: usize = 3 * 1024 * 1024;
/// How long a client may take to send one.
const BODY_TIME: Duration = Duration::from_secs(15);
/// How long it may take for a long one: a slow mobile network takes it, and the handler still has its time.
const LONG_BODY_TIME: Duration = Duration::from_secs(25);

/// A body that is a JSON object.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonObject(pub Map<String, Value>);

impl<S: Sync> FromRequest<S> for JsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        object(request, (BODY_LIMIT, BODY_TIME)).await.map(Self)
    }
}

/// A body that is a JSON object, and may hold a text of any length that the contract takes.
#[derive(Clone, Debug, PartialEq)]
pub struct LongJsonObject(pub Map<String, Value>);

impl<S: Sync> FromRequest<S> for LongJsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        object(request, (LONG_BODY_LIMIT, LONG_BODY_TIME))
            .await
            .map(Self)
    }
}

async fn object(
    request: Request,
    (limit, time): (usize, Duration),
) -> Result<Map<String, Value>, Refusal> {
    if !is_json(request.headers()) {
        return Err(ProblemCode::UnsupportedMediaType.into());
    }
    // Said before the body is read, so that a client that asks first (`Expect`) need not send it.
    if announced_length(request.headers()).is_some_and(|length| length > limit) {
        return Err(ProblemCode::PayloadTooLarge.into());
    }
    let bytes = read(request.into_body(), (limit, time)).await?;
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) | Err(_) => Err(ProblemCode::InvalidRequest.into()),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (types.next(), types.next()) else {
        return false;
    };
    let essence = value
        .to_str()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn announced_length(headers: &HeaderMap) -> Option<usize> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

async fn read(body: Body, (limit, time): (usize, Duration)) -> Result<Vec<u8>, Refusal> {
    let collected = tokio::time::timeout(time, Limited::new(body, limit).collect()).await;
    match collected {
        Ok(Ok(body)) => Ok(body.to_bytes().into()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            Err(ProblemCode::PayloadTooLarge.into())
        }
        Ok(Err(_)) => Err(ProblemCode::InvalidRequest.into()),
        Err(_) => Err(Refusal::of_status(StatusCode::REQUEST_TIMEOUT)),
    }
}

/// Reads the fields of an object and remembers all that are wrong, so that they are told at once.
#[derive(Debug)]
pub struct Fields<'a> {
    object: &'a mut Map<String, Value>,
    wrong: Vec<(&'static str, &'static str)>,
}

impl<'a> Fields<'a> {
    /// Reads from `object`; what is read leaves it, and what is not asked for does not matter.
    pub fn of(object: &'a mut Map<String, Value>) -> Self {
        Self {
            object,
            wrong: Vec::new(),
        }
    }

    /// True when the field is there and has not been read.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// A text of 1 to `longest` characters.
    pub fn text(&mut self, name: &'static str, longest: usize) -> String {
        match self.object.remove(name) {
            Some(Value::String(text)) if text.is_empty() => self.refuse(name, "required"),
            Some(Value::String(text)) if text.chars().count() > longest => {
                self.refuse(name, "too_long")
            }
            Some(Value::String(text)) => text,
            Some(_) => self.refuse(name, "invalid"),
            None => self.refuse(name, "required"),
        }
    }

    /// A text of up to `longest` characters.
    pub fn text_or_empty(&mut self, name: &'static str, longest: usize) -> String {
        match self.object.get(name) {
            Some(Value::String(text)) if text.is_empty() => String::new(),
            _ => self.text(name, longest),
        }
    }

    /// A text of 1 to `longest` characters, or null.
    pub fn text_or_null(&mut self, name: &'static str, longest: usize) -> Option<String> {
        match self.object.get(name) {
            Some(Value::Null) => None,
            _ => Some(self.text(name, longest)),
        }
    }

    /// True or false.
    pub fn flag(&mut self, name: &'static str) -> bool {
        match self.object.remove(name) {
            Some(Value::Bool(flag)) => flag,
            Some(_) => self.refuse(name, "invalid"),
            None => self.refuse(name, "required"),
        }
    }

    /// An object, of which nothing has been read; what is wrong inside it is told of a name with a dot.
    pub fn object(&mut self, name: &'static str) -> Option<Map<String, Value>> {
        match self.object.remove(name) {
            Some(Value::Object(object)) => Some(object),
            Some(_) => self.refuse(name, "invalid"),
            None => self.refuse(name, "required"),
        }
    }

    /// A whole number of that range.
    pub fn number(&mut self, name: &'static str, range: std::ops::RangeInclusive<i64>) -> i64 {
        match self.object.remove(name) {
            Some(value) => match value.as_i64().filter(|number| range.contains(number)) {
                Some(number) => number,
                None => self.refuse(name, "invalid"),
            },
            None => self.refuse(name, "required"),
        }
    }

    /// Notes that a field is wrong for a reason of the caller's.
    pub fn refuse<T: Default>(&mut self, name: &'static str, code: &'static str) -> T {
        self.wrong.push((name, code));
        T::default()
    }

    /// True while nothing that was read is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.wrong.is_empty()
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// `invalid_fields` with all that was wrong; what was read must not be used then.
    pub fn done(self) -> Result<(), Refusal> {
        if self.wrong.is_empty() {
            Ok(())
        } else {
            Err(Refusal::fields(&self.wrong))
        }
    }
}

/// `YYYY-MM-DD` and no other writing of a day.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    (text.len() == 10 && day.to_string() == text).then_some(day)
}

/// The query string, as the URL standard reads it: any bytes are one, so it can't be malformed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self(
            form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
        ))
    }
}

impl Query {
    /// The one value of that name, if it is there.
    ///
    /// # Errors
    /// The reason, when it is there more than once.
    pub fn one(&self, name: &str) -> Result<Option<&str>, &'static str> {
        let mut values = self.0.iter().filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (None, _) => Ok(None),
            (Some((_, value)), None) => Ok(Some(value)),
            (Some(_), Some(_)) => Err("repeated"),
        }
    }
}

/// Reads parameters and remembers all that are wrong.
#[derive(Debug)]
pub struct Parameters<'a> {
    query: &'a Query,
    wrong: Vec<(&'static str, &'static str)>,
}

impl<'a> Parameters<'a> {
    /// Reads from `query`.
    #[must_use]
    pub fn of(query: &'a Query) -> Self {
        Self {
            query,
            wrong: Vec::new(),
        }
    }

    /// What `meaning` makes of the one value of that name; `None` without one, or when it is wrong.
    pub fn read<T>(
        &mut self,
        name: &'static str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.query.one(name).unwrap_or_else(|reason| {
            self.wrong.push((name, reason));
            None
        })?;
        let read = meaning(text);
        if read.is_none() {
            self.wrong.push((name, "invalid"));
        }
        read
    }

    /// The same of a value that must be there.
    pub fn required<T>(
        &mut self,
        name: &'static str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if self.query.one(name) == Ok(None) {
            self.wrong.push((name, "required"));
        }
        self.read(name, meaning)
    }

    /// Notes that a parameter is wrong for a reason of the caller's.
    pub fn refuse(&mut self, name: &'static str, code: &'static str) {
        self.wrong.push((name, code));
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// `invalid_fields` with all that was wrong; what was read must not be used then.
    pub fn done(self) -> Result<(), Refusal> {
        if self.wrong.is_empty() {
            Ok(())
        } else {
            Err(Refusal::fields(&self.wrong))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn all_wrong_fields_are_told_at_once() {
        let Value::Object(mut object) =
            json!({ "username": 1, "password": "", "shared_device": "yes", "more": [] })
        else {
            panic!("an object");
        };
        let mut fields = Fields::of(&mut object);
        fields.text("username", 10);
        fields.text("password", 10);
        fields.flag("shared_device");
        assert_eq!(
            fields.done(),
            Err(Refusal::fields(&[
                ("username", "invalid"),
                ("password", "required"),
                ("shared_device", "invalid")
            ]))
        );
    }

    #[test]
    fn a_repeated_parameter_is_refused() {
        let query = Query(vec![
            ("year".into(), "2026".into()),
            ("year".into(), "2025".into()),
        ]);
        assert_eq!(query.one("year"), Err("repeated"));
        assert_eq!(query.one("query"), Ok(None));
    }
}
