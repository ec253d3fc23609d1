//! A row a figure.

use std::borrow::Cow;
use std::collections::HashMap;

use nienbieu_model::{Event, Quantity, Record};

use super::{Cells, optional, source, words};
use crate::items::{Codes, Item, found};
use crate::lines::Lines;

pub(super) const COLUMNS: [&str; 25] = [
    "source",
    "part",
    "id",
    "text",
    "value",
    "max",
    "comparator",
    "comparator_text",
    "unit",
    "metric",
    "aspect",
    "population",
    "edtf",
    "time",
    "time_basis",
    "place",
    "place_code",
    "place_basis",
    "disease",
    "part_of",
    "events",
    "line",
    "rule",
    "published",
    "quote",
];

/// What a record says around its figures.
pub(super) struct Around<'a> {
    /// The events that each figure hangs on, by its id.
    events: HashMap<&'a str, Vec<&'a Event>>,
    codes: Codes<'a>,
}

impl<'a> Around<'a> {
    pub(super) fn of(record: &'a Record) -> Self {
        let mut events: HashMap<&str, Vec<&Event>> = HashMap::new();
        for event in &record.events {
            for id in &event.quantities {
                events.entry(id).or_default().push(event);
            }
        }
        Self { events, codes: Codes::of(record) }
    }
}

pub(super) fn cells<'a>(
    record: &'a Record,
    quantity: &'a Quantity,
    around: &Around<'a>,
    lines: &Lines,
) -> Cells<'a> {
    let time = found(&record.times, quantity.time.as_deref());
    let disease = found(&record.diseases, quantity.disease.as_deref());
    let on = around.events.get(quantity.id.as_str()).map_or(&[][..], Vec::as_slice);
    let quote = on.first().map(|event| words(record, event.quote));
    let events: Vec<&str> = on.iter().map(|event| event.id.as_str()).collect();
    let [name, part] = source(record);
    vec![
        name,
        part,
        quantity.id().into(),
        quantity.text.as_str().into(),
        quantity.value.to_string().into(),
        quantity.max.map(|max| max.to_string()).unwrap_or_default().into(),
        quantity.comparator.as_ref().into(),
        optional(quantity.comparator_text.as_deref()),
        optional(quantity.unit.as_deref()),
        optional(quantity.metric.as_deref()),
        optional(quantity.aspect.as_deref()),
        optional(quantity.population.as_deref()),
        optional(quantity.edtf.as_deref()),
        optional(time.map(|time| time.text.as_str())),
        optional(quantity.time_basis.as_deref()),
        around.codes.place_of(quantity).unwrap_or_default().into(),
        optional(quantity.place_code.as_deref()),
        optional(quantity.place_basis.as_deref()),
        optional(disease.map(|disease| disease.name.as_str())),
        optional(quantity.part_of.as_deref()),
        events.join("; ").into(),
        lines.number(quantity.span.start).to_string().into(),
        quantity.rule.as_ref().into(),
        optional(record.published.edtf.as_deref()),
        quote.unwrap_or_else(|| block(record, quantity)),
    ]
}

/// The line of the page around a figure that no event tells.
fn block<'a>(record: &'a Record, quantity: &Quantity) -> Cow<'a, str> {
    let at = record.blocks.partition_point(|block| block.span.end <= quantity.span.start);
    let around = record.blocks.get(at).filter(|block| block.span.contains(quantity.span));
    words(record, around.map_or(quantity.span, |block| block.span))
}
