//! Where a base stands on the calendar.

pub(crate) mod counted;
mod day;
mod feast;
mod period;
mod year;

use jiff::ToSpan;
use nienbieu_model::Certainty;

use crate::{
    grammar::{
        NAMED,
        ast::{Base, Point, Year},
    },
    resolve::{calendar::Calendar, length::monday, resolved::Doubt, scope::Scope, state::Anchor},
};
use counted::{from_focus, from_week_spoken_of, from_writing, offset_day, place_clock};
use day::{place_day, place_early_day, weekday};
use feast::{place_holiday, place_lunar};
use period::{
    day_of_month, place_month, place_quarter, place_week, school_year_near, season_end,
    week_of_month,
};
use year::{place_in_year, place_year};

/// A value, what completed it, and how its year, month and day are known.
pub(crate) type Place = (Option<Calendar>, Option<Anchor>, [Certainty; 3]);

/// The words say all of it.
pub(crate) const STATED: [Certainty; 3] = [Certainty::Stated, Certainty::Stated, Certainty::Stated];

/// The words say all but the year.
pub(crate) const YEAR_INFERRED: [Certainty; 3] =
    [Certainty::Inferred, Certainty::Stated, Certainty::Stated];

/// The words say the day of the month only.
pub(crate) const DAY_STATED: [Certainty; 3] =
    [Certainty::Inferred, Certainty::Inferred, Certainty::Stated];

/// The words point to it and name no part of it.
pub(crate) const INFERRED: [Certainty; 3] =
    [Certainty::Inferred, Certainty::Inferred, Certainty::Inferred];

/// Finds a base's place on the calendar.
pub(crate) fn place(point: &Point, scope: &Scope<'_>) -> Result<Place, Doubt> {
    Ok(match point.base {
        Base::None => place_clock(scope),
        Base::Day { year, month, day, weekday } => {
            return place_day(year, month, day, weekday, scope);
        }
        Base::EarlyDay(day) => place_early_day(day, scope),
        Base::Month { year, month } | Base::HalfMonth { year, month, .. } => {
            place_month(year, month, scope, |year, month| Calendar::Month { year, month })
        }
        Base::TenDays { year, month, part } => {
            place_month(year, month, scope, |year, month| Calendar::TenDays { year, month, part })
        }
        Base::DayOfMonth { year, month, last } => {
            place_month(year, month, scope, |year, month| day_of_month(year, month, last))
        }
        Base::WeekOfMonth { year, month, rank } => {
            place_month(year, month, scope, |year, month| week_of_month(year, month, rank))
        }
        Base::Quarter { year, quarter: Some(quarter), .. } => {
            place_in_year(year, ((quarter * 3 - 2), 1), (quarter * 3, 28), Some(1), scope, |year| {
                Calendar::Quarter { year, quarter }
            })
        }
        Base::Quarter { offset, .. } => place_quarter(offset, scope),
        Base::Months { year, first, last } => {
            place_in_year(year, (first, 1), (last, 28), Some(1), scope, |year| Calendar::Months {
                year,
                first,
                last,
            })
        }
        Base::Year(year) | Base::Term(year) => place_year(year, scope),
        Base::WeekOfYear { year, week } => place_week(year, week, scope),
        Base::SchoolYear(Year::Stated(first), last) => {
            (Some(Calendar::Years(first, last)), None, STATED)
        }
        Base::SchoolYear(..) => (None, None, INFERRED),
        Base::SchoolYearNear(offset) => from_writing(scope, |day| school_year_near(day, offset)),
        Base::Decade(year) => (Some(Calendar::Decade(year)), None, STATED),
        Base::Century(number) => (Some(Calendar::Century(number)), None, STATED),
        Base::Season { year, season } => {
            let end = season_end(season);
            // "mùa hè vừa qua" is over.
            let first = if year == Year::Gone { end } else { (1, 1) };
            place_in_year(year, first, end, None, scope, |year| Calendar::Season { year, season })
        }
        Base::Deictic(offset) => {
            from_writing(scope, |day| offset_day(day, offset).map(Calendar::day))
        }
        Base::Week(offset) => {
            from_writing(scope, |day| offset_day(monday(day)?, offset * 7).map(Calendar::Week))
        }
        Base::WeekFocus(offset) => from_week_spoken_of(scope, offset),
        Base::Weekend(offset) => from_writing(scope, |day| {
            offset_day(monday(day)?, offset * 7 + 5).map(Calendar::Weekend)
        }),
        Base::Weekday { day, which } => from_writing(scope, |writing| {
            weekday(writing, day, which, scope.outlook).map(Calendar::day)
        }),
        // "mở cửa từ 22 giờ đến 5 giờ hôm sau": the day after any day.
        Base::Focus(1..) if scope.habitual && point.clock.is_some() => (None, None, INFERRED),
        Base::Focus(offset) => from_focus(scope, |day| offset_day(day, offset).map(Calendar::day)),
        Base::Anniversary(years) => from_writing(scope, |day| {
            day.checked_add(i64::from(years).years()).ok().map(Calendar::day)
        }),
        Base::Holiday { index, day, year } => return place_holiday(index, day, year, scope),
        Base::Lunar { year, month, day, leap } => {
            return place_lunar(year, month, day, leap, scope);
        }
        Base::Named(index) => {
            (NAMED.get(index).map(|period| Calendar::Named(period.edtf)), None, STATED)
        }
    })
}
