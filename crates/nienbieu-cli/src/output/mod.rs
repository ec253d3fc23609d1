//! The forms of the output.

mod csv;
mod json;
mod table;

use std::io::{self, Write};

use nienbieu_model::Record;

use crate::args::Format;
use crate::config::Parse;
use crate::sink::Sink;

/// How a table looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Whether to use colour; without it, marks are made of characters.
    pub(crate) color: bool,
    /// Columns of the terminal.
    pub(crate) width: usize,
}

/// A form: what stands before the records, how each is written, what stands behind.
trait Form {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
    fn record(&mut self, record: &Record, out: &mut dyn Write) -> io::Result<()>;
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Records on their way to the sink.
pub(crate) struct Output {
    form: Box<dyn Form>,
    sink: Sink,
    drop_text: bool,
}

impl Output {
    pub(crate) fn new(config: &Parse, sink: Sink) -> Self {
        let form: Box<dyn Form> = match config.format {
            Format::Table => Box::new(table::Table::new(config.look)),
            Format::Ndjson => Box::new(json::Lines),
            Format::Json => Box::new(json::Array::default()),
            Format::Csv => Box::new(csv::Rows),
        };
        // Table and CSV quote from the text, and never show it whole.
        let shows_text = matches!(config.format, Format::Json | Format::Ndjson);
        Self { form, sink, drop_text: shows_text && !config.keep_text }
    }

    pub(crate) fn begin(&mut self) -> io::Result<()> {
        self.form.begin(&mut self.sink)
    }

    /// Writes the records of one input, and sees to it that they leave.
    pub(crate) fn write(&mut self, records: Vec<Record>) -> io::Result<()> {
        for mut record in records {
            if self.drop_text {
                record.text = None;
            }
            self.form.record(&record, &mut self.sink)?;
        }
        self.sink.flush()
    }

    pub(crate) fn end(mut self) -> io::Result<()> {
        self.form.end(&mut self.sink)?;
        self.sink.finish()
    }
}
