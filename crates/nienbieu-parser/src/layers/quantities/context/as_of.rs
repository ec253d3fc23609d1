//! When a figure holds: by a time in its own sentence, or one before it in the paragraph, or, where it
//! is said of the present, the day of publication.

use std::collections::HashSet;

use nienbieu_model::{Publication, Quantity, Record, Span, Time, TimeClass, TimeType};

use super::{
    super::super::View,
    super::groups::is_of,
    clause::{begins_with, ends_in, is_parted, last as last_of},
};

/// The times of an article that may date figures.
pub(super) struct Dates<'a> {
    pub(super) view: &'a View<'a>,
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
                && !is_compared(view.words_before(time.span))
        };
        Self {
            view,
            times: view.times.iter().filter(dates).collect(),
            published: day_of(&record.published),
        }
    }

    /// Gives a figure its time.
    pub(super) fn settle(&self, quantity: &mut Quantity) {
        let Some(at) = self.view.sentence_at(quantity.span.start) else { return };
        let sentence = self.view.sentences[at].span;
        if let Some(time) = self.of_column(quantity) {
            self.take(quantity, time, "stated");
        } else if let Some(time) = self.in_sentence(quantity, sentence) {
            self.take(quantity, time, "stated");
        } else if let Some(time) = self.carried(quantity, at) {
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

    /// The time that governs a figure in its sentence: beside it in its clause, else the last before it,
    /// else the only one there is. A term or a plan dates a figure where it opens the sentence or stands
    /// right before the figure.
    fn in_sentence(&self, quantity: &Quantity, sentence: Span) -> Option<&'a Time> {
        let span = quantity.span;
        let words = |from: usize, to: usize| self.view.folded_words(Span::new(from, to));
        let near = self.within(sentence);
        let opening = near.first().filter(|time| self.opens(time, sentence)).copied();
        let is_opening = |time: &Time| opening.is_some_and(|first| first.id == time.id);
        let plain = |time: &&&Time| {
            is_opening(time) || !begins_with(self.view.folded_words(time.span), "period")
        };
        let last = near.iter().rev().find(|time| time.span.end <= span.start);
        // What is denied is denied of all that is spoken of, not of the day of what stands beside it.
        let denied = |words: &str| quantity.number.is_none() && words.contains(" và ");
        let joined = last.filter(|time| {
            let between = words(time.span.end, span.start);
            !is_parted(between) && !denied(between)
        });
        // "thông tuyến trước ngày 25/11; hỗ trợ mỗi hộ 5 triệu đồng": a time by which something is due holds for
        // its own clause.
        let holds = |time: &&&Time| plain(time) && time.modifier.as_deref() != Some("BEFORE");
        let before = near.iter().rev().filter(holds).find(|time| time.span.end <= span.start);
        let after = near.iter().filter(plain).find(|time| time.span.start >= span.end);
        let after = after.filter(|time| {
            time.class != TimeClass::Vague
                && last_of(words(span.end, time.span.start), "elsewhere").is_none()
        });
        let joined_after = after.filter(|time| !is_parted(words(span.end, time.span.start)));
        let only = after.filter(|_| near.len() == 1);
        let joined_plain = joined.filter(plain);
        let beside = before.filter(|time| denied(words(time.span.end, span.start)));
        let opened = beside.and(opening.as_ref());
        joined_plain.or(joined_after).or(opened).or(before).or(joined).or(only).copied()
    }

    /// Whether a time opens its sentence, behind a dateline or a preposition at most.
    fn opens(&self, time: &Time, sentence: Span) -> bool {
        let lead = self.view.folded_words(Span::new(sentence.start, time.span.start));
        let lead = lead.rsplit([')', '-']).next().unwrap_or_default();
        lead.split_whitespace().count() <= 2
    }

    /// The times of a stretch of the text, in order.
    pub(super) fn within(&self, span: Span) -> &[&'a Time] {
        let from = self.times.partition_point(|time| time.span.start < span.start);
        let to = self.times.partition_point(|time| time.span.start < span.end);
        &self.times[from..to]
    }

    fn take(&self, quantity: &mut Quantity, time: &Time, basis: &'static str) {
        quantity.time = Some(time.id.clone());
        quantity.time_basis = Some(basis.into());
        if quantity.aspect.is_none() && adds_up(quantity) && self.runs(time) {
            quantity.aspect = Some("cumulative".into());
        }
        quantity.edtf = match quantity.aspect.as_deref() {
            Some("stock") => self.end_of(time),
            Some("target" | "planned")
                if ends_in(self.view.words_before(time.span), "due")
                    || self.view.folded_words(time.span).starts_with("hết ") =>
            {
                time.latest.clone().or_else(|| time.edtf.clone())
            }
            _ => self.up_to_now(time),
        };
    }

    /// "từ đầu năm đến nay", "6 tháng đầu năm": what is counted over such a stretch is its sum.
    fn runs(&self, time: &Time) -> bool {
        let words = self.view.folded_words(time.span);
        let from = time.kind == TimeType::Interval && !begins_with(words, "period");
        from && ends_in(words, "until") || last_of(words, "so_far").is_some()
    }

    /// What is counted in a period that goes on is counted up to the day of publication.
    fn up_to_now(&self, time: &Time) -> Option<String> {
        let edtf = time.edtf.as_deref()?;
        let begun = edtf.strip_suffix("/..").filter(|_| time.class == TimeClass::NamedPeriod);
        let (Some(begin), Some(day)) = (begun, self.published) else {
            return Some(edtf.to_owned());
        };
        Some(format!("{begin}/{day}"))
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

/// The day of publication, where it is one day.
fn day_of(published: &Publication) -> Option<&str> {
    published.edtf.as_deref().filter(|edtf| !edtf.contains('/')).and_then(|edtf| edtf.get(..10))
}

/// Whether figures of the kind can be summed: a height, a share or a price cannot.
fn adds_up(quantity: &Quantity) -> bool {
    quantity.number.is_some() && !is_of(quantity.metric.as_deref(), "state")
}

/// Whether the words before a time say that something is only compared with it.
fn is_compared(before: &str) -> bool {
    let clause = before.rsplit([',', ';', '(', ':']).next().unwrap_or_default();
    ends_in(before, "comparison") || last_of(clause, "compared").is_some()
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
