//! The rules of leave, pure: days off, half-days, rights, overlaps and levels; knows no database, no request and no clock.
//!
//! Days are dates, never instants. Whatever is counted is counted in half-days, as whole numbers.

pub mod accounts;
pub mod calendar;
pub mod calendar_file;
pub mod half_days;
pub mod holidays;
pub mod kinds;
pub mod levels;
pub mod obstacles;
pub mod words;
