//! Months, quarters, weeks, seasons and school years.

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate},
};

use super::{
    INFERRED, Place, STATED,
    counted::from_writing,
    year::{named_year, place_in_year},
};
use crate::{
    grammar::ast::{Month, Season, Year},
    resolve::{
        calendar::{Calendar, date},
        length::monday,
        scope::Scope,
        state::{Anchor, Carried, Outlook},
    },
};

/// `tháng 7`, `tháng này`, `tháng sau`, or what `build` makes of that month.
pub(crate) fn place_month(
    year: Year,
    month: Month,
    scope: &Scope<'_>,
    build: impl Fn(Option<i16>, u8) -> Calendar,
) -> Place {
    match month {
        Month::Stated(month) => {
            place_in_year(year, (month, 1), (month, 28), None, scope, |year| build(year, month))
        }
        Month::Deictic(offset) if scope.writing.yearless.is_some() => {
            let month =
                scope.writing.yearless.map_or(1, |(month, _)| i32::from(month)) - 1 + offset;
            let month = u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
            (Some(build(None, month)), Some(Anchor::Published), INFERRED)
        }
        other => match named_month(other, scope) {
            Some((found, month, anchor)) => {
                // "tháng này năm ngoái": the year said counts, not the month's own.
                let year = named_year(year, scope).map_or(found, |(year, _)| year);
                (Some(build(Some(year), month)), Some(anchor), INFERRED)
            }
            None => (None, None, INFERRED),
        },
    }
}

/// A month counted from the month of writing, or the month spoken of.
pub(crate) fn named_month(month: Month, scope: &Scope<'_>) -> Option<(i16, u8, Anchor)> {
    match month {
        Month::Deictic(offset) => {
            let there = scope
                .writing
                .date()?
                .first_of_month()
                .checked_add(i64::from(offset).months())
                .ok()?;
            Some((there.year(), u8::try_from(there.month()).ok()?, Anchor::Published))
        }
        Month::Focus(offset) => month_near(&scope.state.last?, offset),
        Month::After => match scope.same_sentence() {
            Some(carried) => month_near(&carried, 1),
            None => named_month(Month::Deictic(1), scope),
        },
        _ => None,
    }
}

/// A month counted from the month of a time already read.
fn month_near(carried: &Carried, offset: i32) -> Option<(i16, u8, Anchor)> {
    let (first, _) = carried.calendar.bounds()?;
    let there = first.first_of_month().checked_add(i64::from(offset).months()).ok()?;
    Some((there.year(), u8::try_from(there.month()).ok()?, Anchor::Time(carried.time)))
}

/// `quý này`, `quý trước`
pub(crate) fn place_quarter(offset: i32, scope: &Scope<'_>) -> Place {
    from_writing(scope, |day| {
        let months = i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3 + offset;
        let quarter = u8::try_from(months.rem_euclid(4) + 1).ok()?;
        Some(Calendar::Quarter { year: i16::try_from(months.div_euclid(4)).ok(), quarter })
    })
}

/// `tuần 27`: by ISO 8601 weeks, as the Ministry of Health counts them, of the year of writing where
/// that week is over, else of the year before.
pub(crate) fn place_week(year: Year, week: u8, scope: &Scope<'_>) -> Place {
    let monday_of = |year: i16| {
        let week = ISOWeekDate::new(year, i8::try_from(week).ok()?, jiff::civil::Weekday::Monday);
        week.ok().map(ISOWeekDate::date)
    };
    if let Some((year, anchor)) = named_year(year, scope) {
        let certainty = if anchor.is_none() { STATED } else { INFERRED };
        return (monday_of(year).map(Calendar::Week), anchor, certainty);
    }
    from_writing(scope, |writing| {
        let here = monday_of(writing.year())?;
        let ahead = here > writing && scope.outlook != Outlook::Future;
        let monday = if ahead { monday_of(writing.year() - 1)? } else { here };
        Some(Calendar::Week(monday))
    })
}

/// The first or last day of a month; of February without a year the last is not known.
pub(crate) fn day_of_month(year: Option<i16>, month: u8, last: bool) -> Calendar {
    // A common year's months are as long as any other's but February.
    let length = |year| date(year, month, 1).and_then(|day| u8::try_from(day.days_in_month()).ok());
    let day = match (last, year) {
        (false, _) => Some(1),
        (true, None) if month == 2 => None,
        (true, year) => length(year.unwrap_or(2021)),
    };
    day.map_or(Calendar::Month { year, month }, |day| Calendar::Day {
        year,
        month: Some(month),
        day,
    })
}

/// A week of a month. A week belongs to the month that most of its days are in, as ISO 8601 has it of
/// years; without a year it cannot be told.
pub(crate) fn week_of_month(year: Option<i16>, month: u8, rank: i8) -> Calendar {
    let thursday = |year: i16| {
        date(year, month, 1)?.nth_weekday_of_month(rank, jiff::civil::Weekday::Thursday).ok()
    };
    let first = year.and_then(thursday).and_then(monday);
    first.map_or(Calendar::Month { year, month }, Calendar::Week)
}

/// About when a season is over.
pub(crate) const fn season_end(season: Season) -> (u8, u8) {
    match season {
        Season::Spring => (4, 30),
        Season::Summer => (8, 31),
        Season::Autumn => (11, 30),
        _ => (12, 31),
    }
}

/// The school year that a day belongs to, or the one so many off: lessons end in May, and from June on
/// the talk is of the new one.
pub(crate) fn school_year_near(day: Date, offset: i32) -> Option<Calendar> {
    let running = if day.month() >= 6 { day.year() } else { day.year() - 1 };
    let first = running.checked_add(i16::try_from(offset).ok()?)?;
    Some(Calendar::Years(first, first.checked_add(1)?))
}
