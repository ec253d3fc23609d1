use maud::{Markup, html};

use super::row::round;
use super::{PLOT, TOP};
use crate::Language;
use crate::dates::show_short;
use crate::extent::Extent;
use crate::moment::{DAY, Moment, Parts};

/// From the first moment of the rows to the last.
pub(super) struct Axis {
    begin: Moment,
    end: Moment,
    seconds: f64,
}

/// Seconds in an hour.
const HOUR: i64 = 60 * 60;
/// The most marks on an axis.
const MOST: usize = 5;

/// How far marks stand apart: the unit, and how many of it.
#[derive(Clone, Copy)]
enum Step {
    Hours(i64),
    Days(i64),
    Months(i64),
    Years(i64),
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
        let (begin, end) = known.fold(None, |range: Option<(Moment, Moment)>, at| {
            let (begin, end) = range.unwrap_or((at, at));
            Some((begin.min(at), end.max(at)))
        })?;
        // A moment alone gets its day.
        let end = if end > begin { end } else { begin.plus(DAY).unwrap_or(end) };
        let seconds = as_float(end.since(begin)).max(1.0);
        Some(Self { begin, end, seconds })
    }

    /// Where a moment stands, in pixels.
    pub(super) fn x(&self, at: Moment) -> f64 {
        let (left, right) = PLOT;
        let part = as_float(at.since(self.begin)) / self.seconds;
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
    fn ticks(&self) -> Vec<(Moment, String)> {
        let all = STEPS.iter().map(|step| self.marks(*step));
        let fitting = all.filter(|marks| marks.len() <= MOST && !marks.is_empty());
        fitting.into_iter().next().unwrap_or_default()
    }

    /// One mark more than fit at most, so that nothing is counted for long.
    fn marks(&self, step: Step) -> Vec<(Moment, String)> {
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
    fn next(self, at: Moment) -> Option<Moment> {
        let Parts { year, month, .. } = at.parts();
        match self {
            Self::Hours(n) => at.plus(n * HOUR),
            Self::Days(n) => at.plus(n * DAY),
            Self::Months(n) => {
                let months = month - 1 + n;
                Moment::of_day(year + months / 12, months % 12 + 1, 1)
            }
            Self::Years(n) => Moment::of_day(year + n, 1, 1),
        }
    }

    /// The last whole step that is not after.
    fn floor(self, at: Moment) -> Option<Moment> {
        let Parts { year, month, hour, .. } = at.parts();
        match self {
            Self::Hours(n) => at.midnight().plus(hour / n * n * HOUR),
            Self::Days(1) => Some(at.midnight()),
            Self::Days(_) => Moment::of_day(year, month, 1),
            Self::Months(n) => Moment::of_day(year, (month - 1) / n * n + 1, 1),
            Self::Years(n) => Moment::of_day(year / n * n, 1, 1),
        }
    }

    fn label(self, at: Moment) -> String {
        let Parts { year, month, hour, minute, .. } = at.parts();
        match self {
            Self::Hours(_) => format!("{}T{hour:02}:{minute:02}", at.day("-")),
            Self::Days(_) => at.day("-"),
            Self::Months(_) => format!("{year:04}-{month:02}"),
            Self::Years(_) => format!("{year:04}"),
        }
    }
}

/// Seconds of ten thousand years are far from what a float cannot count.
#[allow(clippy::cast_precision_loss)]
const fn as_float(seconds: i64) -> f64 {
    seconds as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Option<Moment> {
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
