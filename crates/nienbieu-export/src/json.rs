//! JSON: one array, or one record a line. The whole record, so that it can be read again.

use std::io::{self, Write};

use crate::{Form, Options, Selection};

/// One record a line.
struct Lines;

/// One array, a record a line in it.
#[derive(Default)]
struct Array {
    started: bool,
}

pub(crate) fn lines(_: &Options) -> Box<dyn Form> {
    Box::new(Lines)
}

pub(crate) fn array(_: &Options) -> Box<dyn Form> {
    Box::new(Array::default())
}

impl Form for Lines {
    fn record(&mut self, chosen: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, chosen.record)?;
        out.write_all(b"\n")
    }
}

impl Form for Array {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn record(&mut self, chosen: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let comma = if std::mem::replace(&mut self.started, true) { "," } else { "" };
        writeln!(out, "{comma}")?;
        Ok(serde_json::to_writer(out, chosen.record)?)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let line_end = if self.started { "\n" } else { "" };
        writeln!(out, "{line_end}]")
    }
}
