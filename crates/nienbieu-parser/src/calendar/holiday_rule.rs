//! The rules that set a holiday's date, as the table writes them.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::{LunarDate, tet, thanh_minh};

/// What sets the first day of a holiday in a year.
#[derive(Debug)]
pub(super) enum Rule {
    /// The same month and day every year.
    Solar { month: i8, day: i8 },
    /// The same month and day of the lunar year; a leap month has no feasts.
    Lunar { month: u8, day: u8 },
    /// So many days from Tết.
    Tet { days: i32 },
    /// The nth such weekday of a month; the last where n is -1.
    Weekday { month: i8, weekday: Weekday, nth: i8 },
    /// So many days from Easter Sunday.
    Easter { days: i32 },
    /// The solar term at 15°.
    ThanhMinh,
}

impl Rule {
    /// From the columns calendar, month and day.
    pub(super) fn read(calendar: &str, month: &str, day: &str) -> Option<Self> {
        Some(match calendar {
            "solar" => Self::Solar { month: month.parse().ok()?, day: day.parse().ok()? },
            "lunar" => Self::Lunar { month: month.parse().ok()?, day: day.parse().ok()? },
            "tet" => Self::Tet { days: day.parse().ok()? },
            "weekday" => {
                let (nth, weekday) = day.split_once(' ')?;
                let weekday = weekday_named(weekday)?;
                Self::Weekday { month: month.parse().ok()?, weekday, nth: nth.parse().ok()? }
            }
            "easter" => Self::Easter { days: day.parse().ok()? },
            "thanh-minh" => Self::ThanhMinh,
            _ => return None,
        })
    }

    pub(super) const fn is_lunar(&self) -> bool {
        matches!(self, Self::Lunar { .. } | Self::Tet { .. })
    }

    /// The first day; `None` where the year has none, or lies outside the table that it needs.
    pub(super) fn date(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Solar { month, day } => Date::new(year, month, day).ok(),
            Self::Lunar { month, day } => LunarDate { year, month, leap: false, day }.to_solar(),
            Self::Tet { days } => tet(year)?.checked_add(days.days()).ok(),
            Self::Weekday { month, weekday, nth } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Easter { days } => easter(year)?.checked_add(days.days()).ok(),
            Self::ThanhMinh => thanh_minh(year),
        }
    }
}

fn weekday_named(name: &str) -> Option<Weekday> {
    Some(match name {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Easter Sunday in the Gregorian calendar, from 1583: Meeus, *Astronomical Algorithms*, chapter 8.
fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let march = epact + weekday - 7 * late + 114;
    Date::new(year, (march / 31).try_into().ok()?, (march % 31 + 1).try_into().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_church_has_it() {
        for (year, expected) in [
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (1954, "1954-04-18"),
            (1961, "1961-04-02"),
            (1981, "1981-04-19"),
            (2000, "2000-04-23"),
            (2011, "2011-04-24"),
            (2019, "2019-04-21"),
            (2022, "2022-04-17"),
            (2023, "2023-04-09"),
            (2025, "2025-04-20"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).map(|d| d.to_string()).as_deref(), Some(expected));
        }
        assert_eq!([1582, 0, i16::MIN].map(easter), [None; 3]);
        assert_eq!(easter(i16::MAX), None);
    }

    #[test]
    fn a_rule_that_cannot_be_read_is_none() {
        for (calendar, month, day) in [
            ("lunr", "1", "1"),
            ("solar", "-", "1"),
            ("solar", "1", "x"),
            ("weekday", "5", "sun"),
            ("weekday", "5", "2 son"),
            ("easter", "-", ""),
        ] {
            assert!(Rule::read(calendar, month, day).is_none(), "{calendar} {month} {day}");
        }
    }

    #[test]
    fn a_leap_month_has_no_feast() {
        let rule = Rule::Lunar { month: 2, day: 15 };
        assert_eq!(rule.date(2023).map(|d| d.to_string()).as_deref(), Some("2023-03-06"));
    }
}
