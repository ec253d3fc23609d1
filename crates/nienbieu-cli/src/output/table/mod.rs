//! The timeline to read on a terminal.

mod columns;
mod date;
mod head;
mod row;
mod style;
#[cfg(test)]
mod tests;
mod wrap;

use std::io::{self, Write};

use nienbieu_model::{Diagnostic, Record, Severity};

use super::{Form, Look};
use crate::messages::one_line;
use columns::{Cell, write_line, write_row};
use style::Palette;
use wrap::wrap;

/// An article below the other, counts at the end.
pub(super) struct Table {
    look: Look,
    palette: Palette,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    articles: usize,
    events: usize,
    undated: usize,
    doubts: usize,
}

impl Table {
    pub(super) fn new(look: Look) -> Self {
        Self { look, palette: Palette::new(look.color), counts: Counts::default() }
    }

    fn rule(&self, out: &mut dyn Write) -> io::Result<()> {
        let dim = self.palette.dim;
        writeln!(out, "{dim}{}{dim:#}", "─".repeat(self.look.width))
    }

    fn events(&self, record: &Record, lines: &Lines, out: &mut dyn Write) -> io::Result<()> {
        if record.events.is_empty() {
            let dim = self.palette.dim;
            return writeln!(out, "  {dim}nothing dated was found{dim:#}");
        }
        let last = record.events.iter().map(|event| lines.number(event.quote.start)).max();
        let grid = row::Grid::new(self.look, last.unwrap_or(1));
        for (i, event) in record.events.iter().enumerate() {
            if i > 0 && grid.is_stacked() {
                writeln!(out)?;
            }
            write_row(&row::cells(record, event, lines, grid, &self.palette), out)?;
        }
        Ok(())
    }

    fn diagnostic(&self, doubt: &Diagnostic, lines: &Lines, out: &mut dyn Write) -> io::Result<()> {
        let style = match doubt.severity {
            Severity::Info => self.palette.dim,
            Severity::Error => self.palette.error,
            _ => self.palette.warning,
        };
        let place = doubt.span.map(|span| format!(", line {}", lines.number(span.start)));
        let text = format!(
            "{}{}: {} [{}]",
            doubt.severity,
            place.unwrap_or_default(),
            doubt.message,
            doubt.code
        );
        let width = self.look.width.saturating_sub(columns::INDENT);
        write_row(&[Cell::new(wrap(&one_line(&text), width), width, style)], out)
    }
}

impl Form for Table {
    fn record(&mut self, record: &Record, out: &mut dyn Write) -> io::Result<()> {
        if self.counts.articles > 0 {
            writeln!(out)?;
            self.rule(out)?;
        }
        let lines = Lines::of(record.text.as_deref().unwrap_or_default());
        head::write(record, self.look.width, &self.palette, out)?;
        writeln!(out)?;
        self.events(record, &lines, out)?;
        if !record.diagnostics.is_empty() {
            writeln!(out)?;
            for doubt in &record.diagnostics {
                self.diagnostic(doubt, &lines, out)?;
            }
        }
        self.counts.add(record);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.counts.articles > 0 {
            writeln!(out)?;
            self.rule(out)?;
        }
        for line in wrap(&self.counts.to_string(), self.look.width) {
            write_line(&line, self.palette.dim, self.palette.dim, out)?;
            writeln!(out)?;
        }
        Ok(())
    }
}

impl Counts {
    fn add(&mut self, record: &Record) {
        self.articles += 1;
        self.events += record.events.len();
        self.undated += record.events.iter().filter(|event| event.edtf.is_none()).count();
        self.doubts += record.diagnostics.len();
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        write!(f, "{}, {}", count(self.articles, "article"), count(self.events, "event"))?;
        if self.undated > 0 {
            write!(f, " ({} without a date)", self.undated)?;
        }
        if self.doubts > 0 {
            write!(f, ", {}", count(self.doubts, "remark"))?;
        }
        Ok(())
    }
}

/// Where the lines of a text start.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The number, from 1, of the line that holds the byte.
    fn number(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start <= byte) + 1
    }
}
