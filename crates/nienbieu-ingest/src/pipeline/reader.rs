//! Takes the inputs apart.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::Sender;
use nienbieu_input::{Body, Fault, Flow, Item, Stage};
use nienbieu_model::Source;

use super::Progress;
use super::budget::Budget;
use super::worker::{Task, What};
use crate::checkpoint::digest;
use crate::{Input, Job, Walk};

/// What an item weighs besides its bytes.
const OVERHEAD: usize = 512;

pub(super) struct Reader<'a> {
    pub(super) job: &'a Job,
    pub(super) finished: HashSet<[u8; 16]>,
    /// The input that an earlier run stopped in, and how many of its items are done.
    pub(super) current: Option<(String, u64)>,
    pub(super) budget: &'a Budget,
    pub(super) stop: &'a AtomicBool,
    pub(super) progress: &'a dyn Progress,
    pub(super) tasks: Sender<(u64, Task)>,
    pub(super) number: u64,
}

impl Reader<'_> {
    /// Every input that is not read yet; true where none is left.
    pub(super) fn read_all(&mut self, is_wanted: &mut dyn FnMut(&Input) -> bool) -> bool {
        let job = self.job;
        let out = std::fs::canonicalize(&job.out).ok();
        for input in job.places.iter().flat_map(|place| place.inputs(Walk::All)) {
            let flow = match input {
                Ok(Input::File(path))
                    if out.as_ref().is_some_and(|out| {
                        std::fs::canonicalize(&path).is_ok_and(|path| path.starts_with(out))
                    }) =>
                {
                    Flow::Continue(())
                }
                Ok(input) if !is_wanted(&input) => Flow::Continue(()),
                Ok(input) => self.read(&input),
                // Watching, what is not there yet may come.
                Err(_) if job.watch => Flow::Continue(()),
                Err(message) => self.unreadable(&message, &message),
            };
            if flow.is_break() {
                return false;
            }
        }
        true
    }

    fn read(&mut self, input: &Input) -> Flow {
        let name = input.name();
        let key = name.clone().unwrap_or_else(|| "-".to_owned());
        if self.finished.contains(&digest(&key)) {
            return Flow::Continue(());
        }
        let body = match input.open() {
            Ok(body) => body,
            Err(message) => return self.unreadable(&key, &message),
        };
        let file = if let Body::File(file) = &body { file.try_clone().ok() } else { None };
        self.progress.reading(&key, file, input.len());
        tracing::debug!(input = key, "reading");
        let skipped =
            self.current.take_if(|(current, _)| *current == key).map_or(0, |(_, done)| done);
        let mut ordinal = 0;
        let settings = &self.job.settings;
        nienbieu_input::read(name, body, settings, &mut |item| {
            ordinal += 1;
            if ordinal <= skipped {
                return if self.stop.load(Ordering::Relaxed) {
                    Flow::Break(())
                } else {
                    Flow::Continue(())
                };
            }
            self.send(&key, ordinal, What::Item(Box::new(item)))
        })?;
        // An input that is named twice is read once, as after a stop in between.
        self.finished.insert(digest(&key));
        self.send(&key, ordinal, What::Ended)
    }

    fn unreadable(&mut self, key: &str, message: &str) -> Flow {
        if self.finished.contains(&digest(key)) {
            return Flow::Continue(());
        }
        let source = Source { name: Some(key.to_owned()), ..Source::default() };
        let fault = Fault::new(source, Stage::Open, "unreadable", message);
        self.send(key, 1, What::Item(Box::new(Item::Fault(fault))))?;
        self.send(key, 1, What::Ended)
    }

    fn send(&mut self, key: &str, ordinal: u64, what: What) -> Flow {
        let size = OVERHEAD + what.size();
        if self.stop.load(Ordering::Relaxed) || !self.budget.take(size) {
            return Flow::Break(());
        }
        let task = Task { input: key.to_owned(), ordinal, size, what };
        let number = self.number;
        self.number += 1;
        match self.tasks.send((number, task)) {
            Ok(()) => Flow::Continue(()),
            Err(_) => Flow::Break(()),
        }
    }
}
