//! Units: what stands right behind a number.

use std::{ops::Range, sync::LazyLock};

use crate::text::is_alphanumeric;
use crate::text::{
    lexicon::Lexicon,
    table::{cell, rows},
};

/// What kind of thing a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Whole things: cases, people, houses.
    Count,
    Measure,
    Money,
    Percent,
    /// "lần": a figure only of a change.
    Times,
    /// A length of time, how a page is read: no figure.
    None,
}

/// A unit of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnitKind {
    pub(super) class: Class,
    /// The group that words around refine.
    pub(super) kind: &'static str,
    pub(super) metric: &'static str,
}

/// A unit as it stands behind a number.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) range: Range<usize>,
    pub(super) kind: UnitKind,
    /// What "/" stands in front of.
    pub(super) per: Option<Per>,
}

/// What a rate is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    Time,
    Other,
}

/// The kind of a noun that no row names.
pub(super) const UNKNOWN: UnitKind =
    UnitKind { class: Class::Count, kind: "unknown", metric: "other" };

static UNITS: LazyLock<Lexicon<UnitKind>> = LazyLock::new(|| {
    let mut found = Vec::new();
    for mut row in rows(include_str!("../../../data/units.tsv")) {
        let class = match row.next() {
            Some("count") => Class::Count,
            Some("measure") => Class::Measure,
            Some("money") => Class::Money,
            Some("percent") => Class::Percent,
            Some("times") => Class::Times,
            _ => Class::None,
        };
        let (kind, metric) = (cell(row.next()), cell(row.next()));
        let unit = UnitKind { class, kind: kind.unwrap_or("-"), metric: metric.unwrap_or("other") };
        let phrases = cell(row.next()).unwrap_or_default().split('|');
        found.extend(phrases.map(|phrase| (phrase, unit)));
    }
    Lexicon::new(found)
});

/// The unit of the table that a folded text starts with: its length and kind.
pub(super) fn noun(text: &str) -> Option<(usize, UnitKind)> {
    UNITS.at(text).map(|(len, &kind)| (len, kind))
}

/// The unit of the table that stands at an offset of the folded text, apart or attached to its number.
pub(super) fn unit(text: &str, at: usize, end: usize) -> Option<Unit> {
    let rest = text.get(at..end)?;
    let start = at + (rest.len() - rest.trim_start_matches(' ').len());
    let (len, &kind) = UNITS.at(&text[start..end])?;
    let attached = start == at && text[start..end].starts_with(is_alphanumeric);
    if attached && !matches!(kind.class, Class::Measure | Class::Money | Class::None) {
        return None;
    }
    let unit_end = start + len;
    let (unit_end, per) = match per(&text[unit_end..end]) {
        Some((len, per)) => (unit_end + len, Some(per)),
        None => (unit_end, None),
    };
    Some(Unit { range: start..unit_end, kind, per })
}

/// `/ngày`, `/ha`, `/100.000 dân`, ` trên 100.000 dân`: what a rate is counted by.
fn per(i: &str) -> Option<(usize, Per)> {
    let by = i.strip_prefix('/').or_else(|| i.strip_prefix(" / "));
    let rest = match by {
        Some(rest) => rest,
        None => i
            .strip_prefix(" trên ")
            .filter(|rest| rest.starts_with("100.000 dân") || rest.starts_with("1.000 dân"))?,
    };
    let in_number = |c: char| c.is_ascii_digit() || c == '.';
    let figures = rest.find(|c| !in_number(c)).unwrap_or(rest.len());
    let noun = &rest[figures..];
    let noun = if figures > 0 { noun.trim_start_matches(' ') } else { noun };
    let skipped = rest.len() - noun.len();
    if figures > 0 && !is_round(&rest[..figures]) {
        return None;
    }
    let end = noun.find(|c: char| !is_alphanumeric(c)).unwrap_or(noun.len());
    if end == 0 {
        return None;
    }
    let time =
        UNITS.at(noun).is_some_and(|(_, kind)| kind.kind == "length" && kind.class == Class::None);
    let per = if time && figures == 0 { Per::Time } else { Per::Other };
    Some((i.len() - rest.len() + skipped + end, per))
}

/// What rates are counted by is 1 with zeros: "100.000 dân"; "2.860m2/5.400m2" is a part of a whole.
fn is_round(figures: &str) -> bool {
    figures.strip_prefix('1').is_some_and(|rest| rest.bytes().all(|b| matches!(b, b'0' | b'.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, &'static str, Option<Per>)> {
        let unit = unit(text, 0, text.len())?;
        Some((&text[unit.range], unit.kind.metric, unit.per))
    }

    #[test]
    fn the_longest_unit_counts() {
        assert_eq!(read(" ca mắc covid-19 mới"), Some(("ca mắc", "cases", None)));
        assert_eq!(read("km đường"), Some(("km", "length", None)));
        assert_eq!(read("% số hộ"), Some(("%", "share", None)));
        assert_eq!(read(" ca/100.000 dân."), Some(("ca/100.000 dân", "open", Some(Per::Other))));
        assert_eq!(read(" mẫu/ngày"), Some(("mẫu/ngày", "samples", Some(Per::Time))));
        assert_eq!(read("m2/5.400m2"), Some(("m2", "area", None)));
        assert_eq!(read(" đồng chí dự họp"), Some(("đồng chí", "people", None)));
        assert_eq!(read("ca"), None);
        assert_eq!(read(" cam sành"), None);
    }
}
