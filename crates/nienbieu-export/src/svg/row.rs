use maud::{Markup, html};

use super::axis::Axis;
use super::{HEADLINE, MARGIN, PLOT, ROW, WORDS};
use crate::Language;
use crate::entry::Entry;
use crate::extent::Extent;
use crate::text::printable;

/// The narrowest bar, in pixels.
const NARROWEST: f64 = 4.0;
/// How far an open end fades at most, in pixels.
const FADE: f64 = 120.0;

/// What is drawn of an event.
pub(super) struct Row {
    pub(super) extent: Extent,
    pub(super) is_ahead: bool,
    is_inferred: bool,
    when: String,
    headline: String,
    /// Kind and modality.
    what: String,
}

impl Row {
    pub(super) fn of(entry: &Entry<'_>, language: Language) -> Self {
        Self {
            extent: entry.extent,
            is_ahead: entry.is_ahead,
            is_inferred: entry.is_inferred,
            when: entry.when.clone(),
            headline: entry.headline(HEADLINE),
            what: entry.what(language),
        }
    }

    pub(super) fn draw(&self, y: f64, axis: Option<&Axis>) -> Markup {
        let base = y + 16.0;
        html! {
            g {
                title { (printable(&self.when)) " · " (printable(&self.what)) }
                text.when x=(MARGIN) y=(base) { (printable(&self.when)) }
                @if let Some(axis) = axis { (self.bar(y, axis)) }
                text x=(WORDS) y=(base) { (printable(&self.headline)) }
            }
        }
    }

    fn bar(&self, y: f64, axis: &Axis) -> Markup {
        let (begin, end) =
            (self.extent.begin.map(|at| axis.x(at)), self.extent.end.map(|at| axis.x(at)));
        let (from, to, end_class) = match (begin, end) {
            (None, None) => return Markup::default(),
            (Some(from), Some(to)) => (from, to.max(from + NARROWEST), ""),
            (Some(from), None) => (from, (from + FADE).min(PLOT.1).max(from + NARROWEST), " on"),
            (None, Some(to)) => ((to - FADE).max(PLOT.0).min(to - NARROWEST), to, " until"),
        };
        let kind = if self.is_ahead { "ahead" } else { "fact" };
        let inferred = if self.is_inferred { " inferred" } else { "" };
        html! {
            rect class=(format!("bar {kind}{end_class}{inferred}")) x=(round(from)) y=(y + 6.0)
                width=(round(to - from)) height=(ROW - 12.0) rx="2" {}
        }
    }
}

/// To a tenth: the same on every machine, and short.
pub(super) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
