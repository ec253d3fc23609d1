//! A row an event.

use nienbieu_model::{Event, Modality, Record};

use super::{Cells, optional, source, words};
use crate::items::{actor, distinct, figure, find, found, meant, paper, place};
use crate::lines::Lines;

/// What stands between several values of a cell.
const BETWEEN: &str = "; ";

pub(super) const COLUMNS: [&str; 23] = [
    "source",
    "part",
    "title",
    "published",
    "edtf",
    "earliest",
    "latest",
    "kind",
    "modality",
    "quote",
    "time",
    "rule",
    "id",
    "time_basis",
    "line",
    "place",
    "place_code",
    "quantities",
    "citations",
    "actors",
    "quantity_ids",
    "citation_ids",
    "actor_ids",
];

pub(super) fn cells<'a>(record: &'a Record, event: &'a Event, lines: &Lines) -> Cells<'a> {
    let time = record.time_of(event);
    let at = found(&record.places, event.place.as_deref());
    let quantities = event.quantities.iter().filter_map(|id| find(&record.quantities, id));
    let citations = event.citations.iter().filter_map(|id| find(&record.citations, id));
    let actors = event.actors.iter().filter_map(|id| actor(record, id));
    let joined = |words: Vec<String>| words.join(BETWEEN);
    let [name, part] = source(record);
    vec![
        name,
        part,
        optional(record.title.as_ref().map(|title| title.text.as_str())),
        optional(record.published.edtf.as_deref()),
        optional(event.edtf.as_deref()),
        optional(event.earliest.as_deref()),
        optional(event.latest.as_deref()),
        event.kind.as_str().into(),
        optional(event.modality.as_ref().map(Modality::as_str)),
        words(record, event.quote),
        optional(time.map(|time| time.text.as_str())),
        optional(time.map(|time| time.rule.as_ref())),
        event.id.as_str().into(),
        optional(event.time_basis.as_deref()),
        lines.number(event.quote.start).to_string().into(),
        at.map(place).unwrap_or_default().into(),
        optional(at.and_then(|place| place.code.as_deref())),
        joined(quantities.map(figure).collect()).into(),
        joined(distinct(citations.map(|mention| paper(meant(record, mention))))).into(),
        joined(actors.collect()).into(),
        event.quantities.join(BETWEEN).into(),
        event.citations.join(BETWEEN).into(),
        event.actors.join(BETWEEN).into(),
    ]
}
