//! The Vietnamese calendar: lunar dates, can chi years, holidays.
//!
//! Pure look-ups without I/O or clock. The lunar calendar is a table of one word a year; the
//! astronomy that the table was computed with lives beside it and recomputes it in the tests.

#[cfg(test)]
mod almanac;
mod can_chi;
mod holiday_rule;
mod holidays;
mod lunar;
mod lunar_table;

pub use can_chi::{BRANCHES, CanChi, PLAIN_BRANCHES, PLAIN_STEMS, STEMS};
pub use holidays::{Holiday, holiday, holidays};
pub use lunar::{LunarDate, YEARS, leap_month, month_length, tet, thanh_minh};
