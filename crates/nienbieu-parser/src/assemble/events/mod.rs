//! The timeline: every dated statement with the words that make it.

mod attach;
mod bound;
mod clause;
mod figures;
mod kind;
mod modality;
#[cfg(test)]
mod tests;

use std::{collections::HashSet, ops::Range};

use nienbieu_model::{
    Event, EventKind, Modality, PublicationStatus, Record, Span, Time, TimeClass, TimeType,
};

use crate::{structure::sentences::Sentence, text::Folded};
use clause::{Statement, statements};

/// The events of a record whose times and layers are known, in the timeline's order.
pub(crate) fn timeline(
    record: &Record,
    folded: &Folded,
    sentences: &[Sentence],
    stamp: Option<Span>,
) -> Vec<Event> {
    let ends: HashSet<&str> = record
        .times
        .iter()
        .flat_map(|time| [time.begin.as_deref(), time.end.as_deref()])
        .flatten()
        .collect();
    let dating = |time: &&Time| dates_something(time) && !ends.contains(time.id.as_str());
    let times: Vec<&Time> = record.times.iter().filter(dating).collect();

    let reader = Reader::new(record, folded, stamp);
    let mut events: Vec<Event> = Vec::new();
    let sentence_of = |time: &Time| sentences.partition_point(|s| s.span.end <= time.span.start);
    for together in times.chunk_by(|a, b| sentence_of(a) == sentence_of(b)) {
        let sentence = together.first().and_then(|time| sentences.get(sentence_of(time)));
        reader.sentence(sentence, together, &mut events);
    }
    if record.published.status == PublicationStatus::User
        && !events.iter().any(|event| event.kind == EventKind::Publication)
    {
        events.extend(told_by_user(record, sentences));
    }
    events.sort_by_cached_key(order);
    for (index, event) in events.iter_mut().enumerate() {
        event.id = format!("e{}", index + 1);
    }
    events
}

/// What the events of a record are made from.
struct Reader<'a> {
    record: &'a Record,
    folded: &'a Folded,
    /// Where the page says when it was published and when it was last changed.
    stamps: Vec<Span>,
    /// The ids of the times that date a paper.
    papers: HashSet<&'a str>,
    /// The ids of the times by which somebody is told to have done something.
    deadlines: HashSet<&'a str>,
}

impl<'a> Reader<'a> {
    fn new(record: &'a Record, folded: &'a Folded, stamp: Option<Span>) -> Self {
        let changed = record.modified.iter().flat_map(|modified| modified.evidence.iter().copied());
        Self {
            record,
            folded,
            stamps: stamp.into_iter().chain(changed).collect(),
            papers: record.citations.iter().filter_map(|paper| paper.date.as_deref()).collect(),
            deadlines: record
                .directives
                .iter()
                .filter_map(|told| told.deadline.as_deref())
                .collect(),
        }
    }

    /// The events of one sentence's times; what a quotation has told of a day it does not tell again.
    fn sentence(&self, sentence: Option<&Sentence>, times: &[&Time], events: &mut Vec<Event>) {
        // A time may reach over the end of its sentence, or stand in none.
        let span = |time: &Time| sentence.map(|s| s.span).filter(|s| s.overlaps(time.span));
        let whole = times.iter().map(|time| {
            let held = span(time).unwrap_or(time.span);
            Span::new(held.start.min(time.span.start), held.end.max(time.span.end))
        });
        let Some(whole) = whole.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
        else {
            return;
        };
        let at: Vec<Range<usize>> = times.iter().map(|time| self.range(time.span)).collect();
        let first = events.len();
        for (statement, time) in
            statements(self.folded.as_str(), self.range(whole), &at).into_iter().zip(times)
        {
            let quote = self.span(&statement.quote);
            // The parts that statements are cut into never cut a time.
            let quote = if quote.contains(time.span) { quote } else { whole };
            let told = |event: &Event| event.quote == quote && event.edtf == time.edtf;
            if time.edtf.is_some() && events[first..].iter().rev().take(8).any(told) {
                continue;
            }
            events.push(self.event(time, quote, &statement));
        }
    }

    /// The event that a time and the words around it tell of.
    fn event(&self, time: &Time, quote: Span, statement: &Statement) -> Event {
        let mut event = Event {
            edtf: time.edtf.clone(),
            earliest: time.earliest.clone(),
            latest: time.latest.clone(),
            time: Some(time.id.clone()),
            time_basis: Some("stated".to_owned()),
            ..Event::new(EventKind::Publication, quote)
        };
        if self.stamps.contains(&time.span) {
            return event;
        }
        let clause = self.span(&statement.clause);
        attach::attach(&mut event, self.record, time, clause, self.part(quote, clause));
        let said = modality::modality(self.folded.as_str(), statement);
        event.kind = self.kind(&event, time, statement, said.as_ref());
        // What an instruction names besides is at least an instruction.
        if matches!(event.kind, EventKind::Other(_)) && !event.directives.is_empty() {
            event.kind = EventKind::Directive;
        }
        event.modality = self.modality(time, said, &event.kind);
        event
    }

    /// As much of a quotation as no semicolon parts from a clause in it.
    fn part(&self, quote: Span, clause: Span) -> Span {
        let (quote, clause) = (self.range(quote), self.range(clause));
        let text = self.folded.as_str();
        let before = text.get(quote.start..clause.start).and_then(|words| words.rfind(';'));
        let after = text.get(clause.end..quote.end).and_then(|words| words.find(';'));
        let start = before.map_or(quote.start, |at| quote.start + at + 1);
        self.span(&(start..after.map_or(quote.end, |at| clause.end + at)))
    }

    fn kind(
        &self,
        event: &Event,
        time: &Time,
        statement: &Statement,
        goal: Option<&Modality>,
    ) -> EventKind {
        if self.papers.contains(time.id.as_str()) {
            return EventKind::DocumentIssued;
        }
        if goal == Some(&Modality::Target) {
            return EventKind::Target;
        }
        if self.deadlines.contains(time.id.as_str()) {
            return EventKind::Directive;
        }
        let (text, at) = (self.folded.as_str(), self.range(time.span));
        let ill = !self.record.diseases.is_empty();
        let said = kind::kind(text, statement, &at, ill);
        let plain = matches!(said, None | Some(EventKind::Other(_)));
        if plain && bound::is_due(text, statement, &at) && !is_over(time, self.record) {
            return EventKind::Target;
        }
        // What another time's figure is measured by has been counted, whatever else is said.
        if bound::is_compared(text, statement, &at) {
            return EventKind::CaseReport;
        }
        let until = bound::is_until(text, statement, &at);
        let words = text.get(at.clone()).unwrap_or_default();
        let ahead = looks_ahead(words) || is_ahead(time, self.record) == Some(true);
        let open = ahead || matches!(goal, Some(Modality::Planned | Modality::Conditional));
        let leads = clause::leads(text, statement.clause.start, at.start);
        let counted = figures::kind(event, self.record, time, said.as_ref(), until, leads);
        counted.filter(|_| !open).or(said).unwrap_or_else(|| match (&time.kind, &time.class) {
            // "24 giờ tới" says when something is to come, and is no period by itself.
            (TimeType::Interval | TimeType::Duration, _) if looks_ahead(words) => {
                EventKind::Other("other".into())
            }
            (TimeType::Interval | TimeType::Duration, _) | (_, TimeClass::NamedPeriod) => {
                EventKind::Period
            }
            _ => EventKind::Other("other".into()),
        })
    }

    /// What lies ahead of the day of publication is no fact yet, whatever its words; what does not, and is
    /// said plainly, is one.
    fn modality(&self, time: &Time, said: Option<Modality>, kind: &EventKind) -> Option<Modality> {
        let words = self.folded.as_str().get(self.range(time.span)).unwrap_or_default();
        let ahead = if looks_ahead(words) { Some(true) } else { is_ahead(time, self.record) };
        let due = *kind == EventKind::Target || self.deadlines.contains(time.id.as_str());
        match said {
            // What is due is no fact yet, and a paper with a date was written.
            None | Some(Modality::Fact | Modality::Negated)
                if due && !is_over(time, self.record) =>
            {
                Some(Modality::Planned)
            }
            Some(Modality::Reported) if self.papers.contains(time.id.as_str()) => {
                Some(Modality::Fact)
            }
            // What is gone was no condition, and an instruction not to do something is not denied.
            Some(Modality::Conditional) if is_over(time, self.record) => Some(Modality::Fact),
            Some(Modality::Negated) if *kind == EventKind::Directive => {
                (ahead == Some(true)).then_some(Modality::Planned)
            }
            None | Some(Modality::Fact) if ahead == Some(true) => Some(Modality::Planned),
            None if ahead == Some(false) && *kind != EventKind::Target => Some(Modality::Fact),
            said => said,
        }
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.folded.folded_at(span.start)..self.folded.folded_at(span.end)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.folded.span(range.start, range.end)
    }
}

/// Whether a time begins after the day of publication; nothing where either is not known.
fn is_ahead(time: &Time, record: &Record) -> Option<bool> {
    let begins = day(&time.earliest).or_else(|| day(&time.latest));
    Some(begins? > day(&record.published.latest)?)
}

/// Whether the words of a time say that it is still to come: "24 giờ tới", "từ nay đến 30/6".
fn looks_ahead(words: &str) -> bool {
    let last = words.rsplit(' ').next();
    words.starts_with("từ nay ") || matches!(last, Some("tới" | "nữa"))
}

/// Whether a time has ended by the day of publication.
fn is_over(time: &Time, record: &Record) -> bool {
    let published = &record.published;
    let published = day(&published.earliest).or_else(|| day(&published.latest));
    let ends = day(&time.latest);
    ends.zip(published).is_some_and(|(ends, published)| ends <= published)
}

/// The day of a moment in ISO 8601.
fn day(moment: &Option<String>) -> Option<&str> {
    let day = moment.as_deref()?.get(..10)?;
    day.starts_with(|c: char| c.is_ascii_digit()).then_some(day)
}

/// The publication that only the user dates stands on the timeline with the article's first sentence.
fn told_by_user(record: &Record, sentences: &[Sentence]) -> Option<Event> {
    let published = &record.published;
    Some(Event {
        edtf: published.edtf.clone(),
        earliest: published.earliest.clone(),
        latest: published.latest.clone(),
        time_basis: Some("stated".to_owned()),
        ..Event::new(EventKind::Publication, sentences.first()?.span)
    })
}

/// Whether a time puts something on the timeline: it has, or could have, a place on the calendar.
fn dates_something(time: &Time) -> bool {
    // A year of birth tells who somebody is, not what happened.
    if time.rule == "birth_year" {
        return false;
    }
    match time.kind {
        TimeType::Date | TimeType::Time | TimeType::Interval => {
            !matches!(time.class, TimeClass::Vague | TimeClass::Age)
        }
        TimeType::Duration => time.edtf.is_some() && time.class == TimeClass::Core,
        _ => false,
    }
}

/// Earliest, then latest, then position; what has no date comes last, and keeps its place there.
fn order(event: &Event) -> (bool, String, String, usize, usize) {
    let known = event.earliest.clone().or_else(|| event.latest.clone());
    let known = known.or_else(|| event.edtf.clone());
    let latest = event.latest.clone().unwrap_or_default();
    (known.is_none(), known.unwrap_or_default(), latest, event.quote.start, event.quote.end)
}
