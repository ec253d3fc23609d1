//! Days by date, by number alone, and by weekday.

use jiff::{ToSpan, civil::Date};

use super::{
    DAY_STATED, INFERRED, Place, counted::offset_day, period::named_month, year::place_in_year,
};
use crate::{
    calendar::LunarDate,
    grammar::ast::{Month, Which, Year},
    resolve::{
        calendar::{Calendar, date},
        length::monday,
        resolved::Doubt,
        scope::Scope,
        state::{Anchor, Carried, Outlook, State},
    },
};

/// `ngày 5/8`, `ngày 15 tháng này`: a day with its month.
pub(crate) fn place_day(
    year: Year,
    month: Month,
    day: u8,
    weekday: Option<u8>,
    scope: &Scope<'_>,
) -> Result<Place, Doubt> {
    let number = match month {
        Month::Stated(number) => number,
        Month::Absent => {
            // "ngày 15 tới", "ngày 20 vừa qua": the words say which way it lies.
            let outlook = match year {
                Year::Coming => Outlook::Future,
                Year::Gone => Outlook::Past,
                _ => return Ok(place_lone_day(day, scope)),
            };
            let alone = State::default();
            return Ok(place_lone_day(day, &Scope { outlook, state: &alone, ..*scope }));
        }
        other => {
            let found = named_month(other, scope);
            let Some((year, month, anchor)) = found else {
                return Ok((
                    Some(Calendar::Day { year: None, month: None, day }),
                    None,
                    DAY_STATED,
                ));
            };
            let Some(_) = date(year, month, day) else {
                return Err(Doubt::Impossible { year: Some(year), month, day });
            };
            let calendar = Calendar::Day { year: Some(year), month: Some(month), day };
            return Ok((Some(calendar), Some(anchor), DAY_STATED));
        }
    };
    if !(1..=12).contains(&number) || !(1..=31).contains(&day) {
        let year = if let Year::Stated(year) = year { Some(year) } else { None };
        return Err(Doubt::Impossible { year, month: number, day });
    }
    let build = |year| Calendar::Day { year, month: Some(number), day };
    let mut place = place_in_year(year, (number, day), (number, day), None, scope, build);
    if year == Year::Absent
        && let (Some(weekday), Some(writing)) = (weekday, scope.writing.date())
    {
        settle_by_weekday(&mut place, weekday, writing);
    }
    match place.0 {
        Some(Calendar::Day { year: Some(year), .. }) if date(year, number, day).is_none() => {
            Err(Doubt::Impossible { year: Some(year), month: number, day })
        }
        _ => Ok(place),
    }
}

/// Where the year is inferred, a stated weekday has a say in it.
fn settle_by_weekday(place: &mut Place, weekday: u8, writing: Date) {
    let Some(Calendar::Day { year: Some(guess), month: Some(month), day }) = place.0 else {
        return;
    };
    let agrees = |year: i16| {
        date(year, month, day)
            .is_some_and(|d| u8::try_from(d.weekday().to_monday_one_offset()) == Ok(weekday))
    };
    if agrees(guess) {
        return;
    }
    let near = [writing.year(), writing.year() - 1, writing.year() + 1];
    if let Some(&year) = near.iter().find(|&&year| agrees(year)) {
        place.0 = Some(Calendar::Day { year: Some(year), month: Some(month), day });
    }
}

/// `mùng 5`: of the lunar month where a feast or a lunar day was spoken of, else as a day of the month.
pub(crate) fn place_early_day(day: u8, scope: &Scope<'_>) -> Place {
    let near =
        scope.state.last.filter(|carried| carried.lunar && scope.sentence <= carried.sentence + 3);
    let moved = near.and_then(|carried| {
        let lunar = LunarDate::from_solar(carried.calendar.date()?)?;
        Some((LunarDate { day, ..lunar }.to_solar()?, carried.time))
    });
    match moved {
        Some((date, time)) => (Some(Calendar::day(date)), Some(Anchor::Time(time)), INFERRED),
        None => place_lone_day(day, scope),
    }
}

/// `ngày 15`: of the month spoken of in the same passage, else the nearest one gone by.
fn place_lone_day(day: u8, scope: &Scope<'_>) -> Place {
    // A month is the one spoken of within its sentence, a day's month within its passage.
    let reach = |carried: &Carried| match carried.calendar {
        Calendar::Day { .. } => 2,
        _ => 0,
    };
    if let Some(carried) = scope.state.last
        && scope.sentence <= carried.sentence + reach(&carried)
        && let Calendar::Day { year, month: Some(month), .. } | Calendar::Month { year, month } =
            carried.calendar
        && year.is_none_or(|year| date(year, month, day).is_some())
    {
        let calendar = Calendar::Day { year, month: Some(month), day };
        return (Some(calendar), Some(Anchor::Time(carried.time)), DAY_STATED);
    }
    let Some(writing) = scope.writing.date() else {
        return (Some(Calendar::Day { year: None, month: None, day }), None, DAY_STATED);
    };
    let in_month = |months: i64| {
        let there = writing.first_of_month().checked_add(months.months()).ok()?;
        date(there.year(), u8::try_from(there.month()).ok()?, day)
    };
    let ahead = |d: &Date| *d > writing;
    let nearest = match (in_month(0), scope.outlook) {
        (Some(this), Outlook::Future) if this < writing => in_month(1),
        (Some(this), Outlook::Past) if ahead(&this) => in_month(-1),
        (Some(this), Outlook::Unsaid) if ahead(&this) && this.day() - writing.day() > 10 => {
            in_month(-1)
        }
        (None, _) => in_month(-1),
        (this, _) => this,
    };
    (nearest.map(Calendar::day), Some(Anchor::Published), DAY_STATED)
}

/// Nearest day of the week, as the words pick it.
pub(crate) fn weekday(writing: Date, day: u8, which: Which, outlook: Outlook) -> Option<Date> {
    let this = monday(writing)?;
    let in_week = |week: i32| offset_day(this, week * 7 + i32::from(day) - 1);
    let this_week = in_week(0)?;
    match which {
        Which::Week(week) => in_week(week),
        Which::Next if this_week > writing => Some(this_week),
        Which::Next => in_week(1),
        Which::Last if this_week < writing => Some(this_week),
        Which::Last => in_week(-1),
        Which::Near if outlook == Outlook::Future && this_week < writing => in_week(1),
        Which::Near if outlook != Outlook::Future && this_week > writing => in_week(-1),
        Which::Near => Some(this_week),
    }
}
