//! One event as a row.

use nienbieu_export::lines::Lines;
use nienbieu_export::text::one_line;
use nienbieu_model::{Event, Modality, Record, Span};

use crate::show::Look;
use crate::show::columns::{Cell, GAP, INDENT};
use crate::show::date::{between, dated};
use crate::show::style::Palette;
use crate::show::wrap::{Line, wrap, wrap_pieces};

/// From this width on, the kind has a column of its own.
const ROOMY: usize = 120;

/// The widths of the columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    date: usize,
    /// None: the kind stands below the date.
    kind: Option<usize>,
    quote: usize,
    line: usize,
    color: bool,
}

impl Grid {
    /// Shares the width out, with room for the number of the last line.
    pub(super) fn new(look: Look, last_line: usize) -> Self {
        let line = last_line.to_string().len() + 1;
        let (date, kind) = if look.width >= ROOMY { (23, Some(15)) } else { (14, None) };
        let taken = INDENT + date + GAP + kind.map_or(0, |kind| kind + GAP) + GAP + line;
        let quote = look.width.saturating_sub(taken);
        Self { date, kind, quote, line, color: look.color }
    }

    /// Whether rows take several lines, and so want room between them.
    pub(super) const fn is_stacked(self) -> bool {
        self.kind.is_none()
    }
}

/// The cells of an event: date, kind, quotation with what hangs on it below, line of the source.
pub(super) fn cells(
    record: &Record,
    event: &Event,
    attached: &str,
    lines: &Lines,
    grid: Grid,
    palette: &Palette,
) -> Vec<Cell> {
    let (date, kind) = (date(record, event), kind(event));
    let dated = if event.edtf.is_some() { palette.date } else { palette.dim };
    let first = Cell::new(wrap(&one_line(&date), grid.date), grid.date, dated);
    let mut cells = match grid.kind {
        Some(width) => {
            vec![first, Cell::new(wrap(&one_line(&kind), width), width, palette.kind)]
        }
        None => vec![first.below(wrap(&one_line(&kind), grid.date), palette.kind)],
    };
    let quote = quote(record, event, grid);
    let mut quoted = Cell::new(quote, grid.quote, anstyle::Style::new()).marked(palette.mark);
    if !attached.is_empty() {
        quoted = quoted.below(wrap(&format!("→ {attached}"), grid.quote), palette.dim);
    }
    cells.push(quoted);
    let number = format!("L{}", lines.number(event.quote.start));
    cells.push(Cell::new(wrap(&number, grid.line), grid.line, palette.dim));
    cells
}

/// The date; in brackets where another sentence says it.
fn date(record: &Record, event: &Event) -> String {
    let bounds = || between(event.earliest.as_deref(), event.latest.as_deref());
    let Some(edtf) = event.edtf.clone().or_else(bounds) else {
        return "undated".to_owned();
    };
    let date = dated(&edtf, record.time_of(event));
    match event.time_basis.as_deref() {
        Some("stated") | None => date,
        Some(_) => format!("({date})"),
    }
}

/// The kind; with the modality where it is no plain fact.
fn kind(event: &Event) -> String {
    let kind = event.kind.as_str().replace('_', " ");
    match &event.modality {
        None | Some(Modality::Fact) => kind,
        Some(modality) if modality.as_str() == event.kind.as_str() => kind,
        Some(modality) => format!("{kind}, {modality}"),
    }
}

/// The quotation with the words of its time marked.
fn quote(record: &Record, event: &Event, grid: Grid) -> Vec<Line> {
    let text = record.text.as_deref().unwrap_or_default();
    let whole = event.quote;
    let time = record.time_of(event).map(|time| time.span).filter(|span| whole.contains(*span));
    let mark = time.unwrap_or(Span::new(whole.end, whole.end));
    let part = |from, to| one_line(Span::new(from, to).of(text).unwrap_or_default());
    let (before, words, behind) =
        (part(whole.start, mark.start), part(mark.start, mark.end), part(mark.end, whole.end));
    let (open, close) = if grid.color || words.is_empty() { ("", "") } else { ("‹", "›") };
    let pieces =
        [(&*before, false), (open, false), (&*words, true), (close, false), (&*behind, false)];
    wrap_pieces(&pieces, grid.quote)
}
