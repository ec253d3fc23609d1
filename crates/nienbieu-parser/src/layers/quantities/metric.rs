//! What a figure counts: by its unit, and by the words of its clause.

use std::{ops::Range, sync::LazyLock};

use crate::text::{
    Folded,
    lexicon::{Lexicon, word_starts},
    phrases::{Phrases, has},
    table::{cell, rows},
};
use rustc_hash::FxHashMap as HashMap;

/// One row's say: a metric for some kinds of unit, from either side or one.
#[derive(Clone, Copy, Debug)]
struct Rule {
    metric: &'static str,
    kinds: &'static str,
    side: &'static str,
}

/// Which side of the number a word stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

struct Tables {
    rules: Lexicon<Vec<Rule>>,
    subjects: Phrases,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut rules: HashMap<&'static str, Vec<Rule>> = HashMap::default();
    let mut subjects = Vec::new();
    for mut row in rows(include_str!("../../../data/metrics.tsv")) {
        let (Some(metric), kinds, side) = (cell(row.next()), cell(row.next()), cell(row.next()))
        else {
            continue;
        };
        let phrases = cell(row.next()).unwrap_or_default().split('|');
        let (Some(kinds), Some(side)) = (kinds, side) else {
            let class = match metric {
                "farming" => 1,
                "school" => 2,
                "sport" => 3,
                _ => 0,
            };
            subjects.extend(phrases.map(|phrase| (Folded::new(phrase).into_string(), class)));
            continue;
        };
        for phrase in phrases {
            rules.entry(phrase).or_default().push(Rule { metric, kinds, side });
        }
    }
    Tables { rules: Lexicon::new(rules), subjects: Phrases::new(subjects) }
});

/// What an article writes of, where its units leave it open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Subject {
    /// A disease: "ca" are cases.
    pub(super) epidemic: bool,
    /// Farm animals: "con" are heads of them.
    pub(super) farming: bool,
    /// A school: "em" are its students.
    pub(super) school: bool,
    /// A match: "điểm" are won.
    pub(super) sport: bool,
}

impl Subject {
    /// The subject of a text together with what is known of it.
    pub(super) fn with(self, text: &str) -> Self {
        let marks = TABLES.subjects.marks(text);
        Self {
            epidemic: self.epidemic || has(marks, 0),
            farming: self.farming || has(marks, 1),
            school: self.school || has(marks, 2),
            sport: self.sport || has(marks, 3),
        }
    }
}

/// What the word nearest the number says that figures of a kind count.
pub(super) fn by_words(
    words: &str,
    kind: &str,
    side: Side,
) -> Option<(&'static str, Range<usize>)> {
    let mut found = None;
    let mut free = 0;
    for at in word_starts(words) {
        if at < free {
            continue;
        }
        let Some((len, rules)) = TABLES.rules.at(&words[at..]) else { continue };
        let Some(rule) = rules.iter().find(|rule| rule.fits(kind, side)) else { continue };
        free = at + len;
        found = Some((rule.metric, at..free));
        if side == Side::After {
            break;
        }
    }
    found
}

impl Rule {
    fn fits(&self, kind: &str, side: Side) -> bool {
        let wanted = if side == Side::After { "after" } else { "before" };
        (self.side == "any" || self.side == wanted) && self.kinds.split('|').any(|k| k == kind)
    }
}

/// The count that words name: "số ca mắc mới" → `cases_new`.
pub(super) fn named(head: &str) -> Option<&'static str> {
    let start = head.rfind("số ").map(|at| at + "số ".len());
    let start = start.or_else(|| head.rfind("lượng ").map(|at| at + "lượng ".len()))?;
    let (len, kind) = super::unit::noun(&head[start..])?;
    let words = &head[start + len..];
    let said = by_words(words, kind.kind, Side::After);
    let general = if kind.metric == "open" { "cases" } else { kind.metric };
    Some(said.map_or(general, |(metric, _)| metric))
}

/// Whether words name a count whose number may follow bare.
pub(super) fn names_count(head: &str) -> bool {
    named(head).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_says_it() {
        let metric = |words, kind, side| by_words(words, kind, side).map(|(metric, _)| metric);
        assert_eq!(metric(" đã khỏi bệnh, tử vong", "case", Side::After), Some("recovered"));
        assert_eq!(metric("làm chết và bị thương ", "person", Side::Before), Some("injured"));
        assert_eq!(metric(" dân tham gia", "person", Side::After), None);
        assert_eq!(named("tổng số ca mắc mới "), Some("cases_new"));
        assert_eq!(named("số người chết "), Some("deaths"));
        assert_eq!(named("ông cho biết "), None);
    }
}
