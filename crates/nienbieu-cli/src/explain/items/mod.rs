//! Every item of a record, told with its value and what that rests on.

use std::cmp::Reverse;

use nienbieu_export::items::Codes;
use nienbieu_model::{Record, Span, Time};
use serde::Serialize;

use super::{Step, times};
use crate::show::head;

mod attached;
mod figures;
mod names;
mod orders;
mod papers;

/// An item, told.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    pub(super) id: String,
    pub(super) layer: &'static str,
    pub(super) span: Span,
    pub(super) words: String,
    /// The item that its words lie in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) inside: Option<String>,
    pub(super) value: String,
    pub(super) steps: Vec<Step>,
}

/// What covers whole sentences is told below the line, and not marked in it.
const UNMARKED: [&str; 2] = ["instruction", "event"];

impl Told {
    fn new(id: &str, layer: &'static str, span: Span, words: &str) -> Self {
        let (id, words) = (id.to_owned(), words.to_owned());
        Self { id, layer, span, words, inside: None, value: String::new(), steps: Vec::new() }
    }

    fn with(self, value: impl Into<String>, steps: impl Into<Vec<Step>>) -> Self {
        Self { value: value.into(), steps: steps.into(), ..self }
    }

    /// Whether its words are marked in the line.
    pub(super) fn is_marked(&self) -> bool {
        !UNMARKED.contains(&self.layer)
    }
}

/// All items: those that are marked in order of position, the longer first; then the others.
pub(super) fn all(record: &Record) -> Vec<Told> {
    let mut all: Vec<Told> = time_items(record);
    let codes = Codes::of(record);
    all.extend(record.quantities.iter().map(|one| figures::told(record, &codes, one)));
    all.extend(record.citations.iter().map(|citation| papers::told(record, citation)));
    all.extend(names::all(record));
    all.sort_by_key(|told| (told.span.start, Reverse(told.span.end)));
    all.extend(record.directives.iter().map(|directive| orders::told(record, directive)));
    all.extend(record.events.iter().map(|event| attached::told(record, event)));
    all
}

fn time_items(record: &Record) -> Vec<Told> {
    let published = head::published(&record.published);
    let published = published.strip_prefix("published ").unwrap_or(&published);
    let told = |time: &Time| {
        let mut steps = times::steps(time, &record.times, Some(published));
        // The value stands before the steps, and bounds that are the value itself say nothing.
        let is_exact = time.earliest.is_some() && time.earliest == time.latest;
        let is_inferred = steps.iter().any(|step| step.step == "inferred");
        steps.retain(|step| match step.step {
            "value" => false,
            "bounds" => !is_exact,
            // What is inferred says from what, and the head says when that was.
            "anchor" => !(is_inferred && time.anchor.as_deref() == Some("published")),
            _ => true,
        });
        Told::new(&time.id, "time", time.span, &time.text).with(time_value(time), steps)
    };
    record.times.iter().map(told).collect()
}

/// Type and TIMEX3 value; EDTF where it says more.
fn time_value(time: &Time) -> String {
    let edtf = time.edtf.as_deref();
    let value = time.value.as_deref().or(edtf).unwrap_or("open");
    let says_more =
        |edtf: &&str| edtf.strip_suffix(":00").unwrap_or(edtf) != value && *edtf != value;
    let edtf = edtf.filter(says_more).map(|edtf| format!(", EDTF {edtf}"));
    format!("{} {value}{}", time.kind, edtf.unwrap_or_default())
}

/// The steps that say something.
fn steps<const N: usize>(says: [(&'static str, Option<String>); N]) -> Vec<Step> {
    let said = |(step, says): (_, Option<String>)| Some(Step { step, says: says? });
    says.into_iter().filter_map(said).filter(|step| !step.says.is_empty()).collect()
}

/// The parts that are there, behind each other.
fn list<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// An item that another rests on: its id and its words.
fn pointer(id: Option<&str>, words: Option<String>) -> Option<String> {
    let id = id?;
    Some(words.map_or_else(|| id.to_owned(), |words| format!("{id} “{words}”")))
}

/// The time with this id, told with its words and its date.
fn time(record: &Record, id: Option<&str>) -> Option<String> {
    let time = record.time(id?);
    let date = time.and_then(|time| time.edtf.clone());
    list([pointer(id, time.map(|time| time.text.clone())), date])
}

/// The words of a span.
fn words(record: &Record, span: Span) -> &str {
    record.text.as_deref().and_then(|text| span.of(text)).unwrap_or_default()
}
