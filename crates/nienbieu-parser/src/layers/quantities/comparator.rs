//! Words beside a number that say how it compares with the true figure.

use std::{ops::Range, sync::LazyLock};

use super::{ending::Endings, range};
use crate::text::is_alphanumeric;
use crate::text::{
    lexicon::Lexicon,
    table::{cell, rows},
};

/// A comparator and the words that say it.
pub(super) type Said = (&'static str, Range<usize>);

struct Tables {
    before: Endings<&'static str>,
    after: Lexicon<&'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for mut row in rows(include_str!("../../../data/comparators.tsv")) {
        let (Some(name), side) = (cell(row.next()), row.next()) else { continue };
        let phrases = cell(row.next()).unwrap_or_default().split('|');
        let found = if side == Some("after") { &mut after } else { &mut before };
        found.extend(phrases.map(|phrase| (phrase, name)));
    }
    Tables { before: Endings::new(before), after: Lexicon::new(after) }
});

/// The comparator right in front of an offset.
pub(super) fn before(text: &str, from: usize, at: usize) -> Option<Said> {
    let (start, name) = TABLES.before.of(text.get(from..at)?)?;
    Some((name, from + start..from + text[from..at].trim_end().len()))
}

/// The comparator right behind an offset: `trở lên`.
pub(super) fn after(text: &str, at: usize, end: usize) -> Option<Said> {
    let rest = text.get(at..end)?.strip_prefix(' ')?;
    let (len, name) = TABLES.after.at(rest)?;
    Some((name, at + 1..at + 1 + len))
}

/// The comparator of a number or range, by the words on both sides.
pub(super) fn compare(
    span: &range::Span,
    opened: bool,
    before: Option<Said>,
    after: Option<Said>,
) -> (&'static str, Option<Range<usize>>) {
    if span.second.is_some() {
        let approx = before.filter(|(name, _)| *name == "approx");
        return match approx {
            _ if span.below => ("range_ge_lt", None),
            Some((_, words)) => ("approx_range", Some(words)),
            None => ("range", None),
        };
    }
    match after.filter(|(name, _)| *name != "ge" || opened || before.is_none()).or(before) {
        Some((name, words)) => (name, Some(words)),
        None => ("eq", None),
    }
}

/// Whether a text ends in "từ".
pub(super) fn ends_in_from(before: &str) -> bool {
    let Some(head) = before.trim_end_matches(' ').strip_suffix("từ") else { return false };
    !head.ends_with(is_alphanumeric)
}

/// Where the "từ" in front of a number starts.
pub(super) fn from_start(text: &str, number: usize) -> usize {
    text[..number].trim_end_matches(' ').len().saturating_sub("từ".len())
}

/// A text without the comparator that it ends in.
pub(super) fn skip(before: &str) -> &str {
    self::before(before, 0, before.len()).map_or(before, |(_, words)| &before[..words.start])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides() {
        let text = "tụ tập không quá 20 người trở lên";
        assert_eq!(before(text, 0, text.find("20").unwrap()).unwrap().0, "le");
        assert_eq!(after(text, text.find(" trở").unwrap(), text.len()).unwrap().0, "ge");
        assert!(before("ghi nhận 20", 0, 9).is_none());
    }
}
