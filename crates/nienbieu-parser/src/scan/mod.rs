//! One pass over the folded text: where a time may begin, which production fits there, and whether
//! what stands around it allows it.

pub(crate) mod classes;
mod context;
mod guard;
mod trigger;

use std::ops::Range;

use crate::{
    grammar::{
        ast::{Base, Expr, Month, Node, Year},
        continuation,
        rules::{RULES, Rule},
    },
    moment::Moment,
    text::is_uppercase,
};
use context::Context;
use memchr::memmem;
use trigger::Triggers;

/// A time expression and where it stands in the folded text.
#[derive(Clone, Debug)]
pub(crate) struct Match {
    pub(crate) range: Range<usize>,
    pub(crate) expr: Expr,
    pub(crate) rule: &'static str,
}

/// How this text writes a day and a month: what one date with "ngày" or a part of
/// day shows holds for those without.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    pub(crate) hyphen: bool,
    pub(crate) dot: bool,
}

impl Style {
    /// The style of a text, by what stands behind its "ngày", and hyphens by its "sáng" too.
    fn of(folded: &str) -> Self {
        let mut style = Self::default();
        for figures in behind(folded, "ngày ") {
            style.hyphen |= is_joined(figures, '-');
            style.dot |= is_joined(figures, '.');
        }
        for part in ["sáng ", "chiều ", "tối ", "đêm "] {
            let shows = |figures| is_joined(figures, '-');
            style.hyphen = style.hyphen || behind(folded, part).any(shows);
        }
        style
    }
}

/// What follows each place of a text where some words stand.
fn behind<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = &'a str> {
    memmem::find_iter(text.as_bytes(), words).map(|at| &text[at + words.len()..])
}

/// Whether a day and a month in figures stand here with this mark between: `20-11`, not `3-5/8`.
fn is_joined(figures: &str, mark: char) -> bool {
    let head = &figures[..figures.floor_char_boundary(8)];
    let Some((day, rest)) = head.split_once(mark) else { return false };
    let month = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&day.len())
        && day.bytes().all(|b| b.is_ascii_digit())
        && (1..=2).contains(&month)
        && !rest[month..].starts_with('/')
}

/// The longest that one expression may be, in bytes: bounds the work at each trigger.
const REACH: usize = 240;

/// Every time expression of a text, in order; none overlap.
///
/// `folded` and `original` are the two views of one text, `to_original` leads from one to the other.
pub(crate) fn scan(folded: &str, is_capital: &dyn Fn(usize) -> bool) -> Vec<Match> {
    let triggers = Triggers::get();
    let mut found: Vec<Match> = Vec::new();
    let style = Style::of(folded);
    let mut free_from = 0;
    for (at, rules) in triggers.positions(folded) {
        if at < free_from {
            continue;
        }
        let previous = found.last().map(|m| m.range.clone());
        let clock = found.last().is_some_and(|m| is_clock(&m.expr));
        let context = Context::new(folded, at, previous, is_capital, style).after_clock(clock);
        if let Some(matched) = best(folded, at, rules, &context) {
            free_from = matched.range.end;
            found.push(matched);
        }
    }
    found
}

/// The longest match at one position that its guard lets pass.
fn best(folded: &str, at: usize, rules: &[u8], context: &Context<'_>) -> Option<Match> {
    let line = line_from(folded, at);
    let mut candidates: Vec<(usize, u8, Expr)> = Vec::new();
    for &index in rules {
        let rule = rule(index);
        if let Ok((rest, expr)) = (rule.parse)(line) {
            candidates.push((line.len() - rest.len(), index, expr));
        }
    }
    candidates.sort_by_key(|&(length, index, _)| (std::cmp::Reverse(length), index));
    for (length, index, expr) in candidates {
        let rule = rule(index);
        if guard::passes(rule.guard, &expr, length, context) {
            return Some(extend(line, at, length, expr, rule.name));
        }
    }
    None
}

/// Whether an expression is a time of the clock.
const fn is_clock(expr: &Expr) -> bool {
    matches!(expr, Expr::Point(point) if point.clock.is_some())
}

/// A rule by its place in the table.
fn rule(index: u8) -> &'static Rule {
    &RULES[usize::from(index)]
}

/// The text from a position to its line's end, or as far as one expression may reach.
fn line_from(folded: &str, at: usize) -> &str {
    let rest = &folded[at..];
    let reach = &rest[..rest.floor_char_boundary(REACH)];
    memchr::memchr(b'\n', reach.as_bytes()).map_or(reach, |newline| &reach[..newline])
}

/// Takes in an interval's other end where one follows.
fn extend(line: &str, at: usize, length: usize, expr: Expr, rule: &'static str) -> Match {
    let node = Node { start: line.len(), end: line.len() - length, expr, rule };
    if can_begin(&node.expr)
        && let Ok((rest, interval)) = continuation(&line[length..], &node)
    {
        let end = at + line.len() - rest.len();
        return Match { range: at..end, expr: placed(interval, at, line.len()), rule: "to" };
    }
    Match { range: at..at + length, expr: placed(node.expr, at, line.len()), rule }
}

/// Whether an expression may open an interval without "từ".
fn can_begin(expr: &Expr) -> bool {
    match expr {
        Expr::Point(point) => {
            // What has a span of its own is a point of no interval unless "từ" makes it one.
            !matches!(
                point.base,
                Base::None | Base::Holiday { .. } | Base::Named(_) | Base::SchoolYear(..)
            ) || point.clock.is_some()
        }
        _ => false,
    }
}

/// Turns the nodes' remaining lengths into offsets of the folded text.
fn placed(expr: Expr, at: usize, total: usize) -> Expr {
    let place = |node: Node| Node {
        start: at + (total - node.start),
        end: at + (total - node.end),
        expr: placed(node.expr, at, total),
        rule: node.rule,
    };
    match expr {
        Expr::Interval(begin, end) => {
            Expr::Interval(Box::new(place(*begin)), Box::new(place(*end)))
        }
        Expr::List(nodes) => Expr::List(nodes.into_iter().map(place).collect()),
        other => other,
    }
}

/// The calendar times among the matches, as page structure wants them, and which matches they are.
pub(crate) fn moments(matches: &[Match]) -> (Vec<Moment>, Vec<usize>) {
    let sketch = |(index, m): (usize, &Match)| match &m.expr {
        Expr::Point(point) => {
            let (full_date, clock) = (is_full(&point.base), point.clock.is_some());
            Some((Moment { range: m.range.clone(), full_date, clock }, index))
        }
        _ => None,
    };
    matches.iter().enumerate().filter_map(sketch).unzip()
}

/// Whether a base states day, month and year.
const fn is_full(base: &Base) -> bool {
    matches!(base, Base::Day { year: Year::Stated(_), month: Month::Stated(_), .. })
}

/// Whether the original has a capital letter at a folded offset.
pub(crate) fn capital_at(text: &str, folded: &crate::text::Folded, at: usize) -> bool {
    text[folded.original_start(at)..].chars().next().is_some_and(is_uppercase)
}
