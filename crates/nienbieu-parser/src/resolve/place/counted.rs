//! Values counted from the day of writing or from the day spoken of.

use jiff::{ToSpan, civil::Date};

use super::{INFERRED, Place};
use crate::resolve::{
    calendar::{Calendar, date},
    length::monday,
    scope::Scope,
    state::Anchor,
};

/// A value counted from the day of writing. Without a year, only the day itself can be had.
pub(crate) fn from_writing(
    scope: &Scope<'_>,
    value: impl FnOnce(Date) -> Option<Calendar>,
) -> Place {
    let found = match scope.writing.date() {
        Some(day) => value(day),
        None => scope.writing.yearless.and_then(|(month, day)| in_common_year(month, day, value)),
    };
    (found, found.map(|_| Anchor::Published), INFERRED)
}

/// Counts from a year-less day in a common year and drops the year again, where that is safe.
fn in_common_year(
    month: u8,
    day: u8,
    value: impl FnOnce(Date) -> Option<Calendar>,
) -> Option<Calendar> {
    without_year(value(date(COMMON_YEAR, month, day)?)?)
}

/// A day of the common year that stood in for one unknown, without that year again.
const fn without_year(calendar: Calendar) -> Option<Calendar> {
    match calendar {
        Calendar::Day { year: Some(COMMON_YEAR), month, day } => {
            Some(Calendar::Day { year: None, month, day })
        }
        _ => None,
    }
}

/// Stands for any year of 365 days where days are counted from one without its year.
const COMMON_YEAR: i16 = 2021;

/// A value counted from the day spoken of, or from the day of writing where none was.
pub(crate) fn from_focus(scope: &Scope<'_>, value: impl FnOnce(Date) -> Option<Calendar>) -> Place {
    // A day spoken of long before is no longer the one meant.
    let near = scope
        .state
        .focus(scope.sentence, scope.outlook)
        .filter(|carried| scope.sentence <= carried.sentence + FOCUS_REACH);
    let Some(carried) = near else { return (None, None, INFERRED) };
    let moved = match (carried.calendar.date(), carried.calendar) {
        (Some(day), _) => value(day),
        (None, Calendar::Day { month: Some(month), day, .. }) => in_common_year(month, day, value),
        (None, _) => return (None, None, INFERRED),
    };
    (moved, Some(Anchor::Time(carried.time)), INFERRED)
}

/// A week counted from the one spoken of last, or from that of the day spoken of.
pub(crate) fn from_week_spoken_of(scope: &Scope<'_>, weeks: i32) -> Place {
    if let Some(carried) = scope.state.last
        && let Calendar::Week(monday) = carried.calendar
    {
        let week = offset_day(monday, weeks * 7).map(Calendar::Week);
        return (week, Some(Anchor::Time(carried.time)), INFERRED);
    }
    from_focus(scope, |day| offset_day(monday(day)?, weeks * 7).map(Calendar::Week))
}

/// How many sentences a day stays the one spoken of.
const FOCUS_REACH: usize = 12;

/// A day so many days off.
pub(crate) fn offset_day(day: Date, days: i32) -> Option<Date> {
    day.checked_add(i64::from(days).days()).ok()
}

/// A clock time alone: on the day spoken of in the same passage.
pub(crate) fn place_clock(scope: &Scope<'_>) -> Place {
    match scope.state.day.filter(|_| !scope.habitual) {
        Some(carried) if scope.sentence <= carried.sentence + 1 => {
            (Some(carried.calendar), Some(Anchor::Time(carried.time)), INFERRED)
        }
        _ => (None, None, INFERRED),
    }
}
