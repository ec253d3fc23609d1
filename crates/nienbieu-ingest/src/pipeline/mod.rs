//! One thread reads, others parse, one writes in the inputs' order.

mod budget;
mod reader;
mod watch;
mod worker;
mod writer;

use std::collections::BTreeMap;
use std::fs::File;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use nienbieu_input::Fault;

use crate::checkpoint::Checkpoint;
use crate::{Counts, Error, Input, Job, Report, files};
use budget::Budget;
use reader::Reader;
use watch::Settled;
use worker::Done;
use writer::Writer;

/// How many bytes of documents may be on their way.
const IN_FLIGHT: usize = 4 << 20;

/// What a run tells while it goes on.
pub trait Progress: Sync {
    /// An input is begun: its name, the file to ask for how far it is read, its length.
    fn reading(&self, _name: &str, _file: Option<File>, _length: Option<u64>) {}
    /// More is done.
    fn advance(&self, _counts: &Counts) {}
    /// Something could not be read.
    fn fault(&self, _fault: &Fault) {}
}

/// Carries a job out, from where an earlier run in its folder stopped. Where `stop` becomes true, the
/// record in hand is finished and the run ends; the same job goes on from the last segment.
///
/// # Errors
///
/// Where the output cannot be written, the folder is another job's, or there are more dead letters than
/// the job allows.
pub fn run(job: &Job, stop: &AtomicBool, progress: &dyn Progress) -> Result<Report, Error> {
    let started = Instant::now();
    let failed = |error| Error::output(&job.out, error);
    std::fs::create_dir_all(&job.out).map_err(failed)?;
    files::tidy(&job.out).map_err(failed)?;
    let checkpoint = Checkpoint::open(job)?;
    let before = checkpoint.position.counts.bytes;
    let mut writer = Writer::open(job, checkpoint, progress)?;
    let mut settled = Settled::default();
    let complete = loop {
        let is_ended = pass(job, stop, &mut writer, &mut settled, progress)?;
        if is_ended || job.watch {
            writer.commit()?;
        }
        if !job.watch || stop.load(Ordering::Relaxed) {
            break is_ended;
        }
        settled.wait(stop);
    };
    let position = writer.position();
    let seconds = started.elapsed().as_secs_f64();
    let read = position.counts.bytes.saturating_sub(before);
    #[allow(clippy::cast_precision_loss)]
    let report = Report {
        complete,
        inputs: position.inputs,
        segments: position.segments,
        counts: position.counts.clone(),
        seconds,
        mb_per_second: read as f64 / 1e6 / seconds.max(1e-9),
    };
    let json = serde_json::to_vec_pretty(&report).map_err(|error| failed(error.into()))?;
    files::write(&job.out, "report.json", &json).map_err(failed)?;
    Ok(report)
}

/// Reads every input that is not read yet; true where none was left.
fn pass(
    job: &Job,
    stop: &AtomicBool,
    writer: &mut Writer<'_>,
    settled: &mut Settled,
    progress: &dyn Progress,
) -> Result<bool, Error> {
    let budget = Budget::new(IN_FLIGHT);
    let (tasks, queue) = crossbeam_channel::bounded(job.threads.get() * 16);
    let (results, done) = crossbeam_channel::unbounded::<(u64, Done)>();
    let mut reader = Reader {
        job,
        finished: writer.finished(),
        current: writer.position().current.clone(),
        budget: &budget,
        stop,
        progress,
        tasks,
        number: 0,
    };
    thread::scope(|scope| {
        let mut is_wanted = |input: &Input| !job.watch || settled.is_settled(input);
        for _ in 0..job.threads.get() {
            let (queue, results) = (queue.clone(), results.clone());
            scope.spawn(move || worker::work(job, &queue, &results));
        }
        drop((queue, results));
        // The reader has a thread of its own, for it waits on disks.
        let reading = scope.spawn(move || reader.read_all(&mut is_wanted));
        let mut waiting: BTreeMap<u64, Done> = BTreeMap::new();
        let mut next = 0;
        let mut outcome = Ok(());
        for (number, result) in done {
            waiting.insert(number, result);
            while let Some(result) = waiting.remove(&next) {
                next += 1;
                budget.release(result.size);
                if outcome.is_ok() {
                    outcome = writer.take(result);
                }
                if outcome.is_err() {
                    budget.close();
                }
            }
        }
        let is_ended = reading.join().unwrap_or(false);
        outcome.map(|()| is_ended)
    })
}
