//! Lists and intervals taken apart into the items of the record.

use std::ops::Range;

use super::Item;
use crate::{
    grammar::ast::{Expr, Vague},
    scan::Match,
};

/// An item, and the places of an interval's ends while their order is not known yet.
type Flat = (Item, Option<(Range<usize>, Range<usize>)>);

/// Lists and intervals taken apart, in order of position, then of length.
pub(crate) fn flatten(matches: &[Match]) -> Vec<Item> {
    let mut items: Vec<Flat> = Vec::new();
    for m in matches {
        push(&mut items, m.range.clone(), m.expr.clone(), m.rule);
    }
    items.sort_by_key(|(item, _)| (item.range.start, item.range.end));
    let ranges: Vec<Range<usize>> = items.iter().map(|(item, _)| item.range.clone()).collect();
    let place = |range: &Range<usize>| {
        ranges.binary_search_by_key(&(range.start, range.end), |r| (r.start, r.end)).ok()
    };
    items
        .into_iter()
        .map(|(item, ends)| {
            let ends = ends.and_then(|(begin, end)| Some((place(&begin)?, place(&end)?)));
            Item { ends, ..item }
        })
        .collect()
}

/// Adds an expression's items: a list's members, an interval and its ends.
fn push(items: &mut Vec<Flat>, range: Range<usize>, expr: Expr, rule: &'static str) {
    match expr {
        Expr::List(nodes) => {
            for node in nodes {
                push(items, node.start..node.end, node.expr, rule);
            }
        }
        Expr::Interval(begin, end) => {
            let ends = (begin.start..begin.end, end.start..end.end);
            let whole = Expr::Vague(Vague::Present);
            items.push((Item { range, expr: whole, rule, ends: None, resolved: None }, Some(ends)));
            push(items, begin.start..begin.end, begin.expr, rule);
            push(items, end.start..end.end, end.expr, rule);
        }
        expr => items.push((Item { range, expr, rule, ends: None, resolved: None }, None)),
    }
}
