//! What is doubtful, told in a row.

use nienbieu_export::lines::Lines;
use nienbieu_export::text::one_line;
use nienbieu_model::Diagnostic;

use super::columns::{Cell, INDENT};
use super::style::Palette;
use super::wrap::wrap;

/// The remark with its line, in the colour of its weight.
pub(crate) fn cell(doubt: &Diagnostic, lines: &Lines, width: usize, palette: &Palette) -> Cell {
    let place = doubt.span.map(|span| format!(", line {}", lines.number(span.start)));
    let text = format!(
        "{}{}: {} [{}]",
        doubt.severity,
        place.unwrap_or_default(),
        doubt.message,
        doubt.code
    );
    let width = width.saturating_sub(INDENT);
    Cell::new(wrap(&one_line(&text), width), width, palette.of(&doubt.severity))
}
