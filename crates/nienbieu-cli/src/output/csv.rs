//! CSV: one row an event.

use std::borrow::Cow;
use std::io::{self, Write};

use nienbieu_model::{Event, Modality, Record};

use super::Form;

const HEADER: [&str; 12] = [
    "source",
    "part",
    "title",
    "published",
    "edtf",
    "earliest",
    "latest",
    "kind",
    "modality",
    "quote",
    "time",
    "rule",
];

/// One row an event, below one header.
pub(super) struct Rows;

impl Form for Rows {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write_rows(out, |rows| rows.write_record(HEADER))
    }

    fn record(&mut self, record: &Record, out: &mut dyn Write) -> io::Result<()> {
        write_rows(out, |rows| {
            record.events.iter().try_for_each(|event| {
                rows.write_record(cells(record, event).map(|cell| harmless(cell).into_owned()))
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

fn cells<'a>(record: &'a Record, event: &'a Event) -> [Cow<'a, str>; 12] {
    let time = record.time_of(event);
    let quote = record.text.as_deref().and_then(|text| event.quote.of(text));
    [
        optional(record.source.name.as_deref()),
        record.source.part.to_string().into(),
        optional(record.title.as_ref().map(|title| title.text.as_str())),
        optional(record.published.edtf.as_deref()),
        optional(event.edtf.as_deref()),
        optional(event.earliest.as_deref()),
        optional(event.latest.as_deref()),
        event.kind.as_str().into(),
        optional(event.modality.as_ref().map(Modality::as_str)),
        optional(quote),
        optional(time.map(|time| time.text.as_str())),
        optional(time.map(|time| time.rule.as_ref())),
    ]
}

fn optional(value: Option<&str>) -> Cow<'_, str> {
    value.unwrap_or_default().into()
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
