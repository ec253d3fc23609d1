//! What is known while an article is read from its first line to its last.

use jiff::civil::Date;

use super::calendar::{Calendar, date};
use crate::Reference;

/// The day of writing, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Writing {
    /// All of it.
    pub(crate) full: Option<Reference>,
    /// Month and day, where no year can be had.
    pub(crate) yearless: Option<(u8, u8)>,
    /// Where it is not known: the last day that the page dates in full and tells of.
    pub(crate) about: Option<Date>,
}

impl Writing {
    /// A full date.
    pub(crate) const fn on(reference: Reference) -> Self {
        Self { full: Some(reference), yearless: None, about: None }
    }

    /// The day, where all of it is known.
    pub(crate) fn date(&self) -> Option<Date> {
        self.full.as_ref().map(Reference::date)
    }

    /// The day as far as it is known.
    pub(crate) fn day(&self) -> Option<Calendar> {
        match (self.date(), self.yearless) {
            (Some(date), _) => Some(Calendar::day(date)),
            (None, Some((month, day))) => {
                Some(Calendar::Day { year: None, month: Some(month), day })
            }
            (None, None) => None,
        }
    }
}

/// What completed a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Published,
    /// The time with this number (from 1).
    Time(usize),
}

/// Which way a sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Outlook {
    #[default]
    Unsaid,
    Past,
    Future,
}

/// A year, month or day that an earlier time gave, and which time that was.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carried {
    pub(crate) calendar: Calendar,
    pub(crate) time: usize,
    pub(crate) sentence: usize,
    /// The lunar calendar gave it.
    pub(crate) lunar: bool,
    /// Its year was said, not inferred.
    pub(crate) stated_year: bool,
    /// How it bears on the scene: what happens on "the same day".
    pub(crate) role: Role,
}

/// How a day bears on what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Something is told of it.
    Scene,
    /// It lies ahead, a stretch begins with it, or something is compared with it.
    Plan,
    /// Something is due before it.
    Bound,
}

/// What the times read so far leave for those to come.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// The last calendar value.
    pub(crate) last: Option<Carried>,
    /// The last full or year-less day that nothing is merely due before.
    pub(crate) day: Option<Carried>,
    /// The same, but none that only a plan names.
    pub(crate) scene: Option<Carried>,
    /// The last value whose year was said.
    pub(crate) year: Option<Carried>,
}

impl State {
    /// The day that "cùng ngày" and "hôm sau" of a sentence count from: its own, else the last one that
    /// something is told of rather than planned for.
    pub(crate) fn focus(&self, sentence: usize, outlook: Outlook) -> Option<Carried> {
        let own = |day: &Carried| day.sentence == sentence || outlook == Outlook::Future;
        self.day.filter(own).or(self.scene).or(self.day)
    }

    /// Remembers a value for those to come.
    pub(crate) fn remember(&mut self, carried: Carried) {
        if matches!(carried.calendar, Calendar::Day { month: Some(_), .. }) {
            if carried.role != Role::Bound {
                self.day = Some(carried);
            }
            if carried.role == Role::Scene {
                self.scene = Some(carried);
            }
        }
        if carried.stated_year {
            self.year = Some(carried);
        }
        if !matches!(carried.calendar, Calendar::Named(_)) {
            self.last = Some(carried);
        }
    }
}

/// How much less likely a day to come is than one gone by, where nothing is said.
pub(crate) const FUTURE_WEIGHT: i64 = 3;

/// The same where a word of the sentence speaks of the past; and how much less likely a day gone by is where one
/// speaks of what is to come.
const PAST_WEIGHT: i64 = 6;

/// The year that brings a stretch of days, given by its first and last month and day, nearest to the
/// day of writing. News looks back unless it says otherwise.
pub(crate) fn nearest_year(
    writing: Date,
    first: (u8, u8),
    last: (u8, u8),
    outlook: Outlook,
    weight: Option<i64>,
) -> Option<i16> {
    let year = writing.year();
    let weighed = (year - 1..=year + 1).filter_map(|y| {
        let (start, end) = (date(y, first.0, first.1)?, end_of(y, last)?);
        let days = |a: Date, b: Date| a.duration_until(b).as_hours() / 24;
        let cost = if writing < start {
            let ahead = days(writing, start);
            match outlook {
                Outlook::Future => ahead,
                Outlook::Past => ahead * PAST_WEIGHT,
                Outlook::Unsaid => ahead * weight.unwrap_or(FUTURE_WEIGHT),
            }
        } else if writing > end {
            let back = days(end, writing);
            if outlook == Outlook::Future { back * PAST_WEIGHT } else { back }
        } else {
            0
        };
        Some((cost, y))
    });
    weighed.min().map(|(_, y)| y)
}

/// The last day; one beyond the month's end is the month's end.
fn end_of(year: i16, (month, day): (u8, u8)) -> Option<Date> {
    date(year, month, day).or_else(|| Some(date(year, month, 1)?.last_of_month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_near_the_day_of_writing() {
        let year = |writing: &str, month, day, outlook| {
            nearest_year(writing.parse().unwrap(), (month, day), (month, day), outlook, None)
        };
        assert_eq!(year("2022-01-03", 12, 30, Outlook::Unsaid), Some(2021));
        assert_eq!(year("2021-06-18", 7, 5, Outlook::Unsaid), Some(2021));
        assert_eq!(year("2021-11-20", 3, 20, Outlook::Unsaid), Some(2021));
        assert_eq!(year("2021-11-20", 3, 20, Outlook::Future), Some(2022));
        assert_eq!(year("2026-03-17", 12, 31, Outlook::Future), Some(2026));
        assert_eq!(year("2026-03-17", 3, 10, Outlook::Future), Some(2026));
        assert_eq!(year("2021-12-20", 1, 1, Outlook::Unsaid), Some(2022));
        assert_eq!(year("2021-10-20", 1, 1, Outlook::Past), Some(2021));
        assert_eq!(year("2021-03-01", 2, 29, Outlook::Unsaid), Some(2020));
    }
}
