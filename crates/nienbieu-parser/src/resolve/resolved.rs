//! What an expression turned out to be, or why it has no value.

use jiff::civil::Date;
use nienbieu_model::{Certainty, TimeClass};
use std::fmt;

use super::{calendar::Calendar, state::Anchor};
use crate::grammar::ast::{Clock, Duration, Modifier, Part, Set, Vague, Zone};

/// What an expression turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Point,
    Vague(Vague),
    Duration(Duration),
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
    /// What has no place on the calendar yet.
    pub(crate) fn new(kind: Kind, class: TimeClass) -> Self {
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
