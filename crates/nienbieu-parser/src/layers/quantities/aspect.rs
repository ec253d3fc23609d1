//! In what way a figure holds: new, cumulative, still standing, aimed at. Only what the words say.

use std::{collections::HashMap, sync::LazyLock};

use crate::text::{
    lexicon::{Lexicon, word_starts},
    table::{cell, rows},
};

/// How far from the number the words of a row may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Clause,
    Sentence,
    Near,
}

#[derive(Clone, Copy, Debug)]
struct Rule {
    aspect: &'static str,
    reach: Reach,
    side: &'static str,
}

static RULES: LazyLock<Lexicon<Vec<Rule>>> = LazyLock::new(|| {
    let mut rules: HashMap<&'static str, Vec<Rule>> = HashMap::new();
    for mut row in rows(include_str!("../../../data/aspects.tsv")) {
        let (Some(aspect), reach, Some(side)) = (cell(row.next()), row.next(), row.next()) else {
            continue;
        };
        let reach = match reach {
            Some("sentence") => Reach::Sentence,
            Some("near") => Reach::Near,
            _ => Reach::Clause,
        };
        for phrase in cell(row.next()).unwrap_or_default().split('|') {
            rules.entry(phrase).or_default().push(Rule { aspect, reach, side });
        }
    }
    Lexicon::new(rules)
});

/// The stretches around a number.
pub(super) struct Around<'a> {
    /// Its unit's own words.
    pub(super) unit: &'a str,
    /// Behind the unit, to the end of its clause or the next figure.
    pub(super) after: &'a str,
    /// In front of it, from the start of its clause or the figure before.
    pub(super) before: &'a str,
    /// In front of it, from the start of the sentence; ends as `before` does.
    pub(super) sentence: &'a str,
    /// Whole things are counted: only they are new.
    pub(super) is_count: bool,
    /// Such figures can be summed over time.
    pub(super) adds_up: bool,
    /// A share, which is no capacity and no sum.
    pub(super) is_share: bool,
}

/// The aspect that the nearest words say.
pub(super) fn aspect(around: &Around<'_>) -> Option<&'static str> {
    if is_repeat(around) {
        return Some("repeat");
    }
    let fits = |aspect: &&str| match *aspect {
        "new" => around.is_count,
        "stock" => around.is_count || around.is_share,
        "cumulative" => around.adds_up && !around.is_share,
        "capacity" => !around.is_share,
        _ => true,
    };
    behind(around.unit)
        .or_else(|| behind(around.after))
        .filter(fits)
        .or_else(|| in_front(around).filter(fits))
}

/// `cả 2 ca này`, `trong 5 ca trên`: words on both sides point back.
fn is_repeat(around: &Around<'_>) -> bool {
    let points = |words: &str, side: &str| {
        let rules = RULES.at(words).map(|(_, rules)| rules);
        rules.is_some_and(|rules| rules.iter().any(|r| r.reach == Reach::Near && r.side == side))
    };
    let tail = around.before.trim_end_matches(' ');
    let last = &tail[tail.rfind(' ').map_or(0, |at| at + 1)..];
    let after = around.after.trim_start_matches(' ');
    points(last, "before") && (last == "cả" || points(after, "after"))
}

/// The aspect of the first words behind a number.
fn behind(words: &str) -> Option<&'static str> {
    said(words).find(|(_, rule)| rule.side != "before").map(|(_, rule)| rule.aspect)
}

/// The aspect of the last words in front of a number.
fn in_front(around: &Around<'_>) -> Option<&'static str> {
    let own = around.sentence.len().saturating_sub(around.before.len());
    let near = said(around.sentence)
        .filter(|(at, rule)| rule.side != "after" && (*at >= own || rule.reach == Reach::Sentence));
    near.fold(None, |found, (_, rule)| match (found, rule.aspect) {
        // "mục tiêu sẽ có", "dự kiến công suất": what is aimed at stays so.
        (Some("target"), "planned" | "capacity") | (Some("planned"), "capacity") => found,
        (_, aspect) => Some(aspect),
    })
}

/// The rules whose phrases words have, in order, with where each stands.
fn said(words: &str) -> impl Iterator<Item = (usize, Rule)> {
    let mut free = 0;
    word_starts(words).filter_map(move |at| {
        let (len, rules) = RULES.at(&words[at..]).filter(|_| at >= free)?;
        free = at + len;
        rules.iter().find(|r| r.reach != Reach::Near && r.aspect != "none").map(|&r| (at, r))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sentence: &str, before: &str, after: &str) -> Option<&'static str> {
        aspect(&Around {
            unit: "",
            after,
            before,
            sentence,
            is_count: true,
            adds_up: true,
            is_share: false,
        })
    }

    #[test]
    fn nearer_words_count_first() {
        assert_eq!(said("đến nay, có ", " có ", " đang điều trị"), Some("stock"));
        assert_eq!(said("đến nay, có ", " có ", ""), Some("cumulative"));
        assert_eq!(said("ghi nhận thêm ", "ghi nhận thêm ", ""), Some("new"));
        assert_eq!(said("cả ", "cả ", " này đều"), Some("repeat"));
        assert_eq!(said("mục tiêu đạt ", "mục tiêu đạt ", ""), Some("target"));
        assert_eq!(said("có ", "có ", " dân"), None);
    }
}
