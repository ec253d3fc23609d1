//! A file of CSV a table: `events-00001.csv`.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use super::{Article, Sink};
use crate::files::Pending;
use crate::tables::{Cell, TABLES, Table};

pub(super) struct Tables {
    folder: PathBuf,
    segment: u32,
    files: Vec<(&'static Table, csv::Writer<Pending>)>,
}

impl Tables {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), segment: 0, files: Vec::new() }
    }
}

impl Sink for Tables {
    fn begin(&mut self, segment: u32) -> io::Result<()> {
        self.segment = segment;
        self.files.clear();
        for table in TABLES {
            let mut file = csv::Writer::from_writer(Pending::create(&self.folder)?);
            file.write_record(table.columns.iter().map(|column| column.name))?;
            self.files.push((table, file));
        }
        Ok(())
    }

    fn write(&mut self, article: &Article<'_>) -> io::Result<()> {
        for (table, file) in &mut self.files {
            for row in (table.rows)(article) {
                file.write_record(row.iter().map(|cell| shown(cell).into_owned()))?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        for (table, file) in self.files.drain(..) {
            let file = file.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
            file.finish(&format!("{}-{:05}.csv", table.name, self.segment))?;
        }
        Ok(())
    }
}

/// The cell, with an apostrophe before what a spreadsheet would take for a formula.
fn shown<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    match cell {
        Cell::Null => "".into(),
        Cell::Text(text) if text.starts_with(STARTS) => format!("'{text}").into(),
        Cell::Text(text) => text.as_ref().into(),
        Cell::Int(number) => number.to_string().into(),
        Cell::Real(number) => number.to_string().into(),
        Cell::Flag(flag) => flag.to_string().into(),
    }
}
