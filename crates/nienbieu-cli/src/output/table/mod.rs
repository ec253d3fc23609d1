//! The timeline and the layers behind it, to read on a terminal.

mod attached;
mod counts;
mod row;
mod section;
mod sections;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use nienbieu_export::lines::Lines;
use nienbieu_export::{Form, Selection};

use crate::args::Layer;

use crate::show::columns::{write_line, write_row};
use crate::show::style::Palette;
use crate::show::wrap::wrap;
use crate::show::{Look, head, remark};
use counts::Counts;

/// An article below the other, counts at the end.
pub(super) struct Table {
    look: Look,
    layers: Vec<Layer>,
    palette: Palette,
    counts: Counts,
}

impl Table {
    /// A table of these layers, in their own order.
    pub(super) fn new(look: Look, layers: Vec<Layer>) -> Self {
        let (palette, counts) = (Palette::new(look.color), Counts::new(&layers));
        Self { look, layers, palette, counts }
    }

    fn shows(&self, layer: Layer) -> bool {
        self.layers.contains(&layer)
    }

    fn rule(&self, out: &mut dyn Write) -> io::Result<()> {
        let dim = self.palette.dim;
        writeln!(out, "{dim}{}{dim:#}", "─".repeat(self.look.width))
    }

    fn events(&self, chosen: &Selection<'_>, lines: &Lines, out: &mut dyn Write) -> io::Result<()> {
        if chosen.events.is_empty() {
            let dim = self.palette.dim;
            let why = if chosen.record.events.is_empty() {
                "nothing dated was found"
            } else {
                "no event is of the kind, place or metric asked for"
            };
            return writeln!(out, "\n  {dim}{why}{dim:#}");
        }
        writeln!(out)?;
        let last = chosen.events.iter().map(|event| lines.number(event.quote.start)).max();
        let grid = row::Grid::new(self.look, last.unwrap_or(1));
        for (i, event) in chosen.events.iter().enumerate() {
            if i > 0 && grid.is_stacked() {
                writeln!(out)?;
            }
            let attached = attached::attached(chosen.record, event, &self.layers);
            let cells = row::cells(chosen.record, event, &attached, lines, grid, &self.palette);
            write_row(&cells, out)?;
        }
        Ok(())
    }
}

impl Form for Table {
    fn record(&mut self, chosen: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let record = chosen.record;
        if self.counts.articles > 0 {
            writeln!(out)?;
            self.rule(out)?;
        }
        let lines = Lines::of(record.text.as_deref().unwrap_or_default());
        head::write(record, self.look.width, &self.palette, out)?;
        if self.shows(Layer::Events) {
            self.events(chosen, &lines, out)?;
        }
        for layer in Layer::ALL.into_iter().filter(|layer| self.shows(*layer)) {
            if let Some(section) = sections::section(layer, chosen, &lines) {
                section.write(self.look, &self.palette, out)?;
            }
        }
        if !record.diagnostics.is_empty() {
            writeln!(out)?;
            for doubt in &record.diagnostics {
                let cell = remark::cell(doubt, &lines, self.look.width, &self.palette);
                write_row(&[cell], out)?;
            }
        }
        self.counts.add(chosen);
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
