//! Playing a log on a record.

mod desk;
mod set;
mod shape;

use nienbieu_model::{PublicationStatus, Record};
use serde_json::Value;

use crate::report::{Outcome, Report, Status};
use crate::{Layer, Log, Operation, Target, restore};
use desk::Desk;

/// The record with the log's edits of its article, and what became of each.
///
/// A record that has edits already is first taken back to what the machine made, so that playing a log
/// twice is playing it once.
#[must_use]
pub fn apply(record: Record, log: &Log) -> (Record, Report) {
    let (mut record, _) = restore(record);
    let mut report = Report::default();
    for (number, edit) in log.edits.iter().enumerate() {
        if !edit.article.fits(&record) {
            continue;
        }
        let operation = &edit.operation;
        let mut desk = Desk::new(&mut record, number, operation.name());
        let status = match one(&mut desk, operation, log) {
            Ok(items) => {
                desk.sign();
                Status::Applied { items }
            }
            Err(status) => {
                desk.take_back();
                status
            }
        };
        let words = target(operation).map(|target| target.anchor.quote.clone());
        report.outcomes.push(Outcome { edit: number, operation: operation.name(), words, status });
    }
    (record, report)
}

/// The date of publication that the log sets for this article: parse again with it, then apply the log.
///
/// None where the log sets none, or took it back.
#[must_use]
pub fn published<'l>(log: &'l Log, record: &Record) -> Option<&'l str> {
    let own = log.edits.iter().rev().filter(|edit| edit.article.fits(record));
    let mut set = own.filter_map(|edit| match &edit.operation {
        Operation::SetPublished { date } => Some(date.as_deref()),
        _ => None,
    });
    set.next().flatten()
}

/// How many items it holds for.
fn one(desk: &mut Desk<'_>, operation: &Operation, log: &Log) -> Result<usize, Status> {
    match operation {
        Operation::SetPublished { .. } => publish(desk, log),
        Operation::Set { target, fields } => set::fields(desk, target, fields),
        Operation::SetSpan { target, to } => shape::span(desk, target, to),
        Operation::Merge { targets } => shape::merge(desk, targets),
        Operation::Split { target, parts } => shape::split(desk, target, parts),
        Operation::Reject { target } => {
            let at = target.find(desk.record)?;
            shape::remove(desk, target.layer, at, None)?;
            Ok(1)
        }
        Operation::Accept { target } => {
            let at = target.find(desk.record)?;
            desk.accept(target.layer, at);
            Ok(1)
        }
        Operation::AcceptWhere { layer, fields } => {
            let passes = |item: &Value| {
                fields
                    .iter()
                    .all(|(name, values)| item.get(name).is_some_and(|v| values.contains(v)))
            };
            Ok(accept_where(desk, *layer, passes))
        }
    }
}

/// Whether the record was parsed with the last date that the log sets.
fn publish(desk: &Desk<'_>, log: &Log) -> Result<usize, Status> {
    let record = &*desk.record;
    let is_set = record.published.status == PublicationStatus::User;
    let known = record.published.edtf.as_deref();
    let holds = match published(log, record) {
        None => !is_set,
        // The parser may know more of the moment than was given: its seconds, its zone.
        Some(date) => is_set && known.is_some_and(|known| known.starts_with(date)),
    };
    if holds { Ok(1) } else { Err(Status::Parse) }
}

fn accept_where(desk: &mut Desk<'_>, layer: Layer, passes: impl Fn(&Value) -> bool) -> usize {
    let count = layer.items(desk.record).len();
    let wanted: Vec<usize> = (0..count)
        .filter(|&at| layer.items(desk.record).get(at).is_some_and(|item| passes(&item)))
        .collect();
    wanted.iter().for_each(|&at| desk.accept(layer, at));
    wanted.len()
}

/// The item that an operation is about first.
fn target(operation: &Operation) -> Option<&Target> {
    match operation {
        Operation::SetPublished { .. } | Operation::AcceptWhere { .. } => None,
        Operation::Set { target, .. }
        | Operation::SetSpan { target, .. }
        | Operation::Split { target, .. }
        | Operation::Reject { target }
        | Operation::Accept { target } => Some(target),
        Operation::Merge { targets } => targets.first(),
    }
}
