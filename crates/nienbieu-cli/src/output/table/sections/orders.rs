//! Instructions: marker, to whom, by when, and their words.

use nienbieu_export::Selection;
use nienbieu_export::items::{distinct, found};
use nienbieu_export::lines::Lines;
use nienbieu_export::text::one_line;
use nienbieu_model::{Directive, Record};

use super::{Field, Role, Section, line};
use crate::show::date::dated;

/// How much room addressees get at most.
const ADDRESSEES: usize = 24;
/// How many markers are shown one behind the other.
const DEPTH: usize = 4;

pub(super) fn section(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let record = chosen.record;
    let row = |directive: &&Directive| {
        vec![
            Field::words(marker(record, directive)),
            Field::words(addressees(directive)).cut(ADDRESSEES),
            Field::new(Role::Date, deadline(record, directive)),
            Field::note(words(record, directive)).cut(usize::MAX),
            line(directive.span, lines),
        ]
    };
    Section { heading: "Instructions", rows: chosen.directives.iter().map(row).collect() }
}

/// The marker behind those of what it lies under: "1 a)".
fn marker(record: &Record, directive: &Directive) -> String {
    let above = |below: &&Directive| found(&record.directives, below.parent.as_deref());
    let chain = std::iter::successors(Some(directive), above).take(DEPTH);
    let mut markers: Vec<_> = chain.filter_map(|one| one.marker.as_deref()).map(one_line).collect();
    markers.reverse();
    markers.join(" ")
}

fn addressees(directive: &Directive) -> String {
    distinct(directive.addressees.iter().map(|who| one_line(&who.text))).join(", ")
}

fn deadline(record: &Record, directive: &Directive) -> String {
    let Some(time) = found(&record.times, directive.deadline.as_deref()) else {
        return String::new();
    };
    let Some(edtf) = time.edtf.as_deref() else { return one_line(&time.text) };
    let date = dated(edtf, Some(time));
    // "before 09/02/2021" says it already.
    if date.starts_with(|c: char| c.is_ascii_digit()) { format!("by {date}") } else { date }
}

/// Its words without the marker.
fn words(record: &Record, directive: &Directive) -> String {
    let text = record.text.as_deref().unwrap_or_default();
    let words = directive.span.of(text).map(one_line).unwrap_or_default();
    let marker = directive.marker.as_deref().unwrap_or_default();
    let bare = words.strip_prefix(marker).map(|rest| rest.trim_start_matches(['.', ')', '/', ' ']));
    bare.map_or_else(|| words.clone(), str::to_owned)
}
