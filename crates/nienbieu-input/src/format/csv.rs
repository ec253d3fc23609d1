//! CSV and TSV with a header.

use std::io::{self, BufRead, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use nienbieu_model::Source;

use super::record::Found;
use super::too_large;
use crate::container::{Place, Reading};
use crate::encoding;
use crate::lookahead::Lookahead;
use crate::{Fault, Flow, Item, Stage};

/// The most columns that a table may have.
const COLUMNS: usize = 4096;

pub(super) fn read<R: Read>(
    reading: &mut Reading<'_>,
    place: &Place,
    mut body: Lookahead<R>,
    delimiter: u8,
) -> Flow {
    let limit = reading.settings.limits.record;
    let mut rows = Rows::new(delimiter, limit);
    let media_type = if delimiter == b'\t' { "text/tab-separated-values" } else { "text/csv" };
    let source = |number, offset, length| Source {
        media_type: Some(media_type.to_owned()),
        ..place.record(number, offset, length)
    };
    if matches!(body.peek(3), Ok(b"\xef\xbb\xbf")) {
        body.consume(3);
    }
    let mut header: Option<Vec<String>> = None;
    let mut number = 0;
    loop {
        let offset = body.offset();
        let row = match rows.next(&mut body) {
            Ok(Row::End) => return Flow::Continue(()),
            Ok(row) => row,
            Err(error) => {
                let source = source(number + 1, offset, body.offset() - offset);
                return reading.fault(Fault::of_stream(source, &error, body.offset()));
            }
        };
        let Some(header) = &header else {
            header = Some(rows.cells().map(|cell| text(cell).unwrap_or_default()).collect());
            continue;
        };
        number += 1;
        let source = source(number, offset, body.offset() - offset);
        if matches!(row, Row::TooLong) {
            reading.fault(too_large(source, limit, offset, rows.beginning()))?;
        } else {
            row_of(reading, source, header, &rows.cells().collect::<Vec<_>>())?;
        }
    }
}

fn row_of(reading: &mut Reading<'_>, source: Source, header: &[String], cells: &[&[u8]]) -> Flow {
    let offset = source.byte_offset.unwrap_or_default();
    let fault = |code, message: String| {
        Fault::new(source.clone(), Stage::Record, code, message).at(offset).with(&cells.join(&b','))
    };
    if cells.len() != header.len() {
        let message = format!(
            "the row at offset {offset} has {} cells, the header {}; mend the row",
            cells.len(),
            header.len()
        );
        return reading.fault(fault("uneven_row", message));
    }
    let mut undecodable = false;
    let get = |name: &str| {
        let column = header.iter().position(|column| column.eq_ignore_ascii_case(name))?;
        text(cells.get(column)?).filter(|cell| !cell.trim().is_empty())
    };
    let found = Found::by(&reading.settings.fields, &get);
    if found.text.is_none() {
        undecodable = cells.iter().any(|cell| text(cell).is_none());
    }
    match found.raw(source.clone()) {
        Some(raw) => reading.give(Item::Record(raw)),
        None if undecodable => {
            let message = format!("the row at offset {offset} is no text in any known encoding");
            reading.fault(fault("undecodable", message))
        }
        None => {
            let message =
                format!("the row at offset {offset} has no text; fill it or drop the row");
            reading.fault(fault("no_text_field", message))
        }
    }
}

fn text(cell: &[u8]) -> Option<String> {
    encoding::decode(cell, None).ok().map(|decoded| decoded.text.trim().to_owned())
}

/// The rows of a table, with room for one.
struct Rows {
    reader: Reader,
    limit: usize,
    output: Vec<u8>,
    ends: Vec<usize>,
    columns: usize,
}

/// What the reader came upon.
enum Row {
    Cells,
    TooLong,
    End,
}

impl Rows {
    fn new(delimiter: u8, limit: usize) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, limit, output: vec![0; limit.min(4096)], ends: vec![0; COLUMNS], columns: 0 }
    }

    /// What is kept of a row that is too long.
    fn beginning(&self) -> &[u8] {
        &self.output[..self.output.len().min(256)]
    }

    /// Reads the next row; its cells are in [`Self::cells`].
    fn next<R: Read>(&mut self, body: &mut Lookahead<R>) -> io::Result<Row> {
        let (mut written, mut ended, mut is_longer) = (0, 0, false);
        loop {
            let input = body.fill_buf()?;
            let (result, read, wrote, ends) = self.reader.read_record(
                input,
                &mut self.output[written..],
                &mut self.ends[ended..],
            );
            body.consume(read);
            written += wrote;
            ended += ends;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.output.len() < self.limit => {
                    let length = (self.output.len() * 2).min(self.limit);
                    self.output.resize(length, 0);
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    // Its rest is read over its beginning.
                    (written, ended, is_longer) = (0, 0, true);
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(Row::End),
            }
        }
        self.columns = ended;
        Ok(if is_longer { Row::TooLong } else { Row::Cells })
    }

    /// The cells of the row read last.
    fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let ends = &self.ends[..self.columns];
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(ends).map(|(start, end)| &self.output[start..*end])
    }
}
