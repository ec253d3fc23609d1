//! Writes what has come of the inputs, in their order, and how far that is.

use std::collections::HashSet;

use nienbieu_input::Fault;

use super::Progress;
use super::worker::{self, Done, Outcome};
use crate::checkpoint::{Checkpoint, Position};
use crate::duplicates::Index;
use crate::files::Journal;
use crate::sink::{Article, Sinks};
use crate::{Counts, Error, Job, dead};

/// What a finished input adds to a segment: the list of them is no larger than the output.
const ENDED: u64 = 64;
const DEAD: &str = "dead.jsonl";

pub(super) struct Writer<'a> {
    job: &'a Job,
    progress: &'a dyn Progress,
    checkpoint: Checkpoint,
    sinks: Sinks,
    index: Index,
    dead: Journal,
    /// Of the segment in hand.
    letters: Vec<u8>,
    ended: Vec<String>,
    current: Option<(String, u64)>,
    counts: Counts,
    bytes: u64,
    is_open: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn open(
        job: &'a Job,
        checkpoint: Checkpoint,
        progress: &'a dyn Progress,
    ) -> Result<Self, Error> {
        let position = &checkpoint.position;
        let path = job.out.join(DEAD);
        let dead =
            Journal::open(&path, position.dead).map_err(|error| Error::output(&path, error))?;
        let index = Index::open(checkpoint.folder(), job.window, position.segments)
            .map_err(|error| Error::output(checkpoint.folder(), error))?;
        Ok(Self {
            sinks: Sinks::open(job)?,
            index,
            dead,
            letters: Vec::new(),
            ended: Vec::new(),
            current: position.current.clone(),
            counts: position.counts.clone(),
            bytes: 0,
            is_open: false,
            job,
            progress,
            checkpoint,
        })
    }

    pub(super) fn finished(&self) -> HashSet<[u8; 16]> {
        self.checkpoint.finished()
    }

    pub(super) const fn position(&self) -> &Position {
        &self.checkpoint.position
    }

    /// What has come of the next item.
    pub(super) fn take(&mut self, done: Done) -> Result<(), Error> {
        match done.outcome {
            Outcome::Articles(articles, length) => {
                self.counts.documents += 1;
                self.counts.bytes += length;
                articles.into_iter().try_for_each(|article| self.article(article))?;
            }
            Outcome::Dead(fault) => self.fault(&fault)?,
            Outcome::Skipped => self.counts.skipped += 1,
            Outcome::Ended => {
                self.ended.push(done.input);
                self.current = None;
                self.bytes += ENDED;
                return self.end_of_item();
            }
        }
        self.current = Some((done.input, done.ordinal));
        self.end_of_item()
    }

    fn end_of_item(&mut self) -> Result<(), Error> {
        self.progress.advance(&self.counts);
        if self.bytes >= self.job.shard { self.commit() } else { Ok(()) }
    }

    fn article(&mut self, article: worker::Article) -> Result<(), Error> {
        let worker::Article { mut record, mut json, signature } = article;
        if !self.is_open {
            self.sinks.begin(self.position().segments + 1)?;
            self.is_open = true;
        }
        self.counts.records += 1;
        self.counts.events += record.events.len() as u64;
        let failed = |error| Error::output(&self.job.out, error);
        record.duplicate_of =
            self.index.place(self.counts.records, &record, signature).map_err(failed)?;
        if let Some(first) = &record.duplicate_of {
            let kind = if first.kind == "exact" {
                &mut self.counts.exact_duplicates
            } else {
                &mut self.counts.near_duplicates
            };
            *kind += 1;
            // The last field of the record: what serialising it anew would give.
            json.pop();
            json.extend_from_slice(b",\"duplicate_of\":");
            serde_json::to_writer(&mut json, first).map_err(|error| failed(error.into()))?;
            json.push(b'}');
        }
        json.push(b'\n');
        self.bytes += json.len() as u64;
        self.sinks.write(&Article { number: self.counts.records, record: &record, line: &json })
    }

    fn fault(&mut self, fault: &Fault) -> Result<(), Error> {
        self.progress.fault(fault);
        tracing::warn!(
            code = fault.code,
            stage = fault.stage.as_str(),
            source = fault.source.name.as_deref(),
            offset = fault.offset,
            "dead letter"
        );
        *self.counts.dead.entry(fault.code.to_owned()).or_default() += 1;
        let line = dead::line(fault).map_err(|error| Error::output(&self.job.out, error.into()))?;
        self.bytes += line.len() as u64;
        self.letters.extend_from_slice(&line);
        match self.job.max_errors {
            Some(most) if self.counts.errors() > most => Err(Error::too_many(format!(
                "{fault}\nstopped: {} dead letters, and {most} are allowed; mend the input, or allow more",
                self.counts.errors()
            ))),
            _ => Ok(()),
        }
    }

    /// Ends the segment: its files get their names, then the checkpoint says so.
    pub(super) fn commit(&mut self) -> Result<(), Error> {
        if !self.is_open
            && self.letters.is_empty()
            && self.ended.is_empty()
            && self.bytes == 0
            && self.current == self.position().current
        {
            return Ok(());
        }
        let mut segments = self.position().segments;
        if std::mem::take(&mut self.is_open) {
            segments += 1;
            self.sinks.finish()?;
        }
        let failed = |error| Error::output(&self.job.out, error);
        if segments > self.position().segments {
            self.index.save(segments).map_err(failed)?;
        }
        self.dead.append(&self.letters).map_err(failed)?;
        self.letters.clear();
        let position = &mut self.checkpoint.position;
        position.segments = segments;
        position.dead = self.dead.len();
        position.current.clone_from(&self.current);
        position.counts.clone_from(&self.counts);
        self.checkpoint.save(&self.ended).map_err(failed)?;
        self.ended.clear();
        self.bytes = 0;
        tracing::info!(segments, records = self.counts.records, "checkpoint");
        Ok(())
    }
}
