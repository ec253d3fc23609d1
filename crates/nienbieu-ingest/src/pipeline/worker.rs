//! Reads the documents.

use crossbeam_channel::{Receiver, Sender};
use nienbieu_input::{Fault, Item, Stage};
use nienbieu_model::Record;

use crate::duplicates::{self, Signature};
use crate::{Job, article};

/// An item on its way.
pub(super) struct Task {
    pub(super) input: String,
    pub(super) ordinal: u64,
    pub(super) size: usize,
    pub(super) what: What,
}

pub(super) enum What {
    Item(Box<Item>),
    /// The input is read to its end.
    Ended,
}

impl What {
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Ended => 0,
            Self::Item(item) => match &**item {
                Item::Record(raw) => raw.bytes.len(),
                Item::Fault(fault) => fault.sample.len(),
                Item::Skipped(..) => 0,
            },
        }
    }
}

/// What has come of an item.
pub(super) struct Done {
    pub(super) input: String,
    pub(super) ordinal: u64,
    pub(super) size: usize,
    pub(super) outcome: Outcome,
}

pub(super) enum Outcome {
    /// The articles of a document, and how many bytes it had.
    Articles(Vec<Article>, u64),
    Dead(Fault),
    Skipped,
    Ended,
}

/// An article that only lacks its place among the others.
pub(super) struct Article {
    pub(super) record: Record,
    /// The record as JSON.
    pub(super) json: Vec<u8>,
    pub(super) signature: Signature,
}

pub(super) fn work(job: &Job, tasks: &Receiver<(u64, Task)>, results: &Sender<(u64, Done)>) {
    for (number, Task { input, ordinal, size, what }) in tasks {
        let outcome = match what {
            What::Ended => Outcome::Ended,
            What::Item(item) => outcome(job, *item),
        };
        if results.send((number, Done { input, ordinal, size, outcome })).is_err() {
            return;
        }
    }
}

fn outcome(job: &Job, item: Item) -> Outcome {
    let raw = match item {
        Item::Skipped(..) => return Outcome::Skipped,
        Item::Fault(fault) => return Outcome::Dead(fault),
        Item::Record(raw) => raw,
    };
    let length = raw.bytes.len() as u64;
    let read = article::records(&raw, &job.options)
        .and_then(|records| records.into_iter().map(|record| finished(job, record)).collect());
    read.map_or_else(Outcome::Dead, |articles| Outcome::Articles(articles, length))
}

fn finished(job: &Job, mut record: Record) -> Result<Article, Fault> {
    let signature = duplicates::signature(&record);
    let text = if job.keep_text { None } else { record.text.take() };
    let json = serde_json::to_vec(&record).map_err(|error| {
        Fault::new(record.source.clone(), Stage::Parse, "internal", error.to_string())
    })?;
    // The tables quote from it.
    record.text = record.text.take().or(text);
    Ok(Article { record, json, signature })
}
