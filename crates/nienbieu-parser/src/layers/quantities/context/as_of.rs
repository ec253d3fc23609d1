//! When a figure holds: by a time in its own sentence, or one before it in the paragraph, or, where it
//! is said of the present, the day of publication.

use std::collections::{HashMap, HashSet};

use nienbieu_model::{Publication, Quantity, Record, Span, Time, TimeClass, TimeType};

use super::{
    super::super::View,
    carried::Undated,
    clause::{ends_in, last as last_of, tail},
    lead::{self, Lead},
};

/// What a figure takes over from before its sentence.
#[derive(Clone, Copy)]
pub(super) enum Held<'a> {
    Of(&'a Time),
    Published,
}

/// The times of an article that may date figures.
pub(super) struct Dates<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) times: Vec<&'a Time>,
    by_id: HashMap<&'a str, &'a Time>,
    /// The days that papers are of, with where the papers stand.
    papers: HashMap<&'a str, usize>,
    /// The day of publication.
    pub(super) published: Option<&'a str>,
    /// What the article's lead tells of.
    pub(super) lead: Lead<'a>,
}

impl<'a> Dates<'a> {
    pub(super) fn new(view: &'a View<'a>, record: &'a Record, figures: &[Quantity]) -> Self {
        let figures: Vec<usize> = figures.iter().map(|figure| figure.span.start).collect();
        let ends: HashSet<&str> = view
            .times
            .iter()
            .flat_map(|time| [&time.begin, &time.end])
            .flatten()
            .map(|id| &**id)
            .collect();
        // The day behind a paper is the paper's; "Ngày 2/3, tỉnh ra Quyết định …" tells of what is done that day.
        let papers = record.citations.iter();
        let papers = papers.filter_map(|paper| Some((paper.date.as_deref()?, paper.span.start)));
        let papers: HashMap<&str, usize> = papers.collect();
        let dates = |time: &&Time| {
            let id = time.id.as_str();
            !ends.contains(id)
                && papers.get(id).is_none_or(|paper| time.span.start < *paper)
                && is_date(time)
                && !is_compared(view, time.span, &figures)
        };
        let mut found = Self {
            view,
            times: view.times.iter().filter(dates).collect(),
            papers,
            by_id: view.times.iter().map(|time| (time.id.as_str(), time)).collect(),
            published: day_of(&record.published),
            lead: Lead::default(),
        };
        found.lead = found.lead_of();
        found
    }

    /// Gives a figure its time; those before it have theirs.
    pub(super) fn settle(&self, quantity: &mut Quantity, before: &[Quantity]) {
        let Some(at) = self.view.sentence_at(quantity.span.start) else { return };
        let sentence = self.view.sentences[at].span;
        let stated = self.of_column(quantity).or_else(|| self.in_sentence(quantity, sentence));
        if let Some(time) = stated {
            return self.take(quantity, time, "stated");
        }
        match self
            .carried(Undated { figure: quantity, sentence: at, before })
            .or_else(|| self.of_lead(quantity))
        {
            Some(Held::Of(time)) => self.take(quantity, time, "inherited"),
            Some(Held::Published) => self.publish(quantity),
            None if lead::is_told(quantity) => self.publish(quantity),
            None => quantity.time_basis = Some("none".into()),
        }
    }

    /// Whether a time is a paper's.
    pub(super) fn is_of_paper(&self, time: &Time) -> bool {
        self.papers.contains_key(time.id.as_str())
    }

    /// The times of a stretch of the text, in order.
    pub(super) fn within(&self, span: Span) -> &[&'a Time] {
        let from = self.times.partition_point(|time| time.span.start < span.start);
        let to = self.times.partition_point(|time| time.span.start < span.end);
        &self.times[from..to]
    }

    /// The time that a figure holds for, where it has one.
    pub(super) fn of(&self, quantity: &Quantity) -> Option<&'a Time> {
        self.by_id.get(quantity.time.as_deref()?).copied()
    }
}

/// The day of publication, where it is one day.
fn day_of(published: &Publication) -> Option<&str> {
    published.edtf.as_deref().filter(|edtf| !edtf.contains('/')).and_then(|edtf| edtf.get(..10))
}

/// Whether the words before a time say that something is only compared with it: "so với tháng 5", "bằng 98% tháng
/// 5", but not "so với 110 chuyến hồi tháng 5". `figures` are the places of the figures, in order.
fn is_compared(view: &View<'_>, time: Span, figures: &[usize]) -> bool {
    let before = view.words_before(time);
    let clause = tail(before);
    let behind = |class| last_of(clause, class).map(|at| &clause[at..]);
    let is_ratio = |words: &str| words.contains('%') || words.contains(" lần");
    let has_figure = |words: &str| {
        let from = view.folded.original_start(view.range(time).start - words.len());
        let at = figures.partition_point(|figure| *figure < from);
        figures.get(at).is_some_and(|figure| *figure < time.start)
    };
    ends_in(before, "comparison")
        || behind("compared").is_some_and(|words| !has_figure(words) || is_ratio(words))
        || behind("ratio").is_some_and(is_ratio)
}

/// Whether a time stands on the calendar, or for the present.
fn is_date(time: &Time) -> bool {
    if time.rule == "birth_year" || matches!(time.class, TimeClass::Age) {
        return false;
    }
    if time.edtf.is_none() {
        return false;
    }
    match time.kind {
        TimeType::Date | TimeType::Time | TimeType::Interval => {
            time.class != TimeClass::Vague || time.value.as_deref() == Some("PRESENT_REF")
        }
        TimeType::Duration => true,
        _ => false,
    }
}
