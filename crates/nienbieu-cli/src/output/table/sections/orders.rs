//! Instructions: marker, to whom, by when, and their words.

use nienbieu_model::{Directive, Record};

use super::{Field, Role, Section, line};
use crate::filter::Chosen;
use crate::messages::one_line;
use crate::show::items::{date, distinct, found};
use crate::show::lines::Lines;

/// How many markers are shown one behind the other.
const DEPTH: usize = 4;

pub(super) fn section(chosen: &Chosen<'_>, lines: &Lines) -> Section {
    let record = chosen.record;
    let row = |directive: &&Directive| {
        vec![
            Field::words(marker(record, directive)),
            Field::words(addressees(directive)).cut(),
            Field::new(Role::Date, deadline(record, directive)),
            Field::note(words(record, directive)).cut(),
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
    let date = date(record, directive.deadline.as_deref());
    date.map(|date| format!("by {date}")).unwrap_or_default()
}

fn words(record: &Record, directive: &Directive) -> String {
    directive.span.of(record.text.as_deref().unwrap_or_default()).map(one_line).unwrap_or_default()
}
