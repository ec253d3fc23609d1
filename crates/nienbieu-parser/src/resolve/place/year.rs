//! Years: the one said, the one meant, and the one that a stretch without a year belongs to.

use jiff::civil::Date;

use super::{INFERRED, Place, STATED, YEAR_INFERRED};
use crate::{
    grammar::ast::Year,
    resolve::{
        calendar::{Calendar, date},
        scope::Scope,
        state::{Anchor, Carried, Outlook, nearest_year},
    },
};

/// The year that a deictic or a cycle name means.
pub(crate) fn named_year(year: Year, scope: &Scope<'_>) -> Option<(i16, Option<Anchor>)> {
    // The year of the last day told of is the year of writing, so far as the page can tell.
    let writing = scope.writing.date().or(scope.writing.about).map(Date::year);
    match year {
        Year::Stated(year) => Some((year, None)),
        Year::Deictic(offset) => {
            let offset = i16::try_from(offset).ok()?;
            Some((writing?.checked_add(offset)?, Some(Anchor::Published)))
        }
        Year::Cycle(cycle) => match writing {
            Some(year) => Some((cycle.year_near(year), Some(Anchor::Published))),
            None => scope.state.year.and_then(|carried| {
                Some((cycle.year_near(carried.calendar.year()?), Some(Anchor::Time(carried.time))))
            }),
        },
        Year::Focus(offset) => {
            let carried = scope.state.last?;
            let offset = i16::try_from(offset).ok()?;
            Some((carried.calendar.year()?.checked_add(offset)?, Some(Anchor::Time(carried.time))))
        }
        Year::After => match scope.same_sentence().filter(|_| scope.outlook != Outlook::Future) {
            Some(carried) => Some((carried.calendar.year()? + 1, Some(Anchor::Time(carried.time)))),
            None => Some((writing? + 1, Some(Anchor::Published))),
        },
        Year::Coming | Year::Gone | Year::Absent => None,
    }
}

/// `năm 2021`, `năm ngoái`, `niên độ 2022`
pub(crate) fn place_year(year: Year, scope: &Scope<'_>) -> Place {
    match named_year(year, scope) {
        Some((year, None)) => (Some(Calendar::Year(year)), None, STATED),
        Some((year, anchor)) => (Some(Calendar::Year(year)), anchor, INFERRED),
        None => (None, None, INFERRED),
    }
}

/// A stretch between two days of a year: of the year said, or of the one it must be.
pub(crate) fn place_in_year(
    year: Year,
    first: (u8, u8),
    last: (u8, u8),
    weight: Option<i64>,
    scope: &Scope<'_>,
    build: impl Fn(Option<i16>) -> Calendar,
) -> Place {
    match (year, named_year(year, scope)) {
        (Year::Stated(year), _) => (Some(build(Some(year))), None, STATED),
        (_, Some((year, anchor))) => (Some(build(Some(year))), anchor, YEAR_INFERRED),
        (Year::Coming, None) => match coming_year(scope, last) {
            Some(year) => (Some(build(Some(year))), Some(Anchor::Published), YEAR_INFERRED),
            None => (Some(build(None)), None, YEAR_INFERRED),
        },
        (Year::Gone, None) => match gone_year(scope, first) {
            Some(year) => (Some(build(Some(year))), Some(Anchor::Published), YEAR_INFERRED),
            None => (Some(build(None)), None, YEAR_INFERRED),
        },
        (Year::Absent, None) => match missing_year(scope, first, last, weight) {
            Some((year, anchor)) => (Some(build(Some(year))), Some(anchor), YEAR_INFERRED),
            None => (Some(build(None)), None, YEAR_INFERRED),
        },
        (Year::Deictic(0), None) if scope.writing.yearless.is_some() => {
            (Some(build(None)), Some(Anchor::Published), INFERRED)
        }
        (_, None) => (None, None, INFERRED),
    }
}

/// A year for a stretch that names none, from the same sentence, the day of writing, or what went before.
fn missing_year(
    scope: &Scope<'_>,
    first: (u8, u8),
    last: (u8, u8),
    weight: Option<i64>,
) -> Option<(i16, Anchor)> {
    if let Some(carried) = scope.state.year.filter(|carried| carried.sentence == scope.sentence) {
        let year = carried.calendar.year()?;
        return Some((carried_year(&carried, year, first.0), Anchor::Time(carried.time)));
    }
    if let Some(writing) = scope.writing.date() {
        let begun = || date(writing.year(), first.0, first.1).filter(|start| *start <= writing);
        let year = match weight {
            // Quarters and halves belong to the year of writing once they have begun.
            Some(_) if scope.outlook != Outlook::Future && begun().is_some() => writing.year(),
            _ => nearest_year(writing, first, last, scope.outlook, weight)?,
        };
        return Some((year, Anchor::Published));
    }
    if scope.writing.yearless.is_some() {
        return None;
    }
    if let Some((day, time, _)) = scope.ahead.filter(|(.., sentence)| *sentence == scope.sentence) {
        let year = nearest_year(day, first, last, Outlook::Unsaid, Some(1))?;
        return Some((year, Anchor::Time(time)));
    }
    if let Some(about) = scope.writing.about {
        let year = nearest_year(about, first, last, scope.outlook, weight)?;
        return is_near(about, year, first, last).then_some((year, Anchor::Published));
    }
    let Some(carried) = scope.state.year else {
        let (day, time, _) = scope.ahead?;
        let year = nearest_year(day, first, last, Outlook::Unsaid, Some(1))?;
        return Some((year, Anchor::Time(time)));
    };
    Some((carried_year(&carried, carried.calendar.year()?, first.0), Anchor::Time(carried.time)))
}

/// Days around a day told of within which the year of another is sure enough.
const NEAR: i64 = 150;

/// Whether a stretch of a year lies near a day.
fn is_near(about: Date, year: i16, first: (u8, u8), last: (u8, u8)) -> bool {
    let days = |a: Date, b: Date| a.duration_until(b).as_hours() / 24;
    let (Some(start), Some(end)) =
        (date(year, first.0, first.1), date(year, last.0, last.1.min(28)))
    else {
        return false;
    };
    days(about, start) <= NEAR && days(end, about) <= NEAR
}

/// The carried year, or the next where a day early in the year follows one late in it.
fn carried_year(carried: &Carried, year: i16, month: u8) -> i16 {
    match carried.calendar {
        Calendar::Day { month: Some(late), .. } | Calendar::Month { month: late, .. }
            if late >= month + 9 =>
        {
            year + 1
        }
        _ => year,
    }
}

/// The last year in which a stretch has begun.
fn gone_year(scope: &Scope<'_>, first: (u8, u8)) -> Option<i16> {
    let writing = scope.writing.date()?;
    let year = writing.year();
    [year, year - 1]
        .into_iter()
        .find(|&year| date(year, first.0, first.1).is_some_and(|start| start <= writing))
}

/// The first year in which a stretch has not ended yet.
fn coming_year(scope: &Scope<'_>, last: (u8, u8)) -> Option<i16> {
    let writing = scope.writing.date()?;
    (writing.year()..=writing.year() + 1)
        .find(|&year| date(year, last.0, last.1).is_some_and(|end| end >= writing))
}
