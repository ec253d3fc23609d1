//! A place on the calendar, found, and which days it covers.

use jiff::{ToSpan, civil::Date};
use nienbieu_model::{Certainty, Components, Grain};

use crate::grammar::ast::Season;

/// A calendar value; a year that could not be had is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    Day {
        year: Option<i16>,
        month: Option<u8>,
        day: u8,
    },
    Month {
        year: Option<i16>,
        month: u8,
    },
    Quarter {
        year: Option<i16>,
        quarter: u8,
    },
    /// Months of one year.
    Months {
        year: Option<i16>,
        first: u8,
        last: u8,
    },
    Year(i16),
    /// Two years said as one period.
    Years(i16, i16),
    Decade(i16),
    Century(u8),
    Season {
        year: Option<i16>,
        season: Season,
    },
    /// A third of a month.
    TenDays {
        year: Option<i16>,
        month: u8,
        part: u8,
    },
    /// A week, by its Monday.
    Week(Date),
    /// A weekend, by its Saturday.
    Weekend(Date),
    /// Days of a feast; its name may mean the days around as well.
    Feast {
        first: Date,
        last: Date,
        approximate: bool,
    },
    /// An EDTF interval of the table of named periods.
    Named(&'static str),
}

impl Calendar {
    /// A full day.
    pub(crate) fn day(date: Date) -> Self {
        let (month, day) = (u8::try_from(date.month()).ok(), u8::try_from(date.day()).unwrap_or(1));
        Self::Day { year: Some(date.year()), month, day }
    }

    /// The day, where it is one and all of it is known.
    pub(crate) fn date(&self) -> Option<Date> {
        match *self {
            Self::Day { year: Some(year), month: Some(month), day } => date(year, month, day),
            Self::Feast { first, .. } => Some(first),
            _ => None,
        }
    }

    /// First and last day, where they can be had.
    pub(crate) fn bounds(&self) -> Option<(Date, Date)> {
        match *self {
            Self::Day { .. } => self.date().map(|day| (day, day)),
            Self::Month { year, month } => months(year?, month, month),
            Self::Quarter { year, quarter } => months(year?, quarter * 3 - 2, quarter * 3),
            Self::Months { year, first, last } => months(year?, first, last),
            Self::Year(year) => months(year, 1, 12),
            Self::Years(first, last) => Some((date(first, 1, 1)?, date(last, 12, 31)?)),
            Self::Decade(year) => Some((date(year, 1, 1)?, date(year + 9, 12, 31)?)),
            Self::Century(number) => {
                let first = (i16::from(number) - 1) * 100 + 1;
                Some((date(first, 1, 1)?, date(first + 99, 12, 31)?))
            }
            Self::Season { year, season } => season_bounds(year?, season),
            Self::TenDays { year, month, part } => {
                let (first, last) = months(year?, month, month)?;
                let start = first.checked_add((i64::from(part) * 10 - 10).days()).ok()?;
                let end = if part == 3 { last } else { start.checked_add(9.days()).ok()? };
                Some((start, end))
            }
            Self::Week(monday) => Some((monday, monday.checked_add(6.days()).ok()?)),
            Self::Weekend(saturday) => Some((saturday, saturday.checked_add(1.day()).ok()?)),
            Self::Feast { first, last, .. } => Some((first, last)),
            Self::Named(edtf) => named_bounds(edtf),
        }
    }

    /// How fine it is.
    pub(crate) const fn grain(&self) -> Grain {
        match self {
            Self::Day { .. } | Self::Feast { .. } => Grain::Day,
            Self::Month { .. } | Self::Months { .. } => Grain::Month,
            Self::Quarter { .. } => Grain::Quarter,
            Self::Year(_) | Self::Years(..) | Self::Named(_) => Grain::Year,
            Self::Decade(_) => Grain::Decade,
            Self::Century(_) => Grain::Century,
            Self::Season { .. } => Grain::Season,
            Self::TenDays { .. } => Grain::TenDays,
            Self::Week(_) | Self::Weekend(_) => Grain::Week,
        }
    }

    /// The year, where it has one.
    pub(crate) fn year(&self) -> Option<i16> {
        self.bounds().map(|(first, _)| first.year())
    }

    /// The components it has, each as sure as the caller says.
    pub(crate) fn components(
        &self,
        year: Certainty,
        month: Certainty,
        day: Certainty,
    ) -> Components {
        let known = |known: bool, certainty| if known { certainty } else { Certainty::Absent };
        let (has_year, has_month, has_day) = match *self {
            Self::Day { year, month, .. } => (year.is_some(), month.is_some(), true),
            Self::Month { year, .. } | Self::TenDays { year, .. } => (year.is_some(), true, false),
            Self::Months { year, .. } | Self::Quarter { year, .. } | Self::Season { year, .. } => {
                (year.is_some(), false, false)
            }
            Self::Week(_) | Self::Weekend(_) | Self::Feast { .. } => (true, true, true),
            Self::Year(_)
            | Self::Years(..)
            | Self::Decade(_)
            | Self::Century(_)
            | Self::Named(_) => (true, false, false),
        };
        Components {
            year: known(has_year, year),
            month: known(has_month, month),
            day: known(has_day, day),
            ..Components::default()
        }
    }
}

/// A day that exists.
pub(crate) fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// First and last day of a run of months.
fn months(year: i16, first: u8, last: u8) -> Option<(Date, Date)> {
    Some((date(year, first, 1)?, date(year, last, 1)?.last_of_month()))
}

/// Meteorological seasons; winter runs into the next year, the dry and the wet have no fixed days.
fn season_bounds(year: i16, season: Season) -> Option<(Date, Date)> {
    match season {
        Season::Spring => months(year, 1, 4),
        Season::Summer => months(year, 4, 8),
        Season::Autumn => months(year, 7, 11),
        Season::Winter => Some((date(year, 10, 1)?, date(year + 1, 2, 1)?.last_of_month())),
        Season::Dry | Season::Wet => months(year, 1, 12),
    }
}

/// First and last day of a named period; one that is not over yet has none.
fn named_bounds(edtf: &str) -> Option<(Date, Date)> {
    let (first, last) = edtf.split_once('/')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}
