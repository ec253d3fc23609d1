//! Parts that are known by their sum: figures of one kind that add up to one told before them, and the rows of
//! a table with its total.

use nienbieu_model::{BlockKind, Quantity, Span};

use super::{
    super::super::View,
    clause::begins_with,
    parts::{class, is_count},
};

/// Figures behind a total that its parts may be among.
const REACH: usize = 40;

/// Figures behind a total that the first of its parts may be.
const STARTS: usize = 8;

/// Lines behind a total's own that its parts may stand in.
const LINES: usize = 3;

/// Parts with their totals, by index.
pub(super) fn found(all: &[Quantity], view: &View<'_>) -> Vec<(usize, usize)> {
    let kinds: Vec<Option<String>> =
        all.iter().map(|q| (is_exact(q) && is_count(q)).then(|| class(q))).collect();
    let lines: Vec<usize> =
        all.iter().map(|q| view.block_at(q.span.start).unwrap_or_default()).collect();
    let plain = |at: usize| kinds[at].as_ref().filter(|_| all[at].rule != "table");
    let mut parts = in_tables(all, &kinds, &lines, view);
    let mut taken = vec![false; all.len()];
    for total in 0..all.len() {
        let Some(kind) = plain(total).filter(|_| all[total].value > 0.0) else { continue };
        let end = all.len().min(total + REACH);
        let near = (total + 1..end).take_while(|&at| lines[at] <= lines[total] + LINES);
        let same: Vec<usize> = near.filter(|&at| plain(at) == Some(kind)).collect();
        let runs = (0..same.len().min(STARTS)).map(|from| &same[from..]);
        // What adds up to one total is not looked for in the next.
        let mut runs = runs.filter_map(|run| adding_up(run, all, all[total].value));
        if let Some(run) = runs.find(|run| !run.iter().any(|&part| taken[part])) {
            run.iter().for_each(|&part| taken[part] = true);
            parts.extend(run.iter().map(|&part| (part, total)));
        }
    }
    parts
}

/// The first of these figures that make the sum, two at least.
fn adding_up<'r>(run: &'r [usize], all: &[Quantity], sum: f64) -> Option<&'r [usize]> {
    let mut rest = sum;
    for (count, &at) in run.iter().enumerate() {
        rest -= all[at].value;
        if is_nothing(rest, sum) {
            return (count > 0).then_some(&run[..=count]);
        }
        if rest < 0.0 {
            return None;
        }
    }
    None
}

/// The cells of a table's column are parts of the cell in its total row, or of a figure before the table
/// that they add up to.
fn in_tables(
    all: &[Quantity],
    kinds: &[Option<String>],
    lines: &[usize],
    view: &View<'_>,
) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let cells = |at: &usize| all[*at].rule == "table";
    let mut at = 0;
    while let Some(first) = (at..all.len()).find(cells) {
        let same_table =
            |at: &usize| cells(at) && (*at == first || lines[*at] <= lines[*at - 1] + 1);
        let end = (first..all.len()).take_while(same_table).last().map_or(first, |last| last) + 1;
        let mut columns: Vec<(usize, Vec<usize>)> = Vec::new();
        for cell in first..end {
            let number = column(&all[cell], lines[cell], view);
            match columns.iter_mut().find(|(other, _)| *other == number) {
                Some((_, cells)) => cells.push(cell),
                None => columns.push((number, vec![cell])),
            }
        }
        for (_, cells) in columns.iter().filter(|(_, cells)| cells.len() > 2) {
            let (totals, rows): (Vec<usize>, Vec<usize>) =
                cells.iter().partition(|&&cell| is_total_row(lines[cell], view));
            let sum: f64 = rows.iter().map(|&row| all[row].value).sum();
            let told = |&before: &usize| {
                is_nothing(sum - all[before].value, sum) && kinds[before] == kinds[cells[0]]
            };
            let before = (first.saturating_sub(STARTS)..first).rev().find(told);
            if let Some(total) = totals.first().copied().or(before) {
                parts.extend(rows.iter().map(|&row| (row, total)));
            }
        }
        at = end;
    }
    parts
}

/// The number of a cell's column.
fn column(cell: &Quantity, line: usize, view: &View<'_>) -> usize {
    let row = view.folded_words(Span::new(view.blocks[line].span.start, cell.span.start));
    row.matches(['|', '\t']).count()
}

/// Whether a row of a table sums the others up.
fn is_total_row(line: usize, view: &View<'_>) -> bool {
    let block = &view.blocks[line];
    block.kind == BlockKind::Table && begins_with(view.folded_words(block.span), "total_row")
}

fn is_exact(quantity: &Quantity) -> bool {
    quantity.comparator == "eq" && quantity.max.is_none() && quantity.rule != "fraction"
}

/// Whether a difference is no more than what a sum of decimals leaves.
fn is_nothing(difference: f64, sum: f64) -> bool {
    difference.abs() <= 1e-6 * sum.abs()
}
