//! A layer as a table of its own: as many columns as it needs, in the width there is.

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::show::Look;
use crate::show::columns::{Cell, GAP, INDENT, write_row};
use crate::show::style::Palette;
use crate::show::wrap::{shorten, wrap};

/// Below this width only the first column, the others in one, and the line stand side by side.
const NARROW: usize = 64;

/// What a field is, which gives it its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Words,
    Date,
    Kind,
    Note,
    Doubt,
}

/// One field of a row.
#[derive(Clone, Debug)]
pub(super) struct Field {
    text: String,
    role: Role,
    /// How wide it gets at most, where it is cut to one line rather than broken into several.
    cut: Option<usize>,
}

impl Field {
    pub(super) fn new(role: Role, text: impl Into<String>) -> Self {
        Self { text: text.into(), role, cut: None }
    }

    pub(super) fn words(text: impl Into<String>) -> Self {
        Self::new(Role::Words, text)
    }

    pub(super) fn note(text: impl Into<String>) -> Self {
        Self::new(Role::Note, text)
    }

    /// Cut where it does not fit, or is wider than that.
    pub(super) fn cut(self, widest: usize) -> Self {
        Self { cut: Some(widest), ..self }
    }

    const fn style(&self, palette: &Palette) -> Style {
        match self.role {
            Role::Words => Style::new(),
            Role::Date => palette.date,
            Role::Kind => palette.kind,
            Role::Note => palette.dim,
            Role::Doubt => palette.warning,
        }
    }

    fn natural(&self) -> usize {
        self.text.width().min(self.cut.unwrap_or(usize::MAX))
    }

    fn cell(&self, width: usize, palette: &Palette) -> Cell {
        let text = if self.cut.is_some() { shorten(&self.text, width) } else { self.text.clone() };
        Cell::new(wrap(&text, width), width, self.style(palette))
    }
}

/// A heading and rows of as many fields each; the last field is the line.
pub(super) struct Section {
    pub(super) heading: &'static str,
    pub(super) rows: Vec<Vec<Field>>,
}

impl Section {
    /// Writes it; nothing where it has no row.
    pub(super) fn write(
        self,
        look: Look,
        palette: &Palette,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let (title, dim) = (palette.title, palette.dim);
        writeln!(out, "\n{title}{}{title:#} {dim}{}{dim:#}", self.heading, self.rows.len())?;
        let rows = without_empty(self.rows);
        let rows = if look.width < NARROW { rows.into_iter().map(joined).collect() } else { rows };
        let columns = rows.first().map_or(0, Vec::len);
        let room = look.width.saturating_sub(INDENT + GAP * columns.saturating_sub(1));
        let widths = share(&natural(&rows, columns), room);
        for row in &rows {
            let cells = row.iter().zip(&widths).map(|(field, &width)| field.cell(width, palette));
            write_row(&cells.collect::<Vec<_>>(), out)?;
        }
        Ok(())
    }
}

/// The rows without the columns that no row fills.
fn without_empty(rows: Vec<Vec<Field>>) -> Vec<Vec<Field>> {
    let columns = rows.first().map_or(0, Vec::len);
    let is_used = |i: usize| rows.iter().any(|row| row.get(i).is_some_and(|f| !f.text.is_empty()));
    let used: Vec<bool> = (0..columns).map(is_used).collect();
    let keep = |row: Vec<Field>| {
        row.into_iter().zip(&used).filter(|(_, used)| **used).map(|(field, _)| field).collect()
    };
    rows.into_iter().map(keep).collect()
}

/// The row with all between its first and its last field in one.
fn joined(mut row: Vec<Field>) -> Vec<Field> {
    if row.len() <= 3 {
        return row;
    }
    let last = row.split_off(row.len() - 1);
    let between = row.split_off(1);
    let role = between.iter().find(|f| f.role == Role::Doubt).map_or(Role::Note, |f| f.role);
    let words: Vec<_> = between.into_iter().map(|f| f.text).filter(|t| !t.is_empty()).collect();
    row.push(Field::new(role, words.join(" · ")));
    row.extend(last);
    row
}

/// What each column would take.
fn natural(rows: &[Vec<Field>], columns: usize) -> Vec<usize> {
    let width = |row: &Vec<Field>, i: usize| row.get(i).map_or(0, Field::natural);
    (0..columns).map(|i| rows.iter().map(|row| width(row, i)).max().unwrap_or(0)).collect()
}

/// Shares the room out: who needs less than an even share gets what it needs, the others the rest.
fn share(natural: &[usize], room: usize) -> Vec<usize> {
    let mut widths: Vec<Option<usize>> = vec![None; natural.len()];
    loop {
        let open = widths.iter().filter(|width| width.is_none()).count();
        let left = room.saturating_sub(widths.iter().flatten().sum());
        let Some(even) = left.checked_div(open) else { break };
        let mut settled = false;
        for (width, &wish) in widths.iter_mut().zip(natural) {
            if width.is_none() && wish <= even {
                *width = Some(wish);
                settled = true;
            }
        }
        if !settled {
            let mut spare = left % open;
            for width in widths.iter_mut().filter(|width| width.is_none()) {
                *width = Some((even + usize::from(spare > 0)).max(1));
                spare = spare.saturating_sub(1);
            }
        }
    }
    widths.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_needs_little_gets_it_and_the_others_share() {
        assert_eq!(share(&[3, 5, 2], 20), [3, 5, 2]);
        assert_eq!(share(&[3, 50, 60], 24), [3, 11, 10]);
        assert_eq!(share(&[9, 9], 1), [1, 1]);
        assert_eq!(share(&[], 9), [0; 0]);
    }

    #[test]
    fn empty_columns_go_and_narrow_ones_join() {
        let row = |texts: [&str; 5]| texts.map(Field::words).to_vec();
        let rows =
            without_empty(vec![row(["a", "", "b", "c", "L1"]), row(["d", "", "", "e", "L2"])]);
        let texts = |row: &[Field]| row.iter().map(|f| f.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&rows[1]), ["d", "", "e", "L2"]);
        assert_eq!(texts(&joined(rows[0].clone())), ["a", "b · c", "L1"]);
        assert_eq!(texts(&joined(rows[1].clone())), ["d", "e", "L2"]);
    }
}
