//! CSV (RFC 4180): one table, a row an item.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@`, or with a tab or a carriage
//! return before one of these, for a formula, and quotation marks do not keep it from that. Such a
//! cell gets an apostrophe before it, as OWASP advises; the forms of these signs in full width count
//! as well. Who reads the table by program takes the apostrophe off where one of these signs follows.

mod citations;
mod events;
mod quantities;

use std::borrow::Cow;
use std::io::{self, Write};

use nienbieu_model::Record;

use crate::lines::Lines;
use crate::{Form, Options, Selection};

/// A table of CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Table {
    /// One row an event.
    #[default]
    Events,
    /// One row a figure.
    Quantities,
    /// One row a mention of an official paper.
    Citations,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 3] = [Self::Events, Self::Quantities, Self::Citations];

    /// Its name in a folder.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Events => "events.csv",
            Self::Quantities => "quantities.csv",
            Self::Citations => "citations.csv",
        }
    }
}

/// The rows of one table, below one header.
struct Rows(Table);

/// A row's cells, in the order of its table's columns.
type Cells<'a> = Vec<Cow<'a, str>>;

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    Box::new(Rows(options.table))
}

impl Rows {
    const fn header(&self) -> &'static [&'static str] {
        match self.0 {
            Table::Events => &events::COLUMNS,
            Table::Quantities => &quantities::COLUMNS,
            Table::Citations => &citations::COLUMNS,
        }
    }

    fn rows<'a>(
        &self,
        chosen: &'a Selection<'_>,
        lines: &'a Lines,
    ) -> Box<dyn Iterator<Item = Cells<'a>> + 'a> {
        let record = chosen.record;
        match self.0 {
            Table::Events => {
                Box::new(chosen.events.iter().map(|e| events::cells(record, e, lines)))
            }
            Table::Quantities => {
                let around = quantities::Around::of(record);
                let cells = move |q: &&'a _| quantities::cells(record, q, &around, lines);
                Box::new(chosen.quantities.iter().map(cells))
            }
            Table::Citations => {
                Box::new(chosen.citations.iter().map(|c| citations::cells(record, c, lines)))
            }
        }
    }
}

impl Form for Rows {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write_rows(out, |rows| rows.write_record(self.header()))
    }

    fn record(&mut self, chosen: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let lines = Lines::of(chosen.record.text.as_deref().unwrap_or_default());
        write_rows(out, |rows| {
            self.rows(chosen, &lines).try_for_each(|cells| {
                rows.write_record(cells.into_iter().map(|cell| harmless(cell).into_owned()))
            })
        })
    }
}

fn write_rows(
    out: &mut dyn Write,
    fill: impl FnOnce(&mut csv::Writer<&mut dyn Write>) -> csv::Result<()>,
) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    fill(&mut rows).map_err(unwrap)?;
    rows.flush()
}

/// The error of the writer below, with its kind: a broken pipe must be known as one.
fn unwrap(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

fn optional(value: Option<&str>) -> Cow<'_, str> {
    value.unwrap_or_default().into()
}

/// Which article of which source.
fn source(record: &Record) -> [Cow<'_, str>; 2] {
    [optional(record.source.name.as_deref()), record.source.part.to_string().into()]
}

/// Words of the record's text.
fn words(record: &Record, span: nienbieu_model::Span) -> Cow<'_, str> {
    optional(record.text.as_deref().and_then(|text| span.of(text)))
}

/// The date of the time with this id.
fn date<'a>(record: &'a Record, id: Option<&str>) -> Cow<'a, str> {
    let time = crate::items::found(&record.times, id);
    optional(time.and_then(|time| time.edtf.as_deref()))
}

/// The cell, with an apostrophe before what a spreadsheet would take for a formula.
fn harmless(cell: Cow<'_, str>) -> Cow<'_, str> {
    const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with(STARTS) { format!("'{cell}").into() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for bad in ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(harmless(bad.into()), format!("'{bad}"));
        }
        for good in ["", "Hà Nội", "2021-07-24", "1=1", "'=1"] {
            assert_eq!(harmless(good.into()), good);
        }
    }
}
