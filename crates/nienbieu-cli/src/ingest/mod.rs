//! `nienbieu ingest`.

mod progress;

use std::io::{BufRead, BufReader};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use nienbieu_ingest::{Form, Job, Place, Report};
use nienbieu_input::{Limits, Settings};
use nienbieu_parser::Options;
use signal_hook::consts::{SIGINT, SIGTERM};

use crate::args::{IngestArgs, IngestForm};
use crate::config::places;
use crate::failure::Failure;
use crate::messages;
use progress::Shown;

/// Ingests; true where some of the input failed, or the run was stopped.
pub(crate) fn run(raw: IngestArgs) -> Result<bool, Failure> {
    log(raw.verbose);
    let shown = raw.progress;
    let job = job(raw)?;
    let stop = stop_on_signals()?;
    let progress = Shown::new(shown, &job);
    let outcome = nienbieu_ingest::run(&job, &stop, &progress);
    progress.finish();
    let report = outcome?;
    tell(&report, &job, &progress);
    Ok(!report.complete && !job.watch || report.counts.errors() > 0)
}

fn job(raw: IngestArgs) -> Result<Job, Failure> {
    let articles = raw.articles;
    let mut inputs = articles.inputs;
    if let Some(list) = &raw.files_from {
        inputs.extend(listed(list)?);
        if inputs.is_empty() {
            return Err(Failure::usage(format!("{}: names no file", list.display())));
        }
    }
    let places = places(inputs)?;
    if raw.watch && places.contains(&Place::Stdin) {
        return Err(Failure::usage("--watch goes on as files land; name the folder where they do"));
    }
    let limits = Limits {
        record: usize::try_from(raw.max_record).unwrap_or(usize::MAX),
        nesting: raw.max_nesting,
        ratio: raw.max_ratio,
        expansion: raw.max_expansion,
    };
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    Ok(Job {
        places,
        out: raw.out,
        forms: raw.format.into_iter().map(form).collect(),
        shard: raw.shard_size,
        threads: raw.threads.unwrap_or_else(cores),
        settings: Settings { limits, fields: articles.fields.unwrap_or_default() },
        options: Options { published: articles.published, time_zone: articles.time_zone },
        keep_text: !raw.no_text,
        window: raw.duplicates_within,
        max_errors: if raw.fail_fast { Some(0) } else { raw.max_errors },
        watch: raw.watch,
    })
}

/// The names in a list, one a line.
fn listed(list: &Path) -> Result<Vec<PathBuf>, Failure> {
    let lines = |reader: &mut dyn BufRead| reader.lines().collect::<std::io::Result<Vec<String>>>();
    let read = if list.as_os_str() == "-" {
        lines(&mut std::io::stdin().lock())
    } else {
        std::fs::File::open(list).and_then(|file| lines(&mut BufReader::new(file)))
    };
    let named = |line: String| Some(line.trim()).filter(|line| !line.is_empty()).map(PathBuf::from);
    read.map(|lines| lines.into_iter().filter_map(named).collect()).map_err(|error| {
        Failure::usage(format!("{}: cannot be read: {error}; check its name", list.display()))
    })
}

const fn form(form: IngestForm) -> Form {
    match form {
        IngestForm::Ndjson => Form::Ndjson,
        IngestForm::NdjsonZst => Form::NdjsonZst,
        IngestForm::Csv => Form::Csv,
        IngestForm::Parquet => Form::Parquet,
        IngestForm::Sqlite => Form::Sqlite,
    }
}

/// True once the user, or the system, wants an end; at the second signal it comes at once.
fn stop_on_signals() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register_conditional_shutdown(signal, 1, Arc::clone(&stop))?;
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

fn log(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => tracing::Level::INFO,
        _ => tracing::Level::DEBUG,
    };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_target(false)
        .without_time()
        .init();
}

fn tell(report: &Report, job: &Job, progress: &Shown) {
    if progress.report(report) {
        return;
    }
    let counts = &report.counts;
    let mut said = format!(
        "{} documents, {} articles, {} events; {:.1} MB/s",
        counts.documents, counts.records, counts.events, report.mb_per_second
    );
    let copies = counts.exact_duplicates + counts.near_duplicates;
    if copies > 0 {
        said.push_str(&format!("; {copies} copies"));
    }
    messages::note(&said);
    if counts.errors() > 0 {
        let causes: Vec<String> =
            counts.dead.iter().map(|(code, count)| format!("{count} {code}")).collect();
        let letters = job.out.join("dead.jsonl");
        let said = format!(
            "{} dead letters: {}; see {}",
            counts.errors(),
            causes.join(", "),
            letters.display()
        );
        messages::warning(&said);
    }
    if !report.complete && !job.watch {
        messages::warning(&"stopped; the same command goes on from the last checkpoint");
    }
}
