//! When a figure holds: by a time in its own sentence, or one before it in the paragraph, or, where it
//! is said of the present, the day of publication.

use std::collections::HashSet;

use nienbieu_model::{Publication, Quantity, Record, Span, Time, TimeClass, TimeType};

use super::{
    super::super::View,
    super::groups::is_of,
    clause::{begins_with, ends_in, last as last_of, tail},
    lead,
};

/// The times of an article that may date figures.
pub(super) struct Dates<'a> {
    pub(super) view: &'a View<'a>,
    times: Vec<&'a Time>,
    /// The day of publication.
    pub(super) published: Option<&'a str>,
    /// The time that the article's lead tells of.
    pub(super) lead: Option<&'a Time>,
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
        let mut found = Self {
            view,
            times: view.times.iter().filter(dates).collect(),
            published: day_of(&record.published),
            lead: None,
        };
        found.lead = found.lead_of();
        found
    }

    /// Gives a figure its time.
    pub(super) fn settle(&self, quantity: &mut Quantity) {
        let Some(at) = self.view.sentence_at(quantity.span.start) else { return };
        let sentence = self.view.sentences[at].span;
        let stated = self.of_column(quantity).or_else(|| self.in_sentence(quantity, sentence));
        if let Some(time) = stated {
            self.take(quantity, time, "stated");
        } else if let Some(time) = self.carried(quantity, at).or_else(|| self.of_lead(quantity)) {
            self.take(quantity, time, "inherited");
        } else if let Some(day) = self.published.filter(|_| lead::is_of_its_day(quantity)) {
            quantity.edtf = Some(day.to_owned());
            quantity.time_basis = Some("published".into());
        } else {
            quantity.time_basis = Some("none".into());
        }
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
    ends_in(before, "comparison") || last_of(tail(before), "compared").is_some()
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
