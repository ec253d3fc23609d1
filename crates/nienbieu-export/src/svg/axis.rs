use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};
use maud::{Markup, html};

use super::row::round;
use super::{PLOT, TOP};
use crate::Language;
use crate::dates::show_short;
use crate::extent::Extent;
use crate::moment::{DAY, day};

/// From the first moment of the rows to the last.
pub(super) struct Axis {
    begin: DateTime,
    end: DateTime,
    seconds: f64,
}

/// The most marks on an axis.
const MOST: usize = 5;

/// How far marks stand apart: the unit, and how many of it.
#[derive(Clone, Copy)]
enum Step {
    Hours(i16),
    Days(i16),
    Months(i16),
    Years(i16),
}

/// From fine to coarse.
const STEPS: [Step; 24] = [
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(5000),
];

impl Axis {
    /// Over all that has a place; none where nothing has.
    pub(super) fn over(extents: impl Iterator<Item = Extent>) -> Option<Self> {
        let known = extents.flat_map(|extent| [extent.begin, extent.end]).flatten();
        let (begin, end) = known.fold(None, |range: Option<(DateTime, DateTime)>, at| {
            let (begin, end) = range.unwrap_or((at, at));
            Some((begin.min(at), end.max(at)))
        })?;
        // A moment alone gets its day.
        let end = if end > begin { end } else { begin.checked_add(DAY).unwrap_or(end) };
        let seconds = end.duration_since(begin).as_secs_f64().max(1.0);
        Some(Self { begin, end, seconds })
    }

    /// Where a moment stands, in pixels.
    pub(super) fn x(&self, at: DateTime) -> f64 {
        let (left, right) = PLOT;
        let part = at.duration_since(self.begin).as_secs_f64() / self.seconds;
        left + (right - left) * part.clamp(0.0, 1.0)
    }

    pub(super) fn draw(&self, language: Language, bottom: f64) -> Markup {
        let ticks = self.ticks();
        html! {
            @for (at, label) in &ticks {
                line.grid x1=(round(self.x(*at))) y1=(TOP - 8.0) x2=(round(self.x(*at))) y2=(bottom) {}
                text.tick x=(round(self.x(*at))) y=(TOP - 14.0) text-anchor="middle" {
                    (show_short(label, language))
                }
            }
        }
    }

    /// The marks with their EDTF values.
    fn ticks(&self) -> Vec<(DateTime, String)> {
        let all = STEPS.iter().map(|step| self.marks(*step));
        let fitting = all.filter(|marks| marks.len() <= MOST && !marks.is_empty());
        fitting.into_iter().next().unwrap_or_default()
    }

    /// One mark more than fit at most, so that nothing is counted for long.
    fn marks(&self, step: Step) -> Vec<(DateTime, String)> {
        let mut marks = Vec::new();
        let mut at = step.floor(self.begin);
        while let Some(mark) = at.filter(|at| *at <= self.end && marks.len() <= MOST) {
            if mark >= self.begin {
                marks.push((mark, step.label(mark)));
            }
            at = step.next(mark);
        }
        marks
    }
}

impl Step {
    /// One step on.
    fn next(self, at: DateTime) -> Option<DateTime> {
        match self {
            Self::Hours(n) => at.checked_add(SignedDuration::from_hours(i64::from(n))).ok(),
            Self::Days(n) => at.checked_add(SignedDuration::from_hours(24 * i64::from(n))).ok(),
            Self::Months(n) => {
                let months = i16::from(at.month()) - 1 + n;
                first_of(at.year().checked_add(months / 12)?, months % 12 + 1)
            }
            Self::Years(n) => first_of(at.year().checked_add(n)?, 1),
        }
    }

    /// The last whole step that is not after.
    fn floor(self, at: DateTime) -> Option<DateTime> {
        let date = at.date();
        match self {
            Self::Hours(n) => {
                let hours = i16::from(at.hour()) / n * n;
                midnight(date).checked_add(SignedDuration::from_hours(i64::from(hours))).ok()
            }
            Self::Days(1) => Some(midnight(date)),
            Self::Days(_) => first_of(date.year(), i16::from(date.month())),
            Self::Months(n) => first_of(date.year(), (i16::from(date.month()) - 1) / n * n + 1),
            Self::Years(n) => first_of(date.year().div_euclid(n) * n, 1),
        }
    }

    fn label(self, at: DateTime) -> String {
        let (day, month) = (day(at.date(), "-"), at.month());
        match self {
            Self::Hours(_) => format!("{day}T{:02}:{:02}", at.hour(), at.minute()),
            Self::Days(_) => day,
            Self::Months(_) => format!("{:04}-{month:02}", at.year()),
            Self::Years(_) => format!("{:04}", at.year()),
        }
    }
}

fn first_of(year: i16, month: i16) -> Option<DateTime> {
    Date::new(year, i8::try_from(month).ok()?, 1).ok().map(midnight)
}

fn midnight(date: Date) -> DateTime {
    date.to_datetime(Time::midnight())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Option<DateTime> {
        crate::moment::read(text).map(|(moment, _)| moment)
    }

    fn labels(begin: &str, end: &str) -> Vec<String> {
        let (begin, end) = (moment(begin), moment(end));
        let axis = Axis::over([Extent { begin, end, is_timed: true }].into_iter()).unwrap();
        axis.ticks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn marks_fit_from_hours_to_decades() {
        let hours = labels("2021-07-24T05:00", "2021-07-24T22:00");
        assert_eq!(hours, ["T06:00", "T12:00", "T18:00"].map(|at| format!("2021-07-24{at}")));
        assert_eq!(labels("2021-07-24", "2021-07-27").len(), 4);
        assert_eq!(
            labels("2021-02-10", "2021-06-02"),
            ["2021-03", "2021-04", "2021-05", "2021-06"]
        );
        assert_eq!(labels("1987-01-02", "2023-01-01"), ["1990", "2000", "2010", "2020"]);
        for (begin, end) in [("2021-07-24", "2021-07-24"), ("0001-01-01", "9999-12-31")] {
            let marks = labels(begin, end);
            assert!((1..=MOST).contains(&marks.len()), "{marks:?}");
        }
    }

    #[test]
    fn the_ends_are_the_ends_of_the_plot() {
        let begin = moment("2021-07-24").unwrap();
        let end = moment("2021-07-25").unwrap();
        let extent = Extent { begin: Some(begin), end: Some(end), is_timed: false };
        let axis = Axis::over([extent].into_iter()).unwrap();
        assert_eq!((axis.x(begin), axis.x(end)), PLOT);
        assert!(Axis::over([Extent::default()].into_iter()).is_none());
    }
}
