//! A part and its whole: "20/25 mẫu".

use std::ops::Range;

use super::{
    figure::{Figure, Reader},
    guard,
    number::{self, Number},
    range,
    unit::{self, Class},
};

impl Reader<'_> {
    /// `20/25 mẫu`: a part and its whole, two figures of one unit.
    pub(super) fn fraction(
        &self,
        span: &range::Span,
        number: Range<usize>,
        before: &str,
    ) -> Option<Vec<Figure>> {
        let unit_end = self.part_unit(number.end);
        let rest = self.text[unit_end..self.sentence.end].strip_prefix('/')?;
        if span.second.is_some()
            || span.first.worded
            || !rest.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let none = Some(Vec::new());
        let start = unit_end + 1;
        let Some(whole) = number::number(rest) else { return none };
        let second = start..start + whole.len;
        let unit = unit::unit(self.text, second.end, self.sentence.end);
        let unit = unit.or_else(|| self.open_nouns.then(|| self.noun(second.end)).flatten());
        let unit = unit.filter(|unit| !matches!(unit.kind.class, Class::None | Class::Times));
        let part = spread(span.first, &whole);
        let fits = part.value <= whole.value && whole.value > 4.0;
        if unit.is_none()
            || !fits
            || (self.taken)(second.clone())
            || !guard::passes(before, &whole, unit.as_ref())
        {
            return none;
        }
        let one = |value: f64, number: Range<usize>, end: usize| Figure {
            span: number.start..end,
            number: Some(number),
            value,
            max: None,
            comparator: "eq",
            comparator_words: None,
            unit: unit.clone(),
            metric: "other",
            aspect: None,
            population: None,
            rule: "fraction",
            is_article: false,
            is_small: false,
            is_named: false,
            ellipsis: None,
        };
        let end = unit.as_ref().map_or(second.end, |unit| unit.range.end);
        Some(vec![one(part.value, number, unit_end), one(whole.value, second, end)])
    }

    /// The end of the unit of a part that prints it before its whole: `2.860m2/5.400m2`.
    fn part_unit(&self, at: usize) -> usize {
        let unit = unit::unit(self.text, at, self.sentence.end);
        let unit = unit.filter(|unit| unit.kind.class == Class::Measure && unit.per.is_none());
        unit.map(|unit| unit.range.end)
            .filter(|&end| {
                let rest = self.text[end..self.sentence.end].strip_prefix('/');
                rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
            .unwrap_or(at)
    }
}

/// A part's magnitude is its whole's: `5.210/11.800 tỷ`.
fn spread(part: Number, whole: &Number) -> Number {
    let shared = part.scale == 1.0 && whole.scale > 1.0;
    if shared { Number { value: part.value * whole.scale, ..part } } else { part }
}
