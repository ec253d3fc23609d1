//! What holds of every record, whatever the text.

mod schema;

use std::collections::BTreeSet;

use nienbieu_model::{Event, Record, Span, Time, TimeType};
use serde_json::Value;

/// Checks all the records of one text.
pub(crate) fn check(text: &str, records: &[Record]) {
    assert!(!records.is_empty(), "a text without a record");
    for (record, part) in records.iter().zip(1..) {
        assert_eq!(record.source.part, part);
        assert_eq!(record.text.as_deref(), Some(text));
        spans(text, record);
        ids(record);
        times(&record.times);
        events(record);
        json(record);
    }
    blocks(text, records);
}

/// Every span fits the text, and every `text` beside a span is what stands there.
fn spans(text: &str, record: &Record) {
    let json = serde_json::to_value(Record { text: None, ..record.clone() }).unwrap();
    let mut pending = vec![&json];
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(fields) => {
                if let Some(words) =
                    fields.get("start").and(Some(value)).and_then(span_of).map(|span| {
                        span.of(text).unwrap_or_else(|| panic!("{span:?} does not fit the text"))
                    })
                {
                    assert!(!words.is_empty(), "an empty span");
                }
                if let (Some(span), Some(said)) =
                    (fields.get("span").and_then(span_of), fields.get("text"))
                {
                    assert_eq!(span.of(text).map(one_line), said.as_str().map(one_line));
                }
                pending.extend(fields.values());
            }
            Value::Array(items) => pending.extend(items),
            _ => {}
        }
    }
}

/// A headline over two lines is told as one, without what is invisible where the lines meet.
fn one_line(text: &str) -> String {
    let parts = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.split(parts).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn span_of(value: &Value) -> Option<Span> {
    serde_json::from_value(value.clone()).ok()
}

/// Each line that has a letter or a digit is in one block of one record; no two blocks overlap.
fn blocks(text: &str, records: &[Record]) {
    let mut spans: Vec<Span> =
        records.iter().flat_map(|record| record.blocks.iter().map(|block| block.span)).collect();
    for record in records {
        assert!(record.blocks.is_sorted_by_key(|block| block.span), "blocks out of order");
    }
    spans.sort();
    for pair in spans.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "{pair:?} overlap");
    }
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let here = Span::new(start, start + line.len());
        start = here.end;
        let from = spans.partition_point(|span| span.end <= here.start);
        let inside = spans[from..].iter().take_while(|span| span.start < here.end);
        let count =
            inside.inspect(|span| assert!(here.contains(**span), "a block over two lines")).count();
        assert!(count <= 1, "{line:?} is in {count} blocks");
        assert!(count == 1 || !line.contains(char::is_alphanumeric), "{line:?} is in no block");
    }
}

/// Ids count from one in order within their layer, and those referred to exist.
fn ids(record: &Record) {
    let numbered = |ids: &mut dyn Iterator<Item = &str>, letter: char| {
        for (id, number) in ids.zip(1..) {
            assert_eq!(id, format!("{letter}{number}"));
        }
    };
    numbered(&mut record.times.iter().map(|time| &*time.id), 't');
    numbered(&mut record.events.iter().map(|event| &*event.id), 'e');

    let known: BTreeSet<&str> = record.times.iter().map(|time| &*time.id).collect();
    for time in &record.times {
        for id in [&time.begin, &time.end, &time.anchor].into_iter().flatten() {
            assert!(known.contains(&**id) || id == "published", "{time:?} refers to {id}");
            assert_ne!(*id, time.id, "{time:?} refers to itself");
        }
    }
    for id in record.events.iter().filter_map(|event| event.time.as_deref()) {
        assert!(known.contains(id), "an event of {id}");
    }
    for parent in record.blocks.iter().filter_map(|block| block.parent) {
        assert!(parent < record.blocks.len(), "a block under {parent}");
    }
}

/// By position, then by length; ends are within their interval; bounds in order.
fn times(times: &[Time]) {
    for pair in times.windows(2) {
        let place = |time: &Time| (time.span.start, time.span.end);
        assert!(place(&pair[0]) < place(&pair[1]), "out of order: {pair:#?}");
    }
    for time in times {
        for id in [&time.begin, &time.end].into_iter().flatten() {
            assert_eq!(time.kind, TimeType::Interval);
            let end = times.iter().find(|end| end.id == *id).unwrap();
            assert!(time.span.contains(end.span), "{end:?} is outside {time:?}");
        }
    }
}

/// Bounds are in order, and no interval is without both ends.
pub(crate) fn meanings(records: &[Record]) {
    for time in records.iter().flat_map(|record| &record.times) {
        if let (Some(earliest), Some(latest)) = (&time.earliest, &time.latest) {
            let shared = earliest.len().min(latest.len());
            assert!(earliest[..shared] <= latest[..shared], "{time:?}");
        }
        assert_ne!(time.edtf.as_deref(), Some("/"), "{time:?}");
    }
}

/// Earliest first, then latest, then by position; each quotes the words of its time.
fn events(record: &Record) {
    let key = |event: &Event| {
        let known = event.earliest.clone().or_else(|| event.latest.clone());
        let known = known.or_else(|| event.edtf.clone());
        (known.is_none(), known, event.latest.clone(), event.quote.start)
    };
    assert!(record.events.is_sorted_by_key(key), "events out of order");
    for event in &record.events {
        assert!(!event.quote.is_empty(), "{event:?}");
        if let Some(id) = &event.time {
            let time = record.time(id).unwrap();
            assert!(event.quote.contains(time.span), "{event:?} does not quote {:?}", time.text);
            assert_eq!(event.edtf, time.edtf);
        }
    }
}

/// The JSON form is what the schema says, and reads back as the same record.
fn json(record: &Record) {
    let json = serde_json::to_value(record).unwrap();
    schema::check(&json);
    assert_eq!(&serde_json::from_value::<Record>(json).unwrap(), record);
}
