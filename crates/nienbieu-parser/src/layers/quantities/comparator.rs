//! Words beside a number that say how it compares with the true figure.

use std::{ops::Range, sync::LazyLock};

use super::ending::Endings;
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
