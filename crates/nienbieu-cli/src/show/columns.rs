//! Cells side by side.

use std::io::{self, Write};

use anstyle::Style;

use super::wrap::Line;

/// What stands before every row.
pub(crate) const INDENT: usize = 2;
/// What stands between two columns.
pub(crate) const GAP: usize = 2;

/// A cell: its lines, the columns it takes, and its colours.
pub(crate) struct Cell {
    pub(crate) lines: Vec<(Line, Style)>,
    pub(crate) width: usize,
    pub(crate) mark: Style,
}

impl Cell {
    pub(crate) fn new(lines: Vec<Line>, width: usize, style: Style) -> Self {
        let lines = lines.into_iter().map(|line| (line, style)).collect();
        Self { lines, width, mark: style }
    }

    /// The same, where marked runs have a style of their own.
    pub(crate) fn marked(mut self, mark: Style) -> Self {
        self.mark = mark;
        self
    }

    /// The same with more lines below.
    pub(crate) fn below(mut self, lines: Vec<Line>, style: Style) -> Self {
        self.lines.extend(lines.into_iter().map(|line| (line, style)));
        self
    }
}

/// Writes cells beside each other, as many lines as the tallest has.
pub(crate) fn write_row(cells: &[Cell], out: &mut dyn Write) -> io::Result<()> {
    let height = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    for i in 0..height {
        // Spaces are owed until something follows them, so that no line ends in any.
        let mut owed = INDENT;
        for cell in cells {
            if let Some((line, style)) = cell.lines.get(i).filter(|(line, _)| line.width > 0) {
                write!(out, "{:owed$}", "")?;
                write_line(line, *style, cell.mark, out)?;
                owed = cell.width.saturating_sub(line.width) + GAP;
            } else {
                owed += cell.width + GAP;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes the runs of a line in their styles.
pub(crate) fn write_line(
    line: &Line,
    style: Style,
    mark: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    for run in &line.runs {
        let style = if run.marked { mark } else { style };
        write!(out, "{style}{}{style:#}", run.text)?;
    }
    Ok(())
}
