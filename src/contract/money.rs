//! Money as integer cents and rates as integer thousandths of a percent; knows no float and no currency sign.

use serde::{Deserialize, Serialize};

/// An amount of euros, exact to the cent; negative when it is taken away.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

/// A rate, exact to the thousandth of a percent: 9.2 % is `Rate(9_200)`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Rate(pub i64);
