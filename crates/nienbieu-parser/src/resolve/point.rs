//! One expression at a time: which calendar value it has, and what completed it.

use std::fmt;

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate},
};
use nienbieu_model::{Certainty, TimeClass};

use super::{
    calendar::{Calendar, date},
    length::{destination, monday, shift},
    published,
    state::{Anchor, Carried, Outlook, State, Writing, nearest_year},
};
use crate::{
    calendar::{LunarDate, holidays},
    grammar::{
        NAMED,
        ast::{
            Base, Clock, Dir, Duration, Expr, From, Length, Modifier, Month, Part, Point, Season,
            Set, Unit, Vague, Which, Year, Zone,
        },
    },
};

/// What a value is resolved against.
pub(crate) struct Scope<'a> {
    pub(crate) writing: &'a Writing,
    pub(crate) state: &'a State,
    pub(crate) sentence: usize,
    pub(crate) outlook: Outlook,
    /// The sentence speaks of every day, not of one.
    pub(crate) habitual: bool,
}

impl Scope<'_> {
    /// The last value, where the same sentence gave it.
    fn same_sentence(&self) -> Option<Carried> {
        self.state.last.filter(|carried| {
            carried.sentence == self.sentence && carried.calendar.year().is_some()
        })
    }
}

/// What an expression turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Point,
    Vague(Vague),
    Duration(Duration),
    Recent {
        length: Length,
        dir: Dir,
    },
    Set(Set),
    Age(Duration),
    /// Built from two other items.
    Interval {
        edtf: Option<String>,
        value: String,
        earliest: Option<String>,
        latest: Option<String>,
    },
}

/// A resolved expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) kind: Kind,
    pub(crate) calendar: Option<Calendar>,
    pub(crate) clock: Option<Clock>,
    pub(crate) part: Option<Part>,
    pub(crate) zone: Option<Zone>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) anchor: Option<Anchor>,
    pub(crate) class: TimeClass,
    pub(crate) lunar: bool,
    pub(crate) weekday: Option<u8>,
    /// How year, month and day are known.
    pub(crate) certainty: [Certainty; 3],
    /// Days that a recent stretch covers.
    pub(crate) stretch: Option<(Date, Date)>,
}

impl Resolved {
    fn new(kind: Kind, class: TimeClass) -> Self {
        Self {
            kind,
            calendar: None,
            clock: None,
            part: None,
            zone: None,
            modifier: None,
            anchor: None,
            class,
            lunar: false,
            weekday: None,
            certainty: [Certainty::Inferred, Certainty::Inferred, Certainty::Inferred],
            stretch: None,
        }
    }

    /// Whether the words say its year.
    pub(crate) fn stated_year(&self) -> bool {
        self.certainty[0] == Certainty::Stated
            && self.calendar.is_some_and(|calendar| calendar.bounds().is_some())
    }
}

/// Why an expression has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    Impossible { year: Option<i16>, month: u8, day: u8 },
    NoSuchLunarDay,
}

impl Doubt {
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Impossible { .. } => "impossible_date",
            Self::NoSuchLunarDay => "impossible_lunar_date",
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Impossible { year: Some(year), month, day } => {
                write!(f, "there is no day {day} of month {month} in {year}; left alone")
            }
            Self::Impossible { year: None, month, day } => {
                write!(f, "there is no day {day} of month {month}; left alone")
            }
            Self::NoSuchLunarDay => f.write_str("the lunar calendar has no such day; left alone"),
        }
    }
}

/// Resolves one expression.
pub(crate) fn resolve(expr: &Expr, scope: &Scope<'_>) -> Result<Resolved, Doubt> {
    match expr {
        Expr::Point(point) => resolve_point(point, scope),
        Expr::Vague(vague) => Ok(resolve_vague(*vague, scope)),
        Expr::Duration(duration) => {
            let resolved = Resolved::new(Kind::Duration(*duration), TimeClass::Core);
            Ok(Resolved { modifier: duration.modifier, ..resolved })
        }
        Expr::Recent { length, dir } => Ok(resolve_recent(*length, *dir, scope)),
        Expr::Distant { length, dir, from, modifier } => {
            let resolved = resolve_distant(*length, *dir, *from, scope);
            Ok(Resolved { modifier: *modifier, ..resolved })
        }
        Expr::Set(set) => Ok(Resolved::new(Kind::Set(*set), TimeClass::Core)),
        Expr::Age(age) => {
            let resolved = Resolved::new(Kind::Age(*age), TimeClass::Age);
            Ok(Resolved { modifier: age.modifier, ..resolved })
        }
        Expr::Interval(..) | Expr::List(_) => {
            Ok(Resolved::new(Kind::Vague(Vague::Present), TimeClass::Vague))
        }
    }
}

/// Which way an expression looks in a sentence: a date that something is due before lies ahead.
pub(crate) fn outlook(expr: &Expr, sentence: Outlook) -> Outlook {
    match expr {
        Expr::Point(Point { modifier: Some(Modifier::Before), .. })
            if sentence == Outlook::Unsaid =>
        {
            Outlook::Future
        }
        _ => sentence,
    }
}

/// Whether a day set beside the expression would say which day it is.
pub(crate) fn takes_gloss(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Point(Point { base: Base::Deictic(_) | Base::Weekday { .. } | Base::Focus(_), .. })
    )
}

/// Whether the expression is such a day.
pub(crate) fn is_gloss(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Point(Point { base: Base::Day { month: Month::Stated(_), .. }, part: None, .. })
    )
}

/// Resolves an expression by the day set beside it, which becomes the time with number `anchor`.
pub(crate) fn resolve_glossed(
    expr: &Expr,
    gloss: &Expr,
    anchor: usize,
    scope: &Scope<'_>,
) -> Result<Resolved, Doubt> {
    let (Expr::Point(point), Ok(day)) = (expr, resolve(gloss, scope)) else {
        return resolve(expr, scope);
    };
    let mut resolved = resolve_point(point, scope)?;
    resolved.calendar = day.calendar;
    resolved.anchor = Some(Anchor::Time(anchor));
    if let Base::Weekday { day, .. } = point.base {
        resolved.weekday = Some(day);
    }
    Ok(resolved)
}

fn resolve_point(point: &Point, scope: &Scope<'_>) -> Result<Resolved, Doubt> {
    let (calendar, anchor, certainty) = place(point, scope)?;
    let mut resolved = Resolved::new(Kind::Point, class_of(&point.base));
    resolved.calendar = calendar;
    resolved.anchor = anchor;
    resolved.certainty = certainty;
    resolved.clock = point.clock;
    resolved.part = point.part;
    resolved.zone = point.zone;
    resolved.modifier = point.modifier.or(inner_modifier(&point.base));
    let by_feast = scope.state.last.is_some_and(|carried| carried.lunar)
        && matches!(point.base, Base::EarlyDay(_));
    resolved.lunar = by_feast
        || matches!(point.base, Base::Lunar { .. })
        || matches!(point.base, Base::Holiday { index, .. } if holidays()[index].is_lunar());
    if let Base::Day { weekday, .. } = point.base {
        resolved.weekday = weekday;
    }
    Ok(resolved)
}

const fn class_of(base: &Base) -> TimeClass {
    match base {
        Base::Holiday { .. } => TimeClass::Holiday,
        Base::Named(_) | Base::Term(_) => TimeClass::NamedPeriod,
        _ => TimeClass::Core,
    }
}

/// Modifiers that a base implies.
const fn inner_modifier(base: &Base) -> Option<Modifier> {
    match base {
        Base::HalfMonth { half: 1, .. } | Base::TenDays { part: 1, .. } => Some(Modifier::Start),
        Base::TenDays { part: 2, .. } => Some(Modifier::Mid),
        Base::HalfMonth { .. } | Base::TenDays { .. } => Some(Modifier::End),
        _ => None,
    }
}

type Place = (Option<Calendar>, Option<Anchor>, [Certainty; 3]);

const STATED: [Certainty; 3] = [Certainty::Stated, Certainty::Stated, Certainty::Stated];
const YEAR_INFERRED: [Certainty; 3] = [Certainty::Inferred, Certainty::Stated, Certainty::Stated];
const DAY_STATED: [Certainty; 3] = [Certainty::Inferred, Certainty::Inferred, Certainty::Stated];
const INFERRED: [Certainty; 3] = [Certainty::Inferred, Certainty::Inferred, Certainty::Inferred];

/// Finds a base's place on the calendar.
fn place(point: &Point, scope: &Scope<'_>) -> Result<Place, Doubt> {
    Ok(match point.base {
        Base::None => place_clock(scope),
        Base::Day { year, month, day, weekday } => {
            return place_day(year, month, day, weekday, scope);
        }
        Base::EarlyDay(day) => place_early_day(day, scope),
        Base::Month { year, month } => {
            place_month(year, month, scope, |year, month| Calendar::Month { year, month })
        }
        Base::HalfMonth { year, month, .. } => {
            place_month(year, month, scope, |year, month| Calendar::Month { year, month })
        }
        Base::TenDays { year, month, part } => {
            place_month(year, month, scope, |year, month| Calendar::TenDays { year, month, part })
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
        Base::Year(year) => place_year(year, scope),
        Base::Term(year) => place_year(year, scope),
        Base::WeekOfYear { year, week } => place_week(year, week, scope),
        Base::SchoolYear(Year::Stated(first), last) => {
            (Some(Calendar::Years(first, last)), None, STATED)
        }
        Base::SchoolYear(..) => (None, None, INFERRED),
        Base::SchoolYearNear(offset) => from_writing(scope, |day| school_year_near(day, offset)),
        Base::Decade(year) => (Some(Calendar::Decade(year)), None, STATED),
        Base::Century(number) => (Some(Calendar::Century(number)), None, STATED),
        Base::Season { year, season } => {
            place_in_year(year, (1, 1), season_end(season), Some(1), scope, |year| {
                Calendar::Season { year, season }
            })
        }
        Base::Deictic(offset) => {
            from_writing(scope, |day| offset_day(day, offset).map(Calendar::day))
        }
        Base::Week(offset) => {
            from_writing(scope, |day| offset_day(monday(day)?, offset * 7).map(Calendar::Week))
        }
        Base::Weekend(offset) => from_writing(scope, |day| {
            offset_day(monday(day)?, offset * 7 + 5).map(Calendar::Weekend)
        }),
        Base::Weekday { day, which } => from_writing(scope, |writing| {
            weekday(writing, day, which, scope.outlook).map(Calendar::day)
        }),
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

/// The school year that a day belongs to, or the one so many off: lessons end in May, and from June on
/// the talk is of the new one.
fn school_year_near(day: Date, offset: i32) -> Option<Calendar> {
    let running = if day.month() >= 6 { day.year() } else { day.year() - 1 };
    let first = running.checked_add(i16::try_from(offset).ok()?)?;
    Some(Calendar::Years(first, first.checked_add(1)?))
}

fn offset_day(day: Date, days: i32) -> Option<Date> {
    day.checked_add(i64::from(days).days()).ok()
}

/// A value counted from the day of writing. Without a year, only the day itself can be had.
fn from_writing(scope: &Scope<'_>, value: impl FnOnce(Date) -> Option<Calendar>) -> Place {
    let found = match scope.writing.date() {
        Some(day) => published(value(day)),
        None => yearless(scope.writing, value),
    };
    let (calendar, anchor) = found.unzip();
    (calendar, anchor.flatten(), INFERRED)
}

/// Counts from a year-less day in a common year and drops the year again, where that is safe.
fn yearless(
    writing: &Writing,
    value: impl FnOnce(Date) -> Option<Calendar>,
) -> Option<(Calendar, Option<Anchor>)> {
    let (month, day) = writing.yearless?;
    // 2021 stands for any common year; days around the end of February or of the year depend on it.
    let near_leap = month == 2 && day > 20 || month == 3 && day < 9;
    let base = date(2021, month, day).filter(|_| !near_leap || value_is_same_day(month, day))?;
    match value(base)? {
        Calendar::Day { year: Some(2021), month, day } => {
            Some((Calendar::Day { year: None, month, day }, Some(Anchor::Published)))
        }
        _ => None,
    }
}

/// Days that no leap day can move.
const fn value_is_same_day(month: u8, day: u8) -> bool {
    !(month == 2 && day == 29)
}

/// A value counted from the day spoken of, or from the day of writing where none was.
fn from_focus(scope: &Scope<'_>, value: impl FnOnce(Date) -> Option<Calendar>) -> Place {
    let Some(carried) = scope.state.day else { return (None, None, INFERRED) };
    match carried.calendar.date() {
        Some(day) => (value(day), Some(Anchor::Time(carried.time)), INFERRED),
        None => {
            let Calendar::Day { month: Some(month), day, .. } = carried.calendar else {
                return (None, None, INFERRED);
            };
            let moved = date(2021, month, day).and_then(value);
            let calendar = moved.and_then(|calendar| match calendar {
                Calendar::Day { year: Some(2021), month, day } => {
                    Some(Calendar::Day { year: None, month, day })
                }
                _ => None,
            });
            (calendar, Some(Anchor::Time(carried.time)), INFERRED)
        }
    }
}

/// A clock time alone: on the day spoken of in the same passage.
fn place_clock(scope: &Scope<'_>) -> Place {
    match scope.state.day.filter(|_| !scope.habitual) {
        Some(carried) if scope.sentence <= carried.sentence + 1 => {
            (Some(carried.calendar), Some(Anchor::Time(carried.time)), INFERRED)
        }
        _ => (None, None, INFERRED),
    }
}

/// Nearest day of the week, as the words pick it.
fn weekday(writing: Date, day: u8, which: Which, outlook: Outlook) -> Option<Date> {
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

/// The year that a deictic or a cycle name means.
fn named_year(year: Year, scope: &Scope<'_>) -> Option<(i16, Option<Anchor>)> {
    let writing = scope.writing.date().map(Date::year);
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
        Year::Coming => None,
        Year::Absent => None,
    }
}

/// About when a season is over.
const fn season_end(season: Season) -> (u8, u8) {
    match season {
        Season::Spring => (4, 30),
        Season::Summer => (8, 31),
        Season::Autumn => (11, 30),
        _ => (12, 31),
    }
}

fn place_year(year: Year, scope: &Scope<'_>) -> Place {
    match named_year(year, scope) {
        Some((year, None)) => (Some(Calendar::Year(year)), None, STATED),
        Some((year, anchor)) => (Some(Calendar::Year(year)), anchor, INFERRED),
        None => (None, None, INFERRED),
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
    let carried = scope.state.year?;
    Some((carried_year(&carried, carried.calendar.year()?, first.0), Anchor::Time(carried.time)))
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

fn place_in_year(
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
            None => (None, None, INFERRED),
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

/// The first year in which a stretch has not ended yet.
fn coming_year(scope: &Scope<'_>, last: (u8, u8)) -> Option<i16> {
    let writing = scope.writing.date()?;
    (writing.year()..=writing.year() + 1)
        .find(|&year| date(year, last.0, last.1).is_some_and(|end| end >= writing))
}

/// `tuần 27`: by ISO 8601 weeks, as the Ministry of Health counts them, of the year of writing where
/// that week is over, else of the year before.
fn place_week(year: Year, week: u8, scope: &Scope<'_>) -> Place {
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

fn place_quarter(offset: i32, scope: &Scope<'_>) -> Place {
    from_writing(scope, |day| {
        let months = i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3 + offset;
        let quarter = u8::try_from(months.rem_euclid(4) + 1).ok()?;
        Some(Calendar::Quarter { year: i16::try_from(months.div_euclid(4)).ok(), quarter })
    })
}

/// A month counted from the month of a time already read.
fn month_near(carried: &Carried, offset: i32) -> Option<(i16, u8, Anchor)> {
    let (first, _) = carried.calendar.bounds()?;
    let there = first.first_of_month().checked_add(i64::from(offset).months()).ok()?;
    Some((there.year(), u8::try_from(there.month()).ok()?, Anchor::Time(carried.time)))
}

/// A month counted from the month of writing, or the month spoken of.
fn named_month(month: Month, scope: &Scope<'_>) -> Option<(i16, u8, Anchor)> {
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

fn place_month(
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

fn place_day(
    year: Year,
    month: Month,
    day: u8,
    weekday: Option<u8>,
    scope: &Scope<'_>,
) -> Result<Place, Doubt> {
    let number = match month {
        Month::Stated(number) => number,
        Month::Absent => return Ok(place_lone_day(day, scope)),
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
fn place_early_day(day: u8, scope: &Scope<'_>) -> Place {
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
    if let Some(carried) = scope.state.last
        && scope.sentence <= carried.sentence + 2
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

/// A holiday: of its stated year, or the one nearest to the day of writing.
fn place_holiday(
    index: usize,
    day: Option<u8>,
    year: Year,
    scope: &Scope<'_>,
) -> Result<Place, Doubt> {
    let Some(holiday) = holidays().get(index) else { return Ok((None, None, INFERRED)) };
    let stated = named_year(year, scope);
    let found = match (stated, scope.writing.date()) {
        (Some((year, anchor)), _) => holiday.dates(year).map(|dates| (dates, anchor)),
        (None, Some(writing)) => occurrence(holiday, writing, scope.outlook)
            .map(|dates| (dates, Some(Anchor::Published))),
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
    all.min_by_key(|&(first, last)| {
        let ahead = writing.duration_until(first).as_hours() / 24;
        let back = last.duration_until(writing).as_hours() / 24;
        match outlook {
            Outlook::Future if back > 0 => back * 6,
            Outlook::Past if ahead > 0 => ahead * 3,
            _ => ahead.max(back).max(0),
        }
    })
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

fn place_lunar(
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
            let cost = |d: Date| {
                let days = writing.duration_until(d).as_hours() / 24;
                match scope.outlook {
                    Outlook::Future if days < 0 => -days * 6,
                    Outlook::Past if days > 0 => days * 3,
                    _ => days.abs(),
                }
            };
            years.min_by_key(|(d, _)| cost(*d)).map(|(d, y)| (d, y, Some(Anchor::Published)))
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

fn resolve_vague(vague: Vague, scope: &Scope<'_>) -> Resolved {
    let mut resolved = Resolved::new(Kind::Vague(vague), TimeClass::Vague);
    if vague == Vague::Present
        && let Some(day) = scope.writing.day()
    {
        resolved.calendar = Some(day);
        resolved.anchor = Some(Anchor::Published);
    }
    resolved
}

/// Where the last time spoken of is a month or a year, months and years are counted from it.
fn coarse_focus(length: Length, scope: &Scope<'_>) -> Option<(Date, usize)> {
    let carried = scope.state.last?;
    let fits = match carried.calendar {
        Calendar::Month { .. } => {
            matches!(length.unit, Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade)
        }
        Calendar::Year(_) => matches!(length.unit, Unit::Year | Unit::Decade | Unit::Century),
        _ => false,
    };
    let (first, _) = carried.calendar.bounds().filter(|_| fits)?;
    Some((first, carried.time))
}

fn resolve_recent(length: Length, dir: Dir, scope: &Scope<'_>) -> Resolved {
    let mut resolved = Resolved::new(Kind::Recent { length, dir }, TimeClass::Core);
    if let Some(writing) = scope.writing.date()
        && let Some(there) = shift(writing, length, dir)
    {
        resolved.anchor = Some(Anchor::Published);
        resolved.stretch = Some(if dir == Dir::Back { (there, writing) } else { (writing, there) });
    }
    resolved
}

fn resolve_distant(length: Length, dir: Dir, from: From, scope: &Scope<'_>) -> Resolved {
    let mut resolved = Resolved::new(Kind::Point, TimeClass::Core);
    let fine = matches!(length.unit, Unit::Hour | Unit::Minute | Unit::Second);
    let whole_days = length.unit == Unit::Hour && length.halves.is_some_and(|h| h % 48 == 0);
    let value = |day: Date| destination(day, length, dir).filter(|_| !fine || whole_days);
    let (calendar, anchor, certainty) = match from {
        From::Writing => from_writing(scope, value),
        From::Focus => match coarse_focus(length, scope) {
            Some((day, time)) => (value(day), Some(Anchor::Time(time)), INFERRED),
            None => from_focus(scope, value),
        },
    };
    resolved.calendar = calendar;
    resolved.anchor = anchor;
    resolved.certainty = certainty;
    if calendar.is_none() {
        // What cannot be placed is still a length of time.
        resolved.kind =
            Kind::Duration(Duration { length, more: [None, None], max: None, modifier: None });
    }
    resolved
}
