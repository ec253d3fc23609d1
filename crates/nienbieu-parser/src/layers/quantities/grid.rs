//! Pasted tables: a number in a column counts what the head of its column says.

use std::ops::Range;

use nienbieu_model::{Block, BlockKind, Span};

use super::{
    aspect::{self, Around},
    figure::Figure,
    metric::{self, Side, Subject},
    number::{self, number},
    unit::{self, Class, UnitKind},
};
use crate::{layers::View, text::lexicon::word_starts};

/// What the figures of a column are.
#[derive(Clone, Copy, Debug)]
struct Column {
    metric: &'static str,
    aspect: Option<&'static str>,
    scale: f64,
}

/// The figures that stand alone in the cells of an article's tables.
pub(super) fn cells(view: &View<'_>, subject: Subject) -> Vec<Figure> {
    let is_row = |line: &Block| line.kind == BlockKind::Table;
    let mut found = Vec::new();
    let mut before: &[Block] = &[];
    // Page furniture among them: a row of heads looks like a menu.
    for lines in view.blocks.chunk_by(|a, b| is_row(a) == is_row(b)) {
        match (lines, before) {
            ([first, ..], [.., head]) if is_row(first) && are_one_table(view, head, first) => {
                let caption = before.iter().rev().nth(1);
                found.extend(table(view, head, lines, caption, subject));
            }
            ([head, body @ ..], _) if is_row(head) && !is_body(view, head) => {
                found.extend(table(view, head, body, before.last(), subject));
            }
            _ => before = lines,
        }
    }
    found
}

/// Whether a line, which does not look like a row, has as many cells as the row behind it.
fn are_one_table(view: &View<'_>, head: &Block, row: &Block) -> bool {
    let cells = split(view, head.span).len();
    cells > 1 && cells == split(view, row.span).len()
}

/// Whether a row has a number in each of its cells but the first, and so heads nothing.
fn is_body(view: &View<'_>, row: &Block) -> bool {
    let is_number = |cell: &Span| {
        let value = whole_number(view.folded_words(*cell));
        let is_year = value.is_some_and(|value| (1900.0..2100.0).contains(&value));
        value.is_some() && !is_year && view.times_in(*cell).next().is_none()
    };
    split(view, row.span).get(1..).is_some_and(|cells| cells.iter().all(is_number))
}

/// What a line above a table says of all of it: a caption has no full stop.
fn caption<'a>(view: &View<'a>, line: Option<&Block>) -> &'a str {
    let line = line.filter(|line| line.kind != BlockKind::Chrome);
    let words = line.map_or("", |line| view.folded_words(line.span));
    if words.ends_with('.') { "" } else { words }
}

/// The figures of one table: its first row heads the columns.
fn table(
    view: &View<'_>,
    head: &Block,
    body: &[Block],
    above: Option<&Block>,
    subject: Subject,
) -> Vec<Figure> {
    let caption = caption(view, above);
    let heads = split(view, head.span);
    let columns: Vec<_> =
        heads.iter().map(|&head| column(view.folded_words(head), caption, subject)).collect();
    let mut found = Vec::new();
    for row in body {
        let cells = split(view, row.span);
        // A row of another length, as a merged one has, stands under no head for certain.
        if cells.len() != columns.len() {
            continue;
        }
        // The first cell names the row.
        for (&cell, column) in cells.iter().zip(&columns).skip(1) {
            let Some(column) = column else { continue };
            let value = whole_number(view.folded_words(cell));
            let is_time = view.times_in(cell).next().is_some();
            found.extend(
                value
                    .filter(|_| !is_time)
                    .map(|value| figure(view.range(cell), value * column.scale, *column)),
            );
        }
    }
    found
}

/// The cells of a row: what tabs, bars or wide gaps part.
fn split(view: &View<'_>, row: Span) -> Vec<Span> {
    let words = view.words(row);
    let trimmed = words.trim_matches('|');
    let from = row.start + (words.len() - words.trim_start_matches('|').len());
    let mark = ["|", "\t"].into_iter().find(|mark| trimmed.contains(mark)).unwrap_or("  ");
    let mut at = from;
    let mut cells = Vec::new();
    for cell in trimmed.split(mark) {
        let start = at + (cell.len() - cell.trim_start().len());
        let end = start + cell.trim().len();
        at += cell.len() + mark.len();
        if mark != "  " || end > start {
            cells.push(Span::new(start, end));
        }
    }
    cells
}

/// The value of a cell that is a number and no more.
fn whole_number(cell: &str) -> Option<f64> {
    let number = number(cell).filter(|number| number.len == cell.len() && !number.worded)?;
    Some(number.grouped.unwrap_or(number.value))
}

/// What a column's head says of its figures; none where they are times or mere numbers of rows.
fn column(head: &str, caption: &str, subject: Subject) -> Option<Column> {
    if unit::noun(head).is_some_and(|(_, kind)| kind.class == Class::None) {
        return None;
    }
    let (scale, unit) = bracketed(head).unwrap_or((1.0, None));
    let around = Around {
        unit: "",
        after: "",
        before: head,
        sentence: head,
        is_count: unit.is_none_or(|unit| unit.class == Class::Count),
        adds_up: true,
        is_share: unit.is_some_and(|unit| unit.class == Class::Percent),
        is_event: false,
        is_tallied: false,
        period: None,
    };
    let changes = head.split(' ').any(|word| matches!(word, "tăng" | "giảm"));
    let metric = changes
        .then_some("change")
        .or_else(|| metric_of(head, unit, subject))
        .or_else(|| metric::named(caption))
        .unwrap_or(if subject.epidemic { "cases" } else { "other" });
    Some(Column { metric, aspect: aspect::aspect(&around), scale })
}

/// `(tỷ đồng)`, `(ha)`, `(nghìn con)`: the magnitude and the unit of a head.
fn bracketed(head: &str) -> Option<(f64, Option<UnitKind>)> {
    let open = head.find('(')?;
    let inside = head[open + 1..].split(')').next()?;
    let inside = inside.strip_prefix("đơn vị: ").unwrap_or(inside);
    let (len, scale) = number::scale(inside).unwrap_or((0, 1.0));
    let unit = unit::noun(inside[len..].trim_start_matches(' ')).map(|(_, kind)| kind);
    Some((scale, unit))
}

/// What words with a unit, or a noun among them, say that is counted.
fn metric_of(words: &str, unit: Option<UnitKind>, subject: Subject) -> Option<&'static str> {
    let noun = || {
        let mut nouns = word_starts(words).filter_map(|at| unit::noun(&words[at..]));
        nouns.find(|(_, kind)| kind.class == Class::Count).map(|(_, kind)| kind)
    };
    let unit = unit.or_else(noun);
    let kind = unit.map_or("case", |unit| unit.kind);
    let said = metric::by_words(words, kind, Side::Before)
        .or_else(|| metric::by_words(words, kind, Side::After));
    match (unit?.metric, said) {
        ("open" | "cases" | "people" | "other" | "samples", Some((metric, _))) => Some(metric),
        ("open", None) if subject.epidemic => Some("cases"),
        ("open", None) => Some("other"),
        (metric, _) => Some(metric),
    }
}

/// The figure of a cell.
fn figure(cell: Range<usize>, value: f64, column: Column) -> Figure {
    Figure {
        span: cell.clone(),
        number: Some(cell),
        value,
        max: None,
        comparator: "eq",
        comparator_words: None,
        unit: None,
        metric: column.metric,
        aspect: column.aspect,
        population: None,
        rule: "table",
        is_article: false,
        is_small: false,
        is_named: false,
        ellipsis: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Folded, lines::lines};

    fn read(text: &str) -> Vec<(&str, f64, &'static str, Option<&'static str>)> {
        let folded = Folded::for_times(text);
        let kind = |span: Span| match span.of(text).unwrap_or_default().contains(['|', '\t']) {
            true => BlockKind::Table,
            false => BlockKind::Paragraph,
        };
        let block =
            |span| Block { kind: kind(span), span, marker: None, parent: None, reason: None };
        let blocks: Vec<_> = lines(text, &folded).iter().map(|line| block(line.span)).collect();
        let view = View { text, folded: &folded, blocks: &blocks, sentences: &[], times: &[] };
        let subject = Subject::default().with(folded.as_str());
        let found = cells(&view, subject).into_iter();
        let words = |f: &Figure| view.span(f.span.clone()).of(text).unwrap_or_default();
        found.map(|f| (words(&f), f.value, f.metric, f.aspect)).collect()
    }

    #[test]
    fn columns() {
        assert_eq!(
            read("Xã\tNhà tốc mái\tMía (ha)\tThiệt hại (triệu đồng)\nIa Rbol\t14\t1.250\t7,5"),
            [
                ("14", 14.0, "houses", None),
                ("1.250", 1250.0, "area", None),
                ("7,5", 7_500_000.0, "money", None)
            ]
        );
        assert_eq!(
            read("| Huyện | Ca mắc mới | Lũy kế |\n| Ba Bể | 3 | 41 |"),
            [("3", 3.0, "cases_new", Some("new")), ("41", 41.0, "cases", Some("cumulative"))]
        );
        assert_eq!(
            read("Số học sinh theo khối:\nTrường | Khối 6 | Khối 7\nHòa Bình | 120 | 98"),
            [("120", 120.0, "students", None), ("98", 98.0, "students", None)]
        );
    }

    #[test]
    fn no_columns() {
        assert_eq!(read("Tuyến | Năm\nĐường ven biển | 2019"), []);
        assert_eq!(read("Bảng A | Bảng B\nĐội 1 | 3 | 5"), []);
        assert_eq!(read("Đội | Đối thủ\nAn Giang | Hà Nội 2"), []);
        assert_eq!(read("12 | 15"), []);
    }
}
