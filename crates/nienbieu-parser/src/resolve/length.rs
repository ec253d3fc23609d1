//! Lengths of time in TIMEX3 form, and moving a day by one.

use jiff::{Span, ToSpan, civil::Date};

use super::calendar::Calendar;
use super::notation::season_code;
use crate::grammar::ast::{Dir, Length, Modifier, On, Part, Set, Unit};

/// `P15D`, `PT24H`, `P1Y6M`, `P0.5M`, `PXD`.
pub(crate) fn value(length: Length) -> String {
    let (letter, clock, factor) = match length.unit {
        Unit::Second => ("S", true, 1),
        Unit::Minute => ("M", true, 1),
        Unit::Hour => ("H", true, 1),
        Unit::Day | Unit::Night => ("D", false, 1),
        Unit::Week => ("W", false, 1),
        Unit::Month => ("M", false, 1),
        Unit::Quarter => ("M", false, 3),
        Unit::Year => ("Y", false, 1),
        Unit::Decade => ("Y", false, 10),
        Unit::Century => ("Y", false, 100),
    };
    let prefix = if clock { "PT" } else { "P" };
    let Some(halves) = length.halves else { return format!("{prefix}X{letter}") };
    let halves = halves * factor;
    match (halves % 2, length.unit) {
        (0, _) => format!("{prefix}{}{letter}", halves / 2),
        (_, Unit::Year) if halves > 1 => format!("P{}Y6M", halves / 2),
        (_, Unit::Hour) if halves > 1 => format!("PT{}H30M", halves / 2),
        _ => format!("{prefix}{}.5{letter}", halves / 2),
    }
}

/// `P2Y6M`, `PT2H31M`: two lengths in one.
pub(crate) fn compound(length: Length, more: [Option<Length>; 2]) -> String {
    more.into_iter().flatten().fold(value(length), |whole, part| {
        let part = value(part);
        let part = part.trim_start_matches('P');
        if whole.contains('T') { whole + part.trim_start_matches('T') } else { whole + part }
    })
}

/// The length as a calendar span; halves of a month are fifteen days, of a week three and a half.
fn span(length: Length) -> Option<Span> {
    let halves = i64::from(length.halves?);
    let half = halves % 2;
    let whole = halves / 2;
    Some(match length.unit {
        Unit::Second => whole.seconds(),
        Unit::Minute => whole.minutes(),
        Unit::Hour => (whole * 60 + half * 30).minutes(),
        Unit::Day | Unit::Night => whole.days(),
        Unit::Week => (halves * 7 / 2).days(),
        Unit::Month => whole.months().days(half * 15),
        Unit::Quarter => (halves * 3 / 2).months(),
        Unit::Year => (halves * 6).months(),
        Unit::Decade => (halves * 5).years(),
        Unit::Century => (halves * 50).years(),
    })
}

/// A day moved by a length, as fine as its unit; hours move whole days.
pub(crate) fn shift(day: Date, length: Length, dir: Dir) -> Option<Date> {
    let span = match (length.unit, length.halves) {
        (Unit::Hour, Some(halves)) => (i64::from(halves) / 48).days(),
        (Unit::Minute | Unit::Second, _) => 0.days(),
        _ => span(length)?,
    };
    match dir {
        Dir::Back => day.checked_sub(span).ok(),
        Dir::Ahead => day.checked_add(span).ok(),
    }
}

/// The calendar value that a distance leads to: as fine as its unit.
pub(crate) fn destination(day: Date, length: Length, dir: Dir) -> Option<Calendar> {
    let there = shift(day, length, dir)?;
    let month = u8::try_from(there.month()).ok()?;
    Some(match length.unit {
        Unit::Week => Calendar::Week(monday(there)?),
        Unit::Month | Unit::Quarter => Calendar::Month { year: Some(there.year()), month },
        Unit::Year if length.halves.is_some_and(|halves| halves % 2 == 1) => {
            Calendar::Month { year: Some(there.year()), month }
        }
        Unit::Year | Unit::Decade | Unit::Century => Calendar::Year(there.year()),
        _ => Calendar::day(there),
    })
}

/// The Monday of a day's week.
pub(crate) fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

/// TIMEX3 code of a part of day; `DA` is our own for dawn, which TIMEX3 lacks.
pub(crate) const fn part_code(part: Part) -> &'static str {
    match part {
        Part::Dawn => "DA",
        Part::Morning => "MO",
        Part::Noon => "MI",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night => "NI",
    }
}

/// TIMEX3 modifier.
pub(crate) const fn modifier_code(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
        Modifier::Approx => "APPROX",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
    }
}

/// TIMEX3 value of a repeated time: `P1M`, `XXXX-WXX-1`, `XXXX-XX-20`.
pub(crate) fn set_value(set: &Set) -> String {
    match set.on {
        Some(On::Weekday(day, None)) => format!("XXXX-WXX-{day}"),
        Some(On::Weekday(day, Some(part))) => format!("XXXX-WXX-{day}T{}", part_code(part)),
        Some(On::DayOfMonth(day)) => format!("XXXX-XX-{day:02}"),
        Some(On::DayOfYear { month, day }) => format!("XXXX-{month:02}-{day:02}"),
        Some(On::Month(month)) => format!("XXXX-{month:02}"),
        Some(On::Season(season)) => season_code(season)
            .map_or_else(|| value(set.period), |(_, code)| format!("XXXX-{code}")),
        Some(On::Clock(clock)) => format!("T{}", super::render::clock_text(clock)),
        Some(On::Part(part)) => format!("XXXX-XX-XXT{}", part_code(part)),
        None => value(set.period),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let of = |halves, unit| value(Length { halves: Some(halves), unit });
        assert_eq!(of(30, Unit::Day), "P15D");
        assert_eq!(of(48, Unit::Hour), "PT24H");
        assert_eq!(of(3, Unit::Year), "P1Y6M");
        assert_eq!(of(1, Unit::Month), "P0.5M");
        assert_eq!(of(2, Unit::Quarter), "P3M");
        assert_eq!(value(Length { halves: None, unit: Unit::Day }), "PXD");
    }

    #[test]
    fn destinations() {
        let day: Date = "2021-08-20".parse().unwrap();
        let to = |halves, unit, dir| {
            destination(day, Length { halves: Some(halves), unit }, dir).unwrap().value()
        };
        assert_eq!(to(6, Unit::Day, Dir::Back), "2021-08-17");
        assert_eq!(to(4, Unit::Week, Dir::Back), "2021-W31");
        assert_eq!(to(4, Unit::Month, Dir::Ahead), "2021-10");
        assert_eq!(to(20, Unit::Year, Dir::Back), "2011");
    }
}
