//! The explained article to read on a terminal.

use std::io::{self, Write};

use anstyle::Style;
use nienbieu_export::lines::Lines;
use nienbieu_export::text::one_line;
use nienbieu_model::{BlockKind, Record};

use super::items::Told;
use super::page::{Line, Page};
use crate::show::columns::{Cell, GAP, INDENT, write_row};
use crate::show::style::Palette;
use crate::show::wrap::{self, wrap, wrap_pieces};
use crate::show::{Look, head, remark};

/// From this width on, the kind of a line has a column of its own.
const ROOMY: usize = 60;
/// What the longest kind takes.
const KIND: usize = 11;

/// The columns: number, kind, and the text, which gets the rest.
struct Grid {
    number: usize,
    kind: usize,
    text: usize,
    look: Look,
    palette: Palette,
}

/// Writes the head, then each line with what was found in it.
pub(super) fn write(
    record: &Record,
    page: &Page<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let numbers = Lines::of(record.text.as_deref().unwrap_or_default());
    let grid = Grid::new(look, page.lines.last().map_or(1, |line| line.line));
    head::write(record, look.width, &grid.palette, out)?;
    for doubt in &page.remarks {
        write_row(&[remark::cell(doubt, &numbers, look.width, &grid.palette)], out)?;
    }
    for line in &page.lines {
        writeln!(out)?;
        grid.line(line, out)?;
        for told in &line.items {
            grid.told(told, out)?;
        }
        for doubt in &line.remarks {
            let width = grid.text + INDENT;
            grid.below(0, remark::cell(doubt, &numbers, width, &grid.palette), out)?;
        }
    }
    Ok(())
}

impl Grid {
    fn new(look: Look, last_line: usize) -> Self {
        let number = last_line.to_string().len() + 1;
        let kind = if look.width >= ROOMY { KIND } else { 0 };
        let text = look.width.saturating_sub(INDENT + number + GAP + kind + GAP);
        Self { number, kind, text, look, palette: Palette::new(look.color) }
    }

    /// The line itself, with what is in it marked.
    fn line(&self, line: &Line<'_>, out: &mut dyn Write) -> io::Result<()> {
        let dim = self.palette.dim;
        let number = Cell::new(wrap(&format!("L{}", line.line), self.number), self.number, dim);
        let (kind, above) = self.kind(line);
        let text = Cell::new(above, self.text, dim);
        let text = if line.kind == BlockKind::Chrome.as_str() {
            let reason = line.reason.map(|reason| format!(" — {}", reason.replace('_', " ")));
            let words = one_line(line.text) + &reason.unwrap_or_default();
            text.below(wrap(&words, self.text), dim)
        } else {
            let pieces = pieces(line, self.look.color);
            let pieces: Vec<(&str, bool)> = pieces.iter().map(|(text, m)| (&**text, *m)).collect();
            let lines = wrap_pieces(&pieces, self.text);
            text.below(lines, Style::new()).marked(self.palette.mark)
        };
        write_row(&[number, kind, text], out)
    }

    /// What the line is, beside its text; where there is no room for that, above it.
    fn kind(&self, line: &Line<'_>) -> (Cell, Vec<wrap::Line>) {
        let name = line.kind.replace('_', " ");
        let (beside, above) = match self.kind {
            0 => (Vec::new(), wrap(&name, self.text)),
            width => (wrap(&name, width), Vec::new()),
        };
        (Cell::new(beside, self.kind, self.palette.dim), above)
    }

    /// An item: what it is, and dim below it what that rests on.
    fn told(&self, told: &Told, out: &mut dyn Write) -> io::Result<()> {
        let deeper = if told.inside.is_some() { GAP } else { 0 };
        let width = self.text.saturating_sub(deeper + GAP);
        let room = width.saturating_sub(GAP);
        let words = if told.is_marked() { one_line(&told.words) } else { String::new() };
        let mut first = format!("{} {}", told.id, told.layer);
        if !words.is_empty() {
            first.push_str(&format!(" “{words}”"));
        }
        if !told.value.is_empty() && told.value != words {
            first.push_str(&format!(": {}", one_line(&told.value)));
        }
        let steps: Vec<_> = told
            .steps
            .iter()
            .map(|step| format!("{} {}", step.step, one_line(&step.says)))
            .collect();
        let cell = Cell::new(wrap(&first, width), width, self.palette.kind);
        self.below(GAP + deeper, cell, out)?;
        if steps.is_empty() {
            return Ok(());
        }
        let steps = Cell::new(wrap(&steps.join(" · "), room), room, self.palette.dim);
        self.below(GAP + deeper + GAP, steps, out)
    }

    /// A cell in the column of the text, further in by so much.
    fn below(&self, further: usize, cell: Cell, out: &mut dyn Write) -> io::Result<()> {
        let before = self.number + GAP + self.kind + further;
        write_row(&[Cell::new(Vec::new(), before, Style::new()), cell], out)
    }
}

/// The text of a line in pieces, marked or not, with the id behind each that is marked.
fn pieces(line: &Line<'_>, color: bool) -> Vec<(String, bool)> {
    let (open, close) = if color { ("", "") } else { ("‹", "›") };
    let mut pieces = Vec::new();
    let mut at = 0;
    let part = |from: usize, to: usize| one_line(line.text.get(from..to).unwrap_or_default());
    for told in line.marked() {
        let start = told.span.start.saturating_sub(line.span.start).max(at);
        let end = told.span.end.saturating_sub(line.span.start).min(line.text.len()).max(start);
        pieces.push((part(at, start) + open, false));
        pieces.push((part(start, end), true));
        pieces.push((format!("{close}[{}]", told.id), false));
        at = end;
    }
    pieces.push((part(at, line.text.len()), false));
    pieces
}
