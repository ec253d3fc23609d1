//! The timeline: every dated statement with the sentence that makes it.

use std::{collections::HashSet, sync::LazyLock};

use nienbieu_model::{
    Event, EventKind, Modality, PublicationStatus, Record, Span, Time, TimeClass, TimeType,
};

use crate::structure::sentences::Sentence;
use crate::text::{
    Folded,
    phrases::{Phrases, has},
};

/// What the words make of an event: a row of `data/event_kinds.tsv`, whose phrases have its number.
type Meaning = (Option<EventKind>, Option<Modality>);

/// The rows of `data/event_kinds.tsv`, and their phrases.
static CUES: LazyLock<(Vec<Meaning>, Phrases)> = LazyLock::new(|| {
    let rows = include_str!("../../data/event_kinds.tsv").lines();
    let rows = rows.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(read);
    let (mut meanings, mut phrases) = (Vec::new(), Phrases::default());
    for (number, (meaning, words)) in rows.enumerate() {
        words.split('|').for_each(|phrase| phrases.add(Folded::new(phrase).as_str(), number));
        meanings.push(meaning);
    }
    (meanings, phrases)
});

/// One row: kind, modality, phrases.
fn read(line: &'static str) -> Option<(Meaning, &'static str)> {
    let mut columns = line.split('\t');
    let mut value = || columns.next().map(|text| (text != "-").then_some(text));
    let (kind, modality) = (value()?, value()?);
    Some(((kind.map(EventKind::from), modality.map(Modality::from)), value()??))
}

/// The events of a record whose times are known, in the timeline's order.
pub(crate) fn timeline(record: &Record, sentences: &[Sentence], stamp: Option<Span>) -> Vec<Event> {
    let text = record.text.as_deref().unwrap_or_default();
    let mut events: Vec<Event> = Vec::new();
    let ends: HashSet<&str> = record
        .times
        .iter()
        .flat_map(|time| [time.begin.as_deref(), time.end.as_deref()])
        .flatten()
        .collect();
    for time in &record.times {
        if !dates_something(time) || ends.contains(time.id.as_str()) {
            continue;
        }
        let is_stamp = stamp.is_some_and(|stamp| stamp == time.span);
        let quote = quote_of(time.span, sentences);
        let told = |event: &Event| event.quote == quote && event.edtf == time.edtf;
        if time.edtf.is_some() && events.iter().rev().take(8).any(told) {
            continue;
        }
        let mut event = event(time, quote, text);
        if is_stamp {
            event.kind = EventKind::Publication;
            event.modality = None;
        }
        events.push(event);
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

/// The sentence that a span stands in, or the span itself where none does.
fn quote_of(span: Span, sentences: &[Sentence]) -> Span {
    let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    sentences.get(at).filter(|sentence| sentence.span.overlaps(span)).map_or(span, |sentence| {
        Span::new(sentence.span.start.min(span.start), sentence.span.end.max(span.end))
    })
}

/// The event that a time and the words around it tell of.
fn event(time: &Time, quote: Span, text: &str) -> Event {
    let (near, clause) = around(text, quote, time.span);
    // What is planned or meant counts in its own clause; what it is about, in the whole sentence too.
    let (kind, modality) = read_words(clause);
    let kind = kind.or_else(|| read_words(near).0.filter(|kind| *kind != EventKind::Target));
    let kind = kind.unwrap_or_else(|| match (&time.kind, &time.class) {
        (TimeType::Interval | TimeType::Duration, _) | (_, TimeClass::NamedPeriod) => {
            EventKind::Period
        }
        _ => EventKind::Other("other".into()),
    });
    Event {
        edtf: time.edtf.clone(),
        earliest: time.earliest.clone(),
        latest: time.latest.clone(),
        time: Some(time.id.clone()),
        time_basis: Some("stated".to_owned()),
        modality,
        ..Event::new(kind, quote)
    }
}

/// Kind and modality by the first rows whose phrases the words hold.
fn read_words(words: &str) -> Meaning {
    let (meanings, phrases) = &*CUES;
    let marks = phrases.marks(Folded::new(words).as_str());
    let (mut kind, mut modality) = (None, None);
    let fits = meanings.iter().enumerate().filter(|(number, _)| has(marks, *number));
    for (_, meaning) in fits {
        kind = kind.or_else(|| meaning.0.clone());
        modality = modality.or_else(|| meaning.1.clone());
    }
    (kind, modality)
}

/// The part of a quotation that may bear on a time in it, and the clause around the time: a time set
/// before its statement with a comma has the statement for its clause.
fn around(text: &str, quote: Span, time: Span) -> (&str, &str) {
    const REACH: usize = 600;
    const MARKS: [char; 5] = [',', ';', ':', '(', ')'];
    let from = text.ceil_char_boundary(quote.start.max(time.start.saturating_sub(REACH)));
    let to = text.floor_char_boundary(quote.end.min(time.end + REACH));
    let (Some(near), Some(before), Some(after)) =
        (text.get(from..to), text.get(from..time.start), text.get(time.end..to))
    else {
        return ("", "");
    };
    let start = before.rfind(MARKS).map_or(from, |mark| from + mark + 1);
    let opens = text.get(start..time.start).is_some_and(|lead| lead.split_whitespace().count() < 3);
    let skipped = usize::from(opens && after.starts_with(','));
    let end = after[skipped..].find(MARKS).map_or(to, |mark| time.end + skipped + mark);
    (near, text.get(start..end).unwrap_or(near))
}

/// Earliest, then latest, then position; what has no date comes last, and keeps its place there.
fn order(event: &Event) -> (bool, String, String, usize, usize) {
    let known = event.earliest.clone().or_else(|| event.latest.clone());
    let known = known.or_else(|| event.edtf.clone());
    let latest = event.latest.clone().unwrap_or_default();
    (known.is_none(), known.unwrap_or_default(), latest, event.quote.start, event.quote.end)
}
