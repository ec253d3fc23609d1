//! When a figure holds: by a time in its own sentence, or one before it in the paragraph, or, where it
//! is said of the present, the day of publication.

use std::collections::HashSet;

use nienbieu_model::{Quantity, Record, Span, Time, TimeClass, TimeType};

use super::{
    super::super::View,
    clause::{ends_in, is_parted},
};

/// Sentences back in its paragraph that a figure may take its time from.
const REACH: usize = 2;

/// Metrics that tell what a thing is rather than how matters stand: they hold for no day but one said
/// beside them.
const LASTING: &[&str] = &[
    "area",
    "length",
    "weight",
    "volume",
    "power",
    "money",
    "temperature",
    "speed",
    "beds",
    "testing_capacity",
    "other",
];

/// The times of an article that may date figures.
pub(super) struct Dates<'a> {
    view: &'a View<'a>,
    times: Vec<&'a Time>,
    /// The day of publication.
    published: Option<&'a str>,
}

impl<'a> Dates<'a> {
    pub(super) fn new(view: &'a View<'a>, record: &'a Record) -> Self {
        let ends: HashSet<&str> = view
            .times
            .iter()
            .flat_map(|time| [&time.begin, &time.end])
            .flatten()
            .map(|id| &**id)
            .collect();
        let papers: HashSet<&str> =
            record.citations.iter().filter_map(|paper| paper.date.as_deref()).collect();
        let dates = |time: &&Time| {
            let id = time.id.as_str();
            !ends.contains(id)
                && !papers.contains(id)
                && is_date(time)
                && !ends_in(before(view, time.span), "comparison")
        };
        Self {
            view,
            times: view.times.iter().filter(dates).collect(),
            published: record.published.edtf.as_deref().and_then(|edtf| edtf.get(..10)),
        }
    }

    /// Gives a figure its time.
    pub(super) fn settle(&self, quantity: &mut Quantity) {
        let Some(at) = self.view.sentence_at(quantity.span.start) else { return };
        let sentence = self.view.sentences[at].span;
        if let Some(time) = self.in_sentence(quantity.span, sentence) {
            self.take(quantity, time, "stated");
        } else if let Some(time) = self.inherited(quantity, at) {
            self.take(quantity, time, "inherited");
        } else if quantity.aspect.as_deref() == Some("stock")
            && let Some(day) = self.published
        {
            quantity.edtf = Some(day.to_owned());
            quantity.time_basis = Some("published".into());
        } else {
            quantity.time_basis = Some("none".into());
        }
    }

    /// The time that governs a span in its sentence: beside it in its clause, else the last before it,
    /// else the only one there is.
    fn in_sentence(&self, span: Span, sentence: Span) -> Option<&'a Time> {
        let near = self.within(sentence);
        let before = near.iter().rev().find(|time| time.span.end <= span.start);
        let after = near.iter().find(|time| time.span.start >= span.end);
        let parted =
            |from: usize, to: usize| is_parted(self.view.folded_words(Span::new(from, to)));
        let joined_before = before.filter(|time| !parted(time.span.end, span.start));
        let joined_after = after.filter(|time| !parted(span.end, time.span.start));
        let only = after.filter(|_| near.len() == 1);
        joined_before.or(joined_after).or(before).or(only).copied()
    }

    /// The times of a stretch of the text, in order.
    fn within(&self, span: Span) -> &[&'a Time] {
        let from = self.times.partition_point(|time| time.span.start < span.start);
        let to = self.times.partition_point(|time| time.span.start < span.end);
        &self.times[from..to]
    }

    /// The last time of the sentences before, in the same paragraph.
    fn inherited(&self, quantity: &Quantity, sentence: usize) -> Option<&'a Time> {
        let counts =
            matches!(quantity.aspect.as_deref(), Some("new" | "cumulative" | "stock" | "repeat"));
        let lasts = LASTING.contains(&quantity.metric.as_deref().unwrap_or("other"));
        if lasts && !counts
            || matches!(quantity.aspect.as_deref(), Some("target" | "planned" | "capacity"))
        {
            return None;
        }
        let block = self.view.blocks.iter().find(|block| block.span.contains(quantity.span))?;
        let earlier = self.view.sentences[..sentence].iter().rev().take(REACH);
        let same = earlier.take_while(|other| block.span.contains(other.span));
        same.map(|other| self.within(other.span)).find_map(|times| times.last().copied())
    }

    fn take(&self, quantity: &mut Quantity, time: &Time, basis: &'static str) {
        quantity.time = Some(time.id.clone());
        quantity.time_basis = Some(basis.into());
        quantity.edtf = match quantity.aspect.as_deref() {
            Some("stock") => self.end_of(time),
            Some("target" | "planned")
                if ends_in(before(self.view, time.span), "due")
                    || self.view.folded_words(time.span).starts_with("hết ") =>
            {
                time.latest.clone().or_else(|| time.edtf.clone())
            }
            _ => time.edtf.clone(),
        };
    }

    /// What is in force is so at the end of the stretch that is spoken of.
    fn end_of(&self, time: &Time) -> Option<String> {
        if time.class == TimeClass::NamedPeriod {
            return self.published.map(str::to_owned);
        }
        let edtf = time.edtf.as_deref()?;
        match (&time.kind, edtf.rsplit_once('/')) {
            (TimeType::Interval, Some((_, end))) if !matches!(end, "" | "..") => {
                Some(end.to_owned())
            }
            _ => Some(edtf.to_owned()),
        }
    }
}

/// The folded words right before a span, on its line.
fn before<'a>(view: &View<'a>, span: Span) -> &'a str {
    let end = view.range(span).start;
    let text = view.folded.as_str();
    let from = text.ceil_char_boundary(end.saturating_sub(48));
    text[from..end].rsplit('\n').next().unwrap_or_default()
}

/// Whether a time stands on the calendar, or for the present.
fn is_date(time: &Time) -> bool {
    if time.rule == "birth_year" || matches!(time.class, TimeClass::Age) {
        return false;
    }
    match time.kind {
        TimeType::Date | TimeType::Time | TimeType::Interval => {
            time.class != TimeClass::Vague || time.value.as_deref() == Some("PRESENT_REF")
        }
        TimeType::Duration => time.edtf.is_some(),
        _ => false,
    }
}
