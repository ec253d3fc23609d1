//! Holidays, and days of the lunisolar calendar.

use jiff::civil::Date;
use nienbieu_model::Certainty;

use super::{INFERRED, Place, counted::offset_day, year::named_year};
use crate::{
    calendar::{LunarDate, holidays},
    grammar::ast::Year,
    resolve::{
        calendar::Calendar,
        resolved::Doubt,
        scope::Scope,
        state::{Anchor, Outlook},
    },
};

/// A holiday: of its stated year, or the one nearest to the day of writing.
pub(crate) fn place_holiday(
    index: usize,
    day: Option<u8>,
    year: Year,
    scope: &Scope<'_>,
) -> Result<Place, Doubt> {
    let Some(holiday) = holidays().get(index) else { return Ok((None, None, INFERRED)) };
    let stated = named_year(year, scope);
    let found = match (stated, scope.writing.date()) {
        (Some((year, anchor)), _) => holiday.dates(year).map(|dates| (dates, anchor)),
        (None, Some(writing)) => match beside(scope) {
            // "Tháng 9 năm ngoái …, đến Giáng sinh …": the feast nearest to what the sentence speaks of.
            Some((day, time)) => {
                holiday.nearest(day).map(|dates| (dates, Some(Anchor::Time(time))))
            }
            None => occurrence(holiday, writing, scope.outlook)
                .map(|dates| (dates, Some(Anchor::Published))),
        },
        (None, None) => carried_feast(holiday, scope),
    };
    let Some(((first, last), anchor)) = found else { return Ok((None, None, INFERRED)) };
    let certainty = if matches!(year, Year::Stated(_)) {
        [Certainty::Stated, Certainty::Inferred, Certainty::Inferred]
    } else {
        INFERRED
    };
    let calendar = match day {
        None => Calendar::Feast { first, last, approximate: holiday.is_approximate() },
        Some(day) => Calendar::day(day_near_tet(first, day)?),
    };
    Ok((Some(calendar), anchor, certainty))
}

/// The occurrence that the words mean: the nearest, weighed by which way they look.
fn occurrence(
    holiday: &crate::calendar::Holiday,
    writing: Date,
    outlook: Outlook,
) -> Option<(Date, Date)> {
    let year = writing.year();
    let all = (year - 1..=year + 1).filter_map(|y| holiday.occurrence_in(y));
    all.min_by_key(|&days| remoteness(days, writing, outlook))
}

/// How far off some days are, weighed by which way the words look.
fn remoteness((first, last): (Date, Date), writing: Date, outlook: Outlook) -> i64 {
    let ahead = writing.duration_until(first).as_hours() / 24;
    let back = last.duration_until(writing).as_hours() / 24;
    match outlook {
        Outlook::Future if back > 0 => back * 6,
        Outlook::Past if ahead > 0 => ahead * 3,
        _ => ahead.max(back).max(0),
    }
}

/// Without a day of writing, a feast takes the year that its sentence says.
fn beside(scope: &Scope<'_>) -> Option<(Date, usize)> {
    let carried = scope.same_sentence()?;
    match carried.calendar {
        Calendar::Month { .. } => carried.calendar.bounds().map(|(first, _)| (first, carried.time)),
        _ => None,
    }
}

fn carried_feast(
    holiday: &crate::calendar::Holiday,
    scope: &Scope<'_>,
) -> Option<((Date, Date), Option<Anchor>)> {
    let carried = scope.state.year.filter(|carried| carried.sentence == scope.sentence)?;
    Some((holiday.occurrence_in(carried.calendar.year()?)?, Some(Anchor::Time(carried.time))))
}

/// `mùng 3 Tết` is two days after the first, `30 Tết` a day of the month before.
fn day_near_tet(first: Date, day: u8) -> Result<Date, Doubt> {
    let moved = if day <= 15 {
        offset_day(first, i32::from(day) - 1)
    } else {
        let eve = LunarDate::from_solar(first).map(|tet| LunarDate {
            year: tet.year - 1,
            month: 12,
            leap: false,
            day,
        });
        eve.and_then(LunarDate::to_solar)
    };
    moved.ok_or(Doubt::NoSuchLunarDay)
}

/// `rằm tháng Giêng`, `tháng Chạp`: by the lunisolar calendar.
pub(crate) fn place_lunar(
    year: Year,
    month: u8,
    day: Option<u8>,
    leap: bool,
    scope: &Scope<'_>,
) -> Result<Place, Doubt> {
    let first = |year: i16| LunarDate { year, month, leap, day: day.unwrap_or(1) }.to_solar();
    let stated = named_year(year, scope);
    let found = match (stated, scope.writing.date()) {
        (Some((year, anchor)), _) => {
            let date = first(year).ok_or(Doubt::NoSuchLunarDay)?;
            Some((date, year, anchor))
        }
        (None, Some(writing)) => {
            let years =
                (writing.year() - 1..=writing.year() + 1).filter_map(|y| Some((first(y)?, y)));
            let nearest = years.min_by_key(|&(d, _)| remoteness((d, d), writing, scope.outlook));
            nearest.map(|(d, y)| (d, y, Some(Anchor::Published)))
        }
        (None, None) => None,
    };
    let Some((date, lunar_year, anchor)) = found else { return Ok((None, None, INFERRED)) };
    let calendar = match day {
        Some(_) => Calendar::day(date),
        None => {
            let length = crate::calendar::month_length(lunar_year, month, leap)
                .ok_or(Doubt::NoSuchLunarDay)?;
            let last = offset_day(date, i32::from(length) - 1).ok_or(Doubt::NoSuchLunarDay)?;
            Calendar::Feast { first: date, last, approximate: false }
        }
    };
    Ok((Some(calendar), anchor, INFERRED))
}
