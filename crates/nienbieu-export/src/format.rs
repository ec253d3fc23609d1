//! The table of formats, and what each of them is.

use std::io::{self, Write};

use nienbieu_model::Record;

use crate::{
    Language, Selection, Table, csv, html, icalendar, json, json_ld, markdown, svg, timelinejs,
    timeml, web_annotation,
};

/// How the records go out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Of heads, labels and dates; what the article says stays Vietnamese.
    pub language: Language,
    /// The table that CSV writes.
    pub table: Table,
}

/// A form on its way: what stands before the records, how each is written, what stands behind.
pub trait Form {
    /// Writes what stands before the first record.
    ///
    /// # Errors
    ///
    /// Where `out` cannot be written to.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes the rows of a record; a format that takes one record is given one.
    ///
    /// # Errors
    ///
    /// Where `out` cannot be written to, or, as [`io::ErrorKind::InvalidInput`], where the record
    /// lacks what the format needs; the message says what.
    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what stands behind the last record.
    ///
    /// # Errors
    ///
    /// Where `out` cannot be written to.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A format, as the table describes it.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// As one types it: "icalendar".
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Of its files, without the dot.
    pub extension: &'static str,
    /// As registered, where it is.
    pub media_type: &'static str,
    /// Whether one file holds several records.
    pub holds_many: bool,
    /// Whether it holds the rows of the [`Selection`] alone; else the record goes out whole.
    pub holds_rows: bool,
    open: fn(&Options) -> Box<dyn Form>,
}

/// All formats.
pub const FORMATS: [Format; 11] = [
    Format {
        name: "ndjson",
        about: "One record a line",
        extension: "ndjson",
        media_type: "application/x-ndjson",
        holds_many: true,
        holds_rows: false,
        open: json::lines,
    },
    Format {
        name: "json",
        about: "One array of records",
        extension: "json",
        media_type: "application/json",
        holds_many: true,
        holds_rows: false,
        open: json::array,
    },
    Format {
        name: "csv",
        about: "A table for spreadsheets",
        extension: "csv",
        media_type: "text/csv;charset=utf-8",
        holds_many: true,
        holds_rows: true,
        open: csv::open,
    },
    Format {
        name: "timelinejs",
        about: "Slides for TimelineJS",
        extension: "json",
        media_type: "application/json",
        holds_many: true,
        holds_rows: true,
        open: timelinejs::open,
    },
    Format {
        name: "icalendar",
        about: "A calendar (RFC 5545)",
        extension: "ics",
        media_type: "text/calendar;charset=utf-8",
        holds_many: true,
        holds_rows: true,
        open: icalendar::open,
    },
    Format {
        name: "timeml",
        about: "The text with times and events marked (TimeML 1.2.1)",
        extension: "tml",
        media_type: "application/xml",
        holds_many: false,
        holds_rows: true,
        open: timeml::open,
    },
    Format {
        name: "annotations",
        about: "W3C Web Annotations over the text",
        extension: "jsonld",
        media_type: "application/ld+json",
        holds_many: true,
        holds_rows: true,
        open: web_annotation::open,
    },
    Format {
        name: "jsonld",
        about: "JSON-LD in the terms of schema.org",
        extension: "jsonld",
        media_type: "application/ld+json",
        holds_many: true,
        holds_rows: true,
        open: json_ld::open,
    },
    Format {
        name: "markdown",
        about: "A chronology in Markdown",
        extension: "md",
        media_type: "text/markdown;charset=utf-8",
        holds_many: true,
        holds_rows: true,
        open: markdown::open,
    },
    Format {
        name: "html",
        about: "A chronology as one page without script or network",
        extension: "html",
        media_type: "text/html;charset=utf-8",
        holds_many: true,
        holds_rows: true,
        open: html::open,
    },
    Format {
        name: "svg",
        about: "The timeline as a drawing",
        extension: "svg",
        media_type: "image/svg+xml",
        holds_many: true,
        holds_rows: true,
        open: svg::open,
    },
];

impl Format {
    /// The format with this name.
    ///
    /// ```
    /// use nienbieu_export::Format;
    /// assert_eq!(Format::named("csv").map(|format| format.extension), Some("csv"));
    /// assert!(Format::named("doc").is_none());
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// A form to write records with, one behind the other.
    #[must_use]
    pub fn open(&self, options: &Options) -> Box<dyn Form> {
        (self.open)(options)
    }

    /// All of these records, with all their rows.
    ///
    /// # Errors
    ///
    /// Those of [`Form`].
    pub fn write<'r>(
        &self,
        records: impl IntoIterator<Item = &'r Record>,
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut form = self.open(options);
        form.begin(out)?;
        for record in records {
            form.record(&Selection::all(record), out)?;
        }
        form.end(out)
    }
}
