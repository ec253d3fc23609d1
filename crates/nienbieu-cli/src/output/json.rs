//! JSON: one array, or one record a line.

use std::io::{self, Write};

use nienbieu_model::Record;

use super::Form;

/// One record a line.
pub(super) struct Lines;

impl Form for Lines {
    fn record(&mut self, record: &Record, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", serde_json::to_string(record)?)
    }
}

/// One array, a record a line in it.
#[derive(Default)]
pub(super) struct Array {
    started: bool,
}

impl Form for Array {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn record(&mut self, record: &Record, out: &mut dyn Write) -> io::Result<()> {
        let comma = if std::mem::replace(&mut self.started, true) { "," } else { "" };
        write!(out, "{comma}\n{}", serde_json::to_string(record)?)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let line_end = if self.started { "\n" } else { "" };
        writeln!(out, "{line_end}]")
    }
}
