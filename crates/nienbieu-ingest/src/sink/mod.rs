//! Where records go.

mod csv;
mod ndjson;
mod parquet;
mod sqlite;

use std::io;
use std::path::Path;

use nienbieu_model::Record;

use crate::{Error, Form, Job};

/// An article on its way out.
pub(crate) struct Article<'a> {
    /// Its number among all, from 1.
    pub(crate) number: u64,
    pub(crate) record: &'a Record,
    /// The record as a line of JSON, with its end.
    pub(crate) line: &'a [u8],
}

/// A form of the output, segment by segment.
pub(crate) trait Sink {
    /// Begins a segment, by its number from 1.
    fn begin(&mut self, segment: u32) -> io::Result<()>;
    fn write(&mut self, article: &Article<'_>) -> io::Result<()>;
    /// Puts the segment's files in their place.
    fn finish(&mut self) -> io::Result<()>;
}

/// All forms of a job.
pub(crate) struct Sinks {
    all: Vec<(Box<dyn Sink>, std::path::PathBuf)>,
}

impl Sinks {
    pub(crate) fn open(job: &Job) -> Result<Self, Error> {
        let mut forms = job.forms.clone();
        forms.sort();
        forms.dedup();
        let open = |form: Form| {
            let sink = sink(form, &job.out).map_err(|error| Error::output(&job.out, error))?;
            Ok((sink, job.out.clone()))
        };
        Ok(Self { all: forms.into_iter().map(open).collect::<Result<_, Error>>()? })
    }

    pub(crate) fn begin(&mut self, segment: u32) -> Result<(), Error> {
        self.each(|sink| sink.begin(segment))
    }

    pub(crate) fn write(&mut self, article: &Article<'_>) -> Result<(), Error> {
        self.each(|sink| sink.write(article))
    }

    pub(crate) fn finish(&mut self) -> Result<(), Error> {
        self.each(|sink| sink.finish())
    }

    fn each(&mut self, mut act: impl FnMut(&mut dyn Sink) -> io::Result<()>) -> Result<(), Error> {
        let mut acted = self.all.iter_mut();
        acted.try_for_each(|(sink, path)| {
            act(&mut **sink).map_err(|error| Error::output(path, error))
        })
    }
}

fn sink(form: Form, folder: &Path) -> io::Result<Box<dyn Sink>> {
    Ok(match form {
        Form::Ndjson => Box::new(ndjson::Lines::new(folder, false)),
        Form::NdjsonZst => Box::new(ndjson::Lines::new(folder, true)),
        Form::Csv => Box::new(csv::Tables::new(folder)),
        Form::Parquet => Box::new(parquet::Tables::new(folder)),
        Form::Sqlite => Box::new(sqlite::Database::open(folder)?),
    })
}
