//! How far a run is, shown as it goes on.

use std::fs::File;
use std::io::{IsTerminal, Seek, Write, stderr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use nienbieu_ingest::{Counts, Job, Progress, Report, Walk};
use serde_json::json;

use crate::args::ShowProgress;

/// How often an object is written.
const EVERY: Duration = Duration::from_secs(1);

/// A bar, objects on stderr, or nothing.
pub(super) enum Shown {
    Bar(ProgressBar, Mutex<Reading>),
    Json(Mutex<Reading>),
    Nothing,
}

/// How much of the inputs is read.
pub(super) struct Reading {
    /// The bytes of those before the one in hand.
    before: u64,
    file: Option<File>,
    length: u64,
    total: u64,
    began: Instant,
    told: Option<Instant>,
}

impl Reading {
    fn new(job: &Job) -> Self {
        let inputs = job.places.iter().flat_map(|place| place.inputs(Walk::All)).flatten();
        let length = |input: nienbieu_ingest::Input| match input {
            nienbieu_ingest::Input::File(path) => std::fs::metadata(path).map_or(0, |m| m.len()),
            nienbieu_ingest::Input::Stdin => 0,
        };
        let total = if job.watch { 0 } else { inputs.map(length).sum() };
        Self { before: 0, file: None, length: 0, total, began: Instant::now(), told: None }
    }

    fn next(&mut self, file: Option<File>, length: Option<u64>) {
        self.before += self.length;
        self.file = file;
        self.length = length.unwrap_or_default();
    }

    fn read(&mut self) -> u64 {
        let at =
            self.file.as_mut().and_then(|file| file.stream_position().ok()).unwrap_or_default();
        self.before + at.min(self.length)
    }

    fn object(&mut self, counts: &Counts) -> serde_json::Value {
        let (read, seconds) = (self.read(), self.began.elapsed().as_secs_f64());
        #[allow(clippy::cast_precision_loss)]
        let left = (self.total > 0 && read > 0)
            .then(|| seconds * (self.total.saturating_sub(read)) as f64 / read as f64);
        json!({
            "event": "progress",
            "read_bytes": read,
            "total_bytes": self.total,
            "documents": counts.documents,
            "events": counts.events,
            "errors": counts.errors(),
            "seconds": seconds,
            "eta_seconds": left,
        })
    }
}

impl Shown {
    pub(super) fn new(wish: ShowProgress, job: &Job) -> Self {
        match wish {
            ShowProgress::Auto if stderr().is_terminal() => Self::bar(job),
            ShowProgress::Bar => Self::bar(job),
            ShowProgress::Json => Self::Json(Mutex::new(Reading::new(job))),
            ShowProgress::Auto | ShowProgress::None => Self::Nothing,
        }
    }

    fn bar(job: &Job) -> Self {
        let reading = Reading::new(job);
        let bar = ProgressBar::new(reading.total);
        let form = "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} ETA {eta} {msg}";
        if let Ok(style) = ProgressStyle::with_template(form) {
            bar.set_style(style);
        }
        Self::Bar(bar, Mutex::new(reading))
    }

    pub(super) fn finish(&self) {
        if let Self::Bar(bar, _) = self {
            bar.finish_and_clear();
        }
    }

    /// Writes the report in the form of the progress; false where it is to be said in words.
    pub(super) fn report(&self, report: &Report) -> bool {
        let Self::Json(_) = self else { return false };
        if let Ok(mut object) = serde_json::to_value(report) {
            object["event"] = "report".into();
            say(&object);
        }
        true
    }
}

impl Progress for Shown {
    fn reading(&self, _name: &str, file: Option<File>, length: Option<u64>) {
        match self {
            Self::Bar(_, reading) | Self::Json(reading) => lock(reading).next(file, length),
            Self::Nothing => {}
        }
    }

    fn advance(&self, counts: &Counts) {
        match self {
            Self::Bar(bar, reading) => {
                bar.set_position(lock(reading).read());
                bar.set_message(format!(
                    "{} documents, {} errors",
                    counts.documents,
                    counts.errors()
                ));
            }
            Self::Json(reading) => {
                let mut reading = lock(reading);
                if reading.told.is_none_or(|told| told.elapsed() >= EVERY) {
                    reading.told = Some(Instant::now());
                    say(&reading.object(counts));
                }
            }
            Self::Nothing => {}
        }
    }
}

/// What cannot be shown is dropped: the report has it.
fn say(object: &serde_json::Value) {
    let _ = writeln!(stderr(), "{object}");
}

fn lock(reading: &Mutex<Reading>) -> MutexGuard<'_, Reading> {
    reading.lock().unwrap_or_else(PoisonError::into_inner)
}
